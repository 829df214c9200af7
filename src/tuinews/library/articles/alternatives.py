"""The versions of an article's text, through which the reader's `f` steps; the one that is chosen is kept."""

import asyncio
from collections.abc import Iterable

from tuinews.errors import ExtractError, FetchError
from tuinews.library.articles.opening import ArticleOpener
from tuinews.library.shared_tasks import SharedTasks
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.article import Article
from tuinews.model.entry_row import EntryRow
from tuinews.model.kept_article import Alternatives
from tuinews.store.store import Store


class AlternativeTexts:
    """Finds the versions of an entry's text, and keeps those of the last one in memory, since its page is not
    kept."""

    def __init__(self, store: StoreThread, reading: ArticleOpener) -> None:
        self._store, self._reading = store, reading
        self._last: Alternatives | None = None
        self._under_way = SharedTasks[int, Alternatives]()

    async def of(self, entry_id: int) -> Alternatives:
        """Extracted, the feed's own text, the runners-up, the whole page; each text once.

        Where the page cannot be fetched, they are those that are kept, with the reason. Raises FetchError or
        ExtractError if there is none.
        """
        if self._last is not None and self._last.entry_id == entry_id:
            return self._last
        task = self._under_way.get(entry_id)
        if task is None:
            task = self._under_way.begin(entry_id, self._find(entry_id), "alternatives of")
        return await asyncio.shield(task)

    async def choose(self, entry_id: int, article: Article) -> None:
        """Keep one of the versions as the article of its entry."""
        if self._last is not None and self._last.entry_id == entry_id:
            fetched = self._last.fetched
        else:
            kept = await self._store(Store.article, entry_id)
            fetched = kept.fetched if kept else utc_now()
        await self._store(Store.keep_article, entry_id, article, fetched)

    def forget(self) -> None:
        """Fetch the page again the next time."""
        self._last = None

    async def close(self) -> None:
        """Cancel the fetches under way."""
        await self._under_way.close()

    async def _find(self, entry_id: int) -> Alternatives:
        row = await self._store(Store.find_entry, entry_id)
        own = await self._own_text(row)
        if row.url is None:
            return Alternatives(entry_id, _distinct(own), utc_now())
        try:
            found, fetched = await self._reading.candidates(row)
        except (FetchError, ExtractError) as error:
            kept = await self._store(Store.article, entry_id)
            at_hand = _distinct([kept.article, *own] if kept else own)
            if not at_hand:
                raise
            return Alternatives(entry_id, at_hand, kept.fetched if kept else utc_now(), error)
        self._last = Alternatives(entry_id, _distinct([*found[:1], *own, *found[1:]]), fetched)
        return self._last

    async def _own_text(self, row: EntryRow) -> list[Article]:
        """The feed's own text, where the entry has one; its summary if there is no page at all."""
        content = await self._store(Store.feed_content, row.id)
        return [await self._reading.preview(row, content)] if content or row.url is None else []


def _distinct(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Each text once, the first of those alike."""
    found: dict[str, Article] = {}
    for article in articles:
        found.setdefault(article.text, article)
    return tuple(found.values())
