"""Pictures that the terminal draws: what is written to one that answers the question, and to one that does not."""

import asyncio
import base64
import io
import re
import signal
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from PIL import Image

from tuinews.demo.site import DemoSite
from tuinews.library.library import Library
from tuinews.model.view import View
from tuinews.settings import Settings
from tuinews.ui.terminal import kitty

COMMAND = re.compile(rb"\x1b_G([^;\x1b]*);?([^\x1b]*)\x1b\\")
QUESTION = b"i=4207,s=1,v=1,a=q,t=d,f=24"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library whose one article is kept with its pictures; its site has gone."""
    folder = tmp_path_factory.mktemp("kept") / "library"

    async def stock() -> None:
        library = await Library.open(folder, Settings())
        with DemoSite() as site:
            shown = [guide for guide in site.articles if len(guide.article.document.figures) > 2]
            site.publish(shown[:1])
            try:
                await library.add(f"{site.url}rss.xml")
                (entry_id,) = await library.entry_ids(View())
                await library.open_article(entry_id)
                assert await library.pictures.keep(entry_id)
            finally:
                await library.close()

    asyncio.run(stock())
    return folder


@pytest.fixture
def data_dir(tmp_path: Path, kept: Path) -> Path:
    """A copy of that library for one test."""
    return Path(copytree(kept, tmp_path / "library"))


def commands(terminal: Any) -> list[tuple[dict[str, str], bytes]]:
    """The graphics commands that were written: their keys, and what they carry."""
    found = [(m[1].decode(), m[2]) for m in COMMAND.finditer(terminal.written)]
    return [(dict(pair.split("=") for pair in keys.split(",")), data) for keys, data in found]


def open_it(open_terminal: Any, data_dir: Path, *more: str, **changes: str | None) -> Any:
    terminal = open_terminal("--data-dir", str(data_dir), *more, size=(80, 30), **changes)
    terminal.wait_for("1/1")
    assert b"\x1b_G" not in terminal.written, "nothing is asked before there is a picture"
    terminal.send("\r")
    return terminal


def answer(terminal: Any, name: bytes = b"") -> None:
    terminal.until(lambda: QUESTION in terminal.written, "the question")
    assert terminal.written.index(b"\x1b[>q") < terminal.written.index(QUESTION)
    terminal.send((b"\x1bP>|%b\x1b\\" % name if name else b"") + b"\x1b_Gi=4207;OK\x1b\\")


def placed(terminal: Any) -> list[dict[str, str]]:
    return [keys for keys, _ in commands(terminal) if keys.get("a") == "p"]


@pytest.mark.parametrize("name", [b"", b"kitty(0.35.1)"])
def test_a_terminal_that_answers_draws_them_itself(open_terminal: Any, data_dir: Path, name: bytes) -> None:
    terminal = open_it(open_terminal, data_dir)
    answer(terminal, name)
    terminal.until(lambda: placed(terminal), "a picture in its place")
    terminal.until(lambda: kitty.PLACEHOLDER in terminal.text, "its cells")

    place = placed(terminal)[0]
    assert (place["U"], place["q"]) == ("1", "2")
    parts = [(keys, data) for keys, data in commands(terminal) if "m" in keys]
    first = next(n for n, (keys, _) in enumerate(parts) if keys.get("i") == place["i"])
    last = next(n for n in range(first, len(parts)) if parts[n][0]["m"] == "0")
    whole = [data for _, data in parts[first : last + 1]]
    assert all(len(data) == 4096 for data in whole[:-1])
    assert len(whole[-1]) <= 4096
    with Image.open(io.BytesIO(base64.b64decode(b"".join(whole)))) as image:
        assert image.format == "PNG"
        assert image.width >= int(place["c"]) * 4
    assert parts[first][0] == {
        "a": "t",
        "f": "100",
        "t": "d",
        "i": place["i"],
        "q": "2",
        "m": parts[first][0]["m"],
    }

    # In one write, of which nothing is painted before its end.
    start = terminal.written.index(b"\x1b_Ga=t,")
    end = terminal.written.index(b"\x1b_Ga=p,") + 1
    assert terminal.written[:start].endswith(b"\x1b[?2026h")
    assert b"\x1b[" not in terminal.written[start:end]

    # Each cell has its row and column, and the picture's number for its colour.
    rows = [
        line for line in terminal.screen.buffer.values() if any(kitty.PLACEHOLDER in c.data for c in line.values())
    ]
    cells = [cell for cell in rows[0].values() if kitty.PLACEHOLDER in cell.data]
    assert len(cells) == int(place["c"])
    assert [cell.data for cell in cells[:2]] == ["\U0010eeee\u0305\u0305", "\U0010eeee\u0305\u030d"]
    assert "▀" not in terminal.text

    terminal.send("Q")
    assert terminal.wait() == 0
    deleted = [keys["i"] for keys, _ in commands(terminal) if keys.get("a") == "d"]
    assert {keys["i"] for keys in placed(terminal)} <= set(deleted)
    assert terminal.written.rindex(b"a=d") < terminal.written.rindex(b"\x1b[?1049l")


def test_large_and_back_and_another_article_take_what_they_do_not_show(open_terminal: Any, data_dir: Path) -> None:
    terminal = open_it(open_terminal, data_dir)
    answer(terminal)
    terminal.until(lambda: kitty.PLACEHOLDER in terminal.text, "its cells")
    terminal.send("\r")
    terminal.wait_for("Picture 1 of")

    def large() -> list[str]:
        return [keys["i"] for keys in placed(terminal) if int(keys["c"]) > 50]

    terminal.until(large, "the large one")
    terminal.send("\x1b")
    terminal.until(lambda: f"a=d,d=I,i={large()[0]},".encode() in terminal.written, "it is taken")
    terminal.send("i")
    terminal.until(lambda: kitty.PLACEHOLDER not in terminal.text, "hidden")
    given = {keys["i"] for keys in placed(terminal)}
    terminal.until(
        lambda: given <= {keys["i"] for keys, _ in commands(terminal) if keys.get("a") == "d"}, "all are taken"
    )


LEVELS = (0x00, 0x5F, 0x87, 0xAF, 0xD7, 0xFF)
COLOURS = {
    **{f"{LEVELS[n // 36]:02x}{LEVELS[n // 6 % 6]:02x}{LEVELS[n % 6]:02x}": 16 + n for n in reversed(range(6**3))},
    **{f"{8 + 10 * n:02x}" * 3: 232 + n for n in range(24)},
}
"""The numbers of xterm's 256 colours, by what pyte says of a cell."""


