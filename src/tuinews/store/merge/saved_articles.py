"""What an import of saved articles brings: new entries in the source of its program, and marks on those known.

An article is known by its address, whichever source lists it, and then has no second entry. Marks are only added:
an import takes no star and no tag away, and makes nothing unread that was read here.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime

from tuinews import address
from tuinews.model.annotations.highlights import Highlight
from tuinews.model.article import Article
from tuinews.model.entry import Entry
from tuinews.model.saved.articles import SavedArticle, SavedOutcome
from tuinews.model.when import When
from tuinews.quick_dataclass import dataclass
from tuinews.store import codec
from tuinews.store.merge import listings
from tuinews.store.statements import scalar
from tuinews.store.tables import articles, sources, status, tags
from tuinews.store.tables.annotations import highlights, notes

_KNOWN = (
    "select coalesce((select id from entry where canonical = :canonical), "
    "(select entry_id from article where canonical = :canonical limit 1), "
    "(select entry_id from listed where source_id = :source and identity = :canonical))"
)
_LIVING = (
    "select 1 from listed l join source s on s.id = l.source_id "
    "where l.entry_id = ? and s.removed_at is null limit 1"
)


@dataclass(frozen=True, slots=True)
class SavedEntry:
    """A saved article with an address; `article` is its text where the export has it whole, `content` the HTML of
    what its feed said of it where that is all there is. `highlights` are its passages, as quotations from that
    text where they stand in it.
    """

    saved: SavedArticle
    highlights: tuple[Highlight, ...] = ()
    article: Article | None = None
    content: str | None = None


def keep(sql: sqlite3.Connection, source_id: int, saved: Iterable[SavedEntry], now: datetime) -> SavedOutcome:
    """Keep saved articles, in the source `source_id` where they are new; how many were, and how many were not."""
    new = known = 0
    for one in saved:
        entry_id = was_known = _known(sql, source_id, one.saved.url or "")
        if entry_id is None or scalar(sql, _LIVING, (entry_id,)) is None:
            entry_id = _listed(sql, source_id, one, now)
        if entry_id is not None:
            _mark(sql, entry_id, one, now)
        is_new = was_known is None and entry_id is not None
        new, known = new + is_new, known + (not is_new)
    return SavedOutcome(new, known)


def known_addresses(sql: sqlite3.Connection, source_url: str, urls: Sequence[str]) -> frozenset[str]:
    """Which of these addresses an import into the source of `source_url` would find known."""
    source_id = sources.holder(sql, source_url) or 0
    return frozenset(url for url in urls if _known(sql, source_id, url) is not None)


def _known(sql: sqlite3.Connection, source_id: int, url: str) -> int | None:
    found: int | None = scalar(sql, _KNOWN, {"canonical": address.canonical(url), "source": source_id})
    return found


def _listed(sql: sqlite3.Connection, source_id: int, one: SavedEntry, now: datetime) -> int | None:
    """The entry of a saved article, which its program's source lists from now on."""
    saved, url = one.saved, one.saved.url or ""
    entry = Entry(
        address.canonical(url),
        saved.title or address.name_of(url),
        url,
        saved.summary,
        When(saved.published) if saved.published else None,
        authors=saved.authors,
        lang=saved.lang,
        content=one.content,
    )
    return listings.record_saved(sql, source_id, entry, codec.seconds(saved.added or now), codec.seconds(now))


def _mark(sql: sqlite3.Connection, entry_id: int, one: SavedEntry, now: datetime) -> None:
    saved = one.saved
    if saved.read:
        status.set_read(sql, [entry_id], True)
    if saved.starred:
        status.set_starred(sql, [entry_id], True)
    tags.add(sql, [entry_id], saved.tags)
    _annotate(sql, entry_id, one, now)
    is_kept = scalar(sql, "select kept from status where entry_id = ?", (entry_id,))
    if one.article is not None and not is_kept:
        articles.keep(sql, entry_id, one.article, saved.added or now)


def _annotate(sql: sqlite3.Connection, entry_id: int, one: SavedEntry, now: datetime) -> None:
    """Add the note and the highlights that are not there yet; what was written here stays, and stands first."""
    known = notes.of(sql, [entry_id]).get(entry_id, "")
    said = [part for part in _notes(one.saved) if part not in known]
    if said:
        notes.put(sql, entry_id, "\n\n".join([known, *said] if known else said), now)
    there = highlights.of(sql, entry_id)
    marked = {highlight.quotation.exact for highlight in there}
    new = [highlight for highlight in one.highlights if highlight.quotation.exact not in marked]
    if new:
        highlights.put(sql, entry_id, (*there, *new))


def _notes(saved: SavedArticle) -> list[str]:
    """What somebody wrote to the article, and beside its passages, each under the words that it is about."""
    beside = [(one.quote, one.note) for one in saved.highlights if one.note]
    quoted = ["> " + quote.replace("\n", "\n> ") + f"\n\n{note}" for quote, note in beside]
    return [*([saved.note] if saved.note else []), *quoted]
