"""The authors that a page displays: in the lines around the headline and at the end of the text.

A line counts only with a sign of a byline: its first words, the names of its elements, a link to an author's page,
a name alone beside a date. Each sign makes a mention of its own; `authors` chooses among them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tuinews.extract.article.authors.authorship import begins_with_authorship
from tuinews.extract.article.authors.byline_look import is_attribution, is_set_apart, level_of, names_of
from tuinews.extract.article.authors.line_mentions import (
    LONGEST_ALONE,
    beside_a_date,
    has_date,
    mentions_in_line,
)
from tuinews.extract.article.authors.mentions import Mention
from tuinews.extract.article.authors.persons import is_person, is_vietnamese_person
from tuinews.extract.article.authors.wide_bylines import (
    REPORTER_AHEAD,
    WIDE_SIGNATURE,
    signed_in_brackets,
    wide_names,
)
from tuinews.extract.page.letters import FIGURE
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.names import holds_comments
from tuinews.extract.page.patterns import NamePattern
from tuinews.extract.page.tags import HEADINGS, Trait

BEFORE_H1, AFTER_H1 = 8, 26
"""Lines before and after the headline in which a byline is looked for: kickers, lead, date, share buttons."""

WITHOUT_H1 = 40
"""Lines at the beginning of a page without a headline in which a byline is looked for."""

OF_TEXT = 6
"""Lines of the text among which a byline may be, for example after a lead."""

BEFORE_END, AFTER_END = 2, 8
"""Lines before and after the end of the text in which it may be signed."""

SIGNED_BEFORE = 10
"""Lines before the end of what is kept in which a labelled signature stands, if the page goes on below it."""

LONGEST_BYLINE = 220
"""Letters of a byline in an alphabet: several names with their positions."""

SIGNED_BELOW = 3
"""Lines from the end of the text on that may end with a name in brackets."""

LONGEST_DATELINE = 60
"""Letters of a place, an agency and a reporter before a text."""

NEAR = 3
"""Lines between two bylines with the same markup that name the authors of one text."""

ITEM_HEIGHT = 3
"""Elements from a name up to the item of a list that holds it."""

MADE_OF_LINKS = 0.8
"""Share of linked letters from which a line is a link."""

_ELSEWHERE = re.compile(
    "comment|related|teaser|card|recent|popular|sidebar|widget|caption|image|photo|bio|footer|bookmark|product|advert"
    "|newsletter|testimonial|review"
)

_QUOTED = re.compile(r"(?:^|[\s_-])(?:pull-?|block-?)?quote(?!d)|quote-?(?:box|author|name|by)", re.IGNORECASE)
"""Class names of a quotation, whose speaker is no author."""

_FOOT_OF_ARTICLE = re.compile("(?:article|post|entry|story|detail|content|news)[-_]{0,2}footer")
"""Both are for names in lower case: a search that ignores case takes three times as long."""

_AND_OTHERS = re.compile(
    r"\b(?:và|and|und|et|y)\s+\d{1,2}\s+(?:tác giả khác|người khác|(?:other|more|weitere|autres?|otros?)\b)",
    re.IGNORECASE,
)
"""What a byline says of authors whom only a list behind it names."""

_OF_OTHERS = NamePattern(
    r"(?:^|[\s_#-])(?:related\w*|recommend\w*|read-?(?:more|next|also)|more-?(?:from|on|stories)|teasers?|trending|"
    r"most-?(?:read|popular)|popular|recent-?(?:posts|articles|news|stories)?|latest|outbrain|taboola|tin-lien-quan|"
    r"lien-quan|tin-moi|xem-them)(?=$|[\s_-])",
    *("related", "recommend", "read", "more", "teaser", "trending", "popular", "recent", "latest", "outbrain"),
    *("taboola", "quan", "moi", "them"),
)
"""Class names of what holds other articles, each with its own byline."""

_QUOTE, _HIDDEN = int(Trait.QUOTE), int(Trait.HIDDEN)

_CAPTION = int(Trait.CAPTION)

_PICTURED = int(Trait.FIGURE | Trait.CAPTION)

_NO_SIGNATURE = frozenset(["comment", "linked"])
"""Places where a name alone signs nothing: a reader who comments, a list of other articles."""

_CELLS = frozenset(["td", "th"])

MOST_CELLS = 80
"""Cells of a table below the text that are stepped over."""

_NOWHERE = -9

_JOINED = frozenset(["by", "link", "class", "class+", "class++"])
"""Signs with which several lines in a row name one author each."""


def displayed_authors(page_lines: PageLines, kept: Sequence[int]) -> Iterator[Mention]:
    """Every line that may be a byline, in page order; `kept` are the lines of the text."""
    lines = page_lines.lines
    last = _end_of(page_lines, kept)
    for place in range(last, min(len(lines), last + SIGNED_BELOW)) if kept else ():
        if names := signed_in_brackets(lines[place].text):
            yield Mention(names, ("in brackets",)).on_page(_around(page_lines, place, last))
    subheads = {
        p for p in kept if page_lines.tag[lines[p].element] in HEADINGS and not level_of(page_lines, lines[p])
    }
    row = _BylinesInARow(page_lines)
    for place in around_text(page_lines, kept):
        line = lines[place]
        if page_lines.traits[line.element] & _PICTURED or place in subheads:
            continue
        if page_lines.traits[line.element] & _QUOTE or (place > last and is_of_others(page_lines, line.element)):
            continue
        if is_attribution(page_lines, place):
            continue
        if not _is_called_quotation(" ".join(names_of(page_lines, line))):
            yield from _of_line(page_lines, place, last, row)


def is_of_others(page_lines: PageLines, element: int) -> bool:
    """Whether an element lies in the comments, or in a box of other articles, that does not hold the headline."""
    return any(holds_comments(name) or _OF_OTHERS.matches(name) for name in page_lines.names_apart(element))


def _of_line(page_lines: PageLines, place: int, last: int, row: "_BylinesInARow") -> Iterator[Mention]:
    """What one line mentions: an agency's dateline, a byline, or a signature at the end of a paragraph."""
    line = page_lines.lines[place]
    if "=" in line.text[:LONGEST_DATELINE] and (ahead := REPORTER_AHEAD.match(line.text)):
        yield Mention(wide_names(ahead), ("by",)).on_page(_around(page_lines, place, last))
    elif line.size <= LONGEST_BYLINE:
        row.notice_others(place)
        found = [mention for mention in mentions_in_line(page_lines, place, line) if mention.names]
        if found:
            around = _around(page_lines, place, last)
            for mention in _signed(found, around):
                yield mention.on_page(around)
                yield from row.joined(place, mention, around)
    elif not line.text.isascii() and line.text[-1] in "）)】" and (written := WIDE_SIGNATURE.search(line.text)):
        yield Mention(wide_names(written), ("in brackets",)).on_page(_around(page_lines, place, last))


