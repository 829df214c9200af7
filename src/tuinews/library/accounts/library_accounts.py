"""What a screen or a command may ask of the accounts of a library."""

from collections.abc import Awaitable, Callable, Sequence

from tuinews.late import late_imports
from tuinews.library.store_thread import StoreThread
from tuinews.store.store import Store

with late_imports(__name__):
    from tuinews.library.online import OnlineServices
    from tuinews.model.accounts.account import Account, AccountStatus, NewAccount
    from tuinews.model.accounts.sync_result import SyncResult


class LibraryAccounts:
    """The accounts on servers. `online` gives what talks to these, imported at its first use."""

    def __init__(self, store: StoreThread, online: Callable[[], Awaitable["OnlineServices"]]) -> None:
        self._store, self._online = store, online

    async def every(self) -> list[AccountStatus]:
        """All accounts, each with its numbers of sources and of marks that wait for its server."""
        return await self._store(Store.accounts)

    async def find(self, wanted: int | str) -> Account:
        """The account of an id, a name or an address; raises NotFoundError."""
        return await self._store(Store.account, wanted)

    async def add(self, new: NewAccount, password: str | None = None) -> Account:
        """Sign in to a server, and keep the account only if that worked. Raises TuinewsError.

        A `password` that was typed stays in memory, or goes into the keyring if the account says so.
        """
        return await (await self._online()).accounts.add(new, password)

    async def give_password(self, account: Account, password: str) -> None:
        """Use a password that was typed, in memory only, as long as the library is open."""
        (await self._online()).accounts.passwords.typed(account, password)

    async def remove(self, wanted: int | str, *, keep_sources: bool) -> int:
        """Forget an account; its sources stay as local ones, or are removed. Returns how many those are.

        Nothing is changed on the server. Raises NotFoundError.
        """
        account = await self.find(wanted)
        return await (await self._online()).accounts.remove(account, keep_sources=keep_sources)

    async def sync(self, accounts: Sequence[Account] | None = None) -> list[SyncResult]:
        """Sync accounts (None: all) with their servers; what failed is in the results."""
        chosen = [one.account for one in await self.every()] if accounts is None else list(accounts)
        return await (await self._online()).sync(chosen)
