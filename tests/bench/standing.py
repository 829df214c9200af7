"""What mutes, rules and views cost: `python tests/bench/standing.py [ENTRIES]`.

A library of so many entries (default 100,000): lists and counts without a mute and with some, a mute made, a view
counted, and 1,000 entries that arrive without rules and with twenty.
"""

import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.standing.queries import ArrivalRule, Mute, RuleAction, SavedView
from tuinews.model.undo.changes import QueryChanged
from tuinews.model.view import Filter, View
from tuinews.model.when import When
from tuinews.store.store import Store

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
WORDS = ("sông", "cầu", "golf", "mưa", "giá", "vàng", "bão", "xe", "học", "phim", "nhà", "tàu", "cá", "lúa")


def listing(source: int, first: int, count: int) -> Refreshed:
    entries = tuple(
        Entry(
            str(n),
            f"{WORDS[n % 14]} {WORDS[n % 13]} tin {n}",
            f"https://s{source}.example/{n}",
            f"Tóm tắt {WORDS[n % 11]} của tin {n}",
            When(NOW - timedelta(minutes=n)),
        )
        for n in range(first, first + count)
    )
    return Refreshed(Listing(entries), NOW)


def milliseconds(work: Callable[[], object], times: int = 5) -> float:
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - begin))
    return median(taken)


def show(what: str, taken: float) -> None:
    print(f"{what:<44} {taken:9.1f} ms", flush=True)


def lists(store: Store, how: str) -> None:
    show(f"ids of all, {how}", milliseconds(lambda: store.entry_ids(View())))
    show(f"ids of a source, {how}", milliseconds(lambda: store.entry_ids(View(source_id=1))))
    show(f"counts, {how}", milliseconds(store.counts))
    show(f"sources with counts, {how}", milliseconds(store.sources))


def settle(store: Store) -> list[float]:
    slices, more = [], True
    while more:
        begin = time.perf_counter()
        more = store.settle_mutes(NOW)
        slices.append(1000 * (time.perf_counter() - begin))
    return slices


def arrive(store: Store, first: int) -> float:
    return milliseconds(lambda: store.record_listing(1, listing(1, first, 1000)), 1)


def main(entries: int) -> None:
    with TemporaryDirectory() as folder, closing(Store.open(Path(folder), NOW)) as store:
        for n in range(10):
            store.add_source(NewSource(SourceKind.FEED, f"https://s{n}.example/rss", f"S {n}"), NOW)
            store.record_listing(n + 1, listing(n + 1, n * entries // 10, entries // 10))
        lists(store, "no mute")
        show("1,000 arrive, no rule", arrive(store, 10_000_000))
        view = SavedView(query="is:unread (title:golf OR text:mưa) -phim", name="V")
        show("unread of a view", milliseconds(lambda: store.unread_of(view)))
        for query in ("title:golf", "url:/77", "title:cầu text:bão"):
            store.do(QueryChanged(None, Mute(query=query)), NOW)
        slices = settle(store)
        show(f"three mutes, {len(slices)} slices, median", median(slices))
        show("three mutes, the longest slice", max(slices))
        print("muted:", store.muted_count(View()), "unread:", len(store.entry_ids(View(filter=Filter.UNREAD))))
        lists(store, "muted")
        show("how many are muted", milliseconds(lambda: store.muted_count(View())))
        actions = (RuleAction.READ, RuleAction.STAR, RuleAction.TAG)
        for n in range(20):
            query = f"title:{WORDS[n % 14]} -{WORDS[(n + 3) % 14]}"
            rule = ArrivalRule(query=query, action=actions[n % 3], tag="t" if n % 3 == 2 else "")
            store.do(QueryChanged(None, rule), NOW)
        settle(store)
        show("1,000 arrive, 20 rules and 3 mutes", arrive(store, 20_000_000))


main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
