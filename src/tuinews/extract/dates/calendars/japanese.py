"""Dates of Japanese eras in numbers, "R8.11.30", "令和8/11/30": as those of the common calendar.

Those with 年 and 月 are read as any other date.
"""

import re
from datetime import date

from tuinews.late import late_pattern

_FIRST_YEARS = {"R": 2018, "令": 2018, "H": 1988, "平": 1988, "S": 1925, "昭": 1925}
"""The years before the first ones of the eras."""

_NUMBERS = r"\.?\s?(?P<year>\d\d?|元)(?P<mark>[./-])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?![\d./-]*\d)"
_NAMED = late_pattern(rf"(?P<era>[令平昭])(?:和|成)?{_NUMBERS}")
_BY_LETTER = late_pattern(rf"(?<![^\W_])(?P<era>[RHS]){_NUMBERS}")


def with_common_days(text: str, lang: str) -> str:
    """`text` with such dates as ISO 8601; a letter alone is an era in Japanese only."""
    if not text.isascii():
        text = _NAMED.sub(_iso, text)
    return _BY_LETTER.sub(_iso, text) if lang == "ja" else text


def _iso(found: re.Match[str]) -> str:
    years = 1 if found["year"] == "元" else int(found["year"])
    try:
        day = date(_FIRST_YEARS[found["era"]] + years, int(found["month"]), int(found["day"]))
    except ValueError:
        return found[0]
    return f" {day.isoformat()} "
