"""Running text: spans with their looks, flowed into lines of a width."""

import re
from dataclasses import field
from urllib.parse import urlsplit

from tuinews.late import late_pattern
from tuinews.model.document import NOTE_HREF, Mark, Span, Spans
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line, clean_text
from tuinews.typeset.breaks import collapse, stretches
from tuinews.typeset.cells import joined, width
from tuinews.typeset.pieces import Piece, Role

_SHOWN_ADDRESS = 40
"""Characters of a bare address from which it is shown shorter."""
_SHORTENED = "/…"
_ADDRESS = late_pattern(r"(?:https?://|www\.)[^\s]+", re.IGNORECASE)
_NOTHING_BEFORE = " \u200c\u200d" + "".join(map(chr, range(0xFE00, 0xFE10)))
_RAISED = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_CAN_RAISE = late_pattern(r"[0-9+\-=()ni]+")
_CAN_LOWER = late_pattern(r"[0-9+\-=()]+")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """What the characters of a run have in common; `source` and `note` as in `Piece`."""

    role: Role
    marks: tuple[Mark, ...] = ()
    link: int | None = None
    note: str | None = None
    source: str | None = None


@dataclass(slots=True)
class Row:
    """A line in the making; all but `pieces` as in `Line`."""

    pieces: list[Piece] = field(default_factory=list)
    joint: str = "\n"
    cell_joints: tuple[str, ...] = ()
    wide: int = 0
    fixed: int = 0
    stops: tuple[int, ...] = ()

    def put_before(self, piece: Piece) -> None:
        """Set something before the line, which stays where that scrolls."""
        self.pieces.insert(0, piece)
        if self.wide:
            self.wide += width(piece.text)
            self.fixed += len(piece.text)


@dataclass(slots=True)
class Links:
    """The numbers of an article's links, given in order of appearance; one address has one number."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, href: str) -> int:
        """The number of `href`, from 1."""
        return self.numbers.setdefault(href, len(self.numbers) + 1)


class StyledText:
    """Text and the runs of its looks; `wrap` cuts it into lines."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._ends: list[int] = []
        self._looks: list[TextStyle] = []
        self._length = 0

    def add(self, text: str, look: TextStyle) -> None:
        """Append `text` in one look; marks that join the character before them keep that one's look."""
        if self._looks and (joining := joined(self._parts[-1], text)):
            self._append(text[:joining], self._looks[-1])
            text = text[joining:]
        if text:
            self._append(text, look)

    def _append(self, text: str, look: TextStyle) -> None:
        self._length += len(text)
        self._parts.append(text)
        if self._looks and self._looks[-1] == look:
            self._ends[-1] = self._length
        else:
            self._looks.append(look)
            self._ends.append(self._length)

    def add_text(self, text: str, look: TextStyle) -> None:
        """Append `text` from outside: through the gate, white space collapsed."""
        self._add_words(collapse(clean_text(text)), look)

    def add_spans(self, spans: Spans, role: Role, links: Links) -> None:
        """Append `spans`: white space collapsed, links with their numbers behind them, notes as raised figures."""
        open_link: int | None = None
        blank = ""
        for span in spans:
            text = collapse(clean_text(span.text))
            link = self._link(span, text, links, open_link)
            if open_link is not None and link != open_link:
                self.add(f"[{open_link}]", TextStyle(Role.LINK_NUMBER, link=open_link))
            self._add_words(blank, TextStyle(role))
            blank = " " if link is not None and text.endswith(" ") else ""
            open_link = link
            if span.href and span.href.startswith(NOTE_HREF):
                note = span.href.removeprefix(NOTE_HREF)
                self.add(note_mark(text), TextStyle(Role.FOOTNOTE_MARK, note=note))
            else:
                words = text.rstrip(" ") if blank else text
                shown = _shown(words, span.marks, link)
                source = words if shown.endswith(_SHORTENED) and shown != words else None
                self._add_words(shown, TextStyle(role, span.marks, link, source=source))
        if open_link is not None:
            self.add(f"[{open_link}]", TextStyle(Role.LINK_NUMBER, link=open_link))

    def _link(self, span: Span, text: str, links: Links, before: int | None) -> int | None:
        if not span.href or not span.href.startswith(("http://", "https://", "mailto:")):
            return None
        if text.strip():
            return links.number(span.href)
        return before if links.numbers.get(span.href) == before else None

    def _add_words(self, text: str, look: TextStyle) -> None:
        if not self._parts or self._parts[-1].endswith((" ", "\n")):
            text = text.lstrip(_NOTHING_BEFORE)
        if text:
            self.add(text, look)

    def extend(self, other: "StyledText") -> None:
        """Append all of `other`."""
        start = 0
        text = other.text
        for end, look in zip(other._ends, other._looks, strict=True):
            self.add(text[start:end], look)
            start = end

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self._parts)

    def wrap(self, width: int) -> list[Row]:
        """The text in rows of at most `width` cells; empty where there is nothing but white space."""
        text = self.text
        if not text.strip():
            return []
        ends = self._ends
        rows: list[Row] = []
        run = 0
        for stretch in stretches(text, width):
            pieces: list[Piece] = []
            position = stretch.start
            while position < stretch.end:
                while ends[run] <= position:
                    run += 1
                end = min(ends[run], stretch.end)
                look = self._looks[run]
                # What a run stands for stands in its first piece, and the others for nothing more.
                is_first = position == (ends[run - 1] if run else 0)
                source = look.source if look.source is None or is_first else ""
                pieces.append(Piece(text[position:end], look.role, look.marks, look.link, source, look.note))
                position = end
            rows.append(Row(pieces, stretch.joint))
        return rows


def note_mark(label: str) -> str:
    """The mark of a footnote: raised figures, or the label in brackets."""
    label = clean_line(label).strip("[]()*^ ")
    return label.translate(_RAISED) if label.isascii() and label.isdigit() else f"[{label or '*'}]"


def _shown(text: str, marks: tuple[Mark, ...], link: int | None) -> str:
    """The words to show: a long address as its host, raised and lowered figures where Unicode has them."""
    if link is not None and len(text) > _SHOWN_ADDRESS and _ADDRESS.fullmatch(text.strip()):
        return _short_address(text.strip())
    if Mark.SUPERSCRIPT in marks and _CAN_RAISE.fullmatch(text):
        return text.translate(_RAISED)
    if Mark.SUBSCRIPT in marks and _CAN_LOWER.fullmatch(text):
        return text.translate(_LOWERED)
    return text


def _short_address(text: str) -> str:
    try:
        host = urlsplit(text if "://" in text else f"https://{text}").hostname or ""
    except ValueError:
        return text
    return f"{host.removeprefix('www.')}{_SHORTENED}"
