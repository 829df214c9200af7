"""What is drawn anew when a part of the screen is: the rows of the widgets that show in it, and no others.

Textual asks every widget that the rectangle around all such parts touches for all of its lines. A row of the list
and the place of the cursor in the last line, at the other side, are most of the screen: each key drew the article
and the sources beside them too, an eighth of the processor time of its paint.
"""

from collections.abc import Iterable
from typing import Any

from rich.console import RenderableType
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

_NEEDED = ("_dirty_regions", "_get_renders", "_render_chops", "from_union", "render_partial_update")
"""What is called in Textual 8.2 to 8.x where a part is drawn, which is not of its interface."""


def is_usable() -> bool:
    """Whether the Textual that is installed draws a part as it did; else its own way is left to it."""
    partial, chops = Compositor.render_partial_update.__code__, Compositor._render_chops.__code__
    return set(_NEEDED) <= {*partial.co_names, *chops.co_names, partial.co_name}


class RowsCompositor(Compositor):
    """Textual's, which asks widgets for the rows that are drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[Region, ...] = ()
        self.waits = False
        """Whether nothing is drawn for a while; what has changed meanwhile is drawn behind it."""

    def render_update(
        self, full: bool = False, screen_stack: list[Screen[Any]] | None = None, simplify: bool = False
    ) -> RenderableType | None:
        """Textual's: what is to be drawn, None for nothing."""
        return None if self.waits else super().render_update(full, screen_stack, simplify)

    def render_partial_update(self) -> ChopsUpdate | None:
        """Textual's: draw what has changed."""
        self._parts = tuple(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._parts = ()

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """Textual's: the widgets in sight from front to back, each with where it shows and its lines there."""
        if not self._parts:
            yield from super()._get_renders(crop)
            return
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            parts = [part for part in self._parts if part.overlaps(seen)]
            if seen and parts:
                top = max(seen.y, min(part.y for part in parts))
                bottom = min(seen.bottom, max(part.bottom for part in parts))
                rows = Region(seen.x, top, seen.width, bottom - top)
                yield region, rows, widget.render_lines(rows.translate((-region.x, -region.y)))
