"""How long ago something was, in at most five cells."""

from datetime import UTC, datetime

from tuinews.model.row import EntryRow
from tuinews.model.when import Precision, When

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_COARSE = (Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.YEAR)


def age(row: EntryRow, now: datetime) -> str:
    """The age of an entry at `now`: of its date, or, where it has none, of when it was first seen."""
    when = row.published
    if when is None:
        return _span(_seconds(row.first_seen, now))
    text = _days(when, now) if when.precision in _COARSE else _span(_seconds(when.latest, now))
    return f"~{text}" if when.approximate else text


def _seconds(moment: datetime, now: datetime) -> float:
    """The seconds from `moment` to `now`; never negative, whatever a clock says."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (now - moment).total_seconds())


def _days(when: When, now: datetime) -> str:
    if when.approximate:
        return _span(_seconds(when.latest, now))
    days = (now.date() - when.latest.date()).days
    return "today" if days < 1 else _span(days * _DAY)


def _span(seconds: float) -> str:
    if seconds < _MINUTE:
        return "now"
    for unit, size, limit in (("m", _MINUTE, _HOUR), ("h", _HOUR, _DAY), ("d", _DAY, 14 * _DAY)):
        if seconds < limit:
            return f"{int(seconds // size)}{unit}"
    days = seconds / _DAY
    if days < 60:
        return f"{int(days // 7)}w"
    return f"{int(days // 30.44)}mo" if days < 730 else f"{int(days // 365.25)}y"
