"""Which entries a piece of a query can find at all, where an index tells that without a look at each.

A word that is everywhere beside something that hardly anything has (`the author:nobody`) would be asked of all
that has the word. So the pieces of a query are asked first how few entries they can find, by walks that stop:
where there are none nothing is found, and where there are few the rest is asked of those alone.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from tuinews.address import canonical
from tuinews.model.source import SourceKind
from tuinews.model.view import Filter, View
from tuinews.query.expression import (
    And,
    Attachment,
    EntryState,
    Expression,
    FieldMatch,
    Has,
    Is,
    Length,
    NamedField,
    Not,
    Or,
    Published,
    Term,
    mentions_muted,
)
from tuinews.quick_dataclass import dataclass
from tuinews.store.search.conditions import Condition, author_match_query, condition_of, condition_of_source
from tuinews.store.search.match_queries import prefix_query
from tuinews.store.statements import scalar
from tuinews.store.tables.key_values import LAST_SEEN

ASKED = 100
"""Candidates that FTS5 is asked for one by one: 0.1 to 0.2 ms each, in which it walks past 500 hits."""

SORTED = 2_000
"""Candidates that are read and put in order, in a few milliseconds."""

GATHERED = 20_000
"""Candidates that are put together, in 5 ms, to be asked of each hit of a word before anything else is."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """All that a query finds is among the `count` numbers that this SQL selects, as `id`."""

    select: Condition
    count: int


def narrowest(sql: sqlite3.Connection, pieces: Sequence[Expression], view: View) -> Candidates | None:
    """The fewest candidates that one of the pieces leaves, or the view; None where none leaves few."""
    best: Candidates | None = None
    dates = [_of_dates(one) for one in pieces if isinstance(one, Published) and _is_shown_alone(view, pieces)]
    for select in (*map(_of, pieces), *dates, _of_view(view)):
        most = GATHERED if best is None else best.count
        if select is None or most == 0:
            continue
        bounded = f"select count(*) from (select id from ({select.sql}) limit {most + 1})"
        count = int(scalar(sql, bounded, select.values))
        if count <= most:
            best = Candidates(select, count)
    return best


def _of(expression: Expression) -> Condition | None:
    """A select of all entries that an expression can find, and perhaps some more; None where no index knows.

    Not of dates: the lists along which they stand leave out what is hidden.
    """
    match expression:
        case Or(inner):
            return _union([_of(one) for one in inner])
        case And(inner):
            return next((found for one in inner if (found := _of(one)) is not None), None)
        case Term():
            return Condition(_WITH_WORDS, (prefix_query(expression),))
        case Is(state):
            return _select(_STATES.get(state))
        case Has(what):
            return _select(_HAVING.get(what))
        case Length(least, most):
            long = "select entry_id as id from article indexed by article_words where words >= ? and words <= ?"
            return Condition(long, (least or 0, 1 << 40 if most is None else most))
        case Not(FieldMatch(NamedField.SITE, value)):
            return _of_site(value, beside=True)
        case FieldMatch(name, value):
            return _called(name, value)
    return None


def _is_shown_alone(view: View, pieces: Iterable[Expression]) -> bool:
    """Whether nothing is found that the lists of all leave out."""
    everywhere = view.source_id is None and view.folder is None and view.filter is not Filter.STARRED
    return everywhere and not any(map(mentions_muted, pieces))


def _of_dates(between: Published) -> Condition:
    """The entries that the lists of all have between two moments."""
    shown = "select entry_id as id from status indexed by status_all where shown = 1"
    at = condition_of(between)
    return Condition(f"{shown} and {at.sql.replace('s.sort_key', 'sort_key')}", at.values)


def _select(sql: str | None) -> Condition | None:
    return None if sql is None else Condition(sql)


_STATES = {
    EntryState.STARRED: "select entry_id as id from status indexed by status_starred where starred = 1",
    EntryState.OFFLINE: "select entry_id as id from article",
    EntryState.MUTED: "select entry_id as id from status indexed by status_muted where muted > 0",
    EntryState.NEW: f"select entry_id as id from status where entry_id > {LAST_SEEN}",
    EntryState.SAVED: f"select entry_id as id from listed indexed by listed_source where source_id in "
    f"(select id from source where kind = '{SourceKind.PAGES.value}')",
}
_HAVING = {
    Attachment.AUDIO: "select id from entry indexed by entry_enclosed where enclosures <> '[]'",
    Attachment.VIDEO: "select id from entry indexed by entry_enclosed where enclosures <> '[]'",
    Attachment.PICTURE: "select e.id from entry e indexed by entry_pictured where e.image is not null "
    "union all select entry_id from article_picture",
    Attachment.TAG: "select entry_id as id from tag",
    Attachment.NOTE: "select entry_id as id from note",
    Attachment.HIGHLIGHT: "select entry_id as id from highlight",
}


def _union(selects: list[Condition | None]) -> Condition | None:
    known = [one for one in selects if one is not None]
    if len(known) < len(selects):
        return None
    sql = " union all ".join(f"select id from ({one.sql})" for one in known)
    return Condition(sql, tuple(value for one in known for value in one.values))


_HOST = "substr(first, 9, instr(substr(first, 9), '/') - 1)"
_OF_SITE = """
with recursive host (first) as (
    select min(canonical) from entry where canonical > 'https://'
    union all
    select (select min(canonical) from entry where canonical >= max(first || '!', 'https://' || {place} || '0'))
    from host where first is not null
)
select e.id from host cross join entry e on e.canonical >= 'https://' || {place} || '/'
and e.canonical < 'https://' || {place} || '0' where substr('.' || {host}, -length(?)) {sign} ?
union all select id from entry where canonical is null
"""
"""Goes from host to host along the index of addresses, a seek for each; "0" is what comes behind "/"."""

_WITH_WORDS = "select rowid as id from words where words match ?"
_OF_LANG = """
select e.id from entry e indexed by entry_lang where e.lang >= ? collate nocase and e.lang < ? collate nocase
union all
select a.entry_id from article a indexed by article_lang
where a.lang >= ? collate nocase and a.lang < ? collate nocase
"""


def _called(name: NamedField, value: str) -> Condition | None:
    if name is NamedField.AUTHOR:
        match_query = author_match_query(value)
        return Condition(_WITH_WORDS, (match_query,)) if match_query else None
    if name in (NamedField.SOURCE, NamedField.FOLDER):
        of = condition_of_source(name, value)
        where = f"source_id in (select o.id from source o where o.removed_at is null and {of.sql})"
        return Condition(f"select entry_id as id from listed indexed by listed_source where {where}", of.values)
    if name is NamedField.SITE:
        return _of_site(value)
    if name is NamedField.LANG:
        return Condition(_OF_LANG, (value, f"{value}\U0010ffff") * 2)
    if name is NamedField.KIND:
        return Condition(
            "select entry_id as id from article indexed by article_kind where page_kind = ?", (value,)
        )
    if name in (NamedField.TAG, NamedField.NOTE, NamedField.HIGHLIGHT, NamedField.ID):
        # These are asked of small tables, or are numbers.
        of = condition_of(FieldMatch(name, value))
        return Condition(f"select s.entry_id as id from status s where {of.sql}", of.values)
    return None


def _of_site(value: str, *, beside: bool = False) -> Condition | None:
    """What is on a host or below it, at any port where it has none itself, or else what is `beside` it; None for
    an address of IPv6, and for what is beside a host that addresses are known without ("m.")."""
    host = canonical(f"https://{value.lower()}/")[len("https://") :].partition("/")[0]
    if host.count(":") > 1 or (beside and host != value.lower().removeprefix("www.")):
        return None
    compared = _HOST if ":" in host else f"substr({_HOST}, 1, instr({_HOST} || ':', ':') - 1)"
    sign = "<>" if beside else "="
    return Condition(_OF_SITE.format(place=_HOST, host=compared, sign=sign), (f".{host}",) * 2)


def _of_view(view: View) -> Condition | None:
    """What a view lists, where it lists few."""
    if view.source_id is not None:
        of_source = "select entry_id as id from listed indexed by listed_source where source_id = ?"
        return Condition(of_source, (view.source_id,))
    if view.filter is Filter.STARRED:
        return _select(_STATES[EntryState.STARRED])
    return _select(_STATES[EntryState.OFFLINE]) if view.filter is Filter.OFFLINE else None
