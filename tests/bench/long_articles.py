"""The search among long articles: makes a library of articles of 600 words each, and measures the first 50 hits.

    python tests/bench/long_articles.py DIR --articles 100000
    python tests/bench/long_articles.py DIR --articles 1000000

DIR is filled up to so many articles and kept for the next run. Only what the search reads is there: entries, their
status, and the index. The texts are taken from 3,000 of 600 words, in the words and frequencies of
`make_library.py`; each has a title of its own. Prints the median, best and worst of each query in milliseconds.
"""

import argparse
import statistics
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from make_library import LANGUAGES, NOW, Writer

from tuinews.folding import index_text, marked_words
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.view import View
from tuinews.store.statements import scalar
from tuinews.store.store import Store

QUERIES = (
    "the",
    "đà nẵng",
    "da nang",
    "đầu tư",
    "city council",
    "東京",
    '"giá vàng"',
    "thành ph",
    "is:unread đà",
    "-nước bão",
)
TEXTS, WORDS, AT_ONCE = 3000, 600, 2000


def fill(store: Store, count: int) -> None:
    """Have so many articles in a library."""
    random = Random(600)
    writers = [Writer(random, LANGUAGES[n % len(LANGUAGES)]) for n in range(10)]
    bodies = [writers[n % 10].words(WORDS, WORDS) for n in range(TEXTS)]
    pool = [(index_text(body), marked_words([body])) for body in bodies]
    source = store.add_source(NewSource(SourceKind.FEED, "https://long.example.org/feed.xml", "Long"), NOW)
    begin = store.counts().all
    for first in range(begin + 1, count + 1, AT_ONCE):
        with store._database.writing() as sql:
            for number in range(first, min(first + AT_ONCE, count + 1)):
                title = writers[number % 10].words(6, 14)
                place = NOW.timestamp() - random.random() * 1e8
                sql.execute(
                    "insert into entry (id, source_id, title, first_seen) values (?, ?, ?, ?)",
                    (number, source.id, title, place),
                )
                read = number % 2
                sql.execute(
                    "insert into status (entry_id, sort_key, read) values (?, ?, ?)", (number, place, read)
                )
                sql.execute(
                    "insert into listed (source_id, entry_id, identity, sort_key, read) values (?, ?, ?, ?, ?)",
                    (source.id, number, str(number), place, read),
                )
                body, marked = pool[(number * 10 + number % 10) % TEXTS]
                sql.execute(
                    "insert into words (rowid, title, summary, body) values (?, ?, '', ?)",
                    (number, index_text(title), body),
                )
                sql.execute("insert into marked_words (rowid, marked) values (?, ?)", (number, marked))


def main() -> None:
    """Fill and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=9)
    chosen = parser.parse_args()
    store = Store.open(chosen.directory, datetime.now(UTC))
    fill(store, chosen.articles)
    with store._database.reading() as sql:
        pages = scalar(sql, "select sum(length(block)) from words_data")
    print(f"{store.counts().all} articles, index {pages / 1e6:.0f} MB")
    for query in QUERIES:
        times: list[float] = []
        for _ in range(chosen.rounds + 1):
            started = time.process_time()
            found = len(store.search(query, View(), 50))
            times.append((time.process_time() - started) * 1000)
        times = times[1:]
        print(f"{query:14} {found:3} hits {statistics.median(times):8.1f} {min(times):8.1f} {max(times):8.1f}")
    store.close()


if __name__ == "__main__":
    main()
