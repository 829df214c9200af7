"""What a selection on the typeset page means in the article: its words without what the typesetter added.

Places are (line, character) on the page. A line that was wrapped goes on in the next one by its `joint`, so that
a paragraph comes out as one line and code as it is in the page.
"""

import unicodedata
from collections.abc import Iterator, Sequence

from tuinews.quick_dataclass import dataclass
from tuinews.typeset.pieces import Line, Piece, Role

_NOT_COPIED = frozenset(
    (Role.PICTURE, Role.QUOTE_BAR, Role.CODE_PAD, Role.RULE, Role.TABLE_RULE, Role.LINK_NUMBER)
)
_PICTURE_SIGNS = ("▣", "▶")
_IN_WORDS = "_\u200c\u200d"
_BETWEEN_LETTERS = "'’-‐"
_CODE = frozenset(role for role in Role if role.value.startswith("code"))


@dataclass(frozen=True, slots=True, order=True)
class TextPosition:
    """Before character `column` of the text of line `line`."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class TextRange:
    """The characters from `start` to before `end`."""

    start: TextPosition
    end: TextPosition


@dataclass(frozen=True, slots=True)
class CopiedPart:
    """Characters `start` to `end` of a line, and the text that is copied of them."""

    start: int
    end: int
    text: str


def copied_parts(line: Line, start: int, end: int) -> Iterator[CopiedPart]:
    """What is copied of the characters `start` to `end` of a line."""
    column = 0
    for number, piece in enumerate(line.pieces):
        first, last = max(start, column), min(end, column + len(piece.text))
        if first < last and _is_copied(line, number):
            shown = piece.text[first - column : last - column]
            yield CopiedPart(first, last, shown if piece.source is None else piece.source)
        column += len(piece.text)


def copied_text(lines: Sequence[Line], marked: TextRange) -> str:
    """The article's own text of a selection."""
    parts: list[str] = []
    blank = True
    row = _TableRow()
    for number in range(max(0, marked.start.line), min(len(lines) - 1, marked.end.line) + 1):
        line = lines[number]
        if line.cell_joints:
            row.add(line, *_columns(line, number, marked))
            if line.joint == "\n" or number == marked.end.line:
                parts += [row.text, "\n"] if row.text else []
                blank, row = False, _TableRow()
            continue
        start, end = _columns(line, number, marked)
        text = "".join(part.text for part in copied_parts(line, start, end))
        ends = number < marked.end.line
        if line.joint == "\n" and ends and not _is_code(line):
            text = text.rstrip(" ")
        # One empty line is enough between two paragraphs; code keeps all that it has.
        if text or _is_code(line) or not blank:
            parts.append(text + (line.joint if ends else ""))
        blank = not text and line.joint == "\n" and not _is_code(line)
    return "".join(parts).rstrip("\n")


class _TableRow:
    """What is copied of a row of a table: its cells, each as one line, with tabs between them."""

    def __init__(self) -> None:
        self._cells: dict[int, str] = {}

    def add(self, line: Line, start: int, end: int) -> None:
        """Take the characters `start` to `end` of one of its lines."""
        cell = column = 0
        found: dict[int, str] = {}
        for piece in line.pieces:
            first, last = max(start, column), min(end, column + len(piece.text))
            if piece.role is Role.TABLE_GAP:
                cell += len(piece.source or "")
            elif first < last and piece.role not in _NOT_COPIED:
                part = piece.text[first - column : last - column] if piece.source is None else piece.source
                found[cell] = found.get(cell, "") + part
            column += len(piece.text)
        for cell, text in found.items():
            joint = line.cell_joints[cell].replace("\n", " ") if cell < len(line.cell_joints) else " "
            self._cells[cell] = self._cells.get(cell, "") + text + joint

    @property
    def text(self) -> str:
        """The cells from the first to the last that has text."""
        if not self._cells:
            return ""
        cells = range(min(self._cells), max(self._cells) + 1)
        return "\t".join(self._cells.get(cell, "").strip(" ") for cell in cells)


