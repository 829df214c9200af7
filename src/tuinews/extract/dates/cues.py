"""What a text calls its date: the day of publication, or of a change; in the words of every language."""

import re
from enum import Enum, auto
from functools import lru_cache

from tuinews.extract.dates.calendars.common import in_common_calendar
from tuinews.extract.dates.tokens import begins_otherwise, normal, tokens_of
from tuinews.extract.dates.vocabulary.vocabulary import Kind

_LONGEST = 100
"""Letters of a text that are looked at."""


class Cue(Enum):
    """What a date is called."""

    PUBLISHED = auto()
    UPDATED = auto()


@lru_cache(maxsize=4096)
def cue_of(text: str, lang: str | None = None) -> Cue | None:
    """What the date in a short text is called; the publication where it names both; `lang` is a BCP 47 tag."""
    base = (lang or "").lower().replace("_", "-").partition("-")[0]
    kinds = tokens_of(normal(text), base).kinds
    if Kind.PUBLISHED in kinds:
        return Cue.PUBLISHED
    return Cue.UPDATED if Kind.UPDATED in kinds else None


_COUNTED = re.compile("[NYZ#].*[MWsihcdwmy]|[MWsihcdwmy].*[NYZ#]")
_MINUTES = re.compile(r"[NQ]-?N?[.,]?i|iN")
_MOST_BESIDE_MINUTES = 10
"""Words and ideographs beside the minutes: "この記事は約3分で読めます" has ten."""

_DAYS = frozenset({Kind.WEEKDAY, Kind.DAY_WORD, Kind.DAYS})
_VIETNAMESE = frozenset({"vi"})
_LEAST_NAME_OF_DAY = 4
"""Letters of the shortest ASCII word that is sure to be a weekday: "Thu" is a name in Vietnam, and so is "Mai"."""


@lru_cache(maxsize=4096)
def is_only_a_date(text: str) -> bool:
    """Whether a text is made of words of time alone, as "Thứ Hai" and "2 de marzo de" are.

    No name is, but for Vietnamese without its marks ("Thu Hai") and for short words ("Hà Thu").
    """
    text_read = normal(text[:_LONGEST])
    if not text.isascii():
        common = in_common_calendar(text_read, "")
        if common != text_read:  # nothing but time stands beside a day of another calendar
            return Kind.NOISE not in tokens_of(common, "").kinds
    if begins_otherwise(text_read):
        return False
    tokens = tokens_of(text_read, "")
    if Kind.NOISE in tokens.kinds:
        return False
    unmarked = tokens.langs == _VIETNAMESE and text.isascii()
    if _COUNTED.search(tokens.kinds) and (not unmarked or Kind.YEAR in tokens.kinds):
        return True
    if unmarked:
        return False
    days = [word for word, kind in zip(tokens.words, tokens.kinds, strict=True) if kind in _DAYS]
    return any(len(word) >= _LEAST_NAME_OF_DAY or not word.isascii() for word in days)


def weekday_in(text: str, lang: str | None = None) -> int | None:
    """The weekday that a short text names, Monday as 0; None if it names none."""
    base = (lang or "").lower().replace("_", "-").partition("-")[0]
    tokens = tokens_of(normal(text), base)
    place = tokens.kinds.find(Kind.WEEKDAY)
    return tokens.values[place] if place >= 0 else None


@lru_cache(maxsize=4096)
def counts_minutes(text: str) -> bool:
    """Whether a short text is a number of minutes with few words beside it: how long it takes to read.

    Where it tells an age ("3 minutes ago") it is a date.
    """
    tokens = tokens_of(normal(text[:_LONGEST]), "")
    told = _MINUTES.search(tokens.kinds) is not None and tokens.kinds.count(Kind.NOISE) <= _MOST_BESIDE_MINUTES
    return told and Kind.AGO not in tokens.kinds and Kind.SINCE not in tokens.kinds


def words_beside(text: str, lang: str | None = None) -> list[str]:
    """The words of a short text that say nothing of time: all but its date and what the date is called."""
    base = (lang or "").lower().replace("_", "-").partition("-")[0]
    tokens = tokens_of(normal(text), base)
    return [word for word, kind in zip(tokens.words, tokens.kinds, strict=True) if kind == Kind.NOISE]
