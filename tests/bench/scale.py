"""What a library's size costs: every operation at two sizes, in turns, and the ratio of the medians.

    python tests/bench/make_library.py SMALL --entries 100000 --sources 200 --bodies 5000
    python tests/bench/make_library.py LARGE --entries 1000000 --sources 1000 --bodies 20000
    python tests/bench/scale.py SMALL LARGE [--rounds 9] [--store-only] [--screen-only] [--tuinews PYTHON]

The store is measured in processor time (milliseconds, median), so that a busy machine counts little; the screen
in a pseudo-terminal (see `screen.py`), from the key to the last byte of its repaint, and in the processor time of
the thread that paints and of all threads (Linux). Both libraries are read and marked: give it copies.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import screen

from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.undo.changes import EntriesMarked, EntryMark
from tuinews.model.view import Filter, ListOrder, View
from tuinews.model.when import When
from tuinews.store.store import Store

HERE = Path(__file__).parent
NOWHERE = (
    *(
        "xyzzy",
        "the xyzzy",
        '"vàng council"',
        "-thành phố",
        "title:xyzzy",
        "is:starred title:xyzzy",
        "the author:nobody",
    ),
    *("the source:nowhere", "the site:nowhere.example", "the lang:fr", "the kind:thread", "the words:>99999"),
    *("the has:video", "the is:saved", "the before:1990", "xyzzy OR is:saved", "(xyzzy OR zyx) the"),
)
"""Queries of which nothing, or hardly anything, is found."""
ODD = (
    *("-nước bão", "-the council", "-vàng", "the -council -city", "-(the OR vàng)", "-is:read", "-title:the the"),
    *("title:(vàng OR council)", "the age:1d-300d", "after:2026/03/01 vàng", "words:1,000", "the OR vàng", "th"),
    *("site:https://news7.example.org/ the", "-has:audio", "-source:nowhere", '"thành phố" -"hà nội"'),
)
"""Queries as one types them that are not plain words."""

ALL, UNREAD = View(), View(filter=Filter.UNREAD)


@dataclass
class Figures:
    """What was measured of each operation, at both sizes."""

    times: dict[str, tuple[list[float], list[float]]] = field(default_factory=dict)

    def add(self, name: str, which: int, milliseconds: float) -> None:
        """Note one measurement."""
        self.times.setdefault(name, ([], []))[which].append(milliseconds)

    def table(self) -> Iterator[str]:
        """A line an operation: both medians and their ratio."""
        for name, both in self.times.items():
            if all(both):
                small, large = (statistics.median(times) for times in both)
                yield f"{name:44} {small:9.2f} {large:9.2f}   x{large / max(small, 1e-3):.2f}"


def operations(store: Store) -> dict[str, Callable[[], object]]:
    """What a screen asks of a store for a key press, and what a refresh does to it."""
    now = datetime.now(UTC)
    ids = store.entry_ids(ALL, 2000)
    oldest = store.entry_ids(replace(ALL, order=ListOrder.OLDEST), 100)
    source = max(store.sources(), key=lambda one: one.total)
    flags = iter([True, False] * 100_000)
    return {
        "first look at all": lambda: store.outline(ALL, 500, now),
        "first look at unread": lambda: store.outline(UNREAD, 500, now),
        "first look at a source": lambda: store.outline(View(source.id), 500, now),
        "rows of a page": lambda: store.rows(ids[500:560]),
        "rows of the last page (END)": lambda: store.rows(oldest[:60]),
        "next unread": lambda: store.unread_beyond(ALL, ids[1500], 100),
        "counts": store.counts,
        "sources with their numbers": store.sources,
        "mark one": lambda: store.set_read(ids[:1], next(flags)),
        "star one": lambda: store.do(EntriesMarked((ids[1],), EntryMark.STARRED, next(flags)), now),
        "add 1,000 articles": lambda: store.record_listing(source.id, _news(1000)),
        "look at 50 known articles": lambda: store.record_listing(source.id, _KNOWN),
        "search 'the', first 50": lambda: store.search("the", ALL, 50),
        "search 'Đà Nẵng', first 50": lambda: store.search("Đà Nẵng", ALL, 50),
        **{f"search {typed!r}, nothing found": partial(store.search, typed, ALL, 50) for typed in NOWHERE},
        **{f"search {typed!r}, first 50": partial(store.search, typed, ALL, 50) for typed in ODD},
        "all ids (in the background)": lambda: store.listing(ALL, now),
    }


def _news(count: int) -> Refreshed:
    now = datetime.now(UTC)
    said = Entry("", "Giá vàng hôm nay tăng mạnh trước giờ họp", None, "Người dân xếp hàng từ sáng sớm. " * 6)
    stamp = f"{now:%Y%m%d%H%M%S%f}"
    entries = (
        replace(said, id=f"{stamp}-{n}", url=f"https://b.example.org/{stamp}-{n}", published=When(now))
        for n in range(count)
    )
    return Refreshed(Listing(tuple(entries)), now, next_refresh=now + timedelta(minutes=30))


_KNOWN = _news(50)


def measure_store(directories: tuple[Path, Path], rounds: int) -> Figures:
    """Each operation in turns at both sizes."""
    figures = Figures()
    stores = [Store.open(directory, datetime.now(UTC)) for directory in directories]
    try:
        work = [operations(store) for store in stores]
        for name in work[0]:
            for round_ in range(rounds + 1):
                for which in (0, 1):
                    started = time.process_time()
                    work[which][name]()
                    if round_:
                        figures.add(name, which, (time.process_time() - started) * 1000)
    finally:
        for store in stores:
            store.close()
    return figures


KEYS: dict[str, bytes] = {
    "cursor": b"j",
    "page": b"\x1b[6~",
    "END": b"\x1b[F",
    "cursor at the end": b"k",
    "HOME": b"\x1b[H",
    "mark": b"m",
    "next unread": b"n",
    "unread alone": b"2",
    "END at once": b"\x1b[F",
    "all again": b"1",
}
ROUND = (*["cursor"] * 3, *["page"] * 2, "END", *["cursor at the end"] * 2, "HOME", "cursor", *["mark"] * 2)
LISTS = ("unread alone", "END at once", "all again")


REST = 4.0
"""Seconds after a start in which the whole list is walked along, so that keys are measured without it."""

THREADS = ("the painting thread", "all threads")


def processor(pid: int) -> tuple[float, float]:
    """Milliseconds of processor time that a process has taken: its first thread, and all of those that run."""
    times = {
        int(task.name): float((task / "schedstat").read_text("ascii").split()[0]) / 1e6
        for task in Path(f"/proc/{pid}/task").iterdir()
    }
    return times[pid], sum(times.values())


def measure_screen(directories: tuple[Path, Path], rounds: int, python: str) -> Figures:
    """Start and keys in turns at both sizes, and an empty app beside."""
    figures = Figures()
    empty: list[float] = []
    alone: list[float] = []
    for round_ in range(rounds):
        for which, directory in enumerate(directories):
            terminal = screen.Terminal([python, "-m", "tuinews", "--data-dir", str(directory)])
            start = terminal.wait_for(*screen.UNREAD)
            begun = processor(terminal.pid)
            rested = time.monotonic() + REST
            while time.monotonic() < rested:
                terminal.read(0.1)
            for name in (*ROUND, *LISTS):
                before = processor(terminal.pid)
                taken = terminal.press(KEYS[name])
                after = processor(terminal.pid)
                if round_ and taken is not None:
                    figures.add(name, which, taken)
                    for thread, (was, now) in zip(THREADS, zip(before, after, strict=True), strict=True):
                        figures.add(f"{name}, {thread}", which, now - was)
            if round_:
                figures.add("start", which, start * 1000)
                figures.add("start, processor, all threads", which, begun[1])
            megabytes = terminal.close()
            figures.add("memory, MB", which, megabytes)
        terminal = screen.Terminal([python, str(HERE / "empty_app.py")])
        empty.append(terminal.wait_for("READY") * 1000)
        alone.append(processor(terminal.pid)[1])
        terminal.close()
    for which in (0, 1):
        for name, least in (("start", empty), ("start, processor, all threads", alone)):
            start = statistics.median(figures.times[name][which]) / statistics.median(least)
            figures.add(f"{name}: times an empty app's", which, start)
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--store-only", action="store_true")
    parser.add_argument("--screen-only", action="store_true")
    parser.add_argument("--tuinews", default=sys.executable, help="the python of the tuinews to measure")
    chosen = parser.parse_args()
    both = (chosen.small, chosen.large)
    if not chosen.screen_only:
        print("\n".join(measure_store(both, chosen.rounds).table()), flush=True)
    if not chosen.store_only:
        print("\n".join(measure_screen(both, chosen.rounds, chosen.tuinews).table()))


if __name__ == "__main__":
    main()
