"""The screen says what helps in its own keys, never in the options of a command."""

from dataclasses import replace
from typing import Any

import pytest

from tuinews.cli import remedies
from tuinews.errors import Remedy, StoreError, TuinewsError
from tuinews.settings import Settings
from tuinews.ui.app import TuinewsApp
from tuinews.ui.app_context import AppContext
from tuinews.ui.keymap import Keymap
from tuinews.ui.words import messages


@pytest.mark.parametrize("remedy", list(Remedy))
def test_each_says_what_helps_in_its_own_words(remedy: Remedy) -> None:
    error = TuinewsError("example.org", "this is a feed", remedy)
    on_screen, by_command = messages.failure(error, Keymap({})), remedies.with_remedy(error)
    assert "--" not in on_screen
    assert "tuinews add" not in on_screen + str(error)
    assert "tuinews import" not in on_screen + str(error)
    assert "--" in by_command or ": tuinews " in by_command


async def test_a_page_without_a_list_offers_its_guess(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("a")
        await seen.type("news.example/an-article")
        await seen.press("enter")
        await seen.wait_for("Enter adds the best guess")
        assert "--kind" not in seen.text
        assert "6 articles" in seen.text
        await seen.press("enter")
        await seen.wait_for("First of the new")


async def test_a_page_without_a_list_may_be_read_as_an_article(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("a")
        await seen.type("news.example/an-article")
        await seen.press("enter")
        await seen.wait_for("Read it as an article")
        await seen.press("down", "enter")
        await seen.wait_for("Text of the page.")
        assert len(seen.app.screen_stack) == 1


async def test_the_address_of_an_article_is_saved_or_its_site_added(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        for keys, said in ((("enter",), "Text of the page."), (("down", "enter"), "First of the new")):
            await seen.press("a")
            await seen.type("news.example/a-story")
            await seen.press("enter")
            await seen.wait_for("Add the list of its site: News of the town")
            assert "Save this article" in seen.text
            assert "A story of the town" in seen.text
            assert library.added == []
            await seen.press(*keys)
            await seen.wait_for(said)
        assert library.added == ["https://news.example/a-story"]


async def test_an_article_that_is_a_feed_says_which_key_adds_it(open_app: Any, library: Any) -> None:
    async def is_a_feed(_: int) -> None:
        raise TuinewsError("example.org", "this is a feed, no web page", Remedy.ADD_SOURCE)

    library.fetch_again = is_a_feed
    async with open_app(library) as seen:
        await seen.press("F")
        await seen.wait_for("this is a feed, no web page; a adds it as a source")


async def test_a_library_that_cannot_be_used_names_no_option() -> None:
    async def broken() -> Any:
        raise StoreError("the library could not be used", "its folder cannot be used", Remedy.OTHER_FOLDER)

    app = TuinewsApp(replace(AppContext(broken, Settings(), Keymap({}))))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause(0.1)
        text = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "start tuinews with another folder" in text
        assert "--" not in text
