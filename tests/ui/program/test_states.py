"""What is said is so: of an empty library, of empty lists, and of the place where it is said."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tuinews.errors import FetchError
from tuinews.language import LANGUAGES, _
from tuinews.model.refresh import RefreshProgress
from tuinews.model.source import Source, SourceKind
from tuinews.settings import Settings
from tuinews.ui.keys import COMMANDS, CommandGroup, shown_key
from tuinews.ui.words import keys

ACTING = (CommandGroup.READING, CommandGroup.MARKING, CommandGroup.LISTS, CommandGroup.SOURCES)
NEED_NO_SOURCE = (
    "back",
    "undo",
    "redo",
    "add",
    "failures",
    "downloads",
    "rules",
    "highlights",
    "open",
    "accounts",
)
WITH_KEYS = [c for c in COMMANDS if c.group in ACTING and c.each and c.id not in NEED_NO_SOURCE]


@pytest.fixture
def bare(library: Any) -> Any:
    library.all_sources.clear()
    library.entries.clear()
    return library


async def test_without_a_source_every_key_says_what_helps(open_app: Any, bare: Any) -> None:
    async with open_app(bare) as seen:
        await seen.wait_for("Newspapers, or the guide")
        await seen.press("escape")
        await seen.wait_for("a adds a source: a website")
        at = seen.state.at
        for command in WITH_KEYS:
            with seen.case(command.id):
                assert "No sources yet; a adds one" not in seen.text
                if command.id == "link":
                    await seen.press("tab", "0")
                else:
                    assert seen.state.at == at
                    await seen.press(command.each[0])
                await seen.wait_for("No sources yet; a adds one")
                assert seen.status.startswith(" No sources yet; a adds one")
                if command.id != "link":
                    assert f"a adds one ({shown_key(command.each[0])}: {_(command.words)[:12]}" in seen.status
                assert len(seen.app.screen_stack) == 1
                if command.id == "link":
                    await seen.press("h")


@pytest.mark.parametrize(
    ("key", "title", "says"),
    [
        ("d", "Downloads", "S downloads the files that come with an article · Esc closes"),
        ("M", "Rules and mutes", "a makes one · Esc closes"),
        ("C", "Highlights", "c highlights · Esc closes"),
    ],
)
async def test_without_a_source_a_sheet_opens_empty_and_says_what_fills_it(
    open_app: Any, bare: Any, key: str, title: str, says: str
) -> None:
    async with open_app(bare) as seen:
        await seen.wait_for("Newspapers, or the guide")
        await seen.press("escape")
        await seen.wait_for("a adds a source: a website")
        await seen.press(key)
        await seen.wait_for(says)
        assert title in seen.text
        await seen.press("escape")
        await seen.until(lambda: len(seen.app.screen_stack) == 1, "closed")


async def test_right_after_the_first_source_has_come_a_key_acts_on_it(open_app: Any, bare: Any) -> None:
    async with open_app(bare) as seen:
        await seen.wait_for("Newspapers, or the guide")
        await seen.press("a")
        await seen.type("news.example/feed")
        await seen.press("enter")
        await seen.wait_for("First of the new")
        await seen.press("enter")
        await seen.until(lambda: seen.state.open_id is not None)
        assert "No sources yet" not in seen.text


async def test_without_a_source_the_reader_speaks_of_no_article(open_app: Any, bare: Any) -> None:
    async with open_app(bare) as seen:
        await seen.wait_for("Newspapers, or the guide")
        await seen.press("escape")
        await seen.wait_for("a adds a source: a website")
        assert "under the cursor" not in seen.text


async def test_in_an_empty_list_every_key_of_an_article_says_so(open_app: Any, library: Any) -> None:
    library.entries[5] = replace(library.entries[5], starred=False)
    async with open_app(library) as seen:
        await seen.press("3")
        await seen.wait_for("No starred articles here.")
        for key in ("enter", "space", "J", "K", "n", "p", "s", "m", "o", "y", "F"):
            with seen.case(key):
                assert "No articles are listed here; 1 shows all" not in seen.text
                await seen.press(key)
                await seen.wait_for("No articles are listed here; 1 shows all")
                assert "No starred articles here." in seen.text


async def test_where_no_article_is_open_the_keys_of_one_say_so(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        for key in ("f", "W", "b"):
            with seen.case(key):
                assert "No article is open; Enter opens one" not in seen.text
                await seen.press(key)
                await seen.wait_for("No article is open; Enter opens one")


async def test_a_digit_says_that_there_is_no_link(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("tab", "1")
        await seen.wait_for("No article is open; Enter opens one")
        await seen.press("h", "j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("0")
        await seen.wait_for("This article has no links")


@pytest.mark.parametrize(
    ("key", "words", "count"),
    [("3", "None of the 2 articles found is", 0), ("4", "offline", 2), ("2", "unread", 2)],
)
async def test_a_filter_of_a_search_is_named_and_says_what_it_leaves(
    open_app: Any, library: Any, key: str, words: str, count: int
) -> None:
    library.entries[5] = replace(library.entries[5], starred=False)
    library.entries[4] = replace(library.entries[4], title="Bank 4", read=False)
    async with open_app(library) as seen:
        await seen.press("slash")
        await seen.type("ban")
        await seen.press("enter", key)
        await seen.wait_for(words)
        name = {"2": "unread", "3": "starred", "4": "offline"}[key]
        await seen.wait_for(f"Search: ban · {name}")
        if count:
            await seen.until(lambda: seen.status.endswith(f"1/{count} "), count)
        else:
            assert "Nothing found" not in seen.text
            assert "1 shows them all." in seen.text


async def test_a_mistyped_field_is_told_where_nothing_was_found(open_app: Any, library: Any) -> None:
    async with open_app(library, (69, 24)) as seen:
        await seen.press("slash")
        await seen.type("titel:gold")
        await seen.press("enter")
        await seen.wait_for("titel: is not a search field; did you mean title:?")


async def test_the_one_article_found_is_named_as_one(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("slash")
        await seen.type("gold 3")
        await seen.press("enter", "4")
        await seen.wait_for("The only article found is not")


async def test_typing_on_in_a_search_keeps_its_filter(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("slash")
        await seen.type("m")
        await seen.press("enter", "3")
        await seen.wait_for("Search: m · starred")
        await seen.press("slash")
        await seen.type("match")
        await seen.press("enter")
        await seen.wait_for("Search: match · starred")
        await seen.wait_for("★ Match 5")


@pytest.mark.parametrize(("key", "words"), [("3", "No starred articles here."), ("2", "No unread articles here.")])
async def test_a_filter_of_a_failed_source_with_articles_speaks_of_the_filter(
    open_app: Any, library: Any, key: str, words: str
) -> None:
    for number, row in library.entries.items():
        if row.source_id == 2:
            library.entries[number] = replace(row, read=True, starred=False)
    async with open_app(library) as seen:
        await seen.press("right_square_bracket", "right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 2)
        await seen.press(key)
        await seen.wait_for(words)
        assert "could not be refreshed" not in "\n".join(seen.text.splitlines()[:-1])


async def test_what_is_said_of_a_place_goes_with_it(open_app: Any, library: Any) -> None:
    for number, row in library.entries.items():
        library.entries[number] = replace(row, read=True)
    async with open_app(library) as seen:
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        await seen.press("n")
        await seen.wait_for("No unread articles here; ] goes to the next source")
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 2)
        assert "No unread" not in seen.text


@pytest.mark.parametrize(
    ("keys", "words"), [(("K",), "This is the first article"), (("G", "J"), "This is the last")]
)
async def test_what_is_said_of_a_row_goes_when_the_cursor_does(
    open_app: Any, library: Any, keys: tuple[str, ...], words: str
) -> None:
    async with open_app(library) as seen:
        await seen.press(*keys)
        await seen.wait_for(words)
        await seen.press("k" if "G" in keys else "j")
        await seen.until(lambda: words not in seen.text)


async def test_what_is_said_of_an_article_goes_with_it(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("f")
        await seen.wait_for("There is no other version")
        await seen.press("J")
        await seen.until(lambda: "no other version" not in seen.text)


async def test_an_article_that_cannot_be_fetched_again_is_not_said_of_the_next(
    open_app: Any, library: Any
) -> None:
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes)
        library.offline = True
        await seen.press("j", "F")
        await seen.wait_for("no network")
        await seen.press("j")
        await seen.until(lambda: "no network" not in seen.status)
        assert "Offline since" in seen.status


async def test_lists_that_never_came_by_the_network_are_not_said_to_be_of_some_minutes_ago(
    open_app: Any, library: Any
) -> None:
    moment = datetime.now(UTC) - timedelta(minutes=5)
    library.all_sources[1] = replace(library.all_sources[1], url="tuinews:guide", last_refresh=moment)
    library.all_sources[2] = replace(library.all_sources[2], error="it answered 503", last_refresh=moment)
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes)
        library.offline = True
        await seen.press("j", "F")
        await seen.wait_for("Offline since")
        assert "5 min" not in seen.status
        library.all_sources[3] = replace(library.all_sources[3], last_refresh=moment)
        seen.state.reloading.reload()
        await seen.until(lambda: any(one.id == 3 and one.last_refresh for one in seen.state.sources))
        await seen.press("F")
        await seen.until(lambda: "5 min" in seen.status, "of when the lists are")


async def test_what_is_true_anywhere_stays(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes)
        await seen.press("R")
        await seen.wait_for("Nothing new")
        await seen.press("right_square_bracket", "j")
        assert "Nothing new" in seen.status


async def test_an_empty_new_source_says_why(open_app: Any, library: Any) -> None:
    library.all_sources[4] = Source(4, SourceKind.FEED, "New", "https://example.org/n", error="it answered 500")
    async with open_app(library) as seen:
        await seen.press("right_square_bracket", "right_square_bracket")
        await seen.press("right_square_bracket", "right_square_bracket")
        await seen.wait_for("New could not be refreshed")


async def test_a_message_stays_though_the_time_of_the_one_before_has_just_run_out(
    open_app: Any, library: Any
) -> None:
    async with open_app(library) as seen:
        seen.state.say("The first message")
        seen.state.messages._timer._callback()  # it has run out, and what it calls is in line
        seen.state.say("The second message")
        await seen.settle()
        assert "The second message" in seen.status


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 20), (40, 12)])
async def test_the_status_line_names_the_key_to_all_keys_at_every_size(
    open_app: Any, library: Any, speak: Any, language: str, size: tuple[int, int]
) -> None:
    speak(language)
    async with open_app(library, size) as seen:
        await seen.press("j")
        last = seen.text.splitlines()[-1]
        assert f"? {_(keys.HINTS['help'])}" in last
        assert f"Enter {_(keys.HINTS['open'])}" in last
        assert "…" not in last


async def test_an_empty_list_says_that_its_sources_are_being_refreshed(open_app: Any, library: Any) -> None:
    library.entries.clear()
    library.gate = asyncio.Event()
    library.progress = [RefreshProgress(0, 3)]
    async with open_app(library) as seen:
        await seen.wait_for("No articles yet; the sources are")
        library.gate.set()
        await seen.wait_for("R refreshes all sources.")


async def test_an_empty_list_says_that_there_is_no_network_for_as_long_as_there_is_none(
    open_app: Any, library: Any
) -> None:
    library.entries.clear()
    library.offline = True
    async with open_app(library) as seen:
        await seen.wait_for("No articles yet: there is no")
        await seen.wait_for("F1 opens the guide, which needs none.")
        library.offline, library.result = False, replace(library.result, sources=3)
        await seen.press("R")
        await seen.wait_for("No articles yet.")
        assert ": there is no" not in seen.text


@pytest.mark.parametrize("columns", [40, 50, 80])
async def test_why_something_failed_is_told_before_all_of_its_address(
    open_app: Any, library: Any, columns: int
) -> None:
    address = "https://paper.example.org/section/" + "a-very-long-headline-" * 6
    async with open_app(library, (columns, 20)) as seen:
        seen.state.fail_here(FetchError(address, "it is gone (410)", "look for it on the site"))
        await seen.wait_for("it is gone (410)")
        assert "paper.example" in seen.status
        assert ("look for it" in seen.status) is (columns == 80)


async def test_what_needs_no_source_and_an_article_tells_how_to_get_one(open_app: Any, library: Any) -> None:
    library.all_sources.clear()
    library.entries.clear()
    async with open_app(library, (80, 24)) as seen:
        await seen.press("escape", "z")
        await seen.wait_for("No sources yet; a adds one")


async def test_the_hints_are_those_of_lists_while_there_is_no_article(open_app: Any, library: Any) -> None:
    async with open_app(library, (120, 24), Settings(preview=False)) as seen:
        await seen.press("tab")
        await seen.until(lambda: seen.app.focused.id == "reader")
        assert "Enter open" in seen.status
        await seen.press("J")
        await seen.until(lambda: seen.state.open_id is not None)
        await seen.until(lambda: "h back" in seen.status, "the article's keys")


@pytest.mark.parametrize(("said", "follows"), [(44, False), (38, False), (34, True), (20, True)])
async def test_a_second_thing_is_said_only_where_some_of_it_can_be_read(
    open_app: Any, library: Any, said: int, follows: bool
) -> None:
    async with open_app(library, size=(50, 20)) as seen:
        seen.state.messages.went_offline()
        seen.state.say_here("w" * said)
        await seen.until(lambda: "w" * said in seen.status, "what is said")
        assert ("·" in seen.status, "Offline" in seen.status) == (follows, follows)
