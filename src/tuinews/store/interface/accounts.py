"""Accounts and what is kept in step with their servers: queries and changes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from tuinews.late import late_imports
from tuinews.store.interface.connected import Changes, Queries

with late_imports(__name__):
    from tuinews.model.accounts.account import Account, AccountStatus, NewAccount
    from tuinews.model.accounts.kept_state import KeptSource, PendingMark, UnsharedSource
    from tuinews.model.accounts.server_state import ServerEntry, ServerMarks, ServerSource
    from tuinews.store.accounts import accounts, entry_links, journal, subscriptions
    from tuinews.store.merge import listings


class AccountQueries(Queries):
    """The queries about accounts."""

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


class AccountChanges(Changes):
    """The changes of accounts and of what is kept in step with their servers."""

    def add_account(self, new: NewAccount) -> Account:
        """Keep an account; one of the same address and user takes on what is set anew."""
        with self._marking() as sql:
            return accounts.add(sql, new)

    def remove_account(self, account_id: int, now: datetime, *, keep_sources: bool) -> int:
        """Forget an account; its sources stay as local ones, or are taken off; how many those are."""
        with self._marking() as sql:
            return accounts.remove(sql, account_id, now, keep_sources=keep_sources)

    def note_synced(self, account_id: int, now: datetime, due: datetime) -> None:
        """An account is in step with its server, and is due again at `due`."""
        with self._database.writing() as sql:
            accounts.note_synced(sql, account_id, now, due)

    def note_sync_failure(self, account_id: int, error: str, now: datetime, due: datetime) -> None:
        """An account could not be brought into step, why, and when it is tried again by itself."""
        with self._database.writing() as sql:
            accounts.note_failure(sql, account_id, error, now, due)

    def acknowledge(self, account_id: int, taken: Sequence[PendingMark]) -> None:
        """The server has taken these marks; what was marked otherwise meanwhile still waits."""
        with self._database.writing() as sql:
            journal.acknowledge(sql, account_id, taken)

    def agree_source(self, account: Account, source_id: int, there: ServerSource) -> None:
        """A source is that subscription, and the server calls it so."""
        with self._database.writing() as sql:
            subscriptions.agree(sql, account, source_id, there)

    def forget_subscription(self, account: Account, server_id: str) -> None:
        """A subscription is none any more."""
        with self._database.writing() as sql:
            subscriptions.forget(sql, account, server_id)

    def take_over_state(
        self, account: Account, there: Sequence[ServerSource], said: ServerMarks, now: datetime
    ) -> None:
        """Take over what the server changed of subscriptions and marks since both agreed last, all or nothing."""
        with self._database.marking() as sql:
            subscriptions.take_over(sql, account, there, now)
            entry_links.apply(sql, account.id, said)

    def record_account_entries(
        self, account: Account, entries: Sequence[ServerEntry], said: ServerMarks, now: datetime
    ) -> list[int]:
        """Keep entries as a server gave them, with the marks that it says they have; the ids of the new ones."""
        by_source: dict[str, list[ServerEntry]] = {}
        for one in entries:
            by_source.setdefault(one.source_id, []).append(one)
        new: list[int] = []
        with self._database.marking() as sql:
            here = subscriptions.local_ids(sql, account)
            for server_source, those in by_source.items():
                source_id = here.get(server_source)
                if source_id is not None:
                    # The id of the server is the entry's own within its source.
                    named = {f"{account.id}:{one.id}": one for one in those}
                    found = [replace(one.entry, id=key) for key, one in named.items()]
                    brought = listings.record_brought(sql, source_id, found, now)
                    new += brought.new
                    links = {named[key].id: entry_id for key, entry_id in brought.by_id.items()}
                    entry_links.link(sql, account.id, links, said)
        return new
