"""What the three panes have in common: they draw by the line, and move by the same keys."""

from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tuinews.typeset.breaks import stretches
from tuinews.ui.keys import Scope, bindings
from tuinews.ui.widgets.fields.typed_number import TypedNumber
from tuinews.ui.widgets.style_cache import StyleCache


class Motion(StrEnum):
    """The ids of the commands that move inside a pane."""

    DOWN = "down"
    UP = "up"
    PAGE_DOWN = "page_down"
    PAGE_UP = "page_up"
    HALF_DOWN = "half_down"
    HALF_UP = "half_up"
    TOP = "top"
    BOTTOM = "bottom"


UPWARD = frozenset((Motion.UP, Motion.PAGE_UP, Motion.HALF_UP, Motion.TOP))


class Pane(ScrollView, StyleCache, can_focus=True, inherit_bindings=False):
    """A scrolling pane that draws line by line (Textual's line API), so that 100,000 rows cost what 100 cost."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.PANE)
    ALLOW_MAXIMIZE = False
    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._room = Size(0, 0)
        self.number = TypedNumber()
        """What is typed before a key that moves; a screen gives its panes one for all."""

    def fit(self) -> None:
        """Set all that depends on the room in the pane."""

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Textual's: the layout gives a size. All is set for it at once: the event of it comes after the paint."""
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        edges = self.styles.gutter
        bar = self.styles.scrollbar_size_vertical
        room = Size(max(0, size.width - edges.width - bar), max(0, size.height - edges.height))
        if room != self._room:
            self._room = room
            self.fit()
        return changed

    @property
    def cursor_cell(self) -> Offset:
        """The cell of the pane (column, line) where reading stands: what the cursor of the terminal goes to."""
        return Offset(0, 0)

    @property
    def cursor_on_screen(self) -> Offset:
        """`cursor_cell` on the screen; the nearest cell of the pane where the wheel has left it out of sight."""
        x, y = self.cursor_cell
        inside = Offset(min(max(0, x), max(0, self.line_width - 1)), min(max(0, y), self.page - 1))
        return self.content_region.offset + inside

    def action_move(self, name: str) -> None:
        """Move as the command of that id says, as often as the number says that was typed before its key."""
        self.move(Motion(name), self.number.take())

    def move(self, motion: Motion, times: int = 0) -> None:
        """Move the cursor, or the text if there is none; 0 `times` is once, without a number."""
        raise NotImplementedError

    @property
    def page(self) -> int:
        """The lines that the pane shows."""
        return max(1, self._room.height)

    @property
    def line_width(self) -> int:
        """The cells of a line, the scroll bar apart."""
        return self._room.width

    def blank(self, style: Style) -> Strip:
        """An empty line."""
        return Strip([Segment(" " * self.line_width, style)], self.line_width)

    def paint_step(self, before: int, now: int) -> None:
        """Draw anew the lines between which the cursor went, where they are in sight, and no others.

        With a screen reader, the sheets show no cursor but the terminal's own: one line is enough.
        """
        top = self.scroll_offset.y
        for line in (now,) if self.app.has_class("-screen-reader") else {before, now}:
            if top <= line < top + self.page:
                self.refresh(Region(0, line - top, self.size.width, 1))

    def scroll_by(self, motion: Motion, page: int, times: int = 0) -> None:
        """Scroll as `motion` says, `page` lines being a page."""
        self.jump(stepped(self.scroll_offset.y, motion, self.max_scroll_y + 1, page, times))

    def jump(self, y: float) -> None:
        """Scroll to line `y` at once, without an animation."""
        self.scroll_to(y=y, animate=False, force=True)


def stepped(index: int, motion: Motion, count: int, page: int, times: int = 0) -> int:
    """Where `motion` leads from row `index` of `count` rows, `page` of which are shown.

    A number before the key (`times`, 0 without one) says what it says in vim (`:help motion.txt`, `scroll.txt`):
    how many rows or pages; for half a page, how many rows instead; for an end, which row.
    """
    if times and motion in (Motion.TOP, Motion.BOTTOM):
        return max(0, min(count, times) - 1)
    half = times or max(1, page // 2)
    often = max(1, times)
    steps = {
        Motion.DOWN: often,
        Motion.UP: -often,
        Motion.PAGE_DOWN: page * often,
        Motion.PAGE_UP: -page * often,
        Motion.HALF_DOWN: half,
        Motion.HALF_UP: -half,
        Motion.TOP: -count,
        Motion.BOTTOM: count,
    }
    return max(0, min(count - 1, index + steps[motion]))


def note_lines(notes: Sequence[str], cells: int) -> list[str]:
    """Notes of our own as lines of at most `cells`, an empty one between two."""
    lines: list[str] = []
    for note in notes:
        if lines:
            lines.append("")
        lines += [note[part.start : part.end] for part in stretches(note, max(8, cells))]
    return lines
