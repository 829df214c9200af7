"""Syncs with a server that are killed: what was marked here waits in the journal, or the server has it."""

import asyncio
import os
import random
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Protocol, Self

import killed_library
from fake_google_reader import FRESHRSS, PASSWORD, USER, Item, serving
from killed_library import NOW

from tuinews.library.library import Library
from tuinews.model.accounts.account import NewAccount, ServerKind
from tuinews.model.undo.changes import EntriesMarked, EntryMark
from tuinews.settings import Settings
from tuinews.store.recovery.open_library import FILE_NAME
from tuinews.store.store import Store

ITEMS = 60
VARIABLE = "READER_PASSWORD"


class Ended(Protocol):
    """How a process ended."""

    @property
    def killed(self) -> bool:
        """Whether it was killed."""

    @property
    def seconds(self) -> float:
        """How long it ran."""


class Runs(Protocol):
    """What starts processes, and kills them."""

    def run(self, command: Sequence[str], delay: float | None, environ: Mapping[str, str] | None = None) -> Ended:
        """Run one; kill it so many seconds after it began, or never."""


class Sync:
    """The rounds: marks are made without a network, then a sync is killed at a moment by chance.

    The server runs for the length of a `with` block.
    """

    def __init__(self, killer: Runs, folder: Path) -> None:
        self._killer, self._folder = killer, folder
        self._stack = ExitStack()
        self._environ = {**os.environ, VARIABLE: PASSWORD}
        self._seconds: float | None = None
        self.killed = 0

    def once(self, chance: random.Random) -> list[str]:
        """One round; what was wrong after it."""
        if self._seconds is None:
            self._server.add_items(self._server.add_feed("http://127.0.0.1:9/a", "A"), ITEMS)
            asyncio.run(_sign_in(self._folder, self._server.url))
            self._seconds = self._sync(None).seconds
        self._mark(chance)
        self._server.add_items(next(iter(self._server.feeds.values())), 1)
        self.killed += self._sync(chance.uniform(0, self._seconds)).killed
        wrong = [*killed_library.complaints(self._folder), *self._lost()]
        if chance.random() < 0.2:
            self._sync(None)
            wrong += [f"after a whole sync: {one}" for one in self._differing()]
        return wrong

    def __enter__(self) -> Self:
        self._server = self._stack.enter_context(serving(FRESHRSS))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _sync(self, delay: float | None) -> Ended:
        command = ["-m", "tuinews", "--data-dir", str(self._folder), "account", "sync"]
        return self._killer.run(["-c", _PROGRAM, *command[2:]], delay, self._environ)

    def _mark(self, chance: random.Random) -> None:
        """Mark some articles here, and some others there."""
        ids = killed_library.every_id(self._folder)
        with closing(Store.open(self._folder, NOW)) as store:
            for mark in EntryMark:
                change = EntriesMarked(tuple(chance.sample(ids, 6)), mark, chance.random() < 0.6)
                store.do(change, NOW)

    def _differing(self) -> list[str]:
        """Marks that are not the same here and on the server."""
        items = {item.url: item for item in self._server.items.values()}
        with closing(sqlite3.connect(self._folder / FILE_NAME)) as sql:
            rows = sql.execute(
                "select e.url, s.read, s.starred from entry e join status s on s.entry_id = e.id"
            ).fetchall()
        here = {url: {"read": bool(read), "starred": bool(starred)} for url, read, starred in rows}
        return [
            f"{url} {mark}"
            for url, marks in here.items()
            for mark, value in marks.items()
            if url in items and value is not _has(items[url], mark)
        ]

    def _lost(self) -> list[str]:
        """Of these marks those that the journal does not have, and nobody will ever tell the server."""
        with closing(sqlite3.connect(self._folder / FILE_NAME)) as sql:
            waiting = sql.execute(
                "select e.url, j.mark from account_journal j join entry e on e.id = j.entry_id"
            ).fetchall()
        journal = {f"{url} {mark}" for url, mark in waiting}
        return [f"a mark was lost: {one}" for one in self._differing() if one not in journal]


def _has(item: Item, mark: str) -> bool:
    return bool(getattr(item, mark))


_PROGRAM = """
import os
os.write(1, b"begin\\n")
from tuinews.__main__ import main
main()
"""
"""The program, which says first that it began."""


async def _sign_in(folder: Path, url: str) -> None:
    library = await Library.open(folder, Settings())
    try:
        os.environ[VARIABLE] = PASSWORD
        await library.accounts.add(NewAccount(ServerKind.GOOGLE_READER, url, USER, password_variable=VARIABLE))
        done = await library.accounts.sync()
        assert done[0].error is None, done[0].error
    finally:
        del os.environ[VARIABLE]
        await library.close()
