"""The calendar of Ethiopia: its days as those of the common calendar.

Twelve months of thirty days, and a thirteenth of five, or of six where the year leaves 3 when divided by 4
(Dershowitz and Reingold, "Calendrical Calculations", 4). In Amharic its months have names of their own.
"""

import re
from datetime import date, timedelta

from tuinews.extract.dates.calendars.shapes import any_of, as_iso, numbers_of, part_of

_MONTHS = (
    "መስከረም",
    "ጥቅምት",
    "ኅዳር ህዳር ኀዳር",
    "ታኅሣሥ ታህሳስ ታኅሳስ ታሕሳስ ታህሣሥ",
    "ጥር",
    "የካቲት",
    "መጋቢት",
    "ሚያዝያ ሚያዚያ",
    "ግንቦት",
    "ሰኔ",
    "ሐምሌ ሀምሌ",
    "ነሐሴ ነሃሴ ነሀሴ",
    "ጳጉሜን ጳጉሜ",
)
_NUMBERS = numbers_of(_MONTHS)
_NAMES = any_of(_NUMBERS)
_SIGNS = r"[\s,፣/.-]*"
_NAMED = re.compile(
    rf"(?P<month>{_NAMES}){_SIGNS}(?P<day>\d\d?)(?:\s*ቀን)?{_SIGNS}(?P<year>(?:19|20)\d\d)(?!\d)(?:\s*ዓ[./]?\s?ም\.?)?"
    rf"|(?<!\d)(?P<day2>\d\d?){_SIGNS}(?P<month2>{_NAMES}){_SIGNS}(?P<year2>(?:19|20)\d\d)(?!\d)(?:\s*ዓ[./]?\s?ም\.?)?"
)
_ETHIOPIC = re.compile("[\u1200-\u137f]")
_FIRST = date(2007, 9, 12)
"""The first day of 2000."""


def with_common_days(text: str) -> str:
    """`text` with its days of this calendar as ISO 8601."""
    return _NAMED.sub(_named, text) if _ETHIOPIC.search(text) else text


def common_day(year: int, month: int, day: int) -> date | None:
    """The day of the common calendar; None if there is no such day, or it is not of 1900 to 2099."""
    days = 30 if month <= 12 else 6 if year % 4 == 3 else 5
    if not (1900 <= year < 2100 and 1 <= month <= 13 and 1 <= day <= days):
        return None
    leaps = year // 4 - 2000 // 4  # the last day of 3, 7, 11… stands before the years that 4 divides
    return _FIRST + timedelta(days=365 * (year - 2000) + leaps + 30 * (month - 1) + day - 1)


def _named(found: re.Match[str]) -> str:
    year, month, day = (part_of(found, name) for name in ("year", "month", "day"))
    return as_iso(found, common_day(int(year), _NUMBERS[month], int(day)))
