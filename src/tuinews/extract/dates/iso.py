"""ISO 8601 dates and times, whole and alone, as attributes and meta elements hold them."""

import re
from datetime import date, datetime, timedelta, tzinfo

from tuinews.extract.dates import time_zones
from tuinews.model.when import Precision, When

_ISO = re.compile(
    r"\s*(?P<year>\d{4})(?:(?P<dash>-?)(?P<month>\d\d)(?P=dash)(?P<day>\d\d)"
    r"|-?[Ww](?P<week>\d\d)-?(?P<weekday>[1-7])|-(?P<ordinal>\d{3}))"
    r"(?:(?:[Tt]|\s+|(?<=\d{8})(?=\d{4}(?:\d\d)?\s*$))(?P<hour>\d\d)(?::?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?)?"
    r"\s*(?P<zone>[Zz]|UTC|GMT|[-+−]\d\d(?::?\d\d)?)?)?\s*",
)


def parse_iso(text: str, default: tzinfo | None) -> When | None:
    """`text` where it is an ISO 8601 date with or without a time; `default` is the zone where it states none.

    Calendar, week and ordinal dates, basic and extended, and the stamp of 12 or 14 digits that some pages'
    meta elements hold; a fraction of a second is dropped.
    """
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    try:
        day = _day(match)
        if not 1000 <= day.year <= 2200:
            return None
        if match["hour"] is None:
            return When(datetime(day.year, day.month, day.day, tzinfo=default), Precision.DAY)
        return _moment(match, day, default)
    except ValueError:
        return None


def _day(match: re.Match[str]) -> date:
    year = int(match["year"])
    if match["month"]:
        return date(year, int(match["month"]), int(match["day"]))
    if match["week"]:
        return date.fromisocalendar(year, int(match["week"]), int(match["weekday"]))
    day = date(year, 1, 1) + timedelta(days=int(match["ordinal"]) - 1)
    if day.year != year:
        raise ValueError(match["ordinal"])
    return day


def _moment(match: re.Match[str], day: date, default: tzinfo | None) -> When:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    second = min(int(match["second"] or 0), 59)
    zone = _zone(match["zone"], default) if match["zone"] else default
    if hour == 24 and minute == second == 0:
        day, hour = day + timedelta(days=1), 0
    moment = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone)
    return When(moment, Precision.MINUTE if match["minute"] else Precision.HOUR)


def _zone(text: str, default: tzinfo | None) -> tzinfo | None:
    if text[0] not in "+-−":
        return time_zones.offset(0)
    digits = text[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
    return time_zones.stated_offset(minutes if text[0] == "+" else -minutes) or default
