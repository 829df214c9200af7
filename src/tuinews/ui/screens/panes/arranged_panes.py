"""Where the parts of the reading screen stand: Textual's layout for the panes, their titles and the prompt."""

from collections.abc import Callable, Mapping

from textual.geometry import Offset, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from tuinews.ui.screens.layout import PaneName

Regions = Callable[[Size], Mapping[PaneName, Region]]
"""Where each pane that is shown stands, its title line included, in a room of that size."""

_TITLE = "-title"


class ArrangedPanes(Layout):
    """Puts each pane into its region, under its title where that is shown, and a prompt under all of them."""

    name = "panes"

    def __init__(self, regions: Regions) -> None:
        self._regions = regions

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        """Textual's: a place for each of the children that are shown."""
        names = {f"{name}{end}": name for name in PaneName for end in ("", _TITLE)}
        prompts = [child for child in children if child.id not in names]
        titled = {names[child.id] for child in children if child.id in names and child.id.endswith(_TITLE)}
        room = Size(size.width, max(0, size.height - len(prompts)))
        regions = self._regions(room)
        placed = [_placed(Region(0, room.height + n, size.width, 1), one) for n, one in enumerate(prompts)]
        for child in children:
            if child.id not in names or names[child.id] not in regions:
                continue
            x, y, width, height = regions[names[child.id]]
            if child.id.endswith(_TITLE):
                placed.append(_placed(Region(x, y, width, min(1, height)), child))
            else:
                top = 1 if names[child.id] in titled else 0
                placed.append(_placed(Region(x, y + top, width, max(0, height - top)), child))
        return placed


def _placed(region: Region, widget: Widget) -> WidgetPlacement:
    return WidgetPlacement(region, Offset(0, 0), Spacing(), widget)
