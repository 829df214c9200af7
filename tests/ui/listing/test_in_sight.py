"""No key acts on what nobody sees: it comes into sight, or the status line names it."""

from dataclasses import replace
from typing import Any

import pytest

NARROW, MEDIUM = (50, 20), (80, 24)


async def _open_and_leave(seen: Any, *keys: str) -> None:
    await seen.press("j", "enter")
    await seen.wait_for("Paragraph 1 of")
    await seen.press(*keys)
    await seen.until(lambda: not seen.state.reader.display, "a hidden reader")


@pytest.mark.parametrize(("size", "keys"), [(NARROW, ("h",)), (NARROW, ("h", "h")), (MEDIUM, ("h", "h"))])
@pytest.mark.parametrize("key", ["space", "b"])
async def test_space_brings_the_article_into_sight_as_it_was_left(
    open_app: Any, library: Any, size: tuple[int, int], keys: tuple[str, ...], key: str
) -> None:
    async with open_app(library, size) as seen:
        await _open_and_leave(seen, *keys)
        top = seen.state.reader.scroll_offset.y
        await seen.press(key)
        await seen.wait_for("Paragraph 1 of 桜が満開 2")
        assert seen.app.focused.id == "reader"
        assert seen.state.reader.scroll_offset.y == top
        await seen.press("space")
        assert seen.state.reader.scroll_offset.y > top


@pytest.mark.parametrize(("size", "keys"), [(NARROW, ()), (NARROW, ("h",)), (MEDIUM, ("h",))])
@pytest.mark.parametrize(
    ("key", "title"), [("J", "桜が満開 2"), ("n", "桜が満開 2"), ("p", "Storm 12"), ("space", "Bridge 1")]
)
async def test_what_a_key_opens_comes_into_sight(
    open_app: Any, library: Any, size: tuple[int, int], keys: tuple[str, ...], key: str, title: str
) -> None:
    async with open_app(library, size) as seen:
        await seen.press(*keys, key)
        await seen.wait_for(f"Paragraph 1 of {title}")
        assert seen.app.focused.id == "reader"


async def test_the_keys_stay_in_the_list_where_the_reader_stands_beside_it(open_app: Any, library: Any) -> None:
    async with open_app(library, MEDIUM) as seen:
        await seen.press("J")
        await seen.wait_for("Paragraph 1 of 桜が満開 2")
        assert seen.app.focused.id == "entries"


async def test_a_match_that_is_sought_comes_into_sight(open_app: Any, library: Any) -> None:
    async with open_app(library, NARROW) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("slash")
        await seen.type("Nang")
        await seen.press("enter", "tab")
        await seen.until(lambda: not seen.state.reader.display)
        await seen.press("n")
        await seen.until(lambda: seen.state.reader.display)


async def test_a_mark_of_a_row_out_of_sight_is_named(open_app: Any, library: Any) -> None:
    said = {"s": "Starred: Bridge 1", "m": "Marked as read: Bridge 1", "F": "fetched again: Bridge 1"}
    async with open_app(library, NARROW) as seen:
        await seen.press("h")
        for key, words in said.items():
            with seen.case(key):
                await seen.press(key)
                await seen.wait_for(words)


async def test_a_mark_in_the_reader_is_named_and_so_is_its_end(open_app: Any, library: Any) -> None:
    async with open_app(library, NARROW) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        for key, words in (
            ("s", "Starred: 桜が満開 2"),
            ("s", "Star removed: 桜が満開 2"),
            ("m", "Marked as unread: 桜が満開 2"),
        ):
            await seen.press(key)
            await seen.wait_for(words)


async def test_a_mark_in_sight_needs_no_words(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        before = seen.status
        await seen.press("s")
        await seen.wait_for("★ Bridge 1")
        assert seen.status == before


async def test_a_mark_of_a_row_that_the_wheel_has_left_above_is_named(open_app: Any, many: Any) -> None:
    async with open_app(many) as seen:
        await seen.wait_for("Entry 1 ")
        await seen.wheel_down("#entries")
        await seen.until(lambda: "Entry 1 " not in seen.text)
        await seen.press("s")
        await seen.wait_for("Starred: Entry 1")


async def test_a_list_out_of_sight_is_named_when_it_changes(open_app: Any, library: Any) -> None:
    async with open_app(library, NARROW) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("right_square_bracket")
        await seen.wait_for("Now showing: Tuổi Trẻ")
        await seen.press("h", "h", "3")
        await seen.wait_for("Now showing: Tuổi Trẻ · starred")


async def test_a_source_chosen_by_name_comes_into_sight(open_app: Any, library: Any) -> None:
    async with open_app(library, NARROW) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("colon")
        await seen.type("asahi")
        await seen.press("enter")
        await seen.until(lambda: seen.state.entry_list.display)
        await seen.wait_for("Bridge 1")


async def test_fetching_a_hidden_article_again_does_not_mark_it_read(open_app: Any, library: Any) -> None:
    page = library.wire.pop(1)
    async with open_app(library, NARROW) as seen:
        await seen.press("enter")
        await seen.wait_for("The full text could not be fetched")
        await seen.press("h")
        library.wire[1] = page
        library.entries[1] = replace(library.entries[1], read=False)
        await seen.press("F")
        await seen.until(lambda: 1 in library.kept)
        await seen.wait_for("was fetched again")
        assert not library.entries[1].read
        await seen.press("l")
        await seen.until(lambda: library.entries[1].read)
