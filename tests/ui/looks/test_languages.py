"""The screen in Vietnamese: nothing of it stays English, it fits, and it changes while it runs."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tuinews.language import LANGUAGES, _
from tuinews.language.po import read_po
from tuinews.model.view import Filter
from tuinews.typeset.cells import width
from tuinews.ui.keymap import Keymap
from tuinews.ui.screens.commands.registry import RUN
from tuinews.ui.words import messages, overlays, states
from tuinews.ui.words.sources import adding, source_messages

CATALOGUE = Path(__file__).parents[3] / "src" / "tuinews" / "language" / "catalogues" / "vi.po"
SENTENCES = [
    one.id for one in read_po(CATALOGUE.read_text("utf-8")) if one.id.count(" ") >= 2 and "{" not in one.id
]
"""English messages that no headline would have by chance."""

KEYS = (
    "question_mark",
    "colon",
    "a",
    "slash",
    "3",
    "4",
    "exclamation_mark",
    "e",
    "J",
    "y",
    "u",
    "m",
    "A",
    "9",
    "f",
)
ENDING = ("quit", "back_or_quit", "suspend", "language_english", "undo", "redo")
"""Commands that end the screen, or its Vietnamese; undo says what the fake library says, in English."""

SIZES = [(50, 20), (80, 24), (120, 30)]


def english(text: str) -> Iterator[str]:
    """The English messages on the screen, also those that are broken over lines."""
    flat = " ".join(text.replace("│", " ").split())
    return (sentence for sentence in SENTENCES if sentence in flat)


@pytest.fixture
def empty(library: Any) -> Any:
    library.all_sources.clear()
    library.entries.clear()
    return library


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_nothing_on_the_screen_stays_english(
    open_app: Any, library: Any, speak: Callable[[str], str], size: tuple[int, int]
) -> None:
    speak("vi")
    async with open_app(library, size=size) as seen:
        for key in KEYS:
            await seen.press(key)
            assert list(english(seen.text)) == [], key
            await seen.press("escape")


async def test_no_command_says_anything_in_english(
    open_app: Any, library: Any, tmp_path: Path, speak: Callable[[str], str]
) -> None:
    speak("vi")
    async with open_app(library, size=(80, 24), settings_file=tmp_path / "settings.toml") as seen:
        for command in [one for one in RUN if one not in ENDING]:
            seen.state.action_run(command)
            await seen.settle()
            assert list(english(seen.text)) == [], command
            while len(seen.app.screen_stack) > 1:
                await seen.press("escape")
            await seen.press("escape")


async def test_the_welcome_is_vietnamese(open_app: Any, empty: Any, speak: Callable[[str], str]) -> None:
    speak("vi")
    async with open_app(empty, size=(50, 20)) as seen:
        await seen.wait_for("Báo chọn sẵn, hoặc hướng dẫn")
        assert list(english(seen.text)) == []
        assert "Enter chọn · Esc xem quanh đã · q thoát" in seen.text


async def test_what_a_key_does_is_told_whole_in_fifty_columns(
    open_app: Any, library: Any, speak: Callable[[str], str]
) -> None:
    speak("vi")
    async with open_app(library, size=(50, 20)) as seen:
        assert "Enter mở   Space đọc tiếp" in seen.text.splitlines()[-1]
        await seen.press("a")
        await seen.wait_for("Enter thêm · ↑ ↓ · Tab chọn nhiều · Esc đóng")
        await seen.press("escape")
        await seen.press("slash")
        await seen.type("zzzz")
        await seen.press("enter")
        await seen.wait_for("Không tìm thấy “zzzz”.")
        assert "Bấm h để về danh sách." in seen.text
        await seen.press("escape", "2", "A")
        await seen.wait_for("bài thành đã đọc; bấm u để hoàn tác")


async def test_ages_stand_whole_beside_the_titles(
    open_app: Any, library: Any, speak: Callable[[str], str]
) -> None:
    speak("vi")
    async with open_app(library) as seen:
        assert any(word in seen.text for word in (" năm", " tháng", " ngày", " giờ", " phút"))


async def test_the_language_changes_while_it_runs_and_is_kept(
    open_app: Any, library: Any, tmp_path: Path, speak: Callable[[str], str]
) -> None:
    speak("en")
    file = tmp_path / "settings.toml"
    file.write_text('# mine\nlanguage = "en"  # for now\n\n[keys]\nstar = "S"\n', "utf-8")
    async with open_app(library, settings_file=file) as seen:
        await seen.wait_for("All articles")
        await seen.press("colon")
        await seen.type("language tieng viet")
        await seen.press("enter")
        await seen.wait_for("Đã chuyển sang tiếng Việt")
        await seen.wait_for("Tất cả các bài")
        assert "Có dấu sao" in seen.text
        assert "Bấm ? để xem mọi phím" in seen.text
        await seen.until(lambda: 'language = "vi"' in file.read_text("utf-8"))
        await seen.press("colon")
        await seen.type("language english")
        await seen.press("enter")
        await seen.wait_for("Everything is in English now")
        assert "Starred" in seen.text
        await seen.until(lambda: 'language = "en"' in file.read_text("utf-8"))
    assert file.read_text("utf-8") == '# mine\nlanguage = "en"  # for now\n\n[keys]\nstar = "S"\n'


async def test_settings_that_cannot_be_written_are_told(
    open_app: Any, library: Any, tmp_path: Path, speak: Callable[[str], str]
) -> None:
    speak("en")
    file = tmp_path / "a file" / "settings.toml"
    (tmp_path / "a file").write_text("")
    async with open_app(library, settings_file=file) as seen:
        await seen.press("colon")
        await seen.type("language tieng viet")
        await seen.press("enter")
        await seen.wait_for(f"cài đặt {tmp_path}"[:100])
        assert "Tất cả các bài" in seen.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_on_one_line_fits_into_fifty_columns(speak: Callable[[str], str], language: str) -> None:
    speak(language)
    sheet = 46
    footers = (adding.HELP, adding.HELP_FOR_LISTS, overlays.EDIT_HELP, overlays.WELCOME_HELP)
    assert [words for words in map(_, footers) if width(words) > 2 * sheet] == []
    titles = [f"{states.all_articles(which)}  {states.unread(1234)}" for which in Filter]
    assert [title for title in titles if width(title) > 48] == []
    assert [name for name in map(_, states.PLACES.values()) if width(name) > 24 - len(" 1,234 ")] == []
    for reading in (False, True):
        hints = Keymap({}).hints(reading=reading)
        first = [*hints[:2], hints[-1]]
        assert sum(width(f"{hint.key} {hint.words}") for hint in first) + 6 <= 50 - len("  1,234/1,234 ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_key_did_is_told_in_fifty_columns(speak: Callable[[str], str], language: str) -> None:
    speak(language)
    keymap = Keymap({})
    said = [
        messages.all_marked_read(150, keymap),
        messages.no_sources(keymap),
        messages.none_unread(keymap),
        messages.no_source_selected(keymap),
        messages.match(3, 12),
        source_messages.new_articles(12),
        source_messages.removed("VnExpress", keymap),
        states.refreshing(12, 15),
        states.offline_since(datetime(2026, 11, 29, 14, 5, tzinfo=UTC)),
        states.failures(3, 0, "!"),
        _(messages.NOTHING_TO_UNDO),
        _(messages.LAST_ARTICLE),
        _(source_messages.NOTHING_NEW),
    ]
    assert [words for words in said if width(words) > 50] == []


async def test_an_open_article_speaks_the_new_language_too(
    open_app: Any, library: Any, speak: Callable[[str], str]
) -> None:
    speak("en")
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 5 of")
        month = seen.state.entry_list.row(seen.state.open_id).published.latest.astimezone()
        assert f" {month:%B} " in seen.line("Ada Writer")
        await seen.press("space")
        top = seen.state.reader.scroll_offset.y
        await seen.press("colon")
        await seen.type("language tieng viet")
        await seen.press("enter")
        await seen.wait_for("Tất cả các bài")
        assert seen.state.reader.scroll_offset.y == top
        await seen.press("g", "g")
        assert f"tháng {month.month}" in seen.line("Ada Writer")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("size", [(40, 12), (50, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_first_three_ways_are_whole(
    open_app: Any, empty: Any, code: str, size: tuple[int, int], speak: Callable[[str], str]
) -> None:
    speak(code)
    async with open_app(empty, size) as seen:
        for words in (overlays.STARTERS, overlays.ADD_OWN, overlays.EVERY_KEY):
            await seen.wait_for(_(words))
