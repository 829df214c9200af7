"""What was changed in an article since one of its earlier versions, without what its site repeats in either."""

import asyncio
from dataclasses import replace

from tuinews.late import late_imports
from tuinews.library.articles.repeated_lines import RepeatedLines
from tuinews.library.store_thread import StoreThread
from tuinews.model.kept_article import KeptArticle, Revision, RevisionDiff
from tuinews.store.store import Store

with late_imports(__name__):
    from tuinews.typeset.changes import article_changes


async def changes_of(store: StoreThread, lines: RepeatedLines, entry_id: int, back: int) -> RevisionDiff | None:
    """What was changed since the version `back` versions before, or the earliest that is kept; None if there is
    none: the article was never changed, or it is not kept.
    """
    kept = await store(Store.article, entry_id)
    versions = await store(Store.revisions, entry_id)
    if kept is None or not versions:
        return None
    back = max(1, min(back, len(versions)))
    before, now = await lines.without(_as_it_was(kept, versions[back - 1])), await lines.without(kept)
    article = await asyncio.to_thread(article_changes.changed_article, before.article, now.article)
    return RevisionDiff(article, back, len(versions), versions[back - 1].replaced)


def _as_it_was(kept: KeptArticle, version: Revision) -> KeptArticle:
    said = replace(kept.article, title=version.title, lead=version.lead, document=version.document)
    return replace(kept, article=said)
