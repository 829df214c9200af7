"""The conductor: one text to one date, by the order of trust of CONTRACT "Dates"."""

import re
from dataclasses import replace
from datetime import datetime, time, timedelta, tzinfo
from enum import Enum, auto
from functools import lru_cache

from tuinews.extract.dates import calendar, relative, time_zones
from tuinews.extract.dates.calendar import Day
from tuinews.extract.dates.calendars.common import in_common_calendar
from tuinews.extract.dates.clock import clock_beside, zone_of
from tuinews.extract.dates.iso import parse_iso
from tuinews.extract.dates.order import Order, order_of
from tuinews.extract.dates.product_numbers import without_product_numbers
from tuinews.extract.dates.tokens import Tokens, normal, tokens_of
from tuinews.model.when import Precision, When
from tuinews.quick_dataclass import dataclass

LIMIT = 300
"""Characters that are looked at: a date with what a page prints around it is shorter."""

_RAW_LIMIT = 3000
"""Characters within which those are sought where a text begins with a screenful of white space."""

_CUE = re.compile("[CU]")
_HAS_SIGN_OF_DATE = re.compile(r"[NYWDJABL]")
_VIETNAMESE = frozenset({"vi"})


class Guess(Enum):
    """What a text leaves to the time of fetching."""

    YEAR = auto()
    """The year of "5 May"."""
    AGE = auto()
    """The day of "two hours ago", "yesterday", "Thursday 1:30PM"."""


ALL_GUESSES = frozenset(Guess)
NO_GUESSES: frozenset[Guess] = frozenset()


@dataclass(frozen=True, slots=True)
class _Habits:
    """How one text is read: its order of numbers, the time of fetching, its zone, and what may be guessed."""

    order: Order
    now: datetime | None
    zone: tzinfo | None
    guesses: frozenset[Guess]

    def local(self, guess: Guess) -> datetime | None:
        """The time of fetching in the text's zone, where this may be guessed from it."""
        return _in_zone(self.now, self.zone) if self.now is not None and guess in self.guesses else None


def parse_date(
    text: str,
    now: datetime | None = None,
    lang: str | None = None,
    guesses: frozenset[Guess] = ALL_GUESSES,
) -> When | None:
    """The date that `text` states, or None if it states none or one that cannot be told for sure.

    `now` is the time of fetching: relative words and dates without a year need it, and are read only where
    `guesses` allows it; a date that states its year is told by it from one that lies ahead. `lang` is the page's
    language tag (BCP 47); it settles the order of day and month and ambiguous words. A Vietnamese text that
    names no zone is at +07:00, another is naive.

    Numbers are read day first. English alone does not tell: en-US is month first, en-GB and the like day
    first, and plain English gives None if both readings are possible and neither is in the future.
    """
    if now is not None and not 1900 <= now.year <= 2200:
        now = None  # no time of fetching: the arithmetic of relative dates would leave the calendar
    tag = (lang or "").lower().replace("_", "-").strip()
    base = tag.partition("-")[0]
    base = _SAME.get(base, base)
    if len(text) > LIMIT:
        text = " ".join(text[:_RAW_LIMIT].split())[:LIMIT]
    return _stated(text, now, now.tzinfo if now else None, tag, base, guesses)


_SAME = {"nb": "no", "nn": "no", "fil": "tl", "iw": "he", "in": "id", "mo": "ro", "kmr": "ku", "prs": "fa"}
"""Tags of languages whose words are in the tables under another tag."""


@lru_cache(maxsize=4_096)
def _stated(
    text: str, now: datetime | None, _zone: tzinfo | None, tag: str, base: str, guesses: frozenset[Guess]
) -> When | None:
    """The date of a text of at most `LIMIT` characters; `_zone` tells equal times of different zones apart.

    A page asks for each of its lines several times: alone, beside the others, with and without guesses.
    """
    text = in_common_calendar(normal(text), base)
    iso = parse_iso(text, time_zones.VIETNAM if base == "vi" else None)
    if iso is not None:
        return iso
    tokens = tokens_of(without_product_numbers(text), base)
    if not _HAS_SIGN_OF_DATE.search(tokens.kinds):
        return None
    if relative.is_duration(tokens, text):
        return None
    order = order_of(tag, tokens)
    vietnamese = base == "vi" or tokens.langs == _VIETNAMESE
    habits = _Habits(order, now, time_zones.VIETNAM if vietnamese else None, guesses)
    for part in _by_trust(tokens):
        when = _read(part, habits)
        if when is not None:
            return when
    return None


