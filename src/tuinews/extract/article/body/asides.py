"""What stands among the lines of a text and is none of it: hidden copies, cards, the byline's block, jumped boxes.

The line model sees a description of another article as a paragraph; what tells it apart is the box around it.
"""

import re
from collections import Counter

from selectolax.lexbor import LexborNode

from tuinews.extract.article.blocks.cards import leads_elsewhere
from tuinews.extract.article.body.boxes import box_lines
from tuinews.extract.article.body.tables import in_data_table
from tuinews.extract.dates import counts_minutes, is_only_a_date, words_beside
from tuinews.extract.page.letters import FIGURE, WIDE
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.tags import HEADINGS, Trait
from tuinews.extract.page.tree import attribute

MOST_LINES, LONGEST_CARD = 4, 500
"""Lines and letters of a card: a label, a title, its description; a box with more is a part of the text."""

LEAST_TITLE, LEAST_WIDE_TITLE = 20, 8
"""Letters from which a link beside a picture that leads to the same is the title of an article, and those of
one in ideographs."""

LINKED = 0.8
"""Share of linked letters from which a line is a link."""

SAME_HEADINGS = 2
"""Kept headings of one tag from which a linked one with a text is an item of the article and no card."""

LEAST_LINKS = 2
"""Links below a heading in its box from which it is the heading of a list of other articles."""

MOST_OF_TEXT = 0.25
"""Share of the kept letters that cards may have; with more they are what the page is about."""

PROSE, WIDE_PROSE = 60, 30
"""Letters from which a line at the head is text, whatever its box, and those in ideographs."""

HEAD_REACH, LONGEST_TIME = 6, 40
"""Lines below the headline in which the time of reading stands, and letters of such a line."""

_NOT_PLAIN = frozenset(("li", "td", "th", "dt", "dd"))
"""Elements whose minutes are data of the text: of a recipe, of a timetable."""

MOST_BESIDE = 3
"""Words of the name of a section beside a day."""

BOX_HEIGHT = 4
"""Elements around a line that may be the box of the byline: `section > div > ul > li`."""

_HIDDEN, _HEADING = int(Trait.HIDDEN), int(Trait.HEADING)
_DAY = re.compile(
    r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2}|\d:\d\d|\d{1,2}\D{1,20}(?:19|2[05])\d\d\b|\b(?:19|20)\d\d\D{1,3}\d{1,2}"
)
"""What a line has that tells the day of publication."""

_MONTH = re.compile(r"\D*\b(?:19|20)\d\d\W*")
"""What the first line of a text has that tells the month of publication: "April 2004"."""

_LISTS = frozenset(("ul", "ol", "dl"))
_OF_BYLINE = re.compile(
    r"byline|article info|thông tin bài|informa\w+ d[eo]l? art|informations? sur l'article|artikel-?info",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:tác giả|vai trò|người viết|author|role|autor[ae]?|auteur|penulis|yazan|автор)\s*[,:]\s", re.IGNORECASE
)
_CELLED = frozenset(("table", "td"))
_SET_LISTS = frozenset(("li", "table", "td"))
_BOXES = frozenset(("div", "article", "section", "li", "table", "td"))


def without_asides(page_lines: PageLines, kept: list[int], base: str | None) -> list[int]:
    """The kept lines without those that only their box shows to be none of the text."""
    if not kept:
        return kept
    found = _copies(page_lines, kept) | _of_byline(page_lines, kept) | _jumped_over(page_lines, kept)
    found |= box_lines(page_lines, kept)
    cards = _of_cards(page_lines, kept, base)
    sizes = [sum(page_lines.lines[place].size for place in places) for places in (cards, kept)]
    if sizes[0] <= MOST_OF_TEXT * sizes[1]:
        found |= cards
    found |= _heading_links(page_lines, kept, found)
    return [place for place in kept if place not in found] or kept


