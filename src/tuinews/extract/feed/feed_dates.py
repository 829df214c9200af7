"""The dates that feeds print, as moments in UTC.

RSS asks for RFC 822 and Atom for RFC 3339; feeds have both in every bad shape, W3CDTF
(www.w3.org/TR/NOTE-datetime) and ISO 8601 in its shorter forms, C's asctime, and the words of the generator's
language. A date without an offset is taken as UTC, since a feed has no reader whose clock it could mean; the
machine's clock is never read.
"""

import contextlib
import re
from datetime import UTC, datetime, timedelta, timezone

from tuinews.extract.dates import parse_date, time_zones
from tuinews.extract.dates.vocabulary.vocabulary import MEANINGS, Kind, fold

_MONTHS = {
    word: meaning.value
    for word, known in MEANINGS.items()
    for meaning in reversed((known, *known.others))
    if meaning.kind == Kind.MONTH
}
"""Months by their names in all languages that the press writes; where two mean different ones, the first."""

_ENGLISH = {word: value for word, value in _MONTHS.items() if len(word) == 3 and "en" in MEANINGS[word].langs}
"""What other spellings of a month may begin with ("Janu", "Sept-")."""

_MISSPELT = {"μαω": 3, "maujus": 5, "ιον": 6, "ιολ": 7}
"""Greek and Hungarian months as generators of feeds are known to write them, without their marks."""

_ONLY_IN_FEEDS = {"met": 60, "mest": 120, "at": -240, "a": -60, "n": 60, "m": -720, "y": 720}
"""Minutes east of UTC, of names that no page prints. RFC 822 (5.1) has the military ones, of one letter."""

_ZONES = _ONLY_IN_FEEDS | {name.lower(): minutes for name, minutes in time_zones.OFFSETS.items()}
_SEASONAL = {name.lower(): minutes for name, minutes in time_zones.SEASONAL.items()}

_RFC822 = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s,./-]+(?P<month>[^\W\d]{3,12})\.?,?[\s./-]+"
    r"(?P<year>\d{4}|\d\d)\b,?(?P<rest>.*)"
)
_MONTH_FIRST = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)?(?P<month>[^\W\d]{3,12})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})\b,?(?P<rest>.*)"
)
_ASCTIME = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)?(?P<month>[^\W\d]{3,12})\.?\s+(?P<day>\d{1,2})\s+(?P<rest>\d\d?:\d\d(?::\d\d)?.*?)\s+(?P<year>\d{4})"
)
_ISO = re.compile(
    r"(?P<year>\d{4})(?:-?(?P<month>\d\d?)(?:-?(?P<day>\d\d?))?)?(?:(?:t|\s+|(?<=\d{8}))(?P<rest>\d.*))?\Z"
)
_ISO_SHORT = re.compile(r"(?P<year>\d\d)-?(?P<month>[01]\d)-?(?P<day>[0-3]\d)(?:t(?P<rest>.*))?\Z")
_ORDINAL = re.compile(r"(?P<year>\d{4}|\d\d)-?(?P<ordinal>[0-3]\d\d)(?:t(?P<rest>.*))?\Z")
_SLASHED = re.compile(r"(?:[^\W\d]+,?\s+)?(?P<year>\d{4})/(?P<month>\d\d?)/(?P<day>\d\d?)(?:\s+(?P<rest>.*))?\Z")
_KOREAN = re.compile(r"(?P<year>\d{4})년\s*(?P<month>\d\d?)월\s*(?P<day>\d\d?)일\s*(?P<rest>.*)\Z")
_NATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\s+(?P<rest>(?:오전|오후)\s+.*)\Z")
_NAMED_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>[^\W\d]+)-(?P<day>\d{1,2})(?:t(?P<rest>.*))?\Z")
_TIME = re.compile(
    r"\W*(?P<half>오전|오후)?\s*(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{1,2})(?:[:.](?P<second>\d{1,2})(?:[.,]\d+)?)?)?"
    r"\s*(?P<noon>[ap]\.?m\b\.?)?\s*(?:etc/)?(?P<zone>.*)"
)
_DENSE_TIME = re.compile(r"(\d\d)(\d\d)(\d\d)?(?![:\d])")
_OFFSET = re.compile(r"\(?(?:gmt|utc)?\s*(?P<sign>[+\-\u2212])\s*(?P<hours>\d\d?):?(?P<minutes>\d\d)?")
_USUAL = re.compile(
    r"\s*(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? "
    r"(?:GMT|Z|UTC|UT|([+-])(\d\d):?(\d\d))\s*\Z"
)
_AMERICAN = re.compile(r"\d/\d.*\b[ap]\.?m\b")
_SHAPES = (_RFC822, _ISO, _NATE, _MONTH_FIRST, _ASCTIME, _KOREAN, _SLASHED, _NAMED_ISO, _ORDINAL, _ISO_SHORT)
_KOREA = timezone(timedelta(hours=9))


