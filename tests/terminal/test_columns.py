"""The columns hold in every terminal: those that draw emoji joined or apart, vowel signs in a cell or in none."""

import functools
import http.server
import re
import sys
import threading
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from forked import ForkServer
from tuinews.typeset.cells import cut, drawn, width
from tuinews.ui.terminal.columns import anchored
from tuinews.ui.widgets.strips import strip_of

from .conftest import OpenTerminal

TITLES = (
    "⚠️ Breaking changes in this release of the library",
    "We ❤️ the new library and the people who built it",
    "Thumbs 👍🏽 for the new library and its people",
    "Developer 👩‍💻 of the year lives in this town now",
    "👨‍👩‍👧‍👦 family 🏳️‍🌈 flag 1️⃣ key 🏴󠁧󠁢󠁥󠁮󠁧󠁿 match 🫩",
    "Flag 🇻🇳 of the day and of the week and of the month",
    "क्षेत्र में नया पुस्तकालय खुला और लोग प्रसन्न हैं क्योंकि",
    "தமிழ்நாட்டில் புதிய நூலகம் திறக்கப்பட்டது இன்று",
    "ကျွန်ုပ်တို့၏ စာကြည့်တိုက်အသစ် ဖွင့်လှစ်ခဲ့သည်",
    "សារព័ត៌មាន ខ្មែរ ថ្ងៃនេះ នៅ ភ្នំពេញ",
    "বাংলাদেশের খবর আজ র‍্যাব এর অভিযান চলছে",
    "می‌خواهم خانه‌ی تازه ه‍ ببینم و برگردم به شهر",
    "速報：台風が上陸、各地で大雨のおそれ、気象庁が警戒",
    "Bão số 3 đổ bộ vào Thanh Hoá, nhiều nơi mất điện",
)


