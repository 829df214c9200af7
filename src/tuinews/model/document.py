"""What an article says, as blocks of spans: kept like this (not as HTML), so that reading offline needs no parser.

The kinds are those of HTML's flow content that a newspaper prints. Their JSON form is in `document_json.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice


class Mark(StrEnum):
    """How a span of text is set."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    STRIKE = "strike"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text of one look; `href` is absolute, http(s) or mailto, or `#fn-LABEL` for a footnote."""

    text: str
    marks: tuple[Mark, ...] = ()
    href: str | None = None


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A sub-head inside the article; `level` is 1 to 6."""

    level: int
    spans: Spans


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a line break inside is a newline in its text.

    `indent` is how far it is set in: 1 for the definition under a term, 2 for one inside another.
    """

    spans: Spans
    indent: int = 0


@dataclass(frozen=True, slots=True)
class List:
    """A list; each item is blocks, so that lists nest. `start` is the first number of an ordered one."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation; `cite` names its source."""

    blocks: tuple["Block", ...]
    cite: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one header row (empty where there is none), then rows of cells, each cell spans."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """Preformatted text; `lang` is its programming language where the page names it."""

    text: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption, alternative text and credit; `width` and `height` are pixels."""

    url: str
    alt: str | None = None
    caption: Spans = ()
    credit: str | None = None
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Embed:
    """Something that only a browser shows (a video, a post): one line with its link."""

    url: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note; spans point to it with the href `#fn-LABEL`."""

    label: str
    blocks: tuple["Block", ...]


Block = Heading | Paragraph | List | Quote | Table | Code | Figure | Embed | Rule | Footnote


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks of an article in page order."""

    blocks: tuple[Block, ...] = ()

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
        return list(_figures(self.blocks))


def plain(spans: Spans) -> str:
    """The text of spans without their look."""
    return "".join(span.text for span in spans)


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(spans=spans) | Paragraph(spans=spans):
                yield from (line for line in plain(spans).split("\n") if line.strip())
            case List(items=items):
                for item in items:
                    yield from _lines(item)
            case Quote(blocks=inner) | Footnote(blocks=inner):
                yield from _lines(inner)
            case Table(header=header, rows=rows):
                for row in (header, *rows):
                    line = " ".join(text for text in (plain(cell).replace("\n", " ") for cell in row) if text)
                    if line:
                        yield line
            case Code(text=text):
                yield from (line for line in text.split("\n") if line.strip())


def _figures(blocks: tuple[Block, ...]) -> Iterator[Figure]:
    for block in blocks:
        match block:
            case Figure():
                yield block
            case List(items=items):
                for item in items:
                    yield from _figures(item)
            case Quote(blocks=inner) | Footnote(blocks=inner):
                yield from _figures(inner)
