"""Sites and networks that answer every address with the same words, which are no article then.

Nothing but the words tells: titles such as "7.1" say too little to be missed on a page. What was told to be
another page under one title is so under all; what two entries got, neither of which it names, belongs to neither.
"""

from contextlib import suppress

from tuinews.address import canonical, host_of
from tuinews.errors import StoreError, WallError
from tuinews.extract.article.wall import LONGEST, LONGEST_NAMELESS
from tuinews.folding import key_of
from tuinews.library.store_thread import StoreThread
from tuinews.model.article import Article
from tuinews.model.entry_row import EntryRow
from tuinews.model.page import Wall
from tuinews.store.store import Store

_MOST_SHORT_TEXTS = 200
"""Texts that are remembered, to see whether a site answers each address with the same one."""

_LONGEST_COMPARED = 200_000
"""Letters above which nobody repeats a text for each address."""

_ANYWHERE = 0
"""In place of a source: texts that are none of their entries' own in any source, as a network's sign-in."""

_Place = tuple[int, int]
"""A source and the hash of a text."""


class SameAnswers:
    """Remembers what entries were answered with since the program began."""

    def __init__(self, store: StoreThread) -> None:
        self._store = store
        self._texts: dict[_Place, EntryRow] = {}
        self._shared: set[_Place] = set()

    async def check(self, row: EntryRow, article: Article) -> None:
        """Raises WallError if another entry was answered with the same words, of which nothing is kept then.

        Pages of pictures may share what stands below them.
        """
        text = article.text
        is_titled = key_of(row.title) in key_of(article.title)
        most = LONGEST_NAMELESS if is_titled else _LONGEST_COMPARED
        if not text or len(text) >= most or (is_titled and article.document.figures):
            return
        if not is_titled and len(text) < LONGEST_NAMELESS:
            await self._check_anywhere(row, text)
        first = self._first(row.source_id, text, row)
        is_elsewhere = first.url != row.url
        if len(text) >= LONGEST and (not is_elsewhere or host_of(first.url or "") != host_of(row.url or "")):
            return  # link logs lead to one article of others twice
        if first.title == row.title or (is_titled and not is_elsewhere):
            return
        if is_elsewhere:
            await self._forget_first(first, row.source_id, text)
        raise WallError(row.url or "", Wall.OTHER, text)

    async def note_wall(self, text: str) -> None:
        """A short text that is another page than an entry's: those that were kept under it are forgotten."""
        if not text or len(text) >= LONGEST_NAMELESS:
            return
        known = self._texts.get((_ANYWHERE, hash(text)))
        self._shared.add((_ANYWHERE, hash(text)))
        if known is not None:
            await self._forget_first(known, _ANYWHERE, text)

    async def forget_shared(self, row: EntryRow, article: Article) -> bool:
        """Forget an article that turned out to be the answer to others too; whether it is such a one."""
        if not self._shared:
            return False
        text = article.text
        is_titled = key_of(row.title) in key_of(article.title)
        is_shared = (row.source_id, hash(text)) in self._shared or (
            not is_titled and (_ANYWHERE, hash(text)) in self._shared
        )
        if is_shared:
            with suppress(StoreError):  # it is not shown, though it stays
                await self._store(Store.forget_article, row.id, text)
        return is_shared

    async def _check_anywhere(self, row: EntryRow, text: str) -> None:
        """The same among the entries of all sources, for short texts that name none of those that got them."""
        if (_ANYWHERE, hash(text)) in self._shared:
            raise WallError(row.url or "", Wall.OTHER, text)
        first = self._first(_ANYWHERE, text, row)
        is_other = canonical(first.url or "") != canonical(row.url or "") and first.title != row.title
        if is_other and first.source_id != row.source_id:
            await self._forget_first(first, _ANYWHERE, text)
            raise WallError(row.url or "", Wall.OTHER, text)

    def _first(self, place: int, text: str, row: EntryRow) -> EntryRow:
        """The entry that was first answered so, `row` itself where none was."""
        first = self._texts.setdefault((place, hash(text)), row)
        if len(self._texts) > 2 * _MOST_SHORT_TEXTS:
            del self._texts[next(iter(self._texts))]
        return first

    async def _forget_first(self, first: EntryRow, place: int, text: str) -> None:
        self._shared.add((place, hash(text)))
        with suppress(StoreError):
            await self._store(Store.forget_article, first.id, text)
