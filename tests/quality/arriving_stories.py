"""The pairs as a library tells them: each entry arrives in its turn from its source, and joins a story or not."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from tuinews.model.article import Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.when import When
from tuinews.store.store import Store

Told = tuple[str, str]
"""An entry as this file knows it: when it was published and its title."""


def stories(entries: Iterable[Mapping[str, str]], with_texts: bool, directory: Path) -> dict[Told, int]:
    """The number of the story of every entry that tells one with others; a text comes right behind its entry."""
    inorder = sorted(entries, key=_moment)
    begun = _moment(inorder[0])
    store = Store.open(directory, begun)
    try:
        sources = {
            name: store.add_source(
                NewSource(SourceKind.FEED, f"https://{n}.example/rss", name), _moment(inorder[0])
            )
            for n, name in enumerate(dict.fromkeys(entry["source"] for entry in inorder))
        }
        ids: dict[Told, int] = {}
        for number, one in enumerate(inorder):
            entry = Entry(
                f"id{number}",
                one["title"],
                f"https://{number}.example/",
                one["summary"],
                published=When(_moment(one)),
            )
            refreshed = Refreshed(Listing((entry,)), _moment(one))
            (entry_id,) = store.record_listing(sources[one["source"]].id, refreshed)
            ids[one["published"], one["title"]] = entry_id
            if with_texts and "text" in one:
                text = Document((Paragraph((Span(one["text"]),)),))
                store.keep_article(entry_id, Article(entry.url, one["title"], text), _moment(one))
        rows = {row.id: row.story for row in store.rows(list(ids.values()))}
    finally:
        store.close()
    return {told: story.id for told, entry_id in ids.items() if (story := rows[entry_id]) is not None}


def _moment(entry: Mapping[str, str]) -> datetime:
    return datetime.fromisoformat(entry["published"])
