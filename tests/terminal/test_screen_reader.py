"""For a screen reader: what a key writes is the title that it goes to, first, and little else; nothing moves."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.store.store import Store

MOST_BYTES = 200
TITLES = (
    *("News in a terminal window: what tuinews does", "The first ten minutes with tuinews"),
    *("One key, one meaning", "Any address is a source", "Reading without a network", "Type “da nang”"),
    *(
        "What a headline can do",
        "Bring your sources along",
        "Four pictures drawn with numbers",
        "A specimen of type",
        "How a page of news",
    ),
)
_CONTROLS = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[()][0-9A-B]|\x1b[=>78]|[\x00-\x1f]")
SIGNS = re.compile("[─-╿▀-▟●★↓•▎▏│]")


def with_screen_reader(terminal: Any, environ: dict[str, str], **more: Any) -> Any:
    file = Path(environ["XDG_CONFIG_HOME"]) / "tuinews" / "settings.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("screen_reader = true\n")
    opened = terminal(size=(80, 24), **more)
    opened.until(lambda: TITLES[0] in opened.cursor_line, "the first title under the cursor")
    opened.settle()
    return opened


def after(terminal: Any, key: str) -> bytes:
    """What is written after a key, until nothing more comes."""
    start = len(terminal.written)
    terminal.send(key)
    terminal.until(lambda: len(terminal.written) > start, f"something after {key}")
    terminal.settle()
    return bytes(terminal.written[start:])


@pytest.mark.parametrize("colours", ["truecolor", None])
def test_each_of_twenty_keys_speaks_its_title_first_and_little_else(
    open_terminal: Any, environ: dict[str, str], colours: str | None
) -> None:
    terminal = with_screen_reader(open_terminal, environ, COLORTERM=colours)
    keys = ["j"] * 10 + ["k"] * 5 + ["j"] * 2 + ["k"] * 3
    place = 0
    for key in keys:
        place += 1 if key == "j" else -1
        written = after(terminal, key)
        said = _CONTROLS.sub(b"", written).decode().strip()
        assert said.startswith(TITLES[place]), (key, said)
        assert len(written) < MOST_BYTES, (key, len(written), written)
        assert terminal.cursor_line[terminal.cursor[0] :].startswith(TITLES[place])
        assert len(said.splitlines()) == 1
    for key in ("m", "m", "s", "V", "j"):
        place += key == "j"
        written = after(terminal, key)
        said = _CONTROLS.sub(b"", written).decode()
        others = [title for title in TITLES if title in said and title not in TITLES[place - 1 : place + 1]]
        assert (TITLES[place] in said, others) == (True, []), (key, said)
        assert len(written) < 3 * MOST_BYTES, (key, len(written), written)


def test_one_pane_without_signs_and_a_cursor_that_can_be_seen(open_terminal: Any, environ: dict[str, str]) -> None:
    terminal = with_screen_reader(open_terminal, environ)
    assert not SIGNS.search(terminal.text)
    assert ", unread" in terminal.cursor_line
    assert not terminal.screen.cursor.hidden
    footer = terminal.screen.display[-1]
    terminal.send("jjk")
    terminal.settle()
    assert terminal.screen.display[-1] == footer
    terminal.send("\r")
    terminal.wait_for("Once along the main road")
    terminal.settle()
    assert TITLES[0] not in terminal.text
    assert not SIGNS.search(terminal.text)
    start = len(terminal.written)
    assert not terminal.listen(1.5), terminal.written[start:]
    terminal.send("?")
    terminal.wait_for("Moving")
    terminal.settle()
    assert not re.search("[─-╿▏]", terminal.text)


def test_it_is_offered_by_its_name_and_taken_back(open_terminal: Any) -> None:
    terminal = open_terminal(size=(80, 24))
    terminal.wait_for("1/11")
    terminal.send(":screen reader\r")
    terminal.wait_for("Screen reader mode is on")
    terminal.until(lambda: TITLES[0] in terminal.cursor_line and ", unread" in terminal.cursor_line, "the title")
    terminal.settle()
    assert not SIGNS.search(terminal.text)
    terminal.send(":screen reader\r")
    terminal.wait_for("1/11")
    terminal.until(lambda: terminal.screen.cursor.hidden and "●" in terminal.text, "as before")


def test_places_and_choices_are_spoken_so_too(open_terminal: Any, environ: dict[str, str]) -> None:
    terminal = with_screen_reader(open_terminal, environ)
    terminal.send("h")
    terminal.settle()
    for key, place in (("j", "Unread"), ("j", "Starred"), ("k", "Unread"), ("k", "All")):
        written = after(terminal, key)
        assert _CONTROLS.sub(b"", written).decode().strip().startswith(place), written
        assert len(written) < MOST_BYTES
    after(terminal, "E")
    for key, row in (("j", "Colours"), ("j", "Rows of a list"), ("k", "Colours")):
        written = after(terminal, key)
        assert _CONTROLS.sub(b"", written).decode().strip().startswith(row), written
        assert len(written) < MOST_BYTES


LONG_TITLES = (
    "กรมอุตุนิยมวิทยาเตือนฝนตกหนักถึงหนักมากในภาคใต้ตอนล่าง ขอให้ประชาชนในพื้นที่เสี่ยงภัยระวังอันตรายจากน้ำท่วมฉับพลัน",
    "รัฐบาลเห็นชอบแผนฟื้นฟู แม่น้ำปิง ระยะที่ 2 หลังน้ำท่วมใหญ่ ชาวบ้านริมน้ำขอให้เร่งขุดลอก ก่อนฤดูฝนปีหน้า จะมาถึง",
    "दिल्ली में घने कोहरे के कारण कई उड़ानें रद्द, यात्रियों को लंबा इंतज़ार करना पड़ा, रेलगाड़ियाँ भी घंटों देर से चल रही हैं",
    "Lũ về, cả làng thức trắng đêm gia cố những quãng đê xung yếu, trẻ nhỏ được đưa lên chỗ cao từ chập tối",
    "大雨で川の水位が上がり、住民に避難指示、学校の体育館に二百人が身を寄せ、夜明けまで不安な時間を過ごした",
)


@pytest.mark.parametrize("colours", ["truecolor", None])
def test_a_title_whose_letters_are_long_is_spoken_in_as_few_bytes(
    open_terminal: Any, environ: dict[str, str], tmp_path: Path, colours: str | None
) -> None:
    now = datetime.now(UTC)
    store = Store.open(tmp_path / "library", now)
    source = store.add_source(NewSource(SourceKind.FEED, "http://127.0.0.1:9/f", "ข่าวเช้า", None), now)
    entries = [
        Entry(str(n), f"{n} {title}", f"http://a.test/{n}") for n, title in enumerate(("First", *LONG_TITLES))
    ]
    store.record_listing(source.id, Refreshed(Listing(tuple(entries)), now))
    store.close()
    file = Path(environ["XDG_CONFIG_HOME"]) / "tuinews" / "settings.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("screen_reader = true\nrefresh_in_background = false\n")
    terminal = open_terminal("--data-dir", str(tmp_path / "library"), size=(200, 24), COLORTERM=colours)
    terminal.until(lambda: "0 First" in terminal.cursor_line, "the first title under the cursor")
    terminal.settle()
    for number, title in enumerate(LONG_TITLES, 1):
        written = after(terminal, "j")
        said = _CONTROLS.sub(b"", written).decode().strip()
        assert len(said.encode()) < MOST_BYTES, (title, said)
        # Of scripts that terminals measure differently each cluster has its column said, which nobody hears.
        if b"\x1b[1D" not in written:
            assert len(written) < MOST_BYTES, (title, len(written), written)
        plain = said.replace(" ", "")
        assert plain.startswith(f"{number}{title[:15].replace(' ', '')}"), said
