"""Which lines of a page its truth holds: the labels that the line model is trained on."""

import re
from collections import defaultdict
from collections.abc import Callable
from typing import Any


def aligned(texts: list[str], truth: str, tokens: Callable[[str], list[str]]) -> list[float]:
    """For each line the share of its words that stand in the truth, along the heaviest chain in reading order."""
    wanted = tokens(truth)
    grams: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in range(len(wanted)):
        for length in (1, 4):
            if place + length <= len(wanted):
                grams[tuple(wanted[place : place + length])].append(place)
    candidates: list[tuple[int, int, int, float]] = []
    for number, text in enumerate(texts):
        words = tokens(text)
        size = len(words)
        if 0 < size < 4:
            starts = {p for p in grams.get((words[0],), [])[:60] if wanted[p : p + size] == words}
            share = 1.0
        else:
            hits = [tuple(words[p : p + 4]) for p in range(size - 3)]
            share = sum(gram in grams for gram in hits) / len(hits) if hits else 0.0
            starts = (
                {p - back for back, gram in enumerate(hits) for p in grams.get(gram, [])[:12]}
                if share >= 0.3
                else set()
            )
        candidates += [(number, start, size, share) for start in sorted(starts)[:16]]
    return _chain(candidates, len(texts), len(wanted))


def _chain(candidates: list[tuple[int, int, int, float]], lines: int, wanted: int) -> list[float]:
    """The shares of the candidates of the heaviest chain; lines out of order whose place nobody took are added."""
    size = wanted + 12
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 2)
    best, before = [0.0] * len(candidates), [-1] * len(candidates)

    def ask(end: int) -> tuple[float, int]:
        found, end = (0.0, -1), min(end, size)
        while end > 0:
            found, end = max(found, tree[end]), end - (end & -end)
        return found

    def tell(end: int, value: tuple[float, int]) -> None:
        end = max(1, end)
        while end <= size:
            tree[end], end = max(tree[end], value), end + (end & -end)

    waiting: list[int] = []
    for place, (number, start, length, share) in enumerate(candidates):
        if waiting and candidates[waiting[0]][0] != number:
            for told in waiting:
                tell(candidates[told][1] + candidates[told][2] + 3, (best[told], told))
            waiting = []
        value, before[place] = ask(start + 3)
        best[place] = value + length * share
        waiting.append(place)
    for told in waiting:
        tell(candidates[told][1] + candidates[told][2] + 3, (best[told], told))
    labels, taken = [0.0] * lines, bytearray(wanted + 1)
    at = ask(size)[1]
    while at >= 0:
        number, start, length, share = candidates[at]
        labels[number] = share
        taken[max(0, start) : max(0, start) + length] = b"\1" * length
        at = before[at]
    for number, start, length, share in candidates:
        span = taken[max(0, start) : max(0, start) + length]
        if not labels[number] and length >= 6 and share >= 0.8 and sum(span) < 0.3 * len(span):
            labels[number] = share
            taken[max(0, start) : max(0, start) + length] = b"\1" * length
    return labels


def labelled_by_snippets(texts: list[str], truth: dict[str, Any]) -> list[float]:
    """Labels of a page of which only pieces are known."""
    labels = [-1.0] * len(texts)
    for value, pieces in ((1.0, truth.get("with")), (0.0, truth.get("without"))):
        for piece in pieces or []:
            flat = re.sub(r"\s+", " ", piece)
            for place, text in enumerate(texts):
                if flat in text or (len(text) > 30 and text in flat):
                    labels[place] = value if labels[place] < 0 else -1.0
    return labels
