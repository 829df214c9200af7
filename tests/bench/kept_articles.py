"""How many articles a second a refresh fetches, reads and keeps: `tuinews refresh --articles all` on loopback.

    python tests/bench/kept_articles.py [--runs 5] [--sources 20] [--entries 50] [--tuinews PROGRAM ...]

Each page is a news page of some 36 KB, half of it furniture. Each run refreshes an empty library; where several
programs are named they take turns. Prints the median seconds of each, its articles a second, the CPU seconds
of the program itself and of the processes that it started, and the most memory that they held together.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psutil

_SENTENCE = "Đà Nẵng mở cửa phiên chợ đêm bên sông sau ba tháng sửa chữa với hơn bốn mươi gian hàng"
_WORDS = _SENTENCE.split(" ")


def _sentence(seed: int, words: int) -> str:
    return " ".join(_WORDS[(seed * 7 + k * (1 + seed % 5)) % len(_WORDS)] for k in range(words)).capitalize() + "."


def page(source: int, number: int) -> str:
    """A page as newspapers write them: menu, text with pictures, and teasers of other articles."""
    seed = source * 1000 + number
    menu = "".join(f'<li class="nav-item"><a href="/muc-{i}">Mục {i}</a></li>' for i in range(60))
    text = "".join(
        f"<p>{' '.join(_sentence(seed + i * 3 + k, 14 + (seed + k) % 9) for k in range(4))}</p>"
        + (
            f'<figure><img src="/p{i}.jpg"><figcaption>{_sentence(seed + i, 8)}</figcaption></figure>'
            if i % 5 == 2
            else ""
        )
        for i in range(18)
    )
    teasers = "".join(
        f'<div class="card"><a href="/s{source}/a{i}"><img src="/t{i}.jpg"><h3>{_sentence(i, 9)}</h3></a>'
        f"<p>{_sentence(i + 1, 16)}</p><span>{i} giờ trước</span></div>"
        for i in range(90)
    )
    script = "<script>var ads=[" + ",".join(f'"{_sentence(i, 6)}"' for i in range(120)) + "];</script>"
    title = f"{_sentence(seed, 9)} {source}.{number}"
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:title" content="{title}"><meta property="article:published_time" '
        f'content="2026-09-{1 + number % 28:02}T08:00:00+07:00">{script}</head><body><nav><ul>{menu}</ul></nav>'
        f'<main><article><h1>{title}</h1><div class="author">Nguyễn Văn An</div><div class="content">{text}</div>'
        f"</article></main><aside>{teasers}</aside><footer><ul>{menu}</ul></footer></body></html>"
    )


def feed(source: int, entries: int) -> str:
    """The feed of a source, with links on the same server."""
    items = "".join(
        f"<item><title>{_sentence(source * 1000 + i, 9)} {source}.{i}</title><link>/s{source}/a{i}</link></item>"
        for i in range(entries)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Báo {source}</title>{items}</channel></rss>'


def serve(entries: int) -> ThreadingHTTPServer:
    """The server of all feeds and pages, on a thread; pages are made once."""
    made: dict[str, bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 1 << 20  # in one piece, or the kernel waits 40 ms between head and body

        def do_GET(self) -> None:
            if self.path not in made:
                source, _, article = self.path.strip("/").removeprefix("s").partition("/a")
                text = page(int(source), int(article)) if article else feed(int(source), entries)
                made[self.path] = text.encode()
            body = made[self.path]
            self.send_response(200)
            self.send_header("Content-Type", "text/html" if "/a" in self.path else "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing is printed of requests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@dataclass(frozen=True, slots=True)
class Run:
    """What one refresh took: seconds by the clock, CPU seconds of the program and of its processes, megabytes."""

    seconds: float
    own_cpu: float
    other_cpu: float
    megabytes: float


def measured(argv: list[str]) -> Run:
    """Run a whole process to its end."""
    start, most = time.perf_counter(), 0.0
    cpu: dict[int, float] = {}
    with psutil.Popen(argv, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            try:
                family = [process, *process.children(recursive=True)]
                most = max(most, sum(one.memory_info().rss for one in family) / 1e6)
                cpu |= {one.pid: sum(one.cpu_times()[:2]) for one in family}
            except psutil.Error:
                pass  # one of them ended meanwhile
            time.sleep(0.05)
    seconds = time.perf_counter() - start
    return Run(seconds, cpu[process.pid], sum(cpu.values()) - cpu[process.pid], most)


def refresh(program: str, port: int, arguments: argparse.Namespace) -> Run:
    """One refresh of a library that knows the sources and has no article."""
    folder = Path(tempfile.mkdtemp())
    try:
        listing = folder / "list.txt"
        listing.write_text("".join(f"http://127.0.0.1:{port}/s{i}\n" for i in range(arguments.sources)))
        base = [program, "--data-dir", str(folder / "library")]
        subprocess.run([*base, "import", str(listing)], check=True, stdout=subprocess.DEVNULL)
        return measured([*base, "refresh", "--articles", "all"])
    finally:
        shutil.rmtree(folder)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--sources", type=int, default=20)
    parser.add_argument("--entries", type=int, default=50)
    parser.add_argument("--tuinews", nargs="+", default=[str(Path(sys.executable).with_name("tuinews"))])
    arguments = parser.parse_args()
    server = serve(arguments.entries)
    results: dict[str, list[Run]] = {program: [] for program in arguments.tuinews}
    for _ in range(arguments.runs):
        for program, runs in results.items():
            runs.append(refresh(program, server.server_address[1], arguments))
    server.shutdown()
    total = arguments.sources * arguments.entries
    for program, runs in results.items():
        seconds, own, other = (
            statistics.median(getattr(run, name) for run in runs) for name in ("seconds", "own_cpu", "other_cpu")
        )
        print(f"{program}: {seconds:.2f} s, {total / seconds:.0f} articles a second")
        print(f"  CPU {own:.2f} s itself, {other:.2f} s elsewhere, {max(run.megabytes for run in runs):.0f} MB")


if __name__ == "__main__":
    main()
