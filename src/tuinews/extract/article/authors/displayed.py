"""Whom a page shows as its author: in the lines around the headline and at the end of the text.

A line is asked only where something speaks for a byline: its first words, the names of its elements, a link to
an author's page, a name alone beside a date. Each way in which it may be one is a mention; `authors` weighs them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from selectolax.lexbor import LexborNode

from tuinews.extract.article.authors.declared import Mention
from tuinews.extract.article.authors.persons import (
    WIDE,
    amid,
    authorless,
    begins_with_authorship,
    byline_of,
    ends_with_other_work,
    is_authorship,
    is_person,
    other_work,
)
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.tags import HEADINGS
from tuinews.extract.page.tree import attribute

BEFORE_H1, AFTER_H1 = 8, 26
"""Lines around the headline in which a byline is looked for."""

WITHOUT_H1 = 40
"""Lines at the beginning of a page without a headline."""

OF_TEXT = 6
"""Lines of the text among which a byline may stand yet: after a lead, say."""

BEFORE_END, AFTER_END = 2, 8
"""Lines around the end of the text in which it may be signed."""

LONGEST_BYLINE, LONGEST_WIDE_BYLINE = 220, 24
MADE_OF_LINKS = 0.8
"""Share of linked letters from which a line without more to it is a link to elsewhere."""

MOST_NODES = 400
"""Nodes of one element that are walked for its links."""

_W = "\u30a0-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_WIDE_NAME = rf"[{_W}·]{{2,4}}(?![{_W}]{{0,2}}\s*[:：])"
_WIDE_NAMES = rf"(?P<n>{_WIDE_NAME}(?:[\s、，,]+{_WIDE_NAME})*)"
_REPORTS = "报道|報導|報道"
_WIDE_END = rf"(?=[^{_W}\u3040-\u309f]|{_REPORTS}|$)"
_WIDE_BYLINE = re.compile(
    rf"(?:(?:作\s*者|撰文|撰稿人?|(?<![{_W}])(?:[图圖]?文|글)|執筆|著者|기자)\s*[:：/／︱｜]"
    r"|(?P<bare>(?:记\s*者|記者|通讯员)(?!\s*[:：/／]))|(?:记\s*者|記者|通讯员)\s*[:：/／])\s*"
    rf"{_WIDE_NAMES}{_WIDE_END}"
)
_SENTENCE = re.compile("[。！？]")
_OF_A_REPORT = re.compile(rf"\s*(?:[）)】／/]|{_REPORTS})")
"""What stands behind a reporter's name amid sentences; a verb stands there in "the reporter has learned"."""

_WIDE_EDITOR = re.compile(rf"(?:责任编辑|責任編輯|责编|编辑|編輯)\s*[:：]?\s*{_WIDE_NAMES}")
_WIDE_SIGNATURE = re.compile(
    rf"[（(【]\s*(?:本报|本网|新华社)?(?:记者|作者|通讯员|责任编辑|编辑)\s*[:：]?\s*{_WIDE_NAMES}"
    r"\s*[^）)】]{0,12}[）)】]?\s*$"
)
_DIGIT = re.compile("[0-9]")
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d\d"
    r"|\b\d{1,2}\.? (?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    "by-?line|author|writer|journalist|reporter|contributor|autor|auteur|autore|auther|verfasser|redakteur|username"
    "|credit|posted-?by|publisher|vcard|penulis|yazar|creator"
)
_ELSEWHERE = re.compile(
    "comment|related|teaser|card|recent|popular|sidebar|widget|caption|image|photo|bio|footer|bookmark|product|advert"
    "|newsletter|testimonial|review"
)
"""Both are asked of names in small letters: a search without regard to case takes three times as long."""

_AUTHORS_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|in)?|auteurs?|people|person|profile?s?|staff|contributors?|by|reporters?|journalists?"
    r"|users?|members?|redaktion|writers?|team|newsteam|periodista|editors?|columnists?|ueber-uns|about)(?:[/_-]|$)"
    r"|[?&](?:author|user)=",
    re.IGNORECASE,
)


