"""Articles that no listing brought: pages read by their own address, files, the guide edition."""

from collections.abc import Sequence
from datetime import datetime

from tuinews.address import canonical
from tuinews.library.shelf import Shelf
from tuinews.model.article import Article
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.row import KeptArticle
from tuinews.model.source import NewSource, Source, SourceKind
from tuinews.store.store import Store

READ_PAGES = NewSource(SourceKind.PAGES, "tuinews:pages", "Pages")
"""Where articles lie that were read by their own address."""


async def keep_pages(shelf: Shelf, where: NewSource, articles: Sequence[Article], now: datetime) -> Source:
    """Keep `articles`, each with an address, as entries of the source `where`, which nothing refreshes."""
    source = await shelf(Store.add_source, where, now)
    entries = tuple(_entry(article) for article in articles)
    await shelf(Store.record_listing, source.id, Refreshed(Listing(entries), now))
    for article in articles:
        row = await shelf(Store.find_entry, article.url or "")
        await shelf(Store.keep_article, row.id, article, now)
    return await shelf(Store.source, source.id)


async def keep_page(shelf: Shelf, article: Article, now: datetime) -> KeptArticle:
    """Keep one article that was read by its own address; returns it with its id."""
    await keep_pages(shelf, READ_PAGES, [article], now)
    row = await shelf(Store.find_entry, article.url or "")
    return await shelf(Store.article, row.id) or KeptArticle(row.id, article, now)


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
