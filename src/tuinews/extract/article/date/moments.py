"""Two dates of one page beside each other: the same day, the same moment, and which of them tells more."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, timedelta, timezone

from tuinews.model.when import Precision, When

FINE = (Precision.MINUTE, Precision.HOUR, Precision.DAY)
"""What tells a day."""

_FURTHEST = timedelta(hours=14)
"""The zone furthest from Greenwich (UTC+14, Kiritimati)."""

_QUARTER = timedelta(minutes=15)
"""All zones differ by quarters of an hour."""


def days_between(one: When, other: When) -> int:
    """The days from one date to another, each as written."""
    return (other.latest.date() - one.latest.date()).days


def is_swapped(one: When, other: When) -> bool:
    """Whether two days differ only in which number is the month."""
    a, b = one.latest, other.latest
    return a.year == b.year and a.month == b.day != b.month == a.day


def is_same_moment(one: When, other: When) -> bool:
    """Whether two times, each as written, may be one moment in two zones."""
    if one.precision is not Precision.MINUTE or other.precision is not Precision.MINUTE:
        return False
    apart = abs(one.latest.replace(tzinfo=None) - other.latest.replace(tzinfo=None))
    return apart <= _FURTHEST and (one.latest.minute - other.latest.minute) % 15 == 0


def zoned(when: When, same: When) -> When:
    """A time that names no zone in the one in which it is the same moment as another."""
    if when.latest.tzinfo is not None or same.latest.tzinfo is None:
        return when
    ahead = when.latest - same.latest.astimezone(UTC).replace(tzinfo=None)
    if abs(ahead) > _FURTHEST:
        return when
    return replace(when, latest=when.latest.replace(tzinfo=timezone(_QUARTER * round(ahead / _QUARTER))))


def zoned_by(when: When, others: Sequence[When]) -> When:
    """A time that names no zone in that of another which says the same, or of the only other one that may."""
    if when.precision is not Precision.MINUTE or when.latest.tzinfo is not None:
        return when
    told = [other for other in others if other.latest.tzinfo is not None and is_same_moment(when, other)]
    same = [other for other in told if other.latest.strftime("%F%R") == when.latest.strftime("%F%R")]
    exact = same or (told if len(others) == 1 else [])
    return zoned(when, exact[0]) if exact else when


def finest(chosen: When, others: Sequence[When]) -> When:
    """The chosen date, or one of the same day that also tells the time."""
    if chosen.precision in (Precision.MINUTE, Precision.HOUR):
        return chosen
    for when in others:
        if days_between(chosen, when) == 0 and when.precision is Precision.MINUTE and not when.approximate:
            return when
    return chosen