def _heading_links(page_lines: PageLines, kept: list[int], dropped: set[int]) -> set[int]:
    """The headings of boxes in which nothing else stands but links to other articles, of which none is kept."""
    text, found = set(kept) - dropped, set[int]()
    for place in text:
        element = page_lines.lines[place].element
        box = page_lines.parent[element]
        if page_lines.tag[element] not in HEADINGS or page_lines.first[box] != place:
            continue
        links = page_lines.lines[place + 1 : page_lines.last[box]]
        if len(links) >= LEAST_LINKS and all(line.linked >= LINKED * line.size for line in links):
            found.update({place} if text.isdisjoint(range(place + 1, page_lines.last[box])) else ())
    return found


def _copies(page_lines: PageLines, kept: list[int]) -> set[int]:
    """The hidden lines of which another kept line shows the same."""
    hidden = {place for place in kept if page_lines.traits[page_lines.lines[place].element] & _HIDDEN}
    shown = {page_lines.lines[place].text for place in kept if place not in hidden} if hidden else set()
    return {place for place in hidden if page_lines.lines[place].text in shown}


def _of_byline(page_lines: PageLines, kept: list[int]) -> set[int]:
    """The short lines at the head that are in a box labelled as the byline, or nothing but a day or a `time`."""
    times = {place for place, _ in page_lines.times}
    headings = Counter(_row_of(page_lines, page_lines.lines[place].element) for place in kept)
    found, lists = set(), dict[int, bool]()
    for place in kept:
        line = page_lines.lines[place]
        if line.size >= (WIDE_PROSE if WIDE.search(line.text) else PROSE):
            break
        if in_data_table(page_lines, place) or _is_of_row(page_lines, line.element, headings):
            continue
        dated = _DAY.search(line.text) and (is_only_a_date(line.text) or not words_beside(line.text))
        dated = dated or (line.linked > 0 and _DAY.search(line.text) and _is_day_and_section(line.text))
        dated = dated or _tells_reading_time(page_lines, place)
        dated = dated or (place == kept[0] and _MONTH.fullmatch(line.text) and is_only_a_date(line.text))
        if (
            dated
            or (place in times and line.own == "time")
            or _is_labelled_byline(page_lines, line.element, lists)
        ):
            found.add(place)
    return found


def _row_of(page_lines: PageLines, element: int) -> tuple[int, str]:
    return page_lines.parent[element], page_lines.tag[element]


def _is_of_row(page_lines: PageLines, element: int, rows: Counter[tuple[int, str]]) -> bool:
    """Whether an element is one of several headings side by side, which may be days: of a diary, of versions."""
    return page_lines.tag[element] in HEADINGS and rows[_row_of(page_lines, element)] >= SAME_HEADINGS


def _tells_reading_time(page_lines: PageLines, place: int) -> bool:
    """Whether a short line near the headline says how many minutes it takes to read the text."""
    line = page_lines.lines[place]
    near = 0 <= page_lines.h1 < place <= page_lines.h1 + HEAD_REACH
    plain = page_lines.tag[line.element] not in _NOT_PLAIN and not page_lines.traits[line.element] & _HEADING
    return (
        near
        and plain
        and line.size <= LONGEST_TIME
        and FIGURE.search(line.text) is not None
        and counts_minutes(line.text)
    )


def _is_day_and_section(text: str) -> bool:
    """Whether a line with a link says a day, and beside it but a name of few words: "03-10-2025 | Xã hội"."""
    return len(words_beside(text)) <= MOST_BESIDE


def _is_labelled_byline(page_lines: PageLines, element: int, lists: dict[int, bool]) -> bool:
    """Whether a box around a line is labelled as the byline, or is a list of roles; `lists` are those known."""
    for _ in range(BOX_HEIGHT):
        if element < 0:
            return False
        node = page_lines.node[element]
        label = f"{attribute(node, 'aria-labelledby')} {attribute(node, 'aria-label')}"
        if _OF_BYLINE.search(label):
            return True
        if page_lines.tag[element] in _LISTS:
            if element not in lists:
                lists[element] = _names_roles(page_lines, element)
            if lists[element]:
                return True
        element = page_lines.parent[element]
    return False


