"""`tuinews refresh` of many sources has a process write beside it: what it brings, and how either ends."""

import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil
import pytest

from tuinews.model.source import NewSource, SourceKind
from tuinews.store.store import Store

MANY = 12
PATIENCE = 60.0
NOW = datetime(2026, 9, 1, tzinfo=UTC)
LONG = "Một câu đủ dài để là một đoạn văn của bài báo này, và còn thêm một chút. " * 12

pytestmark = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) == 1, reason="it needs a second core"
)


def until(so: Callable[[], Any], what: str) -> Any:
    """Wait until it is so; what it gave then."""
    end = time.monotonic() + PATIENCE
    while not (value := so()):
        assert time.monotonic() < end, f"never so: {what}"
        time.sleep(0.01)
    return value


class Papers:
    """A host of many feeds with two entries each, one of them a whole text; those behind `gate` wait for it."""

    def __init__(self, host: Any, make_reply: Any) -> None:
        self.host, self.gate, self.held = host, threading.Event(), set[int]()
        self.gate.set()
        for number in range(MANY):
            items = "".join(
                f"<item><title>Tin {number}.{one} về phiên chợ</title><link>{host.url}/p{number}.{one}</link>"
                f"<pubDate>Tue, 0{one + 1} Sep 2026 08:00:00 +0700</pubDate>"
                f"<content:encoded><![CDATA[<p>{text}</p>]]></content:encoded></item>"
                for one, text in enumerate((LONG, "Ngắn thôi"))
            )
            feed = f'<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>{items}'
            reply = make_reply(f"{feed}</channel></rss>", Content_Type="application/rss+xml")
            host.answers[f"/{number}"] = self._answer(number, reply)

    def _answer(self, number: int, reply: Any) -> Callable[[Any], Any]:
        def answer(_: Any) -> Any:
            if number in self.held:
                self.gate.wait(PATIENCE)
            return reply

        return answer

    def hold(self, first: int) -> None:
        """Answer to the feeds from this one on no more, until the gate is opened."""
        self.held = set(range(first, MANY))
        self.gate.clear()


@pytest.fixture
def papers(host: Any, make_reply: Any) -> Any:
    papers = Papers(host, make_reply)
    yield papers
    papers.gate.set()


def put(folder: Path, host: Any) -> Path:
    """A library of as many sources as papers, none of which was looked at."""
    with closing(Store.open(folder / "library", NOW)) as store:
        store.add_sources(
            [
                NewSource(SourceKind.FEED, f"{host.url}/{n}", f"Báo {n:02}", typed_url=f"{host.url}/{n}")
                for n in range(MANY)
            ],
            NOW,
        )
    return folder


@pytest.fixture
def folder(tmp_path: Path, papers: Papers) -> Path:
    return put(tmp_path, papers.host)


def command(folder: Path, *argv: str) -> list[str]:
    places = ["--data-dir", str(folder / "library"), "--config", str(folder / "settings.toml")]
    return [sys.executable, "-m", "tuinews", *argv, *places]


