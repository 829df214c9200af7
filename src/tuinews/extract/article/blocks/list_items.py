"""Lists as blocks: without the marks that their items carry besides, and sections set as items as such."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from tuinews.model.document import Block, Blocks, Heading, List, Paragraph, Span, Spans, plain

_NUMBER = re.compile(r"\(?(\d{1,3})[.):]?\)?")
_BULLET = re.compile(r"[•·∙▪▫■□◦‣●○–—*-]")
_BEGINS = re.compile(r"\(?(\d{1,3})[.)]\)?\s+(?=\S)")
_TERM = re.compile(r"\(?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5})[.)]\)?|[•–—]")
"""Terms that only count: of a law, whose clauses are set as definitions."""


def list_blocks(items: Sequence[Blocks], *, ordered: bool, start: int) -> Blocks:
    """A list, or what is in its items, where each begins with a heading and has a text below it."""
    if all(len(item) > 1 and isinstance(item[0], Heading) for item in items):
        return tuple(chain.from_iterable(items))
    bare = tuple(_without_mark(item, start + place) for place, item in enumerate(items))
    if ordered and len(items) > 1:
        bare = _without_numbers(bare, start)
    return (List(bare, ordered=ordered, start=start),)


def _without_mark(item: Blocks, number: int) -> Blocks:
    """An item without a paragraph before its text that is nothing but its number or a bullet."""
    if len(item) < 2 or not isinstance(item[0], Paragraph):
        return item
    text = plain(item[0].spans).strip()
    counted = _NUMBER.fullmatch(text)
    is_mark = _BULLET.fullmatch(text) is not None or (counted is not None and int(counted[1]) == number)
    return item[1:] if is_mark else item


def _without_numbers(items: tuple[Blocks, ...], start: int) -> tuple[Blocks, ...]:
    """The items of an ordered list without the numbers that all of their texts begin with, too."""
    firsts = [item[0] for item in items if item and isinstance(item[0], Paragraph)]
    found = [_BEGINS.match(first.spans[0].text) for first in firsts if first.spans]
    numbers = [int(match[1]) for match in found if match is not None]
    if numbers != list(range(start, start + len(items))):
        return items
    return tuple((_behind_number(item[0]), *item[1:]) for item in items)


def _behind_number(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    first, *rest = block.spans
    return replace(block, spans=(replace(first, text=_BEGINS.sub("", first.text, count=1)), *rest))


def joined_clauses(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each term that only counts on the line of what it counts, as a law is printed."""
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if isinstance(block, Paragraph) and isinstance(before, Paragraph) and block.indent > before.indent:
            mark = plain(before.spans).strip()
            if _TERM.fullmatch(mark):
                joined[-1] = replace(block, spans=_marked(mark, block.spans))
                continue
        joined.append(block)
    return joined


def _marked(mark: str, spans: Spans) -> Spans:
    first, *rest = spans
    if first.marks or first.href:
        return (Span(f"{mark} "), *spans)
    return (replace(first, text=f"{mark} {first.text}"), *rest)
