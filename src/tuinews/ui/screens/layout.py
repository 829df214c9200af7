"""Which panes a screen of a width shows."""

from enum import StrEnum

WIDE, MEDIUM = 100, 70
"""The columns from which three panes, and two, stand side by side."""


class PaneName(StrEnum):
    """The panes, from left to right; the values are the widgets' ids."""

    SOURCES = "sources"
    LIST = "entries"
    READER = "reader"


ORDER = tuple(PaneName)


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
