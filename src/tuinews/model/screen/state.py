"""How the screen was left: its panes, for the next start."""

import json
from dataclasses import asdict, field
from enum import StrEnum
from typing import Any

from tuinews.model.view import Filter, ListOrder
from tuinews.quick_dataclass import dataclass


class PaneArrangement(StrEnum):
    """How list and reader share the screen: beside each other, one over the other, or each alone."""

    SIDE = "side"
    STACKED = "stacked"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class PaneShares:
    """Parts of the screen, 0 to 1, as they were set by hand; None if the program chooses.

    `sources` of the columns, `list` of the columns that list and reader share, `rows` of the rows of a list over
    the reader.
    """

    sources: float | None = None
    list: float | None = None
    rows: float | None = None


@dataclass(frozen=True, slots=True)
class LastPlace:
    """Where reading stopped: what was listed, the entry under the cursor, the open one, the pane of the keys."""

    source_id: int | None = None
    folder: str | None = None
    filter: Filter = Filter.ALL
    entry_id: int | None = None
    open_id: int | None = None
    pane: str = ""
    saved_id: int | None = None


@dataclass(frozen=True, slots=True)
class ScreenState:
    """The panes of the screen, the order of its lists, and where reading stopped."""

    arrangement: PaneArrangement = PaneArrangement.SIDE
    shares: PaneShares = field(default_factory=PaneShares)
    order: ListOrder = ListOrder.NEWEST
    last: LastPlace = field(default_factory=LastPlace)

    def to_json(self) -> str:
        """The form in which the library keeps it."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, kept: str | None) -> "ScreenState":
        """The state of `to_json`; what is missing, or something else, is as at the first start."""
        try:
            value = json.loads(kept or "{}")
        except ValueError:
            value = {}
        shares = _part(value, "shares")
        return cls(
            _arrangement(_part(value, "arrangement")),
            PaneShares(*(_share(_part(shares, name)) for name in ("sources", "list", "rows"))),
            next((one for one in ListOrder if one.value == _part(value, "order")), ListOrder.NEWEST),
            _last(_part(value, "last")),
        )


def _part(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else None


def _arrangement(found: Any) -> PaneArrangement:
    return next((one for one in PaneArrangement if one.value == found), PaneArrangement.SIDE)


def _last(found: Any) -> LastPlace:
    numbers = [_number(_part(found, name)) for name in ("source_id", "entry_id", "open_id", "saved_id")]
    folder, pane = _part(found, "folder"), _part(found, "pane")
    return LastPlace(
        source_id=numbers[0],
        folder=folder if isinstance(folder, str) else None,
        filter=next((one for one in Filter if one.value == _part(found, "filter")), Filter.ALL),
        entry_id=numbers[1],
        open_id=numbers[2],
        pane=pane if isinstance(pane, str) else "",
        saved_id=numbers[3],
    )


def _number(found: Any) -> int | None:
    return found if isinstance(found, int) and not isinstance(found, bool) and 0 < found < 1 << 62 else None


def _share(found: Any) -> float | None:
    return float(found) if isinstance(found, int | float) and 0 < found < 1 else None
