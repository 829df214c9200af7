"""The least that a list of 100,000 rows can be in Textual's line API. What our keys are compared with."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

ROWS = 100_000
PLAIN, CURSOR = Style.parse("#d3d6dc on #15171c"), Style.parse("#ffffff on #2c3443")


class BareList(ScrollView, can_focus=True):
    """Rows of a number and a title, and a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("j,down", "go(1)"),
        ("k,up", "go(-1)"),
        ("pagedown", "page(1)"),
        ("pageup", "page(-1)"),
        ("end,G", "go(100000)"),
        ("home", "go(-100000)"),
    ]

    index = 0

    def on_mount(self) -> None:
        """Make room for all rows."""
        self.virtual_size = Size(80, ROWS)

    def action_page(self, direction: int) -> None:
        """Move by a page."""
        self.action_go(direction * self.size.height)

    def action_go(self, step: int) -> None:
        """Move the cursor and keep it in sight."""
        before, self.index = self.index, max(0, min(ROWS - 1, self.index + step))
        top, height = self.scroll_offset.y, self.size.height
        for row in (before, self.index):
            self.refresh(Region(0, row - top, self.size.width, 1))
        if self.index < top:
            self.scroll_to(y=self.index, animate=False)
        elif self.index >= top + height:
            self.scroll_to(y=self.index - height + 1, animate=False)

    def render_line(self, y: int) -> Strip:
        """One row."""
        row = y + self.scroll_offset.y
        style = CURSOR if row == self.index else PLAIN
        text = f" {row:6} The title of article number {row}".ljust(self.size.width)
        return Strip([Segment(text, style)], self.size.width)


class BareApp(App[None]):
    """The list alone."""

    def compose(self) -> ComposeResult:
        """The list."""
        yield BareList()


if __name__ == "__main__":
    BareApp().run()
