"""What the library answers of its accounts; a base of `Library`."""

from collections.abc import Sequence

from tuinews.late import late_imports
from tuinews.library.standing.library_queries import LibraryQueries
from tuinews.store.store import Store

with late_imports(__name__):
    from tuinews.model.accounts.account import Account, AccountStatus, NewAccount
    from tuinews.model.accounts.sync_result import SyncResult


class LibraryAccounts(LibraryQueries):
    """The accounts of a library that is open."""

    async def accounts(self) -> list[AccountStatus]:
        """The accounts, with their numbers of sources and of marks that wait for their servers."""
        return await self._store(Store.accounts)

    async def account(self, wanted: int | str) -> Account:
        """The account of an id, a name or an address; raises NotFoundError."""
        return await self._store(Store.account, wanted)

    async def add_account(self, new: NewAccount, password: str | None = None) -> Account:
        """Sign in to a server, and keep the account only where that went well. Raises TuinewsError.

        A `password` that was typed is kept nowhere but in memory, or in the keyring where the account says so.
        """
        return await (await self._online()).accounts.add(new, password)

    async def give_password(self, account: Account, password: str) -> None:
        """Use a password that was typed, in memory alone, as long as the library is open."""
        (await self._online()).accounts.passwords.typed(account, password)

    async def remove_account(self, wanted: int | str, *, keep_sources: bool) -> int:
        """Forget an account; its sources stay as local ones, or are taken off. How many those are.

        Nothing is changed on the server. Raises NotFoundError.
        """
        account = await self.account(wanted)
        return await (await self._online()).accounts.remove(account, keep_sources=keep_sources)

    async def sync(self, accounts: Sequence[Account] | None = None) -> list[SyncResult]:
        """Bring accounts (None: all) into step with their servers; what failed is in the results."""
        chosen = [one.account for one in await self.accounts()] if accounts is None else list(accounts)
        return await (await self._online()).sync(chosen)
