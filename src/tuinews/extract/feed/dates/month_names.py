"""The month that a feed names, in any language; several share a word ("lip": June in Zagreb, July in Warsaw)."""

from functools import lru_cache

from tuinews.extract.dates.vocabulary.vocabulary import MEANINGS, Kind, fold
from tuinews.extract.feed.dates.english_months import ENGLISH

_NAMES = {
    word: [meaning for meaning in (known, *known.others) if meaning.kind == Kind.MONTH]
    for word, known in MEANINGS.items()
}
_MISSPELT = {"μαω": 3, "maujus": 5, "ιον": 6, "ιολ": 7}
"""Greek and Hungarian months as generators of feeds are known to write them, without their marks."""

_SHORTEST = 3
"""Letters of a beginning that names a month which no table has so short."""


def month_number(text: str, weekday: str, language: str) -> int | None:
    """The month of a name in lower case, None where it is none.

    What it means in the feed's `language` counts, else in one whose weekday begins as `weekday` does.
    """
    word = text.rstrip(".")
    meanings = _NAMES.get(word) or _NAMES.get(fold(word))
    base = language.lower().partition("-")[0]
    spoken = frozenset({base}) if base else _languages(weekday)
    if not meanings:
        return _MISSPELT.get(fold(word)) or _begun(fold(word), spoken)
    if len(meanings) == 1:
        return meanings[0].value
    return next((meaning.value for meaning in meanings if spoken & meaning.langs), meanings[0].value)


@lru_cache(maxsize=1024)
def _begun(word: str, spoken: frozenset[str]) -> int | None:
    """The month whose name begins so in a `spoken` language, else English misspelt ("Janurary", "Sept-")."""
    numbers = {
        meaning.value
        for name, meanings in _NAMES.items()
        for meaning in meanings
        if spoken & meaning.langs and fold(name).startswith(word)
    }
    return numbers.pop() if len(numbers) == 1 and len(word) >= _SHORTEST else ENGLISH.get(word[:3])


@lru_cache(maxsize=256)
def _languages(weekday: str) -> frozenset[str]:
    """The languages that have a weekday which begins with this word."""
    word = fold(weekday.strip(" .,"))
    if not word:
        return frozenset()
    named = [
        meaning.langs
        for name, known in MEANINGS.items()
        for meaning in (known, *known.others)
        if meaning.kind == Kind.WEEKDAY and fold(name).startswith(word)
    ]
    return frozenset().union(*named)
