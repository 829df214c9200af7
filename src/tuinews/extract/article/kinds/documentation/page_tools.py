"""What stands in the text of documentation and is a tool of the page: told by its words and its links."""

import re

from selectolax.lexbor import LexborNode

from tuinews.extract.article.kinds.documentation.page_tool_words import CONTENTS, LINE, LINK
from tuinews.extract.page.icons import is_icon
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.tags import Trait
from tuinews.extract.page.tree import attribute
from tuinews.text import clean_line

LONGEST = 120
"""Letters of a line that may be a tool."""

LEAST_LINKS = 3
"""Links to headings from which a list is the contents of the page."""

ALL_LINKED = 0.9
"""Share of linked letters from which a line is links and nothing else."""

LEADING_ON = 2
"""Links at the end that lead to the pages before and after; one or more than two are of the text."""

FEW_LINES = 3
"""Lines of an element of which one may be its buttons; more are a text with line breaks."""

_BUTTON = re.compile(r"(?:^|[\s_-])(?:button|btn|cta)(?=$|[\s_-])", re.IGNORECASE)
_PLAIN_BOXES = frozenset(("div", "nav", "footer", "section"))
_HEADING = int(Trait.HEADING)


def is_tool(page_lines: PageLines, line: PageLine) -> bool:
    """Whether a line is a tool of its page: by its words, or all of it links that are called buttons."""
    if line.size > LONGEST:
        return False
    if is_icon(page_lines, line):
        return True
    if not line.linked:
        return LINE.fullmatch(line.text) is not None and not page_lines.traits[line.element] & _HEADING
    leads_on = len(line.parts) > 1 and line.links == 1 and line.linked >= ALL_LINKED * line.size
    if LINK.fullmatch(line.text) or (leads_on and LINK.fullmatch(line.parts[0].strip())):
        return True
    if line.linked < ALL_LINKED * (line.size - line.links):
        return False
    if page_lines.last[line.element] - page_lines.first[line.element] > FEW_LINES:
        return False
    links = page_lines.node[line.element].css("a")
    return bool(links) and all(_is_button(link) for link in links)


def _is_button(link: LexborNode) -> bool:
    return attribute(link, "role") == "button" or _BUTTON.search(attribute(link, "class")) is not None


def contents_of_the_page(page_lines: PageLines, places: list[int]) -> set[int]:
    """The lines that list the page's own headings, each as a link to it, under what such a list is called."""
    lines, found = page_lines.lines, set[int]()
    headings = {
        clean_line(lines[place].text) for place in places if page_lines.traits[lines[place].element] & _HEADING
    }
    run: list[int] = []
    before = -1
    chosen = set(places)
    found.update(
        place
        for place in places
        if lines[place].size <= LONGEST and place + 1 not in chosen and CONTENTS.fullmatch(lines[place].text)
    )
    for place in [*places, -1]:
        line = lines[place] if place >= 0 else None
        if line is not None and line.links and _leads_to_heading(page_lines, line, headings):
            run.append(place)
            continue
        if len(run) >= LEAST_LINKS and before >= 0 and CONTENTS.fullmatch(lines[before].text):
            found.update((before, *run))
        run, before = [], place
    return found


def _leads_to_heading(page_lines: PageLines, line: PageLine, headings: set[str]) -> bool:
    """Whether a line is one link to a place of the page, and says one of its headings."""
    if line.linked < ALL_LINKED * line.size or page_lines.traits[line.element] & _HEADING:
        return False
    if clean_line(line.text) not in headings:
        return False
    link = page_lines.node[line.element].css_first("a[href]")
    return link is not None and "#" in attribute(link, "href")


def without_the_end(page_lines: PageLines, places: list[int]) -> list[int]:
    """The lines up to the two links to the pages before and after, and to a heading that only they follow."""
    end = len(places)
    while end and _leads_on(page_lines, places[end - 1]):
        end -= 1
    if sum(page_lines.lines[place].links for place in places[end:]) != LEADING_ON:
        return places
    while end and page_lines.traits[page_lines.lines[places[end - 1]].element] & _HEADING:
        end -= 1
    return places[:end]


def _leads_on(page_lines: PageLines, place: int) -> bool:
    """Whether a line is one or two links to other pages, in a box of their own and not in a list or a sentence."""
    line = page_lines.lines[place]
    if line.linked < ALL_LINKED * line.size or line.size > LONGEST or line.links > LEADING_ON:
        return False
    if page_lines.tag[line.element] not in _PLAIN_BOXES:
        return False
    links = page_lines.node[line.element].css("a") or [page_lines.node[line.element]]
    return not any("#" in attribute(link, "href") for link in links)
