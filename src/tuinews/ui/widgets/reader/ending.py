"""What stands under an article: notes of our own, the mark that it ends here, and what comes next."""

from collections.abc import Sequence

from tuinews.language import _
from tuinews.typeset.pieces import Line, Piece, Role
from tuinews.typeset.styled_text import StyledText, TextStyle
from tuinews.ui.widgets.pane import note_lines
from tuinews.ui.widgets.reader.reader_state import NextUp
from tuinews.ui.words import states

_END = "■"


def ending(notes: Sequence[str], next_up: NextUp | None, cells: int) -> tuple[Line, ...]:
    """The lines under an article, of at most `cells`; nothing where there is nothing to say."""
    lines = [Line((Piece(text, Role.NOTE),)) for text in note_lines(notes, cells)]
    if next_up is None:
        return tuple(lines)
    lines += [*([Line(())] if lines else []), Line((Piece(_END.center(cells).rstrip(), Role.NOTE),)), Line(())]
    if next_up.title:
        title = StyledText()
        title.add_text(_(states.NEXT), TextStyle(Role.NOTE))
        title.add(" ", TextStyle(Role.NOTE))
        title.add_text(next_up.title, TextStyle(Role.NEXT_TITLE))
        lines += [Line(tuple(row.pieces)) for row in title.wrap(cells)]
    return (*lines, *(Line((Piece(text, Role.NOTE),)) for text in note_lines([next_up.words], cells)))
