"""How often a feed says that it should be asked: RSS 2.0's `ttl`, `skipHours` and `skipDays`, RSS 1.0's `sy:`
module (web.resource.org/rss/1.0/modules/syndication)."""

from collections.abc import Callable, Mapping, Sequence

from tuinews.extract.feed.elements import Element
from tuinews.model.entry import Pace

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}
_MOST_MINUTES = 525_600
"""Minutes between two looks that a feed may ask for: a year."""


def pace_of(by_name: Mapping[str, Sequence[Element]]) -> Pace | None:
    """What the elements of a channel say of it; None where they say nothing."""
    minutes = max(_number(by_name, "ttl"), _period(by_name))
    hours = frozenset(hour % 24 for hour in _inner(by_name, "skiphours", "hour", _hour))
    days = frozenset(_inner(by_name, "skipdays", "day", _day))
    # A feed that skips every hour says nothing that can be kept to.
    pace = Pace(minutes, hours if len(hours) < 24 else frozenset(), days if len(days) < 7 else frozenset())
    return pace if pace != Pace() else None


def _period(by_name: Mapping[str, Sequence[Element]]) -> int:
    """Minutes between two updates, by `updatePeriod` and how many of them lie in one."""
    periods = by_name.get("sy:updateperiod", ())
    minutes = _PERIODS.get(periods[0].text.strip().lower(), 0) if periods else 0
    return minutes // max(1, _number(by_name, "sy:updatefrequency"))


def _number(by_name: Mapping[str, Sequence[Element]], name: str) -> int:
    for element in by_name.get(name, ()):
        text = element.text.strip()
        if text.isascii() and text.isdigit() and len(text) < 9:
            return min(int(text), _MOST_MINUTES)
    return 0


def _inner(
    by_name: Mapping[str, Sequence[Element]], outer: str, inner: str, read: Callable[[str], int | None]
) -> set[int]:
    texts = (child.text for element in by_name.get(outer, ()) for child in element.children if child.name == inner)
    return {value for text in texts if (value := read(text.strip().lower())) is not None}


def _hour(text: str) -> int | None:
    # Some number them from 1 to 24, as RSS 0.91 did.
    return int(text) if text.isascii() and text.isdigit() and len(text) < 3 and int(text) <= 24 else None


def _day(text: str) -> int | None:
    return _DAYS.index(text) if text in _DAYS else None
