"""A sync that is killed at any request: what was marked is sent later, and nothing else changes."""

import os
import signal
import sys
from pathlib import Path

import pytest
from fake_google_reader import FRESHRSS, PASSWORD, USER, FakeReader, serving

from forked import ForkServer
from tuinews.library.library import Library
from tuinews.model.accounts.account import NewAccount, ServerKind
from tuinews.model.view import Filter, View
from tuinews.settings import Settings

pytestmark = pytest.mark.skipif(os.name == "nt", reason="processes are killed by signals")

BOUNDARIES = 11
"""More requests than a sync makes that has marks to send and articles to fetch."""


class Deaths:
    """Runs syncs in processes of their own, each killed at one request."""

    def __init__(self, server: FakeReader, forks: ForkServer, folder: Path) -> None:
        self._server, self._forks, self._folder = server, forks, folder
        self._pid = 0
        self._at: tuple[str, int] | None = None
        server.before = lambda number, path: self._reached("before", number)
        server.after = lambda number, path: self._reached("after", number)

    def sync(self, at: tuple[str, int] | None = None) -> int:
        """Sync, and die at a request, before the server does it or before it answers; how the process ended."""
        self._at = at and (at[0], at[1] + len(self._server.asked))
        command = [sys.executable, "-m", "tuinews", "--data-dir", str(self._folder), "account", "sync"]
        with Path(os.devnull).open("r+b") as nothing:
            streams = (nothing.fileno(), nothing.fileno(), nothing.fileno())
            run = self._forks.start(command, streams, {**os.environ, "READER_PASSWORD": PASSWORD})
        self._pid = run.pid
        try:
            return run.wait(60)
        finally:
            self._at = None
            run.close()

    def _reached(self, when: str, number: int) -> None:
        if self._at == (when, number):
            os.kill(self._pid, signal.SIGKILL)


async def mark(folder: Path, round_: int) -> None:
    """Mark some articles of the library as a person does while there is no network."""
    library = await Library.open(folder, Settings())
    rows = {row.title: row for row in await library.rows(await library.entry_ids(View()))}
    await library.star([rows[f"Title {round_}"].id], True)
    await library.mark_read([rows[f"Title {round_}"].id], True)
    await library.star([rows[f"Title {round_ + 30}"].id], False)
    await library.close()


async def state(folder: Path) -> tuple[set[str], set[str], int]:
    """The titles that are starred and unread here, and how many marks wait."""
    library = await Library.open(folder, Settings())
    found: list[set[str]] = []
    for which in (Filter.STARRED, Filter.UNREAD):
        rows = await library.rows(await library.entry_ids(View(filter=which)))
        found.append({row.title for row in rows})
    waiting = (await library.accounts.every())[0].waiting
    await library.close()
    return found[0], found[1], waiting


@pytest.mark.parametrize("when", ["before", "after"])
async def test_marks_survive_every_death(
    tmp_path: Path, fork_server: ForkServer, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    monkeypatch.setenv("READER_PASSWORD", PASSWORD)
    with serving(FRESHRSS) as server:
        items = server.add_items(server.add_feed("http://127.0.0.1:9/a", "A"), 60)
        for item in items[30:]:
            item.starred = True
        library = await Library.open(tmp_path, Settings())
        new = NewAccount(ServerKind.GOOGLE_READER, server.url, USER, password_variable="READER_PASSWORD")
        await library.accounts.add(new)
        assert (await library.accounts.sync())[0].error is None
        await library.close()
        deaths = Deaths(server, fork_server, tmp_path)
        ends: list[int] = []
        for round_ in range(1, BOUNDARIES + 1):
            await mark(tmp_path, round_)
            items[59 - round_].read = True
            server.add_items(items[0].feed, 1)
            ends.append(deaths.sync((when, round_)))
        assert ends.count(-signal.SIGKILL) >= 8
        assert ends[-1] == 0, "the last one lived to its end"
        starred, unread, waiting = await state(tmp_path)
        assert waiting == 0
        assert starred == {item.title for item in server.items.values() if item.starred}
        assert unread == {item.title for item in server.items.values() if not item.read}
        assert all(items[round_].starred and items[round_].read for round_ in range(1, BOUNDARIES + 1))
        assert not any(items[30 + round_].starred for round_ in range(1, BOUNDARIES + 1))
        assert len(server.items) == 60 + BOUNDARIES
