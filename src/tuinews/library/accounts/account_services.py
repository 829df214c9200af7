"""The accounts of a library with their servers: added, removed, kept in step, each by one process at a time."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit, urlunsplit

from tuinews.address import host_of, join, tidy
from tuinews.errors import FetchError, StoreError, TuinewsError, is_offline
from tuinews.language import _
from tuinews.library.accounts.passwords import Passwords, keep_in_keyring
from tuinews.library.accounts.server import AccountServer, Ask
from tuinews.library.accounts.servers.protocols import server_of
from tuinews.library.accounts.synchronising import Synchroniser, TellChanged
from tuinews.library.accounts.unexpected_answers import no_interface
from tuinews.library.sources.claims import claim_text, is_free
from tuinews.library.sources.edits import folder_path
from tuinews.library.sources.refresh_tally import reason
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.accounts.account import Account, AccountStatus, NewAccount
from tuinews.model.accounts.sync_result import SyncResult
from tuinews.store.store import Store

USUAL_INTERVAL = timedelta(minutes=15)
"""How long after a sync an account is due again by itself, where the settings do not say."""

MARKS_WAIT = timedelta(minutes=1)
"""How long marks wait at most while there is a network."""

_CLAIM = timedelta(minutes=15)


def _tell_nobody(_: Sequence[int]) -> None:
    """A sync that nobody watches."""


class AccountServices:
    """What the library does with accounts. Signed-in sessions are kept while the program runs."""

    def __init__(self, store: StoreThread, ask: Ask) -> None:
        self._store, self._ask = store, ask
        self.passwords = Passwords()
        self._servers: dict[int, AccountServer] = {}
        self._running: dict[int, asyncio.Task[SyncResult]] = {}
        self._tried: dict[int, datetime] = {}
        self._interval = USUAL_INTERVAL

    def use(self, minutes: int) -> None:
        """Go by another interval of the settings; 0 is the usual one."""
        self._interval = timedelta(minutes=minutes) if minutes else USUAL_INTERVAL

    async def add(self, typed: NewAccount, password: str | None) -> Account:
        """Sign in, and keep the account only where that went well; nothing is fetched yet. Raises TuinewsError.

        A `password` that was typed lives as long as the program, or in the keyring where the account says so.
        """
        new = replace(typed, address=_address(typed.address), name=await self._name(typed))
        if password is not None:
            self.passwords.typed(new, password)
        server = server_of(new.kind, self._ask, new.address, new.user, lambda: self.passwords.of(new))
        try:
            await server.sign_in()
        except FetchError as error:
            self.passwords.forget(new)
            self.passwords.forget_typed(new)
            raise await no_interface(self._ask, new.kind, new.address, error) from None
        if new.keyring and password is not None:
            await keep_in_keyring(new, password)
        account = await self._store(Store.add_account, replace(new, address=server.address))
        self._servers[account.id] = server
        return account

    async def remove(self, account: Account, *, keep_sources: bool) -> int:
        """Forget an account here; nothing is changed on its server. How many sources stay or are taken off."""
        self._servers.pop(account.id, None)
        running = self._running.get(account.id)
        if running is not None:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
        return await self._store(Store.remove_account, account.id, utc_now(), keep_sources=keep_sources)

    async def due(self) -> list[Account]:
        """The accounts that are due by themselves now: by the interval, or since marks wait."""
        now = utc_now()
        return [one.account for one in await self._store(Store.accounts) if self._is_due(one, now)]

    async def sync(self, account: Account, tell: TellChanged = _tell_nobody) -> SyncResult:
        """Bring an account into step; what fails is in the result. Who asks meanwhile gets the same result."""
        running = self._running.get(account.id)
        if running is None:
            running = asyncio.create_task(self._sync(account, tell))
            self._running[account.id] = running
            running.add_done_callback(lambda _task: self._running.pop(account.id, None))
        return await asyncio.shield(running)

    async def close(self) -> None:
        """End what is under way."""
        running = tuple(self._running.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _is_due(self, one: AccountStatus, now: datetime) -> bool:
        times = [time for time in (one.account.synced, self._tried.get(one.account.id)) if time]
        wait = MARKS_WAIT if one.waiting else self._interval
        return not times or not timedelta() <= now - max(times) < wait

    async def _sync(self, account: Account, tell: TellChanged) -> SyncResult:
        self._tried[account.id] = utc_now()
        if not await self._claim(account):
            return SyncResult(account, elsewhere=True)
        try:
            server = await self._server(account)
            return await Synchroniser(self._store, account, server, tell, self._interval).run()
        except TuinewsError as error:
            return await self._failed(account, error)
        finally:
            with suppress(StoreError):  # a claim ends by itself
                await self._store(Store.release, [_claimed(account)])

    async def _failed(self, account: Account, error: TuinewsError) -> SyncResult:
        if isinstance(error, FetchError) and error.status in (401, 403):
            self._servers.pop(account.id, None)
            self.passwords.forget(account)
        why = reason(error)
        offline = is_offline(error)
        if not offline:
            with suppress(StoreError):  # the result says it all the same
                now = utc_now()
                await self._store(Store.note_sync_failure, account.id, why, now, now + self._interval)
        waiting = next((a.waiting for a in await self._store(Store.accounts) if a.account.id == account.id), 0)
        return SyncResult(account, error=why, offline=offline, waiting=waiting)

    async def _server(self, account: Account) -> AccountServer:
        server = self._servers.get(account.id)
        if server is None:
            password = self.passwords.of
            server = server_of(account.kind, self._ask, account.address, account.user, lambda: password(account))
            await server.sign_in()
            self._servers[account.id] = server
        return server

    async def _claim(self, account: Account) -> bool:
        """Whether this process may bring the account into step now; another one may be at it."""
        now = utc_now()
        claim = claim_text(now + _CLAIM)
        taken = await self._store(Store.claim, [_claimed(account)], claim, lambda held: is_free(held, now))
        return bool(taken)

    async def _name(self, typed: NewAccount) -> str:
        """What the account is called, and its folder: as was typed, else its host, told apart from others."""
        name = folder_path(typed.name) or host_of(_address(typed.address)).removeprefix("www.")
        others = {
            one.account.name
            for one in await self._store(Store.accounts)
            if (one.account.user, host_of(one.account.address)) != (typed.user, host_of(_address(typed.address)))
        }
        return f"{name} ({typed.user})" if name in others else name


def _claimed(account: Account) -> int:
    """Under which number an account is claimed: sources have the others."""
    return -account.id


def _address(typed: str) -> str:
    """The address of a server as it was typed, https where that was left out. Raises TuinewsError."""
    address = join(None, typed.strip()) if "://" in typed else tidy(typed)
    parts = urlsplit(address or "")
    if address is None or not parts.hostname:
        what, why = _("the address of the server"), _("not a web address")
        raise TuinewsError(what, why, _("use one that begins with https://"))
    # A password in it would be kept with the account.
    bare = parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="")
    return urlunsplit(bare).rstrip("/")
