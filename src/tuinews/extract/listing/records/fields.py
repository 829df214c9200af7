"""From records to entries: title, address, summary, date, author and picture."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from tuinews.extract.dates import date_in_url
from tuinews.extract.listing.links.link_words import BYLINE
from tuinews.extract.listing.links.links import Link
from tuinews.extract.listing.outline import Outline
from tuinews.extract.listing.patterns import AUTHOR
from tuinews.extract.listing.records.archive_sections import archive_sections, with_days_of_months
from tuinews.extract.listing.records.day_headings import with_section_dates
from tuinews.extract.listing.records.entry_dates import days_to_come, stated_date
from tuinews.extract.listing.records.leading_dates import is_date
from tuinews.extract.listing.records.other_places import other_records
from tuinews.extract.listing.records.page_dates import DateReader, date_reader
from tuinews.extract.listing.records.pictures import picture_of
from tuinews.extract.listing.records.records import Record
from tuinews.extract.listing.records.summaries import summaries_of
from tuinews.model.entry import Entry
from tuinews.model.when import When
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

SUMMARY_LIMIT = 5000
"""Characters of a summary that are kept; blogs print whole articles on their front page."""

_LONGEST_NAME = 60
"""Characters of an author's name; longer is a sentence about the author."""

_TITLE_FROM_TEXT = 200
"""Characters of a text that stand for the title it has not."""

_LEAST_ISSUES = 3
"""Titles from which all of them may be told by their day."""

_LONGEST_BYLINE = 120
"""Characters of a byline that are read: its first words and a name."""


@dataclass(frozen=True, slots=True)
class Context:
    """What all entries of a page share: its address, base address, language, and time of fetching."""

    url: str
    base: str
    lang: str | None
    now: datetime | None


def entries_of(outline: Outline, records: list[Record], links: list[Link], context: Context) -> list[Entry]:
    """The entries of the records, in the same order; `links` are all links of the page.

    What a record does not say of its article is taken from another place of the page that lists it too.
    """
    titles = [record.link.title for record in records]
    reader = date_reader(outline, titles, context.url, context.lang, context.now)
    summaries = summaries_of(outline, records, context.base, reader)
    sections = archive_sections(outline, records, reader)
    dates = [stated_date(outline, record, reader, sections.get(record.link.node)) for record in records]
    if not any(dates):
        dates = _days_in_titles(titles, reader) or dates
    short = [r for r, text, date in zip(records, summaries, dates, strict=True) if not text or date is None]
    told, dated = _told_elsewhere(outline, other_records(outline, records, short, links), context.base, reader)
    entries: list[Entry] = []
    for record, summary, date in zip(records, summaries, dates, strict=True):
        date = date or dated.get(record.link.key)
        title = _title(record.link.title, summary)
        said = clean_line(summary or told.get(record.link.key, ""), SUMMARY_LIMIT)
        entries.append(
            Entry(
                id=record.link.key,
                title=title,
                url=record.link.url,
                summary=said if said and said != title else None,
                published=date or date_in_url(record.link.url),
                authors=_authors(outline, record),
                image=picture_of(outline, record, context.base),
            )
        )
    entries = with_section_dates(outline, records, entries, reader)
    coming = days_to_come(outline, records, dates, reader)
    entries = [replace(one, published=date_in_url(one.url or "")) if one.id in coming else one for one in entries]
    return with_days_of_months(outline, records, entries, sections) if sections else entries


def _told_elsewhere(
    outline: Outline, places: Iterable[dict[str, Record]], base: str, reader: DateReader
) -> tuple[dict[str, str], dict[str, When]]:
    """The summaries and the dates that other places of the page tell, the first of each, by the keys of links."""
    told: dict[str, str] = {}
    dated: dict[str, When] = {}
    for others in places:
        summaries = summaries_of(outline, list(others.values()), base, reader)
        for (key, other), summary in zip(others.items(), summaries, strict=True):
            date = stated_date(outline, other, reader) if key not in dated else None
            if date is not None:
                dated[key] = date
            if summary:
                told.setdefault(key, summary)
    return told, dated


def _days_in_titles(titles: list[str], reader: DateReader) -> list[When | None]:
    """The days that the titles of issues name, where each names another, with its year, and none lies ahead."""
    days = [reader.read_whole(title) for title in titles]
    told = {day.date for day in days if day is not None}
    return days if len(told) == len(titles) >= _LEAST_ISSUES else []


def _title(words: str, summary: str) -> str:
    """The words of the headline; those of a note without one, whose link is its date, are how its text begins."""
    return clean_line(summary, _TITLE_FROM_TEXT) if summary and is_date(words) else clean_line(words)


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
