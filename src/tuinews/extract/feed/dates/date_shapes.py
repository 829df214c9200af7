"""The shapes of dates that feeds have beside RFC 822 and RFC 3339 as they are written.

W3CDTF (www.w3.org/TR/NOTE-datetime) and ISO 8601 in its shorter forms, C's asctime, and RFC 822 with the names of
any language.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from tuinews.extract.dates import time_zones
from tuinews.extract.dates.clock import hour_of_day
from tuinews.extract.dates.vocabulary.vocabulary import MEANINGS, Kind
from tuinews.extract.feed.dates.month_names import month_number

_BUDDHIST_ERA = range(2443, 2644)
_SHORT_BUDDHIST = 43
"""Years of two digits in Thai that are of the 26th century of the Buddhist era."""

_ZONES = {name.lower(): minutes for name, minutes in (time_zones.OFFSETS | time_zones.ONLY_IN_FEEDS).items()}
_OF_LANGUAGE = {(lang, name.lower()): minutes for (lang, name), minutes in time_zones.OF_LANGUAGE.items()}
_SEASONAL = {name.lower(): minutes for name, minutes in time_zones.SEASONAL.items()}

_WEEKDAY = r"(?:(?P<weekday>[^\W\d]+\.?,?)\s+)?"
_RFC822 = re.compile(
    _WEEKDAY + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s,./-]+(?P<month>[^\W\d]{3,12})\.?,?[\s./-]+"
    r"(?P<year>\d{4}|\d\d)\b,?(?P<rest>.*)"
)
_MONTH_FIRST = re.compile(
    _WEEKDAY + r"(?P<month>[^\W\d]{3,12})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})\b,?(?P<rest>.*)"
)
_ASCTIME = re.compile(
    _WEEKDAY
    + r"(?P<month>[^\W\d]{3,12})\.?\s+(?P<day>\d{1,2})\s+(?P<rest>\d\d?:\d\d(?::\d\d)?.*?)\s+(?P<year>\d{4})"
)
_ISO = re.compile(
    r"(?P<year>\d{4})(?!-?\d{3}(?:t|\Z))(?:-?(?P<month>\d\d?)(?:-?(?P<day>\d\d?))?)?(?:(?:t|\s+|(?<=\d{8}))(?P<rest>\d(?!\d?[-./]?[^\W\d]{3}).*))?\Z"
)
_ISO_SHORT = re.compile(r"(?P<year>\d\d)-?(?P<month>[01]\d)-?(?P<day>[0-3]\d)(?:t(?P<rest>.*))?\Z")
_ORDINAL = re.compile(r"(?P<year>\d{4}|\d\d)-?(?P<ordinal>[0-3]\d\d)(?:t(?P<rest>.*))?\Z")
_SLASHED = re.compile(r"(?:[^\W\d]+,?\s+)?(?P<year>\d{4})/(?P<month>\d\d?)/(?P<day>\d\d?)(?:\s+(?P<rest>.*))?\Z")
_KOREAN = re.compile(r"(?P<year>\d{4})년\s*(?P<month>\d\d?)월\s*(?P<day>\d\d?)일\s*(?P<rest>.*)\Z")
_KOREAN_DOTS = re.compile(
    r"(?P<year>\d{4})\.\s*(?P<month>\d\d?)\.\s*(?P<day>\d\d?)\.?\s*(?P<rest>(?:오전|오후)\s*.*)\Z"
)
_NATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\s+(?P<rest>(?:오전|오후)\s+.*)\Z")
_NAMED_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>[^\W\d]+)-(?P<day>\d{1,2})(?:t(?P<rest>.*))?\Z")
_TIME = re.compile(
    r"\W*(?P<before>[^\W\d]*)\.?\s*(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{1,2})(?:[:.](?P<second>\d{1,2})(?:[.,]\d+)?)?)?"
    r"\s*(?P<noon>[ap]\.?m\b\.?)?\s*(?:etc/)?(?P<zone>.*)"
)
_CLOCK = re.compile(r"\d:\d\d")
_DENSE_TIME = re.compile(r"(?<![\d.:])(\d\d)(\d\d)(\d\d)?(?![:\d])")
_OFFSET = re.compile(r"(?:gmt|utc|z)?\s*(?P<sign>[+\-\u2212])\s*(?P<hours>\d\d?):?(?P<minutes>\d\d)?(?!\d)")
_SUFFIX = re.compile(r"[^\W\d]+(?:\.\s?[^\W\d]+)*")
_PLACE = re.compile(r"[a-z]+/[a-z_]+(?:/[a-z_]+)?")
_SHAPES = (
    _RFC822,
    _ISO,
    _NATE,
    _MONTH_FIRST,
    _ASCTIME,
    _KOREAN,
    _KOREAN_DOTS,
    _SLASHED,
    _NAMED_ISO,
    _ORDINAL,
    _ISO_SHORT,
)
_OF_KOREA = (_KOREAN, _KOREAN_DOTS, _NATE)
_KOREA = timezone(timedelta(hours=9))
_SUFFIXES = frozenset({"sa", "ch"})
"""The halves of a Vietnamese day, which also say whose clock it is."""


def shaped(text: str, language: str) -> datetime | None:
    """The moment in UTC of a text in lower case that has one of the shapes; None where it has none."""
    for shape in _SHAPES:
        found = shape.match(text)
        moment = _moment(found.groupdict(), language, korean=shape in _OF_KOREA) if found else None
        if moment is not None:
            return moment
    return None


def _moment(parts: dict[str, str | None], language: str, *, korean: bool) -> datetime | None:
    year = _year(parts["year"] or "", language)
    month, day = _month(parts, language), int(parts.get("day") or 1)
    if month is None or year is None:
        return None
    try:
        moment = datetime(year, month, day, tzinfo=UTC) + timedelta(days=int(parts.get("ordinal") or 1) - 1)
        return _with_time(moment, parts.get("rest") or "", _KOREA if korean else UTC, language)
    except (ValueError, OverflowError):
        return None


def _year(written: str, language: str) -> int | None:
    year = int(written)
    if len(written) == 2 and language.lower().startswith("th") and year >= _SHORT_BUDDHIST:
        return 2500 + year - 543
    if len(written) == 2:
        # RSS 2.0 allows two digits; no feed is older than 1990.
        return year + (2000 if year < 90 else 1900)
    if 1300 < year < 1500:
        return None  # of another calendar
    return year - 543 if year in _BUDDHIST_ERA else year


def _month(parts: dict[str, str | None], language: str) -> int | None:
    text = parts.get("month")
    if text is None:
        return 1
    return int(text) if text.isdigit() else month_number(text, parts.get("weekday") or "", language)


def _with_time(moment: datetime, text: str, zone: timezone, language: str) -> datetime | None:
    """`moment` at the time and offset that `text` begins with; at midnight where it begins with none."""
    found = _TIME.match(_DENSE_TIME.sub(_spaced_time, text, count=1) if ":" not in text[:6] else text)
    if not found:
        # A time that stands behind other words is for those who know them.
        return None if _CLOCK.search(text) else moment.replace(tzinfo=zone).astimezone(UTC)
    after = _SUFFIX.match(found["zone"])
    suffix = re.sub(r"[.\s]", "", after[0]) if after else ""
    if suffix in _SUFFIXES or (not suffix.isascii() and _part_of_day(suffix) is None):
        return None  # the words of pages know more of them
    hour, minute, second = (int(found[k] or 0) for k in ("hour", "minute", "second"))
    hour = hour_of_day(hour, _part_of_day((found["noon"] or "").replace(".", ""), found["before"], suffix))
    if hour > 24 or minute > 59 or second > 61:
        raise ValueError(text)
    moment += timedelta(hours=hour, minutes=minute, seconds=min(second, 59))
    return moment.replace(tzinfo=_zone(found["zone"], zone, moment, language)).astimezone(UTC)


def _part_of_day(*words: str) -> int | None:
    """The half of the day that one of `words` means, in any language; a zone's name is none."""
    for word in words:
        known = MEANINGS.get(word) if word and word not in _ZONES else None
        for meaning in (known, *known.others) if known else ():
            if meaning.kind == Kind.PART_OF_DAY:
                return meaning.value
    return None


