"""Search: who is found, in which order, and a piece of text around the first hit.

Order: marks just as typed, the words side by side, all words, the last word's beginning; within each those that
have the words in their title, then the newest. A word that is everywhere is found in a hundred thousand entries,
of which fifty are shown: so hits are taken and ordered in blocks, those that came last first, and the order holds
within a block."""

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from tuinews.model.view import Filter, View
from tuinews.query.expression import And, EntryState, Expression, Is, Term, TextPlace, has_words, mentions_muted
from tuinews.query.hits import hits_in, typed_words
from tuinews.query.parser import parse
from tuinews.quick_dataclass import dataclass
from tuinews.store.search import candidates
from tuinews.store.search.candidates import Candidates, narrowest
from tuinews.store.search.conditions import Condition, EntrySpan, condition_of, typed_condition
from tuinews.store.search.frequent_words import FrequentWords, every_word_with
from tuinews.store.search.match_queries import (
    WHOLE_WORDS,
    KnownPrefixes,
    MatchQueries,
    has_prefix,
    is_narrowing,
    match_queries_of,
    match_queries_of_places,
    narrowed,
    prefix_queries,
)
from tuinews.store.statements import chunks, marks, scalars
from tuinews.store.tables import entries

SNIPPET_LENGTH = 160
"""Characters of a snippet."""

BLOCK = 2_000
"""Hits that are ordered together."""

_WIDEST = 10 * BLOCK
"""How far the numbers of the newest entries may lie apart for their words to be looked at alone."""

_BEFORE = 50
"""Characters before a hit in the piece of text that shows it."""


@dataclass(frozen=True, slots=True)
class _HitFilter:
    """What must hold of the status `s` of a hit, and the few among which all hits are, where they are few."""

    where: Condition
    few: Candidates | None

    def hits(self, match_query: str, below: int) -> tuple[str, tuple[object, ...]]:
        """The query for a block of the hits of a match query, with their places, and its values."""
        hits = "words w cross join status s on s.entry_id = w.rowid where words match ? and w.rowid < ?"
        few, values = self.few, (match_query, below, *self.where.values)
        if few is not None and few.count <= candidates.ASKED and not has_prefix(match_query):
            hits = f"(select distinct id from ({few.select.sql})) c cross join {hits} and w.rowid = c.id"
            values = (*few.select.values, *values)
        elif few is not None:
            # By the plus sign it is no constraint to FTS5, which would be asked anew for each of them.
            hits = f"{hits} and +w.rowid in (select id from ({few.select.sql}))"
            values = (match_query, below, *few.select.values, *self.where.values)
        rest = f"and {self.where.sql} order by w.rowid desc limit {BLOCK}"
        return f"select w.rowid, s.sort_key from {hits} {rest}", values


@dataclass(frozen=True, slots=True)
class _ParsedQuery:
    """A query in its two parts: the words by which hits are found and ordered, and what else must hold of them."""

    words: tuple[Term, ...]
    rest: tuple[Expression, ...]

    @classmethod
    def of(cls, typed: str) -> "_ParsedQuery | None":
        """The parts of what was typed; None where there is no letter or digit in it. Raises QueryError."""
        expression = parse(typed)
        if expression is None:
            return None
        pieces = expression.inner if isinstance(expression, And) else (expression,)
        words = tuple(one for one in pieces if isinstance(one, Term) and one.place is TextPlace.ANYWHERE)
        return cls(words, tuple(one for one in pieces if one not in words))


def condition(typed: str, view: View) -> Condition | None:
    """What SQL asks of the status `s` of an entry of a view that is found; None for a query without a letter or
    digit. Raises QueryError.
    """
    expression = parse(typed)
    return None if expression is None else _all_of(_place(view, expression), condition_of(expression))


def ids(
    sql: sqlite3.Connection, typed: str, view: View, limit: int | None, frequent: FrequentWords | None = None
) -> "array[int]":
    """The ids of a view that are found while a query is typed, whose last word may be a beginning; none for one
    without a letter or digit. Raises QueryError.
    """
    return _ids(sql, _ParsedQuery.of(typed), view, limit, _known_prefixes(sql, frequent))


def kept_ids(sql: sqlite3.Connection, kept: str, view: View, limit: int | None) -> "array[int]":
    """The ids of a view that a query finds which nobody types any more: all of its words are whole, as they are
    where it is counted (`condition`). Raises QueryError.
    """
    return _ids(sql, _ParsedQuery.of(kept), view, limit, WHOLE_WORDS)


def muted(sql: sqlite3.Connection, typed: str, view: View) -> int:
    """How many entries of a view a query would find that are left out since they are muted; none where it asks for
    muted ones itself. The words of one that is saved are whole, as where it is listed. Raises QueryError.
    """
    search = _ParsedQuery.of(typed)
    if search is None or view.filter is Filter.STARRED or mentions_muted(And(search.rest)):
        return 0
    asked = replace(search, rest=(*search.rest, Is(EntryState.MUTED)))
    known = _known_prefixes(sql, None) if view.saved_id is None else WHOLE_WORDS
    return len(_ids(sql, asked, view, None, known))


