"""Tests of when Python looks for garbage while the screen runs."""

import gc
from collections.abc import Iterator
from typing import Any
from weakref import ref

import pytest

from tuinews.ui.garbage_collection import search_at_rest, set_apart


class _Circle:
    """What only a search for garbage frees."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def usual_pace() -> Iterator[None]:
    """Gives the other tests back the pace of theirs."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.enable()


@pytest.fixture
def old_garbage() -> "ref[_Circle]":
    """Garbage of the oldest generation, after so many searches that a full one is due."""
    set_apart()
    circle = _Circle()
    for _ in range(12):
        gc.collect(1)
    return ref(circle)


def test_a_full_search_waits_for_a_rest(old_garbage: "ref[_Circle]") -> None:
    search_at_rest(1)
    assert old_garbage() is not None
    search_at_rest(2.5)
    assert old_garbage() is None


def test_python_itself_searches_all_much_later(old_garbage: "ref[_Circle]") -> None:
    for _ in range(50):
        gc.collect(1)
    rings = [_Circle() for _ in range(3 * gc.get_threshold()[0])]
    assert rings
    assert old_garbage() is not None


def test_nothing_is_searched_before_the_list_is_there(old_garbage: "ref[_Circle]") -> None:
    gc.disable()
    search_at_rest(60)
    assert old_garbage() is not None


async def test_the_screen_looks_for_a_rest(open_app: Any, library: Any, old_garbage: "ref[_Circle]") -> None:
    async with open_app(library) as seen:
        await seen.press("j")
        for _ in range(12):
            gc.collect(1)
        seen.app._look_for_a_rest()
        assert old_garbage() is not None
        seen.app._last_key -= 3
        seen.app._look_for_a_rest()
        assert old_garbage() is None


async def test_the_lines_of_sheets_that_are_closed_are_let_go(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("E")
        await seen.until(lambda: len(seen.app.screen_stack) > 1, "the settings")
        assert "Settings" in seen.text
        lines = [ref(widget._styles_cache) for widget in seen.app.screen.walk_children()]
        await seen.press("escape")
        await seen.until(lambda: len(seen.app.screen_stack) == 1, "the list")
        await seen.press("j")

        def are_gone() -> bool:
            seen.app._look_for_a_rest()
            gc.collect()
            return all(one() is None for one in lines)

        # The sheet's widgets end one by one, after it is off the stack.
        await seen.until(are_gone, "the lines let go")
