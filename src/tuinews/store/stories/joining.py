"""What arrives is laid beside what is like it: entries of several sources that tell the same are one story.

An entry is looked up by some twenty numbers (`likeness.features.keys`), of which one counts the more the fewer
entries have it; the few that have most in common with it are compared word by word. The numbers are kept for as
long as something may still arrive that is like it.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from tuinews.quick_dataclass import dataclass
from tuinews.similarity.features import Features, features, keys
from tuinews.similarity.same_story import WINDOW, is_restated, is_same_story
from tuinews.store import codec
from tuinews.store.statements import chunks, marks, scalar, scalars
from tuinews.store.stories import members
from tuinews.store.tables import key_values

KEPT = 7 * 24 * 3600.0
"""Seconds for which an entry can be found by what is like it."""

SLICE = 50
"""Entries of an older library that are looked at in one transaction: some 40 ms."""

_TOO_COMMON = 40
"""Entries with a number in common from which it says nothing: "Hanoi"."""
_CANDIDATES = 6
"""Entries with which one is compared, those with most numbers in common."""
_LEAST_IN_COMMON = 0.1
"""What the numbers in common weigh from which it is worth to compare: two of eighteen others, one of eight."""
_MOST_MEMBERS = 30
"""Entries of a story; one that grows beyond it is a topic."""

_TEXT = 1500
"""Characters of a text that are read beside a summary."""
_SAME_BEGINNING = 40
"""Characters by which a summary is known to be the beginning of the text."""

_LOOKED_AT_BELOW = "stories_below"
_DESCRIBED = (
    "select e.id, e.source_id, s.sort_key, e.first_seen, e.title, e.summary, "
    "(select substr(article_text(a.blocks), 1, {text}) from article a where a.entry_id = e.id) "
    "from entry e join status s on s.entry_id = e.id where e.id in ({ids})"
)


@dataclass(frozen=True, slots=True)
class _Described:
    """An entry with what is compared of it; `moment` is its place in lists."""

    id: int
    source_id: int
    moment: float
    first_seen: float
    title: str
    summary: str | None
    text: str | None

    @property
    def read(self) -> Features:
        """Its words. The same entries are compared with all that comes within some minutes."""
        return _read(self.title, self.summary or "", self.text or "")


@lru_cache(maxsize=300)
def _read(title: str, summary: str, text: str) -> Features:
    is_beginning = text.startswith(summary[:_SAME_BEGINNING])
    return features(title, text if is_beginning else f"{summary}\n{text}")


def join_new(sql: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Look for what is like these entries, which have just come, and have them tell its story."""
    seen: dict[int, _Described] = {}
    for part in chunks(ids):
        seen |= _described(sql, part, f" and s.sort_key > e.first_seen - {KEPT}")
    for entry_id in ids:
        if entry_id in seen:
            _join(sql, seen[entry_id], seen)


def look_again(sql: sqlite3.Connection, entry_id: int) -> None:
    """The same of an entry whose text has come: it names more than its summary did."""
    if members.story_of(sql, entry_id) is None:
        join_new(sql, [entry_id])


def forget_old(sql: sqlite3.Connection, now: datetime) -> None:
    """Forget the numbers of entries that nothing can be like any more."""
    sql.execute("delete from likeness where moment < ?", (codec.seconds(now) - KEPT,))


def is_due(sql: sqlite3.Connection) -> bool:
    """Whether entries are to be looked at that came before there were stories."""
    return key_values.state(sql, _LOOKED_AT_BELOW) != "0"


def settle(sql: sqlite3.Connection, now: datetime) -> bool:
    """Look at one slice of them, the newest first, as far back as new ones are kept; whether there are more."""
    below = int(key_values.state(sql, _LOOKED_AT_BELOW) or (scalar(sql, "select max(id) from entry") or 0) + 1)
    found = scalars(
        sql,
        "select entry_id from status indexed by status_all where shown = 1 and sort_key > ? and entry_id < ? "
        "order by entry_id desc limit ?",
        (codec.seconds(now) - KEPT, below, SLICE),
    )
    join_new(sql, found)
    key_values.keep_state(sql, _LOOKED_AT_BELOW, str(found[-1]) if len(found) == SLICE else "0")
    return len(found) == SLICE


def _described(sql: sqlite3.Connection, ids: Sequence[int], which: str = "") -> dict[int, _Described]:
    """Entries by their numbers, of those that `which` is so of, a condition of SQL."""
    rows = sql.execute(_DESCRIBED.format(text=_TEXT, ids=marks(ids)) + which, tuple(ids))
    return {row[0]: _Described(*row) for row in rows}


def _join(sql: sqlite3.Connection, one: _Described, seen: dict[int, _Described]) -> None:
    own = keys(one.read)
    if members.story_of(sql, one.id) is None:
        for other_id in _candidates(sql, one, own):
            if other_id not in seen:
                seen.update(_described(sql, [other_id]))
            if other_id in seen and _is_same(sql, one, seen[other_id]):
                members.join(sql, one.id, other_id)
                break
    sql.executemany(
        "insert or ignore into likeness (key, entry_id, moment) values (?, ?, ?)",
        [(key, one.id, one.moment) for key in own],
    )


def _candidates(sql: sqlite3.Connection, one: _Described, own: Sequence[int]) -> list[int]:
    """The entries that have most in common with one."""
    weights: dict[int, float] = defaultdict(float)
    for key in own:
        query = "select entry_id from likeness where key = ? and moment between ? and ? limit ?"
        found = scalars(sql, query, (key, one.moment - WINDOW, one.moment + WINDOW, _TOO_COMMON))
        if len(found) < _TOO_COMMON:
            for entry_id in found:
                weights[entry_id] += 1 / (1 + len(found))
    weights.pop(one.id, None)
    enough = [entry_id for entry_id, weight in weights.items() if weight >= _LEAST_IN_COMMON]
    return sorted(enough, key=weights.__getitem__, reverse=True)[:_CANDIDATES]


def _is_same(sql: sqlite3.Connection, one: _Described, other: _Described) -> bool:
    says_so = is_restated if one.source_id == other.source_id else is_same_story
    apart = abs(one.moment - other.moment)
    if not says_so(one.read, other.read, apart) or members.are_apart(sql, one.id, other.id):
        return False
    own = _described(sql, members.of_source(sql, other.id, one.source_id)).values()
    if not all(is_restated(one.read, member.read, abs(one.moment - member.moment)) for member in own):
        # Its source has told this already: what it has besides is what follows, a comment, a portrait.
        return False
    query = (
        "select count(*), min(s.sort_key), max(s.sort_key) from story_member m join story_member o "
        "on o.story = m.story join status s on s.entry_id = o.entry_id where m.entry_id = ?"
    )
    count, first, last = sql.execute(query, (other.id,)).fetchone()
    # A story goes on as long as one thing is told, or it would become a chain of them.
    return count == 0 or bool(count < _MOST_MEMBERS and last - WINDOW <= one.moment <= first + WINDOW)
