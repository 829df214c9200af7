"""Code: its lines as they are, the words of a known language in roles of their own."""

from collections.abc import Iterable, Iterator

from tuinews.model.document import Code
from tuinews.text import clean_text
from tuinews.typeset.cells import clusters, fitting, joined, width
from tuinews.typeset.flow import Row
from tuinews.typeset.pieces import Piece, Role

_TAB_STOP = 8
"""Cells from one tab stop to the next, as on a terminal (POSIX, tabs)."""
_MARGIN = "  "
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


def set_code(code: Code, limit: int) -> list[Row]:
    """`code` in rows of exactly `limit` cells (the rest is padding, so that a background makes a block)."""
    text = "\n".join(map(_expand_tabs, clean_text(code.text).split("\n"))).strip("\n")
    if not text.strip():
        return []
    margin = _MARGIN if limit > 20 else ""
    room = limit - 2 * len(margin)
    return [_padded(row, margin, limit) for line in _lines(_tokens(text, code.lang)) for row in _chop(line, room)]


def _expand_tabs(line: str) -> str:
    """`line` with blanks up to the next stop for each tab; in cells, since a wide character takes two."""
    first, *others = line.split("\t")
    expanded, cells = [first], width(first)
    for part in others:
        blanks = _TAB_STOP - cells % _TAB_STOP
        expanded += [" " * blanks, part]
        cells += blanks + width(part)
    return "".join(expanded)


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


def _chop(line: list[Token], room: int) -> Iterator[Row]:
    """One line of code as rows of at most `room` cells, broken wherever the width ends."""
    row, used = Row(joint=""), 0
    for text, role in line:
        while text:
            count = fitting(text, room - used)
            if not count and not used:
                count = len(clusters(text)[0])
            if part := text[:count]:
                _append(row, part, role)
                used += width(part)
            text = text[count:]
            if text:
                yield row
                row, used = Row(joint=""), 0
    row.joint = "\n"
    yield row


def _append(row: Row, text: str, role: Role) -> None:
    if row.pieces and row.pieces[-1].role == role:
        text = row.pieces.pop().text + text
    row.pieces.append(Piece(text, role))


def _padded(row: Row, margin: str, limit: int) -> Row:
    used = sum(width(piece.text) for piece in row.pieces) + len(margin)
    pieces = [Piece(margin, Role.CODE_PAD)] if margin else []
    pieces += row.pieces
    if used < limit:
        pieces.append(Piece(" " * (limit - used), Role.CODE_PAD))
    return Row(pieces, row.joint)
