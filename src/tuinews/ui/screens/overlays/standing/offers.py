"""What of articles can be muted: of one, or what several have in common."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from tuinews.folding import fold, strip_diacritics
from tuinews.model.entry_row import EntryRow
from tuinews.query.tokens import MAX_LENGTH
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line
from tuinews.ui.words.standing import mutes as words

_MOST_WORDS, _FIRST_WORDS = 24, 6
_SHORTEST, _SHORTEST_SYLLABLE = 4, 3
"""Letters of a word that is offered alone: shorter ones are rarely what an article is about."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONGEST_SYLLABLE = 7
"""Letters of a Vietnamese syllable at most: nghiêng."""
_BINDING = frozenset(
    _WORD.findall(
        "và|của|các|những|với|cho|là|được|bị|đã|sẽ|đang|khi|vì|thì|mà|tại|này|đó|ấy|như|để|hoặc|nhưng|trong|một"
    )
)
"""Vietnamese syllables that bind others and are hardly ever half of a word that tells what an article is about."""


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
    """Names first (runs of words with a capital letter, but for the first word alone), then pairs and words."""
    said = _WORD.findall(clean_line(row.title))
    names: list[str] = []
    run: list[str] = []
    for word in [*said, ""]:
        if word[:1].isupper():
            run.append(word)
            continue
        if len(run) > 1 or (run and run[0] is not said[0]):
            names.append(" ".join(run))
        run = []
    in_syllables = _is_syllables(said)
    binding = _BINDING if in_syllables else frozenset[str]()
    telling = [word for word in said if word.lower() not in binding]
    pairs = [" ".join(pair) for pair in pairwise(said) if binding and binding.isdisjoint(map(str.lower, pair))]
    shortest = _SHORTEST_SYLLABLE if in_syllables else _SHORTEST
    single = [word for word in telling if len(word) >= shortest]
    # A query does not tell capitals apart: the first of two spellings is enough.
    once: dict[str, str] = {}
    for word in (*names, *pairs, *single):
        once.setdefault(word.casefold(), word)
    return list(once.values())[:_MOST_WORDS]


def _is_syllables(said: Sequence[str]) -> bool:
    """Whether words are Vietnamese syllables, two of which are often one word: short, some with marks."""
    whole = "".join(said)
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