def _known_prefixes(sql: sqlite3.Connection, frequent: FrequentWords | None) -> KnownPrefixes:
    frequent = frequent or FrequentWords()
    return KnownPrefixes(partial(frequent.beginning_with, sql), partial(every_word_with, sql))


def _ids(
    sql: sqlite3.Connection, search: _ParsedQuery | None, view: View, limit: int | None, known: KnownPrefixes
) -> "array[int]":
    if search is None:
        return array("q")
    narrowing = [one for one in search.rest if is_narrowing(one)]
    others = [one for one in search.rest if one not in narrowing]
    few = narrowest(sql, others, view)
    if few is not None and not few.count:
        return array("q")
    place = _place(view, And(search.rest))
    match_queries = _match_queries(search.words, narrowing, known)
    if match_queries is not None:
        hit_filter = _HitFilter(_all_of(place, *map(typed_condition, others)), few)
        ranked = _ranked(sql, match_queries, _longer(search.words, narrowing, known), hit_filter)
        return array("q", islice(ranked, limit))
    where = _all_of(place, *map(typed_condition, search.rest))
    soon = None
    if limit is not None and few is None:
        soon = _among_newest(sql, place, And(search.rest), limit)
    elif limit is not None and few is not None and few.count > candidates.SORTED:
        soon = _few_among_newest(sql, place, where, few, limit)
    if soon is not None:
        return soon
    return array("q", scalars(sql, *_newest_first(where, few, -1 if limit is None else limit)))


def _among_newest(sql: sqlite3.Connection, place: Condition, asked: Expression, limit: int) -> "array[int] | None":
    """The first that are found where the newest `BLOCK` of a list have so many, None else.

    Only the words of these are looked at: to know who has none of a word that is everywhere, all that have it in
    the whole library would be collected first. Their numbers lie near each other, since they came last.
    """
    if not has_words(asked):
        return None
    newest = scalars(sql, *_newest_first(place, None, BLOCK))
    if not newest or max(newest) - min(newest) > _WIDEST:
        return None
    asks = condition_of(asked, EntrySpan(min(newest), max(newest)))
    among = f"json_each(?) c cross join status s on s.entry_id = c.value where {asks.sql}"
    query = f"select s.entry_id from {among} order by s.sort_key desc, s.entry_id desc limit ?"
    found = array("q", scalars(sql, query, (str(newest), *asks.values, limit)))
    return found if len(found) == limit or len(newest) < BLOCK else None


def _few_among_newest(
    sql: sqlite3.Connection, place: Condition, where: Condition, few: Candidates, limit: int
) -> "array[int] | None":
    """The first that are found where some thousands of the newest of a list have so many of the candidates, None
    else: to put all of these in order takes longer."""
    newest = f"select * from status s where {place.sql} order by s.sort_key desc, s.entry_id desc limit {_WIDEST}"
    among = f"({newest}) s where s.entry_id in (select id from ({few.select.sql})) and {where.sql}"
    query = f"select s.entry_id from {among} order by s.sort_key desc, s.entry_id desc limit ?"
    found = array("q", scalars(sql, query, (*place.values, *few.select.values, *where.values, limit)))
    return found if len(found) == limit else None


def _match_queries(
    words: Sequence[Term], narrowing: Sequence[Expression], known: KnownPrefixes
) -> MatchQueries | None:
    """What FTS5 is asked; None where there are no words that it could go along."""
    if not words:
        return match_queries_of_places(narrowing, known)
    match_queries = match_queries_of(words)
    return replace(match_queries, words=narrowed(match_queries.words, narrowing, known))


def _longer(words: Sequence[Term], narrowing: Sequence[Expression], known: KnownPrefixes) -> Iterator[str]:
    """The match queries for longer words, which are only worked out where whole words leave room."""
    for match_query in prefix_queries(words, known) if words else ():
        yield narrowed(match_query, narrowing, known)


def _newest_first(where: Condition, few: Candidates | None, limit: int) -> tuple[str, tuple[object, ...]]:
    """The query for what meets a condition, and its values: of candidates, or along the lists."""
    order = f"where {where.sql} order by s.sort_key desc, s.entry_id desc limit ?"
    if few is None:
        return f"select s.entry_id from status s {order}", (*where.values, limit)
    among = f"(select distinct id from ({few.select.sql})) c cross join status s on s.entry_id = c.id"
    return f"select s.entry_id from {among} {order}", (*few.select.values, *where.values, limit)


def _all_of(*conditions: Condition) -> Condition:
    return Condition(
        " and ".join(f"({one.sql})" for one in conditions),
        tuple(value for one in conditions for value in one.values),
    )


