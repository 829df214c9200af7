"""Sources: added, named, moved, taken off and brought back."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from tuinews import address
from tuinews.errors import NotFoundError, Remedy
from tuinews.folding import fold
from tuinews.language import _, current
from tuinews.late import late_imports
from tuinews.model.article import SelectorRule
from tuinews.model.source import NewSource, Source, SourceKind
from tuinews.model.sources.options import USUAL_OPTIONS, SourceOptions
from tuinews.model.view import Counts
from tuinews.store import codec
from tuinews.store.encodings import (
    FAILURE,
    FLAG,
    MOMENT_OR_NONE,
    SOURCE_OPTIONS,
    TEXT_OR_NONE,
    Encoding,
    member_of,
)
from tuinews.store.lists import tally
from tuinews.store.retention.protection import WANTED
from tuinews.store.statements import chunks, marks, scalar, scalars
from tuinews.store.tables import key_values
from tuinews.store.tables.columns import Column, Columns, assignments, insert

with late_imports(__name__):
    from tuinews.model.sources.arrangement import Arrangement
    from tuinews.store.tables import article_lines, status

KEEP_REMOVED_DAYS = 30
"""Days for which a source that was taken off can still be brought back."""

KEEP_REMOVED_OPENINGS = 3
"""Different days on which the library must have been opened since: a clock ten years on purges nothing."""


def _selectors(how: SelectorRule | None) -> tuple[str | None, str | None]:
    return (how.body or None, how.drop or None) if how else (None, None)


def _selector_rule(body: str | None, drop: str | None) -> SelectorRule | None:
    return SelectorRule(body, drop) if body or drop else None


SOURCE = Columns(
    (
        Column("id"),
        Column("kind", member_of(SourceKind)),
        Column("title"),
        Column("url"),
        Column("site_url"),
        Column("typed_url"),
        Column("folder", TEXT_OR_NONE),
        Column("last_refresh", MOMENT_OR_NONE),
        Column("failing_since", MOMENT_OR_NONE),
        Column("next_refresh", MOMENT_OR_NONE),
        Column("error", FAILURE),
        Column("etag"),
        Column("last_modified"),
        Column("gone", FLAG),
        Column("selector_rule", Encoding(_selectors, _selector_rule), ("repair_body", "repair_drop")),
        Column("options", SOURCE_OPTIONS, ("options", "hidden")),
    )
)
"""What is known of a source; its numbers of entries are counted."""

OWN_COLUMNS = ("key", "removed_at", "removed_day")
"""What the store itself notes of a source: the address as it is compared, and when it was taken off."""

_NEW = SOURCE.of(NewSource)
_OWNERS = "select source_id, min(account_id) from account_source"
"""The accounts whose subscriptions sources are."""


def add(sql: sqlite3.Connection, new: NewSource, now: datetime) -> Source:
    """Keep a source; one whose address is known already is that one, and comes back if it was removed."""
    known = holder(sql, new.url)
    if known is not None:
        restore(sql, [known])
        return one(sql, known)
    return one(sql, insert(sql, "source", {**_NEW.written(new), "key": address.source_key(new.url)}))


def every(sql: sqlite3.Connection) -> list[Source]:
    """All sources that are not removed: those without a folder first, then by folder, then by title."""
    rows = sql.execute(f"select {SOURCE.selected} from source where removed_at is null")
    owners = dict(sql.execute(f"{_OWNERS} group by source_id").fetchall())
    found = _sources(rows, tally.of_every_source(sql), owners)
    return sorted(found, key=lambda s: (_place(s.folder or ""), _folded(s.title), s.id))


_folded = lru_cache(maxsize=4096)(fold)


@lru_cache(maxsize=1024)
def _place(folder: str) -> tuple[str, ...]:
    """Where a folder stands: its own sources before the folders in it."""
    return tuple(fold(part) for part in folder.split("/"))


def one(sql: sqlite3.Connection, source_id: int) -> Source:
    """The source of that id; raises NotFoundError."""
    source = living(sql, source_id)
    if source is None:
        raise NotFoundError(
            _("source {source_id}", source_id=source_id), _("it is not in the library"), Remedy.LISTED_SOURCES
        )
    return source


def living(sql: sqlite3.Connection, source_id: int) -> Source | None:
    """The source of that id, None where there is none or it was removed."""
    rows = sql.execute(f"select {SOURCE.selected} from source where id = ? and removed_at is null", (source_id,))
    owners = dict(sql.execute(f"{_OWNERS} where source_id = ? group by source_id", (source_id,)).fetchall())
    return next(iter(_sources(rows, {source_id: tally.of_source(sql, source_id)}, owners)), None)


def find(sql: sqlite3.Connection, id_or_url: int | str) -> Source:
    """The source of an id (as a number or in digits) or of an address; raises NotFoundError."""
    if isinstance(id_or_url, int):
        return one(sql, id_or_url)
    if id_or_url.isascii() and id_or_url.isdigit() and len(id_or_url) < 19:
        return one(sql, int(id_or_url))
    known = _masked_holder(sql, id_or_url) or holder(sql, id_or_url)
    known = known or holder(sql, address.tidy(id_or_url) or id_or_url)
    if known is None:
        raise NotFoundError(_("the source"), _("the library has none with that address"), Remedy.LISTED_SOURCES)
    return one(sql, known)


def _masked_holder(sql: sqlite3.Connection, shown: str) -> int | None:
    """The source whose address is shown so, where it is only one: what a list prints can be typed again."""
    if address.MASK not in shown:
        return None
    every_url = sql.execute("select id, url from source where removed_at is null").fetchall()
    found = [int(source_id) for source_id, url in every_url if address.masked(url) == shown]
    return found[0] if len(found) == 1 else None


def holder(sql: sqlite3.Connection, url: str) -> int | None:
    """The id of the source that an address belongs to, a living one first; None where it is nobody's."""
    found: int | None = scalar(
        sql,
        "select id from source where url = ? or key = ? order by removed_at is null desc, url = ? desc limit 1",
        (url, address.source_key(url), url),
    )
    return found


