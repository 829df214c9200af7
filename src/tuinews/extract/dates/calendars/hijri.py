"""The lunar calendar of Islam: its days as those of the common calendar.

The tabular one: months of 30 and 29 days in turn, and 11 years of 30 with a day more (Dershowitz and Reingold,
"Calendrical Calculations", 7). Countries begin their months by the moon, a day earlier or later at times: a
weekday beside it tells which day is meant, and where a common date stands beside, it says more.
"""

import re
from datetime import date, timedelta

from tuinews.late import late_pattern

_MONTHS = (
    "محرم الحرام|محرم|muharr[ae]m|moharram",
    "صفر المظفر|صفر|safar|safer",
    "ربيع ?ال[أا]ول|ربیع ?الاول|rabi['’`]?(?:ul|al|u'l)?[ -](?:al-?)?(?:awwal|awal|i(?!i))|rebiülevvel",
    "ربيع ?ال[آا]خر|ربيع ?الثاني|ربیع ?الثانی|rabi['’`]?(?:ul|al|u'l)?[ -]?(?:al-?)?(?:thani|akhir|ii(?!i))|"
    "rebiülahir",
    "جماد[ىی] ?ال[أا]ول[ىی]?|j[uo]mad[ai](?:ul|al)?[ -](?:al-?)?(?:awwal|ula|awal|i(?!i))|"
    "jumadil ?awal|cemaziyelevvel",
    "جماد[ىی] ?ال[آا]خر[ةهی]|جماد[ىی] ?الثاني?ة?|جمادی ?الثانی[ہه]?|"
    "j[uo]mad[ai](?:ul|al)?[ -](?:al-?|ath?-?)?(?:thani(?:ya?h)?|akhira?h?|ii(?!i))|jumadil ?akhir|cemaziyelahir",
    "رجب المرجب|رجب|rajab|recep",
    "شعبان المعظم|شعبان|sha['’`]?ban|sya'?ban|şaban",
    "رمضان المبار[كک]|رمضان|ramadh?an|ramazan|ramzan",
    "شوال الم[كک]رم|شوال|shawwal|syawal|şevval",
    "ذ[ويی] ?القعد[ةهہ]|ذ[یي]قعد[ةهہ]|d[hz]u[ -]?(?:al-?|l-?)?q[ai]['’`]?dah|zulkaidah|zilkade",
    "ذ[ويی] ?الحج[ةهہ]|ذ[یي]حج[ةهہ]|d[hz]u[ -]?(?:al-?|l-?)?hijj?ah?|zulhijah|zilhicce",
)
_NAMES = "|".join(f"(?P<m{number}>{names})" for number, names in enumerate(_MONTHS, 1))
_YEAR = r"(?:1[34]|١[٣٤]|۱[۳۴])\d\d"
_SIGN = r"(?:\s*(?:هـ\.?|هجرية|هجري|ہجری|ه\.? ?ق|ه|ھ|AH|A\.H\.|H\b))"
_BLANK = r"[\s,،./-]*"
_NAMED = late_pattern(
    rf"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th)?{_BLANK}(?:من\s+|of\s+)?(?:شهر\s+)?(?:{_NAMES}){_BLANK}(?:سنة\s+|عام\s+)?"
    rf"(?P<year>{_YEAR})(?!\d){_SIGN}?",
    re.IGNORECASE,
)
_MONTH_FIRST = late_pattern(
    rf"(?<!\w)(?:{_NAMES})\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>{_YEAR})(?!\d){_SIGN}?", re.IGNORECASE
)
_NUMERIC = late_pattern(
    rf"(?<![\d/.-])(?:(?P<day>\d\d?)(?P<mark>[/-])(?P<month>\d\d?)(?P=mark)(?P<year>{_YEAR})"
    rf"|(?P<year2>{_YEAR})(?P<mark2>[/-])(?P<month2>\d\d?)(?P=mark2)(?P<day2>\d\d?))(?![\d/-])(?P<sign>{_SIGN})?",
    re.IGNORECASE,
)
_HINT = late_pattern(_YEAR)
_COMMON = late_pattern(r"(?<!\d)(?:19|20|١٩|٢٠|۱۹|۲۰)\d\d(?!\d)")
_LUNAR = frozenset({"ar", "ur"})
"""Languages in which a date in numbers is of this calendar without a sign."""

_YEARS = range(1390, 1501)
"""Years that are read: of the press (1390 began in 1970)."""

_WEEKDAYS = tuple(
    late_pattern(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)
    for names in (
        "ال[إا]ثنين|پیر|monday|senin",
        "الثلاثاء|منگل|tuesday|selasa",
        "ال[أا]ربعاء|بدھ|wednesday|rabu",
        "الخميس|جمعرات|thursday|kamis",
        "الجمعة|جمعہ|friday|jumat",
        "السبت|ہفتہ|saturday|sabtu",
        "ال[أا]حد|اتوار|sunday|ahad|minggu",
    )
)
"""Names of the weekdays, from Monday."""

_EPOCH = date(622, 7, 19).toordinal()
"""The first day of the first year, in the Gregorian calendar."""


def with_common_days(text: str, lang: str) -> str:
    """`text` with its days of this calendar as ISO 8601, where no common year stands beside them."""
    if not _HINT.search(text) or _COMMON.search(text):
        return text
    named = [number for number, names in enumerate(_WEEKDAYS) if names.search(text)]
    weekday = named[0] if len(named) == 1 else None
    for shape in (_NAMED, _MONTH_FIRST):
        text = shape.sub(lambda found: _named(found, weekday), text)
    return _NUMERIC.sub(lambda found: _numeric(found, lang, weekday), text)


def common_day(year: int, month: int, day: int) -> date | None:
    """The day of the common calendar; None if there is no such day, or none of the years that are read."""
    if not (year in _YEARS and 1 <= month <= 12 and 1 <= day <= 29 + month % 2 + (month == 12 and _is_leap(year))):
        return None
    before = 29 * (month - 1) + month // 2
    return date.fromordinal(_EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + before + day - 1)


def _is_leap(year: int) -> bool:
    return (14 + 11 * year) % 30 < 11


def _named(found: re.Match[str], weekday: int | None) -> str:
    month = next(number for number in range(1, 13) if found[f"m{number}"])
    return _iso(found, common_day(int(found["year"]), month, int(found["day"])), weekday)


def _numeric(found: re.Match[str], lang: str, weekday: int | None) -> str:
    if not found["sign"] and lang not in _LUNAR:
        return found[0]
    year, month, day = (int(found[name] or found[f"{name}2"]) for name in ("year", "month", "day"))
    return _iso(found, common_day(year, month, day), weekday)


def _iso(found: re.Match[str], common: date | None, weekday: int | None) -> str:
    """A day as ISO 8601, moved to the `weekday` (0 is Monday) that stands beside it where that is next to it."""
    if common is None:
        return found[0]
    near = (common + timedelta(days=days) for days in (0, -1, 1))
    return f" {next((one for one in near if one.weekday() == weekday), common).isoformat()} "
