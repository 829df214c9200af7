"""The numbers of lists are those of the lists themselves, whatever was done to the library."""

from contextlib import closing
from typing import Any

import pytest

from tuinews.model.standing.queries import Mute
from tuinews.model.undo.changes import QueryChanged
from tuinews.model.view import Counts, Filter, View
from tuinews.store.connecting import connect
from tuinews.store.lists import tally

from .chance import Chance


def holds(make: Any, source_id: int | None = None) -> Counts:
    """How much the four lists of a place hold, by listing them."""
    return Counts(*(len(make.store.entry_ids(View(source_id, filter=which))) for which in Filter))


def agrees(make: Any) -> None:
    assert make.store.counts() == holds(make)
    for source in make.store.sources():
        here = holds(make, source.id)
        assert (source.total, source.unread) == (here.all, here.unread), source.title
        with make.store._database.reading() as sql:
            assert tally.of_source(sql, source.id) == here
    with closing(connect(make.store._database.path, "rw")) as sql:
        sql.execute("begin")
        assert tally.wrong(sql) == []


@pytest.mark.parametrize("seed", range(3))
def test_numbers_are_those_of_the_lists_after_any_change(make: Any, seed: int) -> None:
    chance = Chance(make, seed)
    for _ in range(40):
        chance.step()
        agrees(make)


def test_numbers_that_are_wrong_are_found_and_counted_anew(make: Any) -> None:
    source = make.source()
    make.listing(source, *(make.entry(f"{n}", n) for n in range(3)))
    with make.store._database.writing() as sql:
        sql.execute("update tally set unread = unread + 1 where source_id = 0")
        sql.execute("delete from tally where source_id = ?", (source.id,))

        found = tally.wrong(sql)
        tally.count_anew(sql)

        assert {one.source_id: one.counted for one in found} == {0: Counts(3, 4, 0, 0), source.id: None}
        assert [one.holds for one in found] == [Counts(3, 3, 0, 0)] * 2
    agrees(make)


def test_what_is_muted_is_counted_nowhere_from_its_coming_to_its_going(make: Any) -> None:
    make.store.do(QueryChanged(None, Mute(query="title:storm")), make.now)
    one, two = make.source("one"), make.source("two")
    [storm, _] = make.listing(one, make.entry("storm", 1), make.entry("gold", 2))
    make.listing(two, make.entry("storm", 1))

    assert [(source.unread, source.total) for source in make.store.sources()] == [(1, 1), (0, 0)]
    agrees(make)
    with make.store._database.writing() as sql:
        sql.execute("delete from entry where id = ?", (storm,))
    agrees(make)
