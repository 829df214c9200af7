"""Dates told from now: "3 ngày trước", "il y a 2 heures", "gestern", "just now"."""

import re
from datetime import datetime, timedelta

from tuinews.extract.dates.tokens import Tokens
from tuinews.extract.dates.vocabulary.vocabulary import Kind
from tuinews.late import late_pattern
from tuinews.model.when import Precision, When

_QUANTITY = r"(?:(?:[NYZ#][.,])?[NYZ#QFH]{1,2}[+']?)"
_AGO = late_pattern(rf"(?P<less>V?)(?P<all>(?:{_QUANTITY}[sihcdwmy][.,]?)+)[AB]")
_SINCE = late_pattern(rf"B(?P<less>V?)(?P<all>(?:{_QUANTITY}[sihcdwmy][.,]?)+)")
_UNIT_FIRST = late_pattern(r"(?P<unit>[sihcdwmy])(?P<count>[NYZ#Q])A")
_ONE_AGO = late_pattern(r"(?P<unit>[sihcdwmy])A|B(?P<late>[sihcdwmy])")
_PRIME_AGO = late_pattern(r"(?P<count>N)'A")
_LAST = late_pattern("L")
_BARE = late_pattern(r"^(?P<all>[NQ][sihcdwmy])$")
_TERM = late_pattern(r"(?:(?P<whole>[NYZ#])[.,])?(?P<numbers>[NYZ#QFH]{1,2})[+']?(?P<unit>[sihcdwmy])")
_DURATION = late_pattern(r"[-.,:|()/']*[NQ][sihcdwmy][-.,:|()/']*")
_COMPACT_AGE = late_pattern(r"\W*\d{1,2}(?:[a-z]|mo|yr|wk)\W*", re.IGNORECASE)
_WEEKDAY_AND_CLOCK = late_pattern(r"W(?=.*N)[NPKc:.,|-]+")
_LENGTHS = {
    "s": timedelta(seconds=1),
    "i": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "c": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
}
_PRECISIONS = {
    "s": Precision.MINUTE,
    "i": Precision.MINUTE,
    "h": Precision.HOUR,
    "c": Precision.HOUR,
    "d": Precision.DAY,
    "w": Precision.WEEK,
    "m": Precision.MONTH,
    "y": Precision.YEAR,
}
_PARTS = {
    "y": (12, "m"),
    "m": (30, "d"),
    "w": (7, "d"),
    "d": (24, "h"),
    "c": (60, "i"),
    "h": (60, "i"),
    "i": (60, "s"),
    "s": (1, "s"),
}
"""What a fraction of a unit is counted in: half an hour is 30 minutes."""

_LAST_HOUR = 23
"""The most hours that are printed alone ("23h"); more is a name ("24h"), or a time."""

_ORDER = "ymwdchis"
_UNITS_FIRST = frozenset({"sw", "si", "ha", "ig"})
"""Languages that count a unit behind its name."""

_NEEDS_A_NUMBER = frozenset({"en", "de", "fr", "es", "pt", "it", "nl", "sv", "no", "da"})


def is_duration(tokens: Tokens, text: str) -> bool:
    """Whether a text is a number of one unit and nothing more: the length of a film, the time that reading takes.

    Sites that print ages alone print them compact, and of hours upward ("2h", "3d").
    """
    kinds = tokens.kinds
    if not _DURATION.fullmatch(kinds):
        return False
    return not _COMPACT_AGE.fullmatch(text) or Kind.MINUTES in kinds or Kind.SECONDS in kinds


