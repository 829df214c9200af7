"""What a person kept of articles as one Markdown text: their titles with links, tags, notes, quotations."""

from collections.abc import Iterable, Sequence

from tuinews.language import current
from tuinews.model.entry_row import EntryRow
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line, clean_text
from tuinews.typeset.dates import full_date
from tuinews.typeset.markdown_spans import escaped, link

_STAR = "★"


@dataclass(frozen=True, slots=True)
class DigestEntry:
    """An article, and the passages of it that were highlighted, in the order of its text."""

    row: EntryRow
    passages: Sequence[str] = ()


def digest(entries: Iterable[DigestEntry]) -> str:
    """The articles in their order, each under a heading; a text that Markdown reads as it was written."""
    return "\n".join(f"{_entry(one)}\n" for one in entries)


def note_markdown(text: str) -> str:
    """A note as paragraphs of Markdown."""
    return "\n\n".join(_paragraphs(text))


def _entry(one: DigestEntry) -> str:
    row = one.row
    title = escaped(clean_line(row.title) or clean_line(row.url))
    parts = [f"## {link(title, row.url)}", _about(row)]
    parts += _paragraphs(row.note)
    parts += [_quoted(passage) for passage in one.passages]
    return "\n\n".join(filter(None, parts))


def _about(row: EntryRow) -> str:
    """Where an article is from, and how it was marked."""
    date = full_date(row.published, current()) if row.published else ""
    said = [", ".join(row.authors), row.source_title, date]
    marks = [_STAR] if row.starred else []
    tags = [f"#{escaped(clean_line(tag).replace(' ', '-'))}" for tag in row.tags]
    return " · ".join([*(escaped(clean_line(part)) for part in said if part), *marks, *tags])


def _quoted(text: str) -> str:
    return "\n>\n".join(f"> {paragraph}" for paragraph in _paragraphs(text))


def _paragraphs(text: str) -> list[str]:
    """The lines of a text that are not empty, each a paragraph."""
    lines = (" ".join(line.split()) for line in clean_text(text).split("\n"))
    return [escaped(line) for line in lines if line]
