"""What is compared of an entry, and under which numbers it is found again."""

from collections.abc import Sequence
from itertools import pairwise

from tuinews.quick_dataclass import dataclass
from tuinews.similarity.simhash import bands, hashed, shingles, simhash
from tuinews.similarity.words import NO_WORDS, ContentWords, is_aside, is_day, is_year, without_dateline, words_of

LEAD_WORDS = 25
"""Words of a text of which a simhash is made: as much as the shortest summaries have of it."""

SPECIFICS = 14
"""Names, names side by side, and numbers by which an entry is found beside its simhashes: those with the smallest
hashes, so that two entries with much in common choose the same (Broder's sketch)."""

_LONG_NUMBER = 2
"""Characters from which a number is looked up."""

_LEAST_WORDS = 3
"""Words under which a title or a lead has no simhash: "Morning briefing" is not a sign of anything."""


@dataclass(frozen=True, slots=True)
class Features:
    """The words of an entry's title, of what is said of it besides, and of both; `is_aside` says that it is no
    report."""

    title: ContentWords
    body: ContentWords
    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    capitals: frozenset[str]
    happenings: frozenset[int]
    is_aside: bool

    def names_shared(self, other: "Features") -> frozenset[str]:
        """Names that both have; in one of them a capital may say nothing, as at the beginning of a sentence."""
        return (self.names & (other.names | other.capitals)) | (self.capitals & other.names)

    def counts_shared(self, other: "Features") -> frozenset[str]:
        """Numbers that both have; a year and a day are none, since all that is of this year or this day has it."""
        shared = self.numbers & other.numbers
        return frozenset(number for number in shared if not is_year(number) and not is_day(number))


def features(title: str, body: str | None) -> Features:
    """What is compared of an entry with this title and this summary, or the beginning of its text."""
    head = words_of(title)
    rest = words_of(without_dateline(body)) if body else NO_WORDS
    words = frozenset(head.ordered).union(rest.ordered)
    return Features(
        head,
        rest,
        words,
        head.names | rest.names,
        head.numbers | rest.numbers,
        head.capitals | rest.capitals,
        head.happenings | rest.happenings,
        is_aside(title),
    )


def keys(one: Features) -> tuple[int, ...]:
    """The numbers under which an entry is found by those that are like it: 63 bits each, no two alike.

    The four parts of the simhash of the title, those of the simhash of the lead, and its specifics. Entries that
    are nearly the same have most of them in common, those in other words a name or two.
    """
    found = [*_band_keys("title", one.title.ordered), *_band_keys("lead", one.body.ordered[:LEAD_WORDS])]
    found += sorted(hashed(specific) >> 1 for specific in _specifics(one))[:SPECIFICS]
    return tuple(dict.fromkeys(found))


def _specifics(one: Features) -> set[str]:
    """The names of an entry, alone and side by side (a syllable of a Vietnamese name says little), and numbers."""
    found = set(one.names)
    found.update(number for number in one.numbers if len(number) >= _LONG_NUMBER)
    for part in (one.title.ordered, one.body.ordered):
        for before, after in pairwise(part):
            if before in one.names and after in one.names:
                found.add(f"{before} {after}")
    return found


def _band_keys(place: str, words: Sequence[str]) -> list[int]:
    if len(words) < _LEAST_WORDS:
        return []
    value = simhash([*words, *shingles(words, 2)])
    return [hashed(f"{place}:{number}:{band}") >> 1 for number, band in enumerate(bands(value))]