def _by_trust(tokens: Tokens) -> list[Tokens]:
    """The text cut at "published" and "updated": what was published first, what was updated last."""
    cuts = [match.start() for match in _CUE.finditer(tokens.kinds)]
    if not cuts:
        return [tokens]
    edges = [*cuts, len(tokens.kinds)]
    head = _slice(tokens, 0, cuts[0])
    parts = [(tokens.kinds[cut], _slice(tokens, cut + 1, edges[i + 1])) for i, cut in enumerate(cuts)]
    if "N" in head.kinds and "N" not in parts[-1][1].kinds:
        # The words stand behind their dates, as in Japanese: each names the part before it.
        parts = list(zip([cue for cue, _ in parts], [head, *(part for _, part in parts[:-1])], strict=True))
        head = _slice(tokens, len(tokens.kinds), len(tokens.kinds))
    published = [part for cue, part in parts if cue == "C"]
    updated = [part for cue, part in parts if cue == "U"]
    return [*published, head, *updated]


def _slice(tokens: Tokens, start: int, end: int) -> Tokens:
    return Tokens(tokens.kinds[start:end], tokens.values[start:end], tokens.words[start:end], tokens.langs)


def _read(tokens: Tokens, habits: _Habits) -> When | None:
    bare = tokens.kinds.lstrip(".,:-|()/'").rstrip(",:-|()/'")
    if bare != tokens.kinds:
        start = tokens.kinds.index(bare) if bare else 0
        tokens = _slice(tokens, start, start + len(bare))
    day = calendar.dated(tokens, habits.order, habits.now)
    if day is not None:
        return _at(tokens, day, habits.zone)
    local = habits.local(Guess.AGE)
    when = None if local is None else _from_now(tokens, local, habits.zone)
    if when is not None:
        return when
    day = calendar.coarse(tokens, habits.order)
    near = habits.local(Guess.YEAR)
    if day is None and near is not None:
        day = calendar.yearless(tokens, habits.order, near)
    if day is not None:
        return _at(tokens, day, habits.zone)
    return None if local is None else _on_weekday(tokens, local, habits.zone)


def _in_zone(now: datetime, zone: tzinfo | None) -> datetime:
    if zone is None:
        return now
    return now.astimezone(zone) if now.tzinfo else now.replace(tzinfo=zone)


def _at(tokens: Tokens, day: Day, zone: tzinfo | None) -> When:
    midnight = datetime.combine(day.date, time.min, tzinfo=zone)
    if day.precision is not Precision.DAY:
        return When(midnight, day.precision)
    return _with_clock(tokens, midnight, day)


def _with_clock(tokens: Tokens, midnight: datetime, day: Day) -> When:
    clock = clock_beside(tokens, day.start, day.end, numeric=day.numeric)
    moment = midnight
    if clock is not None:
        moment += timedelta(hours=clock.hour, minutes=clock.minutes or 0, seconds=clock.second)
    stated = zone_of(tokens, clock, moment)
    if stated is not None:
        moment = moment.replace(tzinfo=stated)
    if clock is None:
        return When(moment, Precision.DAY)
    return When(moment, Precision.HOUR if clock.minutes is None else Precision.MINUTE)


def _from_now(tokens: Tokens, now: datetime, zone: tzinfo | None) -> When | None:
    when = relative.interval(tokens, now)
    if when is not None:
        return when
    found = relative.day_word(tokens, now)
    return None if found is None else _on_day(tokens, now, *found, zone)


def _on_weekday(tokens: Tokens, now: datetime, zone: tzinfo | None) -> When | None:
    midnight = relative.weekday(tokens, now)
    when = None if midnight is None else _on_day(tokens, now, midnight, 0, zone)
    if when is None or when.precision is Precision.DAY:
        return None
    late = when.latest.replace(tzinfo=None) > now.replace(tzinfo=None)
    return replace(when, latest=when.latest - timedelta(weeks=1)) if late else when


def _on_day(tokens: Tokens, now: datetime, midnight: datetime, place: int, zone: tzinfo | None) -> When:
    """The time of day on a day told by the word at `place`; it is the page's own, so its zone is the page's."""
    day = Day(midnight.date(), Precision.DAY, place, place + 1)
    when = _with_clock(tokens, midnight if zone else midnight.replace(tzinfo=None), day)
    there = when.latest.tzinfo
    if zone is None and there is not None and now.tzinfo is not None:
        # "Today at 9 AM ET" is today in New York.
        when = replace(when, latest=when.latest + (now.astimezone(there).date() - now.date()))
    return when
