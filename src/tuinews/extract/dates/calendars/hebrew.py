"""The Hebrew calendar: its days as those of the common calendar.

Twelve months by the moon, and a thirteenth in 7 years of 19; a year begins by the new moon of autumn, put off by
up to two days (Dershowitz and Reingold, "Calendrical Calculations", 8). Days and years are written in letters.
"""

import re
from datetime import date

from tuinews.extract.dates.calendars.shapes import as_iso
from tuinews.late import late_pattern

_MONTHS = (
    ("תשרי", "tishrei|tishri"),
    ("מרחשוון|מרחשון|חשוון|חשון", "(?:mar)?[ck]?heshvan"),
    ("כסלו", "kislev"),
    ("טבת", "tevet|teveth"),
    ("שבט", "shevat|shvat"),
    ("אדר (?:א|ראשון)['׳]?", "adar (?:i(?!i)|1|rishon)"),
    ("אדר (?:ב|שני)['׳]?|אדר", "adar (?:ii|2|sheni)|adar"),
    ("ניסן", "nisan|nissan"),
    ("אייר", "iyyar|iyar"),
    ("סיוון|סיון", "sivan"),
    ("תמוז", "tammuz"),
    ("מנחם[ -]אב|אב", "menachem av|av"),
    ("אלול", "elul"),
)
"""The months from autumn on; the first Adar is only in years of thirteen."""

_HEBREW = "|".join(f"(?P<h{number}>{names})" for number, (names, _) in enumerate(_MONTHS))
_LATIN = "|".join(f"(?P<l{number}>{names})" for number, (_, names) in enumerate(_MONTHS))
_MARK = "['׳\"״”“]"
_LETTERS = f"[א-ת]{_MARK}?[א-ת]?{_MARK}?"
_IN_HEBREW = late_pattern(
    rf"(?<![\w'׳\"״])(?P<day>\d\d?|{_LETTERS})\s+ב?(?:{_HEBREW}),?\s+"
    rf"(?P<year>57\d\d|(?:ה{_MARK}?)?ת[א-ת]{{0,3}}{_MARK}?[א-ת]{_MARK}?)(?![\w])"
)
_IN_LATIN = late_pattern(
    rf"(?<!\w)(?P<day>\d\d?)(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_LATIN}),?\s+(?P<year>57\d\d)(?!\d)", re.IGNORECASE
)
_MONTH_FIRST = late_pattern(
    rf"(?<!\w)(?:{_LATIN})\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>57\d\d)(?!\d)", re.IGNORECASE
)
_COMMON = late_pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HEBREW_LETTER = late_pattern("[א-ת]")
_VALUES = {
    letter: value
    for letters, values in (
        ("אבגדהוזחט", range(1, 10)),
        ("יכלמנסעפצ", range(10, 100, 10)),
        ("קרשת", range(100, 500, 100)),
    )
    for letter, value in zip(letters, values, strict=True)
}
_YEARS = range(5730, 5861)
"""Years that are read: of the press (5730 began in 1969)."""

_EPOCH = -1_373_428
"""The day before the first one, counted as `date.toordinal` does."""


def with_common_days(text: str) -> str:
    """`text` with its days of this calendar as ISO 8601, where no common year stands beside them."""
    is_hebrew = not text.isascii() and _HEBREW_LETTER.search(text) is not None
    if not (is_hebrew or "57" in text) or _COMMON.search(text):
        return text
    return _IN_HEBREW.sub(_iso, text) if is_hebrew else _MONTH_FIRST.sub(_iso, _IN_LATIN.sub(_iso, text))


def common_day(year: int, month: int, day: int) -> date | None:
    """The day of the common calendar; `month` counts from autumn, the first Adar is the sixth. None if there is
    no such day, or none of the years that are read."""
    if year not in _YEARS or not 1 <= month <= 13:
        return None
    lengths = _lengths(year)
    if not 1 <= day <= lengths[month - 1]:
        return None
    return date.fromordinal(_EPOCH + _elapsed(year) + sum(lengths[: month - 1]) + day)


def _lengths(year: int) -> tuple[int, ...]:
    days = _elapsed(year + 1) - _elapsed(year)
    heshvan = 30 if days % 10 == 5 else 29
    kislev = 29 if days % 10 == 3 else 30
    return (30, heshvan, kislev, 29, 30, 30 if days > 360 else 0, 29, 30, 29, 30, 29, 30, 29)


def _elapsed(year: int) -> int:
    """Days from the epoch to the beginning of a year, which is put off where the years beside it would be of a
    length that there is not."""
    before, start, after = (_by_moon(one) for one in (year - 1, year, year + 1))
    if after - start == 356:
        return start + 2
    return start + 1 if start - before == 382 else start


def _by_moon(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    day = 29 * months + parts // 25_920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def _number(written: str) -> int:
    """The number that digits or Hebrew letters say; a year in letters leaves its thousands out."""
    return (
        int(written) if written.isdecimal() else sum(_VALUES.get(letter, 0) for letter in _without_finals(written))
    )


def _without_finals(written: str) -> str:
    return written.translate(str.maketrans("ךםןףץ", "כמנפצ"))


def _iso(found: re.Match[str]) -> str:
    parts = found.groupdict()
    month = next(n for n in range(len(_MONTHS)) if parts.get(f"h{n}") or parts.get(f"l{n}"))
    written = found["year"]
    in_letters = re.sub(f"^ה(?={_MARK}|ת)|{_MARK}", "", written)
    year = int(written) if written.isdecimal() else 5000 + _number(in_letters)
    return as_iso(found, common_day(year, month + 1, _number(found["day"])))
