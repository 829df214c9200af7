"""The texts that servers gave: the newest are looked through with a sync, the rest behind it, a few at a time.

A first sync brings ten thousand of them, and to read one takes some milliseconds. Nobody waits for them: what is
opened is looked at first, and marks and refreshes go on meanwhile.
"""

import asyncio
import time
from collections.abc import Sequence
from contextlib import suppress

from tuinews.errors import StoreError
from tuinews.library.articles.feed_texts import FeedTexts
from tuinews.library.store_thread import StoreThread
from tuinews.store.store import Store

AT_A_SYNC = 200
"""Texts that are looked through before a sync is over: what a usual one brings."""

_PART = 50
"""Articles whose texts are asked for at once."""


class ServerTexts:
    """Looks through the own texts of the entries of accounts."""

    def __init__(self, store: StoreThread, texts: FeedTexts) -> None:
        self._store, self._texts = store, texts
        self._behind: asyncio.Task[None] | None = None

    async def keep(self) -> None:
        """Look through the newest that nobody has looked at yet; the rest comes behind. Raises StoreError."""
        if self._behind is not None and not self._behind.done():
            return
        ids = await self._store(Store.unexamined_of_accounts)
        await self._texts.keep_of(ids[:AT_A_SYNC])
        if len(ids) > AT_A_SYNC:
            self._behind = asyncio.create_task(self._keep_behind(ids[AT_A_SYNC:]))

    async def look_at(self, entry_id: int) -> None:
        """Look at the text of one entry, since somebody opens it."""
        if not self._store.store.read_only and await self._store(Store.is_unexamined, entry_id):
            await self._texts.keep_of([entry_id])

    async def close(self) -> None:
        """Look no further; the next sync goes on."""
        if self._behind is not None:
            self._behind.cancel()
            await asyncio.gather(self._behind, return_exceptions=True)

    async def _keep_behind(self, ids: Sequence[int]) -> None:
        """A part, then a rest as long as it took, so that at least half of the time is left to others."""
        with suppress(StoreError):  # the next sync tries again
            for start in range(0, len(ids), _PART):
                began = time.monotonic()
                await self._texts.keep_of(ids[start : start + _PART])
                await asyncio.sleep(time.monotonic() - began)
