"""Text to tokens: one letter a token, so that dates are found by matching short strings of kinds."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import chain, pairwise

from tuinews.extract.dates import time_zones
from tuinews.extract.dates.ideographs import with_figures
from tuinews.extract.dates.vocabulary.vocabulary import (
    BARE_MEANINGS,
    MEANINGS,
    PHRASES,
    UNSPACED,
    Kind,
    Meaning,
    Phrase,
    Phrases,
    first_of,
    fold,
    merged_vocabulary,
    split,
)
from tuinews.quick_dataclass import dataclass

UNITS = frozenset("sihcdwmy")
"""Kinds that are units of time."""

_NUMBERS = frozenset((Kind.SHORT, Kind.NUMBER_WORD, Kind.LONG, Kind.YEAR))
_COUNTS = _NUMBERS | {Kind.FEW, Kind.HALF}
_COMMON_ERA = range(1900, 2101)
_BUDDHIST_ERA = range(2443, 2644)
_MARKS = {mark: mark for mark in "/-.,:+'()|"} | {
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'", "´": "'", "`": "'", "，": ",", "、": ",",
    "၊": ",", "။": ".",
    "،": ",", "。": ".", "[": "(", "]": ")", "【": "(", "】": ")", "º": Kind.GLUE, "°": Kind.GLUE, "ª": Kind.GLUE,
    "•": "|", "·": "|", "∙": "|", "●": "|", "・": "|", "‧": "|", "│": "|", "»": "|", "›": "|",
    "~": Kind.GLUE, "≈": Kind.GLUE, "׳": Kind.GLUE, "״": Kind.GLUE, "॰": Kind.GLUE,
}  # fmt: skip
_FIXED: dict[str, Meaning] = (
    {f"{n:02}": Meaning(Kind.SHORT, n) for n in range(100)}
    | {str(n): Meaning(Kind.SHORT, n) for n in range(10)}
    | {str(n): Meaning(Kind.YEAR, n) for n in (*_COMMON_ERA, *_BUDDHIST_ERA)}
    | {mark: Meaning(kind) for mark, kind in _MARKS.items()}
    | {name: Meaning(Kind.ZONE, minutes) for name, minutes in (time_zones.OFFSETS | time_zones.SEASONAL).items()}
    | {name: Meaning(Kind.ZONE) for name in ("gmt", "utc", "Gmt", "Utc", "z")}
)
_NOISE = Meaning(Kind.NOISE)
_VIETNAMESE = frozenset({"vi"})
_TELLING = frozenset({"ngay", "thang", "truoc", "phut", "thg"})
_SKIPPED = frozenset((".", "'", Kind.GLUE))

_HALVES = frozenset({"SA", "CH"})
"""What a Vietnamese clock of twelve hours prints behind the time."""

_SILENT = frozenset({Kind.GLUE, Kind.AT})
"""Kinds of small words that say little of the language that they stand in."""

_OF_NOW = frozenset({Kind.DAY_WORD, Kind.NOW, Kind.LAST})
"""Kinds of words that are a date by themselves."""

_NAME_BEFORE = re.compile(r"(?:\d|[^\W_][-_/@&+])$")
_HOST_BEFORE = re.compile(r"[^\W_]\.$")
_NAME_AFTER = re.compile(r"[-_/@&+']?[^\W_]|\.[a-z0-9]")
_CLOCK_BEFORE = re.compile(r"\d[:.h]\d\d[-/]?$")
_CLOCK_AFTER = re.compile(r"[-/]?\d{1,2}\s?(?:[:.h]\d\d|h\b|[ap]\.?m\b)", re.IGNORECASE)

_VIETNAMESE_LETTER = re.compile("[ơưƠƯ\u1ea0-\u1ef9]")
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼʻ՚ꞌ′‵ʹ´`"), "'")
_ENDINGS = re.compile(r"(?<=\d)\((?:e|a|ak|an|aren)\)(?:ko|an|n)?(?![^\W_])")
_GLUED_YEAR = re.compile(r"(?<!\d)(\d{4})e?ko(?![^\W_])")
_GLUED_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:a|ak|an|ean|n)(?![^\W_])")
"""Endings that Basque hangs on numbers: "2026(e)ko urtarrilaren 9(a)", "2026ko urtarrilaren 9a"."""

_ORDINAL = re.compile(r"(?<=\d)añ(?![^\W_])")
"""What Breton hangs on the first of a month: "1añ a viz Kerzu"."""

_CHILLU = {
    f"{letter}\u0d4d\u200d": alone
    for letter, alone in zip("\u0d23\u0d28\u0d30\u0d32\u0d33\u0d15", "ൺൻർൽൾൿ", strict=True)
}
"""Letters of Malayalam that end a syllable, as they were written before they had characters of their own."""

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
    if "(" in text:
        text = _ENDINGS.sub("", text)
    if _GLUED_YEAR.search(text):
        text = _GLUED_DAY.sub(r"\1", _GLUED_YEAR.sub(r"\1", text))
    if text.isascii():
        return text
    if "\u0d4d\u200d" in text:
        for written, alone in _CHILLU.items():
            text = text.replace(written, alone)
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(_APOSTROPHES)
    return with_figures(_ORDINAL.sub("", text))


def begins_otherwise(text: str) -> bool:
    """Whether the first word of a normal `text` is none of time, as that of almost every name."""
    first = first_of(text)
    if first in _FIXED or _phrases_from(first):
        return False
    return _meaning(first).kind == Kind.NOISE


@lru_cache(maxsize=2_048)
def tokens_of(text: str, lang: str) -> Tokens:
    """The tokens of a normal `text`; `lang` (a base language or "") settles what an ambiguous word means."""
    words = split(text)
    found = list(map(_FIXED.get, words))
    if None not in found:
        meanings = [meaning for meaning in found if meaning is not None]
        return Tokens("".join([m.kind for m in meanings]), [m.value for m in meanings], words, frozenset())
    words, meanings = _read(words, text)
    langs = _langs(words, meanings, text)
    meanings = _settled(meanings, frozenset((lang,)) if lang else langs)
    kept = [place for place, meaning in enumerate(meanings) if meaning.kind != Kind.GLUE]
    if len(kept) != len(words):
        words, meanings = [words[place] for place in kept], [meanings[place] for place in kept]
    kinds = "".join([meaning.kind for meaning in meanings])
    if kinds.count(Kind.MONTH) > 1:
        words, meanings = _named_once(words, meanings)
        kinds = "".join([meaning.kind for meaning in meanings])
    if Kind.LAST in kinds:
        words, meanings = _counted(words, meanings)
        kinds = "".join([meaning.kind for meaning in meanings])
    return Tokens(kinds, [meaning.value for meaning in meanings], words, langs)


def _named_once(words: list[str], meanings: list[Meaning]) -> tuple[list[str], list[Meaning]]:
    """Without the second of two names of one month: "27 تشرين الثاني/نوفمبر 2026", "5 May (Mai) 2026"."""
    kept: list[int] = []
    place = 0
    while place < len(words):
        kept.append(place)
        one, mark, other = (*meanings[place : place + 3], _NOISE, _NOISE)[:3]
        is_same = (
            one.kind == other.kind == Kind.MONTH and one.value == other.value and mark.kind in ("/", "(", "-")
        )
        place += 3 if is_same else 1
        if is_same and mark.kind == "(" and place < len(words) and meanings[place].kind == ")":
            place += 1
    return [words[i] for i in kept], [meanings[i] for i in kept]


def _read(pieces: list[str], text: str) -> tuple[list[str], list[Meaning]]:
    """What each word says, a phrase said in its own words; a piece of a name says nothing of now."""
    words: list[str] = []
    meanings: list[Meaning] = []
    place = 0
    while place < len(pieces):
        word = pieces[place]
        place += 1
        meaning = _FIXED.get(word)
        if meaning is None:
            phrase = _phrase(pieces, place - 1)
            if phrase is not None:
                meanings += phrase.meanings
                words += [word] * len(phrase.meanings)
                place += len(phrase.rest)
                continue
            meaning = _meaning(word)
            if _tells_of_now(meaning) and _is_piece_of_name(text, pieces, place - 1):
                others = [one for one in (meaning, *meaning.others) if one.kind not in _OF_NOW]
                meaning = merged_vocabulary(others) if others else _NOISE
        meanings.append(meaning)
        words.append(word)
    return words, meanings


def _tells_of_now(meaning: Meaning) -> bool:
    return meaning.kind in _OF_NOW or any(other.kind in _OF_NOW for other in meaning.others)


def _is_piece_of_name(text: str, pieces: list[str], place: int) -> bool:
    """Whether digits or other letters hang on a word: "MA-XY139BK", "heute.at", "today's"; a time of day may.

    In scripts without blanks every word hangs on the next.
    """
    word = pieces[place]
    if UNSPACED.search(word):
        return False
    end = 0
    for piece in pieces[: place + 1]:
        end = text.index(piece, end) + len(piece)
    start = end - len(word)
    before, after = text[max(0, start - 8) : start], text[end : end + 8]
    if _NAME_BEFORE.search(before) and not _CLOCK_BEFORE.search(before):
        return True
    if word.islower() and _HOST_BEFORE.search(before):
        return True
    return bool(_NAME_AFTER.match(after)) and not _CLOCK_AFTER.match(after)


def _phrase(pieces: list[str], place: int) -> Phrase | None:
    """The longest phrase that begins at a word, its marks aside."""
    head = pieces[place].lower()
    by_second = _phrases_from(head)
    if by_second is None:
        return None
    second = fold(pieces[place + 1]) if place + 1 < len(pieces) else ""
    for phrase in (*by_second.get(second, ()), *by_second.get("", ())):
        following = pieces[place + 1 : place + 1 + len(phrase.rest)]
        marked = not head.isascii() and phrase.meanings[0].langs == _VIETNAMESE
        same = _same_letters if marked else _same_but_for_marks
        if len(following) == len(phrase.rest) and all(map(same, following, phrase.rest)):
            return phrase
    return None


def _phrases_from(word: str) -> Phrases | None:
    """The phrases that begin with a word, by their second word."""
    head = word.lower()
    by_second = PHRASES.get(head)
    return PHRASES.get(fold(head)) if by_second is None and not head.isascii() else by_second


def _same_letters(word: str, other: str) -> bool:
    """In Vietnamese a mark makes another word: "tháng sáu" is June, "tháng sau" the next month."""
    return word.lower() == other


def _same_but_for_marks(word: str, other: str) -> bool:
    return word == other or fold(word) == fold(other)


@lru_cache(maxsize=4096)
def _meaning(word: str) -> Meaning:
    if word.isdecimal():
        return _number(word)
    lower = word.lower()
    known = MEANINGS.get(lower)
    if known is None and not lower.isascii():
        known = BARE_MEANINGS.get(fold(lower))
        if known is not None and _VIETNAMESE_LETTER.search(lower):  # "tự" is no stripped "tư"
            own = [meaning for meaning in (known, *known.others) if "vi" in meaning.langs]
            known = merged_vocabulary(own) if own else None
    return known or _NOISE


def _number(word: str) -> Meaning:
    value = int(word[:18])
    if len(word) <= 2:
        return Meaning(Kind.SHORT, value)
    if len(word) != 4:
        return Meaning(Kind.LONG, value)
    return Meaning(Kind.YEAR if value in _COMMON_ERA or value in _BUDDHIST_ERA else Kind.FOUR, value)


def _settled(meanings: list[Meaning], langs: frozenset[str]) -> list[Meaning]:
    if not any(meaning.others for meaning in meanings):
        return meanings
    chosen: list[Meaning] = []
    for meaning in meanings:
        chosen.append(_settle((meaning, *meaning.others), langs, chosen) if meaning.others else meaning)
    return chosen


def _counted(words: list[str], meanings: list[Meaning]) -> tuple[list[str], list[Meaning]]:
    """The tokens with "3 tháng trước" as three months ago, which is no last month."""
    kept: list[str] = []
    counted: list[Meaning] = []
    for word, meaning in zip(words, meanings, strict=True):
        if meaning.kind == Kind.LAST and counted and counted[-1].kind in _COUNTS:
            kept += [word, word]
            counted += [Meaning(chr(meaning.value)), Meaning(Kind.AGO)]
        else:
            kept.append(word)
            counted.append(meaning)
    return kept, counted


def _langs(words: list[str], meanings: list[Meaning], text: str) -> frozenset[str]:
    """The languages that most of the words speak; where none does, Vietnamese by its letters, or none."""
    said = [
        meaning.langs
        for word, meaning in zip(words, meanings, strict=True)
        if meaning.langs and not meaning.others and _tells(word, meaning)
    ]
    if not _HALVES.isdisjoint(words):
        said += [_VIETNAMESE for before, word in pairwise(words) if word in _HALVES and before.isdecimal()]
    if not said:
        return _VIETNAMESE if not text.isascii() and _VIETNAMESE_LETTER.search(text) else frozenset()
    if len(said) == 1:
        return said[0]
    votes = Counter(chain.from_iterable(said))
    most = max(votes.values())
    return frozenset(name for name, count in votes.items() if count == most)


def _tells(word: str, meaning: Meaning) -> bool:
    """Whether a word is proof of its language: "nam" without its mark is not a Vietnamese year."""
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