class Refresh:
    """`tuinews refresh` in a session of its own; `prepare` is called in it before it begins."""

    def __init__(self, folder: Path, prepare: Callable[[], None] | None = None) -> None:
        self.process = subprocess.Popen(
            command(folder, "refresh", "--articles", "0", "--json"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            preexec_fn=prepare,
        )

    def writer(self) -> psutil.Process:
        """The process that writes, once it has opened the library."""

        def found() -> psutil.Process | None:
            for child in psutil.Process(self.process.pid).children():
                if any(one.path.endswith("library.sqlite3") for one in child.open_files()):
                    return child
            return None

        writer: psutil.Process = until(found, "it has a process that writes")
        return writer

    def ended(self) -> tuple[int, Any, str]:
        """Its status, what it printed, and what it said beside that."""
        out, err = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, json.loads(out) if out else None, err.decode()


def listed(folder: Path, *which: str) -> list[dict[str, Any]]:
    done = subprocess.run(
        command(folder, "list", "--json", "--limit", "100", *which), check=True, stdout=subprocess.PIPE
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def refreshed_sources(folder: Path) -> int:
    """How many sources were looked at and kept."""
    with closing(Store.open(folder / "library", NOW)) as store:
        return sum(source.last_refresh is not None for source in store.sources())


def on_one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def is_gone(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def test_it_brings_what_one_process_alone_brings(folder: Path, papers: Papers) -> None:
    alone = put(folder / "alone", papers.host)
    for one in (folder, alone):
        for argv in (("rule", "add", "star", "title:3.1"), ("mute", "title:4.0")):
            subprocess.run(command(one, *argv), check=True, stdout=subprocess.DEVNULL)
    papers.hold(MANY - 1)
    refresh = Refresh(folder)
    writer = refresh.writer()
    papers.gate.set()
    status, result, said = refresh.ended()
    assert is_gone(writer)
    assert (status, result["new_entries"], result["failed"], said) == (0, 2 * MANY, [], "")
    single = Refresh(alone, on_one_core)
    assert not psutil.Process(single.process.pid).children()
    assert single.ended()[0] == 0
    assert _comparable(folder) == _comparable(alone)
    assert len(listed(folder, "--offline")) == MANY - 1, "texts that are whole are kept, but for the muted one"
    assert len(listed(folder, "--starred")) == 1, "rules are done"


def _comparable(folder: Path) -> list[dict[str, Any]]:
    """The list, but for the numbers of entries, and for when they came."""
    rows = [{k: v for k, v in row.items() if k not in ("id", "first_seen")} for row in listed(folder)]
    return sorted(rows, key=lambda row: str(row["title"]))


def test_where_the_writer_is_killed_the_rest_is_written_all_the_same(folder: Path, papers: Papers) -> None:
    papers.hold(MANY // 2)
    refresh = Refresh(folder)
    writer = refresh.writer()
    until(lambda: refreshed_sources(folder) == MANY // 2, "the first half is kept")
    writer.kill()
    papers.gate.set()
    status, result, said = refresh.ended()
    assert (status, result["new_entries"], result["failed"], said) == (0, 2 * MANY, [], "")
    assert len({row["title"] for row in listed(folder)}) == 2 * MANY
    assert sorted(papers.host.asked) == sorted(f"/{n}" for n in range(MANY)), "none is asked twice"


def test_where_the_writer_is_killed_in_its_first_write_nothing_is_lost(folder: Path, papers: Papers) -> None:
    papers.hold(1)
    refresh = Refresh(folder)
    refresh.writer().kill()
    papers.gate.set()
    status, result, _ = refresh.ended()
    assert (status, result["failed"]) == (0, [])
    assert len({row["title"] for row in listed(folder)}) == 2 * MANY


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_both_and_leaves_no_claim(folder: Path, papers: Papers, number: signal.Signals) -> None:
    papers.hold(MANY // 2)
    refresh = Refresh(folder)
    writer = refresh.writer()
    if number is signal.SIGINT:
        os.killpg(refresh.process.pid, number)  # as a terminal sends it
    else:
        refresh.process.send_signal(number)
    status, _, said = refresh.ended()
    assert (status, said) == (130, "")
    assert is_gone(writer)
    papers.gate.set()
    status, result, _ = Refresh(folder).ended()
    assert (status, result["sources"], result["elsewhere"]) == (0, MANY, 0)
    assert len({row["title"] for row in listed(folder)}) == 2 * MANY


def test_the_writer_ends_with_a_command_that_is_killed(folder: Path, papers: Papers) -> None:
    papers.hold(MANY // 2)
    refresh = Refresh(folder)
    writer = refresh.writer()
    refresh.process.kill()
    until(lambda: is_gone(writer), "it ends with its owner")
    refresh.ended()
    papers.gate.set()
    status, result, _ = Refresh(folder).ended()
    assert (status, result["sources"], result["elsewhere"]) == (0, MANY, 0)
    assert len({row["title"] for row in listed(folder)}) == 2 * MANY


def test_two_commands_at_once_ask_each_source_once(folder: Path, papers: Papers) -> None:
    papers.hold(MANY // 2)
    first = Refresh(folder)
    first.writer()
    second = Refresh(folder).ended()
    papers.gate.set()
    status, result, _ = first.ended()
    assert (status, result["new_entries"], result["elsewhere"]) == (0, 2 * MANY, 0)
    assert (second[0], second[1]["elsewhere"], second[1]["new_entries"]) == (0, MANY, 0)
    assert sorted(papers.host.asked) == sorted(f"/{n}" for n in range(MANY))


def test_a_disk_without_room_is_said_as_by_one_process_alone(folder: Path, papers: Papers) -> None:
    alone = put(folder / "alone", papers.host)
    said = []
    for one, prepare in ((folder, lambda: None), (alone, on_one_core)):
        most = os.path.getsize(one / "library" / "library.sqlite3")

        def limited(most: int = most, prepare: Callable[[], None] = prepare) -> None:
            prepare()
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

        status, result, _ = Refresh(one, limited).ended()
        said.append((status, {failure["error"] for failure in result["failed"]}))
    assert said[0] == said[1]
