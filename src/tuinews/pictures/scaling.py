"""A kept picture brought down to the cells of a screen: colours for half blocks, or pixels for a terminal that
draws pictures itself.
"""

import io
from functools import cache

from PIL import Image

from tuinews.pictures.decoding import calmly, decoded
from tuinews.quick_dataclass import dataclass

Colour = tuple[int, int, int]

_CUBE = (0, 95, 135, 175, 215, 255)
_FIRST = 16
"""The colours of 256 below it are the user's own, whatever they are."""


@dataclass(frozen=True, slots=True)
class HalfBlocks:
    """A picture as half blocks: `columns` by `rows` cells, each two pixels of which the upper one comes first.

    `pixels` are row by row, two rows a row of cells: three bytes each (red, green, blue), or one, the number of
    the colour among the terminal's 256, where `indexed`.
    """

    columns: int
    rows: int
    pixels: bytes
    indexed: bool

    def row(self, number: int) -> tuple[list[Colour] | list[int], list[Colour] | list[int]]:
        """The colours of the upper and of the lower pixels of a row of cells."""
        return self._pixels(2 * number), self._pixels(2 * number + 1)

    def _pixels(self, line: int) -> list[Colour] | list[int]:
        if self.indexed:
            return list(self.pixels[line * self.columns : (line + 1) * self.columns])
        start = line * self.columns * 3
        parts = self.pixels[start : start + self.columns * 3]
        return list(zip(parts[0::3], parts[1::3], parts[2::3], strict=True))


def half_blocks(data: bytes, columns: int, rows: int, paper: Colour, indexed: bool) -> HalfBlocks:
    """The picture over the colour of the paper, as large as `columns` by `rows` cells hold it whole.

    Raises ExtractError if the bytes are damaged.
    """
    image = decoded(data, 4 * max(columns, 2 * rows))
    return calmly(lambda: _half_blocks(image, columns, rows, paper, indexed))


def png(data: bytes, width: int, height: int, paper: Colour) -> bytes:
    """The picture as a PNG of at most `width` by `height` pixels. Raises ExtractError for damaged bytes."""
    image = decoded(data, max(width, height))
    return calmly(lambda: _png(image, width, height, paper))


def _half_blocks(image: Image.Image, columns: int, rows: int, paper: Colour, indexed: bool) -> HalfBlocks:
    width, height = _fitted(image.size, columns, 2 * rows)
    small = _flat(image, paper).resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    if height % 2:
        taller = Image.new("RGB", (width, height + 1), paper)
        taller.paste(small)
        small = taller
    cells = (small.width, small.height // 2)
    if indexed:
        numbers = small.quantize(palette=_palette(), dither=Image.Dither.NONE).tobytes()
        return HalfBlocks(*cells, bytes(number + _FIRST for number in numbers), True)
    return HalfBlocks(*cells, small.tobytes(), False)


def _png(image: Image.Image, width: int, height: int, paper: Colour) -> bytes:
    size = _fitted(image.size, min(width, image.width), min(height, image.height))
    small = _flat(image, paper).resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    file = io.BytesIO()
    small.save(file, "PNG", compress_level=3)
    return file.getvalue()


def _flat(image: Image.Image, paper: Colour) -> Image.Image:
    if image.mode != "RGBA":
        return image
    under = Image.new("RGBA", image.size, (*paper, 255))
    return Image.alpha_composite(under, image).convert("RGB")


def _fitted(size: tuple[int, int], width: int, height: int) -> tuple[int, int]:
    scale = min(width / size[0], height / size[1])
    return max(1, min(width, round(size[0] * scale))), max(1, min(height, round(size[1] * scale)))


@cache
def _palette() -> Image.Image:
    """The colours 16 to 255 as every terminal of 256 has them (xterm, 256colres.pl): a cube, then greys."""
    cube = [channel for red in _CUBE for green in _CUBE for blue in _CUBE for channel in (red, green, blue)]
    greys = [8 + 10 * step for step in range(24) for _ in range(3)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([*cube, *greys])
    return palette
