"""What pictures cost: opening kept articles with and without them in turns, and scrolling where they stand.

    python tests/bench/pictures.py [--rounds 20]

The program runs in a pseudo-terminal of 120x40 on a library of kept articles, every second of which shows three
photographs of 1600 by 1067 pixels. `text` is milliseconds from the key to the first words of the article,
`picture` to the last byte of the first picture, `line` from a scroll by one line to the last byte of its repaint.
"""

import argparse
import asyncio
import fcntl
import io
import os
import pty
import select
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

from PIL import Image

from tuinews.library.library import Library
from tuinews.model.article import Article
from tuinews.model.document import Block, Document, Figure, Paragraph, Span
from tuinews.model.source import NewSource, SourceKind
from tuinews.settings import Settings

COLUMNS, ROWS = 120, 40
QUIET = 0.2
ARTICLES = 24


def photograph(seed: int) -> bytes:
    """A picture with as much detail as a photograph."""
    noise = Image.effect_noise((80, 54), 90 + seed).resize((1600, 1067), Image.Resampling.BICUBIC)
    tint = Image.linear_gradient("L").resize((1600, 1067))
    file = io.BytesIO()
    Image.merge("RGB", (noise, tint, noise.transpose(Image.Transpose.FLIP_TOP_BOTTOM))).save(file, "JPEG")
    return file.getvalue()


async def stock(folder: Path) -> None:
    """A library of kept articles, with pictures and without in turns."""
    articles: list[Article] = []
    pictures: dict[str, bytes] = {}
    for number in range(ARTICLES):
        address = f"https://a.example/{number}"
        blocks: list[Block] = []
        for part in range(3):
            if number % 2:
                pictures[f"{address}.{part}.jpg"] = photograph(number * 3 + part)
                blocks.append(Figure(f"{address}.{part}.jpg", caption=(Span("A caption."),)))
            blocks += [Paragraph((Span(f"begin{number:02}p{part} " + "lorem ipsum dolor sit amet " * 40),))] * 4
        articles.append(Article(address, f"Article {number:02}", Document(tuple(blocks))))
    library = await Library.open(folder, Settings())
    await library.keep_edition(NewSource(SourceKind.PAGES, "tuinews:bench", "Bench"), articles, pictures)
    await library.close()


class Terminal:
    """The program in a pseudo-terminal; only the bytes are looked at, since keeping a screen costs more."""

    def __init__(self, folder: Path) -> None:
        pid, self._fd = pty.fork()
        if pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execv(sys.executable, [sys.executable, "-m", "tuinews", "--data-dir", str(folder)])
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def press(self, key: bytes, words: bytes = b"") -> tuple[float, float, bool]:
        """Milliseconds until `words` were written, and until the last byte; whether a picture was among them."""
        started = last = time.perf_counter()
        seen, written = 0.0, b""
        os.write(self._fd, key)
        while select.select([self._fd], [], [], QUIET)[0]:
            written += os.read(self._fd, 1 << 16)
            last = time.perf_counter()
            if not seen and words in written:
                seen = last
        return (seen - started) * 1000, (last - started) * 1000, "▀".encode() in written


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        asyncio.run(stock(Path(name)))
        terminal = Terminal(Path(name))
        time.sleep(2)
        terminal.press(b"\r")
        text: dict[bool, list[float]] = {True: [], False: []}
        whole: list[float] = []
        lines: dict[bool, list[float]] = {True: [], False: []}
        for _ in range(rounds):
            first, last, has_picture = terminal.press(b"J", b"begin")
            if first > 0:
                text[has_picture].append(first)
            if has_picture:
                whole.append(last)
            for _ in range(4):
                lines[has_picture].append(terminal.press(b"\x1b[B")[1])
        terminal.press(b"Q")
    for kind, label in ((False, "without"), (True, "with pictures")):
        middle = statistics.median(text[kind]), statistics.median(lines[kind])
        print(f"{label:>14}: text {middle[0]:5.0f} ms   line {middle[1]:5.1f} ms")
    print(f"{'':>14}  picture {statistics.median(whole):5.0f} ms after the key")


if __name__ == "__main__":
    main()