_JOINED = frozenset(["by", "link", "class", "class+", "class++"])
"""Ways in which several lines in a row name an author each."""


@dataclass(frozen=True, slots=True)
class BylinePiece:
    """One text node of a line: its text, the names of the inline elements around it, the address it links to."""

    text: str
    names: str
    href: str
    rel: str

    @property
    def is_author(self) -> bool:
        """Whether it links to an author's page."""
        return bool(self.href) and ("author" in self.rel.split() or bool(_AUTHORS_PAGE.search(self.href)))


def displayed_authors(page_lines: PageLines, kept: Sequence[int]) -> Iterator[Mention]:
    """Every line that may be a byline, in page order; `kept` are the lines of the text."""
    lines = page_lines.lines
    last = kept[-1] if kept else 0
    foot = range(max(0, last - BEFORE_END), min(len(lines), last + AFTER_END))
    before: dict[tuple[str, ...], tuple[int, tuple[str, ...]]] = {}
    for place in sorted({*_head(page_lines, kept), *foot}):
        line = lines[place]
        if line.size <= LONGEST_BYLINE:
            found = [said for said in _in_line(page_lines, place, line) if said[0]]
            if found:
                around = _around(page_lines, place, line, last)
                signed = "end" in around and "set apart" in around
                for names, ways in found:
                    if signed and ways == ("alone",) and is_person(names[0]):
                        ways = ("signed",)
                    yield names, marks_at(ways, around)
                    alike = (page_lines.names[line.element], page_lines.tag[line.element], *ways)
                    where, earlier = before.get(alike, (-9, ()))
                    if place - where <= 3 and ways[-1] in _JOINED:
                        names = (*earlier, *names)
                        yield names, marks_at((ways[-1] + ":joined",), around)
                    before[alike] = (place, names)
        elif not line.text.isascii() and line.text[-1] in "）)】":
            written = _WIDE_SIGNATURE.search(line.text)
            if written:
                yield _wide(written), marks_at(("in brackets",), _around(page_lines, place, line, last))


def _head(page_lines: PageLines, kept: Sequence[int]) -> range:
    """The lines around the headline, up to the first lines of the text."""
    h1, every = page_lines.h1, len(page_lines.lines)
    start, stop = (max(0, h1 - BEFORE_H1), min(every, h1 + AFTER_H1)) if h1 >= 0 else (0, min(every, WITHOUT_H1))
    text = kept[bisect_right(kept, h1) :]
    return range(start, min(stop, text[OF_TEXT] if len(text) > OF_TEXT else stop))


def is_wide_byline(text: str) -> bool:
    """Whether a short line of wide letters says who wrote or edited, by a word such as 作者 or 责任编辑."""
    return len(text) <= LONGEST_WIDE_BYLINE and any(
        pattern.search(text) for pattern in (_WIDE_BYLINE, _WIDE_EDITOR, _WIDE_SIGNATURE)
    )


def marks_at(ways: tuple[str, ...], around: tuple[str, ...]) -> tuple[str, ...]:
    """The marks of a mention: its ways, where it stands, and each way there."""
    return ("shown", *ways, *around, *(f"{way}@{where}" for way in ways for where in around))


