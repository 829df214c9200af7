"""How long a cursor key takes, at rest and while a refresh fetches, reads and keeps articles.

    python tests/bench/keys_while_refreshing.py [--rounds 3] [--sources 20] [--entries 50] [--articles 50]
                                                [--tuinews PROGRAM ...]

The screen runs in a pseudo-terminal of 120x40 on a library of its own, its sources on loopback; `R` refreshes all
of them and keeps so many articles of each. `j` is pressed a moment after the press before was answered; its time
is that until the count of the status line ("12/1,000") stands in what the terminal got. Where several programs are
named they take turns. Prints median, 95th percentile and worst of both in milliseconds, and how many keys there
were; on Linux also the same without what its thread and this bench waited for a core, which tells more on a busy
machine, and what the refresh took: seconds by the clock, processor time and most memory of the screen's process.
"""

import argparse
import fcntl
import os
import pty
import select
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

COLUMNS, ROWS = 120, 40
AT_REST = 40
"""Keys that are measured before the refresh."""
MOST = 250
"""Keys that are measured during the refresh, which may end before."""
BETWEEN = 0.05
"""Seconds between an answer and the next key."""
LIMIT = 5.0
"""Seconds after which a key is given up."""


@dataclass
class Keys:
    """Milliseconds that keys took, each with those without waits for a core."""

    rest: list[tuple[float, float]] = field(default_factory=list)
    refresh: list[tuple[float, float]] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)


class Screen:
    """The program in a pseudo-terminal, by its bytes."""

    def __init__(self, argv: list[str]) -> None:
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LANGUAGE="en")
            os.execv(argv[0], argv)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self._row = 1

    def read(self, seconds: float) -> bytes:
        """All that comes within `seconds`."""
        got, end = b"", time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0 and select.select([self._fd], [], [], left)[0]:
            got += os.read(self._fd, 1 << 16)
        return got

    def wait_for(self, text: bytes, limit: float) -> bytes:
        """What came until `text` was in it; raises SystemExit where it never was."""
        got, end = b"", time.perf_counter() + limit
        while text not in got:
            if time.perf_counter() > end:
                raise SystemExit(f"{text!r} never came, but {got[-600:]!r}")
            if select.select([self._fd], [], [], 0.05)[0]:
                got += os.read(self._fd, 1 << 16)
        return got

    def press(self, key: bytes) -> None:
        """Press a key."""
        os.write(self._fd, key)

    def down(self) -> tuple[tuple[float, float], bytes]:
        """Press `j`; milliseconds until the next row is counted, those without waits for a core, and what came."""
        self._row += 1
        start, waited = time.perf_counter(), self._waited()
        self.press(b"j")
        got = self.wait_for(f"m{self._row:,}/".encode(), LIMIT)
        taken = (time.perf_counter() - start) * 1000
        return (taken, taken - (self._waited() - waited)), got

    def _waited(self) -> float:
        """Milliseconds that the screen and this bench have waited for a core; 0 where that is not told."""
        with suppress(OSError):
            waits = (Path(f"/proc/{pid}/schedstat").read_text().split()[1] for pid in (self.pid, "self"))
            return sum(map(int, waits)) / 1e6
        return 0.0

    def processor(self) -> float:
        """Seconds of processor time of the process, without others that it started; 0 where that is not told."""
        with suppress(OSError):
            fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        return 0.0

    def memory(self) -> int:
        """The most megabytes that the process has held; 0 where that is not told."""
        with suppress(OSError):
            status = Path(f"/proc/{self.pid}/status").read_text()
            return int(status.partition("VmHWM:")[2].split()[0]) // 1024
        return 0

    def close(self) -> None:
        """End the program."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self._fd)


def measure(program: str, port: int, keys: Keys, arguments: argparse.Namespace) -> None:
    """One round: some keys at rest, then keys until the refresh is over."""
    folder = Path(tempfile.mkdtemp())
    try:
        listing, settings = folder / "list.txt", folder / "settings.toml"
        listing.write_text("".join(f"http://127.0.0.1:{port}/s{i}\n" for i in range(arguments.sources)))
        settings.write_text(f"articles_per_source = {arguments.articles}\n")
        base = [program, "--data-dir", str(folder / "library"), "--config", str(settings)]
        for argv in (["import", str(listing)], ["refresh", "--articles", "0"]):
            subprocess.run([*base, *argv], check=True, stdout=subprocess.DEVNULL)
        screen = Screen(base)
        try:
            screen.wait_for(b"m1/", 30)
            screen.read(1.5)
            keys.rest += [_after_a_moment(screen)[0] for _ in range(AT_REST)]
            began, before = time.perf_counter(), screen.processor()
            screen.press(b"R")
            screen.wait_for(b"Refreshing", 10)
            end = b"articles saved" if arguments.articles else b"Nothing new"
            for _ in range(MOST):
                taken, seen = _after_a_moment(screen)
                keys.refresh.append(taken)
                if end in seen:
                    break
            else:
                screen.wait_for(end, 600)
            seconds, own = time.perf_counter() - began, screen.processor() - before
            keys.taken.append(f"{seconds:.1f} s, {own:.2f} s of processor, {screen.memory()} MB")
        finally:
            screen.close()
    finally:
        shutil.rmtree(folder)


def _after_a_moment(screen: Screen) -> tuple[tuple[float, float], bytes]:
    before = screen.read(BETWEEN)
    taken, got = screen.down()
    return taken, before + got


def told(name: str, times: list[tuple[float, float]]) -> str:
    """Median, 95th percentile and worst, with and without waits for a core."""
    return f"  {name:10} {_figures([by_clock for by_clock, _ in times])}  ({len(times)} keys)\n" + (
        f"  {'':10} {_figures([without for _, without in times])}  without waits for a core"
    )


def _figures(times: list[float]) -> str:
    cuts = statistics.quantiles(times, n=20)
    return f"median {cuts[9]:5.1f}  p95 {cuts[18]:5.1f}  worst {max(times):6.1f} ms"


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sources", type=int, default=20)
    parser.add_argument("--entries", type=int, default=50)
    parser.add_argument("--articles", type=int, default=50)
    parser.add_argument("--tuinews", nargs="+", default=[str(Path(sys.executable).with_name("tuinews"))])
    arguments = parser.parse_args()
    # In a process of its own: its threads would take turns with the clock here.
    code = f"import kept_articles as k; print(k.serve({arguments.entries}).server_address[1], flush=True); input()"
    server = subprocess.Popen(
        [sys.executable, "-c", code], cwd=Path(__file__).parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert server.stdout is not None
    port = int(server.stdout.readline())
    results = {program: Keys() for program in arguments.tuinews}
    for _ in range(arguments.rounds):
        for program, keys in results.items():
            measure(program, port, keys, arguments)
    server.terminate()
    for program, keys in results.items():
        print(f"{program}\n{told('at rest', keys.rest)}\n{told('refreshing', keys.refresh)}")
        print("  the refreshes:", "; ".join(keys.taken))


if __name__ == "__main__":
    main()
