"""What a screen holds that is in use for a while: keys without a rest, sheets opened and closed, and refreshes.

    python tests/bench/memory_in_use.py [--minutes 5] [--sources 20] [--entries 30] [--every 12]

The screen runs in a pseudo-terminal of 120x40 on a library of its own, its sources on loopback. The keys are drawn
by lot, the same at each run; `R` is pressed every so many seconds. Prints every half minute how many megabytes the
screen's process holds, and how many threads and open files it has: they should stay as they are once all has been
shown a few times. Linux only.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from keys_while_refreshing import Screen

_KEYS = [
    *(b"jjjjjjjjjjk nmszzv][iJK|~1", b"\r", b"\x1b", b"\x1b[6~", b"\x1b[H", b"\x1b[F"),
    *(b"E\x1b", b"?\x1b", b"t\x1b", b"/\x1b", b"M\x1b", b"!\x1b"),
]
"""A run of single keys, keys that are more than a byte, and sheets with what closes them."""

_TELL_EVERY = 30.0
_AFTER_A_KEY = 0.05
"""Seconds between two keys: less than the rest that garbage waits for."""


def _presses() -> list[list[bytes]]:
    """What is pressed in one go, to draw from."""
    single, *others = _KEYS
    sheets = [[key[:1], key[1:]] for key in others if len(key) == 2 and key.endswith(b"\x1b")]
    return [[bytes([one])] for one in single] + [[key] for key in others[:5]] + sheets


def _held(pid: int) -> str:
    """Megabytes, threads and open files of a process."""
    lines = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    files = len(list(Path(f"/proc/{pid}/fd").iterdir()))
    return f"{int(lines['VmRSS'].split()[0]) // 1024} MB, {lines['Threads'].strip()} threads, {files} files"


def use(screen: Screen, seconds: float, every: float) -> None:
    """Press keys for so long, and tell what the screen holds meanwhile."""
    lot, presses = random.Random(5), _presses()
    begun = time.monotonic()
    refresh, tell, count = begun, begun, 0
    while (now := time.monotonic()) < begun + seconds:
        if now >= refresh:
            refresh = now + every
            for key in (b"\x1b", b"\x1b", b"R"):
                screen.press(key)
                screen.read(_AFTER_A_KEY)
        for key in lot.choice(presses):
            screen.press(key)
            screen.read(_AFTER_A_KEY)
            count += 1
        if now >= tell:
            tell = now + _TELL_EVERY
            print(f"{now - begun:5.0f} s, {count:5} keys: {_held(screen.pid)}", flush=True)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--sources", type=int, default=20)
    parser.add_argument("--entries", type=int, default=30)
    parser.add_argument("--every", type=float, default=12)
    parser.add_argument("--tuinews", default=str(Path(sys.executable).with_name("tuinews")))
    arguments = parser.parse_args()
    code = f"import kept_articles as k; print(k.serve({arguments.entries}).server_address[1], flush=True); input()"
    server = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # of pictures that it does not have
    )
    assert server.stdout is not None
    port = int(server.stdout.readline())
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder, "list.txt")
        listing.write_text("".join(f"http://127.0.0.1:{port}/s{i}\n" for i in range(arguments.sources)))
        base = [arguments.tuinews, "--data-dir", os.path.join(folder, "library")]
        subprocess.run([*base, "import", str(listing)], check=True, stdout=subprocess.DEVNULL)
        screen = Screen(base)
        try:
            screen.read(3.0)
            use(screen, 60 * arguments.minutes, arguments.every)
        finally:
            screen.close()
            server.terminate()


if __name__ == "__main__":
    main()
