"""Pictures in the reader: their lines stand before they come, they are one key from large, and hide by one."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tuinews.model.article import Article
from tuinews.model.document import Document, Figure, Paragraph, Span
from tuinews.model.entry_row import Cached
from tuinews.model.kept_article import Picture
from tuinews.pictures.reencoding import reencoded
from tuinews.settings import Settings
from tuinews.ui.screens.overlays.picture import PictureScreen
from tuinews.ui.widgets.pictures.picture_view import PictureView

ONE, TWO, GONE = (f"https://example.org/{name}.jpg" for name in ("one", "two", "gone"))


@pytest.fixture
def with_pictures(library: Any, make_picture: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch) -> Any:
    """The library whose newest kept article shows three pictures, of which the last cannot be had."""

    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)

    def text(number: int) -> Paragraph:
        return Paragraph((Span(f"Paragraph {number}. " * 12, href=None),))

    figures = (
        Figure(ONE, "One", (Span("The first picture."),), width=600, height=400),
        Figure(TWO, "Two", (Span("The second picture."),)),
        Figure(GONE, "The bridge at night", width=300, height=200),
    )
    blocks = [block for number, figure in enumerate(figures) for block in (figure, text(number))]
    article = Article("https://example.org/2", "With pictures", Document(tuple(blocks)))
    for entry_id in (1, 2):
        library.kept[entry_id] = article
        library.entries[entry_id] = replace(library.entries[entry_id], cached=Cached.TEXT)
    for address, left, size in ((ONE, (200, 30, 40), (600, 400)), (TWO, (30, 160, 40), (300, 600))):
        library.pictures.held[address] = reencoded(make_picture("PNG", left, size=size), address)
    library.pictures.failed[GONE] = "it answered 410"
    return library


def colours(seen: Any) -> set[tuple[int, int, int]]:
    """The backgrounds of the reader's cells."""
    return {
        tuple(style.bgcolor.get_truecolor())
        for _, style in seen.styled("#reader")
        if style.bgcolor is not None and not style.bgcolor.is_default
    }


def is_red(seen: Any) -> bool:
    return any(red > 180 and green < 60 and blue < 70 for red, green, blue in colours(seen))


def words_of(seen: Any) -> dict[int, str]:
    """The lines of the reader that hold the article's words, by where they stand."""
    lines = [line.split("▏")[-1] for line in seen.text.splitlines()]
    return {n: line for n, line in enumerate(lines) if "picture." in line or "Paragraph" in line}


async def test_no_line_moves_when_a_picture_comes(open_app: Any, with_pictures: Any) -> None:
    coming = with_pictures.pictures.held.pop(ONE)
    with_pictures.pictures.failed[ONE] = "the server took too long"
    async with open_app(with_pictures, size=(100, 30)) as seen:
        await seen.press("enter")
        await seen.wait_for("The first picture.")
        await seen.wait_for("the server took too long")
        before = words_of(seen)
        assert not is_red(seen)
        seen.state.reader.pictures.give(coming)
        await seen.until(lambda: is_red(seen), "the picture")
        assert words_of(seen) == before
        assert "took too long" not in seen.text
        # It is drawn once, and then scrolled through.
        await seen.press("j", "j", "k", "G")
        await seen.wait_for("it answered 410")
        assert "The bridge at night" in seen.text
        assert with_pictures.pictures.asked.count(GONE) == 1


async def test_the_way_out_of_a_large_picture_is_named_where_there_is_little_room(
    open_app: Any, with_pictures: Any
) -> None:
    async with open_app(with_pictures, size=(50, 20)) as seen:
        await seen.press("enter")
        await seen.until(lambda: is_red(seen), "the picture")
        await seen.press("enter")
        await seen.wait_for("n p next, previous · Esc closes ")


