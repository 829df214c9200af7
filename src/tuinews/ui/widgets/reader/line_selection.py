"""Lines of an article that are selected by keys: from where it began to where the keys have moved."""

from collections.abc import Sequence

from tuinews.quick_dataclass import dataclass
from tuinews.typeset.page.selecting import TextPosition, TextRange
from tuinews.typeset.pieces import Line


@dataclass(frozen=True, slots=True)
class LineSelection:
    """The lines between two, both of them selected."""

    anchor: int
    cursor: int

    def moved_to(self, line: int) -> "LineSelection":
        """The same with its moving end on another line."""
        return LineSelection(self.anchor, line)

    def begun_anew(self) -> "LineSelection":
        """Only the line at the moving end."""
        return LineSelection(self.cursor, self.cursor)

    def marked(self, lines: Sequence[Line]) -> TextRange:
        """The characters of these lines."""
        first, last = sorted((self.anchor, self.cursor))
        return TextRange(TextPosition(first, 0), TextPosition(last, len(lines[last].text)))