def apart(character: str) -> int:
    """As xterm and tmux 3.3 have it: each character for itself, a vowel sign with a place takes a cell."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def none_for_signs(character: str) -> int:
    """As kitty has it: a mark of any kind takes no cell."""
    return 0 if unicodedata.category(character) == "Mc" else apart(character)


def old_tables(character: str) -> int:
    """A terminal that knows no emoji at all."""
    return 1 if ord(character) >= 0x1F000 and apart(character) else apart(character)


class Row:
    """One row of a terminal, full of what stood there before."""

    def __init__(self, cells: Callable[[str], int], columns: int = 60) -> None:
        self._cells, self._column = cells, 0
        self.reader_state = ["#"] * columns

    def feed(self, data: str) -> None:
        """Draw `data`; a wide character of which a half is overwritten loses the other too."""
        for token in re.finditer(r"\x1b\[(?:\d+;)?(\d*)([A-Za-z])|(.)", data, re.DOTALL):
            if token[2] in ("H", "G"):
                self._column = int(token[1]) - 1
            elif token[2] == "D":
                self._column -= int(token[1])
            elif token[3]:
                self._draw(token[3])

    def _draw(self, character: str) -> None:
        cells = self._cells(character)
        for place in range(self._column, min(self._column + cells, len(self.reader_state))):
            if self.reader_state[place] == "" and place > 0:
                self.reader_state[place - 1] = " "
            if place + 1 < len(self.reader_state) and self.reader_state[place + 1] == "":
                self.reader_state[place + 1] = " "
            self.reader_state[place] = character if place == self._column else ""
        if not cells and self._column:
            self.reader_state[self._column - 1] += character
        self._column += cells


def as_drawn(text: str) -> str:
    return "".join(shown for _, shown in drawn(text))


@pytest.mark.parametrize("cells", [apart, none_for_signs, old_tables])
@pytest.mark.parametrize("title", TITLES)
def test_what_stands_behind_a_title_stays_in_its_column(title: str, cells: Callable[[str], int]) -> None:
    room = 30
    words = cut(title, room)
    row = Row(cells)
    line = f"\x1b[31m{as_drawn(words)}\x1b[0m{' ' * (room - width(words))}\x1b[34m│reader"
    row.feed(anchored(f"\x1b[1;5H{line}"))
    assert row.reader_state[4 + room] == "│"
    assert "".join(row.reader_state[5 + room : 11 + room]) == "reader"
    assert "#" not in "".join(row.reader_state[4 : 11 + room])
    assert "…" in "".join(row.reader_state) or words == title


@pytest.mark.parametrize("cells", [apart, none_for_signs, old_tables])
@pytest.mark.parametrize("title", TITLES)
def test_a_part_that_is_painted_anew_leaves_what_is_beside_it(title: str, cells: Callable[[str], int]) -> None:
    for room in range(1, 30):
        words = cut(title, room + 1)[:-1] if cut(title, room) != title else title
        words = words if width(words) <= room else cut(title, room)
        row = Row(cells)
        row.feed(anchored(f"\x1b[1;1H{as_drawn(words)}\x1b[2;1H"))
        assert set(row.reader_state[width(words) :]) == {"#"}, words


@pytest.mark.parametrize("title", TITLES)
def test_textual_counts_what_is_drawn_as_it_was_measured(title: str) -> None:
    assert cell_len(as_drawn(title)) == width(title)
    assert "".join(written for written, _ in drawn(title)) == title
    strip = strip_of(Strip([Segment("ab"), Segment(title)]).apply_offsets(0, 3))
    assert strip.cell_length == 2 + width(title)
    for segment in strip:
        assert segment.style is not None
        column, row = segment.style.meta["offset"]
        assert ("ab" + title)[column:].startswith(segment.text[:1])
        assert row == 3


@pytest.mark.parametrize("title", ["हिन्दी में समाचार का पन्ना", "தமிழ் செய்தி", "ខ្មែរ"])
def test_vowel_signs_are_not_written_over(title: str) -> None:
    row = Row(apart)
    row.feed(anchored(f"\x1b[1;1H{as_drawn(title)}|"))
    assert "".join(row.reader_state).split("|")[0].replace(" ", "") == title.replace(" ", "")


def test_plain_text_is_written_as_it_is() -> None:
    data = "\x1b[1;1H\x1b[31mĐà Nẵng “mưa” – 東京 é\u0301 ╭──╮\x1b[0m\n"
    assert anchored(data) is data


def test_the_terminals_own_commands_pass_whole() -> None:
    link = "\x1b]8;id=1;https://a.example\x1b\\"
    data = f"\x1b[?2026h{link}\x1b[1;1H⚠\ufe0f\x1b]8;;\x1b\\\x1b]52;c;aGk=\x07\x1b[?2026l\x1b7\x1b"
    assert anchored(data) == data.replace("⚠\ufe0f", "  \x1b[2D⚠\ufe0f\x1b[3G")


RSS = "<rss version='2.0'><channel><title>列</title>{}</channel></rss>"


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_a_real_terminal_keeps_the_divider_in_every_row(
    locale: str, tmp_path: Path, environ: dict[str, str], open_terminal: OpenTerminal, fork_server: ForkServer
) -> None:
    titles = [" – ".join([title] * 4) for title in TITLES[4:]]
    items = "".join(f"<item><guid>{n}</guid><title>{title}</title></item>" for n, title in enumerate(titles))
    (tmp_path / "feed.xml").write_text(RSS.format(items), encoding="utf-8")
    changes = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        command = [sys.executable, "-m", "tuinews", "add", f"http://127.0.0.1:{server.server_port}/feed.xml"]
        added = fork_server.run(command, environ)
        server.shutdown()
    assert added.returncode == 0
    program = [sys.executable, "-m", "tuinews"]
    terminal = open_terminal(command=program, size=(80, 52), **changes)

    divider = "|" if locale == "C" else "▏"

    def columns() -> list[int]:
        """Those in which every row has the divider."""
        rows = [terminal.screen.buffer[row] for row in range(51)]
        return [column for column in range(80) if all(row[column].data == divider for row in rows)]

    terminal.until(columns, "the divider in every row")
    before = columns()
    assert len(before) == 1
    for number in (2, 3, 4):  # a row painted anew leaves its divider too
        terminal.send("j")
        terminal.wait_for(f" {number}/10")
    assert columns() == before
    cut_off = "..." if locale == "C" else "…"
    assert sum(cut_off in row for row in terminal.screen.display) >= 10
    assert (" o " in terminal.text) is (locale == "C")
