"""The index of all words of time: what a word may mean, and in which languages.

Built once at import from the tables of the `words_…`. A word is looked up as it
is written, then in lower case, then without its marks; so an exact form of one language (it "gio", Thursday)
comes before the stripped form of another (vi "giờ", hour), and a word that has marks is never one that has none
(vi "mã", code; hu "ma", today).
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Final

from tuinews.extract.dates.vocabulary.words import Words
from tuinews.extract.dates.vocabulary.words_ago import AGO
from tuinews.extract.dates.vocabulary.words_ago_more import AGO_MORE
from tuinews.extract.dates.vocabulary.words_asia import ASIA
from tuinews.extract.dates.vocabulary.words_central import CENTRAL
from tuinews.extract.dates.vocabulary.words_cldr import CLDR
from tuinews.extract.dates.vocabulary.words_east import EAST
from tuinews.extract.dates.vocabulary.words_halves import HALVES
from tuinews.extract.dates.vocabulary.words_more import MORE
from tuinews.extract.dates.vocabulary.words_rest import REST
from tuinews.extract.dates.vocabulary.words_short import SHORT
from tuinews.extract.dates.vocabulary.words_weekdays import WEEKDAYS
from tuinews.extract.dates.vocabulary.words_west import WEST
from tuinews.folding import strip_diacritics
from tuinews.late import late_pattern
from tuinews.quick_dataclass import dataclass


class Kind:
    """What a token is; each kind is one letter, so that a text's kinds in a row are a string to match in.

    Numbers: SHORT has one or two digits, YEAR is a plausible year, FOUR any other four digits, LONG the rest.
    A punctuation mark is its own kind; what else stands for nothing is NOISE.
    """

    SHORT: Final = "N"
    YEAR: Final = "Y"
    FOUR: Final = "Z"
    LONG: Final = "#"
    MONTH: Final = "M"
    WEEKDAY: Final = "W"
    SECONDS: Final = "s"
    MINUTES: Final = "i"
    HOURS: Final = "h"
    CLOCK: Final = "c"
    DAYS: Final = "d"
    WEEKS: Final = "w"
    MONTHS: Final = "m"
    YEARS: Final = "y"
    AGO: Final = "A"
    LESS: Final = "V"
    SINCE: Final = "B"
    DAY_WORD: Final = "D"
    NOW: Final = "J"
    LAST: Final = "L"
    NUMBER_WORD: Final = "Q"
    FEW: Final = "F"
    HALF: Final = "H"
    PUBLISHED: Final = "C"
    UPDATED: Final = "U"
    AT: Final = "K"
    PART_OF_DAY: Final = "P"
    ZONE: Final = "G"
    ERA: Final = "E"
    GLUE: Final = "o"
    NOISE: Final = "x"


AM, PM, NOON, NIGHT = range(4)
"""Values of a PART_OF_DAY."""

FEW_COUNT = 3
"""What "a few" counts for; sites that print it mean two to five."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word is: its kind (of `Kind`, or a mark), its number, its languages, and what else it may be."""

    kind: str
    value: int = 0
    langs: frozenset[str] = frozenset()
    others: tuple["Meaning", ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that mean something together: what follows the first word, and what all of it says."""

    rest: tuple[str, ...]
    meanings: tuple[Meaning, ...]


Phrases = dict[str, tuple[Phrase, ...]]
"""Phrases that begin with the same word, the longest first, by their second word without its marks or ""."""


_KINDS = {
    "second": Kind.SECONDS,
    "minute": Kind.MINUTES,
    "hour": Kind.HOURS,
    "clock": Kind.CLOCK,
    "day": Kind.DAYS,
    "week": Kind.WEEKS,
    "month": Kind.MONTHS,
    "year": Kind.YEARS,
    "ago": Kind.AGO,
    "since": Kind.SINCE,
    "less": Kind.LESS,
    "halves": Kind.HALF,
    "published": Kind.PUBLISHED,
    "updated": Kind.UPDATED,
    "at": Kind.AT,
    "glue": Kind.GLUE,
}
_LISTED = {
    "months": (Kind.MONTH, 1),
    "months_at_home": (Kind.MONTH, 1),
    "weekdays": (Kind.WEEKDAY, 0),
    "weekdays_at_home": (Kind.WEEKDAY, 0),
    "numbers": (Kind.NUMBER_WORD, 1),
}
_PARTS_OF_DAY = {"am": AM, "pm": PM, "noon": NOON, "night": NIGHT}
_DAY_OFFSETS = (-2, -1, 0, 1)
_ONLY_AT_HOME = ("pro", "led")
"""Czech months that elsewhere are other words ("iPhone 15 Pro 2024")."""

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Scripts whose words run into each other or into a suffix: Thai, Lao, Burmese, Khmer, kana, Han, Hangul."""

_MARKED = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962-\u0963"
    "\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u0a01-\u0a03\u0a3c-\u0a51\u0a70-\u0a71\u0a81-\u0a83\u0abc\u0abe-\u0acd"
    "\u0b01-\u0b03\u0b3c\u0b3e-\u0b57\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c\u0c3e-\u0c56\u0c81-\u0c83\u0cbc"
    "\u0cbe-\u0cd6\u0d00-\u0d03\u0d3b-\u0d3c\u0d3e-\u0d4d\u0d57\u0d81-\u0d83\u0dca-\u0ddf"
)
"""Marks that belong to the letter before them, which `\\w` does not hold."""


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """`word` in lower case and without Latin, Greek and Cyrillic marks."""
    lower = word.lower()
    if lower.isascii():
        return lower
    return strip_diacritics(lower).translate(_LETTERS)