def _signed(found: list[Mention], around: tuple[str, ...]) -> Iterator[Mention]:
    """The mentions of a line; a person alone at the end of the text, set apart by its style, has signed it."""
    is_signature = {"end", "set apart"} <= set(around) and _NO_SIGNATURE.isdisjoint(around)
    for mention in found:
        signs = is_signature and mention.marks == ("alone",) and is_person(mention.names[0])
        yield mention._replace(marks=("signed",)) if signs else mention


class _BylinesInARow:
    """Lines near each other with the same markup, of which each names one author of the same text."""

    def __init__(self, page_lines: PageLines) -> None:
        self._page_lines = page_lines
        self._others = _NOWHERE
        self._before: dict[tuple[str, ...], tuple[int, tuple[str, ...]]] = {}

    def notice_others(self, place: int) -> None:
        """Remember a line that announces others: "and 2 others"."""
        text = self._page_lines.lines[place].text
        if FIGURE.search(text) and _AND_OTHERS.search(text):
            self._others = place

    def _are_items(self, one: int, other: int, *, linked: bool) -> bool:
        """Whether two lines that are called authors', or hidden links to their pages, are items of one list."""
        first, second = (self._item_of(self._page_lines.lines[place].element) for place in (one, other))
        parent = self._page_lines.parent
        element = self._page_lines.lines[other].element
        listed = linked and bool(self._page_lines.traits[element] & _HIDDEN)
        called = listed or bool(level_of(self._page_lines, self._page_lines.lines[other]))
        return called and 0 < first != second > 0 and parent[first] == parent[second]

    def _item_of(self, element: int) -> int:
        """The item of a list that holds an element, 0 where none does."""
        for _ in range(ITEM_HEIGHT):
            if element <= 0 or self._page_lines.tag[element] == "li":
                return max(element, 0)
            element = self._page_lines.parent[element]
        return 0

    def joined(self, place: int, mention: Mention, around: tuple[str, ...]) -> Iterator[Mention]:
        """The mention together with those of the lines before it, where there are any in a row with it."""
        names, marks = mention
        element = self._page_lines.lines[place].element
        alike = (self._page_lines.names[element], self._page_lines.tag[element], *marks)
        earlier_place, earlier = self._before.get(alike, (_NOWHERE, ()))
        signed = marks == ("signed",) and place == earlier_place + 1 and all(map(is_vietnamese_person, names))
        if signed or (place - earlier_place <= NEAR and marks[-1] in _JOINED):
            names = (*earlier, *names)
            together = Mention(names, (marks[-1] + ":joined",)).on_page(around)
            is_announced = signed or place - self._others <= NEAR + len(names)
            is_announced = is_announced or (
                "inside" in around
                and all(map(is_person, names))
                and self._are_items(earlier_place, place, linked="link" in marks)
            )
            yield together._replace(marks=(*together.marks, "announced")) if is_announced else together
        self._before[alike] = (place, names)


