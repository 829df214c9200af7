"""What an article says, as blocks of spans: kept like this (not as HTML), so that reading offline needs no parser.

The kinds are those of HTML's flow content that a newspaper prints. Each says itself what blocks lie in it
(`inner_blocks`) and what text is its own (`own_lines`), so that nobody else goes through them all but those who
read them and those who write them: "To add a block" in docs/house.md. Their JSON form (`document_json.py`) is
that of their fields.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, fields, replace
from enum import StrEnum
from itertools import chain, islice
from types import MappingProxyType
from typing import Any, Never

from tuinews.quick_dataclass import dataclass


class Mark(StrEnum):
    """How a span of text is set; the last two in two versions of an article as one (`typeset.changes`)."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    STRIKE = "strike"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text of one look; `href` is absolute, http(s) or mailto, or `#fn-LABEL` for a footnote."""

    text: str
    marks: tuple[Mark, ...] = ()
    href: str | None = None


Spans = tuple[Span, ...]
Blocks = tuple["Block", ...]

ALWAYS_WRITTEN: Mapping[str, bool] = MappingProxyType({"always written": True})
"""The metadata of a field that stands in the JSON even where it has its default."""


class _HoldsNoBlocks:
    """A kind of block in which no others lie."""

    __slots__ = ()

    @property
    def inner_blocks(self) -> Blocks:
        """The blocks inside, in page order."""
        return ()


class _HasNoLines:
    """A kind of block without lines of its own: it only holds others, or stands beside the text."""

    __slots__ = ()

    @property
    def own_lines(self) -> Iterator[str]:
        """Its own text, a line each, without that of the blocks inside."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Heading(_HoldsNoBlocks):
    """A sub-head inside the article; `level` is 1 to 6.

    `post` is whether a post begins here, of a thread or a live blog, so that a reader can step from one to the
    next.
    """

    level: int
    spans: Spans
    post: bool = False

    @property
    def own_lines(self) -> Iterator[str]:
        """The text, a line each."""
        return _printed(words_of(self.spans))


@dataclass(frozen=True, slots=True)
class Paragraph(_HoldsNoBlocks):
    """A paragraph; a line break inside is a newline in its text.

    `indent` is how far it is set in: 1 for the definition under a term, 2 for one inside another.
    """

    spans: Spans
    indent: int = 0

    @property
    def own_lines(self) -> Iterator[str]:
        """The text, a line each."""
        return _printed(words_of(self.spans))


@dataclass(frozen=True, slots=True)
class List(_HasNoLines):
    """A list; each item is blocks, so that lists nest. `start` is the first number of an ordered one."""

    ordered: bool = field(default=False, kw_only=True, metadata=ALWAYS_WRITTEN)
    start: int = field(default=1, kw_only=True, metadata=ALWAYS_WRITTEN)
    items: tuple[Blocks, ...]

    @property
    def inner_blocks(self) -> Blocks:
        """The blocks of all items."""
        return tuple(chain.from_iterable(self.items))


@dataclass(frozen=True, slots=True)
class Quote(_HasNoLines):
    """A block quotation; `cite` names its source."""

    blocks: Blocks
    cite: str | None = None

    @property
    def inner_blocks(self) -> Blocks:
        """What is quoted."""
        return self.blocks


@dataclass(frozen=True, slots=True)
class Table(_HoldsNoBlocks):
    """A table: one header row (empty if there is none), then rows of cells, each cell spans."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    caption: str | None = None

    @property
    def own_lines(self) -> Iterator[str]:
        """Each row, its cells by a blank."""
        for row in (self.header, *self.rows):
            line = " ".join(text for text in (words_of(cell).replace("\n", " ") for cell in row) if text)
            if line:
                yield line


@dataclass(frozen=True, slots=True)
class Code(_HoldsNoBlocks):
    """Preformatted text; `lang` is its programming language where the page names it."""

    text: str
    lang: str | None = None

    @property
    def own_lines(self) -> Iterator[str]:
        """The lines that have letters."""
        return _printed(self.text)


