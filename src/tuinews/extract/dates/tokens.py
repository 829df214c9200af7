"""Text to tokens: one letter a token, so that dates are found by matching short strings of kinds."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from tuinews.extract.dates import zones
from tuinews.extract.dates.vocabulary import MEANINGS, PHRASES, Kind, Meaning, Phrase, fold, split

UNITS = frozenset("sihcdwmy")
"""Kinds that are units of time."""

_NUMBERS = frozenset((Kind.SHORT, Kind.NUMBER_WORD, Kind.LONG, Kind.YEAR))
_COUNTS = _NUMBERS | {Kind.FEW, Kind.HALF}
_COMMON_ERA = range(1900, 2101)
_BUDDHIST_ERA = range(2443, 2644)
_MARKS = {mark: mark for mark in "/-.,:+'()|"} | {
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'", "´": "'", "`": "'", "，": ",", "、": ",",
    "،": ",", "。": ".", "[": "(", "]": ")", "【": "(", "】": ")", "º": Kind.GLUE, "°": Kind.GLUE, "ª": Kind.GLUE,
    "~": Kind.GLUE, "≈": Kind.GLUE, "׳": Kind.GLUE, "״": Kind.GLUE, "॰": Kind.GLUE,
}  # fmt: skip
_FIXED_MEANINGS: dict[str, Meaning] = (
    {f"{n:02}": Meaning(Kind.SHORT, n) for n in range(100)}
    | {str(n): Meaning(Kind.SHORT, n) for n in range(10)}
    | {str(n): Meaning(Kind.YEAR, n) for n in (*_COMMON_ERA, *_BUDDHIST_ERA)}
    | {mark: Meaning(kind) for mark, kind in _MARKS.items()}
    | {name: Meaning(Kind.ZONE, minutes) for name, minutes in (zones.OFFSETS | zones.SEASONAL).items()}
    | {name: Meaning(Kind.ZONE) for name in ("gmt", "utc", "Gmt", "Utc", "z")}
)
_FIXED: dict[str, tuple[Meaning, ...]] = {word: (meaning,) for word, meaning in _FIXED_MEANINGS.items()}
_NOISE = (Meaning(Kind.NOISE),)
_VIETNAMESE = frozenset({"vi"})
_TELLING = frozenset({"ngay", "thang", "truoc", "phut", "thg"})
_SKIPPED = frozenset((".", "'", Kind.GLUE))
_HALVES = frozenset({"SA", "CH"})
"""What a Vietnamese clock of twelve hours prints behind the time."""

_SILENT = frozenset({Kind.GLUE, Kind.AT})
"""Kinds of small words that say little of the language that they stand in."""

_VIETNAMESE_LETTER = re.compile("[ơưƠƯ\u1ea0-\u1ef9]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's tokens: `kinds` holds a letter for each, `values` its number, `words` its text.

    `langs` are the languages that most of the words of time belong to; empty where no word tells.
    """

    kinds: str
    values: list[int]
    words: list[str]
    langs: frozenset[str]


def normal(text: str) -> str:
    """`text` with one code point for what looks the same: full-width digits, decomposed letters, odd spaces."""
    return text if text.isascii() else _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))


def tokens_of(text: str, lang: str) -> Tokens:
    """The tokens of a normal `text`; `lang` (a base language or "") settles what an ambiguous word means."""
    words: list[str] = []
    found: list[tuple[Meaning, ...]] = []
    pieces = split(text)
    place = 0
    while place < len(pieces):
        word = pieces[place]
        meanings = _FIXED.get(word)
        if meanings is None:
            phrase = _phrase(pieces, place)
            if phrase is not None:
                found += [(meaning,) for meaning in phrase.meanings]
                words += [word] * len(phrase.meanings)
                place += 1 + len(phrase.rest)
                continue
            meanings = _meanings(word)
        found.append(meanings)
        words.append(word)
        place += 1
    return _settled(words, found, lang, text)


def _phrase(pieces: list[str], place: int) -> Phrase | None:
    """The longest phrase that begins at a word, its marks aside."""
    head = pieces[place].lower()
    by_second = PHRASES.get(head)
    if by_second is None and not head.isascii():
        by_second = PHRASES.get(fold(head))
    if by_second is None:
        return None
    second = fold(pieces[place + 1]) if place + 1 < len(pieces) else ""
    for phrase in (*by_second.get(second, ()), *by_second.get("", ())):
        following = pieces[place + 2 : place + 1 + len(phrase.rest)]
        if len(following) >= len(phrase.rest) - 1 and all(map(_same, following, phrase.rest[1:])):
            return phrase
    return None


