"""From records to entries: title, address, summary, date, author and picture."""

import re
from dataclasses import dataclass
from datetime import datetime

from tuinews import address
from tuinews.extract.listing.links.link_words import BYLINE
from tuinews.extract.listing.outline import Outline
from tuinews.extract.listing.patterns import AUTHOR
from tuinews.extract.listing.records.entry_dates import date_of, with_section_dates
from tuinews.extract.listing.records.page_dates import date_reader
from tuinews.extract.listing.records.records import Record
from tuinews.extract.listing.records.summaries import summaries_of
from tuinews.model.entry import Entry
from tuinews.text import clean_line

SUMMARY_LIMIT = 5000
"""Characters of a summary that are kept; blogs print whole articles on their front page."""

_LONGEST_NAME = 60
"""Characters of an author's name; longer is a sentence about the author."""

_LONGEST_BYLINE = 120
"""Characters of a byline that are read: its first words and a name."""

_SOURCES = ("data-src", "data-original", "data-lazy-src", "src")


@dataclass(frozen=True, slots=True)
class Context:
    """What all entries of a page share: its address, base address, language, and time of fetching."""

    url: str
    base: str
    lang: str | None
    now: datetime | None


def entries_of(outline: Outline, records: list[Record], context: Context) -> list[Entry]:
    """The entries of the records, in the same order."""
    titles = [record.link.title for record in records]
    reader = date_reader(outline, titles, context.url, context.lang, context.now)
    summaries = summaries_of(outline, records, context.base, reader)
    entries = [
        Entry(
            id=address.canonical(record.link.url),
            title=clean_line(record.link.title),
            url=record.link.url,
            summary=clean_line(summary, SUMMARY_LIMIT) or None,
            published=date_of(outline, record, reader),
            authors=_authors(outline, record),
            image=_image(outline, record, context.base),
        )
        for record, summary in zip(records, summaries, strict=True)
    ]
    return with_section_dates(outline, records, entries, reader)


def _authors(outline: Outline, record: Record) -> tuple[str, ...]:
    for node in outline.nodes[record.start : record.end]:
        marked = node.attributes.get("rel") == "author" or node.attributes.get("itemprop") == "author"
        if not marked and not (node.names and AUTHOR.search(node.names)):
            continue
        text = BYLINE.sub("", clean_line(outline.text(node.index), _LONGEST_BYLINE))
        text = re.sub(r"\s*\(\d+\)$", "", text).strip(" ,|·•-–:")
        if 1 < len(text) < _LONGEST_NAME and text not in record.link.title and not any(c.isdigit() for c in text):
            return (text,)
    return ()


def _image(outline: Outline, record: Record, base: str) -> str | None:
    for node in outline.nodes[record.start : record.end]:
        if node.tag != "img":
            continue
        for name in _SOURCES:
            value = node.attributes.get(name)
            target = address.join(base, value) if value and not value.startswith("data:") else None
            if target is not None:
                return target
    return None
