"""What on a typeset page leads elsewhere: links, the marks of footnotes, and the footnotes back to their marks."""

from collections.abc import Iterable, Sequence

from tuinews.quick_dataclass import dataclass
from tuinews.typeset.page.find import MatchPart
from tuinews.typeset.pieces import Line, Piece, Role

_NOTES = frozenset((Role.FOOTNOTE_MARK, Role.FOOTNOTE_LABEL))


@dataclass(frozen=True, slots=True)
class Target:
    """A piece that leads elsewhere, and where it stands."""

    part: MatchPart
    piece: Piece


def targets_in(lines: Sequence[Line], numbers: Iterable[int]) -> list[Target]:
    """What leads elsewhere on the lines of these numbers, in page order; each link and each note once."""
    found: dict[tuple[int | None, str | None, bool], Target] = {}
    for number in numbers:
        column = 0
        for piece in lines[number].pieces:
            end = column + len(piece.text)
            if piece.link is not None or piece.role in _NOTES:
                key = (piece.link, piece.note, piece.role is Role.FOOTNOTE_LABEL)
                found.setdefault(key, Target(MatchPart(number, column, end), piece))
            column = end
    return list(found.values())


def other_end(lines: Sequence[Line], piece: Piece) -> int | None:
    """The line of the footnote that a mark points to, or of the first mark that points to a footnote.

    None if the page has none: an article may have lost its notes.
    """
    wanted = Role.FOOTNOTE_MARK if piece.role is Role.FOOTNOTE_LABEL else Role.FOOTNOTE_LABEL
    for number, line in enumerate(lines):
        if any(other.role is wanted and other.note == piece.note for other in line.pieces):
            return number
    return None
