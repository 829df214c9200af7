"""The calendar of Iran and Afghanistan (Solar Hijri): its days as those of the common calendar.

The year begins at the vernal equinox; the 33-year rule of leap years (Borkowski 1996, "The Persian calendar for
3000 years") gives every day from 1799 to 2256.
"""

import re
from datetime import date, timedelta

from tuinews.extract.dates.calendars.shapes import any_of, as_iso, numbers_of, part_of
from tuinews.late import late_pattern

_MONTHS = (
    "فروردین حمل وری",
    "اردیبهشت ثور غویی غوايي",
    "خرداد جوزا غبرګولی غبرګولي",
    "تیر سرطان چنګاښ",
    "مرداد امرداد اسد زمری زمري",
    "شهریور سنبله وږی وږي",
    "مهر میزان تله",
    "آبان عقرب لړم",
    "آذر قوس لیندۍ ليندۍ",
    "دی جدی مرغومی مرغومي",
    "بهمن دلو سلواغه",
    "اسفند حوت کب",
)
"""The months of Iran, and those of Afghanistan beside them, in Dari and in Pashto."""

_NUMBERS = numbers_of(_MONTHS)
_NAMES = any_of(_NUMBERS)
_FOUR = r"[1\u06f1\u0661][34\u06f3\u06f4\u0663\u0664]\d\d"
_YEAR = rf"(?P<year>{_FOUR})"
_NAMED = late_pattern(
    rf"(?<!\d)(?P<day>\d\d?)(?:\s*ام)?[\s,،.-]*(?P<month>{_NAMES})(?:\s*ماه)?[\s,،.-]*(?:سال\s*)?{_YEAR}(?!\d)"
    rf"|(?<!\d)(?P<year2>{_FOUR})[\s,،.-]*(?:(?:لمريز|لمریز)\s*)?(?:کال\s*)?(?:د\s+)?(?P<month2>{_NAMES})(?:\s*ماه)?"
    r"[\s,،.-]*(?P<day2>\d\d?)(?!\d)(?:\s*مه)?"
    rf"|(?P<month3>{_NAMES})\s+(?P<day3>\d\d?)(?:\s*مه)?[\s,،.-]*(?P<year3>{_FOUR})(?!\d)"
)
_NUMERIC = late_pattern(
    rf"(?<![\d/.-]){_YEAR}(?P<mark>[/.-])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?![\d/]|[.-]\d)"
)
_NUMERIC_DAY_FIRST = late_pattern(
    rf"(?<![\d/.-])(?P<day>\d\d?)(?P<mark>[/.-])(?P<month>\d\d?)(?P=mark){_YEAR}(?![\d/]|[.-]\d)"
)
_LANGUAGES = frozenset({"", "fa", "prs", "ps", "dari"})
_PERSIAN = range(1330, 1421)
"""Years that, without a name of a month, are of this calendar and not of the lunar one (1421 began in 2000)."""

_HINT = late_pattern(_FOUR)
_FIRST = date(1961, 3, 21)
"""The first day of 1340."""

_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Years that leap in each cycle of 33."""


def with_common_days(text: str, lang: str) -> str:
    """`text` with its days of this calendar as ISO 8601; `lang` is its base language, or "".

    A date in numbers is read so where no other language is known.
    """
    if not _HINT.search(text):
        return text
    text = _NAMED.sub(_named, text)
    if lang in _LANGUAGES:
        text = _NUMERIC_DAY_FIRST.sub(_numeric, _NUMERIC.sub(_numeric, text))
    return text


def common_day(year: int, month: int, day: int) -> date | None:
    """The day of the common calendar; None if there is no such day, or it lies outside of 1300 to 1500."""
    if not (1300 <= year <= 1500 and 1 <= month <= 12 and 1 <= day <= _days_of(year, month)):
        return None
    years = sum(366 if _is_leap(y) else 365 for y in range(min(year, 1340), max(year, 1340)))
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return _FIRST + timedelta(days=(years if year >= 1340 else -years) + before + day - 1)


def _days_of(year: int, month: int) -> int:
    if month <= 6:
        return 31
    return 30 if month < 12 or _is_leap(year) else 29


def _is_leap(year: int) -> bool:
    return year % 33 in _LEAPS


def _named(found: re.Match[str]) -> str:
    year, month, day = (part_of(found, name) for name in ("year", "month", "day"))
    return as_iso(found, common_day(int(year), _NUMBERS[month], int(day)))


def _numeric(found: re.Match[str]) -> str:
    year = int(found["year"])
    return as_iso(found, common_day(year, int(found["month"]), int(found["day"])) if year in _PERSIAN else None)
