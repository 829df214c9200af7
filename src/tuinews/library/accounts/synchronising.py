"""One account brought into step with its server, in an order in which nothing can be lost.

What was marked and arranged here goes there first. Then all lists of the server are read to their ends, before
anything is written here; what it changed since both agreed is taken over at once, and the entries that are missing
come in batches. Wherever that is broken off, the next time does what is left.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from tuinews.errors import FetchError, TuinewsError
from tuinews.language import _
from tuinews.library.accounts.sending import send_marks
from tuinews.library.accounts.server import UNSUPPORTED, AccountServer
from tuinews.library.standing.edits import tag_name
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.accounts.account import Account
from tuinews.model.accounts.kept_state import KeptSource
from tuinews.model.accounts.server_state import ServerMarks, ServerSource
from tuinews.model.accounts.sync_result import SyncResult
from tuinews.store.store import Store

_FEW = 2
"""Subscriptions that may all be gone at once; that more of them are is not believed."""

_NOT_TAKEN = range(400, 429)

TellChanged = Callable[[Sequence[int]], None]
"""Is told the ids of sources that got something new, as it comes."""


class Synchroniser:
    """Brings one account into step once; it is due again after `interval`."""

    def __init__(
        self, store: StoreThread, account: Account, server: AccountServer, tell: TellChanged, interval: timedelta
    ) -> None:
        self._store, self._account, self._server, self._tell = store, account, server, tell
        self._interval = interval
        self._changed: dict[int, None] = {}
        self._new = 0

    async def run(self) -> SyncResult:
        """Bring it into step. Raises FetchError, StoreError; what was done up to then is kept and stays right."""
        started = time.monotonic()
        sent = await send_marks(self._store, self._account, self._server)
        refused = await self._send_subscriptions()
        there = await self._server.sources()
        await self._check_still(there)
        said = _usable(await self._server.marks())
        await self._store(Store.take_over_state, self._account, there, said, utc_now())
        await self._bring(said)
        now = utc_now()
        await self._store(Store.note_synced, self._account.id, now, now + self._interval)
        return SyncResult(
            await self._store(Store.account, self._account.id),
            new=self._new,
            sent=sent,
            waiting=len(await self._store(Store.pending_marks, self._account.id)),
            changed=tuple(self._changed),
            refused=tuple(refused),
            seconds=time.monotonic() - started,
        )

    async def _send_subscriptions(self) -> list[str]:
        """Say there what was removed, renamed, moved and added here; the addresses that the server refuses."""
        for kept in await self._store(Store.account_sources, self._account):
            try:
                await self._send_change(kept)
            except FetchError as error:
                if error.status != UNSUPPORTED:  # else it stays as it was made here, for here alone
                    raise
        refused: list[str] = []
        for one in await self._store(Store.unshared_sources, self._account):
            try:
                there = await self._server.subscribe(one.url, one.title, one.folder)
            except FetchError as error:
                if error.status not in _NOT_TAKEN:
                    raise
                refused.append(one.url)
                continue
            agreed = replace(there, title=one.title, folder=one.folder)
            await self._store(Store.agree_source, self._account, one.source_id, agreed)
        return refused

    async def _send_change(self, kept: KeptSource) -> None:
        if kept.is_removed:
            await self._server.unsubscribe(kept.server_id)
            await self._store(Store.forget_subscription, self._account, kept.server_id)
        elif (kept.title, kept.folder) != (kept.agreed_title, kept.agreed_folder):
            await self._arrange(kept)

    async def _arrange(self, kept: KeptSource) -> None:
        wanted = ServerSource(kept.server_id, kept.url, kept.title, kept.folder)
        await self._server.arrange(wanted)
        await self._store(Store.agree_source, self._account, kept.source_id, wanted)

    async def _check_still(self, there: Sequence[ServerSource]) -> None:
        """Raises FetchError if a server that had subscriptions lists none: that empties no account."""
        known = await self._store(Store.account_sources, self._account)
        if not there and len(known) > _FEW:
            raise FetchError(
                self._account.name,
                _("the server lists no subscriptions any more; nothing was changed here"),
                _("look at them in a browser"),
            )

    async def _bring(self, said: ServerMarks) -> None:
        """Fetch what is missing here, the newest first, and keep each batch as it comes."""
        newest_first = sorted(said.wanted, key=lambda one: (len(one), one), reverse=True)
        missing = await self._store(Store.unknown_entries, self._account.id, newest_first)
        if not missing:
            return
        async for batch in self._server.entries(missing):
            new = await self._store(Store.record_account_entries, self._account, batch, said, utc_now())
            changed = dict.fromkeys(row.source_id for row in await self._store(Store.rows, new))
            self._new += len(new)
            self._changed |= changed
            if changed:
                self._tell(tuple(changed))


def _usable(said: ServerMarks) -> ServerMarks:
    """The marks with those labels alone that can be tags here as they are called there."""
    return replace(said, labels={name: ids for name, ids in said.labels.items() if _is_tag(name)})


def _is_tag(name: str) -> bool:
    try:
        return tag_name(name) == name
    except TuinewsError:
        return False
