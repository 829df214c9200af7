"""All that changes what lists hold, by chance: for what must be right whatever was done."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tuinews.model.source import Source
from tuinews.model.sources.options import SourceOptions
from tuinews.model.standing.queries import Mute
from tuinews.model.undo.changes import EntryTags, QueryChanged, TagsChanged
from tuinews.store.tables import sources


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