def feed_date(text: str | None) -> datetime | None:
    """The moment of a date, in UTC; None if the text is none."""
    if not text:
        return None
    if text[4:5] == "-":
        # RFC 3339 as Atom has it; the standard library reads it in C
        with contextlib.suppress(ValueError, OverflowError):
            stated = datetime.fromisoformat(text)
            return stated.replace(tzinfo=UTC) if stated.tzinfo is None else stated.astimezone(UTC)
    usual = _USUAL.match(text)
    return (_usual(usual) if usual else None) or _unusual(" ".join(text[:100].lower().split()))


def _unusual(text: str) -> datetime | None:
    for shape in _SHAPES:
        found = shape.match(text)
        moment = _moment(found.groupdict(), korean=shape in (_KOREAN, _NATE)) if found else None
        if moment is not None:
            return moment
    # Words of the press ("Thứ Năm, 09/07/2026 17:00"), unless nobody can say which number is the month.
    when = None if _AMERICAN.search(text) else parse_date(text)
    if when is None:
        return None
    with contextlib.suppress(OverflowError):
        return when.latest.astimezone(UTC) if when.latest.tzinfo else when.latest.replace(tzinfo=UTC)
    return None


def _usual(found: re.Match[str]) -> datetime | None:
    """RFC 822 as nine feeds of ten write it, at a fifth of the time."""
    day, month, year, hour, minute, second, sign, hours, minutes = found.groups()
    try:
        number = _MONTHS[month.lower()]
        moment = datetime(int(year), number, int(day), int(hour), int(minute), int(second or 0), 0, UTC)
        if not hours or (hours == minutes == "00"):
            return moment
        minutes_east = int(hours) * 60 + int(minutes)
        return moment + timedelta(0, 0, 0, 0, -minutes_east if sign == "+" else minutes_east)
    except (ValueError, KeyError, OverflowError):
        return None


def iso_utc(moment: datetime | None) -> str | None:
    """ISO 8601 as `parse feed` prints it: "2024-01-31T09:30:00Z"."""
    if moment is None:
        return None
    # A third of the time that isoformat takes, or strftime.
    date = f"{moment.year:04}-{moment.month:02}-{moment.day:02}"
    return f"{date}T{moment.hour:02}:{moment.minute:02}:{moment.second:02}Z"


def _moment(parts: dict[str, str | None], *, korean: bool) -> datetime | None:
    written = parts["year"] or ""
    year = int(written)
    if len(written) == 2:
        # RSS 2.0 allows two digits; no feed is older than 1990.
        year += 2000 if year < 90 else 1900
    month, day = _month(parts.get("month")), int(parts.get("day") or 1)
    if month is None:
        return None
    try:
        moment = datetime(year, month, day, tzinfo=UTC) + timedelta(days=int(parts.get("ordinal") or 1) - 1)
        return _with_time(moment, parts.get("rest") or "", _KOREA if korean else UTC)
    except (ValueError, OverflowError):
        return None


def _month(text: str | None) -> int | None:
    if text is None:
        return 1
    if text.isdigit():
        return int(text)
    unmarked = fold(text)
    return _MONTHS.get(text) or _MONTHS.get(unmarked) or _MISSPELT.get(unmarked) or _ENGLISH.get(text[:3])


def _with_time(moment: datetime, text: str, zone: timezone) -> datetime:
    """`moment` at the time and offset that `text` begins with; at midnight where it begins with none."""
    found = _TIME.match(_DENSE_TIME.sub(_spaced_time, text, count=1) if ":" not in text[:6] else text)
    if not found:
        return moment.replace(tzinfo=zone).astimezone(UTC)
    hour, minute, second = (int(found[k] or 0) for k in ("hour", "minute", "second"))
    half = found["half"] or (found["noon"] or "")[:1]
    if half in ("오후", "p") and hour < 12:
        hour += 12
    elif half in ("오전", "a") and hour == 12:
        hour = 0
    if hour > 24 or minute > 59 or second > 61:
        raise ValueError(text)
    moment += timedelta(hours=hour, minutes=minute, seconds=min(second, 59))
    return moment.replace(tzinfo=_zone(found["zone"], zone, moment)).astimezone(UTC)


def _zone(text: str, default: timezone, moment: datetime) -> timezone:
    """The zone that `text` begins with, at the local `moment`."""
    offset = _OFFSET.match(text)
    if offset:
        minutes = int(offset["hours"]) * 60 + int(offset["minutes"] or 0)
        return timezone(timedelta(minutes=minutes if offset["sign"] == "+" else -minutes))
    name = re.match(r"[a-z]*", text)
    known = name[0] if name else ""
    if known in _SEASONAL:
        return time_zones.seasonal_offset(_SEASONAL[known], moment)
    return time_zones.offset(_ZONES[known]) if known in _ZONES else default


def _spaced_time(match: re.Match[str]) -> str:
    return ":".join(part for part in match.groups() if part)
