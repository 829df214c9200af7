"""The import of saved articles: counted, read, and kept in parts, so that a screen is never kept waiting."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from tuinews.address import canonical
from tuinews.language import _
from tuinews.library.articles.feed_texts import is_whole
from tuinews.library.extraction import Extraction
from tuinews.library.saved.saved_texts import SavedText, summarised, texts_of
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.annotations.highlights import Highlight
from tuinews.model.saved.articles import (
    ImportedArticles,
    SavedArticle,
    SavedArticles,
    SavedOutcome,
    SavingProgram,
)
from tuinews.model.source import NewSource, SourceKind
from tuinews.store.merge.saved_articles import SavedEntry
from tuinews.store.store import Store

_AT_ONCE = 50
"""Articles that are read and kept in one transaction: what an import that is ended has kept, it finds known."""

_ASKED_AT_ONCE = 2000
"""Addresses of which it is asked at once whether they are known."""

_OF_FEEDS = frozenset((SavingProgram.INOREADER, SavingProgram.FRESHRSS, SavingProgram.FEEDLY))
"""Programs that keep what feeds say of an article, which may be its beginning alone."""


def source_of(program: SavingProgram) -> NewSource:
    """The source in which the new articles of a program's export stand; nothing refreshes it."""
    return NewSource(SourceKind.PAGES, program.address, _(program.value))


async def preview(store: StoreThread, found: SavedArticles) -> ImportedArticles:
    """What an import would do; nothing is kept, and nothing fetched."""
    urls = [one.url for one in found.articles if one.url]
    known: set[str] = set()
    for start in range(0, len(urls), _ASKED_AT_ONCE):
        part = urls[start : start + _ASKED_AT_ONCE]
        known |= await store(Store.known_addresses, found.program.address, part)
    new = {canonical(url) for url in urls if url not in known}
    return _imported(found, SavedOutcome(len(new), len(urls) - len(new)), None)


class SavedImporter:
    """Brings saved articles into the library; it fetches nothing."""

    def __init__(self, store: StoreThread, extraction: Extraction) -> None:
        self._store, self._extraction = store, extraction

    async def run(self, found: SavedArticles, tell: Callable[[int], None]) -> ImportedArticles:
        """Keep the articles of an export that have an address; `tell` is given how many are done.

        Raises StoreError. What is ended in the middle has kept a part; the same import again keeps the rest.
        """
        new = known = 0
        with_address = [one for one in found.articles if one.url]
        for start in range(0, len(with_address), _AT_ONCE):
            part = await self._read(found.program, with_address[start : start + _AT_ONCE])
            outcome = await self._store(Store.keep_saved, source_of(found.program), part, utc_now())
            new, known = new + outcome.new, known + outcome.known
            tell(new + known)
        source = await self._store(Store.source_of_address, found.program.address)
        return _imported(found, SavedOutcome(new, known), source.id if source else None)

    async def _read(self, program: SavingProgram, saved: Sequence[SavedArticle]) -> list[SavedEntry]:
        of_feeds = program in _OF_FEEDS
        texts = await self._extraction.extract(texts_of, saved, of_feeds=of_feeds)
        now = utc_now()
        return [_entry(one, text, now, of_feeds=of_feeds) for one, text in zip(saved, texts, strict=True)]


def _entry(saved: SavedArticle, text: SavedText, now: datetime, *, of_feeds: bool) -> SavedEntry:
    whole, article = summarised(saved, text.article), text.article
    times = (one.made or saved.added or now for one in saved.highlights)
    marked = zip(text.quotations, times, strict=True)
    highlights = tuple(Highlight(quotation=words, made=made) for words, made in marked)
    if article is not None and of_feeds and not is_whole(article):
        # A teaser: it is shown until the page is asked for.
        return SavedEntry(whole, highlights, content=saved.html)
    return SavedEntry(whole, highlights, replace(article, url=saved.url) if article else None)


def _imported(found: SavedArticles, outcome: SavedOutcome, source_id: int | None) -> ImportedArticles:
    total = len(found.articles)
    return ImportedArticles(
        found.program,
        total,
        outcome.new,
        outcome.known,
        total - outcome.new - outcome.known,
        sum(one.html is not None for one in found.articles if one.url),
        found.is_cut,
        source_id,
    )
