"""Code: its lines as they are, the words of a known language in roles of their own."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tuinews.model.document import Code
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_text
from tuinews.typeset.cells import clusters, fitting, joined, width
from tuinews.typeset.pieces import Overflow, Piece, Role
from tuinews.typeset.styled_text import Row

_TAB_STOP = 8
"""Cells from one tab stop to the next, as on a terminal (POSIX, tabs)."""
_MARGIN = "  "
_LONGEST = 2_000
"""Cells of a line that is scrolled; a longer one (a program made small) is broken."""
_LEXED = 20_000
"""Characters of code that are coloured; more is set plainly, since a lexer's time has no bound of its own."""

_ROLES = (
    ("Token.Keyword", Role.CODE_KEYWORD),
    ("Token.Operator.Word", Role.CODE_KEYWORD),
    ("Token.Literal.String", Role.CODE_STRING),
    ("Token.Literal.Number", Role.CODE_NUMBER),
    ("Token.Comment", Role.CODE_COMMENT),
    ("Token.Name.Function", Role.CODE_NAME),
    ("Token.Name.Class", Role.CODE_NAME),
    ("Token.Name.Decorator", Role.CODE_NAME),
    ("Token.Name.Tag", Role.CODE_NAME),
)

Token = tuple[str, Role]


def set_code(code: Code, limit: int, overflow: Overflow = Overflow.WRAP) -> list[Row]:
    """`code` in rows of exactly `limit` cells (the rest is padding, so that a background makes a block).

    Where its lines are longer and may be scrolled, all rows are as wide as the longest.
    """
    text = clean_text(code.text).strip("\n")
    if not text.strip():
        return []
    expanded = [_expanded(line) for line in text.split("\n")]
    margin = _MARGIN if limit > 20 else ""
    room = limit - 2 * len(margin)
    longest = max(width(line.text) for line in expanded)
    scrolls = overflow is Overflow.SCROLL and room < longest <= _LONGEST
    room = longest if scrolls else room
    wide = room + 2 * len(margin)
    lines = zip(_lines(_tokens("\n".join(line.text for line in expanded), code.lang)), expanded, strict=True)
    rows = [_padded(row, margin, wide) for tokens, line in lines for row in _chop(_apart(tokens, line.tabs), room)]
    return [replace(row, wide=wide, fixed=len(margin)) for row in rows] if scrolls else rows


@dataclass(frozen=True, slots=True)
class _Expanded:
    """A line of code with blanks for its tabs, and where those stand: first character to the one behind them."""

    text: str
    tabs: tuple[tuple[int, int], ...] = ()


def _expanded(line: str) -> _Expanded:
    """`line` with blanks up to the next stop for each tab; in cells, since a wide character takes two."""
    first, *others = line.split("\t")
    text, cells = first, width(first)
    tabs: list[tuple[int, int]] = []
    for part in others:
        blanks = _TAB_STOP - cells % _TAB_STOP
        tabs.append((len(text), len(text) + blanks))
        text += " " * blanks + part
        cells += blanks + width(part)
    return _Expanded(text, tuple(tabs))


def _apart(tokens: Iterable[Token], tabs: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    """The tokens of a line as pieces, the blanks of each tab a piece of their own that stands for it."""
    ends = [end for tab in tabs for end in tab]
    column = 0
    for text, role in tokens:
        while text:
            while ends and ends[0] <= column:
                ends.pop(0)
            count = min(len(text), ends[0] - column) if ends else len(text)
            is_tab = len(ends) % 2 == 1
            yield Piece(text[:count], role, source="\t" if is_tab else None)
            column, text = column + count, text[count:]


def _tokens(text: str, lang: str | None) -> Iterable[Token]:
    plain = [(text, Role.CODE)]
    if not lang or len(text) > _LEXED:
        return plain
    # Imported here: a start without code on the screen does not pay for pygments (20 ms).
    from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]  # noqa: PLC0415
    from pygments.util import ClassNotFound  # type: ignore[import-untyped]  # noqa: PLC0415

    try:
        lexer = get_lexer_by_name(lang, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return plain
    tokens = [(str(value), _role(str(kind))) for kind, value in lexer.get_tokens(text)]
    return tokens if "".join(value for value, _ in tokens) == text else plain


def _role(kind: str) -> Role:
    return next((role for prefix, role in _ROLES if kind.startswith(prefix)), Role.CODE)


def _lines(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    line: list[Token] = []
    for text, role in tokens:
        first, *others = text.split("\n")
        if line and (joining := joined(line[-1][0], first)):
            line[-1] = (line[-1][0] + first[:joining], line[-1][1])
            first = first[joining:]
        line.append((first, role))
        for other in others:
            yield line
            line = [(other, role)]
    yield line


def _chop(line: Iterable[Piece], room: int) -> Iterator[Row]:
    """One line of code as rows of at most `room` cells, broken wherever the width ends."""
    row, used = Row(joint=""), 0
    for piece in line:
        text, source = piece.text, piece.source
        while text:
            count = fitting(text, room - used)
            if not count and not used:
                count = len(clusters(text)[0])
            if part := text[:count]:
                _append(row, Piece(part, piece.role, source=source))
                used += width(part)
                source = "" if source is not None else None
            text = text[count:]
            if text:
                yield row
                row, used = Row(joint=""), 0
    row.joint = "\n"
    yield row


def _append(row: Row, piece: Piece) -> None:
    """Append a piece, to the last one where both are of one role and stand for themselves."""
    last = row.pieces[-1] if row.pieces else None
    if last is not None and last.role == piece.role and last.source is None and piece.source is None:
        row.pieces[-1] = Piece(last.text + piece.text, piece.role)
    else:
        row.pieces.append(piece)


def _padded(row: Row, margin: str, limit: int) -> Row:
    used = sum(width(piece.text) for piece in row.pieces) + len(margin)
    pieces = [Piece(margin, Role.CODE_PAD)] if margin else []
    pieces += row.pieces
    if used < limit:
        pieces.append(Piece(" " * (limit - used), Role.CODE_PAD))
    return Row(pieces, row.joint)
