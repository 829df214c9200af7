"""What an import of saved articles brings: new entries in the source of its program, and marks on those known.

An article is known by its address, whichever source lists it, and then has no second entry. Marks are only added:
an import takes no star and no tag away, and makes nothing unread that was read here.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from tuinews import address
from tuinews.model.article import Article
from tuinews.model.entry import Entry
from tuinews.model.saved.articles import SavedArticle, SavedOutcome
from tuinews.model.when import When
from tuinews.store import codec
from tuinews.store.database import scalar
from tuinews.store.merge import listings
from tuinews.store.tables import articles, sources, status, tags

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
    what its feed said of it where that is all there is.
    """

    saved: SavedArticle
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
    is_kept = scalar(sql, "select kept from status where entry_id = ?", (entry_id,))
    if one.article is not None and not is_kept:
        articles.keep(sql, entry_id, one.article, saved.added or now)