_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "’": "'", "ʼ": "'"})


def _forms(cell: str) -> list[str]:
    return [
        form.strip() for form in unicodedata.normalize("NFKC", cell).replace("’", "'").split(",") if form.strip()
    ]


def _said(words: Words) -> list[tuple[str, str, int]]:
    """Every form of a language with what it means."""
    said: list[tuple[str, str, int]] = []
    for field in fields(words):
        cell: str = getattr(words, field.name)
        if field.name in _KINDS:
            said += [(form, _KINDS[field.name], 0) for form in _forms(cell)]
        elif field.name in _PARTS_OF_DAY:
            said += [(form, Kind.PART_OF_DAY, _PARTS_OF_DAY[field.name]) for form in _forms(cell)]
        elif field.name == "now":
            said += [(form, Kind.NOW, int(" " in form or not form.isascii())) for form in _forms(cell)]
        elif field.name == "few":
            said += [(form, Kind.FEW, FEW_COUNT) for form in _forms(cell)]
        elif field.name in _LISTED:
            kind, first = _LISTED[field.name]
            said += [(f, kind, i) for i, group in enumerate(cell.split(";"), first) for f in _forms(group)]
        elif field.name == "days":
            said += [
                (f, Kind.DAY_WORD, n)
                for n, g in zip(_DAY_OFFSETS, cell.split(";"), strict=False)
                for f in _forms(g)
            ]
        elif field.name == "last":
            units = (ord(Kind.WEEKS), ord(Kind.MONTHS), ord(Kind.YEARS))
            said += [(f, Kind.LAST, u) for u, g in zip(units, cell.split(";"), strict=False) for f in _forms(g)]
    return said


_ALL: tuple[Words, ...] = (
    *(*WEST, *EAST, *ASIA, *MORE, *REST, *CENTRAL, *CLDR, *SHORT),
    *(*AGO, *AGO_MORE, *HALVES, *WEEKDAYS),
)
_SAID = [(form, kind, value, words.lang) for words in _ALL for form, kind, value in _said(words)]

_AT_HOME = {
    (form, words.lang)
    for words in _ALL
    for cell in (words.months_at_home, words.weekdays_at_home)
    for form in _forms(cell.replace(";", ","))
}


def _unspaced_forms() -> list[str]:
    forms = {form for form, *_ in _SAID if not form.isascii()} | set(_ERAS)
    return sorted((f for f in forms if UNSPACED.search(f)), key=lambda form: (-len(form), form))


UNSPACED = late_pattern(f"[{_UNSPACED}]")
_NUMBER = r"(?:19|20)\d\d(?=(?:[01]?\d|2[0-3])[:h]\d\d(?!\d))|\d\d(?=\d\d/\d\d?/(?:19|20)\d\d)|\d+"
"""A number; a year and a time, or a time and a day, that a page prints without a blank between are two."""

_NUMBER_OR_WORD = rf"{_NUMBER}|[^\W\d_][^\W\d_{_UNSPACED}{_MARKED}]*(?:[{_MARKED}]+[^\W\d_]*)*|[^\s\w]"
SPACED_TOKEN = late_pattern(_NUMBER_OR_WORD)
UNSPACED_TOKEN = late_pattern(
    "|".join(map(re.escape, _unspaced_forms())) + rf"|{_NUMBER}|[{_UNSPACED}]|[^\W\d_{_UNSPACED}]+|[^\s\w]"
)


def split(text: str) -> list[str]:
    """The tokens of `text`: numbers, words, and single marks of punctuation."""
    return (UNSPACED_TOKEN if UNSPACED.search(text) else SPACED_TOKEN).findall(text)


