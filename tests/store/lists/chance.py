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

    def __init__(self, make: Any, seed: int) -> None:
        self.make, self.random, self.days = make, random.Random(seed), 0
        self.sources: list[Source] = [make.source(name) for name in ("one", "two", "three")]
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
            lambda: make.store.undo(make.now),
            lambda: make.store.redo(make.now),
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
        entries = (self.make.entry(f"news {n}", n) for n in chosen)
        self.ids += self.make.listing(self.source(), *entries)

    def mark(self) -> None:
        self.make.store.set_read(self.some(), self.random.random() < 0.7)

    def star(self) -> None:
        self.make.star(*self.some(), value=self.random.random() < 0.7)

    def keep(self) -> None:
        there = {row.id for row in self.make.store.rows(self.ids)}
        for entry_id in there.intersection(self.some()):
            self.make.store.keep_article(entry_id, self.make.article("kept", "text"), self.make.now)

    def mute(self) -> None:
        query = f"title:{self.random.randint(0, 14)}"
        self.make.store.do(QueryChanged(None, Mute(query=query)), self.make.now)
        self.settle()

    def unmute(self) -> None:
        for mute in self.make.store.mutes()[:1]:
            self.make.store.do(QueryChanged(mute, None), self.make.now)
        self.settle()

    def settle(self) -> None:
        while self.make.store.settle_mutes(self.make.now):
            pass

    def tag(self) -> None:
        there = {row.id for row in self.make.store.rows(self.ids)}
        tagged = tuple(EntryTags(entry_id, (), ("t",)) for entry_id in there.intersection(self.some()))
        self.make.store.do(TagsChanged(tagged), self.make.now)

    def remove(self) -> None:
        self.make.remove(self.source())

    def hide(self) -> None:
        source, options = self.source(), SourceOptions(hidden=self.random.random() < 0.5)
        if source.id in {one.id for one in self.make.store.sources()}:
            self.make.arrange(source, source.title, None, options)

    def purge(self) -> None:
        with self.make.store._database.writing() as sql:
            sql.execute("update source set removed_day = -9")
            sources.purge(sql, self.make.now + timedelta(days=31))
        self.sources = [self.make.source(name) for name in ("one", "two", "three")]
