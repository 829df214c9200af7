"""The pauses that hosts asked for, kept in the library, so that every process keeps to them."""

from contextlib import suppress
from datetime import datetime

from tuinews.errors import StoreError
from tuinews.library.store_thread import StoreThread
from tuinews.store.store import Store


class KeptPauses:
    """`web.host_limits.SharedPauses` in the library's file. Where that fails, each process has its own."""

    def __init__(self, store: StoreThread) -> None:
        self._store = store

    async def until(self, host: str) -> datetime | None:
        """The moment (UTC) until which `host` must not be asked, or None."""
        with suppress(StoreError):
            return await self._store(Store.pause_of, host)
        return None

    async def keep(self, host: str, until: datetime) -> None:
        """Keep a pause at once: another process may be about to ask."""
        with suppress(StoreError):
            await self._store(Store.keep_pauses, {host: until})
