"""Headings of a text that the line model takes for labels, and the part under the last of them.

The numbers of versions and their days in a list of changes look like the date of an article, and so does "Day 3".
Headings of one tag that stand side by side in the box of the text, each above text, are those of its parts.
"""

from collections import defaultdict
from urllib.parse import urlsplit

from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.patterns import BESIDE_NAME
from tuinews.extract.page.tags import HEADINGS, Trait
from tuinews.extract.page.tree import attribute

LEAST_HEADINGS = 2
"""Headings of one tag in one box that are a row, kept ones among them."""

LINKED = 0.8
"""Share of linked letters from which a heading is the title of another article."""

MOST_OF_TEXT = 0.5
"""Share of the kept letters that the box of such a row has."""

MOST_LINES, LONGEST_END = 12, 400
"""Lines of the part under the last heading that may be all links or all short, and letters of its lines."""

_TEXTS = frozenset(("p", "li", "div", "dd", "dt", "td"))
_SHOWN = "img, video, iframe, pre, table"
"""What may stand under a heading without a line of its own."""

_APART = int(Trait.HIDDEN | Trait.ASIDE | Trait.FORM | Trait.NAVIGATION | Trait.FOOTER | Trait.CAPTION)


def headings_in_rows(page_lines: PageLines, text: set[int]) -> set[int]:
    """The headings of parts of the text beside others of their tag, each directly above kept text."""
    first = min(text)
    rows: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for element in page_lines.index.tagged(*HEADINGS):
        place = page_lines.first[element]
        if place >= first and page_lines.last[element] == place + 1 and place + 1 in text:
            rows[page_lines.parent[element], page_lines.tag[element]].append(place)
    whole = sum(page_lines.lines[place].size for place in text)
    return {
        place
        for (box, _), places in rows.items()
        if len(places) >= LEAST_HEADINGS
        and not text.issuperset(places)
        and _holds_text(page_lines, box, text, whole)
        for place in places
        if _is_plain(page_lines, place)
    }


def _holds_text(page_lines: PageLines, box: int, text: set[int], whole: int) -> bool:
    """Whether most of the text stands in a box."""
    inside = range(page_lines.first[box], page_lines.last[box])
    return sum(page_lines.lines[place].size for place in inside if place in text) >= MOST_OF_TEXT * whole


def _is_plain(page_lines: PageLines, place: int) -> bool:
    line = page_lines.lines[place]
    if place == page_lines.h1 or line.linked >= LINKED * line.size:
        return False
    name = page_lines.names[line.element]
    return not page_lines.traits[line.element] & _APART and not (name and BESIDE_NAME.matches(name))


def with_last_part(page_lines: PageLines, text: set[int]) -> set[int]:
    """The text with what its last heading heads, or without that heading where nothing of it stands under it.

    What the text leads to on other sites, and short lines in its own box, stand under it; a form or the titles of
    other articles of the site do not.
    """
    last = max(text)
    element = page_lines.lines[last].element
    if page_lines.tag[element] not in HEADINGS or len(text) < LEAST_HEADINGS or last == page_lines.h1:
        return text
    box = page_lines.parent[element]
    listed = _list_below(page_lines, box, last)
    stop = page_lines.last[box] if listed is None else listed
    part = range(last + 1, min(stop, last + 1 + MOST_LINES))
    lines = page_lines.lines[part.start : part.stop]
    whole = bool(lines) and stop == part.stop and sum(line.size for line in lines) <= LONGEST_END
    if whole and (_stands_in_text(page_lines, box, text) or _is_like_others(page_lines, element, text)):
        is_short = all(_is_said(page_lines, place) for place in part)
        if is_short or all(
            _leads_out(page_lines, line) or (listed is not None and _is_said(page_lines, place))
            for place, line in zip(part, lines, strict=True)
        ):
            return text | set(part)
    return text if page_lines.node[box].css_first(_SHOWN) is not None else text - {last}


def _list_below(page_lines: PageLines, box: int, last: int) -> int | None:
    """The line behind the list that stands directly under a heading in its box; None where none does."""
    return next(
        (
            page_lines.last[element]
            for element in page_lines.index.tagged("ul", "ol")
            if page_lines.parent[element] == box
            and page_lines.first[element] == last + 1 < page_lines.last[element]
        ),
        None,
    )


def _stands_in_text(page_lines: PageLines, box: int, text: set[int]) -> bool:
    """Whether several kept lines stand directly in a box."""
    beside = sum(page_lines.parent[page_lines.lines[place].element] == box for place in text)
    return beside >= LEAST_HEADINGS


def _is_like_others(page_lines: PageLines, heading: int, text: set[int]) -> bool:
    """Whether kept headings of the same tag begin boxes beside that of a heading, each with a part of the text."""
    around = page_lines.parent[page_lines.parent[heading]]
    elements = (page_lines.lines[place].element for place in text)
    alike = sum(
        page_lines.tag[element] == page_lines.tag[heading]
        and page_lines.parent[page_lines.parent[element]] == around
        for element in elements
    )
    return alike >= LEAST_HEADINGS


def _is_said(page_lines: PageLines, place: int) -> bool:
    line = page_lines.lines[place]
    return (
        not line.links and not page_lines.traits[line.element] & _APART and page_lines.tag[line.element] in _TEXTS
    )


def _leads_out(page_lines: PageLines, line: PageLine) -> bool:
    """Whether the links of a line lead to other sites, as those of sources do."""
    hrefs = [attribute(link, "href") for link in page_lines.node[line.element].css("a[href]")]
    return bool(hrefs) and all(urlsplit(href).netloc for href in hrefs)