def _zone(text: str, default: timezone, moment: datetime, language: str) -> timezone:
    """The zone that `text` begins with, at the local `moment`, as its name is meant in the feed's language.

    Java writes the place in brackets.
    """
    text = text.lstrip("[( ")
    offset = _OFFSET.match(text)
    if offset:
        minutes = int(offset["hours"]) * 60 + int(offset["minutes"] or 0)
        return time_zones.stated_offset(minutes if offset["sign"] == "+" else -minutes) or default
    name = re.match(r"[a-z]*", text)
    known = name[0] if name else ""
    place = _PLACE.match(text)
    if place:
        return _zone_of(place[0], moment) or default
    spoken = language.lower().replace("_", "-")
    own = _OF_LANGUAGE.get((spoken, known), _OF_LANGUAGE.get((spoken.partition("-")[0], known)))
    if own is not None:
        return time_zones.offset(own)
    if known in _SEASONAL:
        return time_zones.seasonal_offset(_SEASONAL[known], moment)
    return time_zones.offset(_ZONES[known]) if known in _ZONES else default


@lru_cache(maxsize=256)
def _zone_of(place: str, moment: datetime) -> timezone | None:
    """The offset at a place of the tz database ("europe/berlin") at the local `moment`; None where the system has
    no such place, or no database.
    """
    name = _places().get(place)
    if name is None:
        return None
    offset = moment.replace(tzinfo=ZoneInfo(name)).utcoffset()
    return None if offset is None else timezone(offset)


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    """The names of the tz database by themselves in lower case."""
    return {name.lower(): name for name in available_timezones()}


def _spaced_time(match: re.Match[str]) -> str:
    return ":".join(part for part in match.groups() if part)
