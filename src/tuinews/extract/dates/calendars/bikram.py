"""The calendar of Nepal (Bikram Sambat): its days as those of the common calendar.

Its months follow the sun, so that each has 29 to 32 days, as tables alone tell; these are those of the official
calendar (nepali-datetime 1.0.8, MIT, `calendar_bs.csv`). Its years are 56 or 57 ahead: 2083 began in April 2026.
"""

import re
from datetime import date, timedelta
from itertools import accumulate

from tuinews.extract.dates.calendars.shapes import any_of, as_iso, numbers_of, part_of
from tuinews.late import late_pattern

_MONTHS = (
    "वैशाख बैशाख बैसाख",
    "जेठ जेष्ठ ज्येष्ठ",
    "असार अषाढ आषाढ",
    "साउन श्रावण",
    "भदौ भाद्र",
    "असोज आश्विन",
    "कात्तिक कार्तिक",
    "मंसिर मङ्सिर मंसीर मार्ग",
    "पुस पुष पौष पूस",
    "माघ",
    "फागुन फाल्गुन",
    "चैत चैत्र",
)
_NUMBERS = numbers_of(_MONTHS)
_NAMES = any_of(_NUMBERS)

_FIRST_YEAR = 2050
"""The first year of the table."""

_FIRST = date(1993, 4, 13)
"""The first day of that year."""

_SHORTEST = 29
"""Days of the shortest month."""

_LENGTHS = tuple(
    re.findall(
        r"\d{12}",
        """
        232321110102 222322101011 223222101011 232321110011 232321110102 223222101011
        223231101011 232321110012 132321110102 223222101011 223321101011 232321110012
        222322010102 223222101011 223321101011 232321110012 222322011002 223222101011
        223321101011 232321110012 222322011011 223222101011 232321101011 232321110012
        222322101011 223222101011 232321110011 232321110102 222322101011 223222101011
        232321110011 232321110102 223222101011 223222101011 223221110111 232312110111
        132321110111 223222101111 123312110111 132321110111 132321110111
        """,
    )
)
"""For each year how many days more than the shortest its months have."""

_STARTS = tuple(accumulate((sum(map(int, year)) + 12 * _SHORTEST for year in _LENGTHS), initial=0))
"""Days from the first one to the beginning of each year."""

_SIGNS = r"[\s,/.।-]*"
_YEAR = r"(?:20|२०)\d\d"
_NAMED = late_pattern(
    rf"(?<!\d)(?P<day>\d\d?){_SIGNS}(?:गते{_SIGNS})?(?P<month>{_NAMES}){_SIGNS}(?P<year>{_YEAR})(?!\d)"
    rf"|(?<!\d)(?P<year2>{_YEAR})(?:{_SIGNS}साल)?{_SIGNS}(?P<month2>{_NAMES}){_SIGNS}(?P<day2>\d\d?)(?!\d)(?:\s*गते)?"
    rf"|(?P<month3>{_NAMES})\s*(?P<day3>\d\d?){_SIGNS}(?:गते{_SIGNS})?(?P<year3>{_YEAR})(?!\d)"
)
_NUMERIC = late_pattern(rf"(?<!\d)(?P<year>{_YEAR})(?P<sign>[/.-])(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?)(?!\d)")
_DEVANAGARI = late_pattern("[\u0900-\u097f]")


def with_common_days(text: str, lang: str) -> str:
    """`text` with its days of this calendar as ISO 8601; numbers alone are such in Nepali."""
    if not _DEVANAGARI.search(text) and lang != "ne":
        return text
    text = _NAMED.sub(_named, text)
    return _NUMERIC.sub(_numeric, text) if lang == "ne" else text


def common_day(year: int, month: int, day: int) -> date | None:
    """The day of the common calendar; None if there is no such day, or none of the years that are known."""
    place = year - _FIRST_YEAR
    if not (0 <= place < len(_LENGTHS) and 1 <= month <= 12):
        return None
    months = [_SHORTEST + int(more) for more in _LENGTHS[place]]
    if not 1 <= day <= months[month - 1]:
        return None
    return _FIRST + timedelta(days=_STARTS[place] + sum(months[: month - 1]) + day - 1)


def _named(found: re.Match[str]) -> str:
    year, month, day = (part_of(found, name) for name in ("year", "month", "day"))
    return as_iso(found, common_day(int(year), _NUMBERS[month], int(day)))


def _numeric(found: re.Match[str]) -> str:
    return as_iso(found, common_day(int(found["year"]), int(found["month"]), int(found["day"])))
