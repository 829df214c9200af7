"""`tuinews refresh` against newsboat: 100 feeds of 50 entries from a loopback server.

    python tests/bench/refresh.py [--runs 5] [--feeds 100] [--entries 50] [--latency MS] [--hosts N]
                                  [--tuinews PROGRAM]

Needs newsboat (Debian: `apt-get install newsboat`). Each run starts both programs on empty libraries, in turn;
then both refresh again, which must be all 304s. Prints the medians in seconds and their ratio, and the most memory
that each took; the start of the programs is in both. The feeds lie at so many addresses of this machine, 127.0.0.1
and so on, since tuinews asks a host one thing at a time; each answer begins so many milliseconds late.
"""

import argparse
import asyncio
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

_SENTENCE = "Đà Nẵng mở cửa phiên chợ đêm bên sông sau ba tháng sửa chữa với hơn bốn mươi gian hàng"
_WORDS = _SENTENCE.split(" ")


def feed(number: int, entries: int) -> bytes:
    """An RSS feed as newspapers write them: CDATA descriptions with a picture and two sentences."""
    items = []
    for i in range(entries):
        title = " ".join(_WORDS[(number + i + k) % len(_WORDS)] for k in range(9))
        text = " ".join(_WORDS[(number * 3 + i + k) % len(_WORDS)] for k in range(40))
        link = f"https://a{number}.example/tin-{i}.html"
        picture = f'<a href="{link}"><img src="https://a{number}.example/{i}.jpg"></a></br>'
        published = f"Tue, {1 + i % 28:02} Sep 2026 08:{i % 60:02}:00 +0700"
        items.append(
            f"<item><title><![CDATA[{title} {number}.{i}]]></title><link>{link}</link><guid>{link}</guid>"
            f"<description><![CDATA[{picture}{text}]]></description><pubDate>{published}</pubDate></item>"
        )
    head = (
        f"<title>Báo số {number}</title><link>https://a{number}.example/</link><description>Tin mới</description>"
    )
    whole = (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'
    )
    return whole.encode()


@dataclass
class Server:
    """Answers GET /N with feed N, and with 304 where the ETag is sent back."""

    feeds: list[bytes]
    latency: float = 0.0
    port: int = 0
    answers: int = 0
    not_modified: int = 0

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                number = int(head.split(b" ", 2)[1].strip(b"/"))
                etag = b'"%d"' % number
                self.answers += 1
                await asyncio.sleep(self.latency)
                if b"if-none-match: " + etag in head.lower():
                    self.not_modified += 1
                    writer.write(b"HTTP/1.1 304 Not Modified\r\nETag: " + etag + b"\r\n\r\n")
                    continue
                body = self.feeds[number]
                writer.write(
                    b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml; charset=utf-8\r\nETag: "
                    + etag
                    + b"\r\nContent-Length: %d\r\n\r\n" % len(body)
                    + body
                )
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the client has what it wanted
        finally:
            writer.close()

    def start(self) -> None:
        """Serve on a thread until the process ends."""
        ready = threading.Event()

        async def run() -> None:
            server = await asyncio.start_server(self._serve, "0.0.0.0", 0, backlog=500)
            self.port = server.sockets[0].getsockname()[1]
            ready.set()
            await server.serve_forever()

        threading.Thread(target=lambda: asyncio.run(run()), daemon=True).start()
        ready.wait()


memory: dict[str, int] = {}
"""The most memory that each program took, in KiB."""


def timed(command: list[str], environment: dict[str, str] | None = None) -> float:
    """Seconds that `command` takes; it must succeed."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as process:
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with status {process.returncode}")
    memory[Path(command[0]).name] = max(memory.get(Path(command[0]).name, 0), usage.ru_maxrss)
    return time.perf_counter() - start


def newsboat(folder: Path, urls: list[str]) -> tuple[float, float]:
    """Seconds of its first and its second reload."""
    (folder / "urls").write_text("\n".join(urls) + "\n")
    (folder / "config").write_text("reload-threads 8\n")
    command = [
        "newsboat",
        "-u",
        f"{folder}/urls",
        "-c",
        f"{folder}/cache.db",
        "-C",
        f"{folder}/config",
        "-x",
        "reload",
    ]
    return timed(command), timed(command)


def tuinews(program: str, folder: Path, urls: list[str]) -> tuple[float, float]:
    """Seconds of its first and its second refresh; the second must be all 304s."""
    (folder / "list.txt").write_text("\n".join(urls) + "\n")
    data = ["--data-dir", f"{folder}/data"]
    timed([program, "import", f"{folder}/list.txt", "--yes", *data])
    command = [program, "refresh", "--articles", "0", *data]
    first = timed(command)
    start = time.perf_counter()
    done = subprocess.run([*command, "--json"], check=True, stdout=subprocess.PIPE, timeout=120)
    second = time.perf_counter() - start
    result = json.loads(done.stdout)
    if result["not_modified"] != len(urls) or result["failed"]:
        raise SystemExit(f"the second refresh was not all 304s: {result}")
    return first, second


def main() -> None:
    """Run both in turn and print the figures."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--runs", type=int, default=5)
    cli.add_argument("--feeds", type=int, default=100)
    cli.add_argument("--entries", type=int, default=50)
    cli.add_argument("--latency", type=float, default=0.0)
    cli.add_argument("--hosts", type=int, default=1)
    cli.add_argument("--tuinews", default=str(Path(sys.executable).with_name("tuinews")))
    options = cli.parse_args()
    if shutil.which("newsboat") is None:
        raise SystemExit("newsboat is not installed")
    server = Server([feed(n, options.entries) for n in range(options.feeds)], options.latency / 1000)
    server.start()
    urls = [f"http://127.0.0.{1 + n % options.hosts}:{server.port}/{n}" for n in range(options.feeds)]
    ours: list[tuple[float, float]] = []
    theirs: list[tuple[float, float]] = []
    os.environ["PYTHONWARNINGS"] = "ignore"
    for _ in range(options.runs):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
            ours.append(tuinews(options.tuinews, Path(one), urls))
            theirs.append(newsboat(Path(other), urls))
    for i, name in enumerate(("first refresh", "second, all 304")):
        a, b = (statistics.median(run[i] for run in runs) for runs in (ours, theirs))
        print(f"{name}: tuinews {a:.2f} s, newsboat {b:.2f} s, ratio {a / b:.2f}")
    first, second = (statistics.median(run[i] for run in ours) for i in (0, 1))
    print(f"second to first: {second / first:.2f}")
    print("memory:", ", ".join(f"{name} {kib / 1024:.0f} MiB" for name, kib in memory.items()))


if __name__ == "__main__":
    main()
