"""To the browser, to the clipboard, out."""

from dataclasses import replace
from typing import Any

import pytest

from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.entry import Enclosure
from tuinews.ui.external import can_open
from tuinews.ui.screens.commands.reader.following import follow


def with_links(library: Any, count: int) -> None:
    spans = [Span(f"word {n} ", href=f"https://example.org/link/{n}") for n in range(1, count + 1)]
    library.kept[2] = replace(library.kept[2], document=Document((Paragraph(tuple(spans)),)))


async def test_o_opens_the_article_in_the_browser(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("o")
        await seen.wait_for("Opened in the browser: https://example.org/1")
        await seen.press("right_square_bracket")
        await seen.until(lambda: "Opened in the browser" not in seen.text, "no word of it in another list")
        await seen.press("left_square_bracket")
        assert seen.browser.opened == ["https://example.org/1"]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "-version",
        "http://a.example/ --flag",
        "https://a.example/\x1b]52",
    ],
)
async def test_nothing_but_a_web_address_is_opened(address: str) -> None:
    assert not can_open(address)


async def test_an_address_that_is_none_of_the_web_is_refused_aloud(open_app: Any, library: Any) -> None:
    library.entries[1] = replace(library.entries[1], url="-oProxyCommand=x")
    async with open_app(library) as seen:
        await seen.press("o")
        await seen.wait_for("Not opened, because this is not a web address: -oProxyCommand=x")
        assert seen.browser.opened == []


async def test_y_copies_the_address(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "y")
        await seen.wait_for("Sent to the terminal's clipboard: https://example.org/2")
        assert seen.app.clipboard == "https://example.org/2"


async def test_a_click_follows_a_link_and_with_ctrl_opens_it_in_the_browser(open_app: Any, library: Any) -> None:
    with_links(library, 3)
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("word 3")
        row = next(n for n, line in enumerate(seen.text.splitlines()) if "word 2" in line)
        column = seen.text.splitlines()[row].index("word 2")
        await seen.pilot.click(offset=(column + 2, row), control=True)
        await seen.until(lambda: seen.browser.opened == ["https://example.org/link/2"])
        await seen.pilot.click(offset=(column + 2, row))
        await seen.wait_for("Text of the page.")
        assert library.followed == [("https://example.org/link/2", 2)]


async def test_links_are_told_to_the_terminal(open_app: Any, library: Any) -> None:
    with_links(library, 1)
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("word 1")
        links = {style.link for _, style in seen.styled("#reader") if style.link}
        assert links == {"https://example.org/link/1"}


async def test_ctrl_c_without_a_selection_says_how_to_quit(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("ctrl+c")
        await seen.wait_for("q quits")


async def test_q_goes_back_and_then_quits(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("enter", "q")
        assert seen.app.focused.id == "entries"
        assert seen.app.is_running
        await seen.press("q")
        await seen.until(lambda: not seen.app.is_running)


async def test_quitting_closes_the_library(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("Q")
        await seen.until(lambda: not seen.app.is_running)
    assert library.closed


async def test_the_file_of_an_episode_opens_in_the_player_and_without_one_in_the_browser(
    open_app: Any, library: Any
) -> None:
    episode = "https://cdn.example/ep12.mp3"
    library.files[2] = (Enclosure(episode, "audio/mpeg", 34_200_000),)
    async with open_app(library) as seen:
        played: list[tuple[str, str]] = []

        def play(player: str, address: str) -> bool:
            played.append((player, address))
            return player != "none"

        seen.state.context = replace(seen.state.context, external=replace(seen.state.context.external, play=play))
        await seen.press("j", "enter")
        await seen.until(lambda: seen.state.opened.files, "its files")
        follow(seen.state, episode)
        await seen.until(lambda: seen.browser.opened == [episode])
        for player, said in (("mpv --really-quiet", "Opened in the player"), ("none", "could not be started")):
            seen.state.settings = replace(seen.state.settings, player=player)
            follow(seen.state, episode)
            await seen.wait_for(said)
        assert played == [("mpv --really-quiet", episode), ("none", episode)]
