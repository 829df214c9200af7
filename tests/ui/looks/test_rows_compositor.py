"""A part of the screen is drawn by the rows that show in it."""

from typing import Any

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tuinews.ui.widgets.rows_compositor import RowsCompositor, is_usable


class Lines(Widget):
    """Lines of its own, and which of them it was asked for."""

    DEFAULT_CSS = "Lines { width: 1fr; height: 100%; }"

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.asked: list[Region] = []

    def render_lines(self, crop: Region) -> list[Strip]:
        self.asked.append(crop)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        return Strip([Segment(f"{self.id} {y}".ljust(self.size.width))])


class Side(Screen[None]):
    """Two of them side by side, and how often a frame of them was made."""

    DEFAULT_CSS = "Side { layout: horizontal; }"

    def __init__(self) -> None:
        super().__init__()
        self._compositor = RowsCompositor()

    def compose(self) -> ComposeResult:
        yield Lines("left")
        yield Lines("right")


class SideApp(App[None]):
    def get_default_screen(self) -> Screen[Any]:
        return Side()


def test_textual_draws_a_part_as_it_did() -> None:
    assert is_usable()


async def test_widgets_are_asked_for_the_rows_that_are_drawn_alone() -> None:
    async with SideApp().run_test(size=(40, 20)) as pilot:
        left, right = pilot.app.screen.query(Lines)
        await pilot.pause()
        left.asked.clear()
        right.asked.clear()
        left.refresh(Region(0, 3, 5, 2), Region(0, 6, 5, 1))
        await pilot.pause()
        assert (left.asked, right.asked) == ([Region(0, 3, 20, 4)], [])
        right.refresh()
        await pilot.pause()
        assert (len(left.asked), right.asked) == (1, [Region(0, 0, 20, 20)])


async def test_what_is_drawn_in_parts_is_what_is_drawn_whole() -> None:
    async with SideApp().run_test(size=(40, 20)) as pilot:
        screen = pilot.app.screen
        compositor = screen._compositor
        whole = [strip.text for strip in compositor.render_strips()]
        for parts in ([Region(3, 2, 4, 2)], [Region(0, 0, 30, 1), Region(25, 18, 9, 2)], [Region(19, 5, 2, 9)]):
            compositor._dirty_regions.update(parts)
            update = compositor.render_partial_update()
            assert update is not None
            for y, left, right in update.spans:
                row = "".join(
                    " " * (end - x) if strip is None else strip.text
                    for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=True)
                )
                assert row[left:right] == whole[y][left:right]
