"""The names in one line, with the signs that make a byline of it.

The first words of the line, the names of its elements, a link to an author's page, a name alone beside a date.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tuinews.extract.article.authors.authorship import (
    after_inline_authorship,
    authorless,
    begins_with_authorship,
    ends_with_other_work,
    is_authorship,
    is_nobody,
    is_picture_credit,
    other_work,
)
from tuinews.extract.article.authors.byline_look import (
    is_called_author,
    is_set_apart,
    is_vietnamese_signature,
    level_of,
)
from tuinews.extract.article.authors.mentions import Mention
from tuinews.extract.article.authors.not_authors import is_sentence
from tuinews.extract.article.authors.persons import (
    byline_of,
    double_name,
    is_office,
    is_person,
    is_place,
    is_vietnamese_person,
    less_brackets,
)
from tuinews.extract.article.authors.pieces import BylinePiece, parted, pieces_of
from tuinews.extract.article.authors.wide_bylines import (
    LONGEST_REPORTER,
    REPORTER_BEHIND,
    WIDE_BYLINE,
    WIDE_EDITOR,
    beside_wide_day,
    is_subject,
    is_wide_byline,
    wide_names,
)
from tuinews.extract.dates import is_only_a_date
from tuinews.extract.page.letters import WIDE
from tuinews.extract.page.lines import PageLine, PageLines

LONGEST_INLINE, LONGEST_OTHER = 160, 120
"""Letters of a line with a byline inside it, and of a line without any words of authorship."""

LONGEST_ALONE, LONGEST_APART, LONGEST_DATED, LONGEST_SHORT = 60, 80, 100, 24
"""Letters of a line that is a name alone, a name set apart by its style, a name with or beside a date, and
anything short beside a date."""

LONGEST_PART, MOST_PARTS, MOST_PIECES = 40, 3, 8
"""Letters of a part and number of parts of a byline without persons, and pieces of a line that are read as
names."""

BESIDE, LONGEST_DATE_LINE = 2, 80
"""Lines before and after a line in which a date is beside it, and letters of such a date line."""

BELOW_H1 = 3
"""Lines below the headline in which names alone above a day are those of the authors."""

ENDS_OF_SENTENCE = '.!?…”"»'
"""Signs behind a sentence, in which "by" may stand before a thing: "page by page", "lent by the market."."""

WORDS_BEFORE = 6
"""Words before "by" from which a line that ends as a sentence is one; "Photographs and text by" has fewer."""

_BARS = frozenset("|·•—–/")

_ACCORDING = re.compile(r"\W*theo\s", re.IGNORECASE)
"""What stands before the source of a reprinted text, which is an author only as a person."""

_DIGIT = re.compile("[0-9]")
LONGEST_DAY = 25
"""Letters of a part with a figure that is a day in whichever calendar."""

_DIGIT_OF_ANY = re.compile(r"\d")
_BETWEEN = re.compile(r"\s+[|•·–—]\s+|\s*[|•·]\s*")
"""What parts a byline from the day beside it."""


_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d\d"
    r"|\b\d{1,2}\.? (?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)",
    re.IGNORECASE,
)

_JOINS = re.compile(r"\s(?:and|und|et|y|e|och|og|en|và)\s|&", re.IGNORECASE)


def mentions_in_line(page_lines: PageLines, place: int, line: PageLine) -> Iterator[Mention]:
    """The names that a line may give, each with the marks that say so; `place` is its place on the page."""
    text, size = line.text, line.size
    if is_nobody(text):
        return
    wide = not text.isascii() and WIDE.search(text) is not None
    if wide and (mention := _wide_mention(text)):
        yield mention
        return
    level = level_of(page_lines, line)
    pieces = (
        pieces_of(page_lines, line)
        if line.links or (len(line.nodes) > 1 and (level or size < LONGEST_OTHER))
        else []
    )
    text = _before_its_date(line) or byline_beside_day(text) or _before_mail(parted(text, pieces), pieces)
    if text[:1] == "(" and text.find(")") == len(text) - 1:
        text = text[1:-1]
    led = begins_with_authorship(text) and not is_sentence(text)
    after_label = size < LONGEST_ALONE and place > 0 and is_authorship(page_lines.lines[place - 1].text)
    by_words = _by_words(text, size, led=led or after_label)
    pieces = _before_others(pieces)
    by_pieces = list(_by_pieces(pieces, text, led=led))
    yield from by_words or ()
    yield from by_pieces
    if by_words is not None or by_pieces or size >= LONGEST_OTHER:
        return
    if level:
        first = line.parts[0].strip() if len(line.parts) > 1 else ""
        is_above_office = is_person(first) and not byline_of(text).persons
        yield from _names_in(first if is_above_office else text, level)
    else:
        yield from _by_look(page_lines, place, text, pieces, wide=wide)


def _before_its_date(line: PageLine) -> str:
    """The byline in an element of its own before that of a date, as a line has both; "" where it has not."""
    first, *others = line.parts or ("",)
    behind = " ".join(" ".join(others).split()).strip("|•· -–—")
    return first.strip() if behind and begins_with_authorship(first) and is_only_a_date(behind) else ""


@lru_cache(maxsize=4_000)
def byline_beside_day(text: str) -> str:
    """The byline in a line that has nothing else but the day, a bar between them: "2 June 2026 | By Jane Doe"; in
    ideographs without a bar, too.
    """
    if not text.isascii() and (name := beside_wide_day(text)):
        return name
    if len(text) >= LONGEST_OTHER or _DIGIT_OF_ANY.search(text) is None or _BETWEEN.search(text) is None:
        return ""
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    signed = [part for part in parts if begins_with_authorship(part) or is_wide_byline(part)]
    days = [part for part in parts if part not in signed]
    told = all(_DIGIT_OF_ANY.search(day) and (len(day) <= LONGEST_DAY or is_only_a_date(day)) for day in days)
    return signed[0] if len(signed) == 1 and days and told else ""


def _before_mail(text: str, pieces: list[BylinePiece]) -> str:
    """A byline up to the link that writes to its author: "By Jane Doe E-mail the author | Follow"."""
    for piece in pieces[1:]:
        at = text.find(piece.text) if piece.href.startswith("mailto:") else 0
        if at > 0 and byline_of(authorless(text[:at])).persons:
            return text[:at]
    return text


@lru_cache(maxsize=4_000)
def has_date(text: str) -> bool:
    """Whether a text has a date or a time of day, as the press prints them."""
    return _DIGIT.search(text) is not None and _DATE.search(text) is not None


def beside_a_date(lines: list[PageLine], place: int) -> bool:
    """Whether a short line with a date stands just before or after a line."""
    for line in lines[max(0, place - BESIDE) : place + 1 + BESIDE]:
        if line.size < LONGEST_DATE_LINE and has_date(line.text) and line is not lines[place]:
            return True
    return False


def is_above_its_day(page_lines: PageLines, place: int) -> bool:
    """Whether a line stands directly below the headline and directly above a line that is nothing but the day."""
    below = page_lines.lines[place + 1 : place + 2]
    return 0 <= page_lines.h1 < place <= page_lines.h1 + BELOW_H1 and any(
        is_only_a_date(one.text) for one in below
    )


def _wide_mention(text: str) -> Mention | None:
    """The names behind or before words of authorship in ideographs, kana or Hangul."""
    if len(text) <= LONGEST_REPORTER and (found := REPORTER_BEHIND.search(text)):
        return Mention(wide_names(found), ("by",))
    for pattern, sign in ((WIDE_BYLINE, "by"), (WIDE_EDITOR, "editor")):
        found = pattern.search(text)
        if found and not is_subject(text, found):
            return Mention(wide_names(found), (sign,))
    return None


def _by_words(text: str, size: int, *, led: bool) -> Iterable[Mention] | None:
    """The names behind words of authorship, which begin a line that is `led`; None if there are none."""
    if led:
        rest = authorless(text)
        if rest[:1].islower() and " " in rest and text[-1] in ENDS_OF_SENTENCE:
            return ()
        if _ACCORDING.match(text):  # behind the person stands the paper: "Theo Hà Linh/Đồng Quê"
            rest = rest.partition("/")[0]
            return _names_in(rest, "by") if any(map(is_vietnamese_person, byline_of(rest).persons)) else ()
        return _names_in(rest, "by")
    if rest := other_work(text):
        pictured = ("picture",) if is_picture_credit(text) else ()
        return (Mention(names, (*marks, *pictured)) for names, marks in _names_in(rest, "other"))
    if size < LONGEST_INLINE and (rest := after_inline_authorship(text)):
        return None if _is_inside_sentence(text, rest) else _names_in(rest, "inline", 1)
    return None


def _is_inside_sentence(text: str, rest: str) -> bool:
    """Whether "by" stands in a sentence, before a thing or behind a clause: "… sagte sie vom Verband."."""
    before = text[: len(text) - len(rest)]
    words = before.split()
    clause = len(words) > WORDS_BEFORE and _DIGIT.search(before) is None and _BARS.isdisjoint(before)
    clause = clause and not words[-2].endswith(",")
    return text[-1] in ENDS_OF_SENTENCE and (rest[:1].islower() or clause)


def _by_pieces(pieces: list[BylinePiece], text: str, *, led: bool) -> Iterator[Mention]:
    """The names in links to the pages of authors, and in elements that are called so."""
    several = len(pieces) > 1
    mailed = several and pieces[1].href.startswith("mailto:")
    first = pieces[0].text.strip(" |·•,–—-") if mailed else ""
    pieces = [piece for piece in pieces if "@" not in piece.text or " " in piece.text]
    linked = [piece for piece in pieces if piece.is_author]
    if linked:
        marks = ("link", "rel") if any("author" in piece.rel.split() for piece in linked) else ("link",)
        names = _with_unlinked(_each(linked), text) if led else _each(linked)
        yield Mention(names, (*marks, "linkby") if led else marks)
    if first and not linked and is_person(first):
        yield Mention((first,), ("named",))
    named = [piece for piece in pieces if piece not in linked and piece.names and is_called_author(piece.names)]
    if named and several:
        yield Mention(_each(named), ("named",))


def _by_look(
    page_lines: PageLines, place: int, text: str, pieces: list[BylinePiece], *, wide: bool
) -> Iterator[Mention]:
    """The names in a line without words of authorship: alone, set apart by its style, with or beside a date."""
    line = page_lines.lines[place]
    size = line.size
    if is_place(text):
        return
    if len(line.parts) > 1 and size < LONGEST_ALONE:
        first, *behind = line.parts
        if is_person(first.strip()) and is_office(" ".join(" ".join(behind).split())):
            yield Mention((first.strip(),), ("named",))
            return
    below = page_lines.lines[place + 1].text if place + 1 < len(page_lines.lines) else ""
    if is_above_its_day(page_lines, place) and _are_persons_alone(line, text):
        yield Mention(byline_of(text).persons, ("signed",))
    elif size < LONGEST_ALONE and is_person(text) and not wide and _is_introduced(page_lines, line, below):
        yield Mention(byline_of(text).persons or (text,), ("named",))
    elif size < LONGEST_ALONE and is_vietnamese_signature(text):
        yield from _names_in(text.partition(" (")[0], "alone")
    elif (size < LONGEST_ALONE and is_person(less_brackets(text))) or (
        size < LONGEST_APART and is_set_apart(page_lines, line) and not _is_partly_persons(text)
    ):
        yield from _names_in(text, "alone")
    elif _are_persons_alone(line, text) and beside_a_date(page_lines.lines, place):
        yield Mention(byline_of(text).persons, ("alone",))
    elif size < LONGEST_DATED and has_date(text) and (byline := byline_of(text)).persons:
        first = next((piece.text for piece in pieces if is_person(piece.text)), "") if wide else ""
        yield Mention((byline_of(first).persons or (first,)) if first else byline.persons, ("dated",))
    elif size < LONGEST_DATED and pieces and beside_a_date(page_lines.lines, place):
        for piece in [piece for piece in pieces if is_person(piece.text) and not is_place(piece.text)][:1]:
            yield Mention((piece.text,), ("beside",))
    elif size < LONGEST_SHORT and not wide and beside_a_date(page_lines.lines, place):
        yield from _names_in(text, "alone")


def _are_persons_alone(line: PageLine, text: str) -> bool:
    """Whether a line is nothing but the names of several persons, and no links to topics."""
    alone = line.size < LONGEST_APART and not line.links and len(line.nodes) == 1
    byline = byline_of(text) if alone else None
    return byline is not None and len(byline.persons) > 1 and byline.complete


def _is_introduced(page_lines: PageLines, line: PageLine, below: str) -> bool:
    """Whether a name has its position behind or below it, or is the text of the portrait before it."""
    name, _, behind = line.text.partition(", ")
    return is_office(below) or is_office(behind) or (line.pictures > 0 and name in page_lines.alts)


def _names_in(text: str, sign: str, most: int = MOST_PARTS) -> Iterator[Mention]:
    byline = byline_of(text)
    if byline.persons:
        yield Mention(byline.persons, (sign,))
        if not byline.complete:
            yield Mention(byline.parts, (sign + ":parts",))
    elif byline.parts and len(byline.parts[0]) < LONGEST_PART:
        yield Mention(byline.parts[:most], (sign,))
    if (
        byline.whole
        and len(byline.whole) < LONGEST_ALONE
        and (byline.whole,) not in (byline.persons, byline.parts[:most])
    ):
        yield Mention((byline.whole,), (sign + ":whole",))


def _with_unlinked(linked: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The linked persons of a byline, with those it joins to them without a link: "By Jane Doe and John Roe"."""
    byline = byline_of(authorless(text))
    more = byline.complete and set(linked) < set(byline.persons) and _JOINS.search(text) is not None
    return byline.persons if more else linked


def _is_partly_persons(text: str) -> bool:
    """Whether a text has what looks like a person beside other words, as a heading in bold letters may."""
    byline = byline_of(text)
    return bool(byline.persons) and not (byline.complete and text.lstrip('"“*-–— ').startswith(byline.persons[0]))


def _each(pieces: list[BylinePiece]) -> tuple[str, ...]:
    """The persons in several pieces; if there is none, the first part of the first."""
    bylines = [
        byline_of(authorless(piece.text)) for piece in pieces[:MOST_PIECES] if not is_authorship(piece.text)
    ]
    persons = tuple(dict.fromkeys(name for byline in bylines for name in byline.persons))
    if len(pieces) == 1 and (double := double_name(pieces[0].text)):
        return (double,)
    return persons or next((byline.parts[:1] for byline in bylines if byline.parts), ())


def _before_others(pieces: list[BylinePiece]) -> list[BylinePiece]:
    """The pieces before "Reviewed by" and the like."""
    for place, piece in enumerate(pieces[:-1]):
        if ends_with_other_work(piece.text) and place:
            return pieces[: place + 1]
    return pieces