def _same(word: str, other: str) -> bool:
    return word == other or fold(word) == fold(other)


@lru_cache(maxsize=4096)
def _meanings(word: str) -> tuple[Meaning, ...]:
    if word.isdecimal():
        return (_number(word),)
    lower = word.lower()
    known = MEANINGS.get(lower)
    if known is None and not lower.isascii():
        known = MEANINGS.get(fold(lower), ())
        if _VIETNAMESE_LETTER.search(lower):  # "trẻ" is no Italian three
            known = tuple(meaning for meaning in known if "vi" in meaning.langs)
    return known or _NOISE


def _number(word: str) -> Meaning:
    value = int(word[:18])
    if len(word) <= 2:
        return Meaning(Kind.SHORT, value)
    if len(word) != 4:
        return Meaning(Kind.LONG, value)
    return Meaning(Kind.YEAR if value in _COMMON_ERA or value in _BUDDHIST_ERA else Kind.FOUR, value)


def _settled(words: list[str], found: list[tuple[Meaning, ...]], lang: str, text: str) -> Tokens:
    langs = _langs(words, found, text)
    hint = frozenset((lang,)) if lang else langs
    chosen: list[Meaning] = []
    for meanings in found:
        chosen.append(meanings[0] if len(meanings) == 1 else _settle(meanings, hint, chosen))
    kept = [(word, m) for word, m in zip(words, chosen, strict=True) if m.kind != Kind.GLUE]
    kinds = "".join([meaning.kind for _, meaning in kept])
    if Kind.LAST in kinds:
        kept = _counted(kept)
        kinds = "".join([meaning.kind for _, meaning in kept])
    return Tokens(kinds, [meaning.value for _, meaning in kept], [word for word, _ in kept], langs)


def _counted(kept: list[tuple[str, Meaning]]) -> list[tuple[str, Meaning]]:
    """The tokens with "3 tháng trước" as three months ago, which is no last month."""
    counted: list[tuple[str, Meaning]] = []
    for word, meaning in kept:
        if meaning.kind == Kind.LAST and counted and counted[-1][1].kind in _COUNTS:
            counted += [(word, Meaning(chr(meaning.value))), (word, Meaning(Kind.AGO))]
        else:
            counted.append((word, meaning))
    return counted


def _langs(words: list[str], found: list[tuple[Meaning, ...]], text: str) -> frozenset[str]:
    """The languages that most of the words speak; where none does, Vietnamese by its letters, or none."""
    said = [
        meanings[0].langs
        for word, meanings in zip(words, found, strict=True)
        if meanings[0].langs and len(meanings) == 1 and _tells(word, meanings[0])
    ]
    said += [_VIETNAMESE for before, word in pairwise(words) if word in _HALVES and before.isdecimal()]
    if not said:
        return _VIETNAMESE if not text.isascii() and _VIETNAMESE_LETTER.search(text) else frozenset()
    if len(said) == 1:
        return said[0]
    votes = Counter(chain.from_iterable(said))
    most = max(votes.values())
    return frozenset(name for name, count in votes.items() if count == most)


def _tells(word: str, meaning: Meaning) -> bool:
    """Whether a word is proof of its language: "nam" without its mark is no Vietnamese year."""
    kind = meaning.kind
    if kind in _SILENT or (kind == Kind.PART_OF_DAY and "en" in meaning.langs):  # AM and PM are everybody's
        return False
    if not word.isascii():
        return True
    if meaning.langs == _VIETNAMESE:
        return kind == Kind.WEEKDAY or word.lower() in _TELLING
    return len(word) > 1


def _settle(meanings: tuple[Meaning, ...], langs: frozenset[str], before: list[Meaning]) -> Meaning:
    """What a word with several meanings means here: in the text's language, and by what stands before it."""
    likely = [m for m in meanings if not langs.isdisjoint(m.langs)] or list(meanings)
    last = next((meaning.kind for meaning in reversed(before) if meaning.kind not in _SKIPPED), "")
    for meaning in (*likely, *meanings) if likely[0].kind == Kind.GLUE else likely:
        if meaning.kind == Kind.AGO and last in UNITS:
            return meaning
        if meaning.kind in UNITS and last in _NUMBERS:
            return meaning
    plain = [m for m in likely if m.kind != Kind.AGO and m.kind not in UNITS]
    return (plain or likely)[0]
