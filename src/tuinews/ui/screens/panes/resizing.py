"""Panes made wider or narrower by hand: by a key, or by their dividing line."""

from collections.abc import Mapping
from dataclasses import replace

from textual.geometry import Offset, Region, Size

from tuinews.model.screen.state import PaneArrangement, PaneShares
from tuinews.ui.screens.layout import PaneLayout, PaneName

Regions = Mapping[PaneName, Region]


def divider_at(regions: Regions, place: Offset, layout: PaneLayout) -> PaneName | None:
    """The pane whose dividing line, at its left or over it, stands at a cell; None if there is none."""
    for name in (PaneName.LIST, PaneName.READER):
        region = regions.get(name)
        if region is None or len(regions) == 1 or not region.contains_point(place):
            continue
        if name is PaneName.READER and layout.arrangement is PaneArrangement.STACKED:
            return name if place.y == region.y else None
        if place.x == region.x and region.x > 0:
            return name
    return None


def dragged(regions: Regions, size: Size, layout: PaneLayout, divider: PaneName, place: Offset) -> PaneShares:
    """The shares once the dividing line of a pane is at `place`."""
    list_region = regions[PaneName.LIST]
    if divider is PaneName.LIST:
        return replace(layout.shares, sources=_share(place.x, size.width))
    if layout.arrangement is PaneArrangement.STACKED:
        return replace(layout.shares, rows=_share(place.y, size.height))
    room = list_region.width + regions[PaneName.READER].width
    return replace(layout.shares, list=_share(place.x - list_region.x, room))


def resized(regions: Regions, size: Size, layout: PaneLayout, pane: PaneName, cells: int) -> PaneShares:
    """The shares once `pane` is `cells` larger; as they are where it stands alone."""
    if len(regions) == 1:
        return layout.shares
    divider = PaneName.READER if PaneName.READER in regions and pane is not PaneName.SOURCES else PaneName.LIST
    grows = pane is PaneName.READER or (pane is PaneName.LIST and divider is PaneName.LIST)
    step = Offset(-cells, -cells) if grows else Offset(cells, cells)
    return dragged(regions, size, layout, divider, regions[divider].offset + step)


def _share(cells: int, of: int) -> float:
    return min(0.99, max(0.01, cells / max(1, of)))
