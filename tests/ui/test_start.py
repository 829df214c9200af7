"""The start: paint first, then the library, then what is due."""

import asyncio
from typing import Any

from tuinews.errors import NewerSchemaError
from tuinews.settings import Settings
from tuinews.ui.app import TuinewsApp
from tuinews.ui.given import Given
from tuinews.ui.keymap import Keymap


async def test_shows_the_panes_the_rows_and_the_counts(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.wait_for("The Record")
        assert "● Bridge 1" in seen.text
        assert "10 unread" in seen.text
        assert "1/12" in seen.status
        assert "↓" in seen.after("桜が満開 2")


async def test_paints_before_the_library_is_open(library: Any) -> None:
    gate = asyncio.Event()

    async def slow() -> Any:
        await gate.wait()
        return library

    app = TuinewsApp(Given(slow, Settings(), Keymap({})))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        text = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "Opening the library" in text
        gate.set()


async def test_refreshes_what_is_due_at_the_start(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes == [(None, True)])


async def test_a_library_that_cannot_be_opened_is_told_and_left_alone() -> None:
    async def newer() -> Any:
        raise NewerSchemaError("library.sqlite3", "it was written by a newer tuinews", "update tuinews")

    app = TuinewsApp(Given(newer, Settings(), Keymap({})))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause(0.1)
        text = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "it was written by a newer tuinews; update tuinews" in text
        assert "Q quits." in text
        await pilot.press("Q")
        assert not app.is_running


async def test_what_the_library_has_to_say_is_said(open_app: Any, library: Any) -> None:
    library.notices = ("the library can be read but not written",)
    async with open_app(library) as seen:
        await seen.wait_for("the library can be read but not written")
