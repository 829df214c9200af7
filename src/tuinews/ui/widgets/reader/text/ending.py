"""What stands under an article: notes of our own, the mark that it ends here, and what comes next."""

from collections.abc import Sequence

from tuinews.language import _, drawn_with_signs
from tuinews.late import late_imports
from tuinews.text import clean_text
from tuinews.typeset.pieces import Line, Piece, Role
from tuinews.ui.widgets.pane import note_lines
from tuinews.ui.widgets.reader.reader_state import NextUp
from tuinews.ui.words import states

with late_imports(__name__):
    from tuinews.typeset.styled_text import StyledText, TextStyle

_END = "■"
_NOTE = "✎ "


def ending(note: str, notes: Sequence[str], next_up: NextUp | None, cells: int) -> tuple[Line, ...]:
    """The lines under an article, of at most `cells`: the reader's own `note`, then `notes` of ours; nothing where
    there is nothing to say."""
    lines = _written(note, cells)
    lines += [*([Line(())] if lines and notes else [])]
    lines += [Line((Piece(text, Role.NOTE),)) for text in note_lines(notes, cells)]
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


def _written(note: str, cells: int) -> list[Line]:
    """A note as it was written, line by line, behind a pen."""
    lines: list[Line] = []
    for written in clean_text(note).split("\n") if note else ():
        for text in note_lines([written], cells - len(_NOTE)) or [""]:
            sign = " " * len(_NOTE) if lines else drawn_with_signs(_NOTE)
            lines.append(Line((Piece(sign, Role.SIGN), Piece(text, Role.OWN_NOTE))))
    return lines
