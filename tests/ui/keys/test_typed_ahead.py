"""Keys typed before the article is there: they are meant for it, not for what still stands in the reader."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from seen import Browser
from textual import events
from textual.widgets import Input

from tuinews.errors import StoreError
from tuinews.model.article import Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.settings import Settings
from tuinews.ui.app import TuinewsApp
from tuinews.ui.app_context import AppContext
from tuinews.ui.external import External
from tuinews.ui.keymap import Keymap
from tuinews.ui.screens.commands.registry import RUN
from tuinews.ui.typed_ahead import OPENING_COMMANDS, Readiness
from tuinews.ui.widgets.reader.keys_for_text import WAITING_SECONDS, KeysForText


def slowly(library: Any) -> asyncio.Event:
    """The kept articles of `library` come once the gate is open."""
    gate, article = asyncio.Event(), library.article

    async def slow(entry_id: int) -> Any:
        await gate.wait()
        return await article(entry_id)

    library.article = slow
    return gate


def slow_lists(library: Any) -> asyncio.Event:
    """The lists of `library` come once the gate is open."""
    gate, listing = asyncio.Event(), library.listing

    async def slow(*arguments: Any) -> Any:
        await gate.wait()
        return await listing(*arguments)

    library.listing = slow
    return gate


async def opened(seen: Any, entry_id: int, title: str) -> None:
    await seen.until(lambda: seen.state.open_id == entry_id)
    await seen.until(lambda: seen.state.reader_state.stage == "kept" and seen.state.coming_id is None, title)


@pytest.mark.parametrize("key", ["enter", "space", "n", "J"])
async def test_space_pages_the_article_that_is_being_opened(open_app: Any, library: Any, key: str) -> None:
    gate = slowly(library)
    async with open_app(library) as seen:
        await seen.press("j", "j", key)
        here = seen.state.open_id
        assert here is not None
        await seen.press("space", "space")
        gate.set()
        await opened(seen, here, "the article")
        await seen.until(lambda: seen.state.reader.scroll_offset.y > seen.state.reader.page, "two pages down")
        assert seen.state.open_id == here


async def test_space_pages_the_article_that_is_being_fetched(open_app: Any, library: Any) -> None:
    library.gate = asyncio.Event()
    async with open_app(library) as seen:
        await seen.press("enter", "space")
        await seen.wait_for("fetching…")
        assert seen.state.open_id == 1, "its teaser is not its end"
        library.gate.set()
        await opened(seen, 1, "the article")
        await seen.until(lambda: seen.state.reader.scroll_offset.y > 0, "a page down")
        assert seen.state.open_id == 1


async def test_space_reads_on_where_the_article_could_not_be_fetched(open_app: Any, library: Any) -> None:
    library.gate = asyncio.Event()
    del library.wire[1]
    async with open_app(library) as seen:
        await seen.press("enter", "space")
        await seen.wait_for("fetching…")
        library.gate.set()
        await seen.until(lambda: seen.state.open_id == 2, "the next unread")


async def test_lines_down_are_lines_of_the_article_that_is_being_opened(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await opened(seen, 2, "the first")
        gate = slowly(library)
        await seen.press("J", "J", "j", "j", "j", "pagedown", "k", "b", "j")
        assert seen.state.reader.scroll_offset.y == 0
        gate.set()
        await opened(seen, 4, "another")
        await seen.until(lambda: seen.state.reader.scroll_offset.y == 3, "j j j PgDn k b j")


async def test_a_links_number_is_of_the_article_that_is_being_opened(open_app: Any, library: Any) -> None:
    for number in (2, 4):
        link = Document((Paragraph((Span("read", href=f"https://example.org/of-{number}"),)),))
        library.kept[number] = Article(None, f"Number {number}", link)
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await opened(seen, 2, "the first")
        gate = slowly(library)
        await seen.press("J", "J", "1")
        assert library.followed == []
        gate.set()
        await seen.until(lambda: library.followed, "a link is opened")
        assert library.followed == [("https://example.org/of-4", 4)]


@pytest.mark.parametrize(
    ("keys", "so"),
    [
        ("] j m", lambda seen: [n for n in range(1, 13) if seen.library.entries[n].read] == [3, 4, 6]),
        ("] enter", lambda seen: seen.state.open_id == 3),
        ("3 j s", lambda seen: seen.state.entry_list.current == 5 and not seen.library.entries[5].starred),
        ("] j J", lambda seen: seen.state.open_id == 9),
        ("] G ] j", lambda seen: seen.state.entry_list.index == 1 and seen.state.view.source_id == 2),
        ("] s ] s", lambda seen: [n for n in range(1, 13) if seen.library.entries[n].starred] == [1, 3, 5]),
        ("slash s t o enter j", lambda seen: (seen.state.view.query, seen.state.entry_list.index) == ("sto", 1)),
    ],
)
async def test_keys_in_a_burst_mean_the_list_that_the_one_before_them_chose(
    open_app: Any, library: Any, keys: str, so: Any
) -> None:
    async with open_app(library) as seen:
        names = {"]": "right_square_bracket"}
        gate = slow_lists(library)
        for key in keys.split():
            seen.app.simulate_key(names.get(key, key))
        await seen.settle()
        gate.set()
        await seen.until(lambda: so(seen), keys)
        await seen.settle()
        assert so(seen)


async def test_letters_in_one_burst_with_their_key_choose_a_link(open_app: Any, library: Any) -> None:
    spans = tuple(Span(f"link {n} ", href=f"https://example.org/link/{n}") for n in range(3))
    library.kept[2] = Article(None, "Number 2", Document((Paragraph(spans),)))
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await opened(seen, 2, "the first")
        for key, character in (("semicolon", ";"), ("j", "j")):
            seen.app.post_message(events.Key(key, character))
        await seen.until(lambda: library.followed == [("https://example.org/link/1", 2)])


async def test_what_was_meant_for_one_article_is_not_done_to_another(open_app: Any, library: Any) -> None:
    gate = slowly(library)
    async with open_app(library) as seen:
        await seen.press("j", "enter", "space", "G", "h", "j", "j", "enter")
        gate.set()
        await opened(seen, 4, "the second")
        await seen.settle()
        assert seen.state.open_id == 4
        assert seen.state.reader.scroll_offset.y == 0


async def test_an_article_that_cannot_be_read_is_told_in_place_of_the_one_before(
    open_app: Any, library: Any
) -> None:
    library.entries[4] = replace(library.entries[4], title="Damaged", summary="word " * 1000)

    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await opened(seen, 2, "the first")

        async def damaged(entry_id: int) -> Any:
            raise StoreError("library.sqlite3", "it is damaged")

        library.article = damaged
        await seen.press("J", "J", "j")
        await seen.until(lambda: seen.state.reader_state.stage == "failed")
        assert seen.state.reader_state.entry_id == 4
        assert "it is damaged" in seen.status
        await seen.until(lambda: seen.state.reader.scroll_offset.y == 1, "the line down")
        await seen.press("j")
        await seen.until(lambda: seen.state.reader.scroll_offset.y == 2, "the next line down")


def test_a_key_does_not_wait_for_ever() -> None:
    now = 10.0
    done: list[str] = []
    coming = KeysForText(lambda: now)
    coming.wait(lambda: done.append("early"), whole=False)
    now += WAITING_SECONDS + 1
    coming.wait(lambda: done.append("late"), whole=True)
    coming.go_on(lambda whole: not whole)
    assert done == []
    coming.go_on(lambda _: True)
    assert done == ["late"]


@pytest.mark.parametrize("key", ["question_mark", "colon", "a", "E", "t", "Y", "M", "x", "exclamation_mark"])
async def test_what_a_sheet_gives_the_keys_first_keeps_them(open_app: Any, library: Any, key: str) -> None:
    async with open_app(library) as seen:
        focused: list[Any] = []
        before = seen.app.screen
        await seen.press("enter")
        seen.app.post_message(events.Key(key, None))
        while seen.app.screen is before:
            await asyncio.sleep(0)
        sheet = seen.app.screen
        sheet.watch(sheet, "focused", lambda widget: focused.append(widget))
        await seen.until(lambda: sheet.focused is not None)
        await seen.pilot.idle()
        assert [type(widget) for widget in focused if widget is not None] == [type(sheet.focused)]


async def test_keys_wait_behind_every_command_that_opens_something(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        opening = set()
        leaving = {"quit", "suspend", "back_or_quit", "back", "note", "language_english", "language_vietnamese"}
        for command_id in sorted(set(RUN) - leaving):
            seen.state.action_run(command_id)
            await seen.pilot.idle()
            await seen.state.workers.wait_for_complete()
            await seen.pilot.idle()
            if len(seen.app.screen_stack) > 1 or isinstance(seen.app.focused, Input):
                opening.add(command_id)
            while len(seen.app.screen_stack) > 1:
                seen.app.pop_screen()
            if isinstance(seen.app.focused, Input):
                await seen.press("escape")
            await seen.pilot.idle()
        assert sorted(opening - OPENING_COMMANDS) == []
        assert len(opening) > 12


async def test_what_is_typed_behind_a_key_that_asks_on_a_sheet_is_for_its_input(
    open_app: Any, library: Any
) -> None:
    async with open_app(library) as seen:

        async def burst(*keys: str) -> None:
            for key in keys:
                seen.app.post_message(events.Key(key, key if len(key) == 1 else None))
            await seen.settle()

        await burst("question_mark", "slash", "s", "t", "a", "r")
        await seen.until(lambda: isinstance(seen.app.focused, Input) and seen.app.focused.value == "star", "star")
        await seen.press("escape", "escape")
        await seen.until(lambda: len(seen.app.screen_stack) == 1, "the list")
        await seen.press("E")
        await seen.wait_for("Width of the text")
        await burst("j", "j", "j", "j", "enter", "backspace", "backspace", "6", "6", "enter")
        await seen.until(lambda: seen.state.measure == 66, "the width")


def test_nothing_is_waited_for_on_a_program_without_a_screen(library: Any) -> None:
    async def opening() -> Any:
        return library

    browser = Browser()
    outside = External(browser.browse, browser.run)
    app = TuinewsApp(AppContext(opening, Settings(), Keymap({}), outside))
    assert not app.screen_stack
    assert app._stage_of_input() is Readiness.UNSEEN
