"""Which places of two sequences are the same: the lines of two texts, the words of two lines.

Small ones by difflib. Large ones by what stands once in both, in its order (patience diff), and again between such
places: n log n, where difflib would take minutes for a text of ten megabytes.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

from tuinews.quick_dataclass import dataclass

SMALL = 40_000
"""Places of one times places of the other up to which difflib looks: 10 ms at most."""

_DEEPEST = 20
"""How often what lies between two places is aligned again."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Place `before` of the one is place `after` of the other."""

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class _Part:
    """What is to be aligned: the places from `start` up to `end` of both."""

    start: Pair
    end: Pair
    depth: int


def aligned(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[Pair]:
    """The places at which both have the same, in order; no place twice."""
    found: list[Pair] = []
    parts = [_Part(Pair(0, 0), Pair(len(before), len(after)), 0)]
    while parts:
        part = parts.pop()
        ends = list(_common_ends(before, after, part))
        found += ends
        rest = _between(part, ends, before, after)
        sides = (rest.end.before - rest.start.before, rest.end.after - rest.start.after)
        if not all(sides):
            continue
        if sides[0] * sides[1] <= SMALL:
            found += _by_difflib(before, after, rest)
        elif rest.depth < _DEEPEST:
            anchors = _anchors(before, after, rest)
            found += anchors
            parts += _gaps(rest, anchors) if anchors else []
    return sorted(found, key=lambda pair: pair.before)


def _common_ends(before: Sequence[Hashable], after: Sequence[Hashable], part: _Part) -> Iterator[Pair]:
    """What both begin with, then what both end with."""
    low, low_after, high, high_after = part.start.before, part.start.after, part.end.before, part.end.after
    while low < high and low_after < high_after and before[low] == after[low_after]:
        yield Pair(low, low_after)
        low, low_after = low + 1, low_after + 1
    while low < high and low_after < high_after and before[high - 1] == after[high_after - 1]:
        high, high_after = high - 1, high_after - 1
        yield Pair(high, high_after)


def _between(part: _Part, ends: Sequence[Pair], before: Sequence[Hashable], after: Sequence[Hashable]) -> _Part:
    """The part without the ends that are common."""
    start, end = part.start, part.end
    for pair in ends:
        if pair == start:
            start = Pair(start.before + 1, start.after + 1)
        else:
            end = pair
    return _Part(start, end, part.depth)


def _by_difflib(before: Sequence[Hashable], after: Sequence[Hashable], part: _Part) -> Iterator[Pair]:
    one = before[part.start.before : part.end.before]
    other = after[part.start.after : part.end.after]
    for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            yield Pair(part.start.before + block.a + step, part.start.after + block.b + step)


def _anchors(before: Sequence[Hashable], after: Sequence[Hashable], part: _Part) -> list[Pair]:
    """The longest run, in order, of what stands once in each."""
    there = _single(before, part.start.before, part.end.before)
    here = _single(after, part.start.after, part.end.after)
    pairs = [Pair(place, here[one]) for one, place in there.items() if one in here]
    tails: list[int] = []
    last: list[Pair] = []
    parents: dict[Pair, Pair | None] = {}
    for pair in pairs:
        length = bisect_left(tails, pair.after)
        parents[pair] = last[length - 1] if length else None
        if length == len(tails):
            tails.append(pair.after)
            last.append(pair)
        else:
            tails[length], last[length] = pair.after, pair
    run: list[Pair] = []
    pair_here = last[-1] if last else None
    while pair_here is not None:
        run.append(pair_here)
        pair_here = parents[pair_here]
    return run[::-1]


def _single(values: Sequence[Hashable], start: int, end: int) -> dict[Hashable, int]:
    """The place of each that stands there once, in order."""
    counts = Counter(values[start:end])
    return {values[place]: place for place in range(start, end) if counts[values[place]] == 1}


def _gaps(part: _Part, anchors: Sequence[Pair]) -> Iterator[_Part]:
    """What lies before, between and behind the anchors."""
    start = part.start
    for anchor in (*anchors, part.end):
        if anchor.before > start.before and anchor.after > start.after:
            yield _Part(start, anchor, part.depth + 1)
        start = Pair(anchor.before + 1, anchor.after + 1)
