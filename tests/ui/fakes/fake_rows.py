"""Rows and texts that a test makes up."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.entry_row import EntryRow
from tuinews.model.when import When

NOW = datetime.now(UTC)
"""The moment at which the tests of the screen begin."""


def paragraphs(*texts: str) -> Document:
    return Document(tuple(Paragraph((Span(text),)) for text in texts))


def entry(entry_id: int, title: str, source_id: int = 1, **changes: object) -> EntryRow:
    """A row of hours ago, newest first by id; with minutes to spare, so that a slow run shows the same age."""
    moment = NOW - timedelta(hours=entry_id, minutes=5)
    base = EntryRow(
        id=entry_id,
        source_id=source_id,
        source_title={1: "Tuổi Trẻ", 2: "Asahi", 3: "The Record"}.get(source_id, f"Source {source_id}"),
        title=title,
        url=f"https://example.org/{entry_id}",
        published=When(moment),
        first_seen=moment,
        summary=f"Summary of {title}.",
    )
    return replace(base, **changes)  # type: ignore[arg-type]
