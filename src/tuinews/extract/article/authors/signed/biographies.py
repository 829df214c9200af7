"""What a page tells of the authors of an article, above or below its text, which is none of it.

"Jane Doe covers the harbour for the Post." It begins with the name of who signed, by the data of the page or its
byline, or stands in italics at the end.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from tuinews.extract.article.authors.authorship import authorless, begins_with_authorship
from tuinews.extract.article.authors.byline_look import is_italic
from tuinews.extract.article.authors.line_mentions import beside_a_date
from tuinews.extract.article.authors.persons import byline_of, is_person
from tuinews.extract.dates import is_only_a_date
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.tags import HEADINGS

AT_THE_TOP, AT_THE_END = 3, 4
"""Kept lines at either end among which an author is told of: a lead above, a note on the text below."""

LONGEST_BYLINE = 80
"""Letters of the byline whose name a biography begins with."""

FROM_END = 2
"""Kept lines from the end among which something is told of an author whom no data names."""

MOST_OF_TEXT = 0.75
"""Share of the text that must stand before what is said of its author."""

BEGINS_WITH_NAME = re.compile(
    r"([^\W\d_a-zß-ÿ][\w’'-]*[^\W\d_A-ZÀ-Ý](?:\s(?:de|da|di|del|van|von|der|den|la|le|el|al|[A-ZÀ-Ý]\.))*"
    r"(?:\s[^\W\d_a-zß-ÿ][\w’'-]+){1,3})(?=,?\s)"
)
"""A name with which a line begins."""

_TELLS = re.compile(r"\s[a-zß-ÿа-я]|,\s")
"""What follows the name of an author of whom something is told: a verb, or an apposition."""


def without_biography_below(
    page_lines: PageLines, kept: list[int], names: Callable[[], Iterable[str]]
) -> list[int]:
    """The kept lines without what is said of an author below the text: "Jane Doe covers the harbour for …".

    Under a heading of its own it is a section of the text: why readers may trust who tested all this.
    """
    end = kept[-AT_THE_END:]
    upper = [
        place
        for place in end
        if page_lines.lines[place].text[:1].isupper()
        and page_lines.tag[page_lines.lines[place].element] not in HEADINGS
    ]
    told = [name for name in names() if " " in name] if upper else []
    whole = _size(page_lines, kept)
    for place in upper:
        text = page_lines.lines[place].text
        begins = next((name for name in told if text.startswith(name)), "") or (
            _signed_above(page_lines, place, kept) or _told_in_italics(page_lines, place, kept)
        )
        tells = _TELLS.match(text, len(begins)) if begins else None
        if tells and (tells[0] != ", " or is_italic(page_lines, page_lines.lines[place])):
            left = [one for one in kept if one < place]
            headed = bool(left) and page_lines.tag[page_lines.lines[left[-1]].element] in HEADINGS
            spoken_of = any(page_lines.lines[one].text.startswith(f"{begins} ") for one in left)
            if not (headed or spoken_of) and _size(page_lines, left) >= MOST_OF_TEXT * whole:
                return left
    return kept


def without_biography_above(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without what is said of an author between the byline and the text: "Jane Doe, who has written
    of rivers since 2009, reported from …".

    It stands in another box than the text, which does not name its author. Above the byline a lead may begin so.
    """
    for count, place in enumerate(kept[:AT_THE_TOP], 1):
        line, rest = page_lines.lines[place], kept[count:]
        found = BEGINS_WITH_NAME.match(line.text)
        if found is None or not rest or not is_person(found[1]) or not _TELLS.match(line.text, found.end()):
            continue
        text = next((one for one in rest if page_lines.lines[one].size > LONGEST_BYLINE), rest[0])
        box, next_box = (page_lines.parent[page_lines.lines[one].element] for one in (place, text))
        above = range(max(page_lines.h1 + 1, place - AT_THE_TOP), place)
        if (
            box != next_box
            and 0 <= page_lines.h1 < place
            and page_lines.tag[line.element] not in HEADINGS
            and any(_is_byline_of(page_lines, one, found[1]) for one in above)
            and not any(found[1] in page_lines.lines[one].text for one in rest)
            and _size(page_lines, rest) >= MOST_OF_TEXT * _size(page_lines, kept)
        ):
            day = rest[0] if is_only_a_date(page_lines.lines[rest[0]].text) else place
            return [one for one in kept if one not in (place, day)]
    return kept


def _size(page_lines: PageLines, places: Iterable[int]) -> int:
    """The letters of these lines."""
    return sum(page_lines.lines[place].size for place in places)


def _signed_above(page_lines: PageLines, place: int, kept: list[int]) -> str:
    """The name with which a line begins, if a short line near the headline that is no text has it, too."""
    found = BEGINS_WITH_NAME.match(page_lines.lines[place].text)
    if found is None or not is_person(found[1]) or place not in kept[-FROM_END:]:
        return ""
    first = max(0, page_lines.h1)
    near = range(first + 1, min(len(page_lines.lines), max(kept[0], first + 1) + AT_THE_TOP))
    return found[1] if any(_is_byline_of(page_lines, one, found[1]) for one in near) else ""


def _told_in_italics(page_lines: PageLines, place: int, kept: Sequence[int]) -> str:
    """The name with which the last line of a text begins, if it is italic and no other line has the name."""
    line = page_lines.lines[place]
    found = BEGINS_WITH_NAME.match(line.text) if place == kept[-1] and is_italic(page_lines, line) else None
    if found is None or not is_person(found[1]):
        return ""
    named = any(found[1] in page_lines.lines[one].text for one in kept if one < place)
    return "" if named else found[1]


def author_told_of(page_lines: PageLines, kept: Sequence[int]) -> str:
    """The author of whom the line directly below the text tells, in italics; "" if none does.

    `signatures.unsigned` has taken that line out of the text.
    """
    place = kept[-1] + 1 if kept else len(page_lines.lines)
    if place >= len(page_lines.lines):
        return ""
    name = _told_in_italics(page_lines, place, (*kept, place))
    return name if name and _TELLS.match(page_lines.lines[place].text, len(name)) else ""


def _is_byline_of(page_lines: PageLines, place: int, name: str) -> bool:
    """Whether a short line names this author: behind words of authorship, or beside a day."""
    text = page_lines.lines[place].text
    if page_lines.lines[place].size > LONGEST_BYLINE or name not in text:
        return False
    told = begins_with_authorship(text) or beside_a_date(page_lines.lines, place)
    return told and name in byline_of(authorless(text)).persons
