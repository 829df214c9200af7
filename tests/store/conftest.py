"""A library in a folder of its own, and small makers of what goes into it."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from forked import ForkServer, Piped
from tuinews.model.article import Article, SelectorRule
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, Source, SourceKind
from tuinews.model.sources.arrangement import Arrangement
from tuinews.model.sources.options import SourceOptions
from tuinews.model.undo.changes import (
    EntriesMarked,
    EntryMark,
    SelectorRuleChanged,
    SourceArranged,
    SourcesRemoved,
)
from tuinews.model.when import When
from tuinews.store.store import Store

NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


class Maker:
    """A store with short words for what the tests do all the time."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.now = NOON

    def source(self, name: str = "a", folder: str | None = None) -> Source:
        url = f"https://{name}.example.org/feed.xml"
        return self.store.add_source(NewSource(SourceKind.FEED, url, name, folder=folder), self.now)

    def listing(self, source: Source, *entries: Entry, at: datetime | None = None) -> list[int]:
        refreshed = Refreshed(
            Listing(entries), fetched=at or self.now, next_refresh=self.now + timedelta(minutes=30)
        )
        return self.store.record_listing(source.id, refreshed)

    def entry(self, name: str, hours_ago: float | None = None, **more: object) -> Entry:
        published = None if hours_ago is None else When(self.now - timedelta(hours=hours_ago))
        entry = Entry(id=f"id:{name}", title=name, url=f"https://a.example.org/{name}", published=published)
        return replace(entry, **more)  # type: ignore[arg-type]

    def article(self, title: str, *paragraphs: str) -> Article:
        blocks = tuple(Paragraph((Span(text),)) for text in paragraphs)
        return Article(f"https://a.example.org/{title}", title, Document(blocks))

    def star(self, *ids: int, value: bool = True) -> list[int]:
        done = self.store.do(EntriesMarked(ids, EntryMark.STARRED, value), self.now)
        return list(done.ids) if isinstance(done, EntriesMarked) else []

    def remove(self, source: Source, at: datetime | None = None) -> None:
        self.store.do(SourcesRemoved((source.id,), (source.title,)), at or self.now)

    def set_selector_rule(self, source: Source, rule: SelectorRule | None) -> None:
        known = self._as_it_is(source).selector_rule
        self.store.do(SelectorRuleChanged(source.id, source.title, known, rule), self.now)

    def arrange(self, source: Source, title: str, folder: str | None, options: SourceOptions) -> None:
        to = Arrangement(title, folder, options)
        self.store.do(SourceArranged(source.id, Arrangement.of(self._as_it_is(source)), to), self.now)

    def _as_it_is(self, source: Source) -> Source:
        """The source as it is now, which may have been removed."""
        return next((one for one in self.store.sources() if one.id == source.id), source)

    def titles(self, ids: object) -> list[str]:
        return [row.title for row in self.store.rows(list(ids))]  # type: ignore[call-overload]


StartTask = Callable[..., Piped]


@pytest.fixture
def start(fork_server: ForkServer) -> Iterator[StartTask]:
    """Starts a task of `processes.py` in a process of its own; all end with the test."""
    running: list[Piped] = []

    def begin(*arguments: object) -> Piped:
        command = [sys.executable, str(Path(__file__).with_name("processes.py")), *map(str, arguments)]
        running.append(fork_server.open(command, os.environ))
        return running[-1]

    yield begin
    for process in running:
        process.close()


def result(process: Piped) -> dict[str, Any]:
    """What a task says at its end, which is in order."""
    said = process.read_to_the_end()
    assert process.returncode == 0
    return dict(json.loads(said.splitlines()[-1]))


@pytest.fixture
def open_store() -> Iterator[Callable[..., Store]]:
    """Opens stores that are closed when the test ends."""
    opened: list[Store] = []

    def open_one(directory: Path, now: datetime = NOON) -> Store:
        opened.append(Store.open(directory, now))
        return opened[-1]

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def make(tmp_path: Path, empty_library: Path, open_store: Callable[..., Store]) -> Maker:
    shutil.copytree(empty_library, tmp_path / "library")
    return Maker(open_store(tmp_path / "library"))


@pytest.fixture(scope="session")
def written_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of one source, 300 entries and 60 articles, closed, with its backup; entry 1 starred, 2 read."""
    directory = tmp_path_factory.mktemp("written") / "library"
    make = Maker(Store.open(directory, NOON))
    entries = [make.entry(f"Đà Nẵng {n}", n, summary="mưa lớn " * 30) for n in range(300)]
    source = make.source("a")
    make.set_selector_rule(source, SelectorRule("div.story"))
    ids = make.listing(source, *entries)
    for entry_id in ids[:60]:
        make.store.keep_article(entry_id, make.article("x", *["gió mạnh " * 40] * 20), make.now)
    make.star(1)
    make.store.set_read([2], True)
    make.store.close()
    return directory


@pytest.fixture
def on_shelf() -> Callable[[Store], Maker]:
    """The short words for a store that the test opened itself."""
    return Maker
