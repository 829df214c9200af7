"""What stories cost at arrival: 10,000 entries of 200 sources, with and without looking for them, in turn.

    python tests/bench/stories.py

Three in ten entries are copies of texts of the story set, the rest random words of it: more of them have names in
common than in any press. Processor time, since a busy machine tells little by the clock.
"""

import json
import random
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.when import When
from tuinews.store.statements import scalar
from tuinews.store.store import Store
from tuinews.store.stories import joining

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
SOURCES, EACH = 200, 50
PAIRS = Path(__file__).parents[1] / "quality" / "stories" / "pairs.json"


def listings() -> list[list[Entry]]:
    """The entries of each source."""
    choose = random.Random(7)
    texts = [one for event in json.loads(PAIRS.read_text("utf-8")) for one in event["entries"].values()]
    words = sorted({word for one in texts for word in f"{one['title']} {one['summary']}".split()})

    def entry(number: int) -> Entry:
        one = choose.choice(texts)
        title, summary = one["title"], one["summary"]
        if choose.random() > 0.3:
            title, summary = " ".join(choose.choices(words, k=10)), " ".join(choose.choices(words, k=35))
        published = When(NOW - timedelta(minutes=choose.random() * 4320))
        return Entry(
            f"id{number}", title, f"https://h{number % 200}.example/{number}", summary, published=published
        )

    return [[entry(source * EACH + number) for number in range(EACH)] for source in range(SOURCES)]


def milliseconds(brought: list[list[Entry]], with_stories: bool) -> float:
    """Processor time of an entry's arrival."""
    join = joining.join_new
    if not with_stories:
        joining.join_new = lambda sql, ids: None
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder), NOW)
        sources = [
            store.add_source(NewSource(SourceKind.FEED, f"https://s{n}.example/rss", f"s{n}"), NOW)
            for n in range(SOURCES)
        ]
        begun = time.process_time()
        for source, entries in zip(sources, brought, strict=True):
            store.record_listing(source.id, Refreshed(Listing(tuple(entries)), NOW))
        taken = time.process_time() - begun
        if with_stories:
            with store._database.reading() as sql:
                told = scalar(sql, "select count(*) from story_member")
                print(f"{told} entries in {scalar(sql, 'select count(distinct story) from story_member')} stories")
        store.close()
    joining.join_new = join
    return taken / (SOURCES * EACH) * 1000


if __name__ == "__main__":
    entries = listings()
    for _ in range(3):
        without, within = milliseconds(entries, False), milliseconds(entries, True)
        print(f"without {without:.2f} ms an entry, with {within:.2f}: {within - without:.2f} more")
