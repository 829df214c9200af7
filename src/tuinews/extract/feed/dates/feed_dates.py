"""The dates that feeds print, as moments in UTC.

RSS asks for RFC 822 and Atom for RFC 3339; feeds have both in every bad shape (`date_shapes`), seconds since 1970,
the calendars of Thailand and Iran, and the words of the generator's language. A date without an offset is taken as
UTC, since a feed has no reader whose clock it could mean; the machine's clock is never read.
"""

import contextlib
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from tuinews.extract.feed.dates.english_months import COMMON_ERA, ENGLISH
from tuinews.late import late_imports
from tuinews.model.when import MOST_EAST, MOST_WEST
from tuinews.quick_dataclass import dataclass

with late_imports(__name__):
    from tuinews.extract.dates import parse_date
    from tuinews.extract.dates.stamps import date_of_epoch
    from tuinews.extract.feed.dates.date_shapes import shaped

_USUAL = re.compile(
    r"\s*(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? "
    r"(?:GMT|Z|UTC|UT|([+-])(\d\d):?(\d\d))\s*\Z"
)
_NUMBERS = re.compile(r"\s*(?:[^\W\d]+\.?,?\s+)?(\d\d?)([/.-])(\d\d?)\2(?:\d{4}|(?<=[/.])\d\d)(?!\d)")
"""A day and a month in numbers, and then a year; which is which, only a number above twelve tells."""

_AMERICAN = re.compile(r"\d/\d.*\b[ap]\.?m\b", re.IGNORECASE)
_VIETNAMESE = re.compile(r"\d\s*(?:SA|CH)\b")
"""The halves of a Vietnamese day behind a time, where no other language has these letters."""

_OTHER_CALENDAR = re.compile(r"(?<!\d)1[34]\d\d(?!\d)")
_BUDDHIST = re.compile(r"(?<!\d)2[56]\d\d(?!\d)")
"""Years of Iran, and of Thailand, where the day is first."""

_IRAN = 1300
"""From here on a year is Iran's, for two centuries, and no year of the common era that a feed could mean."""

_LIMIT = 100
"""Characters of one date that are read."""


@dataclass(frozen=True, slots=True)
class DateHabits:
    """How a feed writes its dates: its `language` (BCP 47, or ""), and `order`, the tag of a language that writes
    day and month in numbers as the feed's other dates do ("" where none tells).
    """

    language: str = ""
    order: str = ""


NO_HABITS = DateHabits()
DAY_FIRST, MONTH_FIRST = "en-gb", "en-us"


def habits_of(language: str | None, texts: Iterable[str]) -> DateHabits:
    """The habits of a feed of that language whose dates are `texts`.

    "8/21/2018" among them tells how "7/9/2018" is meant; where they do not agree, they tell nothing.
    """
    found = [(int(numbers[1]), int(numbers[3])) for numbers in map(_NUMBERS.match, texts) if numbers]
    day_first = any(first > 12 >= second for first, second in found)
    month_first = any(second > 12 >= first for first, second in found)
    order = DAY_FIRST if day_first else MONTH_FIRST
    return DateHabits((language or "").strip(), order if day_first is not month_first else "")


def feed_date(text: str | None, habits: DateHabits = NO_HABITS) -> datetime | None:
    """The moment of a date, in UTC; None if the text is none."""
    if not text:
        return None
    return usual_date(text) or unusual_date(text, habits)


def usual_date(text: str) -> datetime | None:
    """The moment of a date as nine feeds of ten write it, at a fifth of the time; None for another."""
    if text[4:5] == "-":
        # RFC 3339 as Atom has it; the standard library reads it in C
        with contextlib.suppress(ValueError, OverflowError):
            stated = datetime.fromisoformat(text)
            if stated.year <= COMMON_ERA and not _IRAN < stated.year < _IRAN + 200:
                east = stated.utcoffset()
                is_zone = east is not None and MOST_WEST <= east <= MOST_EAST
                return stated.astimezone(UTC) if is_zone else stated.replace(tzinfo=UTC)
    usual = _USUAL.match(text)
    return _usual(usual) if usual else None


def unusual_date(text: str, habits: DateHabits) -> datetime | None:
    """The moment of a date in any other shape; None if the text is none."""
    text = " ".join(text[:_LIMIT].split())
    epoch = date_of_epoch(text)
    if epoch is not None:
        return epoch.latest
    numbers = _NUMBERS.match(text)
    moment = None if numbers else shaped(text.lower(), habits.language)
    return moment or _in_words(text, habits, is_numeric=numbers is not None)


def _in_words(text: str, habits: DateHabits, *, is_numeric: bool) -> datetime | None:
    """Words of the press ("Thứ Năm, 09/07/2026 17:00"), unless nobody can say which number is the month."""
    language = habits.language
    if is_numeric and not _OTHER_CALENDAR.search(text):
        is_day_first = language.lower().partition("-")[0] == "vi" or _BUDDHIST.search(text)
        language = habits.order or (DAY_FIRST if is_day_first else language)
        language = "vi" if language != MONTH_FIRST and _VIETNAMESE.search(text) else language
        undecided = language.lower() in ("", "en") and _AMERICAN.search(text)
        if undecided and parse_date(text, lang=DAY_FIRST) != parse_date(text, lang=MONTH_FIRST):
            return None
    when = parse_date(text, lang=language)
    if when is None:
        return None
    with contextlib.suppress(OverflowError):
        return when.latest.astimezone(UTC) if when.latest.tzinfo else when.latest.replace(tzinfo=UTC)
    return None


def _usual(found: re.Match[str]) -> datetime | None:
    day, month, year, hour, minute, second, sign, hours, minutes = found.groups()
    try:
        number = ENGLISH[month.lower()]
        moment = datetime(int(year), number, int(day), int(hour), int(minute), int(second or 0), 0, UTC)
        if moment.year > COMMON_ERA:
            return None
        if not hours or (hours == minutes == "00"):
            return moment
        east = timedelta(0, 0, 0, 0, int(f"{sign}{hours}") * 60 + int(f"{sign}{minutes}"))
        return moment - east if MOST_WEST <= east <= MOST_EAST else moment
    except (ValueError, KeyError, OverflowError):
        return None


def iso_utc(moment: datetime | None) -> str | None:
    """ISO 8601 as `parse feed` prints it: "2024-01-31T09:30:00Z"."""
    if moment is None:
        return None
    # A third of the time that isoformat takes, or strftime.
    date = f"{moment.year:04}-{moment.month:02}-{moment.day:02}"
    return f"{date}T{moment.hour:02}:{moment.minute:02}:{moment.second:02}Z"
