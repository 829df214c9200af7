"""What the safety tests do in processes of their own, because it needs a limit, another user, or a death.

Run as `python processes.py TASK DIRECTORY …`; prints one JSON value.
"""

import json
import os
import random
import resource
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tuinews.errors import DiskFullError, StoreError
from tuinews.model.article import Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.sources.retention import Retention
from tuinews.model.undo.changes import EntriesMarked, EntryMark
from tuinews.model.view import Filter, View
from tuinews.store.lists import tally
from tuinews.store.recovery.examination import examine
from tuinews.store.recovery.watch import Watch
from tuinews.store.store import Store
from tuinews.store.tables.changes import MOST

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
NOBODY = 65534


def listing(name: str, count: int = 5) -> Refreshed:
    """Entries whose names begin with `name`."""
    said = Entry("", "", None, summary="Người dân Đà Nẵng xếp hàng từ sáng sớm. " * 5)
    entries = [
        replace(said, id=f"{name}-{i}", title=f"{name}-{i}", url=f"https://a.example.org/{name}-{i}")
        for i in range(count)
    ]
    return Refreshed(Listing(tuple(entries)), NOW)


def article(name: str) -> Article:
    """About 8 KB of text."""
    paragraphs = tuple(
        Paragraph((Span(f"{name} {number} {random.random()} mưa lớn " * 20),)) for number in range(8)
    )
    return Article(None, name, Document(paragraphs))


def new_source(name: str) -> NewSource:
    """A feed of that name."""
    return NewSource(SourceKind.FEED, f"https://{name}.example.org/feed", name)


def write_until_killed(directory: Path, name: str, acknowledged: int) -> None:
    """Write listings, articles and marks for ever; each mark that returned goes down the pipe."""
    store = Store.open(directory, NOW)
    source = store.add_source(new_source("a"), NOW)
    for number in range(1_000_000):
        ids = store.record_listing(source.id, listing(f"{name}-{number}"))
        store.keep_article(ids[0], article(name), NOW)
        store.do(EntriesMarked(tuple(ids[2:4]), EntryMark.STARRED, True), NOW)
        for entry_id in store.set_read(ids[:2], True):
            os.write(acknowledged, f"{entry_id}\n".encode())


def die(directory: Path, rounds: int) -> dict[str, object]:
    """Kill a writer again and again; returns what was wrong afterwards, and how much was written at all."""
    random.seed(7)
    wrong: list[str] = []
    marks: set[int] = set()
    for number in range(rounds):
        marks |= _one_death(directory, f"round{number}")
        wrong += _damage(directory, marks)
    return {"wrong": wrong, "marks": len(marks)}


def _one_death(directory: Path, name: str) -> set[int]:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        write_until_killed(directory, name, writer)
    os.close(writer)
    got = os.read(reader, 64)
    time.sleep(random.uniform(0, 0.03))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as rest:
        got += rest.read()
    return {int(line) for line in got.split(b"\n")[:-1]}


def leave_wal(directory: Path) -> dict[str, object]:
    """Kill a writer and leave its files as they are, but for the shared memory."""
    marks = _one_death(directory, "one")
    (directory / "library.sqlite3-shm").unlink()
    return {"marks": len(marks)}


def _damage(directory: Path, marks: set[int]) -> list[str]:
    wrong: list[str] = []
    with closing(Store.open(directory, NOW)) as store:
        ids = store.entry_ids(View())
        titles = [row.title for row in store.rows(ids)]
        if len(set(titles)) != len(titles):
            wrong.append("an entry is there twice")
        if not marks <= set(ids) - set(store.entry_ids(View(filter=Filter.UNREAD))):
            wrong.append("a mark was lost")
        kept = store.entry_ids(View(filter=Filter.OFFLINE))
        if any(store.article(entry_id) is None for entry_id in kept):
            wrong.append("an article is not whole")
        starred = store.entry_ids(View(filter=Filter.STARRED))
        wrong += store.notices
    with closing(sqlite3.connect(directory / "library.sqlite3")) as sql:
        wrong += [row[0] for row in sql.execute("pragma integrity_check") if row[0] != "ok"]
        if sql.execute("select count(*) from article").fetchone()[0] != len(kept):
            wrong.append("an article is there that nobody knows of")
        if sql.execute("select count(*) from change").fetchone()[0] != min(MOST, len(starred) // 2):
            wrong.append("a step is not there that was done, or there and not done")
        sql.execute("insert into words (words) values ('integrity-check')")
    return wrong


def fill_disk(directory: Path) -> dict[str, object]:
    """Write until a file may grow no more, then make room and go on."""
    with closing(Store.open(directory, NOW)) as store:
        source = store.add_source(new_source("a"), NOW)
        first = store.record_listing(source.id, listing("first"))
        store.set_read(first, True)
        size = max(path.stat().st_size for path in directory.iterdir())
        unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 200_000, unlimited[1]))
        recorded, error = 0, ""
        for number in range(1000):
            try:
                recorded += len(store.record_listing(source.id, listing(f"more{number}")))
            except DiskFullError as full:
                error = str(full)
                break
        in_between = len(store.entry_ids(View()))
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
        after = len(store.record_listing(source.id, listing("room again")))
        return {
            "error": error,
            "lost": 5 + recorded - in_between,
            "after": after,
            "read": len(store.entry_ids(View())) - len(store.entry_ids(View(filter=Filter.UNREAD))),
        }


def write_along(directory: Path, name: str, rounds: int) -> dict[str, object]:
    """Write beside another process that does the same."""
    marks = 0
    with closing(Store.open(directory, NOW)) as store:
        source = store.add_source(new_source(name), NOW)
        for number in range(rounds):
            ids = store.record_listing(source.id, listing(f"{name}-{number}"))
            store.keep_article(ids[0], article(name), NOW)
            marks += len(store.set_read(ids, True))
        return {"marks": marks, "notices": store.notices}


