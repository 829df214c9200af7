"""Finds a quotation in a text again, also where the text has changed since it was taken.

Texts are compared by their letters: without blanks and line breaks (another width, another paragraph), decomposed
(NFC and NFD, full and half width are one), with plain quotation marks and dashes. Where the words stand just so,
those whose surroundings agree best are meant; else the passage with the fewest differences, if they are few. What
is not found is lost: a wrong passage would be worse than none.
"""

import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from tuinews.late import late_pattern
from tuinews.model.annotations.highlights import Quotation
from tuinews.quick_dataclass import dataclass

CONTEXT = 48
"""Characters of the text before and after a quotation that are kept with it."""

SHORT = 16
"""Letters of a quotation that may as well stand elsewhere, so that its surroundings must agree too."""

_LEAST_APPROXIMATE = 12
"""Letters and digits of a quotation from which it may be found with a few of them changed."""

_FEW, _MOST = 0.15, 0.33
"""The share of a quotation's letters that may have been changed, and where its surroundings stand."""

_MOST_PLACES = 100
"""Places at which a quotation is tried."""

_AGREES = 0.6
"""How alike surroundings are that are said to agree, from 0 to 1."""

_PLAIN = str.maketrans(
    {**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛′", "'"), **dict.fromkeys("‐‑‒–—―−", "-")}
)
_UNSPACED = late_pattern("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff]")
"""Letters of scripts that put no blanks between words."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The characters from `start` to before `end` of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Letters:
    """What is compared of a text, and the character of the text from which each letter is."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "_Letters":
        letters: list[str] = []
        places: list[int] = []
        for place, cluster in _clusters(text):
            compared = _compared(cluster)
            letters.append(compared)
            places += [place] * len(compared)
        return cls("".join(letters), tuple(places))


@lru_cache(maxsize=4096)
def _compared(cluster: str) -> str:
    """The letters by which a character with its marks is compared; none for a blank."""
    plain = unicodedata.normalize("NFKD", cluster).translate(_PLAIN)
    return "".join(sign for sign in plain if not sign.isspace() and unicodedata.category(sign) != "Cf")


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Each character with the marks on it, and where it stands: together decomposed, marks have one order."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not unicodedata.combining(text[place]):
            yield start, text[start:place]
            start = place


class AnchorText:
    """A text in which quotations are taken and found again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._letters = _Letters.of(text)

    def quote(self, start: int, end: int) -> Quotation | None:
        """The characters from `start` to before `end`, less blanks at both sides; None if nothing is left."""
        passage = self._text[start:end]
        start += len(passage) - len(passage.lstrip())
        exact = passage.strip()
        if not _Letters.of(exact).text:
            return None
        end = start + len(exact)
        before, after = self._text[max(0, start - CONTEXT) : start], self._text[end : end + CONTEXT]
        return Quotation(exact, before, after, len(_Letters.of(self._text[:start]).text))

    def find(self, quotation: Quotation) -> Passage | None:
        """Where a quotation stands; None if it stands no more."""
        wanted = _Wanted.of(quotation)
        if not wanted.exact:
            return None
        found = self._exact(wanted)
        return found if found is not None else self._approximate(wanted)

    def _exact(self, wanted: "_Wanted") -> Passage | None:
        letters, size = self._letters.text, len(wanted.exact)
        places = list(_every(letters, wanted.exact))
        if not places:
            return None
        places.sort(key=lambda at: abs(at - wanted.position))
        agreements = [(wanted.agreement(letters, at, at + size), -number, at)
                      for number, at in enumerate(places[:_MOST_PLACES])]  # fmt: skip
        agreement, _nearness, at = max(agreements)
        if size < SHORT and wanted.has_context and agreement < _AGREES:
            return None
        return self._passage(at, at + size)

    def _approximate(self, wanted: "_Wanted") -> Passage | None:
        letters, size = self._letters.text, len(wanted.exact)
        if size < _LEAST_APPROXIMATE:
            return None
        most = int(size * _MOST)
        best: tuple[float, int, int] | None = None
        for end, differences in _ends(letters, wanted.exact, most):
            start = _start(letters, wanted.exact, end, most)
            agreement = wanted.agreement(letters, start, end)
            if differences <= size * _FEW or agreement >= _AGREES:
                rank = (differences / size - agreement, start, end)
                best = rank if best is None else min(best, rank)
        return None if best is None else self._whole_words(self._passage(best[1], best[2]))

    def _passage(self, start: int, end: int) -> Passage:
        """Letters `start` to `end` as characters of the text, the last one with its marks."""
        places = self._letters.places
        last = places[end - 1] + 1
        while last < len(self._text) and unicodedata.combining(self._text[last]):
            last += 1
        return Passage(places[start], last)

    def _whole_words(self, passage: Passage) -> Passage:
        """A passage that begins or ends inside a word, with all of that word."""
        start, end = passage.start, passage.end
        while start > 0 and _is_inside(self._text[start - 1], self._text[start]):
            start -= 1
        while end < len(self._text) and _is_inside(self._text[end - 1], self._text[end]):
            end += 1
        return Passage(start, end)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A quotation by its letters."""

    exact: str
    before: str
    after: str
    position: int

    @classmethod
    def of(cls, quotation: Quotation) -> "_Wanted":
        exact, before, after = (
            _Letters.of(part).text for part in (quotation.exact, quotation.prefix, quotation.suffix)
        )
        return cls(exact, before, after, quotation.position)

    @property
    def has_context(self) -> bool:
        """Whether anything stood beside it."""
        return bool(self.before or self.after)

    def agreement(self, letters: str, start: int, end: int) -> float:
        """How well what stands beside a passage agrees with what stood beside it, from 0 to 1.

        The better side counts alone: what was changed beside it is changed at one side mostly.
        """
        before = letters[max(0, start - len(self.before)) : start]
        after = letters[end : end + len(self.after)]
        sides = [_alike(said, wanted) for said, wanted in ((before, self.before), (after, self.after)) if wanted]
        return (max(sides) * 3 + min(sides)) / 4 if sides else 0.0


def _alike(one: str, other: str) -> float:
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()


def _is_inside(before: str, after: str) -> bool:
    """Whether no word ends between two characters of a script that has blanks."""
    return all(c.isalnum() or unicodedata.combining(c) for c in (before, after)) and not (
        _UNSPACED.match(before) or _UNSPACED.match(after)
    )


def _every(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _ends(text: str, wanted: str, most: int) -> list[tuple[int, int]]:
    """Where passages end that differ from `wanted` in at most `most` letters, and in how many; the best of each
    run of such places, the fewest differences first."""
    found: list[tuple[int, int]] = []
    last = -2
    for place, differences in enumerate(_differences(text, wanted), 1):
        if differences > most:
            continue
        if place == last + 1 and found:
            if differences < found[-1][1]:
                found[-1] = (place, differences)
        else:
            found.append((place, differences))
        last = place
    return sorted(found, key=lambda one: one[1])[:_MOST_PLACES]


def _start(text: str, wanted: str, end: int, most: int) -> int:
    """Where the passage that ends there begins, so that it differs least."""
    backwards = text[max(0, end - len(wanted) - most) : end][::-1]
    ranked = [
        (differences, abs(length - len(wanted)), length)
        for length, differences in enumerate(_differences(backwards, wanted[::-1]), 1)
    ]
    return end - min(ranked)[2]


def _differences(text: str, wanted: str) -> Iterator[int]:
    """For each place of `text` in how many letters the passage that ends there differs from `wanted` at least.

    Myers' algorithm (1999): one column of the table of edit distances in two numbers, a bit a letter, so that a
    text of 20,000 letters takes some 20 ms.
    """
    size = len(wanted)
    has: dict[str, int] = {}
    for number, letter in enumerate(wanted):
        has[letter] = has.get(letter, 0) | 1 << number
    every, highest = (1 << size) - 1, 1 << (size - 1)
    more, fewer, distance = every, 0, size
    for letter in text:
        same = has.get(letter, 0)
        across = (((same & more) + more) ^ more) | same
        grows, falls = fewer | (every & ~(across | more)), more & across
        distance += bool(grows & highest) - bool(falls & highest)
        grows, falls = grows << 1 & every, falls << 1 & every
        more, fewer = falls | (every & ~(same | fewer | grows)), grows & (same | fewer)
        yield distance
