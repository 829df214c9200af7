"""How the screen was left: its panes, for the next start."""

import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from tuinews.model.view import ListOrder


class PaneArrangement(StrEnum):
    """How list and reader share the screen: beside each other, one over the other, or each alone."""

    SIDE = "side"
    STACKED = "stacked"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class PaneShares:
    """Parts of the screen, 0 to 1, as they were set by hand; None where the program chooses.

    `sources` of the columns, `list` of the columns that list and reader share, `rows` of the rows of a list over
    the reader.
    """

    sources: float | None = None
    list: float | None = None
    rows: float | None = None


@dataclass(frozen=True, slots=True)
class ScreenState:
    """The panes of the screen, and the order of its lists."""

    arrangement: PaneArrangement = PaneArrangement.SIDE
    shares: PaneShares = field(default_factory=PaneShares)
    order: ListOrder = ListOrder.NEWEST

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
        )


def _part(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else None


def _arrangement(found: Any) -> PaneArrangement:
    return next((one for one in PaneArrangement if one.value == found), PaneArrangement.SIDE)


def _share(found: Any) -> float | None:
    return float(found) if isinstance(found, int | float) and 0 < found < 1 else None
