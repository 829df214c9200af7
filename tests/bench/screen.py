"""The screen as its user sees it: its start beside an empty Textual app, its keys beside a bare list.

    python tests/bench/make_library.py DIR --entries 100000 --sources 200 --bodies 5000
    python tests/bench/screen.py DIR [--rounds 9]

Every program runs in a pseudo-terminal of 120x40, in turns, so that a busy machine is busy for all. `start` is
seconds from the spawn until the text waited for stands on the screen; a key's time is milliseconds from the press
until the last byte of its repaint. The medians and their ratios are printed, and the memory after the keys.
"""

import argparse
import compileall
import fcntl
import os
import pty
import select
import statistics
import struct
import sys
import termios
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pyte

HERE = Path(__file__).parent
COLUMNS, ROWS = 120, 40
QUIET = 0.15
"""Seconds of silence that end a repaint."""

UNREAD = ("●", "◆")
"""The sign of an unread row, of a new one too."""

KEYS = {"cursor": b"j", "page": b"\x1b[6~", "end": b"\x1b[F", "home": b"\x1b[H"}
ROUND = ("cursor", "cursor", "cursor", "page", "page", "end", "home", "cursor")


@dataclass
class Program:
    """A program, the text that its screen shows when it is up, and what was measured."""

    argv: list[str]
    until: tuple[str, ...]
    starts: list[float] = field(default_factory=list)
    keys: dict[str, list[float]] = field(default_factory=dict)
    megabytes: float = 0.0


class Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, argv: list[str]) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execv(argv[0], argv)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def read(self, seconds: float) -> bool:
        """Whether anything came within `seconds`."""
        if not select.select([self._fd], [], [], seconds)[0]:
            return False
        chunk = os.read(self._fd, 1 << 16)
        self._stream.feed(chunk)
        return bool(chunk)

    def wait_for(self, *texts: str, limit: float = 30.0) -> float:
        """Seconds since the spawn when one of `texts` stood on the screen."""
        while time.perf_counter() - self.started < limit:
            self.read(0.01)
            if any(text in line for line in self._screen.display for text in texts):
                return time.perf_counter() - self.started
        raise SystemExit(f"{texts} never stood on the screen:\n" + "\n".join(self._screen.display))

    def settle(self) -> None:
        """Read until nothing comes for a while, not even the preview of a row after a quarter of a second."""
        while self.read(2 * QUIET):
            pass

    def press(self, key: bytes) -> float | None:
        """Milliseconds until the last byte of the repaint, None where nothing was painted."""
        start, last = time.perf_counter(), None
        os.write(self._fd, key)
        while self.read(QUIET):
            last = time.perf_counter()
        return None if last is None else (last - start) * 1000

    def close(self) -> float:
        """End the program; the megabytes that it held."""
        process = psutil.Process(self.pid)
        megabytes: float = process.memory_info().rss / 1e6
        process.kill()
        process.wait(5)
        os.close(self._fd)
        return megabytes


def measure(program: Program) -> None:
    """One start, and one round of keys where the program takes any."""
    terminal = Terminal(program.argv)
    program.starts.append(terminal.wait_for(*program.until))
    terminal.settle()
    for name in ROUND:
        taken = terminal.press(KEYS[name])
        if taken is not None:
            program.keys.setdefault(name, []).append(taken)
        terminal.settle()
    program.megabytes = max(program.megabytes, terminal.close())


def main() -> None:
    """Measure in turns and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("library", type=Path)
    arguments.add_argument("--rounds", type=int, default=9)
    options = arguments.parse_args()
    compileall.compile_dir(HERE.parents[1] / "src", quiet=1)
    python = sys.executable
    ours = Program([python, "-m", "tuinews", "--data-dir", str(options.library)], UNREAD)
    empty = Program([python, str(HERE / "empty_app.py")], ("READY",))
    bare = Program([python, str(HERE / "bare_list.py")], ("number 0",))
    for _ in range(options.rounds):
        for program in (ours, empty, bare):
            measure(program)
    start, least = statistics.median(ours.starts), statistics.median(empty.starts)
    print(f"start   {start:7.3f} s   empty app {least:7.3f} s    ratio {start / least:.2f}")
    for name in KEYS:
        mine, theirs = statistics.median(ours.keys[name]), statistics.median(bare.keys[name])
        print(f"{name:7} {mine:7.1f} ms  bare list {theirs:7.1f} ms   ratio {mine / theirs:.2f}")
    print(f"memory  {ours.megabytes:7.0f} MB")


if __name__ == "__main__":
    main()