def first_of(text: str) -> str:
    """The first token of `text`; "" where it has none."""
    first = (UNSPACED_TOKEN if UNSPACED.search(text) else SPACED_TOKEN).search(text)
    return first[0] if first else ""


class _Index:
    """Collects the words of all languages; a form that two languages share has both as its langs."""

    def __init__(self) -> None:
        self.words: dict[str, list[Meaning]] = {}
        self.phrases: dict[str, dict[tuple[str, ...], tuple[Meaning, ...]]] = {}

    def add(self, form: str, kind: str, value: int, lang: str) -> None:
        first, *rest = [form] if form.isalpha() and form.isascii() else split(form)
        if rest:
            known = self.phrases.setdefault(first, {}).get(tuple(rest), (Meaning(kind, value),))
            langs = known[0].langs | {lang} if (known[0].kind, known[0].value) == (kind, value) else known[0].langs
            self.phrases[first][tuple(rest)] = (Meaning(known[0].kind, known[0].value, langs), *known[1:])
            return
        meanings = self.words.setdefault(first, [])
        for place, known_meaning in enumerate(meanings):
            if (known_meaning.kind, known_meaning.value) == (kind, value):
                meanings[place] = Meaning(kind, value, known_meaning.langs | {lang})
                return
        meanings.append(Meaning(kind, value, frozenset({lang})))

    def rewrite(self, form: str, said: str, lang: str) -> None:
        first, *rest = split(form)
        meanings: list[Meaning] = []
        for word in split(said):
            number = Meaning(Kind.SHORT, int(word), frozenset()) if word.isdigit() else None
            meanings.append(number or self.meaning_in(word, lang))
        self.phrases.setdefault(first, {})[tuple(rest)] = tuple(meanings)

    def meaning_in(self, word: str, lang: str) -> Meaning:
        return next(m for m in self.words[word] if lang in m.langs)


def _build() -> tuple[dict[str, Meaning], dict[str, Meaning], dict[str, Phrases]]:
    exact, folded = _Index(), _Index()
    for form, kind, value, lang in _SAID:
        exact.add(form, kind, value, lang)
        unmarked = fold(form)
        if (
            unmarked != form and (form, lang) not in _AT_HOME and not any(map(str.isdigit, form))
        ):  # "Thu 2 Jan" is no "thứ 2"
            folded.add(unmarked, kind, value, lang)
    for words in _ALL:
        for rewrite in filter(None, words.rewrites.split(";")):
            form, _, said = (part.strip() for part in rewrite.partition("="))
            exact.rewrite(unicodedata.normalize("NFKC", form), unicodedata.normalize("NFKC", said), words.lang)
    for word, year in _ERAS.items():
        exact.add(word, Kind.ERA, year, "ja" if word not in ("民國", "民国") else "zh")
    only_at_home = {form for form, lang in _AT_HOME if _is_at_home(form, exact.words.get(form, []))}
    for word in (*_ONLY_AT_HOME, *only_at_home):
        exact.words[word].insert(0, Meaning(Kind.NOISE))
    bare = {word: merged_vocabulary(known) for word, known in folded.words.items()}
    meanings = bare | {word: merged_vocabulary(known) for word, known in exact.words.items()}
    heads = folded.phrases.keys() | exact.phrases.keys()
    phrases = {head: _phrases(folded.phrases.get(head, {}) | exact.phrases.get(head, {})) for head in heads}
    return meanings, bare, phrases


def _is_at_home(form: str, meanings: Sequence[Meaning]) -> bool:
    """Whether a word means something only in languages where it is one of those that count at home."""
    return bool(meanings) and all((form, lang) in _AT_HOME for meaning in meanings for lang in meaning.langs)


def merged_vocabulary(meanings: Sequence[Meaning]) -> Meaning:
    """The first of several meanings of a word, with the others."""
    first = meanings[0]
    return Meaning(first.kind, first.value, first.langs, tuple(meanings[1:]))


def _phrases(by_rest: dict[tuple[str, ...], tuple[Meaning, ...]]) -> Phrases:
    by_second: dict[str, list[Phrase]] = {}
    for rest, meanings in sorted(by_rest.items(), key=lambda item: -len(item[0])):
        by_second.setdefault(fold(rest[0]) if rest else "", []).append(Phrase(rest, meanings))
    return {second: tuple(phrases) for second, phrases in by_second.items()}


MEANINGS, BARE_MEANINGS, PHRASES = _build()
"""Words by their form, words that have marks by their form without them, phrases by their first word."""
