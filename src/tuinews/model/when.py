"""A moment as a page states it, and how precisely it is known."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum

from tuinews.quick_dataclass import dataclass

MOST_WEST, MOST_EAST = timedelta(hours=-12), timedelta(hours=14)
"""The offsets from UTC between which all zones are: from Baker Island to the Line Islands."""


class Precision(StrEnum):
    """The finest unit that the page's words tell."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class When:
    """A moment with its precision; "2 năm trước" is an interval of a year, not an instant.

    `latest` is the moment itself, or the late end of the interval. It carries the offset that the page
    states and is naive where the page states none. `earliest` is the early end of a relative date,
    exclusive (sites floor: "n units ago" is (now - (n+1) units, now - n units]); None for a date that
    the page prints in full.
    """

    latest: datetime
    precision: Precision = Precision.MINUTE
    earliest: datetime | None = None

    @property
    def approximate(self) -> bool:
        """Whether this is an interval rather than a date that the page printed."""
        return self.earliest is not None

    @property
    def date(self) -> str:
        """ISO 8601 text of `latest`: with its time for minute and hour, the date alone when coarser."""
        return self._iso(self.latest)

    @property
    def stated(self) -> str:
        """ISO 8601 text of what the page states: `date`, without a day for a bare month or year ("2004-04")."""
        return self.date if self.approximate else self.date[: _WITHOUT_DAY.get(self.precision)]

    @property
    def earliest_date(self) -> str | None:
        """ISO 8601 text of `earliest`, or None."""
        return None if self.earliest is None else self._iso(self.earliest)

    @property
    def timestamp(self) -> float:
        """Seconds since the epoch of `latest`, to sort by; a naive moment counts as UTC."""
        moment = self.latest if self.latest.tzinfo else self.latest.replace(tzinfo=UTC)
        return (moment - _EPOCH).total_seconds()

    def _iso(self, moment: datetime) -> str:
        if self.precision in (Precision.MINUTE, Precision.HOUR):
            return moment.isoformat(timespec="seconds" if moment.second else "minutes")
        return moment.date().isoformat()


_WITHOUT_DAY = {Precision.MONTH: 7, Precision.YEAR: 4}
"""Letters of an ISO 8601 date up to its month and up to its year."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
