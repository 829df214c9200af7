"""How long the store takes for each thing: best, median and worst of many, in milliseconds, and what is allowed.

    python tests/bench/make_library.py DIR
    python tests/bench/store.py DIR

Reads and marks the library of DIR: give it a copy. Exits 1 where a median is over its limit.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.undo.changes import EntriesMarked, EntryMark
from tuinews.model.view import Filter, View
from tuinews.model.when import When
from tuinews.store.store import Store


class Bench:
    """Times things and remembers whether all kept their limits."""

    def __init__(self) -> None:
        self.ok = True

    def time(self, name: str, limit: float, action: Callable[[], object], rounds: int = 15) -> None:
        """Print a line on `action`; `limit` is milliseconds for the median."""
        times: list[float] = []
        for _ in range(rounds):
            started = time.perf_counter()
            action()
            times.append((time.perf_counter() - started) * 1000)
        median = statistics.median(times)
        self.ok &= median <= limit
        verdict = "" if median <= limit else "  OVER"
        print(f"{name:44} {min(times):8.2f} {median:8.2f} {max(times):8.2f}   limit {limit:5.0f}{verdict}")


def main() -> int:
    """Measure the library of the directory that is named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("directory", type=Path)
    directory = parser.parse_args().directory
    now = datetime.now(UTC)
    bench = Bench()
    bench.time("open and close", 20, lambda: Store.open(directory, now).close())
    store = Store.open(directory, now)
    try:
        _lists(bench, store)
        _searches(bench, store)
        _writes(bench, store, now)
    finally:
        store.close()
    return 0 if bench.ok else 1


def _lists(bench: Bench, store: Store) -> None:
    sources = store.sources()
    largest = max(sources, key=lambda source: source.total)
    folder = next(source.folder for source in sources if source.folder)
    views = {f"entry_ids, {filter_}": View(filter=filter_) for filter_ in Filter}
    views |= {
        f"entry_ids, a source, {f}": View(source_id=largest.id, filter=f) for f in (Filter.ALL, Filter.UNREAD)
    }
    views |= {f"entry_ids, a folder, {f}": View(folder=folder, filter=f) for f in (Filter.ALL, Filter.STARRED)}
    for name, view in views.items():
        count = len(store.entry_ids(view))
        bench.time(f"{name} ({count})", 40, lambda view=view: store.entry_ids(view))  # type: ignore[misc]
    for name, view in views.items():
        bench.time(f"first 100 of {name}", 2, lambda view=view: store.entry_ids(view, 100))  # type: ignore[misc]
    ids = store.entry_ids(View())
    bench.time("rows, 60 in order", 2, lambda: store.rows(ids[500:560]))
    bench.time("rows, 60 far apart", 2, lambda: store.rows(ids[:: len(ids) // 60][:60]))
    bench.time("sources with numbers", 20, store.sources)
    bench.time("counts", 20, store.counts)


def _searches(bench: Bench, store: Store) -> None:
    queries = ("da nang", "Đà Nẵng", "đầu tư", "bán", "cong an", "東京", "climate energy", "the", "qu", "xyzzy")
    for query in queries:
        count = len(store.search(query, View()))
        bench.time(f"search {query!r}, first 50", 20, lambda query=query: store.search(query, View(), 50), 7)  # type: ignore[misc]
        bench.time(f"search {query!r}, all {count}", 200, lambda query=query: store.search(query, View()), 7)  # type: ignore[misc]
    kept = View(filter=Filter.OFFLINE)
    for query in queries[:8]:
        count = len(store.search(query, kept))
        bench.time(f"search kept {query!r} ({count})", 50, lambda query=query: store.search(query, kept), 7)  # type: ignore[misc]
    found = store.search("đầu tư", kept)[:60]
    bench.time("snippets of 60", 20, lambda: store.snippets("đầu tư", found))


def _writes(bench: Bench, store: Store, now: datetime) -> None:
    source = store.sources()[0]
    number = iter(range(1_000_000))
    said = Entry("", "Giá vàng hôm nay tăng mạnh trước giờ họp", None, "Người dân xếp hàng từ sáng sớm. " * 6)

    def listing() -> Refreshed:
        stamp = f"{now:%Y%m%d%H%M%S}-{next(number)}"
        entries = (
            replace(said, id=f"{stamp}-{i}", url=f"https://b.example.org/{stamp}-{i}", published=When(now))
            for i in range(50)
        )
        return Refreshed(Listing(tuple(entries)), now, next_refresh=now + timedelta(minutes=30))

    same = listing()
    store.record_listing(source.id, same)
    bench.time("record_listing, 50 new", 5, lambda: store.record_listing(source.id, listing()))
    bench.time("record_listing, 50 known", 5, lambda: store.record_listing(source.id, same))
    bench.time("record_not_modified", 2, lambda: store.record_not_modified(source.id, now, now))
    ids = list(store.entry_ids(View(), 5000))
    article = next(
        kept for kept in (store.article(i) for i in store.entry_ids(View(filter=Filter.OFFLINE))) if kept
    )
    fresh = iter(store.ids_without_article(source.id, 1000))
    bench.time("keep_article", 10, lambda: store.keep_article(next(fresh), article.article, now))
    bench.time("article", 3, lambda: store.article(article.entry_id))
    flags = iter([True, False] * 1000)
    bench.time("set_read, one", 5, lambda: store.set_read(ids[:1], next(flags)))
    bench.time("star, one", 5, lambda: store.do(EntriesMarked((ids[1],), EntryMark.STARRED, next(flags)), now))
    bench.time("set_read, 5,000", 200, lambda: store.set_read(ids, next(flags)), 5)


if __name__ == "__main__":
    sys.exit(main())
