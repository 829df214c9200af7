"""The pictures of the guide, drawn by arithmetic and written as PNG by hand (PNG specification, ISO 15948)."""

import math
import struct
import zlib
from collections.abc import Callable, Iterator
from functools import cache

WIDTH = 480
"""Pixels across of each picture."""

HEIGHT = 270
"""Pixels down of each picture."""

Colour = tuple[int, int, int]
Rows = Iterator[bytes]


@cache
def picture(name: str) -> bytes | None:
    """The PNG file called `name`; None if there is none of that name."""
    draw = _DRAWINGS.get(name)
    return None if draw is None else _png(draw)


def names() -> tuple[str, ...]:
    """The file names of all pictures."""
    return tuple(_DRAWINGS)


def pictures_at(base: str) -> dict[str, bytes]:
    """Every picture by its address on the site at `base`."""
    return {f"{base.rstrip('/')}/anh/{name}": picture(name) or b"" for name in names()}


def _png(draw: Callable[[], tuple[list[Colour], Rows]]) -> bytes:
    """A PNG of a palette and rows of palette indices."""
    palette, rows = draw()
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    colours = bytes(channel for colour in palette for channel in colour)
    parts = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _between(start: Colour, end: Colour, steps: int) -> list[Colour]:
    def channel(i: int, step: int) -> int:
        return start[i] + (end[i] - start[i]) * step // max(1, steps - 1)

    return [(channel(0, step), channel(1, step), channel(2, step)) for step in range(steps)]


def _hills() -> tuple[list[Colour], Rows]:
    """A sky from night to morning over three ranges of hills."""
    sky = _between((24, 28, 68), (250, 176, 120), 200)
    palette = [*sky, (86, 74, 110), (58, 52, 92), (30, 30, 60), (255, 236, 190)]
    waves = ((120, 22, 0.021, 0.4), (165, 26, 0.013, 2.1), (215, 20, 0.027, 4.0))
    tops = [[int(y + a * math.sin(x * f + p)) for x in range(WIDTH)] for y, a, f, p in waves]

    def rows() -> Rows:
        for y in range(HEIGHT):
            row = bytearray([min(199, y)]) * WIDTH
            half = int(math.sqrt(max(0, 30**2 - (y - 96) ** 2)))
            row[330 - half : 330 + half] = bytes([203]) * (2 * half)
            for layer, top in enumerate(tops):
                row[:] = bytes(200 + layer if y >= top[x] else row[x] for x in range(WIDTH))
            yield bytes(row)

    return palette, rows()


def _panes() -> tuple[list[Colour], Rows]:
    """Three panes of a screen: sources, list, article."""
    palette = [(18, 20, 28), (38, 42, 56), (90, 98, 120), (160, 168, 186), (120, 190, 250), (230, 190, 110)]
    panes = ((10, 110, 5, 62), (120, 260, 5, 118), (270, 470, 5, 182))

    def rows() -> Rows:
        for y in range(HEIGHT):
            row = bytearray(WIDTH)
            for number, (left, right, _, longest) in enumerate(panes):
                if not 10 <= y < HEIGHT - 24:
                    continue
                row[left:right] = b"\1" * (right - left)
                line, inside = divmod(y - 18, 12)
                if inside < 5 and 0 <= line < 18 and (number < 2 or line % 6 != 2):
                    length = longest - (line * 37 + number * 11) % 40
                    ink = (
                        4 if number < 2 and line == 2 + number else 5 if number == 2 and line < 2 else 2 + line % 2
                    )
                    row[left + 8 : left + 8 + length] = bytes([ink]) * length
            if HEIGHT - 18 <= y < HEIGHT - 12:
                row[10:190] = b"\2" * 180
            yield bytes(row)

    return palette, rows()


def _waves() -> tuple[list[Colour], Rows]:
    """The sound of six tones, one band each."""
    inks: list[Colour] = [
        (214, 69, 65),
        (240, 150, 60),
        (230, 200, 80),
        (80, 170, 120),
        (70, 130, 200),
        (140, 100, 190),
    ]
    palette = [(250, 248, 242), *inks]

    def height(tone: int, x: int) -> float:
        rise = (0, 0.5, -0.4, math.sin(x / 40), 0.9 * math.cos(x / 70), -0.9)[tone]
        return 22 + tone * 45 + 10 * math.sin(x / (5 + tone)) * math.exp(-(((x - 240) / 190) ** 2)) - rise * 6

    lines = [[int(height(tone, x)) for x in range(WIDTH)] for tone in range(6)]

    def rows() -> Rows:
        for y in range(HEIGHT):
            tone = min(5, y // 45)
            line = lines[tone]
            yield bytes(tone + 1 if abs(y - line[x]) < 4 else 0 for x in range(WIDTH))

    return palette, rows()


def _grid() -> tuple[list[Colour], Rows]:
    """The page as a typesetter sees it: a grid, a column, lines of grey."""
    palette = [(252, 251, 247), (226, 222, 210), (120, 116, 108), (190, 60, 50)]

    def rows() -> Rows:
        for y in range(HEIGHT):
            row = bytearray(b"\1" if y % 18 == 0 else b"\0") * WIDTH
            for x in range(0, WIDTH, 24):
                row[x] = 1
            line, inside = divmod(y - 20, 18)
            if 3 <= inside < 11 and 0 <= line < 13:
                first = line == 0
                left, right = 96, 384 - (line * 53 % 30) - (110 if line in (5, 12) else 0)
                row[left:right] = bytes([3 if first else 2]) * (right - left)
            row[90] = row[390] = 3
            yield bytes(row)

    return palette, rows()


_DRAWINGS: dict[str, Callable[[], tuple[list[Colour], Rows]]] = {
    "binh-minh.png": _hills,
    "ba-khung.png": _panes,
    "sau-thanh.png": _waves,
    "luoi-chu.png": _grid,
}
