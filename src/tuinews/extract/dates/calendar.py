"""A day, month or year that a text prints: the shapes it may have, and the order of day and month.

Shapes are regular expressions over the letters of `vocabulary.Kind`. They stand from the surest to the
loosest, and the first that gives a real day wins, wherever it stands in the text.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from tuinews.extract.dates.order import TOLERANCE, DayMonth, Order, evidence_in, likelier, possible
from tuinews.extract.dates.tokens import Tokens
from tuinews.extract.dates.vocabulary.vocabulary import Kind
from tuinews.late import late_pattern
from tuinews.model.when import Precision
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Day:
    """A date found in tokens `start` to `end`; `precision` says which of its parts the text tells."""

    date: date
    precision: Precision
    start: int
    end: int
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class _DateMatch:
    tokens: Tokens
    match: re.Match[str]
    order: Order
    now: datetime | None

    def value(self, group: str) -> int:
        return self.tokens.values[self.match.start(group)]

    def width(self, group: str) -> int:
        return len(self.tokens.words[self.match.start(group)])


def _year(found: _DateMatch) -> int:
    """The year of a four-digit group; years of the Buddhist era (Thailand) are 543 ahead."""
    year = found.value("Y")
    return year - 543 if year > 2400 else year


def _short_year(found: _DateMatch) -> int | None:
    """The year that two digits mean: 00-68 are of this century; in Thai 40-99 are of the Buddhist 26th.

    POSIX has the pivot 69. A Thai "68" is 2568, which is 2025, and a Thai "24" is 2024.
    """
    if found.width("Y") != 2:
        return None
    year = found.value("Y")
    if found.order.buddhist and year >= 40:
        return 2500 + year - 543
    return 2000 + year if year < 69 else 1900 + year


def _named(found: _DateMatch) -> date | None:
    return possible(_year(found), found.value("M"), found.value("D"))


def _named_short(found: _DateMatch) -> date | None:
    year = _short_year(found)
    return None if year is None else possible(year, found.value("M"), found.value("D"))


def _era(found: _DateMatch) -> date | None:
    return possible(found.value("E") + found.value("Y"), found.value("M"), found.value("D"))


def _numeric(found: _DateMatch) -> date | None:
    return _either_way(found, _year(found), european=found.match["S"] == ".")


def _either_way(found: _DateMatch, year: int, *, european: bool) -> date | None:
    """The date of two numbers and a year, or None if it does not exist or cannot be told.

    `european` says that the date is written as English writes it in Europe alone.
    """
    first, second = found.value("A"), found.value("B")
    day_first, month_first = possible(year, second, first), possible(year, first, second)
    if day_first is None or month_first is None or first == second:
        return day_first or month_first
    order = found.order.day_month
    if order is not DayMonth.DAY_FIRST and _is_american_program(found):
        return month_first
    if order is DayMonth.DAY_FIRST:
        return day_first
    if order is DayMonth.MONTH_FIRST:
        return month_first
    return likelier(order, day_first, month_first, evidence_in(found.tokens, found.now, european=european))


def _is_american_program(found: _DateMatch) -> bool:
    """Whether this is what .NET and JavaScript print for the United States: "3/7/2026 8:01:05 AM"."""
    unpadded = found.width("A") == 1 or found.width("B") == 1
    return unpadded and _AMERICAN_CLOCK.match(found.tokens.kinds, found.match.end()) is not None


_AMERICAN_CLOCK = late_pattern(r",?N:N:NP")


def _numeric_short(found: _DateMatch) -> date | None:
    """Three numbers of which none is a whole year: "24.01.15" is a day of January in Korea, of 2015 in Vietnam."""
    separator = found.match["S"]
    if found.order.year_first:
        return (
            possible(2000 + found.value("A"), found.value("B"), found.value("Y"))
            if found.width("A") == 2
            else None
        )
    year = _short_year(found)
    if year is None or (separator != "/" and not found.width("A") == found.width("B") == 2):
        return None
    unknown = found.order.day_month is DayMonth.UNKNOWN and found.value("A") <= 12
    if separator == "." and unknown and not _dated_otherwise(found):
        return None
    return _either_way(found, year, european=False)


def _dated_otherwise(found: _DateMatch) -> bool:
    """Whether something else in the text says that this is a date: a time of day, a weekday, "published"."""
    return re.search(r"N:N|W|C|U", found.tokens.kinds) is not None


_RECENT = timedelta(days=183)


def _this_year(found: _DateMatch, month: int, day: int) -> date | None:
    """The last such day that is not in the future, a time zone and a clock that is wrong allowed for."""
    if found.now is None:
        return None
    latest = (found.now + TOLERANCE).date()
    for year in range(latest.year, latest.year - 9, -1):
        found_day = possible(year, month, day)
        if found_day and found_day <= latest:
            return found_day
    return None


def _named_yearless(found: _DateMatch) -> date | None:
    """ "5 May" and the like; not "May 12 people may", since two months are words too."""
    kinds = found.tokens.kinds
    wordy = found.tokens.words[found.match.start("M")].lower() in _MONTHS_THAT_ARE_WORDS
    if wordy and kinds.startswith(Kind.NOISE, found.match.end()) and found.match[0][0] == Kind.MONTH:
        return None
    return _this_year(found, found.value("M"), found.value("D"))


_MONTHS_THAT_ARE_WORDS = frozenset({"may", "march", "mar"})
_FULL_STOP = late_pattern(r"\.(?:$|[^NYZ#.]|N[:c])")
"""The full stop of a German ordinal ("15.01."), and not the next dot of a version."""


def _numeric_yearless(found: _DateMatch) -> date | None:
    """ "15/01" and the like, only where the text holds nothing else that is unknown."""
    kinds = found.tokens.kinds
    dated = _dated_otherwise(found) or kinds[: found.match.start()].endswith(("d", "P")) or "c" in kinds
    separator = found.match["S"]
    closed = separator == "." and _FULL_STOP.match(kinds, found.match.end()) is not None
    padded = found.width("A") == found.width("B") == 2 or closed
    if "x" in kinds or "#" in kinds or not (padded or dated):
        return None
    if separator == "." and not (dated or closed):
        return None
    first, second = found.value("A"), found.value("B")
    if max(first, second) > 12 or first == second:
        return _this_year(found, *((second, first) if first > 12 else (first, second)))
    order = found.order.day_month
    if order is DayMonth.UNDECIDED or (order is DayMonth.UNKNOWN and separator == "-"):
        return None
    month_first = order is DayMonth.MONTH_FIRST or found.order.year_first
    day = _this_year(found, *((first, second) if month_first else (second, first)))
    # In a language unknown, "3/8" of half a year ago is rather the eighth of March.
    return None if day and order is DayMonth.UNKNOWN and _age(found, day) > _RECENT else day


def _age(found: _DateMatch, day: date) -> timedelta:
    assert found.now is not None
    return found.now.date() - day


def _month(found: _DateMatch) -> date | None:
    return possible(_year(found), found.value("M"), 1)


def _whole_year(found: _DateMatch) -> date | None:
    behind = found.tokens.words[found.match.start("Y") + 1 :][:1]
    if found.tokens.kinds.endswith(Kind.YEARS) and behind and behind[0].lower() not in _YEAR_LABELS:
        return None  # "2000 лет" are so many years
    return date(_year(found), 1, 1)


_YEAR_LABELS = frozenset({"年", "년", "год", "года", "г", "рік", "року", "р", "година", "gada", "g", "m"})
"""What stands behind the number of a year, where other languages have it before."""


@dataclass(frozen=True, slots=True)
class _Shape:
    pattern: re.Pattern[str]
    read: Callable[[_DateMatch], date | None]
    precision: Precision = Precision.DAY
    numeric: bool = False


def _shape(
    pattern: str,
    read: Callable[[_DateMatch], date | None],
    precision: Precision = Precision.DAY,
    *,
    numeric: bool = False,
) -> _Shape:
    return _Shape(re.compile(pattern), read, precision, numeric)


_ALONE = r"(?:(?<![NYZ#][-/.:])|(?<=N[:c]N-)|(?<=G[-+]N-))"
"""Not the tail of a longer run of numbers: an address of the internet, a telephone number, a law's number. A time
of day may stand before it: "08:15 - 06/03/2026", "08h15 - 06/03/2026",
and its zone behind it."""

_NO_YEAR = r"(?![-./,]?N(?![:.chisdwmyP]))"
"""Nor is there a number behind it that may be its year: "24 Dec 19", "5 Mar 12 comments"."""

_DATED = (
    _shape(_ALONE + r"(?P<Y>Y)(?P<S>[-/.,|])(?P<M>N)(?P=S)(?P<D>N)", _named, numeric=True),
    _shape(_ALONE + r"(?P<A>N)(?P<S>[-/.])(?P<B>N)(?P=S)(?P<Y>Y)(?!(?<=/Y)/)", _numeric, numeric=True),
    _shape(r"(?P<Y>Y)y(?P<M>[NQ])-?m(?P<D>N)d?", _named),
    _shape(r"(?<![NYZ#])(?<![NYZ#][-/.:])(?P<D>N),?(?P<M>[NQ])-?m,?(?P<Y>Y)", _named),
    _shape(r"(?P<Y>Y)(?:[.,]?y?|-y)[.,]{0,2}(?P<D>N)[-.]?(?P<M>M)", _named),
    _shape(r"(?P<E>E)(?P<Y>[N#])y(?P<M>N)m(?P<D>N)d?", _era),
    _shape(r"(?P<D>N)'?[-./,(]?[dm]?(?P<M>M)[-./,|()]{0,2}y?(?P<Y>Y)", _named),
    _shape(r"(?<!w)(?P<D>N)[-./,]?m(?P<M>N)[-./,]?y?(?P<Y>Y)", _named),
    _shape(r"(?P<M>M)[-./,)]{0,2}(?P<D>N)d?[-./,|(]{0,2}(?P<Y>Y)", _named),
    _shape(r"(?P<M>M),?(?P<D>N),?(?P<T>N:N(?::N)?)[GP]?(?P<Y>Y)", _named),
    _shape(r"(?P<Y>Y)[-./,]?y?[-./,]?(?P<M>M)[-./,]{0,2}(?P<D>N)(?!:)", _named),
    _shape(r"^(?P<D>N)[|,]?(?P<M>N)[-/.](?P<Y>Y)$", _named, numeric=True),  # a box: "20" over "11/2026"
)
_SHORT_DATED = (
    _shape(r"(?P<D>N)[-./,]?(?P<M>M)[-./]{0,2}'?(?P<Y>N)(?![:hcisdwmyPx/-]|\.N)", _named_short),
    _shape(r"(?P<M>M)\.?(?P<D>N),?'(?P<Y>N)", _named_short),
    _shape(
        _ALONE + r"(?P<A>N)(?P<S>[-/.])(?P<B>N)(?P=S)(?P<Y>N)(?![:c]|(?P=S)[NYZ#])", _numeric_short, numeric=True
    ),
)
_COARSE = (
    _shape(r"(?P<Y>Y)y(?P<M>N)m(?![ANZ#])", _month, Precision.MONTH),
    _shape(r"(?<!N)(?<!N[-./,])(?P<M>M)[-./,]{0,2}y?(?P<Y>Y)", _month, Precision.MONTH),
    _shape(r"m(?P<M>N)[-/.,]?y?(?P<Y>Y)", _month, Precision.MONTH),
    _shape(r"^(?P<Y>Y)[-./]?y?\.?(?P<M>M)\.?$", _month, Precision.MONTH),
    _shape(r"^(?P<M>N)[-/.](?P<Y>Y)y?\.?$", _month, Precision.MONTH),
    _shape(r"^(?P<Y>Y)[-/](?P<M>N)$", _month, Precision.MONTH),
    _shape(r"^y?(?P<Y>Y)y?\.?$", _whole_year, Precision.YEAR),
)
_YEARLESS = (
    _shape(r"(?<![NYZ#]m)(?P<M>N)m(?P<D>N)d", _named_yearless),
    _shape(r"(?<!w)(?P<D>N)m(?P<M>N)(?![N:hcdwmyA])", _named_yearless),
    _shape(r"(?P<D>N)[-./,]?d?(?P<M>M)" + _NO_YEAR, _named_yearless),
    _shape(r"(?<!N)(?<!N[-./,])(?P<M>M)[-./,]?(?P<D>N)(?![:cP])" + _NO_YEAR, _named_yearless),
    _shape(_ALONE + r"(?P<A>N)(?P<S>[-/.])(?P<B>N)(?![-/#])", _numeric_yearless, numeric=True),
)


def dated(tokens: Tokens, order: Order, now: datetime | None) -> Day | None:
    """The day that the text prints with its year."""
    whole = Kind.YEAR in tokens.kinds or Kind.ERA in tokens.kinds
    found = next(_found(_DATED, tokens, order, now), None) if whole else None
    return found or next(_found(_SHORT_DATED, tokens, order, now), None)


def coarse(tokens: Tokens, order: Order) -> Day | None:
    """The month or the year that is all that the text prints."""
    return next(_found(_COARSE, tokens, order, None), None)


def yearless(tokens: Tokens, order: Order, now: datetime) -> Day | None:
    """The day that the text prints without its year: the last one before `now`, if no year stands elsewhere."""
    if Kind.YEAR in tokens.kinds:
        return None
    days = _found(_YEARLESS, tokens, order, now)
    return next((day for day in days if not _has_glued_year(tokens, day)), None)


_LONG_AFTER = late_pattern(r"[-./,|()dy]{0,3}(?P<long>#)")
_LONG_BEFORE = late_pattern(r"(?P<long>#)[-./,|()y]{0,3}$")


def _has_glued_year(tokens: Tokens, day: Day) -> bool:
    """Whether the number beside a day is a year with more digits behind it, as of a counter: "May 5, 20250"."""
    after = _LONG_AFTER.match(tokens.kinds, day.end)
    before = _LONG_BEFORE.search(tokens.kinds, 0, day.start)
    places = [match.start("long") for match in (after, before) if match]
    return any(tokens.words[place].startswith(("19", "20")) for place in places)


def _found(shapes: tuple[_Shape, ...], tokens: Tokens, order: Order, now: datetime | None) -> Iterator[Day]:
    for shape in shapes:
        for match in shape.pattern.finditer(tokens.kinds):
            day = shape.read(_DateMatch(tokens, match, order, now))
            if day is not None:
                end = match.end("D") if "T" in match.groupdict() else match.end()
                yield Day(day, shape.precision, match.start(), end, shape.numeric)
