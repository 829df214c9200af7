"""Articles as they are read: without the lines that their site repeats; what is kept stays whole."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from tuinews.errors import StoreError
from tuinews.late import late_imports
from tuinews.library.store_thread import StoreThread
from tuinews.model.article import Article
from tuinews.model.kept_article import ArticleLines, KeptArticle
from tuinews.store.store import Store

with late_imports(__name__):
    from tuinews.extract import recurring


class RepeatedLines:
    """Learns what each site repeats from the articles that are kept, and leaves it out of those that are read."""

    def __init__(self, store: StoreThread) -> None:
        self._store = store
        self._learning: set[asyncio.Task[None]] = set()

    async def without(self, kept: KeptArticle) -> KeptArticle:
        """A kept article as it is read.

        A text that a person chose (the whole page, another candidate, by a rule) is left as it is. What is not
        remembered yet, as in a library of an older version, is learnt beside.
        """
        if not kept.article.kind.is_automatic:
            return kept
        memory = await self._store(Store.site_memory, kept.entry_id)
        if all(one.article != kept.entry_id for one in memory.articles):
            self._learn_beside(kept.entry_id)
        # Off the loop: an article of ten thousand paragraphs takes a quarter of a second.
        read = await asyncio.to_thread(recurring.shortened, kept.article, memory, kept.entry_id)
        if not read.left_out:
            return kept
        return replace(kept, article=read.article, left_out=read.left_out, whole=kept.article)

    async def repeated(self, entry_id: int, *versions: Article) -> frozenset[str]:
        """The lines of versions of an article that its site repeats."""
        memory = await self._store(Store.site_memory, entry_id)

        def found() -> frozenset[str]:
            return frozenset(
                line
                for version in versions
                for line in set(version.document.lines).difference(
                    recurring.shortened(version, memory, entry_id).article.document.lines
                )
            )

        return await asyncio.to_thread(found) if memory.articles else frozenset()

    async def keep_again(self, entry_id: int, article: Article, fetched: datetime) -> None:
        """Keep an article in the place of another, with its lines. Raises StoreError."""
        before = await self._store(Store.article, entry_id)
        repeated = await self.repeated(entry_id, before.article, article) if before else frozenset()
        lines = await asyncio.to_thread(_lines_of, article, entry_id)
        await self._store.grouped(Store.keep_article, entry_id, article, fetched, repeated, lines)

    async def close(self) -> None:
        """Wait for what is being learnt."""
        await asyncio.gather(*self._learning, return_exceptions=True)

    async def _learn_others(self, entry_id: int) -> None:
        """Remember the articles of an entry's source that are kept and not remembered yet."""
        learned: list[ArticleLines] = []
        with suppress(StoreError):  # they are learnt with the next article
            for one in await self._store(Store.unlearned, entry_id):
                kept = await self._store(Store.article, one)
                if kept is not None:
                    learned.append(await asyncio.to_thread(recurring.lines_of, kept.article, one))
            if learned:
                await self._store(Store.learn_lines, learned)

    def _learn_beside(self, entry_id: int) -> None:
        if self._store.store.read_only or self._learning:
            return
        task = asyncio.create_task(self._learn_others(entry_id), name=f"lines of the source of {entry_id}")
        self._learning.add(task)
        task.add_done_callback(self._learning.discard)


def kept_first(
    store: Store, entry_id: int, article: Article, fetched: datetime, lines: ArticleLines | None = None
) -> bool:
    """Keep an article with its lines where none of that entry is kept; whether that was so. Raises StoreError.

    `lines` are those of its document, where they are known. One piece of work for the store's thread, since each
    wait for a thread costs the loop as much as a small query.
    """
    if store.article(entry_id) is not None:
        return False
    store.keep_article(entry_id, article, fetched, lines=_lines_of(article, entry_id, lines))
    return True


def _lines_of(article: Article, entry_id: int, known: ArticleLines | None = None) -> ArticleLines | None:
    """What is remembered of an article; nothing of the whole page, and of what else a person chose."""
    if not article.kind.is_automatic:
        return None
    return recurring.lines_of(article, entry_id) if known is None else replace(known, article=entry_id)