def arrange(sql: sqlite3.Connection, source_id: int, to: Arrangement) -> None:
    """Call a source so, put it into a folder or into none, and keep what was set for it."""
    sql.execute("update source set title = ?, folder = ? where id = ?", (to.title, to.folder or None, source_id))
    _set_options(sql, source_id, to.options)


def move_folder(sql: sqlite3.Connection, ids: Sequence[int], before: str | None, after: str | None) -> None:
    """Give the folders of sources, which are in the folder `before` (None: anywhere), another beginning."""
    for part in chunks(ids):
        found = sql.execute(f"select id, folder from source where id in ({marks(part)})", part).fetchall()
        for source_id, folder in found:
            if before is not None and f"{folder or ''}/"[: len(before) + 1] != f"{before}/":
                continue  # Another process has moved it elsewhere since.
            inside = folder or "" if before is None else f"{folder or ''}/"[len(before) + 1 :].rstrip("/")
            path = "/".join(name for name in (after or "", inside) if name)
            sql.execute("update source set folder = ? where id = ?", (path or None, source_id))


def last_removed(sql: sqlite3.Connection, since: datetime) -> list[Source]:
    """The sources that were removed last, all at once, as they were; none where that was before `since`."""
    last = scalar(sql, "select max(removed_at) from source")
    if last is None or last < codec.seconds(since):
        return []
    rows = sql.execute(f"select {SOURCE.selected} from source where removed_at = ?", (last,))
    return _sources(rows, {})


def set_selector_rule(sql: sqlite3.Connection, source_id: int, rule: SelectorRule | None) -> None:
    """Remember how the pages of a source are to be read; None forgets it."""
    written = SOURCE["selector_rule"].written(rule)
    sql.execute(f"update source set {assignments(written)} where id = :id", {**written, "id": source_id})


def _set_options(sql: sqlite3.Connection, source_id: int, options: SourceOptions) -> None:
    """Keep what was set for a source; where it is hidden now, or no longer, its entries follow.

    Where it has another interval than before, that is reckoned from its last refresh, if that went well; one that
    has none of its own any more is due at once.
    """
    known = living(sql, source_id)
    if known is None or known.options == options:
        return
    values = SOURCE["options"].written(options)
    sql.execute(f"update source set {assignments(values)} where id = :id", {**values, "id": source_id})
    if known.options.hidden != options.hidden:
        _show_again(sql, [source_id])
    if known.options.refresh_minutes != options.refresh_minutes:
        seconds = None if options.refresh_minutes is None else 60 * options.refresh_minutes
        sql.execute(
            "update source set next_refresh = last_refresh + ? where id = ? and error is null",
            (seconds, source_id),
        )


