"""Which of the texts of an article is the one to be read: as its source's options say."""

from dataclasses import replace

from tuinews.library.store_thread import StoreThread
from tuinews.model.article import TextKind
from tuinews.model.kept_article import KeptArticle
from tuinews.model.sources.options import TextChoice
from tuinews.store.store import Store


async def kept_as_wanted(store: StoreThread, entry_id: int) -> KeptArticle | None:
    """The kept article of an entry, None if none is kept or another of its texts is wanted.

    Where the page is wanted and the feed's own text is kept, that stands until the page is here. A text that a
    person chose for this one article stays.
    """
    kept = await store(Store.article, entry_id)
    if kept is None or not kept.article.kind.is_automatic:
        return kept
    wanted = await store(Store.wanted_text, entry_id)
    if wanted is TextChoice.PAGE and kept.article.kind is TextKind.FEED and kept.article.url:
        return replace(kept, awaits_page=True)
    if wanted is TextChoice.FEED and kept.article.kind is not TextKind.FEED:
        return None if await store(Store.feed_content, entry_id) else kept
    return kept