def read_only(directory: Path) -> dict[str, object]:
    """Open and read as somebody who may not write here, and try to write."""
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    with closing(Store.open(directory, NOW)) as store:
        ids = store.entry_ids(View())
        try:
            store.set_read(ids, True)
            error = ""
        except StoreError as refused:
            error = str(refused)
        found = len(store.search("da nang", View()))
        pages = [finding.is_well for finding in examine(directory, NOW) if finding.name == "pages"]
        return {
            "read_only": store.read_only,
            "notices": store.notices,
            "entries": len(ids),
            "found": found,
            "pages": pages,
            "error": error,
        }


def die_retiring(directory: Path, rounds: int) -> dict[str, object]:
    """Kill again and again who retires entries; returns what was wrong afterwards, and how many went."""
    random.seed(11)
    everything, none = listing("old", 300), listing("today", 1)
    with closing(Store.open(directory, NOW)) as store:
        source = store.add_source(new_source("a"), NOW)
        for entry_id in store.record_listing(source.id, everything)[:200]:
            store.keep_article(entry_id, article("x"), NOW)
        store.record_listing(source.id, none)
    wrong: list[str] = []
    left = [301]
    for _ in range(rounds):
        _killed_retiring(directory, source.id)
        with closing(Store.open(directory, NOW)) as store:
            left.append(len(store.entry_ids(View())))
            wrong += store.notices
            kept = store.entry_ids(View(filter=Filter.OFFLINE))
            wrong += ["an article is not whole" for entry_id in kept if store.article(entry_id) is None]
        wrong += _unsound(directory, 301)
    with closing(Store.open(directory, NOW)) as store:
        if store.record_listing(source.id, everything) or len(store.entry_ids(View())) != left[-1]:
            wrong.append("what was retired came back")
    return {"wrong": wrong, "left": left}


def _killed_retiring(directory: Path, source_id: int) -> None:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        store = Store.open(directory, NOW)
        later = NOW + timedelta(days=31)
        going = store.retirable(source_id, {source_id: Retention(unread_days=30)}, later)
        os.write(writer, b".")
        for entry_id in going:
            store.retire(source_id, {source_id: Retention(unread_days=30)}, [entry_id], later)
        os._exit(0)
    os.read(reader, 1)
    time.sleep(random.uniform(0, 0.03))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reader)
    os.close(writer)


def _unsound(directory: Path, entries: int) -> list[str]:
    """What is wrong with a library in which each of so many entries is there, or is remembered as retired."""
    with closing(sqlite3.connect(directory / "library.sqlite3")) as sql:
        wrong = [row[0] for row in sql.execute("pragma integrity_check") if row[0] != "ok"]
        wrong += [f"{row[0]} is a stray" for row in sql.execute("pragma foreign_key_check")]
        there, retired = (sql.execute(f"select count(*) from {one}").fetchone()[0] for one in ("entry", "retired"))
        if there + retired != entries:
            wrong.append(f"{there} are there and {retired} are remembered")
        for table in ("words", "marked_words"):
            sql.execute(f"insert into {table} ({table}) values ('integrity-check')")
        return wrong + [str(one) for one in tally.wrong(sql)]


STEPS = ("os.rename", "os.remove", "os.mkdir", "os.chmod", "sqlite3.connect", "shutil.copyfile")
"""Audit events of what mending does to files (docs.python.org/3/library/audit_events.html)."""


def at_step(number: int, act: Callable[[], None]) -> None:
    """Call `act` just before the step of that number from now on, counted from 1."""
    left = number

    def hook(event: str, _: object) -> None:
        nonlocal left
        if event in STEPS:
            left -= 1
            if left == 0:
                act()

    sys.addaudithook(hook)


def die_mending(directory: Path, step: int) -> dict[str, object]:
    """Open a damaged library and be killed at that step; tells where it was opened in fewer steps."""
    at_step(step, lambda: os.kill(os.getpid(), signal.SIGKILL))
    with closing(Store.open(directory, NOW)) as store:
        return {"notices": store.notices, "entries": len(store.entry_ids(View()))}


def mend_slowly(directory: Path) -> dict[str, object]:
    """Open a damaged library; say so in the middle of mending, and go on when stdin ends."""

    def wait() -> None:
        print("mending", flush=True)
        sys.stdin.read()

    def on_rebuilt(event: str, arguments: tuple[object, ...]) -> None:
        if event == "os.rename" and str(arguments[1]).endswith("library.rebuilt.sqlite3"):
            wait()

    sys.addaudithook(on_rebuilt)
    with closing(Store.open(directory, NOW)) as store:
        return {"notices": store.notices, "entries": len(store.entry_ids(View()))}


def open_watched(directory: Path) -> dict[str, object]:
    """Open a library and print each step that is told, as it is."""
    with closing(Store.open(directory, NOW, Watch(lambda step: print(step.value, flush=True)))) as store:
        return {"notices": store.notices, "entries": len(store.entry_ids(View()))}


def main() -> None:
    """Do the task that is named."""
    task, directory, *rest = sys.argv[1:]
    path = Path(directory)
    match task:
        case "die":
            result = die(path, int(rest[0]))
        case "die_retiring":
            result = die_retiring(path, int(rest[0]))
        case "leave_wal":
            result = leave_wal(path)
        case "fill_disk":
            result = fill_disk(path)
        case "write_along":
            result = write_along(path, rest[0], int(rest[1]))
        case "die_mending":
            result = die_mending(path, int(rest[0]))
        case "mend_slowly":
            result = mend_slowly(path)
        case "open_watched":
            result = open_watched(path)
        case _:
            result = read_only(path)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