def options_of_entry(sql: sqlite3.Connection, entry_id: int) -> SourceOptions:
    """What was set for the source of an entry; as usual for an unknown one."""
    column = SOURCE["options"]
    row = sql.execute(
        f"select {', '.join(column.names)} from source where id = (select source_id from entry where id = ?)",
        (entry_id,),
    ).fetchone()
    return USUAL_OPTIONS if row is None else column.encoding.read(*row)


def remove(sql: sqlite3.Connection, ids: Sequence[int], now: datetime) -> None:
    """Take sources off the list; for thirty days they can be brought back with all they had."""
    day = key_values.days_open(sql)
    for part in chunks(ids):
        sql.execute(
            "update source set removed_at = ?, removed_day = ? "
            f"where removed_at is null and id in ({marks(part)})",
            (codec.seconds(now), day, *part),
        )
    article_lines.forget_sources(sql, ids)
    _show_again(sql, ids)


def restore(sql: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Bring back sources that were taken off."""
    for part in chunks(ids):
        sql.execute(f"update source set removed_at = null, removed_day = null where id in ({marks(part)})", part)
    _show_again(sql, ids)


def purge(sql: sqlite3.Connection, now: datetime) -> None:
    """Forget sources that were removed long ago, with entries that no other source lists and nobody wants."""
    gone = scalars(
        sql,
        "select id from source where removed_at < ? and removed_day <= ?",
        (codec.seconds(now) - KEEP_REMOVED_DAYS * 86400, key_values.days_open(sql) - KEEP_REMOVED_OPENINGS),
    )
    for source_id in gone:
        _purge_one(sql, source_id)


def _purge_one(sql: sqlite3.Connection, source_id: int) -> None:
    # The search index keeps words of purged entries under ids that are never given again: it finds nothing more.
    here = {"source": source_id}
    sql.execute(
        "delete from entry where id in (select l.entry_id from listed l join status s using (entry_id) "
        f"where l.source_id = :source and not {WANTED} and not exists "
        "(select 1 from listed o where o.entry_id = l.entry_id and o.source_id <> :source))",
        here,
    )
    sql.execute(
        "delete from listed where source_id = :source and not exists "
        "(select 1 from entry e where e.id = listed.entry_id and e.source_id = :source)",
        here,
    )
    sql.execute(
        "delete from source where id = :source and not exists (select 1 from entry where source_id = :source)",
        here,
    )


def _show_again(sql: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Show the entries that a living source lists which is not hidden itself, each under one of the living ones,
    and hide the others."""
    living = "from listed l join source o on o.id = l.source_id where l.entry_id = {} and o.removed_at is null"
    for source_id in ids:
        listed = "select entry_id from listed where source_id = ?"
        sql.execute(
            f"update status set shown = muted = 0 and {status.SHOWN} where entry_id in ({listed})",
            (source_id,),
        )
        sql.execute(
            f"update entry set source_id = (select min(l.source_id) {living.format('entry.id')}) "
            f"where id in ({listed}) and exists (select 1 {living.format('entry.id')}) and exists "
            "(select 1 from source s where s.id = entry.source_id and s.removed_at is not null)",
            (source_id,),
        )


def _sources(
    rows: Iterable[Sequence[Any]], counted: Mapping[int, Counts], owners: Mapping[int, int] = {}
) -> list[Source]:
    """The sources of rows, with their numbers of unread and all entries out of `counted`, their accounts out of
    `owners`.
    """
    found: list[Source] = []
    for values in _said([tuple(row) for row in rows]):
        here = counted.get(values["id"], Counts(0, 0, 0, 0))
        owner = owners.get(values["id"])
        found.append(Source(**values, unread=here.unread, total=here.all, account_id=owner))
    return found


_SAID: dict[str, dict[tuple[Any, ...], Mapping[str, Any]]] = {}
"""Rows as they were read, by the language in which it was said why a source failed."""

_MOST_SAID = 4096
"""Rows that are remembered; with more all are forgotten."""


def _said(rows: Sequence[tuple[Any, ...]]) -> list[Mapping[str, Any]]:
    """The fields of sources. Rows are remembered: after each mark a thousand are read, and one number is new.

    Those that are new are read together: a thousand take 14 ms less than one by one.
    """
    known = _SAID.setdefault(current(), {})
    new = list(dict.fromkeys(row for row in rows if row not in known))
    read = dict(zip(new, SOURCE.read(new), strict=True)) if new else {}
    found = [read[row] if row in read else known[row] for row in rows]
    if len(known) + len(read) > _MOST_SAID:
        known.clear()
    known.update(read)
    return found
