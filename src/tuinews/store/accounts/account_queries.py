"""The queries of accounts, a base of `StoreReader`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tuinews.late import late
from tuinews.model.accounts.account import Account, AccountStatus
from tuinews.model.accounts.kept_state import KeptSource, PendingMark, UnsharedSource
from tuinews.store.database import Database

if TYPE_CHECKING:
    from tuinews.store.accounts import accounts, entry_links, journal, subscriptions
else:
    accounts, entry_links, journal, subscriptions = late(
        "tuinews.store.accounts", "accounts", "entry_links", "journal", "subscriptions"
    )


class AccountQueries:
    """What is asked of accounts. Every method may raise StoreError."""

    _database: Database

    def accounts(self) -> list[AccountStatus]:
        """All accounts, with their numbers of sources and of marks that wait for their servers."""
        with self._database.reading() as sql:
            return accounts.statuses(sql)

    def account(self, wanted: int | str) -> Account:
        """The account of an id, a name or an address; raises NotFoundError."""
        with self._database.reading() as sql:
            return accounts.find(sql, wanted)

    def account_sources(self, account: Account) -> list[KeptSource]:
        """The subscriptions of an account as both sides have them."""
        with self._database.reading() as sql:
            return subscriptions.every(sql, account)

    def unshared_sources(self, account: Account) -> list[UnsharedSource]:
        """The feeds in the folder of an account that its server does not know yet."""
        with self._database.reading() as sql:
            return subscriptions.unshared(sql, account)

    def pending_marks(self, account_id: int) -> list[PendingMark]:
        """The marks that wait for a server, in the order in which they were made first."""
        with self._database.reading() as sql:
            return journal.pending(sql, account_id)

    def unexamined_of_accounts(self) -> list[int]:
        """The entries of all accounts whose own text nobody has looked at yet, the newest first."""
        with self._database.reading() as sql:
            return entry_links.unexamined(sql)

    def is_unexamined(self, entry_id: int) -> bool:
        """Whether an entry has a text of its own that nobody has looked at yet."""
        with self._database.reading() as sql:
            return entry_links.is_unexamined(sql, entry_id)

    def unknown_entries(self, account_id: int, ids: Iterable[str]) -> list[str]:
        """Those of the ids of a server that are no entry here yet, in their order."""
        with self._database.reading() as sql:
            return entry_links.unknown(sql, account_id, ids)