def _in_line(page_lines: PageLines, place: int, line: PageLine) -> Iterator[Mention]:
    text, size = line.text, line.size
    wide = not text.isascii() and WIDE.search(text) is not None
    if wide:
        for pattern, way in ((_WIDE_BYLINE, "by"), (_WIDE_EDITOR, "editor")):
            found = pattern.search(text)
            if found and not _is_told_of(text, found):
                yield _wide(found), (way,)
                return
    level = level_of(page_lines, line)
    pieces = pieces_of(page_lines, line) if line.links or (len(line.nodes) > 1 and (level or size < 120)) else []
    text = _parted(text, pieces)
    led = begins_with_authorship(text)
    yielded = False
    if led or (size < 60 and place and is_authorship(page_lines.lines[place - 1].text)):
        yield from _said(authorless(text), "by")
        yielded = True
    elif rest := other_work(text):
        yield from _said(rest, "other")
        yielded = True
    elif size < 160 and (rest := amid(text)):
        yield from _said(rest, "amid", 1)
        yielded = True
    pieces = _before_others(pieces)
    linked = [piece for piece in pieces if piece.is_author]
    if linked:
        ways = ("link", "rel") if any("author" in piece.rel.split() for piece in linked) else ("link",)
        yield _each(linked), (*ways, "linkby") if led else ways
        yielded = True
    named = [piece for piece in pieces if piece not in linked and piece.names and is_called_author(piece.names)]
    if named and len(pieces) > 1:
        yield _each(named), ("named",)
        yielded = True
    if yielded or size >= 120:
        return
    if level:
        yield from _said(text, level)
    elif (size < 60 and is_person(text)) or (size < 80 and _is_set_apart(page_lines, line)):
        yield from _said(text, "alone")
    elif size < 100 and _has_date(text) and (byline := byline_of(text)).persons:
        yield byline.persons, ("dated",)
    elif size < 100 and pieces and _beside_a_date(page_lines.lines, place):
        for piece in [piece for piece in pieces if is_person(piece.text)][:1]:
            yield (piece.text,), ("beside",)
    elif size < 24 and not wide and _beside_a_date(page_lines.lines, place):
        yield from _said(text, "alone")


def _said(text: str, way: str, most: int = 3) -> Iterator[Mention]:
    byline = byline_of(text)
    if byline.persons:
        yield byline.persons, (way,)
        if not byline.complete:
            yield byline.parts, (way + ":parts",)
    elif byline.parts and len(byline.parts[0]) < 40:
        yield byline.parts[:most], (way,)
    if byline.whole and len(byline.whole) < 60 and (byline.whole,) not in (byline.persons, byline.parts[:most]):
        yield (byline.whole,), (way + ":whole",)


def _each(pieces: list[BylinePiece]) -> tuple[str, ...]:
    """The persons of several pieces; where there is none, what the first says."""
    bylines = [byline_of(authorless(piece.text)) for piece in pieces[:8] if not is_authorship(piece.text)]
    persons = tuple(dict.fromkeys(name for byline in bylines for name in byline.persons))
    return persons or next((byline.parts[:1] for byline in bylines if byline.parts), ())


def _before_others(pieces: list[BylinePiece]) -> list[BylinePiece]:
    """The pieces before "Reviewed by" and the like."""
    for place, piece in enumerate(pieces[:-1]):
        if ends_with_other_work(piece.text) and place:
            return pieces[: place + 1]
    return pieces


def _wide(found: re.Match[str]) -> tuple[str, ...]:
    return tuple(re.split(r"[\s、，,]+", found["n"]))


