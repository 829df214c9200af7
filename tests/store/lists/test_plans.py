"""No key press, mark or refresh reads a large table from end to end, or sorts one: SQLite is asked for plans."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from sqlite3 import Connection, OperationalError
from typing import Any

import pytest

from tuinews.model.undo.changes import EntryTags, TagsChanged
from tuinews.model.view import Filter, View

LARGE = ("status", "entry", "listed", "article", "feed_content", "article_lines", "tag")


_OF_FEW = ("entry_enclosed", "entry_pictured")
"""Indexes of those entries that have something, which are walked along to count a few of them."""


_LIST = re.compile(r"USING (?:COVERING )?INDEX status_\w+ \((?:shown|folded)=\?")


def walked(sql: Connection, work: Callable[[], object]) -> list[str]:
    """The steps of all that is asked in which a large table is read from end to end, or sorted."""
    asked: list[str] = []
    sql.set_trace_callback(asked.append)
    work()
    sql.set_trace_callback(None)
    statements = [one for one in dict.fromkeys(asked) if one.startswith(("select", "update", "delete", "insert"))]
    assert statements
    found: list[str] = []
    for statement in statements:
        with suppress(OperationalError):  # a statement with a place that was not filled in
            steps = [row[3] for row in sql.execute(f"explain query plan {statement}")]
            scans = [step for step in steps if step.startswith("SCAN ") and step.split()[1] in LARGE]
            scans = [step for step in scans if step.split()[-1] not in _OF_FEW]
            # A list as a condition: all that is shown, to ask each whether it is one of those that are meant.
            scans += [step for step in steps if _LIST.search(step) and " limit " not in statement]
            sorts = [step for step in steps if "TEMP B-TREE FOR ORDER BY" in step and _is_large(steps)]
            found += [f"{step}: {statement}" for step in (*scans, *sorts)]
    return found


def _is_large(steps: list[str]) -> bool:
    return any(step.split()[1] in LARGE for step in steps if step.startswith("SCAN "))


_NOWHERE = (
    *("author:nobody", "source:nowhere", "folder:nowhere", "site:nowhere.example", "lang:fr", "kind:thread"),
    *("has:video", "has:audio", "has:picture", "is:saved", "is:new", "is:starred", "before:1990", "after:2090"),
    *("words:>900", "id:99", "title:xyzzy", "text:xyzzy", "(xyzzy OR title:xyzzy)", "(is:saved OR lang:fr)"),
)
"""What hardly any entry is: nothing is asked of all that have a word beside it."""

KEYS: dict[str, Callable[[Any, list[int]], object]] = {
    "numbers": lambda make, _: (make.store.counts(), make.store.sources(), make.store.source(1)),
    "rows": lambda make, ids: (make.store.rows(ids), make.store.find_entry(ids[0])),
    "opening": lambda make, ids: (make.store.article(ids[0]), make.store.position(ids[0])),
    "mark": lambda make, ids: make.store.set_read(ids[:1], True),
    "mark many": lambda make, ids: make.store.set_read(ids, True),
    "star": lambda make, ids: make.star(ids[0]),
    "undo": lambda make, ids: (make.star(ids[1]), make.store.undo(make.now), make.store.redo(make.now)),
    "tag": lambda make, ids: make.store.do(TagsChanged((EntryTags(ids[0], (), ("t",)),)), make.now),
    "search": lambda make, _: [
        make.store.search(typed, View(filter=Filter.UNREAD), 50)
        for typed in ("news", "news three", "news -two", "news title:two", "ne")
    ],
    "search among few": lambda make, _: [
        make.store.search(typed, View(), 50) for typed in (*_NOWHERE, *(f"news {one}" for one in _NOWHERE))
    ],
    "refresh": lambda make, _: make.listing(make.store.source(1), make.entry("new", 0), make.entry("news 3", 3)),
    "nothing new": lambda make, _: make.store.record_not_modified(1, make.now, make.now + timedelta(hours=1)),
    "mutes": lambda make, _: (make.store.muting_is_due(make.now), make.store.mutes(), make.store.views()),
}


@pytest.mark.parametrize("key", KEYS)
def test_no_large_table_is_read_from_end_to_end(make: Any, key: str) -> None:
    ids = make.listing(make.source(), *(make.entry(f"news {n}", n) for n in range(9)))
    make.store.keep_article(ids[0], make.article("x", "text"), make.now)

    assert walked(make.store._database.connection, lambda: KEYS[key](make, ids)) == []


def test_a_walk_is_seen(make: Any) -> None:
    sql = make.store._database.connection

    assert len(walked(sql, lambda: sql.execute("select count(*) from status where position > 3"))) == 1
