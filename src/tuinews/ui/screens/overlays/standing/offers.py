"""What of articles can be muted: of one, or what several have in common."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from urllib.parse import urlsplit

from tuinews.folding import fold, strip_diacritics
from tuinews.model.entry_row import EntryRow
from tuinews.query.tokens import MAX_LENGTH
from tuinews.quick_dataclass import dataclass
from tuinews.similarity.binding_words import BINDING, SYLLABLES, WEAK, WEAK_SYLLABLES
from tuinews.text import clean_line
from tuinews.ui.words.standing import mutes as words

_MOST_WORDS, _FIRST_WORDS = 24, 6
_SHORTEST, _SHORTEST_SYLLABLE = 4, 3
"""Letters of a word that is offered alone: shorter ones are rarely what an article is about."""
_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u0670\u0900-\u0903\u093a-\u094f\u0980-\u0983\u09bc-\u09cd\u0a3c-\u0a51\u0abc-\u0acd\u0b3c-\u0b57"
    "\u0bbe-\u0bcd\u0c3e-\u0c56\u0cbc-\u0cd6\u0d3b-\u0d4d"
)
"""Vowels and tones that Python's \\w takes for no letters: of Arabic, of Devanagari and of its sisters."""
_LETTER = rf"(?:[^\W\d_][{_MARKS}\u200c\u200d]*)"
_WORD = re.compile(rf"{_LETTER}+(?:[-'’]{_LETTER}+)*")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that set no blanks between words."""
_RUN = re.compile("[\u30a1-\u30fa\u30fc]{3,}|[\u4e00-\u9fff々]{2,6}(?![\u4e00-\u9fff])")
"""What is one word in Japanese for sure, or nearly so: a run of katakana, a short one of ideographs."""
_LONGEST_SYLLABLE = 7
"""Letters of a Vietnamese syllable at most: nghiêng."""
_VIETNAMESE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơưă]", re.IGNORECASE)
"""Letters that no other language has."""
_BREAK = re.compile(rf"[^\w\s'’\-{_MARKS}\u200c\u200d]+|\s[-–—]\s|\d+")
"""What stands between two phrases: no name, and no word of two syllables, goes over it."""
_ACRONYM = (2, 3)
"""Letters of what is a name where it is written in capitals: IT, WHO."""
_LONGEST_NAME = 4
"""Words of a name: more of them with capital letters are a headline that is all written so."""


@dataclass(frozen=True, slots=True)
class MuteOffer:
    """Something that can be muted: what it is, the query that finds it, and how it is called."""

    kind: str
    query: str
    name: str


def mute_offers(row: EntryRow) -> list[MuteOffer]:
    """What of an article can be muted: names and words of its title, its authors, its source, its address."""
    titled = [MuteOffer(words.WORD, f"title:{_quoted(word)}", word) for word in _title_words(row)]
    authors = [MuteOffer(words.AUTHOR, f"author:{_quoted(name)}", clean_line(name)) for name in row.authors[:4]]
    source = [MuteOffer(words.SOURCE, f"source:{row.source_id}", clean_line(row.source_title))]
    # All kinds are in sight at once, whatever the length of a title.
    first, rest = titled[:_FIRST_WORDS], titled[_FIRST_WORDS:]
    return [*first, *authors, *source, *_address_offers(row.url), *rest]


def _title_words(row: EntryRow) -> list[str]:
    """Names first (runs of words with a capital letter, but for the first word alone), then what else tells."""
    title = clean_line(row.title)
    phrases = [said for phrase in _BREAK.split(title) if (said := _WORD.findall(phrase))]
    names = [*(name for said in phrases for name in _names(said)), *_RUN.findall(title)]
    others = _of_syllables if _is_syllables(_WORD.findall(title)) else _of_words
    # A query does not tell capitals apart: the first of two spellings is enough.
    once: dict[str, str] = {}
    for word in (*names, *others(phrases)):
        once.setdefault(word.casefold(), word)
    return list(once.values())[:_MOST_WORDS]


def _names(said: Sequence[str]) -> Iterator[str]:
    for capital, written in groupby(said, lambda word: word[:1].isupper()):
        run = list(written) if capital else []
        is_first = bool(run) and run[0] is said[0]
        while run and _binds(run[0]):
            del run[0]
        while run and _binds(run[-1]):
            del run[-1]
        if run and (len(run) > 1 or not is_first) and len(run) <= _LONGEST_NAME:
            yield " ".join(run)


def _of_words(phrases: Sequence[Sequence[str]]) -> list[str]:
    said = (word for phrase in phrases for word in phrase)
    return [word for word in said if _is_long(word) and not _binds(word) and _plain(word) not in WEAK]


def _is_long(word: str) -> bool:
    """Whether a word is long enough to mean something, and is one word."""
    return len(word) >= _SHORTEST and not _UNSPACED.search(word)


def _of_syllables(phrases: Sequence[Sequence[str]]) -> list[str]:
    """Pairs of syllables, those first of which neither is a weak one; then syllables."""
    strong: list[str] = []
    rather: list[str] = []
    for said in phrases:
        for first, second in pairwise(said):
            halves_a_name = second[0].isupper() is not first[0].isupper() and first is not said[0]
            weak = _is_weak(first, said) + _is_weak(second, said)
            if not halves_a_name and weak < 2 and SYLLABLES.isdisjoint((first.lower(), second.lower())):
                (rather if weak else strong).append(f"{first} {second}")
    single = [word for said in phrases for word in said if _tells(word, said)]
    return [*strong, *rather, *single]


def _tells(word: str, said: Sequence[str]) -> bool:
    is_long = len(word) >= _SHORTEST_SYLLABLE
    return is_long and word.lower() not in SYLLABLES and not _is_weak(word, said) and not _binds(word)


def _is_weak(syllable: str, said: Sequence[str]) -> bool:
    """Whether a syllable tells nothing alone; one with a capital letter is part of a name."""
    return syllable.lower() in WEAK_SYLLABLES and (syllable.islower() or syllable is said[0])


def _binds(word: str) -> bool:
    plain = _plain(word)
    if word.isupper() and len(word) in _ACRONYM:
        return False
    return plain in BINDING or plain.partition("'")[0] in BINDING


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _is_syllables(said: Sequence[str]) -> bool:
    """Whether words are Vietnamese syllables, two of which are often one word: some have its letters, or they are
    short, some with marks."""
    whole = "".join(said)
    if _VIETNAMESE.search(whole):
        return True
    return strip_diacritics(whole) != whole and all(len(word) <= _LONGEST_SYLLABLE for word in said)


def _address_offers(url: str | None) -> list[MuteOffer]:
    parts = urlsplit(url or "")
    if not parts.hostname:
        return []
    # The port, too, since an address with one is found by no host without it.
    host = parts.netloc.rpartition("@")[2].lower().removeprefix("www.")
    folders = [part for part in parts.path.split("/")[:-1] if part]
    sections = [f"{host}/{folders[0]}/"] if folders else []
    return [MuteOffer(words.ADDRESS, f"url:{part}", part) for part in sections] + [
        MuteOffer(words.ADDRESS, f"site:{host}", host)
    ]


def _quoted(text: str) -> str:
    plain = text.replace('"', " ")
    return f'"{plain}"' if re.search(r"[\s()]", plain) else plain


def common_offers(rows: Sequence[EntryRow]) -> list[MuteOffer]:
    """What all of several articles have in common, and these articles themselves, where a query can name them."""
    first, *others = rows
    offers = [offer for offer in mute_offers(first) if all(_holds(offer, row) for row in others)]
    these = f"id:{','.join(_spans(sorted(row.id for row in rows)))}"
    exactly = [MuteOffer(words.THESE, these, words.these(len(rows)))] if len(these) <= MAX_LENGTH else []
    return [*offers, *exactly]


def _holds(offer: MuteOffer, row: EntryRow) -> bool:
    """Whether a mute would find another article too."""
    if offer.kind == words.WORD:
        wanted = " ".join(_WORD.findall(fold(offer.query.removeprefix("title:"))))
        return f" {wanted} " in f" {' '.join(_WORD.findall(fold(clean_line(row.title))))} "
    return offer.query.casefold() in {one.query.casefold() for one in mute_offers(row)}


def _spans(ids: Sequence[int]) -> Iterator[str]:
    """Numbers in their order as `12` and `15-18`."""
    first = last = ids[0]
    for one in [*ids[1:], -1]:
        if one == last + 1:
            last = one
            continue
        yield str(first) if first == last else f"{first}-{last}"
        first = last = one
