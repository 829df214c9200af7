"""Pages as programs put them out, each beside the outline that a careful person would make of it.

A file of `pages/` holds many. Each begins with `=== name | address`, then its outline, a line `---`, and the
markup. An outline has `T` title, `A` authors, `D` day and `K` kind, then the blocks: `@` the heading of a post,
`#` another heading, `>` a quotation, `-` an item, `|` a row, a backtick for code, `!` a caption, `~` what only a
browser shows, `[^1]` a note, `***` a rule; a line with none of these is a paragraph.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import Article
from tuinews.model.document import (
    NOTE_HREF,
    Block,
    Code,
    Embed,
    Figure,
    Footnote,
    Heading,
    List,
    Paragraph,
    Quote,
    Rule,
    Spans,
    Table,
    plain,
)

FOLDER = Path(__file__).parent / "pages"
_METADATA = "TADK"
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


def _said(spans: Spans) -> str:
    texts = (f"[^{s.text}]" if (s.href or "").startswith(NOTE_HREF) else s.text for s in spans)
    return "".join(texts).replace("\n", " / ")


def _outline(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(spans=spans, post=post):
                yield ("@ " if post else "# ") + _said(spans)
            case Paragraph(spans=spans):
                yield _said(spans)
            case List(items=items):
                for item in items:
                    yield from (("  " if place else "- ") + line for place, line in enumerate(_outline(item)))
            case Quote(blocks=inner, cite=cite):
                yield from (f"> {line}" for line in (*_outline(inner), *([f"— {cite}"] if cite else [])))
            case Table(header=header, rows=rows):
                yield from (f"| {' | '.join(map(_said, row))}" for row in (header, *rows) if row)
            case Code(text=text):
                yield from (f"` {line}".rstrip() for line in text.split("\n"))
            case Figure(caption=caption):
                yield from ([f"! {plain(caption)}"] if caption else [])
            case Embed(url=url):
                yield f"~ {url}"
            case Rule():
                yield "***"
            case Footnote(label=label, blocks=inner):
                yield from (f"[^{label}] {line}" for line in _outline(inner))


def _told(wanted: list[str]) -> str:
    """Which metadata an outline has: they stand first and in this order, and text may begin with "A", too."""
    told = ""
    for line in wanted:
        letter = line.partition(" ")[0]
        if letter not in _METADATA or (told and _METADATA.index(letter) <= _METADATA.index(told[-1])):
            break
        told += letter
    return told


def _outline_of(article: Article, wanted: list[str]) -> list[str]:
    """The outline of an article; of its metadata only what is wanted."""
    day = article.published.stated[:10] if article.published else ""
    metadata = (
        f"T {article.title}",
        f"A {'; '.join(article.authors)}",
        f"D {day}",
        f"K {article.page_kind.value}",
    )
    told = _told(wanted)
    lead = [article.lead] if article.lead else []
    return [
        line.rstrip()
        for line in (*(m for m in metadata if m[0] in told), *lead, *_outline(article.document.blocks))
    ]


def _pages() -> Iterator[tuple[str, str]]:
    for file in sorted(FOLDER.glob("*.txt")):
        for page in re.split(r"^=== ", file.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            yield f"{file.stem}: {page.partition(' | ')[0]}", page


@pytest.mark.parametrize("page", [pytest.param(page, id=name) for name, page in _pages()])
def test_a_page_becomes_its_outline(page: str) -> None:
    head, _, rest = page.partition("\n")
    outline, _, html = rest.partition("\n---\n")
    wanted = outline.split("\n")
    assert _outline_of(extract_article(html, head.partition(" | ")[2], now=NOW), wanted) == wanted
