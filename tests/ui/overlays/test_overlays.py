"""The help, the palette, adding sources, the welcome."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from tuinews.model.discovery import Candidate
from tuinews.model.source import SourceKind
from tuinews.settings import Settings
from tuinews.ui.keys import COMMANDS
from tuinews.ui.screens.overlays.adding.offers import AddressOffer
from tuinews.ui.screens.overlays.adding.rows import offers
from tuinews.ui.widgets.fields.choices import Choices
from tuinews.ui.widgets.text_page import TextPage

OPML = '<opml><body><outline text="Ada" xmlUrl="https://ada.example/feed"/>\
<outline text="Bad" xmlUrl="exec:rm -rf"/></body></opml>'


def inside(seen: Any) -> list[str]:
    """The lines of a sheet, without its frame."""
    return [
        f" {line.partition('│')[2].rpartition('│')[0].rstrip(' ▁▂▃▄▅▆▇█')} " for line in seen.text.splitlines()
    ]


@pytest.fixture
def empty(library: Any) -> Any:
    library.all_sources.clear()
    library.entries.clear()
    return library


async def test_the_help_tells_every_key_and_cuts_no_word_at_any_size(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        for size in ((120, 40), (80, 24), (50, 20), (40, 10)):
            with seen.case(size):
                await seen.pilot.resize_terminal(*size)
                await seen.press("question_mark")
                await seen.wait_for("Esc closes")
                text_page = seen.app.screen.query_one(TextPage)
                pages = "".join(inside(seen))
                while text_page.scroll_offset.y < text_page.max_scroll_y:
                    await seen.press("pagedown")
                    pages += "".join(inside(seen))
                words = " ".join(pages.split())
                for command in COMMANDS:
                    for word in command.words.split():
                        assert f" {word} " in words
                await seen.press("escape")
                await seen.until(lambda: "Esc closes" not in seen.text)


async def test_the_help_moves_by_the_keys_of_reading(open_app: Any, library: Any) -> None:
    async with open_app(library, (80, 24)) as seen:
        await seen.press("question_mark")
        await seen.wait_for("Esc closes")
        text_page = seen.app.screen.query_one(TextPage)
        await seen.press("space")
        page = text_page.scroll_offset.y
        assert page == text_page.page
        await seen.press("space")
        assert text_page.scroll_offset.y == 2 * page
        await seen.press("b")
        assert text_page.scroll_offset.y == page
        await seen.press("G")
        assert text_page.scroll_offset.y == text_page.max_scroll_y
        await seen.press("g")
        assert text_page.scroll_offset.y == text_page.max_scroll_y
        await seen.press("g")
        assert text_page.scroll_offset.y == 0


async def test_the_help_tells_the_users_own_keys_and_scrolls(open_app: Any, library: Any) -> None:
    settings = Settings(keys=MappingProxyType({"down": "ctrl+n"}))
    async with open_app(library, (80, 20), settings) as seen:
        await seen.press("question_mark")
        await seen.wait_for("Ctrl-n")
        await seen.press("G")
        await seen.wait_for("link with its number")
        await seen.press("q")
        await seen.until(lambda: "link with its number" not in seen.text)


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_runs_a_command_by_its_name(open_app: Any, library: Any, key: str) -> None:
    async with open_app(library) as seen:
        await seen.press(key)
        await seen.wait_for("Command, source or article")
        await seen.type("starred")
        await seen.press("enter")
        await seen.wait_for("Starred articles")


async def test_the_palette_goes_to_a_source(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("colon")
        await seen.type("tuoi tre")
        await seen.press("enter")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        await seen.press("colon", "down", "escape")
        await seen.until(lambda: len(seen.app.screen_stack) == 1)


async def test_the_palette_finds_articles_by_their_titles_and_opens_one(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("colon")
        await seen.type("gold 3")
        await seen.wait_for("Articles")
        choices = seen.app.screen.query_one(Choices)
        title, source = library.entries[3].title, library.entries[3].source_title
        await seen.until(lambda: [(one.words, one.note) for one in choices.choices[-1:]] == [(title, source)])
        await seen.press("enter")
        await seen.until(lambda: seen.state.open_id == 3)
        assert seen.app.focused.id == "reader"


async def test_articles_come_after_commands_and_leave_the_cursor_where_it_was(open_app: Any, library: Any) -> None:
    library.entries[3] = replace(library.entries[3], title="The guide to gold")
    library.entries[2] = replace(library.entries[2], title="Kazoo")
    async with open_app(library) as seen:
        await seen.press("colon")
        await seen.type("guide")
        choices = seen.app.screen.query_one(Choices)
        await seen.until(lambda: choices.choices[-1].value == 3)
        assert choices.current == "guide"
        await seen.type("zoo")
        await seen.wait_for("Nothing matches")
        await seen.press(*["backspace"] * 8)
        await seen.type("kazoo")
        await seen.until(lambda: choices.current == 2)


@pytest.mark.parametrize("typed", ["is:nothing", '"', "-", "OR"])
async def test_what_is_typed_into_the_palette_is_no_query(open_app: Any, library: Any, typed: str) -> None:
    async with open_app(library) as seen:
        await seen.press("colon")
        await seen.type(typed)
        await seen.settle()
        await seen.press("escape")
        await seen.until(lambda: len(seen.app.screen_stack) == 1)


async def test_a_name_that_nothing_has_is_said(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("colon")
        await seen.type("zzzzz")
        await seen.wait_for("Nothing matches")
        await seen.press("enter")
        assert "Nothing matches" in seen.text


async def first_found(seen: Any, typed: str) -> str:
    """What the palette names first for what is typed; it is closed again."""
    await seen.press("colon")
    await seen.type(typed)
    choices = seen.app.screen.query_one(Choices)
    await seen.until(lambda: not typed or len(choices.choices) < 10)
    found = str(choices.choices[0].words)
    await seen.press("escape")
    await seen.until(lambda: len(seen.app.screen_stack) == 1)
    return found


async def test_the_palette_finds_by_words_before_parts_and_scattered_letters_last(
    open_app: Any, library: Any
) -> None:
    library.all_sources[4] = replace(library.all_sources[3], id=4, title="The Guideposts")
    library.all_sources[5] = replace(library.all_sources[3], id=5, title="VnExpress")
    library.all_sources[6] = replace(library.all_sources[3], id=6, title="Người đưa tin, hôm nay: đời sống")
    async with open_app(library) as seen:
        await seen.until(lambda: len(seen.state.sources) == 6)
        assert await first_found(seen, "guide") == "read the guide (works offline)"
        assert await first_found(seen, "guidep") == "The Guideposts"
        assert await first_found(seen, "theme") == "choose a colour theme, and see it at once"
        assert await first_found(seen, "import") == "import sources or saved articles (OPML, newsboat, Pocket…)"
        assert await first_found(seen, "export") == "export the sources to a file (OPML)"
        assert await first_found(seen, "catalogue") == "browse the catalogue of sources"
        assert (await first_found(seen, "rename")).startswith("rename this source, move it to a folder")
        assert (await first_found(seen, "folder")).startswith("rename this source, move it to a folder")
        assert await first_found(seen, "settings") == "change the settings: theme, keys, language"
        assert await first_found(seen, "dua tin") == "Người đưa tin, hôm nay: đời sống"
        assert await first_found(seen, "vnxp") == "VnExpress"
        assert await first_found(seen, "vnzp") == "Nothing matches"


async def test_the_palette_imports_a_list(open_app: Any, library: Any, tmp_path: Path) -> None:
    (tmp_path / "s.opml").write_text(OPML)
    async with open_app(library) as seen:
        await seen.press("colon")
        await seen.type("import")
        await seen.press("enter")
        await seen.wait_for("a file's name (OPML, newsboat, addresses,")
        await seen.paste(str(tmp_path / "s.opml"), "Import from s.opml")
        await seen.press("enter")
        await seen.wait_for("1 source added")


async def test_the_palette_exports_to_a_new_file_alone(
    open_app: Any, library: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    file = tmp_path / "tuinews.opml"
    async with open_app(library) as seen:
        await seen.until(lambda: seen.state.sources)
        await seen.press("colon")
        await seen.type("export")
        await seen.press("enter")
        await seen.wait_for("Export to: ~/tuinews.opml")
        await seen.press("enter")
        await seen.wait_for(f"3 sources exported to {tmp_path}")
        assert "Asahi" in file.read_text()
        file.write_text("mine")
        seen.state.action_run("export")
        await seen.wait_for("Export to:")
        await seen.press("enter")
        await seen.wait_for("~/tuinews.opml already exists; nothing was written")
        assert file.read_text() == "mine"
        seen.state.action_run("export")
        await seen.wait_for("Export to:")
        await seen.paste("/no/such/folder/x.opml", "/no/such/folder/x.opml")
        await seen.press("enter")
        await seen.wait_for("/no/such/folder/x.opml cannot be written: No such file or directory")
        assert seen.state.view.query is None


@pytest.mark.parametrize("keys", [("colon", *"guide", "enter"), ("f1",)])
async def test_the_guide_opens_by_its_name_and_by_its_key(
    open_app: Any, library: Any, keys: tuple[str, ...]
) -> None:
    async def guide(library: Any) -> Any:
        return (await library.add("the guide")).source

    async with open_app(library, guide=guide) as seen:
        await seen.press(*keys)
        await seen.wait_for("First of the new")
        assert library.added == ["the guide"]


async def test_a_adds_an_address_and_shows_its_articles(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes == [(None, True)])
        await seen.press("a")
        await seen.wait_for("Add a source")
        await seen.type("news.example/feed")
        await seen.wait_for("Add https://news.example/feed")
        await seen.press("enter")
        await seen.wait_for(" added: feed, 1 article")
        await seen.wait_for("First of the new")
        assert library.added == ["https://news.example/feed"]
        # What is due then are its newest articles, which the library keeps for reading offline.
        await seen.until(lambda: library.refreshes == [(None, True)] * 2)


async def test_an_address_that_fails_says_why(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("a")
        await seen.type("nothing.example")
        await seen.press("enter")
        await seen.wait_for("no list of articles was found there; try the address")
        await seen.press("escape")
        await seen.until(lambda: len(seen.app.screen_stack) == 1)


async def test_other_sources_of_an_address_are_offered(open_app: Any, library: Any) -> None:
    library.others = (Candidate("https://news.example/world", "World", SourceKind.FEED, 7),)
    async with open_app(library) as seen:
        await seen.press("a")
        await seen.type("news.example")
        await seen.press("enter")
        await seen.wait_for("Add World")
        assert "7 articles" in seen.text
        library.others = ()
        await seen.press("enter")
        await seen.until(lambda: library.added[1:] == ["https://news.example/world"])


async def test_neither_address_nor_name_says_so(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("a")
        await seen.type("qq zz")
        await seen.press("enter")
        await seen.wait_for("neither an address nor a file")


async def test_a_file_of_sources_is_imported_and_the_rest_is_named(
    open_app: Any, library: Any, tmp_path: Path
) -> None:
    (tmp_path / "s.opml").write_text(OPML)
    async with open_app(library, (160, 30)) as seen:
        await seen.press("a")
        await seen.paste(str(tmp_path / "s.opml"), "Import from s.opml")
        await seen.press("enter")
        await seen.wait_for("1 source added, 1 skipped")


def test_the_path_of_a_mailbox_is_offered_as_a_source(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "1.eml").write_bytes(b"Subject: x\n\nx\n")
    (tmp_path / "mbox").write_bytes(b"From x\nSubject: x\n\nx\n")
    for name in ("letters", "mbox"):
        assert offers(f"  {tmp_path / name} ", ())[0].value == AddressOffer(str(tmp_path / name))
    assert [row.value for row in offers(str(tmp_path), ())] == []


async def test_saved_articles_are_counted_before_they_are_imported(
    open_app: Any, library: Any, tmp_path: Path
) -> None:
    (tmp_path / "p.csv").write_text("title,url,time_added,tags,status\nMột,https://lang.example/1,,,unread\n")
    async with open_app(library, (160, 30)) as seen:
        await seen.press("a")
        await seen.paste(str(tmp_path / "p.csv"), "Import from p.csv")
        await seen.press("enter")
        await seen.wait_for("1 article from Pocket: 1 new, 0 known. Enter imports them")
        assert 99 not in library.all_sources
        await seen.press("enter")
        await seen.wait_for("1 article from Pocket: 1 new, 0 known")
        await seen.wait_for("Pocket")
        assert library.all_sources[99].title == "Pocket"


async def test_a_list_may_be_in_any_charset(open_app: Any, library: Any, tmp_path: Path) -> None:
    known = dict(library.all_sources)
    async with open_app(library) as seen:
        for charset in ("utf-16", "utf-16-be", "utf-8-sig", "windows-1252"):
            opml = f'<?xml version="1.0" encoding="{charset}"?>{OPML.replace("Ada", "Café du coin")}'
            (tmp_path / f"{charset}.opml").write_bytes(opml.encode(charset))
            library.all_sources = dict(known)
            with seen.case(charset):
                await seen.press("a")
                await seen.paste(str(tmp_path / f"{charset}.opml"), f"Import from {charset}.opml")
                await seen.press("enter")
                await seen.wait_for("1 source added")
                assert "Café du coin" in [source.title for source in library.all_sources.values()]


async def test_a_list_that_names_none_says_so(open_app: Any, library: Any, tmp_path: Path) -> None:
    (tmp_path / "empty.opml").write_text("<opml><body/></opml>")
    async with open_app(library) as seen:
        await seen.press("a")
        await seen.paste(str(tmp_path / "empty.opml"), "Import from empty.opml")
        await seen.press("enter")
        await seen.wait_for("empty.opml contains no sources")


async def test_a_long_list_asks_first(open_app: Any, library: Any, tmp_path: Path) -> None:
    lines = "\n".join(f"https://example.org/{n}" for n in range(501))
    (tmp_path / "urls").write_text(lines)
    async with open_app(library) as seen:
        await seen.press("a")
        await seen.paste(str(tmp_path / "urls"), "Import from urls")
        await seen.press("enter")
        await seen.wait_for("The list contains 501 sources. Enter adds them all, Esc cancels.")
        assert len(library.all_sources) == 3
        await seen.press("enter")
        await seen.wait_for("501 sources added")


async def test_several_sources_of_the_catalogue_at_once(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("a")
        await seen.type("vnexpress")
        await seen.wait_for("VnExpress Khoa học")
        await seen.press("tab", "tab")
        await seen.wait_for("2 sources marked; Enter adds them")
        await seen.press("enter")
        await seen.wait_for("2 sources added")
        await seen.until(lambda: library.refreshes[-1] == (None, True))


async def test_an_empty_library_is_welcomed_with_three_things(open_app: Any, empty: Any) -> None:
    async with open_app(empty) as seen:
        await seen.wait_for("Newspapers, or the guide")
        choices = seen.app.screen.query_one(Choices).choices
        assert [one.key for one in choices] == ["s", "a", "?"]
        await seen.press("enter")
        await seen.wait_for("English:")
        await seen.press("escape")
        await seen.wait_for("Add a source of your own")
        await seen.press("s")
        await seen.wait_for("English:")
        await seen.press("enter")
        await seen.until(lambda: empty.refreshes)
        assert len(empty.all_sources) >= 6
        assert len(seen.app.screen_stack) == 1


async def test_the_users_language_comes_first(open_app: Any, empty: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    async with open_app(empty) as seen:
        await seen.wait_for("Newspapers, or the guide")
        await seen.press("s")
        await seen.wait_for("English:")
        first, second = seen.app.screen.query_one(Choices).choices[:2]
        assert first.words.startswith("Tiếng Việt:")
        assert second.words.startswith("English:")
        await seen.press("escape", "c")
        await seen.wait_for("Add a source")
        assert "Tiếng Việt" in seen.text


async def test_the_welcome_takes_an_address(open_app: Any, empty: Any) -> None:
    async with open_app(empty) as seen:
        await seen.wait_for("Newspapers, or the guide")
        await seen.press("a")
        await seen.wait_for("Add a source")
        await seen.type("news.example")
        await seen.press("enter")
        await seen.wait_for("First of the new")
        assert len(seen.app.screen_stack) == 1


async def test_the_welcome_opens_the_guide(open_app: Any, empty: Any) -> None:
    async def guide(library: Any) -> Any:
        return (await library.add("the guide")).source

    async with open_app(empty, guide=guide) as seen:
        await seen.wait_for("Newspapers, or the guide")
        await seen.press("enter")
        await seen.wait_for("Read the guide")
        await seen.press("G", "enter")
        await seen.wait_for("First of the new")
        assert empty.added == ["the guide"]


async def test_without_a_network_the_guide_opens_by_itself(open_app: Any, empty: Any) -> None:
    async def guide(library: Any) -> Any:
        empty.offline = False
        return (await library.add("the guide")).source

    empty.offline = True
    async with open_app(empty, (50, 20), guide=guide) as seen:
        await seen.wait_for("Newspapers, or the guide")
        await seen.press("enter")
        await seen.wait_for("English:")
        await seen.press("enter")
        await seen.wait_for("First of the new")
        assert seen.status.startswith(" No network: here is the guide; news will follow")


async def test_looking_round_first_is_no_dead_end(open_app: Any, empty: Any) -> None:
    async with open_app(empty) as seen:
        await seen.wait_for("Newspapers, or the guide")
        await seen.press("escape")
        await seen.wait_for("a adds a source: a website")
        three = [line.strip(" ▏") for line in seen.text.splitlines()[1:-1]]
        assert "? shows all keys." in seen.text
        assert sum("adds a source" in line or "shows all keys" in line for line in three) == 2, seen.text
        assert "Enter offers newspapers" in seen.text
        await seen.press("enter")
        await seen.wait_for("English:")
        await seen.press("enter")
        await seen.until(lambda: empty.refreshes)
        await seen.until(lambda: "Enter offers newspapers" not in seen.text, "gone with the first source")


async def test_the_welcome_can_be_quit(open_app: Any, empty: Any) -> None:
    async with open_app(empty) as seen:
        await seen.wait_for("Newspapers, or the guide")
        await seen.press("Q")
        await seen.until(lambda: not seen.app.is_running)


@pytest.mark.parametrize("size", [(40, 10), (30, 8), (50, 20), (80, 24), (120, 40)])
async def test_the_welcome_offers_a_beginning_at_every_size(
    open_app: Any, empty: Any, size: tuple[int, int]
) -> None:
    async with open_app(empty, size) as seen:
        await seen.wait_for("Newspapers")
        choices = seen.app.screen.query_one(Choices)
        assert choices.page >= 2
        await seen.press("question_mark")
        await seen.wait_for("Esc closes")
        await seen.press("escape")
        await seen.wait_for("Newspapers")
        await seen.press("ctrl+c")
        await seen.wait_for("q quits")
        await seen.press("j", "k", "enter")
        await seen.wait_for("English:")
        await seen.press("enter")
        await seen.until(lambda: empty.refreshes)


@pytest.mark.parametrize("size", [(40, 10), (50, 20)])
async def test_a_small_terminal_shows_what_is_offered(open_app: Any, library: Any, size: tuple[int, int]) -> None:
    async with open_app(library, size) as seen:
        await seen.press("a")
        await seen.wait_for("Add a source")
        await seen.type("news.example")
        await seen.wait_for("Add https://news.example/")
        await seen.press("escape", "colon")
        await seen.type("theme")
        await seen.wait_for("the settings")
