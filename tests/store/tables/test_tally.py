"""The numbers of lists are those of the lists themselves, whatever was done to the library."""

import random
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest

from tuinews.model.source import Source
from tuinews.model.sources.options import SourceOptions
from tuinews.model.standing.queries import Mute
from tuinews.model.undo.changes import EntryTags, QueryChanged, TagsChanged
from tuinews.model.view import Counts, Filter, View
from tuinews.store.database import connect
from tuinews.store.tables import sources, tally


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


class Chance:
    """Does one of all that changes what lists hold."""

    def __init__(self, shelf: Any, seed: int) -> None:
        self.shelf, self.random, self.days = shelf, random.Random(seed), 0
        self.sources: list[Source] = [shelf.source(name) for name in ("one", "two", "three")]
        self.ids: list[int] = []
        self.deeds: list[Callable[[], object]] = [
            *[self.arrive] * 3,
            *[self.mark] * 3,
            self.star,
            self.keep,
            self.mute,
            self.unmute,
            self.tag,
            self.remove,
            self.hide,
            lambda: shelf.store.undo(shelf.now),
            lambda: shelf.store.redo(shelf.now),
            self.purge,
        ]

    def step(self) -> None:
        self.random.choice(self.deeds)()

    def some(self) -> list[int]:
        return self.random.sample(self.ids, min(len(self.ids), self.random.randint(0, 7)))

    def source(self) -> Source:
        return self.random.choice(self.sources)

    def arrive(self) -> None:
        chosen = sorted(self.random.sample(range(15), 4))
        entries = (self.shelf.entry(f"news {n}", n) for n in chosen)
        self.ids += self.shelf.listing(self.source(), *entries)

    def mark(self) -> None:
        self.shelf.store.set_read(self.some(), self.random.random() < 0.7)

    def star(self) -> None:
        self.shelf.star(*self.some(), value=self.random.random() < 0.7)

    def keep(self) -> None:
        there = {row.id for row in self.shelf.store.rows(self.ids)}
        for entry_id in there.intersection(self.some()):
            self.shelf.store.keep_article(entry_id, self.shelf.article("kept", "text"), self.shelf.now)

    def mute(self) -> None:
        query = f"title:{self.random.randint(0, 14)}"
        self.shelf.store.do(QueryChanged(None, Mute(query=query)), self.shelf.now)
        self.settle()

    def unmute(self) -> None:
        for mute in self.shelf.store.mutes()[:1]:
            self.shelf.store.do(QueryChanged(mute, None), self.shelf.now)
        self.settle()

    def settle(self) -> None:
        while self.shelf.store.settle_mutes(self.shelf.now):
            pass

    def tag(self) -> None:
        there = {row.id for row in self.shelf.store.rows(self.ids)}
        tagged = tuple(EntryTags(entry_id, (), ("t",)) for entry_id in there.intersection(self.some()))
        self.shelf.store.do(TagsChanged(tagged), self.shelf.now)

    def remove(self) -> None:
        self.shelf.remove(self.source())

    def hide(self) -> None:
        source = self.source()
        self.shelf.arrange(source, source.title, None, SourceOptions(hidden=self.random.random() < 0.5))

    def purge(self) -> None:
        with self.shelf.store._database.writing() as sql:
            sql.execute("update source set removed_day = -9")
            sources.purge(sql, self.shelf.now + timedelta(days=31))
        self.sources = [self.shelf.source(name) for name in ("one", "two", "three")]


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
