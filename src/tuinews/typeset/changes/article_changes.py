"""Two versions of an article as one: as it is now, what was added marked, and what is gone in its old place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tuinews.model.article import Article
from tuinews.model.document import Block, Blocks, Code, Document, Mark, Paragraph, Span, Spans, plain, with_spans
from tuinews.quick_dataclass import dataclass
from tuinews.typeset.changes.alignment import Pair, aligned
from tuinews.typeset.changes.words import changed_spans, likeness, marked, vocabulary

_ALIKE = 0.3
"""How much of the words of two paragraphs is the same, from which one became the other."""

_IN_ITS_PLACE = 0.15
"""The same for a paragraph that alone took the place of another."""

_MOST_COMPARED = 30
"""Paragraphs between two that stayed, up to which each is compared with those that took its place."""

_MOST_REWRITTEN = 300
"""Paragraphs that changed, up to which words are compared: what is another text throughout has no edits."""


@dataclass(frozen=True, slots=True)
class _Change:
    """What became of a run: it was `before`, or is new; `gone` are the runs that stood before it and are gone."""

    before: Spans | None
    gone: tuple[Spans, ...] = ()


def changed_article(before: Article, after: Article) -> Article:
    """The article `after` with what is changed in it since `before`, by `Mark.INSERTED` and `Mark.DELETED`.

    A changed title and standfirst stand as the first paragraphs. What is not text (pictures) is as it is now.
    """
    old = [spans for block in before.document.blocks for spans in _runs(block)]
    new = [spans for block in after.document.blocks for spans in _runs(block)]
    changes, gone = _changes(old, new)
    feed = iter(changes)
    blocks: list[Block] = [*_head(before, after)]
    for block in after.document.blocks:
        blocks += _block(block, feed)
    blocks += [_gone(spans) for spans in gone]
    has_lead = before.lead != after.lead
    return replace(after, document=Document(tuple(blocks)), lead=None if has_lead else after.lead)


def is_changed(article: Article) -> bool:
    """Whether anything is marked in an article of `changed_article`."""
    return any(
        mark in (Mark.INSERTED, Mark.DELETED)
        for block in article.document.blocks
        for spans in _runs(block)
        for span in spans
        for mark in span.marks
    )


def _head(before: Article, after: Article) -> Iterator[Block]:
    """The title that it had, and the standfirst where it is another."""
    if before.title.split() != after.title.split():
        yield Paragraph(changed_spans((Span(before.title),), (Span(after.title),)))
    if before.lead != after.lead:
        yield Paragraph(changed_spans((Span(before.lead or ""),), (Span(after.lead or ""),)))


def _runs(block: Block) -> list[Spans]:
    """Every run of spans in a block, in the order in which `with_spans` goes through them; code is one."""
    if isinstance(block, Code):
        return [(Span(block.text, (Mark.CODE,)),)]
    found: list[Spans] = []

    def note(spans: Spans) -> Spans:
        found.append(spans)
        return spans

    with_spans(block, note)
    return found


def _block(block: Block, changes: Iterator[_Change]) -> Blocks:
    """A block with its changes, and the paragraphs that are gone: those before it, then those out of it."""
    if isinstance(block, Code):
        return _code(block, next(changes))
    gone: list[Block] = []
    count = 0
    in_front = 0

    def change(spans: Spans) -> Spans:
        nonlocal count, in_front
        one = next(changes)
        gone.extend(_gone(old) for old in one.gone)
        in_front = len(gone) if count == 0 else in_front
        count += 1
        return _with(one, spans)

    changed = with_spans(block, change)
    return (*gone[:in_front], changed, *gone[in_front:])


def _code(block: Code, change: _Change) -> Blocks:
    spans = (Span(block.text, (Mark.CODE,)),)
    gone = tuple(_gone(old) for old in change.gone)
    return (*gone, block if change.before == spans else Paragraph(_with(change, spans)))


def _with(change: _Change, spans: Spans) -> Spans:
    if change.before is None:
        return marked(spans, Mark.INSERTED)
    return spans if plain(change.before) == plain(spans) else changed_spans(change.before, spans)


def _gone(spans: Spans) -> Paragraph:
    return Paragraph(marked(spans, Mark.DELETED))


def _changes(old: Sequence[Spans], new: Sequence[Spans]) -> tuple[list[_Change], Sequence[Spans]]:
    """What became of each run of the new version, and the runs that are gone behind the last."""
    same = aligned([_key(spans) for spans in old], [_key(spans) for spans in new])
    pairs = dict(_pairs(same, old, new))
    ends = [len(old)] * (len(new) + 1)
    for number in range(len(new) - 1, -1, -1):
        ends[number] = pairs.get(number, ends[number + 1])
    changes: list[_Change] = []
    place = 0
    for number in range(len(new)):
        # What is gone stands before what came in its place.
        gone, place = tuple(old[place : ends[number]]), ends[number]
        changes.append(_Change(old[place] if number in pairs else None, gone))
        place += number in pairs
    return changes, old[place:]


def _pairs(same: Sequence[Pair], old: Sequence[Spans], new: Sequence[Spans]) -> Iterator[tuple[int, int]]:
    """Each run of the new version that was there, by its number, with its number in the old one."""
    ends = (Pair(-1, -1), *same, Pair(len(old), len(new)))
    has_edits = min(len(old), len(new)) - len(same) <= _MOST_REWRITTEN
    for one, other in pairwise(ends):
        if has_edits:
            yield from _rewritten(old, new, range(one.before + 1, other.before), range(one.after + 1, other.after))
        if other.before < len(old):
            yield other.after, other.before


def _rewritten(
    old: Sequence[Spans], new: Sequence[Spans], before: range, after: range
) -> Iterator[tuple[int, int]]:
    """Which runs between two that stayed became which, in order."""
    if len(before) > _MOST_COMPARED or len(after) > _MOST_COMPARED:
        return
    least = _IN_ITS_PLACE if len(before) == len(after) == 1 else _ALIKE
    words = {place: vocabulary(old[place]) for place in before}
    start = before.start
    for number in after:
        own = vocabulary(new[number])
        likes = [(likeness(words[place], own), -place) for place in range(start, before.stop)]
        best, place = max(likes, default=(0.0, 0))
        if best >= least:
            yield number, -place
            start = -place + 1


def _key(spans: Spans) -> str:
    return " ".join(plain(spans).split())
