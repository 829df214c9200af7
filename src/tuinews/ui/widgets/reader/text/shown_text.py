"""The text that the reader shows: its lines, where in the pane they stand, and what is seen of the wide ones."""

from collections.abc import Sequence

from tuinews.typeset.cells import fitting, width
from tuinews.typeset.page.find import MatchPart
from tuinews.typeset.page.selecting import TextPosition, TextRange, copied_text, paragraph_at
from tuinews.typeset.page.sideways import LineWindow, SidewaysScroll, window_of
from tuinews.typeset.pieces import Line, Piece, Role, TypesetArticle, section_beside

GUTTER = 2
"""Cells at each side that text never fills."""
_LEAST = 8
"""Cells of the text in a pane that has no room for it."""
_BETWEEN = 2
"""Empty lines between two blocks at most."""
_PROSE = frozenset((Role.LEAD, Role.TEXT, Role.QUOTE))
_NOTHING = TypesetArticle((), 0)


class ShownText:
    """The lines of an article, under them those of our own, in a column in the middle of the pane.

    Lines are named by their numbers in `lines`, characters by `TextPosition`. It is changed by the reader alone,
    which then tells those that hold something of the lines before.
    """

    def __init__(self) -> None:
        self._page = _NOTHING
        self._sideways = SidewaysScroll()
        self.lines: tuple[Line, ...] = ()
        self.left = 0
        """Cells of the pane before the text."""
        self.cells = _LEAST
        """Cells that a line of it may fill."""

    def stand_in(self, cells: int, measure: int) -> None:
        """Stand in a pane of that many cells; no line is longer than `measure`."""
        self.cells = max(_LEAST, min(measure, cells - 2 * GUTTER))
        self.left = max(0, (cells - self.cells) // 2)

    def take(self, page: TypesetArticle | None) -> bool:
        """Show an article, or none; whether its lines are others than those that were shown."""
        before, self._page = self._page, page or _NOTHING
        is_other = self._page.lines != before.lines
        if is_other:
            self._sideways = SidewaysScroll(self._page.lines, self.cells)
        self.lines = self._page.lines
        return is_other

    def end_with(self, under: tuple[Line, ...]) -> None:
        """Have these lines stand under the article."""
        between = (Line(()),) if self.article_lines and under else ()
        self.lines = (*self.article_lines, *between, *under)

    @property
    def article_lines(self) -> tuple[Line, ...]:
        """The lines of the article, without what stands under it."""
        return self._page.lines

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses of its links; the first one has the number 1."""
        return self._page.links

    @property
    def whole(self) -> str:
        """All of the article, as its author wrote it."""
        return copied_text(
            self.article_lines, TextRange(TextPosition(0, 0), TextPosition(len(self.article_lines), 0))
        )

    def position_of(self, line: int) -> int:
        """The characters of the article before a line, or before the last one where it has fewer."""
        return self.lines[min(line, len(self.lines) - 1)].offset if line > 0 and self.lines else 0

    def line_at(self, position: int) -> int:
        """The line of the article that holds the character at `position`."""
        return self._page.line_at(position)

    def percent_above(self, line: int) -> int:
        """How much of the article stands above a line, 100 where all does."""
        count = len(self.article_lines)
        return max(0, min(count, line)) * 100 // count if count else 100

    def empty_from(self, line: int) -> int:
        """Empty lines between blocks from a line on; a picture, which has no text either, is none."""
        return next((n for n, one in enumerate(self.lines[line : line + _BETWEEN + 1]) if one.text), 0)

    def first_with_text(self, numbers: Sequence[int]) -> int | None:
        """The first of these lines that has text; None if none has."""
        return next((number for number in numbers if self.lines[number].text.strip()), None)

    def first_paragraph(self, numbers: Sequence[int]) -> str:
        """The first paragraph of text on these lines, whole; "" if there is none."""
        marked = next(filter(None, map(self._prose_at, numbers)), None)
        return copied_text(self.lines, marked) if marked is not None else ""

    @property
    def first_change(self) -> int | None:
        """The first line of the article with a change, None if none has one."""
        return next((number for number, line in enumerate(self.article_lines) if line.is_changed), None)

    def section_beside(self, line: int, direction: int) -> int | None:
        """The line of the next (1) or the previous (-1) heading or post; None if there is none."""
        return section_beside(self.lines, line, direction)

    def seen_of(self, number: int) -> LineWindow:
        """What is seen of a line, which may be wider than the page."""
        return window_of(self.lines[number], self._sideways.hidden(number), self.cells)

    def step_sideways(self, numbers: Sequence[int], direction: int) -> bool:
        """Scroll what is wide on these lines to the right (1) or the left (-1); False where none can be."""
        return self._sideways.step(numbers, direction)

    def show_sideways(self, part: MatchPart) -> None:
        """Bring a part of a wide line into sight."""
        line = self.lines[part.line]
        if line.wide and part.start >= line.fixed:
            left, right = (width(line.text[line.fixed : column]) for column in (part.start, part.end))
            self._sideways.show(part.line, left, right + width(line.text[: line.fixed]))

    def piece_at(self, cell: int, number: int) -> Piece | None:
        """What stands at a cell of the pane in a line, None if no text does."""
        if not 0 <= number < len(self.lines):
            return None
        end = self.left
        for piece in self.seen_of(number).line.pieces:
            end += width(piece.text)
            if cell < end:
                return piece if cell >= self.left else None
        return None

    def column_at(self, cell: int, number: int) -> int:
        """The character of a line at a cell of the pane, -1 before its text."""
        if cell < self.left or not 0 <= number < len(self.lines):
            return -1
        seen = self.seen_of(number)
        count = fitting(seen.line.text, cell - self.left)
        return seen.place_of(count) if count < len(seen.line.text) else len(self.lines[number].text)

    def cell_of(self, part: MatchPart) -> int:
        """The cell of the pane at which a part of a line begins, as far as it is seen."""
        seen = self.seen_of(part.line)
        return self.left + width(seen.line.text[: seen.column_of(part.start)])

    def _prose_at(self, number: int) -> TextRange | None:
        is_prose = any(piece.role in _PROSE for piece in self.lines[number].pieces)
        return paragraph_at(self.lines, TextPosition(number, 0)) if is_prose else None
