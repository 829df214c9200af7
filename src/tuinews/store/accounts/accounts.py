"""The table `account`: which there are, and how they fared last."""

import sqlite3
from datetime import datetime

from tuinews.errors import NotFoundError, Remedy
from tuinews.folding import fold
from tuinews.language import _
from tuinews.model.accounts.account import Account, AccountStatus, NewAccount, ServerKind
from tuinews.store import codec
from tuinews.store.encodings import FAILURE, FLAG, MOMENT_OR_NONE, TEXT_OR_NONE, TEXTS, member_of
from tuinews.store.statements import scalar, scalars
from tuinews.store.tables import sources
from tuinews.store.tables.columns import Column, Columns, assignments, insert

ACCOUNT = Columns(
    (
        Column("id"),
        Column("kind", member_of(ServerKind)),
        Column("address"),
        Column("user"),
        Column("name"),
        Column("password_command", TEXTS),
        Column("password_variable", TEXT_OR_NONE),
        Column("keyring", FLAG),
        Column("synced", MOMENT_OR_NONE),
        Column("error", FAILURE),
    )
)
"""What is known of an account."""

_NEW = ACCOUNT.of(NewAccount)


def every(sql: sqlite3.Connection) -> list[Account]:
    """All accounts, in the order in which they were added."""
    rows = sql.execute(f"select {ACCOUNT.selected} from account order by id")
    return [Account(**values) for values in ACCOUNT.read(rows)]


def statuses(sql: sqlite3.Connection) -> list[AccountStatus]:
    """All accounts with their numbers of sources and of marks that wait."""
    shared = dict(
        sql.execute(
            "select account_id, count(distinct source_id) from account_source a "
            "join source s on s.id = a.source_id where s.removed_at is null group by account_id"
        ).fetchall()
    )
    waiting = dict(sql.execute("select account_id, count(*) from account_journal group by account_id").fetchall())
    return [AccountStatus(one, shared.get(one.id, 0), waiting.get(one.id, 0)) for one in every(sql)]


def find(sql: sqlite3.Connection, wanted: int | str) -> Account:
    """The account of an id, a name or an address; raises NotFoundError."""
    known = every(sql)
    found = [one for one in known if str(one.id) == str(wanted)]
    found += [one for one in known if fold(one.name) == fold(str(wanted)) or one.address == wanted]
    if not found:
        raise NotFoundError(_("the account"), _("the library has none of that name"), Remedy.LISTED_ACCOUNTS)
    return found[0]


def add(sql: sqlite3.Connection, new: NewAccount) -> Account:
    """Keep an account; one of the same address and user takes on what is set anew."""
    known = scalar(sql, "select id from account where address = ? and user = ?", (new.address, new.user))
    if known is None:
        return find(sql, insert(sql, "account", _NEW.written(new)))
    values = {name: value for name, value in _NEW.written(new).items() if name != "name"}
    sql.execute(f"update account set {assignments(values)} where id = :id", {**values, "id": known})
    return find(sql, int(known))


_ITS_SOURCES = "id in (select source_id from account_source where account_id = ?)"


def note_synced(sql: sqlite3.Connection, account_id: int, now: datetime, due: datetime) -> None:
    """An account is in step with its server, and its sources are due with it."""
    seconds = codec.seconds(now)
    sql.execute("update account set synced = ?, error = null where id = ?", (seconds, account_id))
    sql.execute(
        f"update source set last_refresh = ?, next_refresh = ?, error = null, failing_since = null "
        f"where {_ITS_SOURCES}",
        (seconds, codec.seconds(due), account_id),
    )


def note_failure(sql: sqlite3.Connection, account_id: int, error: str, now: datetime, due: datetime) -> None:
    """An account could not be brought into step `now`, and why: so it is for each of its sources."""
    [kept] = FAILURE.write(error)
    sql.execute("update account set error = ? where id = ?", (kept, account_id))
    sql.execute(
        "update source set error = ?, next_refresh = ?, failing_since = coalesce(failing_since, ?) "
        f"where {_ITS_SOURCES}",
        (kept, codec.seconds(due), codec.seconds(now), account_id),
    )


def follow_folder(sql: sqlite3.Connection, before: str | None, after: str | None) -> None:
    """The folder of an account got another path: so the account is called from then on."""
    if before and after:
        sql.execute("update account set name = ? where name = ?", (after, before))


def remove(sql: sqlite3.Connection, account_id: int, now: datetime, *, keep_sources: bool) -> int:
    """Forget an account; its sources stay as local ones, or are taken off. How many sources that were.

    Those that were here before the account stay in any case.
    """
    there = "select source_id from account_source where account_id = ?"
    own = scalars(
        sql,
        f"select id from source where removed_at is null and id in ({there} group by source_id "
        "having max(was_here) = 0) and id not in (select source_id from account_source where account_id <> ?)",
        (account_id, account_id),
    )
    sql.execute("delete from account where id = ?", (account_id,))
    if keep_sources:
        well = "update source set next_refresh = null, error = null, failing_since = null where id = ?"
        sql.executemany(well, [(i,) for i in own])
    else:
        sources.remove(sql, own, now)
    return len(own)
