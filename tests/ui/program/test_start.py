"""The start: paint first, then the library, then what is due."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.app import App
from textual.pilot import Pilot

from tuinews.errors import NewerSchemaError
from tuinews.library.library import Library
from tuinews.model.opening import OpeningStep, TellStep
from tuinews.settings import Settings
from tuinews.ui.app import TuinewsApp
from tuinews.ui.app_context import AppContext
from tuinews.ui.keymap import Keymap


def shown(app: App[None]) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips()).rstrip()


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await pilot.pause()


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

    app = TuinewsApp(AppContext(slow, Settings(), Keymap({})))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        text = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "Opening the library" in text
        gate.set()


@pytest.fixture
def frames(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was drawn, frame by frame."""
    drawn: list[str] = []

    def draw(this: Compositor, *_: Any, **__: Any) -> None:
        drawn.append("\n".join(strip.text for strip in this.render_strips()))
        this._dirty_regions.clear()

    monkeypatch.setattr(Compositor, "render_update", draw)
    return drawn


async def test_the_first_frame_of_a_library_that_opens_at_once_has_its_rows(
    library: Any, frames: list[str]
) -> None:
    async def opened() -> Any:
        return library

    app = TuinewsApp(AppContext(opened, Settings(), Keymap({})))
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: bool(frames))
        assert "● Bridge 1" in frames[0]
        await until(pilot, lambda: "10 unread" in frames[-1])


async def test_a_library_that_takes_longer_is_not_waited_for(library: Any, frames: list[str]) -> None:
    gate = asyncio.Event()

    async def slow() -> Any:
        await gate.wait()
        return library

    app = TuinewsApp(AppContext(slow, Settings(), Keymap({})))
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: bool(frames))
        assert "Opening the library" in frames[0]
        gate.set()
        await until(pilot, lambda: "● Bridge 1" in frames[-1])


async def test_says_what_keeps_the_library_and_how_to_leave_for_as_long_as_it_does(library: Any) -> None:
    gate = asyncio.Event()
    told: list[TellStep] = []

    async def slow() -> Any:
        await gate.wait()
        return library

    app = TuinewsApp(AppContext(slow, Settings(), Keymap({}), watch_opening=told.append))
    async with app.run_test(size=(80, 24)) as pilot:
        [tell] = told
        tell(OpeningStep.WAITING)
        words = "Opening the library… Another tuinews is using it; waiting. Q quits"
        await pilot.pause()
        assert shown(app).endswith(words)
        await pilot.press("R")
        assert "The library is still opening" in shown(app)
        app.screen.say("")  # type: ignore[attr-defined]
        await pilot.pause()
        assert shown(app).endswith(words)
        gate.set()
        await until(pilot, lambda: "The Record" in shown(app))
        assert "Opening" not in shown(app)


async def test_leaves_while_the_library_waits() -> None:
    async def never() -> Any:
        await asyncio.Event().wait()

    app = TuinewsApp(AppContext(never, Settings(), Keymap({})))
    async with app.run_test() as pilot:
        await pilot.press("Q")
        assert not app.is_running


async def test_every_key_says_why_a_library_cannot_be_used(tmp_path: Path) -> None:
    in_the_place = tmp_path / "file"
    in_the_place.write_text("no folder", "utf-8")
    app = TuinewsApp(AppContext(lambda: Library.open(in_the_place / "x", Settings()), Settings(), Keymap({})))
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: "Q quits" in shown(app))
        for key in ("R", "r", "a", "s", "m", "u", "A", "slash"):
            await pilot.press(key)
            assert "still opening" not in shown(app), key
            assert "its folder cannot be used (Not a directory)" in shown(app), key


async def test_refreshes_what_is_due_at_the_start(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes == [(None, True)])


async def test_a_library_that_cannot_be_opened_is_told_and_left_alone() -> None:
    async def newer() -> Any:
        raise NewerSchemaError("library.sqlite3", "it was written by a newer tuinews", "update tuinews")

    app = TuinewsApp(AppContext(newer, Settings(), Keymap({})))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause(0.1)
        text = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "it was written by a newer tuinews; update tuinews" in text
        assert "Q quits." in text
        assert "opens the selected article" not in text, "what no key can do here"
        await pilot.press("Q")
        assert not app.is_running


async def test_what_the_library_has_to_say_is_said(open_app: Any, library: Any) -> None:
    library.notices = ("the library can be read but not written",)
    async with open_app(library) as seen:
        await seen.wait_for("the library can be read but not written")


async def test_no_count_is_told_before_it_is_known(open_app: Any, library: Any) -> None:
    gate, count = asyncio.Event(), library.counts

    async def slow() -> Any:
        await gate.wait()
        return await count()

    library.counts = slow
    async with open_app(library) as seen:
        await seen.wait_for("● Bridge 1")
        assert "unread" not in seen.line("All articles")
        assert "Việt Nam" not in seen.text, "the sources are shown before they were counted"
        gate.set()
        await seen.wait_for("10 unread")
        assert " 12 " in seen.line(" All  ")
        assert "Việt Nam" in seen.text


async def test_a_place_that_is_not_listed_yet_has_no_count_of_the_one_before(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("2")
        await seen.until(lambda: "Unread articles" in seen.text and "10" in seen.line("Unread articles"))
        gate, ids = asyncio.Event(), library.entry_ids

        async def slow(*arguments: Any) -> Any:
            await gate.wait()
            return await ids(*arguments)

        library.entry_ids = slow
        await seen.press("3")
        await seen.wait_for("Starred articles")
        assert "10" not in seen.line("Starred articles")
        gate.set()
        await seen.until(lambda: " 1 " in seen.line("Starred articles"), "the count of the starred")


async def test_what_lasts_is_what_the_start_made_and_nothing_of_a_refresh(library: Any) -> None:
    async def opened() -> Any:
        return library

    begun: list[None] = []
    context = AppContext(opened, Settings(), Keymap({}), when_begun=lambda: begun.append(None))
    app = TuinewsApp(context)
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: "The Record" in shown(app))
        await pilot.press("R")
        await until(pilot, lambda: "Nothing new" in shown(app))
        assert begun == [None]
