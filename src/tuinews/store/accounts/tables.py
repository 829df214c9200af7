"""The tables of accounts, and the triggers by which no mark can be made without its place in the journal.

`account_source` and `account_entry` say which source and entry is which on the server, with what the server said
of it when both were last in agreement. Whatever changes a mark here (a key, undo, a rule, another account), the
triggers write it into `account_journal` in the same transaction, as long as it differs from that agreement. What a
server told is first written into the agreement, so it differs no more and goes nowhere.

`star_listed`, and `listed` of a label, say that the server itself listed the mark once: one that was only sent
there, and may not have been kept, is never taken away here because a list lacks it.
"""

_ANY = "exists (select 1 from account)"
"""Asked first, so that a library without accounts looks for none of their entries at each mark."""

_NOW = "(julianday('now') - 2440587.5) * 86400.0"


def _mark_trigger(mark: str) -> str:
    return f"""
create trigger account_{mark} after update of {mark} on status when new.{mark} <> old.{mark} and {_ANY} begin
    insert into account_journal (account_id, entry_id, mark, label, value, at)
        select account_id, new.entry_id, '{mark}', '', new.{mark}, {_NOW}
        from account_entry where entry_id = new.entry_id and {mark} <> new.{mark} group by account_id
        on conflict (entry_id, account_id, mark, label) do update set value = excluded.value, at = excluded.at;
    update account_journal set value = new.{mark}, at = {_NOW}
        where entry_id = new.entry_id and mark = '{mark}' and value <> new.{mark};
end;
"""


ACCOUNTS = f"""
create table account (
    id integer primary key autoincrement,
    kind text not null,
    address text not null,
    user text not null,
    name text not null,
    password_command text not null default '[]',
    password_variable text,
    keyring integer not null default 0,
    synced real,
    error text
);
create table account_source (
    account_id integer not null references account (id) on delete cascade,
    server_id text not null,
    source_id integer not null references source (id) on delete cascade,
    title text not null,
    folder text,
    was_here integer not null default 0,
    unique (account_id, server_id)
);
create index account_source_source on account_source (source_id);
create table account_entry (
    account_id integer not null references account (id) on delete cascade,
    server_id text not null,
    entry_id integer not null references entry (id) on delete cascade,
    read integer not null,
    starred integer not null,
    star_listed integer not null default 0,
    unique (account_id, server_id)
);
create index account_entry_entry on account_entry (entry_id);
create table account_label (
    entry_id integer not null references entry (id) on delete cascade,
    account_id integer not null references account (id) on delete cascade,
    label text not null,
    listed integer not null,
    unique (entry_id, account_id, label)
);
create table account_journal (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    entry_id integer not null references entry (id) on delete cascade,
    mark text not null,
    label text not null,
    value integer not null,
    at real not null,
    unique (entry_id, account_id, mark, label)
);
{_mark_trigger("read")}
{_mark_trigger("starred")}
create trigger account_tag_added after insert on tag when {_ANY} begin
    insert into account_journal (account_id, entry_id, mark, label, value, at)
        select account_id, new.entry_id, 'label', new.name, 1, {_NOW} from account_entry e
        where entry_id = new.entry_id and not exists (select 1 from account_label l
            where l.entry_id = new.entry_id and l.account_id = e.account_id and l.label = new.name)
        group by account_id
        on conflict (entry_id, account_id, mark, label) do update set value = 1, at = excluded.at;
    update account_journal set value = 1, at = {_NOW}
        where entry_id = new.entry_id and mark = 'label' and label = new.name and value = 0;
end;
create trigger account_tag_removed after delete on tag when {_ANY} begin
    insert into account_journal (account_id, entry_id, mark, label, value, at)
        select account_id, old.entry_id, 'label', old.name, 0, {_NOW} from account_label
        where entry_id = old.entry_id and label = old.name
        on conflict (entry_id, account_id, mark, label) do update set value = 0, at = excluded.at;
    update account_journal set value = 0, at = {_NOW}
        where entry_id = old.entry_id and mark = 'label' and label = old.name and value = 1;
end;
"""

ACCOUNT_TABLES = ("account", "account_source", "account_entry", "account_label", "account_journal")
"""Their names, parents first."""
