"""Articles that no listing brought: pages read by their own address, files, the guide edition."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from tuinews.address import canonical
from tuinews.language import N_, _
from tuinews.library.store_thread import StoreThread
from tuinews.model.article import Article
from tuinews.model.entry import Entry, Listing
from tuinews.model.kept_article import KeptArticle
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, Source, SourceKind
from tuinews.store.store import Store

READ_PAGES = NewSource(SourceKind.PAGES, "tuinews:pages", N_("Pages"))
"""The source of the articles that were read by their own address."""


async def keep_pages(store: StoreThread, where: NewSource, articles: Sequence[Article], now: datetime) -> Source:
    """Keep `articles`, each with an address, as entries of the source `where`, which nothing refreshes."""
    source = await store(Store.add_source, where, now)
    entries = tuple(_entry(article) for article in articles)
    await store(Store.record_listing, source.id, Refreshed(Listing(entries), now))
    for article in articles:
        row = await store(Store.find_entry, article.url or "")
        await store(Store.keep_article, row.id, article, now)
    return await store(Store.source, source.id)


async def keep_page(store: StoreThread, article: Article, now: datetime) -> KeptArticle:
    """Keep one article that was read by its own address; returns it with its id."""
    await keep_pages(store, replace(READ_PAGES, title=_(READ_PAGES.title)), [article], now)
    row = await store(Store.find_entry, article.url or "")
    return await store(Store.article, row.id) or KeptArticle(row.id, article, now)


def _entry(article: Article) -> Entry:
    url = article.url or ""
    return Entry(
        canonical(url),
        article.title,
        url,
        article.lead,
        article.published,
        authors=article.authors,
        lang=article.lang,
    )