def dead(terminal: Any) -> list[tuple[int, int]]:
    """The cells on the screen of which the terminal has no picture: columns and rows."""
    has: dict[int, tuple[int, int]] = {}
    for keys, _ in commands(terminal):
        if keys.get("a") == "p":
            has[int(keys["i"])] = (int(keys["c"]), int(keys["r"]))
        elif keys.get("a") == "d":
            has.pop(int(keys["i"]), None)
    marks = kitty._marks()
    found = []
    for row, column, cell in cells_of_pictures(terminal):
        columns, rows = has.get(COLOURS.get(cell.fg, 0), (0, 0))
        own = [marks.index(mark) for mark in cell.data[1:]]
        if len(own) != 2 or own[0] >= rows or own[1] >= columns:  # or half of it has not come yet
            found.append((column, row))
    return found


def cells_of_pictures(terminal: Any) -> list[tuple[int, int, Any]]:
    return [
        (y, x, cell)
        for y, line in terminal.screen.buffer.items()
        for x, cell in line.items()
        if cell.data.startswith(kitty.PLACEHOLDER)
    ]


def open_at_a_picture(open_terminal: Any, data_dir: Path) -> Any:
    terminal = open_it(open_terminal, data_dir)
    answer(terminal)
    terminal.until(lambda: kitty.PLACEHOLDER in terminal.text, "its cells")
    while len(cells_of_pictures(terminal)) < 300:  # in sight on both sides of a sheet
        terminal.send("j")
        terminal.settle()
    assert not dead(terminal)
    return terminal


@pytest.mark.parametrize("key", ["a", "?", ":", "t"])
def test_they_are_seen_beneath_a_sheet_and_behind_it(open_terminal: Any, data_dir: Path, key: str) -> None:
    terminal = open_at_a_picture(open_terminal, data_dir)
    before = len(cells_of_pictures(terminal))

    # One that closes before it was ever painted: what its look has others do is done all the same.
    terminal.send(f"{key}\x1b")
    terminal.settle()
    assert (len(cells_of_pictures(terminal)), dead(terminal)) == (before, [])

    terminal.send(key)
    terminal.until(lambda: len(cells_of_pictures(terminal)) < before, "a sheet over them")
    terminal.settle()
    assert cells_of_pictures(terminal)
    assert not dead(terminal)


@pytest.mark.parametrize("is_large", [False, True])
def test_they_are_there_again_when_the_terminal_was_another_program_s(
    open_terminal: Any, data_dir: Path, is_large: bool
) -> None:
    terminal = open_at_a_picture(open_terminal, data_dir)
    if is_large:
        terminal.send("\r")
        terminal.wait_for("Picture 1 of")
        terminal.until(lambda: not dead(terminal) and kitty.PLACEHOLDER in terminal.text, "the large one")
    terminal.kill(signal.SIGTSTP)
    terminal.until(
        lambda: terminal.written.endswith(b"\x1b[?25h") or b"\x1b[?1049l" in terminal.written, "stopped"
    )
    terminal.settle()
    assert dead(terminal) or not cells_of_pictures(terminal)
    terminal.kill(signal.SIGCONT)
    terminal.until(lambda: cells_of_pictures(terminal) and not dead(terminal), "all of them again")


