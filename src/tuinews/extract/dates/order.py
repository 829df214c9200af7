"""Which of two numbers is the day and which the month.

Most of the world writes the day first, and so does Vietnam; the United States and a few others write the month
first (CLDR 48, short date patterns). A date read the wrong way round is wrong in silence, so where English of no
region leaves both readings open, what else the text says decides, and where nothing does there is no date.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import Enum, auto

from tuinews.extract.dates import time_zones
from tuinews.extract.dates.tokens import Tokens
from tuinews.extract.dates.vocabulary.vocabulary import Kind
from tuinews.quick_dataclass import dataclass

TOLERANCE = timedelta(days=2)
"""How far ahead of `now` a date may be that has happened: time zones, and clocks that are wrong."""

_VIETNAMESE = frozenset({"vi"})
_ENGLISH = frozenset({"en"})
_MONTH_FIRST = frozenset({"en-us", "en-ph", "en-pr", "en-gu", "en-as", "en-vi", "en-mp", "en-fm", "en-pw"})
_ENGLISH_OF_NO_REGION = frozenset({"en", "en-ca", "en-001", "en-150"})
_YEAR_FIRST = frozenset({"zh", "ja", "ko", "hu", "lt", "mn", "fa", "eu"})
_AMERICAN_ZONES = frozenset(
    {*time_zones.SEASONAL, "EST", "EDT", "CDT", "MST", "MDT", "PST", "PDT", "AKST", "AKDT", "HST"}
)


class DayMonth(Enum):
    """How a text orders day and month in numbers."""

    DAY_FIRST = auto()
    MONTH_FIRST = auto()
    UNKNOWN = auto()
    """No language is known: the day first, unless the weekday, or that it lies in the future, says otherwise."""
    UNDECIDED = auto()
    """English of no region: only what tells."""


@dataclass(frozen=True, slots=True)
class Order:
    """The habits of a text: the order of day and month, and of a year of two digits.

    `year_first` is "24.01.15" in Korea; `buddhist` are the years of Thailand.
    """

    day_month: DayMonth = DayMonth.DAY_FIRST
    year_first: bool = False
    buddhist: bool = False


def order_of(tag: str, tokens: Tokens) -> Order:
    """The order of a text on a page of language `tag` (lower case, or "").

    Vietnamese words overrule the page's language: templates say "en" on Vietnamese pages.
    """
    base = tag.partition("-")[0]
    if tokens.langs == _VIETNAMESE:
        return Order()
    languages = frozenset((base,)) if base else tokens.langs
    if languages == _ENGLISH:
        return Order(_english(tag, tokens))
    year_first = bool(languages) and languages <= _YEAR_FIRST
    return Order(DayMonth.DAY_FIRST if languages else DayMonth.UNKNOWN, year_first, "th" in languages)


def _english(tag: str, tokens: Tokens) -> DayMonth:
    if tag in _MONTH_FIRST:
        return DayMonth.MONTH_FIRST
    if tag and tag not in _ENGLISH_OF_NO_REGION:
        return DayMonth.DAY_FIRST
    named = {word for word, kind in zip(tokens.words, tokens.kinds, strict=True) if kind == Kind.ZONE}
    if not named.isdisjoint(_AMERICAN_ZONES):
        return DayMonth.MONTH_FIRST
    return DayMonth.DAY_FIRST if named else DayMonth.UNDECIDED


@dataclass(frozen=True, slots=True)
class Evidence:
    """What may tell day from month: the weekday that the text names (Monday is 0), the last day that may be meant,
    and whether the marks are those of English in Europe alone.
    """

    weekday: int | None
    today: date | None
    european: bool


def evidence_in(tokens: Tokens, now: datetime | None, *, european: bool) -> Evidence:
    """The evidence of a text that is read at `now`."""
    place = tokens.kinds.find(Kind.WEEKDAY)
    return Evidence(
        tokens.values[place] if place >= 0 else None, (now + TOLERANCE).date() if now else None, european
    )


def likelier(order: DayMonth, day_first: date, month_first: date, evidence: Evidence) -> date | None:
    """Of the two readings of a date the one that is meant, or None if nothing tells."""
    happened = _only(day for day in (day_first, month_first) if evidence.today is None or day <= evidence.today)
    agreeing = _only(day for day in (day_first, month_first) if day.weekday() == evidence.weekday)
    if order is DayMonth.UNKNOWN:
        return agreeing or happened or day_first
    return agreeing or happened or (day_first if evidence.european else None)


def possible(year: int, month: int, day: int) -> date | None:
    """The date where there is such a day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _only(days: Iterable[date]) -> date | None:
    found = list(days)
    return found[0] if len(found) == 1 else None
