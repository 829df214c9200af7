"""When a source is due: by the interval that was set, else by its own rhythm.

A rhythm is learnt from when its entries were published: half of the usual time between two of them, so that news
is seldom older than the next one; longer the longer nothing came. What the source itself asks for (`ttl`,
`skipHours`, Cache-Control) is kept to, between a floor of ten minutes and a ceiling of a day."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from tuinews.model.entry import Pace
from tuinews.model.source import Source
from tuinews.model.sources.options import SourceOptions

FLOOR, CEILING = timedelta(minutes=10), timedelta(days=1)
"""No source is asked more often by itself, and none less often."""

UNKNOWN = timedelta(minutes=30)
"""The interval of a source whose entries have no dates, until refreshes have shown how often it brings
something."""

MOST_DATES = 20
"""The newest dates of a source, from which its rhythm is learnt."""

_LEAST_DATES = 3
"""Dates of entries from which the rhythm of a source can be told."""

_QUIET = 10
"""A source that was silent for a while is asked again after a tenth of that."""

_FASTER, _SLOWER = 0.5, 1.5
"""How the interval of a source without dates changes after a refresh that brought something, and one that did
not."""

_FIRST_PAUSE = timedelta(hours=1)
"""A source that failed is not asked again by itself for this long; each failure after it doubles the time."""

_JITTER = 0.2
"""Share by which a pause is longer or shorter by lot, so that a hundred sources of one host that failed together
do not come back together."""


def rhythm(dates: Sequence[datetime], now: datetime) -> timedelta | None:
    """How long after a refresh a source is asked again, by the dates of its newest entries; None if too few
    have one."""
    newest = sorted((date for date in dates if date <= now), reverse=True)[:MOST_DATES]
    if len(newest) < _LEAST_DATES:
        return None
    gaps = sorted(later - earlier for later, earlier in pairwise(newest))
    gap = gaps[len(gaps) // 2]
    return max(FLOOR, min(CEILING, max(gap / 2, (now - newest[0]) / _QUIET)))


def adapted(source: Source, *, brought: bool) -> timedelta:
    """The interval of a source without dates, by its last one and by whether this refresh brought something."""
    last = _last_interval(source) if source.error is None else None
    if last is None:
        return UNKNOWN
    return max(FLOOR, min(CEILING, last * (_FASTER if brought else _SLOWER)))


def interval(options: SourceOptions, usual: timedelta | None, own: timedelta) -> timedelta:
    """How long after a refresh a source is due again: by its option, by the settings, else by its `own` rhythm."""
    if options.refresh_minutes is not None:
        return timedelta(minutes=options.refresh_minutes)
    return own if usual is None else usual


def outside_rest(moment: datetime, pace: Pace | None) -> datetime:
    """`moment` (UTC), or the first full hour after it in which the source does not rest."""
    if pace is None:
        return moment
    for _ in range(24 * 7):
        if moment.hour not in pace.skip_hours and moment.weekday() not in pace.skip_days:
            return moment
        moment = moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return moment


def pace_text(pace: Pace | None) -> str:
    """What a source asks for as it is kept: minutes, hours, days; empty where it asks for nothing."""
    if pace is None:
        return ""
    lists = (sorted(pace.skip_hours), sorted(pace.skip_days))
    return ";".join((str(pace.minutes), *(",".join(map(str, numbers)) for numbers in lists)))


def pace_from(text: str) -> Pace | None:
    """What was kept by `pace_text`."""
    if not text:
        return None
    minutes, hours, days = text.split(";")
    hour_set, day_set = (frozenset(int(one) for one in part.split(",") if one) for part in (hours, days))
    return Pace(int(minutes), hour_set, day_set)


def pause_after_failure(source: Source, asked: timedelta) -> timedelta:
    """How long a source that failed again is left alone: twice as long as the last time, at least what it
    asked."""
    last = _last_interval(source) if source.error is not None else None
    pause = min(CEILING, _FIRST_PAUSE if last is None else max(_FIRST_PAUSE, last * 2))
    return max(asked, pause * (1 + _JITTER * _lot(source)))


def takes_part(source: Source, now: datetime) -> bool:
    """Whether a refresh of all sources asks this one: one that has an interval of its own waits for it.

    One that failed is tried again, whatever its interval is.
    """
    if source.gone:
        return False
    return source.options.refresh_minutes is None or source.error is not None or source.is_due(now)


def _lot(source: Source) -> float:
    """A number from -1 to 1 that is a source's own, and as good as drawn (Knuth's multiplicative hash)."""
    return (source.id * 2_654_435_761 % 2**32) / 2**31 - 1


def _last_interval(source: Source) -> timedelta | None:
    if source.last_refresh is None or source.next_refresh is None or source.next_refresh <= source.last_refresh:
        return None
    return source.next_refresh - source.last_refresh
