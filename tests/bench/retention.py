"""How long retention takes, what it frees of what it told, and how long a mark takes meanwhile.

    python tests/bench/make_library.py DIR --entries 20000 --sources 100 --bodies 1500
    python tests/bench/retention.py DIR --most 100

The library is changed: what is beyond the newest of each source goes.
"""

import argparse
import asyncio
import time
from pathlib import Path
from statistics import median

from tuinews.library.library import Library
from tuinews.model.view import View
from tuinews.settings import Settings


async def measure(directory: Path, most: int) -> None:
    """Print the times in milliseconds and the rooms in bytes."""
    library = await Library.open(directory, Settings(keep_read_days=100_000))
    try:
        print(f"a pass with nothing to do: {await _milliseconds(library):.0f} ms")
        library.use(Settings(keep_most=most))
        told = await library.retention.going()
        waits: list[float] = []
        marking = asyncio.create_task(_mark(library, waits))
        start = time.perf_counter()
        retired = await library.retention.retire()
        seconds = time.perf_counter() - start
        marking.cancel()
        freed = retired.free_bytes - told.free_bytes
        said = sum(one.text_bytes for one in told.going)
        print(f"{retired.entries} entries in {seconds:.1f} s; {freed} bytes free, {said} told")
        print(f"a mark meanwhile: median {median(waits):.0f} ms, the longest {max(waits):.0f} ms")
    finally:
        await library.close()


async def _milliseconds(library: Library) -> float:
    start = time.perf_counter()
    await library.retention.retire()
    return (time.perf_counter() - start) * 1000


async def _mark(library: Library, waits: list[float]) -> None:
    """Mark and unmark the newest entries, one after another, and note how long each took."""
    ids = await library.entry_ids(View(), 50)
    number = 0
    while True:
        start = time.perf_counter()
        await library.mark_read([ids[number % len(ids)]], number // len(ids) % 2 == 0)
        waits.append((time.perf_counter() - start) * 1000)
        number += 1
        await asyncio.sleep(0.05)


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--most", type=int, default=100)
    arguments = parser.parse_args()
    asyncio.run(measure(arguments.directory, arguments.most))


if __name__ == "__main__":
    main()
