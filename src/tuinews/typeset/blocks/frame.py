"""Where blocks are set, and what lies inside others: narrower, behind a bullet or a bar."""

from dataclasses import replace

from tuinews.quick_dataclass import dataclass
from tuinews.typeset.pieces import Overflow, PictureRoom, Piece, Role
from tuinews.typeset.styled_text import Row, StyledText, TextStyle

_NARROWEST = 8
"""Cells that must remain for the text; where bars and markers would leave less, they are left out."""


@dataclass(frozen=True, slots=True)
class BlockFrame:
    """Where blocks are set: the cells they have, the role of their text, how deep they lie, in what language,
    how much room pictures have, None if they are not shown, and what becomes of what is wider."""

    width: int
    role: Role = Role.TEXT
    depth: int = 0
    bullets: int = 0
    lang: str = ""
    pictures: PictureRoom | None = None
    overflow: Overflow = Overflow.WRAP


def words(text: str, role: Role, limit: int) -> list[Row]:
    """Text of one role in rows."""
    flow = StyledText()
    flow.add_text(text, TextStyle(role))
    return flow.wrap(limit)


def inside(place: BlockFrame, role: Role, indent: int, bullets: int = 0) -> BlockFrame:
    """The frame of what stands `indent` cells further in; as wide as its outer one where little would remain."""
    room = place.width - indent
    return replace(
        place,
        width=room if room >= _NARROWEST else place.width,
        role=role,
        depth=place.depth + 1,
        bullets=place.bullets + bullets,
    )


def hung(rows: list[Row], sign: str, indent: int, role: Role, limit: int) -> list[Row]:
    """`rows` indented, `sign` before the first; as they are if there is no room for it."""
    if limit - indent < _NARROWEST:
        return rows
    first = Piece(sign.rjust(indent), role)
    rest = Piece(" " * indent, Role.INDENT)
    for number, row in enumerate(rows):
        if number == 0 or row.pieces:
            row.put_before(rest if number else first)
    return rows
