"""The numbers of lists are those of the lists themselves, whatever was done to the library."""

from contextlib import closing
from typing import Any

import pytest

from tuinews.model.standing.queries import Mute
from tuinews.model.undo.changes import QueryChanged
from tuinews.model.view import Counts, Filter, View
from tuinews.store.database import connect
from tuinews.store.lists import tally

from .chance import Chance


def holds(shelf: Any, source_id: int | None = None) -> Counts:
    """How much the four lists of a place hold, by listing them."""
    return Counts(*(len(shelf.store.entry_ids(View(source_id, filter=which))) for which in Filter))


def agrees(shelf: Any) -> None:
    assert shelf.store.counts() == holds(shelf)
    for source in shelf.store.sources():
        here = holds(shelf, source.id)
        assert (source.total, source.unread) == (here.all, here.unread), source.title
        with shelf.store._database.reading() as sql:
            assert tally.of_source(sql, source.id) == here
    with closing(connect(shelf.store._database.path, "rw")) as sql:
        sql.execute("begin")
        assert tally.wrong(sql) == []


@pytest.mark.parametrize("seed", range(3))
def test_numbers_are_those_of_the_lists_after_any_change(shelf: Any, seed: int) -> None:
    chance = Chance(shelf, seed)
    for _ in range(40):
        chance.step()
        agrees(shelf)


def test_numbers_that_are_wrong_are_found_and_counted_anew(shelf: Any) -> None:
    source = shelf.source()
    shelf.listing(source, *(shelf.entry(f"{n}", n) for n in range(3)))
    with shelf.store._database.writing() as sql:
        sql.execute("update tally set unread = unread + 1 where source_id = 0")
        sql.execute("delete from tally where source_id = ?", (source.id,))

        found = tally.wrong(sql)
        tally.count_anew(sql)

        assert {one.source_id: one.counted for one in found} == {0: Counts(3, 4, 0, 0), source.id: None}
        assert [one.holds for one in found] == [Counts(3, 3, 0, 0)] * 2
    agrees(shelf)


def test_what_is_muted_is_counted_nowhere_from_its_coming_to_its_going(shelf: Any) -> None:
    shelf.store.do(QueryChanged(None, Mute(query="title:storm")), shelf.now)
    one, two = shelf.source("one"), shelf.source("two")
    [storm, _] = shelf.listing(one, shelf.entry("storm", 1), shelf.entry("gold", 2))
    shelf.listing(two, shelf.entry("storm", 1))

    assert [(source.unread, source.total) for source in shelf.store.sources()] == [(1, 1), (0, 0)]
    agrees(shelf)
    with shelf.store._database.writing() as sql:
        sql.execute("delete from entry where id = ?", (storm,))
    agrees(shelf)
