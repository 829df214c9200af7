"""How long a first sync of 10,000 unread articles takes, and how many requests the later ones make.

    PYTHONPATH=src:tests/servers python tests/bench/measure_sync.py [--items N] [--delay 0.05] [--manners freshrss]

The server runs in this process and waits `--delay` seconds before each answer. "In step" is when all articles are
there; "in all" counts the texts too that are kept for reading offline. CPU seconds are those of both sides.
"""

import argparse
import asyncio
import tempfile
import time
from pathlib import Path

from fake_google_reader import ALL, PASSWORD, USER, FakeReader, serving

from tuinews.library.library import Library
from tuinews.model.accounts.account import NewAccount, ServerKind
from tuinews.model.view import View
from tuinews.settings import Settings

MARKS = 500


async def measure(server: FakeReader, folder: Path) -> None:
    """Sync three times: at first, with marks to send, and as usual."""
    library = await Library.open(folder, Settings())
    await library.accounts.add(NewAccount(ServerKind.GOOGLE_READER, server.url, USER), PASSWORD)
    await sync(library, server, "first sync")
    ids = list(await library.entry_ids(View()))
    await library.mark_read(ids[:MARKS], True)
    await sync(library, server, f"{MARKS} marks sent")
    await sync(library, server, "usual sync")
    await library.close()


async def sync(library: Library, server: FakeReader, what: str) -> None:
    """Sync once, and say how it went."""
    before, started, used = len(server.asked), time.monotonic(), time.process_time()
    [result] = await library.accounts.sync()
    seconds, requests = time.monotonic() - started, len(server.asked) - before
    cpu = time.process_time() - used
    print(f"{what}: in step after {result.seconds:.1f} s, in all {seconds:.1f} s, {cpu:.1f} s of CPU")
    print(f"    {requests} requests, {result.new} new, {result.sent} sent, {result.error}")


def main() -> None:
    """Measure once."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--delay", type=float, default=0.05)
    parser.add_argument("--manners", choices=ALL, default="freshrss")
    given = parser.parse_args()
    with serving(ALL[given.manners]) as server, tempfile.TemporaryDirectory() as folder:
        for number in range(50):
            feed = server.add_feed(f"http://127.0.0.1:9/{number}", f"Feed {number}")
            server.add_items(feed, given.items // 50, content="<p>" + "Words of a text. " * 100 + "</p>")
        server.delay = given.delay
        asyncio.run(measure(server, Path(folder)))


if __name__ == "__main__":
    main()