def _columns(line: Line, number: int, marked: TextRange) -> tuple[int, int]:
    """The characters of a line that a selection covers."""
    length = len(line.text)
    start = marked.start.column if number == marked.start.line else 0
    end = marked.end.column if number == marked.end.line else length
    return max(0, start), min(length, end)


def columns_of(lines: Sequence[Line], number: int, marked: TextRange) -> tuple[int, int] | None:
    """The characters of line `number` that a selection covers, None if it covers none."""
    if not (0 <= number < len(lines) and marked.start.line <= number <= marked.end.line):
        return None
    return _columns(lines[number], number, marked)


def word_at(lines: Sequence[Line], place: TextPosition) -> TextRange | None:
    """The word at a place, also where it goes over the end of a line; None if there is none."""
    letters = [*_letters(lines, _paragraph(lines, place.line))]
    here = next((n for n, (spot, _) in enumerate(letters) if spot == place), None)
    if here is None:
        return None
    inside = _inside_words([character for _, character in letters], _is_code(lines[place.line]))
    if not inside[here]:
        return None
    first = last = here
    while first > 0 and inside[first - 1]:
        first -= 1
    while last + 1 < len(letters) and inside[last + 1]:
        last += 1
    end = letters[last][0]
    return TextRange(letters[first][0], TextPosition(end.line, end.column + 1))


def _letters(lines: Sequence[Line], run: range) -> Iterator[tuple[TextPosition, str]]:
    """The article's characters on some lines, with what joins the lines."""
    for number in run:
        line = lines[number]
        for part in copied_parts(line, 0, len(line.text)):
            yield from (
                (TextPosition(number, column), line.text[column]) for column in range(part.start, part.end)
            )
        yield from ((TextPosition(number, len(line.text)), character) for character in line.joint)


def _inside_words(characters: Sequence[str], is_code: bool) -> list[bool]:
    """Whether each character is part of a word: a letter, and in prose a hyphen or apostrophe between two."""
    letters = [_in_word(character) for character in characters]
    if is_code:
        return letters
    around = zip([False, *letters], [*letters[1:], False], strict=False)
    return [
        own or (before and after and character in _BETWEEN_LETTERS)
        for own, character, (before, after) in zip(letters, characters, around, strict=True)
    ]


def paragraph_at(lines: Sequence[Line], place: TextPosition) -> TextRange | None:
    """The paragraph, heading, item or piece of code that a line belongs to; None if the line is empty."""
    if not 0 <= place.line < len(lines) or not lines[place.line].pieces:
        return None
    run = _paragraph(lines, place.line)
    if _is_code(lines[place.line]):
        # An empty line of code is code too, and between two pieces of it there is a line of nothing.
        first, last = run[0], run[-1]
        while first > 0 and _is_code(lines[first - 1]):
            first -= 1
        while last + 1 < len(lines) and _is_code(lines[last + 1]):
            last += 1
        run = range(first, last + 1)
    return TextRange(TextPosition(run[0], 0), TextPosition(run[-1], len(lines[run[-1]].text)))


def _paragraph(lines: Sequence[Line], number: int) -> range:
    """The lines of running text around a line."""
    if not 0 <= number < len(lines):
        return range(0)
    first = last = number
    while first > 0 and lines[first - 1].joint != "\n":
        first -= 1
    while last + 1 < len(lines) and lines[last].joint != "\n":
        last += 1
    return range(first, last + 1)


def _is_copied(line: Line, number: int) -> bool:
    """Whether a piece is the article's. The indent of an item's first line is: it shows what is inside what."""
    piece: Piece = line.pieces[number]
    if piece.role is Role.INDENT:
        return number + 1 < len(line.pieces) and line.pieces[number + 1].role is Role.MARKER
    if piece.role is Role.SIGN:
        return piece.text.strip() not in _PICTURE_SIGNS
    return piece.role not in _NOT_COPIED


def _is_code(line: Line) -> bool:
    return any(piece.role in _CODE for piece in line.pieces)


def _in_word(character: str) -> bool:
    return character.isalnum() or character in _IN_WORDS or unicodedata.category(character)[0] == "M"