def _is_told_of(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence tells what a reporter does, and does not name one: "记者获悉，…"."""
    bare = found.groupdict().get("bare")
    return bool(bare and _SENTENCE.search(text) and not _OF_A_REPORT.match(text, found.end()))


def _parted(text: str, pieces: list[BylinePiece]) -> str:
    """The line with a bar where two pieces touch that a page sets apart by style alone: `Jane DoeEditor`."""
    for before, after in pairwise(pieces):
        touching = before.text + after.text
        if before.text[-1:].isalnum() and after.text[:1].isalnum() and touching in text:
            bar = " " if is_authorship(before.text) else " | "
            text = text.replace(touching, before.text + bar + after.text, 1)
    return text


def _around(page_lines: PageLines, place: int, line: PageLine, last: int) -> tuple[str, ...]:
    """Where a line stands: from the headline, from the end, in what, and whether it is set like a signature."""
    found = []
    if page_lines.h1 >= 0:
        far = place - page_lines.h1
        steps = ((-6, "far before"), (-1, "before"), (0, "headline"), (3, "after"), (8, "below"), (26, "further"))
        found.append(next((name for most, name in steps if far <= most), "far"))
    found.append("end" if last - 1 <= place <= last + 4 else "beyond" if place > last else "inside")
    names = " ".join(_names_of(page_lines, line)).lower()
    if _ELSEWHERE.search(names):
        found.append("elsewhere")
    if "comment" in names:
        found.append("comment")
    if _beside_a_date(page_lines.lines, place) or _has_date(line.text):
        found.append("date")
    if line.linked >= MADE_OF_LINKS * line.size:
        found.append("linked")
    if page_lines.tag[line.element] in HEADINGS:
        found.append("heading")
    if _is_set_apart(page_lines, line):
        found.append("set apart")
    return tuple(found)


def level_of(page_lines: PageLines, line: PageLine) -> str:
    """How near to a line an element is that is called author: "class", "class+", "class++"; "" where none is."""
    own, *above = _names_of(page_lines, line)
    if is_called_author(own):
        return "class"
    return next(
        (name for name, names in zip(("class+", "class++"), above, strict=True) if is_called_author(names)), ""
    )


def _names_of(page_lines: PageLines, line: PageLine) -> tuple[str, str, str]:
    names, parent = page_lines.names, page_lines.parent
    above = parent[line.element]
    upper = parent[above] if above >= 0 else -1
    return (
        f"{line.own} {names[line.element]}",
        names[above] if above >= 0 else "",
        names[upper] if upper >= 0 else "",
    )


@lru_cache(maxsize=20_000)
def is_called_author(names: str) -> bool:
    """Whether the names of an element say that an author's name stands in it."""
    small = names.lower()
    return _NAMED.search(small) is not None or "fn" in small.split()


def pieces_of(page_lines: PageLines, line: PageLine) -> list[BylinePiece]:
    """The text nodes of a line with the inline elements around them."""
    wanted = set(line.nodes)
    root = page_lines.node[line.element]
    pieces: list[BylinePiece] = []
    stack: list[tuple[LexborNode | None, str, str, str]] = [(root.child, "", "", "")]
    budget = MOST_NODES
    while stack and len(pieces) < len(wanted) and budget:
        node, names, href, rel = stack.pop()
        if node is None:
            continue
        budget -= 1
        stack.append((node.next, names, href, rel))
        if node.tag == "-text":
            if node.mem_id in wanted:
                text = " ".join((node.text_content or "").split())
                if text:
                    pieces.append(BylinePiece(text, names, href, rel))
                else:
                    wanted.discard(node.mem_id)
        elif node.child is not None:
            attributes = node.attributes
            inner = f"{names} {attributes.get('class') or ''} {attributes.get('itemprop') or ''}".strip()
            if node.tag == "a":
                href, rel = attributes.get("href") or "#", attributes.get("rel") or ""
            stack.append((node.child, inner, href, rel))
    return pieces


def _is_set_apart(page_lines: PageLines, line: PageLine) -> bool:
    return line.bold >= 0.8 * line.size or is_right_aligned(page_lines, line)


def is_right_aligned(page_lines: PageLines, line: PageLine) -> bool:
    """Whether a line is set to the right, as Vietnamese papers set the author's name."""
    node = page_lines.node[line.element]
    style = attribute(node, "style").replace(" ", "").lower()
    return (
        "text-align:right" in style
        or attribute(node, "align") == "right"
        or "right" in attribute(node, "class").lower()
    )


@lru_cache(maxsize=4_000)
def _has_date(text: str) -> bool:
    return _DIGIT.search(text) is not None and _DATE.search(text) is not None


def _beside_a_date(lines: list[PageLine], place: int) -> bool:
    around = lines[max(0, place - 2) : place] + lines[place + 1 : place + 3]
    return any(line.size < 80 and _has_date(line.text) for line in around)
