"""Days, spans of days and ages as they are typed in a query, in English and Vietnamese, with or without marks."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from tuinews.folding import fold
from tuinews.late import late_pattern

_YEAR_FIRST = late_pattern(r"(?P<y>\d{4})(?:[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?)?")
_YEAR_LAST = late_pattern(r"(?:(?P<d>\d{1,2})[-/.])?(?P<m>\d{1,2})[-/.](?P<y>\d{4})")
_TOGETHER = late_pattern(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)")

_BACK = {
    "today": 0,
    "yesterday": 1,
    "tomorrow": -1,
    "hom nay": 0,
    "homnay": 0,
    "hom qua": 1,
    "homqua": 1,
    "hom kia": 2,
    "ngay mai": -1,
}
_ENGLISH_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_WEEKDAYS = {name: number for number, name in enumerate(_ENGLISH_DAYS)} | {
    name: number
    for number, name in enumerate(("thu hai", "thu ba", "thu tu", "thu nam", "thu sau", "thu bay", "chu nhat"))
}
_SPANS = {
    "this week": ("week", 0),
    "last week": ("week", 1),
    "tuan nay": ("week", 0),
    "tuan truoc": ("week", 1),
    "this month": ("month", 0),
    "last month": ("month", 1),
    "thang nay": ("month", 0),
    "thang truoc": ("month", 1),
    "this year": ("year", 0),
    "last year": ("year", 1),
    "nam nay": ("year", 0),
    "nam ngoai": ("year", 1),
    "nam truoc": ("year", 1),
}
"""Spans of days by their names, and how many of them ago."""

_MINUTES: Mapping[str, float] = {
    name: minutes
    for names, minutes in (
        ("s sec secs second seconds giay", 1 / 60),
        ("m min mins minute minutes phut p", 1),
        ("h hr hrs hour hours gio g", 60),
        ("d day days ngay", 1440),
        ("w wk wks week weeks tuan", 10_080),
        ("fortnight fortnights", 20_160),
        ("mo month months thang", 43_200),
        ("quarter quarters quy", 129_600),
        ("y yr yrs year years nam", 525_600),
        ("decade decades", 5_256_000),
    )
    for name in names.split()
}
AGE_UNITS = tuple(_MINUTES)
"""What may stand behind the number of an age, without marks."""

_AGE = late_pattern(r"(?P<sign>[<>]?)=?\s*(?P<number>\d{1,4})\s*(?P<unit>[a-z]*)")
_AGES = late_pattern(r"(\d{1,4})\s*([a-z]+)\s*(?:-|\.\.)\s*(\d{1,4})\s*([a-z]+)")


def day_typed(typed: str, now: datetime) -> datetime:
    """The beginning of the day, week, month or year that is named, in the zone of `now`; ValueError for none.

    A day of the week is the last one, today among them. 1/3/2026 is the first of March.
    """
    name = " ".join(fold(typed).split())
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if name in _BACK:
        return midnight - timedelta(days=_BACK[name])
    if name in _WEEKDAYS:
        return midnight - timedelta(days=(midnight.weekday() - _WEEKDAYS[name]) % 7)
    if name in _SPANS:
        return _begin_of(midnight, *_SPANS[name])
    match = _YEAR_FIRST.fullmatch(name) or _YEAR_LAST.fullmatch(name) or _TOGETHER.fullmatch(name)
    if match is None:
        raise ValueError(typed)
    return datetime(int(match["y"]), int(match["m"] or 1), int(match["d"] or 1), tzinfo=now.tzinfo)


def _begin_of(midnight: datetime, span: str, ago: int) -> datetime:
    if span == "week":
        return midnight - timedelta(days=midnight.weekday() + 7 * ago)
    if span == "year":
        return midnight.replace(year=midnight.year - ago, month=1, day=1)
    first = midnight.replace(day=1)
    return (first - timedelta(days=1)).replace(day=1) if ago else first


def age_typed(typed: str, now: datetime) -> tuple[float | None, float | None]:
    """From which moment on and before which one something is of this age, in seconds since the epoch."""
    name = fold(typed)
    span = _AGES.fullmatch(name)
    if span is not None:
        ages = sorted((_moment(span[1], span[2], now), _moment(span[3], span[4], now)))
        return ages[0], ages[1]
    match = _AGE.fullmatch(name)
    if match is None:
        raise ValueError(typed)
    moment = _moment(match["number"], match["unit"] or "d", now)
    return (None, moment) if match["sign"] == ">" else (moment, None)


def _moment(number: str, unit: str, now: datetime) -> float:
    if unit not in _MINUTES:
        raise ValueError(unit)
    return (now - timedelta(minutes=int(number) * _MINUTES[unit])).timestamp()