@lru_cache(maxsize=4_000)
def _is_called_quotation(names: str) -> bool:
    return "quote" in names.lower() and _QUOTED.search(names) is not None


def around_text(page_lines: PageLines, kept: Sequence[int]) -> list[int]:
    """The lines around the headline and at the end of the text, in page order."""
    last = _end_of(page_lines, kept)
    foot = range(max(0, last - BEFORE_END), min(len(page_lines.lines), last + AFTER_END))
    signed = (
        place for place in range(max(0, last - SIGNED_BEFORE), last) if _is_labelled(page_lines.lines[place])
    )
    return sorted({*_head(page_lines, kept), *foot, *signed})


def _is_labelled(line: PageLine) -> bool:
    """Whether a short line begins with words of authorship and a colon: "Bài và ảnh: …"."""
    return line.size < LONGEST_ALONE and ":" in line.text and begins_with_authorship(line.text)


def _end_of(page_lines: PageLines, kept: Sequence[int]) -> int:
    """The last line of the text, or of the table or the captions directly below it."""
    text = last = kept[-1] if kept else 0
    stop = min(len(page_lines.lines), last + MOST_CELLS)
    while last + 1 < stop and (
        page_lines.traits[page_lines.lines[last + 1].element] & _CAPTION
        or _is_cell_below(page_lines, last + 1, text)
    ):
        last += 1
    return last


def _is_cell_below(page_lines: PageLines, place: int, text: int) -> bool:
    """Whether a line is a cell of a table that begins below the text, and not of one that holds the text too."""
    element = page_lines.lines[place].element
    if page_lines.tag[element] not in _CELLS:
        return False
    while element > 0 and page_lines.tag[element] != "table":
        element = page_lines.parent[element]
    return page_lines.first[element] > text


def _head(page_lines: PageLines, kept: Sequence[int]) -> range:
    """The lines around the headline, up to the first lines of the text."""
    h1, every = page_lines.h1, len(page_lines.lines)
    start, stop = (max(0, h1 - BEFORE_H1), min(every, h1 + AFTER_H1)) if h1 >= 0 else (0, min(every, WITHOUT_H1))
    text = kept[bisect_right(kept, h1) :]
    return range(start, min(stop, text[OF_TEXT] if len(text) > OF_TEXT else stop))


def _around(page_lines: PageLines, place: int, last: int) -> tuple[str, ...]:
    """The place of a line: from the headline, from the end, in what element, and whether it looks like a
    signature.
    """
    line = page_lines.lines[place]
    found = []
    if page_lines.h1 >= 0:
        far = place - page_lines.h1
        steps = ((-6, "far before"), (-1, "before"), (0, "headline"), (3, "after"), (8, "below"), (26, "further"))
        found.append(next((name for most, name in steps if far <= most), "far"))
    found.append("end" if last - 1 <= place <= last + 4 else "beyond" if place > last else "inside")
    names = " ".join(names_of(page_lines, line)).lower()
    if _ELSEWHERE.search(names) and _ELSEWHERE.search(_FOOT_OF_ARTICLE.sub("", names)):
        found.append("elsewhere")
    if "comment" in names:
        found.append("comment")
    if beside_a_date(page_lines.lines, place) or has_date(line.text):
        found.append("date")
    if line.linked >= MADE_OF_LINKS * line.size:
        found.append("linked")
    if page_lines.tag[line.element] in HEADINGS:
        found.append("heading")
    if is_set_apart(page_lines, line):
        found.append("set apart")
    return tuple(found)