async def test_it_is_opened_large_by_a_key_a_number_or_a_click_and_in_the_browser(
    open_app: Any, with_pictures: Any
) -> None:
    async with open_app(with_pictures, size=(100, 30)) as seen:
        await seen.press("enter")
        await seen.until(lambda: is_red(seen), "the picture")
        await seen.press("enter")
        await seen.until(lambda: isinstance(seen.app.screen, PictureScreen), "the picture over everything")
        await seen.wait_for("Picture 1 of 3")
        assert "n p next, previous · o browser · Esc closes" in seen.text
        await seen.wait_for("The first picture.")
        view = seen.app.screen.query_one(PictureView)
        await seen.until(lambda: view._drawn is not None, "it is drawn")
        assert view._drawn is not None
        assert (view._drawn.columns, len(view._drawn.lines)) == (84, 28)
        await seen.press("p")
        await seen.wait_for("Picture 3 of 3")
        await seen.wait_for("it answered 410")
        await seen.press("o")
        await seen.until(lambda: seen.browser.opened == [GONE], "the browser")
        await seen.press("escape")
        assert not isinstance(seen.app.screen, PictureScreen)

        await seen.press("2")
        await seen.until(lambda: isinstance(seen.app.screen, PictureScreen), "the second by its number")
        await seen.wait_for("The second picture.")
        await seen.press("q")
        assert not isinstance(seen.app.screen, PictureScreen)

        reader = seen.app.screen.query_one("#reader")
        await seen.pilot.click("#reader", offset=(reader.size.width // 2, 6))
        await seen.until(lambda: isinstance(seen.app.screen, PictureScreen), "the first by a click")


async def test_i_hides_them_and_shows_them_at_the_same_place(open_app: Any, with_pictures: Any) -> None:
    async with open_app(with_pictures, size=(100, 30)) as seen:
        await seen.press("enter")
        await seen.until(lambda: is_red(seen), "the picture")
        await seen.press("i")
        await seen.wait_for("Pictures are hidden")
        assert not is_red(seen)
        assert "▣ One" in seen.text
        assert "[1]" not in seen.text
        await seen.press("i")
        await seen.until(lambda: is_red(seen), "the picture again")


@pytest.mark.parametrize(
    ("settings", "shown"),
    [
        (Settings(pictures="off"), False),
        (Settings(pictures="on"), True),
        (Settings(), True),
        (Settings(ascii=True), False),
        (Settings(screen_reader=True), False),
    ],
)
async def test_as_the_settings_say(open_app: Any, with_pictures: Any, settings: Settings, shown: bool) -> None:
    async with open_app(with_pictures, size=(100, 30), settings=settings) as seen:
        await seen.press("enter")
        await seen.wait_for("The first picture.")
        assert seen.state.pictures_shown == shown
        assert bool(with_pictures.pictures.asked) == shown


async def test_they_are_drawn_anew_for_another_width_and_another_theme(open_app: Any, with_pictures: Any) -> None:
    async with open_app(with_pictures, size=(100, 30)) as seen:
        await seen.press("enter")
        await seen.until(lambda: is_red(seen), "the picture")
        await seen.pilot.resize_terminal(60, 40)
        await seen.until(lambda: is_red(seen), "the picture in another size")
        seen.app.theme = "tuinews-light"
        await seen.until(lambda: is_red(seen) and (251, 250, 247) in colours(seen), "over a light paper")


async def test_bytes_that_were_damaged_on_the_disk_leave_the_words(open_app: Any, with_pictures: Any) -> None:
    with_pictures.pictures.held[ONE] = Picture(ONE, 600, 400, b"\xff\xd8\xff odd")
    async with open_app(with_pictures, size=(100, 30)) as seen:
        await seen.press("enter")
        await seen.wait_for("damaged or incomplete")
        assert "The first picture." in seen.text


async def test_no_key_waits_for_a_picture_that_does_not_come(open_app: Any, with_pictures: Any) -> None:
    gate = with_pictures.pictures.gate = asyncio.Event()
    async with open_app(with_pictures, size=(100, 30)) as seen:
        await seen.press("enter")
        await seen.wait_for("The first picture.")
        await seen.press("space", "b", "enter")
        await seen.wait_for("Fetching the picture")
        await seen.press("n", "n", "escape", "J")
        await seen.wait_for("桜が満開 2")
        gate.set()
        await seen.until(lambda: is_red(seen), "the picture of the article that is open now")
        # What came for an article that is not open any more changes nothing.
        assert "Picture 1 of" not in seen.text


async def test_a_row_that_is_only_looked_at_shows_what_is_kept_and_asks_nobody(
    open_app: Any, with_pictures: Any
) -> None:
    async with open_app(with_pictures, size=(100, 30)) as seen:
        await seen.press("j")
        await seen.until(lambda: is_red(seen), "the picture of the row under the cursor")
        assert with_pictures.pictures.asked == []
        await seen.press("enter", "G")
        await seen.wait_for("it answered 410")
        assert GONE in with_pictures.pictures.asked


def first_words_at(seen: Any, words: str) -> int:
    """The line of the screen on which words stand."""
    return next(n for n, line in enumerate(seen.text.splitlines()) if words in line)


async def test_a_picture_that_a_preview_cannot_show_leaves_no_hole(open_app: Any, with_pictures: Any) -> None:
    del with_pictures.pictures.held[ONE]
    async with open_app(with_pictures, size=(100, 30)) as seen:
        await seen.press("j")
        await seen.wait_for("Paragraph 0.")
        assert first_words_at(seen, "Paragraph 0.") - first_words_at(seen, "The first picture.") == 2


async def test_without_a_network_pictures_that_are_not_kept_leave_no_holes(
    open_app: Any, with_pictures: Any
) -> None:
    del with_pictures.pictures.held[ONE]
    async with open_app(with_pictures, size=(100, 30)) as seen:
        seen.state.messages.went_offline()
        await seen.press("enter")
        await seen.wait_for("Paragraph 0.")
        assert first_words_at(seen, "Paragraph 0.") - first_words_at(seen, "The first picture.\u00a0[1]") == 2
        assert ONE not in with_pictures.pictures.asked
        await seen.press("1", "enter")
        await seen.wait_for("it answered 404")
        assert with_pictures.pictures.asked.count(ONE) == 1
