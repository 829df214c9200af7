"""Quotations of posts that stand whole on the same page: only their beginning says again what was just read.

Programs quote the post that is answered, whole as a rule, and threads say every second sentence twice by it. What
is quoted from elsewhere, and what is short, stays as it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tuinews.model.document import Block, Document, Paragraph, Quote, Span, Spans

LONGEST_WHOLE = 160
"""Letters of a quotation that is left whole."""

BEGINNING = 80
"""Letters that are left of a longer one, up to the end of a word."""

LEAST_LINE = 12
"""Letters of a line by which it is found again."""

SAID_BEFORE = 0.6
"""Share of the letters of a quotation that stand on the page before it, from which it is one of them."""


def with_short_quotes(posts: Iterable[Sequence[Block]]) -> Iterator[Block]:
    """The blocks of posts in page order, where a quotation of a post before is its beginning and an ellipsis."""
    said: set[str] = set()
    for blocks in posts:
        for block in blocks:
            yield _shortened(block, said) if isinstance(block, Quote) else block
        said.update(line for line in map(_plain, Document(tuple(blocks)).lines) if len(line) >= LEAST_LINE)


def _shortened(quote: Quote, said: set[str]) -> Quote:
    lines = [_plain(line) for line in Document((quote,)).lines]
    size = sum(map(len, lines))
    if size <= LONGEST_WHOLE or sum(len(line) for line in lines if line in said) < SAID_BEFORE * size:
        return quote
    return replace(quote, blocks=tuple(_beginning(quote.blocks)))


def _plain(line: str) -> str:
    return " ".join(line.split()).casefold()


def _beginning(blocks: Iterable[Block]) -> Iterator[Block]:
    """The first paragraphs, up to the length of a beginning; who said it may be the first of them."""
    left = BEGINNING
    for block in blocks:
        if not isinstance(block, Paragraph):
            continue
        spans = tuple(_cut(block.spans, left))
        yield replace(block, spans=spans)
        left -= sum(len(span.text) for span in spans)
        if spans[-1].text.endswith("…") or left <= 0:
            return


def _cut(spans: Spans, most: int) -> Iterator[Span]:
    """The spans up to so many letters, with an ellipsis where they were longer."""
    for span in spans:
        if len(span.text) > most:
            words = span.text[: most + 1].rsplit(None, 1)[0].rstrip(" ,;:")
            yield replace(span, text=f"{words} …" if words else "…")
            return
        most -= len(span.text)
        yield span
