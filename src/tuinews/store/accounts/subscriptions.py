"""The table `account_source`: which sources are subscriptions on a server, and what each side says of them.

The folder of an account is its name; a folder on the server is one within it. What changed on one side alone since
both agreed is taken over by the other; where both changed, what was set here goes there first. A
source that was here before the account (`was_here`) keeps the name and the place that it has here.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime

from tuinews.model.accounts.account import Account
from tuinews.model.accounts.kept_state import KeptSource, UnsharedSource
from tuinews.model.accounts.server_state import ServerSource
from tuinews.model.source import NewSource, SourceKind
from tuinews.store.statements import scalar, scalars
from tuinews.store.tables import sources
from tuinews.store.tables.columns import insert


def every(sql: sqlite3.Connection, account: Account) -> list[KeptSource]:
    """The subscriptions of an account as both sides have them, those that were removed here among them."""
    rows = sql.execute(
        "select a.server_id, a.source_id, s.url, a.title, a.folder, iif(a.was_here, a.title, s.title), s.folder, "
        "s.removed_at is not null from account_source a join source s on s.id = a.source_id "
        "where a.account_id = ? order by a.rowid",
        (account.id,),
    )
    return [
        KeptSource(server_id, source_id, url, agreed, folder, title, _there(account, here, folder), bool(removed))
        for server_id, source_id, url, agreed, folder, title, here, removed in rows
    ]


def unshared(sql: sqlite3.Connection, account: Account) -> list[UnsharedSource]:
    """The feeds in the folder of an account that its server does not know yet."""
    rows = sql.execute(
        "select id, url, title, folder from source where removed_at is null and kind = ? "
        "and (folder = ? or (folder >= ? and folder < ?)) and url glob 'http*' "
        "and id not in (select source_id from account_source where account_id = ?) order by id",
        (SourceKind.FEED, account.name, f"{account.name}/", f"{account.name}0", account.id),
    )
    return [UnsharedSource(i, url, title, _there(account, folder, None)) for i, url, title, folder in rows]


def agree(sql: sqlite3.Connection, account: Account, source_id: int, there: ServerSource) -> None:
    """A source is that subscription, and the server calls it so."""
    known = sql.execute(
        "update account_source set title = ?, folder = ? where account_id = ? and server_id = ?",
        (there.title, there.folder, account.id, there.id),
    )
    if not known.rowcount:
        row = {"account_id": account.id, "server_id": there.id, "source_id": source_id}
        insert(sql, "account_source", {**row, "title": there.title, "folder": there.folder})


def forget(sql: sqlite3.Connection, account: Account, server_id: str) -> None:
    """A subscription is none any more."""
    sql.execute("delete from account_source where account_id = ? and server_id = ?", (account.id, server_id))


def take_over(sql: sqlite3.Connection, account: Account, there: Sequence[ServerSource], now: datetime) -> None:
    """Make the sources of an account those that its server lists, which is all of its list.

    What was renamed, moved or removed here and is still to be said there stays as it is here.
    """
    known = {one.server_id: one for one in every(sql, account)}
    for one in there:
        kept = known.get(one.id)
        if kept is None:
            _add(sql, account, one, now)
        elif not kept.is_removed:
            _update(sql, account, kept, one)
    listed = {one.id for one in there}
    gone = [one for server_id, one in known.items() if server_id not in listed]
    for lost in gone:
        forget(sql, account, lost.server_id)
    left = set(scalars(sql, "select source_id from account_source"))
    sources.remove(sql, [one.source_id for one in gone if one.source_id not in left and not one.is_removed], now)


def local_ids(sql: sqlite3.Connection, account: Account) -> Mapping[str, int]:
    """The sources of an account by their ids on the server."""
    rows = sql.execute(
        "select server_id, source_id from account_source a join source s on s.id = a.source_id "
        "where account_id = ? and s.removed_at is null",
        (account.id,),
    )
    return dict(rows.fetchall())


def _add(sql: sqlite3.Connection, account: Account, one: ServerSource, now: datetime) -> None:
    holder = sources.holder(sql, one.url)
    is_here = holder is not None and sources.living(sql, holder) is not None
    folder = "/".join(name for name in (account.name, one.folder) if name)
    source = sources.add(sql, NewSource(SourceKind.FEED, one.url, one.title, folder=folder), now)
    if holder is not None and not is_here:
        # It was removed here once, maybe as another account's: it comes back as what the server says.
        sql.execute("update source set title = ?, folder = ? where id = ?", (one.title, folder, source.id))
    row = {"account_id": account.id, "server_id": one.id, "source_id": source.id, "was_here": is_here}
    insert(sql, "account_source", {**row, "title": one.title, "folder": one.folder})


def _update(sql: sqlite3.Connection, account: Account, kept: KeptSource, said: ServerSource) -> None:
    """Three ways by field: what only the server changed is taken over."""
    if said.title != kept.agreed_title and kept.title == kept.agreed_title:
        sql.execute("update source set title = ? where id = ?", (said.title, kept.source_id))
    if said.folder != kept.agreed_folder and kept.folder == kept.agreed_folder and _is_inside(sql, account, kept):
        folder = "/".join(name for name in (account.name, said.folder) if name)
        sql.execute("update source set folder = ? where id = ?", (folder, kept.source_id))
    agree(sql, account, kept.source_id, said)


def _is_inside(sql: sqlite3.Connection, account: Account, kept: KeptSource) -> bool:
    folder = scalar(sql, "select folder from source where id = ?", (kept.source_id,)) or ""
    return f"{folder}/".startswith(f"{account.name}/")


def _there(account: Account, folder: str | None, otherwise: str | None) -> str | None:
    """A folder here as the server has it; what lies outside the account's folder is there as it was."""
    if folder == account.name:
        return None
    if folder is not None and folder.startswith(f"{account.name}/"):
        return folder[len(account.name) + 1 :]
    return otherwise