def _names_roles(page_lines: PageLines, element: int) -> bool:
    """Whether a list has an item that says whose the article is, and none that is a sentence."""
    lines = page_lines.lines[page_lines.first[element] : page_lines.last[element]]
    return all(line.size < PROSE for line in lines) and any(_ROLE.match(line.text) for line in lines)


def _jumped_over(page_lines: PageLines, kept: list[int]) -> set[int]:
    """The lines of sections with a link to their own end, for those who would read on: recommended articles."""
    found: set[int] = set()
    for element in page_lines.index.tagged("section"):
        places = range(page_lines.first[element], page_lines.last[element])
        if not kept[0] < places.start < places.stop <= kept[-1]:
            continue
        link = page_lines.node[element].css_first("a[href^='#']")
        target = attribute(link, "href")[1:]
        end = page_lines.lines[places.stop - 1].element
        if target and f"#{target}" in page_lines.names[end].split():
            found.update(places)
    return found


def _of_cards(page_lines: PageLines, kept: list[int], base: str | None) -> set[int]:
    """The lines of small boxes in the text with a picture and a headline that lead to another article."""
    text, found = set(kept), set[int]()
    tags = (page_lines.tag[page_lines.lines[place].element] for place in kept)
    headings = Counter(tag for tag in tags if tag in HEADINGS)
    for element in page_lines.index.tagged(*_BOXES):
        first, last = page_lines.first[element], page_lines.last[element]
        if not kept[0] < first <= kept[-1] or not 0 < last - first <= MOST_LINES:
            continue
        tag, places = page_lines.tag[element], range(first, last)
        if (
            (len(places) == 1 and tag not in _CELLED)
            or text.isdisjoint(places)
            or sum(page_lines.lines[place].size for place in places) > LONGEST_CARD
        ):
            continue
        titles = [place for place in places if _is_linked_title(page_lines, place)]
        if len(titles) != 1:
            continue
        headed = page_lines.tag[page_lines.lines[titles[0]].element]
        is_teaser = tag not in _SET_LISTS and titles[0] == places.start and places.stop in text
        is_teaser = is_teaser and headings[headed] < SAME_HEADINGS
        if _has_linked_picture(page_lines.node[element], base) or (
            is_teaser and _is_only_link(page_lines.node[element], base)
        ):
            found.update(places)
    return found | {place for place in kept if _is_in_linked_box(page_lines, place)}


def _is_only_link(box: LexborNode, base: str | None) -> bool:
    """Whether a box has one address in its links, which is that of another article of the site."""
    hrefs = {attribute(link, "href") for link in box.css("a[href]")}
    return len(hrefs) == 1 and leads_elsewhere(hrefs.pop(), base)


def _is_in_linked_box(page_lines: PageLines, place: int) -> bool:
    """Whether a line is in a box that is one link as a whole."""
    line = page_lines.lines[place]
    if line.linked < LINKED * line.size:
        return False
    box, height = page_lines.node[line.element].parent, 0
    while box is not None and height < BOX_HEIGHT and box.tag != "a":
        box, height = box.parent, height + 1
    return box is not None and box.tag == "a" and len(attribute(box, "href")) > 1


def _is_linked_title(page_lines: PageLines, place: int) -> bool:
    line = page_lines.lines[place]
    called = page_lines.tag[line.element] in HEADINGS or "title" in page_lines.names[line.element].lower()
    begins = len(line.parts) > 1 and LEAST_TITLE <= line.linked == len(line.parts[0].strip())
    is_long = line.size >= (LEAST_WIDE_TITLE if WIDE.search(line.text) else LEAST_TITLE)
    return begins or ((called or is_long) and line.linked >= LINKED * line.size)


def _has_linked_picture(box: LexborNode, base: str | None) -> bool:
    """Whether a box holds a picture that leads to another article of the site, and no link to anywhere else."""
    links = box.css("a[href]")
    hrefs = {attribute(link, "href") for link in links}
    pictured = any(link.css_first("img") is not None for link in links)
    return pictured and len(hrefs) == 1 and leads_elsewhere(hrefs.pop(), base)
