"""The time of day that a text prints beside a date, and the time zone that it names."""

import re
from collections.abc import Iterator
from datetime import datetime, tzinfo

from tuinews.extract.dates import time_zones
from tuinews.extract.dates.tokens import Tokens
from tuinews.extract.dates.vocabulary.vocabulary import AM, NIGHT, NOON, PM
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `minutes` is None if the text tells the hour alone ("17 Uhr")."""

    hour: int
    minutes: int | None
    second: int
    start: int
    end: int


_BEHIND_DASH = r"_|W|N[:c]"
"""What stands behind the minutes and a dash: the date that was found ("8h30 - 5/11/2026"; in "8h 30-11-2026" 30 is
part of it), a weekday, or another time."""

_SIGN_OF_CLOCK = re.compile(r"N[:.cP]|[ZY][GcK]|K")
_CLOCKS = (
    (":", re.compile(r"(?:(?P<P>P)\.?)?(?P<H>N):(?P<I>N)(?::(?P<S>N)(?:[.,][NZY#])?)?c?(?P<Q>P?)")),
    (
        "c",
        re.compile(
            rf"(?<![NYZ#][-/.:])(?P<P>P?)(?P<H>N)c(?:(?P<I>N)(?![/.MmA]|-(?!{_BEHIND_DASH}))(?:i(?:(?P<S>N)s)?)?)?(?P<Q>P?)"
        ),
    ),
    ("P", re.compile(r"(?<![NYZ#][-/.:])(?P<P>)(?P<H>N)(?P<I>)(?P<S>)(?P<Q>P)")),
)
"""Shapes of a time of day, each with the mark that it needs: "10:30", "10h30" or "17 Uhr", "3 pm"."""

_DOTTED = re.compile(
    r"(?:(?P<K>K\.?)|(?<![NYZ#][-/.]))(?P<H>N)\.(?P<I>N)(?:\.(?P<S>N))?(?![-/]?[NY]|\.[NY])(?P<Q>[cP]?)"
)
_MILITARY = re.compile(r"(?P<H>[ZY])(?=[GcK])|(?<=K)(?P<T>[ZY])")
_NAMED_ZONE = re.compile(r"G(?:(?P<S>[-+])(?:(?P<H>N)(?::(?P<I>N))?|(?P<F>[ZY])))?")
_BARE_OFFSET = re.compile(r"[|(]?\(?(?P<S>[-+])(?:(?P<H>N)(?::(?P<I>N))?|(?P<F>[ZY]))(?![-/.:hcisdwmyN])")


def clock_beside(tokens: Tokens, start: int, end: int, *, numeric: bool) -> Clock | None:
    """The time of day nearest to the date in tokens `start` to `end`."""
    if not _SIGN_OF_CLOCK.search(tokens.kinds):
        return None
    kinds = tokens.kinds[:start] + "_" * (end - start) + tokens.kinds[end:]
    found = [clock for mark, shape in _CLOCKS if mark in kinds for clock in _clocks(shape, tokens, kinds)]
    if not found:
        found = [clock for clock in _dotted(tokens, kinds) if _beside(clock, start, end, kinds, numeric)]
    return found[0] if len(found) == 1 else min(found, key=lambda c: _distance(c, start, end), default=None)


def _distance(clock: Clock, start: int, end: int) -> int:
    return clock.start - end if clock.start >= end else start - clock.end


def _clocks(pattern: re.Pattern[str], tokens: Tokens, kinds: str) -> Iterator[Clock]:
    values = tokens.values
    for match in pattern.finditer(kinds):
        part = values[match.start("Q")] if match["Q"] else values[match.start()] if match["P"] else None
        hour = hour_of_day(values[match.start("H")], part)
        minutes = values[match.start("I")] if match["I"] else None
        second = values[match.start("S")] if match["S"] else 0
        late = hour > 24 or (hour == 24 and (minutes or second))
        if late or (minutes or 0) > 59 or second > 60:
            continue
        if minutes is not None and kinds[match.start("H") + 1] == ":" and len(tokens.words[match.start("I")]) != 2:
            continue
        yield Clock(hour, minutes, min(second, 59), match.start(), match.end())


def hour_of_day(hour: int, part: int | None) -> int:
    """The hour of 24. A page that prints "15:45 PM" or "00:01 AM" means what the numbers say."""
    if part is None or hour > 12:
        return hour
    if part == AM:
        return 0 if hour == 12 else hour
    if part == NOON:
        return hour + 12 if hour < 3 else hour
    if part == NIGHT:
        return hour + 12 if 6 <= hour < 12 else hour % 12
    return hour if hour == 12 or part != PM else hour + 12


def _dotted(tokens: Tokens, kinds: str) -> Iterator[Clock]:
    for match in _DOTTED.finditer(kinds):
        hour, minutes = tokens.values[match.start("H")], tokens.values[match.start("I")]
        second = tokens.values[match.start("S")] if match["S"] else 0
        if hour < 24 and minutes < 60 and second < 60 and len(tokens.words[match.start("I")]) == 2:
            part = tokens.values[match.start("Q")] if match["Q"] == "P" else None
            yield Clock(hour_of_day(hour, part), minutes, second, match.start(), match.end())
    for match in _MILITARY.finditer(kinds):
        hour, minutes = divmod(tokens.values[match.start()], 100)
        if hour < 24 and minutes < 60:
            yield Clock(hour, minutes, 0, match.start(), match.end())


def _beside(clock: Clock, start: int, end: int, kinds: str, numeric: bool) -> bool:
    """Whether a dotted time says that it is one: by a word or a zone, or because it stands at a numeric date."""
    if kinds[clock.start] == "K" or kinds[clock.end - 1] in "cPZY" or kinds.startswith("G", clock.end):
        return True
    near = _distance(clock, start, end)
    return near <= 2 if numeric or kinds.count(".", clock.start, clock.end) == 2 else near <= 1


def zone_of(tokens: Tokens, clock: Clock | None, moment: datetime) -> tzinfo | None:
    """The time zone that the text names at a local `moment`: after the time of day, or GMT or UTC anywhere."""
    kinds = tokens.kinds
    if clock is not None:
        end = clock.end
        named = _NAMED_ZONE.match(kinds, end) or _NAMED_ZONE.match(kinds, end + 1)
        bare = None if named else _BARE_OFFSET.match(kinds, end)
        if bare and not bare["F"] and not bare["I"] and bare["S"] == "-":
            bare = None  # "10:30 - 24 …" goes on
        if named or bare:
            return _zone(tokens, named or bare, moment)
    for match in _NAMED_ZONE.finditer(kinds):
        if tokens.words[match.start()] in ("GMT", "UTC", "gmt", "utc", "Gmt"):
            return _zone(tokens, match, moment)
    return None


def _zone(tokens: Tokens, match: re.Match[str] | None, moment: datetime) -> tzinfo | None:
    if match is None:
        return None
    name = tokens.words[match.start()]
    base = tokens.values[match.start()] if tokens.kinds[match.start()] == "G" else 0
    if not match["S"]:
        return time_zones.seasonal_offset(base, moment) if name in time_zones.SEASONAL else time_zones.offset(base)
    if match["F"]:
        hours, minutes = divmod(tokens.values[match.start("F")], 100)
    else:
        hours = tokens.values[match.start("H")]
        minutes = tokens.values[match.start("I")] if match.groupdict().get("I") else 0
    total = hours * 60 + minutes
    if minutes % 15:
        return None
    return time_zones.stated_offset(-total if match["S"] == "-" else total)
