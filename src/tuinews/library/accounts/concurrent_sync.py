"""Accounts that are brought into step beside a refresh of sources, and both as one to whoever watches."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from tuinews.library.accounts.account_services import AccountServices
from tuinews.library.sources.refresh_tally import Report
from tuinews.library.store_thread import StoreThread
from tuinews.model.accounts.account import Account
from tuinews.model.accounts.sync_result import SyncResult
from tuinews.model.refresh import Failure, RefreshProgress, RefreshResult


class ConcurrentSync:
    """Syncs accounts for the length of a block, at whose end they are done; each counts as a source."""

    def __init__(
        self, store: StoreThread, services: AccountServices, accounts: Sequence[Account], report: Report
    ) -> None:
        self._store, self._services, self._accounts, self._report = store, services, accounts, report
        self._last = RefreshProgress(0, 0)
        self._changed: dict[int, None] = {}
        self._running: asyncio.Task[list[SyncResult]] | None = None
        self.results: list[SyncResult] = []

    async def __aenter__(self) -> "ConcurrentSync":
        self._running = asyncio.create_task(self._sync_all())
        return self

    async def __aexit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._running is not None:
            if kind is not None:
                self._running.cancel()
            await asyncio.wait([self._running])
            if kind is None:
                self._running.result()

    def report(self, progress: RefreshProgress) -> None:
        """Tell how far the sources are, with the accounts."""
        self._last = progress
        self._tell()

    def joined(self, *parts: RefreshResult) -> RefreshResult:
        """What the refreshes brought, with the accounts among the sources."""
        first, *more = parts
        failures = tuple(_failure(one) for one in self.results if one.error)
        return replace(
            first,
            sources=first.sources + len(self.results),
            failed=first.failed + failures,
            new_entries=first.new_entries + sum(one.new for one in self.results),
            articles=first.articles + sum(one.articles for one in more),
            articles_failed=first.articles_failed + sum(one.articles_failed for one in more),
            seconds=first.seconds + sum(one.seconds for one in more),
            offline=all(one.offline for one in self.results) and (first.offline or not first.sources),
            left_out=first.left_out + sum(one.left_out for one in more),
            received=first.received + sum(one.received for one in more),
            elsewhere=first.elsewhere + sum(one.elsewhere for one in self.results),
        )

    async def _sync_all(self) -> list[SyncResult]:
        for result in asyncio.as_completed([self._services.sync(one, self._note) for one in self._accounts]):
            self.results.append(await result)
            self._tell()
        return self.results

    def _note(self, changed: Sequence[int]) -> None:
        self._changed |= dict.fromkeys(changed)
        self._tell()

    def _tell(self) -> None:
        done, last = len(self.results), self._last
        failed = tuple(_failure(one) for one in self.results if one.error)
        changed = (*last.changed, *self._changed)
        total = last.total + len(self._accounts)
        self._report(
            replace(last, done=last.done + done, total=total, failed=last.failed + failed, changed=changed)
        )


def _failure(one: SyncResult) -> Failure:
    """An account that failed, in the place of a source; no source has its number."""
    account = one.account
    return Failure(-account.id, account.name, account.address, one.error or "", account.id)
