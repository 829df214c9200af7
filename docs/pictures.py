"""Draw the pictures of the screen from the app's own cells: `python docs/pictures.py`, with names for some alone.

Each picture is a real screen: the app runs without a terminal on a library that the embedded site filled, keys are
pressed, and every cell is drawn with Pillow. Needs the fonts of Debian's fonts-dejavu-core and fonts-noto-cjk.
"""

import asyncio
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from rich.cells import cell_len, get_character_cell_size
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from textual.pilot import Pilot

from tuinews.demo.edition import edition, guide_articles
from tuinews.demo.site import DemoSite
from tuinews.language import choose
from tuinews.library.library import Library
from tuinews.settings import Settings
from tuinews.ui.app import TuinewsApp
from tuinews.ui.app_context import AppContext
from tuinews.ui.keymap import Keymap

FOLDER = Path(__file__).parent / "pictures"
SIZE = 15
_FACES = {"": "DejaVuSansMono.ttf", "bold": "DejaVuSansMono-Bold.ttf", "italic": "DejaVuSansMono-Oblique.ttf"}
_CJK = "NotoSansCJK-Regular.ttc"
_BLOCK_EIGHTHS = {"▁": 1, "▂": 2, "▃": 3, "▄": 4, "▅": 5, "▆": 6, "▇": 7, "█": 8}


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its file, the size of the terminal in cells, and the keys that lead to it."""

    name: str
    columns: int
    rows: int
    keys: tuple[str, ...]
    theme: str = "dark"
    language: str = "en"


SHOTS = (
    Shot("reading", 120, 36, ("enter",)),
    Shot("specimen", 120, 36, ("G", "k", "enter", "space")),
    Shot("two-panes", 80, 24, ("j", "enter")),
    Shot("one-pane", 50, 20, ("j", "j", "j", "j", "enter")),
    Shot("light", 120, 36, ("j", "j", "enter"), "light"),
    Shot("picture", 120, 36, (*"jjjjjjjj", "enter", "ctrl+d")),
    Shot("picture-light", 120, 36, (*"jjjjjjjj", "enter", "ctrl+d"), "light"),
    Shot("keys", 120, 36, ("question_mark",)),
    Shot("account", 80, 24, ("a", *"account", "enter")),
    Shot("reading-vi", 120, 36, ("enter",), language="vi"),
    Shot("two-panes-vi", 80, 24, ("j", "enter"), language="vi"),
    Shot("one-pane-vi", 50, 20, ("question_mark",), language="vi"),
)


class Painter:
    """Draws strips of cells."""

    def __init__(self) -> None:
        self._faces = {name: ImageFont.truetype(file, SIZE) for name, file in _FACES.items()}
        self._cjk = ImageFont.truetype(_CJK, SIZE)
        self._width = round(self._faces[""].getlength("M"))
        self._height = round(SIZE * 1.35)

    def paint(self, lines: list[list[Segment]], columns: int) -> Image.Image:
        """The lines as a picture."""
        image = Image.new("RGB", (columns * self._width, len(lines) * self._height))
        draw = ImageDraw.Draw(image)
        for y, line in enumerate(lines):
            x = 0
            for segment in filter(lambda one: one.cell_length, line):
                x = self._segment(draw, segment, x, y)
        return image

    def _segment(self, draw: ImageDraw.ImageDraw, segment: Segment, x: int, y: int) -> int:
        style = segment.style or Style()
        front, back = _rgb(style.color, (224, 224, 224)), _rgb(style.bgcolor, (0, 0, 0))
        if style.reverse:
            front, back = back, front
        face = self._faces["bold" if style.bold else "italic" if style.italic else ""]
        left, top = x * self._width, y * self._height
        right = (x + cell_len(segment.text)) * self._width
        draw.rectangle((left, top, right - 1, top + self._height - 1), fill=back)
        for character in segment.text:
            cells = get_character_cell_size(character)
            self._character(draw, character, cells, face, (x * self._width, top), front)
            x += cells
        if style.underline:
            draw.line((left, top + self._height - 2, right, top + self._height - 2), fill=front)
        return x

    def _character(
        self,
        draw: ImageDraw.ImageDraw,
        character: str,
        cells: int,
        face: ImageFont.FreeTypeFont,
        at: tuple[int, int],
        colour: tuple[int, int, int],
    ) -> None:
        left, top = at
        bottom = top + self._height - 1
        if character in _BLOCK_EIGHTHS:
            high = round(self._height * _BLOCK_EIGHTHS[character] / 8)
            draw.rectangle((left, bottom - high + 1, left + self._width - 1, bottom), fill=colour)
        elif character == "▀":
            draw.rectangle((left, top, left + self._width - 1, top + self._height // 2), fill=colour)
        elif character in "▏▎▍▌":
            wide = max(1, round(self._width * (1 + "▏▎▍▌".index(character)) / 8))
            draw.rectangle((left, top, left + wide - 1, bottom), fill=colour)
        elif character != " ":
            draw.text((left, top + 1), character, font=self._cjk if cells == 2 else face, fill=colour)


def _rgb(colour: Color | None, otherwise: tuple[int, int, int]) -> tuple[int, int, int]:
    if colour is None or colour.is_default:
        return otherwise
    red, green, blue = colour.get_truecolor(DEFAULT_TERMINAL_THEME)
    return red, green, blue


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing more is drawn."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def take(shot: Shot, folder: Path, painter: Painter) -> Image.Image:
    """The picture that `shot` describes, of the library in `folder`."""
    choose(shot.language)
    settings = Settings(theme=shot.theme)
    app = TuinewsApp(AppContext(lambda: Library.open(folder, settings), settings, Keymap(settings.keys)))
    async with app.run_test(size=(shot.columns, shot.rows)) as pilot:
        await settled(pilot)
        for key in shot.keys:
            await pilot.press(key)
            await settled(pilot)
        strips = app.screen._compositor.render_strips()
        lines = [[segment for segment in strip if not segment.control] for strip in strips]
        return painter.paint(lines, shot.columns)


async def fill(folder: Path, site: DemoSite, language: str) -> None:
    """Fill a library with the edition of a language, as `tuinews demo` does, in a folder of sources."""
    choose(language)
    feed, page, where = (
        ("rss.xml", "tin-moi/", "Hướng dẫn") if language == "vi" else ("en/rss.xml", "en/", "Guide")
    )
    site.publish(guide_articles(language, site.url), unlisted=edition(site.url))
    library = await Library.open(folder, Settings())
    await library.add(site.url + feed, folder=where)
    await library.add(site.url + page, folder=where)
    await library.refresh(articles=20)
    await library.close()


async def main(names: list[str]) -> None:
    """Fill libraries from the embedded site and draw the pictures of these names, of none given all."""
    os.environ |= {"COLORTERM": "truecolor", "TERM": "xterm-256color"}
    FOLDER.mkdir(exist_ok=True)
    painter = Painter()
    with DemoSite() as site, tempfile.TemporaryDirectory() as name:
        filled = {language: Path(name) / language for language in ("en", "vi")}
        for language, folder in filled.items():
            await fill(folder, site, language)
        for shot in [shot for shot in SHOTS if not names or shot.name in names]:
            # A library of its own: each start goes on where the one before it ended.
            own = Path(name) / shot.name
            shutil.copytree(filled[shot.language], own)
            (await take(shot, own, painter)).save(FOLDER / f"{shot.name}.png", optimize=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
