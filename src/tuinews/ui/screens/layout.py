"""Which panes a screen of a size shows, and where."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from textual.geometry import Region, Size

WIDE, MEDIUM = 100, 70
"""The columns from which three panes, and two, stand side by side."""

LIST_LEAST = 38
"""Cells of a list in which three lines hold 95 of 100 headlines of the press whole, the scroll bar and marks apart
(`tests/bench/headlines.py`)."""

_SOURCES_LEAST, _READER_LEAST = 12, 24
_SOURCES_NARROW, _SOURCES_WIDE, _SOURCES_BESIDE_LIST = 18, 30, 26
_BESIDE_TEXT = 20
"""Cells that the reader has beyond its measure before the list has the rest."""


class PaneName(StrEnum):
    """The panes, from left to right; the values are the widgets' ids."""

    SOURCES = "sources"
    LIST = "entries"
    READER = "reader"


ORDER = tuple(PaneName)


@dataclass(frozen=True, slots=True)
class PaneShares:
    """How much of the columns the sources have, and the list of what it shares with the reader."""

    sources: float = 0.17
    list: float = 0.43


def visible(columns: int, at: PaneName) -> frozenset[PaneName]:
    """The panes to show in `columns`, the pane `at` among them."""
    if columns >= WIDE:
        return frozenset(ORDER)
    if columns >= MEDIUM:
        return frozenset((PaneName.LIST, PaneName.SOURCES if at is PaneName.SOURCES else PaneName.READER))
    return frozenset((at,))


def neighbour(at: PaneName, direction: int) -> PaneName:
    """The next (1) or the previous (-1) pane, round and round."""
    return ORDER[(ORDER.index(at) + direction) % len(ORDER)]


def pane_regions(
    size: Size, names: Collection[PaneName], measure: int, shares: PaneShares | None = None
) -> Mapping[PaneName, Region]:
    """Where each of `names` stands on a screen of `size`, its title included, the text `measure` cells wide."""
    widths = _widths(size.width, names, measure, shares or PaneShares())
    regions: dict[PaneName, Region] = {}
    x = 0
    for name in ORDER:
        if name in names:
            regions[name] = Region(x, 0, widths[name], size.height)
            x += widths[name]
    return regions


def _widths(columns: int, names: Collection[PaneName], measure: int, shares: PaneShares) -> Mapping[PaneName, int]:
    """The cells of each pane side by side, the line that divides it from the one before included."""
    if len(names) == 1:
        return dict.fromkeys(names, columns)
    sources = _sources_width(columns, PaneName.READER in names, shares) if PaneName.SOURCES in names else 0
    rest = columns - sources
    if PaneName.READER not in names:
        return {PaneName.SOURCES: sources, PaneName.LIST: rest}
    least = LIST_LEAST + (1 if sources else 0)
    reader = min(rest - max(least, round(rest * shares.list)), measure + _BESIDE_TEXT)
    reader = max(_READER_LEAST, reader)
    return {PaneName.SOURCES: sources, PaneName.LIST: rest - reader, PaneName.READER: reader}


def _sources_width(columns: int, with_reader: bool, shares: PaneShares) -> int:
    if not with_reader:
        return min(_SOURCES_BESIDE_LIST, columns - LIST_LEAST)
    wanted = round(columns * shares.sources)
    return max(_SOURCES_LEAST, min(max(_SOURCES_NARROW, wanted), _SOURCES_WIDE))