def interval(tokens: Tokens, now: datetime) -> When | None:
    """What a number of units ago means: (now - (n+1) units, now - n units], since sites round down."""
    kinds = tokens.kinds
    match = _AGO.search(kinds) or _SINCE.search(kinds)
    if match:
        when = _ago(tokens, match.start("all"), match["all"], now)
        return _less(when, now) if when and match["less"] else when
    match = _UNIT_FIRST.search(kinds) if not tokens.langs.isdisjoint(_UNITS_FIRST) else None
    if match:  # "saa 3 zilizopita"
        return _back(now, {match["unit"]: float(tokens.values[match.start("count")])})
    match = _PRIME_AGO.search(kinds)
    if match:  # "7' trước"
        return _back(now, {"i": float(tokens.values[match.start("count")])})
    match = _LAST.search(kinds)
    if match and _apart(kinds, match.start()):
        return _back(now, {chr(tokens.values[match.start()]): 1.0})
    place = kinds.find(Kind.NOW)
    if place >= 0 and (kinds == Kind.NOW or (tokens.values[place] and _apart(kinds, place))):
        return When(now, Precision.MINUTE, now - timedelta(minutes=1))
    match = _ONE_AGO.search(kinds)
    if match and tokens.langs.isdisjoint(_NEEDS_A_NUMBER):
        return _back(now, {match["unit"] or match["late"]: 1.0})
    match = _BARE.match(kinds)
    if match is None or (kinds == "Nc" and tokens.values[0] > _LAST_HOUR):
        return None
    return _ago(tokens, 0, match["all"], now)


def _less(when: When, now: datetime) -> When:
    """ "Less than an hour ago" ends where "an hour ago" begins."""
    return When(now, when.precision, when.latest)


def _ago(tokens: Tokens, start: int, terms: str, now: datetime) -> When | None:
    amounts: dict[str, float] = {}
    for term in _TERM.finditer(terms):
        amount = _amount(tokens, start + term.start("numbers"), start + term.end("numbers"))
        if term["whole"] is not None:
            digits = tokens.words[start + term.start("numbers")]
            amount = float(f"{tokens.values[start + term.start('whole')]}.{digits}")
        unit = term["unit"]
        if amount % 1:
            amount, unit = round(amount * _PARTS[unit][0]), _PARTS[unit][1]
        amounts[unit] = amount
    return _back(now, amounts)


def _amount(tokens: Tokens, start: int, end: int) -> float:
    """What one or two words of number say together: "3", "an", "half an"."""
    amount = 1.0
    for place in range(start, end):
        if tokens.kinds[place] == Kind.HALF:
            amount /= 2
        elif tokens.values[place] != 1:
            amount = float(tokens.values[place])
    return amount


def _back(now: datetime, amounts: dict[str, float]) -> When | None:
    finest = max(amounts, key=_ORDER.index)
    try:
        latest = now
        for unit, amount in amounts.items():
            latest = _shift(latest, unit, amount)
        earliest = _shift(now, finest, 1.0)
        for unit, amount in amounts.items():
            earliest = _shift(earliest, unit, amount)
    except (ValueError, OverflowError):
        return None
    return When(latest, _PRECISIONS[finest], earliest)


def _shift(moment: datetime, unit: str, amount: float) -> datetime:
    length = _LENGTHS.get(unit)
    if length is not None:
        return moment - length * amount
    months = round(amount * (12 if unit == "y" else 1))
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    for day in (moment.day, 30, 29, 28):
        try:
            return moment.replace(year=year, month=month + 1, day=min(day, moment.day))
        except ValueError:
            continue
    raise ValueError(year)


def day_word(tokens: Tokens, now: datetime) -> tuple[datetime, int] | None:
    """The midnight of a day told by a word ("gestern"), and the place of the word."""
    place = tokens.kinds.find(Kind.DAY_WORD)
    if place < 0 or not _apart(tokens.kinds, place):
        return None
    return _midnight(now + timedelta(days=tokens.values[place])), place


def weekday(tokens: Tokens, now: datetime) -> datetime | None:
    """The midnight of the last such weekday, where a time of day and nothing else follows ("Thursday 1:30PM")."""
    if not _WEEKDAY_AND_CLOCK.fullmatch(tokens.kinds):
        return None
    return _midnight(now - timedelta(days=(now.weekday() - tokens.values[0]) % 7))


def _apart(kinds: str, place: int) -> bool:
    """Whether a word stands for itself, and not in a sentence or a name ("USA Today", "Today in history")."""
    before, after = kinds[:place][-1:], kinds[place + 1 : place + 2]
    return before not in (Kind.NOISE, Kind.LONG) and (after != Kind.NOISE or before in ("N", "P", "c"))


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)