@dataclass(frozen=True, slots=True)
class Figure(_HoldsNoBlocks, _HasNoLines):
    """A picture with its caption, alternative text and credit; `width` and `height` are pixels."""

    url: str
    alt: str | None = None
    caption: Spans = ()
    credit: str | None = None
    width: int | None = None
    height: int | None = None

    @property
    def credit_beside(self) -> str:
        """The credit that is shown beside the caption; "" where the caption as printed says it already."""
        return "" if not self.credit or _letters(self.credit) in _letters(plain(self.caption)) else self.credit


@dataclass(frozen=True, slots=True)
class Embed(_HoldsNoBlocks, _HasNoLines):
    """Something that only a browser shows (a video, a post): one line with its link."""

    url: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Rule(_HoldsNoBlocks, _HasNoLines):
    """A thematic break."""


@dataclass(frozen=True, slots=True)
class Footnote(_HasNoLines):
    """A note; spans point to it with the href `#fn-LABEL`."""

    label: str
    blocks: Blocks

    @property
    def inner_blocks(self) -> Blocks:
        """What the note says."""
        return self.blocks


Block = Heading | Paragraph | List | Quote | Table | Code | Figure | Embed | Rule | Footnote


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks of an article in page order."""

    blocks: Blocks = ()

    @property
    def lines(self) -> list[str]:
        """The text a line: headings, paragraphs, list items, quotes, table rows, code lines; no captions."""
        return list(_lines(self.blocks))

    def opening(self, lines: int) -> str:
        """The first lines of the text in one, as a sample of its language."""
        return " ".join(islice(_lines(self.blocks), lines))

    @property
    def captions(self) -> list[str]:
        """The captions of the figures, in page order."""
        return [plain(f.caption) for f in self.figures if f.caption]

    @property
    def figures(self) -> list[Figure]:
        """Every figure, at any depth, in page order."""
        return [block for block in every_block(self.blocks) if isinstance(block, Figure)]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def plain(spans: Spans) -> str:
    """The text of spans without their look."""
    return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])


NOTE_HREF = "#fn-"
"""What the `href` of a reference to a footnote begins with."""


def words_of(spans: Spans) -> str:
    """The text of spans without their look, and without the marks of footnotes, which are no words of it."""
    if len(spans) == 1 and spans[0].href is None:
        return spans[0].text
    return "".join([span.text for span in spans if span.href is None or not span.href.startswith(NOTE_HREF)])


def every_block(blocks: Blocks) -> Iterator[Block]:
    """The blocks and all that lie in them, at any depth, in page order."""
    for block in blocks:
        yield block
        if inner := block.inner_blocks:
            yield from every_block(inner)


def with_spans(block: Block, change: Callable[[Spans], Spans]) -> Block:
    """The block with each run of spans in it changed, at any depth, those of captions too."""
    return replace(block, **{each.name: _changed(getattr(block, each.name), change) for each in fields(block)})


def unknown_kind(block: Never) -> TypeError:
    """The error of whoever goes through the kinds of blocks and has met them all: none is left out in silence.

    `Never` lets mypy prove that none is left.
    """
    return TypeError(f"no kind of block that is known here: {type(block).__name__}")


def _changed(value: Any, change: Callable[[Spans], Spans]) -> Any:
    """The value of a field with its spans changed: spans, blocks, rows of either, or something else."""
    if isinstance(value, tuple):
        is_run = bool(value) and isinstance(value[0], Span)
        return change(value) if is_run else tuple(_changed(part, change) for part in value)
    return with_spans(value, change) if isinstance(value, Block) else value


def _lines(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        yield from block.own_lines
        if inner := block.inner_blocks:
            yield from _lines(inner)


def _printed(text: str) -> Iterator[str]:
    if "\n" not in text:
        return iter((text,) if text.strip() else ())
    return (line for line in text.split("\n") if line.strip())
