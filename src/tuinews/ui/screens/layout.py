"""Which panes a screen of a size shows, and where."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from textual.geometry import Region, Size

from tuinews.model.screen.state import PaneArrangement, PaneShares
from tuinews.quick_dataclass import dataclass

WIDE, MEDIUM = 100, 70
"""The columns from which three panes, and two, stand side by side."""

LIST_LEAST = 38
"""Cells of a list in which three lines hold 95 of 100 headlines of the press whole, the scroll bar and marks apart
(`tests/bench/headlines.py`)."""

SOURCES_LEAST, LIST_BY_HAND, READER_LEAST = 12, 20, 24
"""The least cells of a pane, however it is set by hand."""
ROWS_LEAST = 5
"""The least lines of a list or a reader that stand one over the other, their titles included."""
_SOURCES, _SOURCES_NARROW, _SOURCES_WIDE, _SOURCES_BESIDE_LIST = 0.17, 18, 30, 26
_LIST, _LIST_ROWS = 0.43, 0.4
_BESIDE_TEXT = 20
"""Cells that the reader has beyond its measure before the list has the rest."""


class PaneName(StrEnum):
    """The panes, from left to right; the values are the widgets' ids."""

    SOURCES = "sources"
    LIST = "entries"
    READER = "reader"


ORDER = tuple(PaneName)
_BY_ITSELF = PaneShares()


@dataclass(frozen=True, slots=True)
class PaneLayout:
    """How the panes are to stand: their arrangement, what was set by hand, the measure of the text in cells."""

    arrangement: PaneArrangement = PaneArrangement.SIDE
    shares: PaneShares = _BY_ITSELF
    measure: int = 80


def visible(size: Size, at: PaneName, arrangement: PaneArrangement = PaneArrangement.SIDE) -> frozenset[PaneName]:
    """The panes to show on a screen of `size`, the pane `at` among them."""
    if arrangement is PaneArrangement.SINGLE or (is_low(size) and arrangement is PaneArrangement.STACKED):
        return frozenset((at,))
    if size.width >= WIDE:
        return frozenset(ORDER)
    if at is PaneName.SOURCES and size.width >= MEDIUM:
        return frozenset((PaneName.SOURCES, PaneName.LIST))
    if at is not PaneName.SOURCES and (size.width >= MEDIUM or arrangement is PaneArrangement.STACKED):
        return frozenset((PaneName.LIST, PaneName.READER))
    return frozenset((at,))


def is_low(size: Size) -> bool:
    """Whether a screen has no room for a list over a reader."""
    return size.height < 3 * ROWS_LEAST


def neighbour(at: PaneName, direction: int) -> PaneName:
    """The next (1) or the previous (-1) pane, round and round."""
    return ORDER[(ORDER.index(at) + direction) % len(ORDER)]


def pane_regions(size: Size, names: Collection[PaneName], layout: PaneLayout) -> Mapping[PaneName, Region]:
    """Where each of `names` stands in a room of `size`, its title and the line that divides it included."""
    if len(names) == 1:
        return dict.fromkeys(names, size.region)
    left = _sources_width(size.width, PaneName.READER in names, layout) if PaneName.SOURCES in names else 0
    room = size.region.shrink((0, 0, 0, left))
    regions = {PaneName.SOURCES: Region(0, 0, left, size.height)} if left else {}
    if PaneName.READER not in names:
        return regions | {PaneName.LIST: room}
    if layout.arrangement is PaneArrangement.STACKED:
        above, below = room.split_horizontal(_list_rows(room.height, layout))
    else:
        above, below = room.split_vertical(_list_width(room.width, bool(left), layout))
    return regions | {PaneName.LIST: above, PaneName.READER: below}


def between(least: int, wanted: float, most: int) -> int:
    """`wanted`, no less than `least`, no more than `most`; `least` where they contradict each other."""
    return max(least, min(round(wanted), most))


def _sources_width(columns: int, with_reader: bool, layout: PaneLayout) -> int:
    share = layout.shares.sources
    if share is not None:
        return between(
            SOURCES_LEAST, columns * share, columns - LIST_BY_HAND - (READER_LEAST if with_reader else 0)
        )
    if not with_reader:
        return _SOURCES_BESIDE_LIST
    return between(_SOURCES_NARROW, columns * _SOURCES, _SOURCES_WIDE)


def _list_width(columns: int, divided: bool, layout: PaneLayout) -> int:
    share = layout.shares.list
    if share is not None:
        return between(LIST_BY_HAND, columns * share, columns - READER_LEAST)
    most_text = columns - layout.measure - _BESIDE_TEXT
    least = LIST_LEAST + (1 if divided else 0)
    return between(0, max(least, columns * _LIST, most_text), columns - READER_LEAST)


def _list_rows(rows: int, layout: PaneLayout) -> int:
    return between(ROWS_LEAST, rows * (layout.shares.rows or _LIST_ROWS), rows - ROWS_LEAST)