def test_beside_a_picture_that_is_narrower_than_its_cells_is_the_paper(open_terminal: Any, data_dir: Path) -> None:
    terminal = open_at_a_picture(open_terminal, data_dir)
    row, column, cell = cells_of_pictures(terminal)[0]
    assert cell.bg == terminal.screen.buffer[row][column - 1].bg != "default"


NAMES = [
    (b"", True),
    (b"kitty(0.28.0)", True),
    (b"kitty(0.45.0)", True),
    (b"kitty(1.0.1)", True),
    (b"ghostty 1.2.3-dev+abc", True),
    (b"kitty(0.26.5)", False),
    (b"kitty", False),
    (b"kittylike(1.0)", False),
    (b"WezTerm 20240203-110809-5046fc22", False),
    (b"Konsole 22.12.3", False),
    (b"iTerm2 3.6.1", False),
    (b"another \xff", False),
]
"""What terminals call themselves, and whether they draw in cells."""


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_those_alone_draw_in_cells_that_are_known_to(name: bytes, expected: bool) -> None:
    assert kitty.has_placeholders(name) is expected
    answer = b"P>|" + name
    assert (kitty.name_in(answer), kitty.is_answer(answer)) == (name, False)


@pytest.mark.parametrize(
    "answers",
    [
        b"",
        b"\x1b_Gi=4207;ENOTSUP:no\x1b\\",
        b"\x1b_Gi=1;OK\x1b\\",
        b"\x1b[?62;4c",
        b"\x1bP>|kitty(0.26.5)\x1b\\\x1b_Gi=4207;OK\x1b\\",
        b"\x1bP>|WezTerm 20240203\x1b\\\x1b_Gi=4207;OK\x1b\\",
    ],
)
def test_to_one_that_does_not_nothing_is_sent(open_terminal: Any, data_dir: Path, answers: bytes) -> None:
    terminal = open_it(open_terminal, data_dir)
    terminal.until(lambda: QUESTION in terminal.written, "the question")
    terminal.send(answers)
    terminal.until(lambda: "▀" in terminal.text, "half blocks")
    terminal.settle()
    assert [keys for keys, _ in commands(terminal)] == [dict(p.split("=") for p in QUESTION.decode().split(","))]
    assert kitty.PLACEHOLDER not in terminal.text


@pytest.mark.parametrize(
    ("setting", "changes"),
    [
        ("blocks", {}),
        ("auto", {"TMUX": "/sockets/tmux,1,0"}),
        ("auto", {"TERM": "tmux-256color"}),
        ("auto", {"STY": "1.pts"}),
        ("auto", {"TERM_PROGRAM": "Apple_Terminal"}),
    ],
)
def test_where_it_would_be_seen_the_question_is_not_asked(
    open_terminal: Any, data_dir: Path, tmp_path: Path, setting: str, changes: dict[str, str]
) -> None:
    config = tmp_path / "settings.toml"
    config.write_text(f'pictures_drawn = "{setting}"\n')
    terminal = open_it(open_terminal, data_dir, "--config", str(config), **changes)
    terminal.until(lambda: "▀" in terminal.text, "half blocks")
    assert b"\x1b_G" not in terminal.written


def test_inside_tmux_it_is_handed_on_where_the_settings_say_so(
    open_terminal: Any, data_dir: Path, tmp_path: Path
) -> None:
    config = tmp_path / "settings.toml"
    config.write_text('pictures_drawn = "kitty"\n')
    changes = {"TMUX": "/sockets/tmux,1,0", "TERM": "tmux-256color"}
    terminal = open_it(open_terminal, data_dir, "--config", str(config), **changes)
    terminal.until(lambda: b"\x1bPtmux;\x1b\x1b_Ga=p,U=1" in terminal.written, "a picture through tmux")
    assert not re.search(rb"(?<!\x1b)\x1b_G", terminal.written)
    assert QUESTION not in terminal.written


@pytest.mark.parametrize(
    ("png", "sizes"),
    [(b"", []), (b"a" * 3072, [4096]), (b"a" * 3073, [4096, 4]), (b"a" * 9000, [4096, 4096, 3808])],
)
def test_what_is_sent_is_cut_as_the_specification_allows(png: bytes, sizes: list[int]) -> None:
    *parts, place = kitty.sent(77, png, 40, 12)
    assert [len(COMMAND.fullmatch(part.encode())[2]) for part in parts] == sizes  # type: ignore[index]
    assert [part.split(";")[0][-1] for part in parts] == ["1"] * (len(sizes) - 1) + ["0"] * bool(sizes)
    assert place == "\x1b_Ga=p,U=1,i=77,c=40,r=12,q=2\x1b\\"


def test_columns_behind_the_last_mark_go_on_from_the_cell_before(make_picture: Callable[..., bytes]) -> None:
    cells = kitty.placeholders(1, 200)
    assert cells.count(kitty.PLACEHOLDER) == 200
    assert cells.endswith("\U0010eeee\u030d" * 2)
    assert kitty.most_rows() > 100
