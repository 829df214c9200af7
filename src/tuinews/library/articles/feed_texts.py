"""The feed's own texts: what is a whole article among them is kept at once, so that it can be read offline."""

import re
from collections.abc import Sequence

from tuinews.errors import ExtractError
from tuinews.late import late_pattern
from tuinews.library.articles.opening import SUBSTANTIAL, ArticleOpener, completed
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.article import Article
from tuinews.store.store import Store

_LONG = 2000
"""Characters from which a text is an article however it ends."""

_AT_ONCE = 50
"""Texts that are kept in one transaction."""

_MORE = (
    "read more|read on|read the full|read the rest|continue reading|keep reading|weiterlesen|mehr lesen|"
    "lire la suite|lire plus|leer m[aá]s|seguir leyendo|leia mais|ler mais|continua a leggere|leggi tutto|"
    "lees meer|lees verder|läs mer|les mer|læs mere|lue lisää|czytaj dalej|czytaj więcej|číst dál|devamını oku|"
    "читать далее|читать полностью|читати далі|đọc tiếp|xem thêm|xem tiếp|続きを読む|もっと読む|阅读全文|阅读更多|"
    "查看全文|繼續閱讀|계속 읽기|더 보기"
)
_GOES_ON = late_pattern(
    rf"(?:…|\.\.\.)[\])\s]*$|^[^«]{{1,60}}(?:»|>>)$|→$|(?:^|[…\]).]\s*)[(\[]?(?:{_MORE}).{{0,200}}$", re.IGNORECASE
)
"""The last line of a teaser: cut off, or a link to the rest."""
_FOOT = late_pattern(r"^The post .{1,300} appeared first on .{1,100}\.?$")
"""What WordPress puts below each entry of a feed, whole or cut."""


def is_whole(article: Article) -> bool:
    """Whether a feed's own text is the article, as far as it can tell: long enough, and not cut off."""
    lines = [line for line in article.text.split("\n") if line.strip() and not _FOOT.match(line)]
    length = sum(map(len, lines))
    return length >= _LONG or (length >= SUBSTANTIAL and not _GOES_ON.search(lines[-1].strip()))


class FeedTexts:
    """Looks through what the feeds themselves gave, each text once."""

    def __init__(self, store: StoreThread, reading: ArticleOpener) -> None:
        self._store, self._reading = store, reading

    async def keep(self, source_id: int) -> None:
        """Keep the texts of a source that are articles. Raises StoreError."""
        if not self._store.store.read_only:
            await self.keep_of(await self._store(Store.unexamined_texts, source_id))

    async def keep_of(self, ids: Sequence[int]) -> None:
        """Keep those texts of entries that are articles. Raises StoreError."""
        if self._store.store.read_only:
            return
        for start in range(0, len(ids), _AT_ONCE):
            examined = await self._examined(ids[start : start + _AT_ONCE])
            await self._store.grouped(Store.keep_own_texts, examined, utc_now())

    async def _examined(self, ids: Sequence[int]) -> dict[int, Article | None]:
        found: dict[int, Article | None] = dict.fromkeys(ids)
        for row in await self._store(Store.rows, ids):
            content = await self._store(Store.feed_content, row.id)
            try:
                article = await self._reading.preview(row, content)
            except ExtractError:
                continue
            # An entry without a page has no more than this.
            if is_whole(article) or (row.url is None and article.document.blocks):
                found[row.id] = completed(article, row)
        return found