def snippets(sql: sqlite3.Connection, typed: str, wanted: Sequence[int]) -> dict[int, str]:
    """For each entry a piece of its summary, kept text or note around the first hit, else the beginning; "" where
    there is no text but the title, which its row says already.
    """
    words = typed_words(typed)
    found: dict[int, str] = {}
    wanted_words = [Term(" ".join(word.text for word in words)), *words] if words else []
    for part in chunks(wanted):
        rows = sql.execute(
            "select e.id, e.summary, article_text(a.blocks), n.text from entry e "
            "left join article a on a.entry_id = e.id left join note n on n.entry_id = e.id "
            f"where e.id in ({marks(part)})",
            part,
        )
        for entry_id, *texts in rows:
            found[entry_id] = _snippet([piece for piece in texts if piece], wanted_words)
    return found


def _place(view: View, asked: Expression) -> Condition:
    """What SQL asks of the status `s` of an entry that is in a view; muted ones only where they are asked for."""
    with_muted = mentions_muted(asked) or view.filter is Filter.STARRED
    living = (
        f"s.{entries.IN_PLACE[view.filter]} {'' if with_muted else 'and s.muted = 0'} and s.entry_id in "
        "(select l.entry_id from listed l join source o on o.id = l.source_id where"
    )
    if view.source_id is not None:
        return Condition(f"{living} o.id = ? and o.removed_at is null)", (view.source_id,))
    if view.folder is not None:
        where, values = entries.in_folder(view.folder)
        return Condition(f"{living} {where} and o.removed_at is null)", values)
    shown = "shown = 1"
    return Condition(entries.CONDITIONS[view.filter].replace(shown, SHOWN_OR_MUTED if with_muted else shown))


SHOWN_OR_MUTED = (
    "(shown = 1 or muted > 0 and exists (select 1 from listed l join source o on o.id = l.source_id "
    "where l.entry_id = s.entry_id and o.removed_at is null))"
)
"""What SQL asks of the status `s` of an entry in the lists of all, with muted ones."""


def _ranked(
    sql: sqlite3.Connection, match_queries: MatchQueries, longer: Iterator[str], hit_filter: _HitFilter
) -> Iterator[int]:
    """All hits, block by block; those with the beginning of the last word alone come after all others."""
    seen: set[int] = set()
    for block in _blocks(sql, match_queries.words, hit_filter):
        seen.update(block)
        yield from _in_order(sql, match_queries, block)
    for match_query in longer:
        for block in _blocks(sql, match_query, hit_filter):
            yield from (entry_id for entry_id in block if entry_id not in seen)
            seen.update(block)


def _blocks(sql: sqlite3.Connection, match_query: str, hit_filter: _HitFilter) -> Iterator[list[int]]:
    """The hits of a match query, `BLOCK` at a time, those that came last first; within a block the newest first.

    FTS5 walks its lists backwards by rowid without a look at the rest, and rowids grow as entries come.
    """
    below = 2**62
    while True:
        rows = sql.execute(*hit_filter.hits(match_query, below)).fetchall()
        if rows:
            below = rows[-1][0]
            rows.sort(key=lambda row: (row[1], row[0]), reverse=True)
            yield [entry_id for entry_id, _ in rows]
        if len(rows) < BLOCK:
            return


def _in_order(sql: sqlite3.Connection, match_queries: MatchQueries, found: list[int]) -> list[int]:
    low, high = min(found), max(found)

    def having(table: str, match_query: str | None) -> set[int]:
        if match_query is None:
            return set()
        query = f"select rowid from {table} where {table} match ? and rowid between ? and ?"
        return set(scalars(sql, query, (match_query, low, high)))

    marked = having("marked_words", match_queries.marked)
    phrase = having("words", match_queries.phrase)
    in_title = having("words", match_queries.in_title)
    ranked: list[int] = []
    for best in (marked & phrase, marked, phrase):
        hits = [entry_id for entry_id in found if entry_id in best]
        ranked += _title_first(hits, in_title)
        found = [entry_id for entry_id in found if entry_id not in best]
    return ranked + _title_first(found, in_title)


def _title_first(hits: list[int], in_title: set[int]) -> list[int]:
    return sorted(hits, key=lambda entry_id: entry_id not in in_title)


def _snippet(texts: list[str], wanted: list[Term]) -> str:
    for word in wanted:
        for text in texts:
            hits = hits_in(text, [word])
            if hits:
                return _cut(text, hits[0].start)
    return _cut(texts[0], 0) if texts else ""


def _cut(text: str, hit: int) -> str:
    start = max(0, hit - _BEFORE)
    if start:
        blank = text.find(" ", start, hit)
        start = blank + 1 if blank >= 0 else start
    end = min(len(text), start + SNIPPET_LENGTH)
    if end < len(text):
        blank = text.rfind(" ", hit + 1, end)
        end = blank if blank > start else end
    piece = " ".join(text[start:end].split())
    return ("…" if start else "") + piece + ("…" if end < len(text) else "")
