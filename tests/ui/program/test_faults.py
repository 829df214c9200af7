"""Faults of our own: one line, no traceback; the session goes on where it can."""

import asyncio
from dataclasses import replace
from typing import Any

from tuinews.settings import Settings
from tuinews.ui.app import TuinewsApp
from tuinews.ui.app_context import AppContext
from tuinews.ui.keymap import Keymap


class Fault(Exception):
    """Nobody has thought of this one."""


def faulty(library: Any, kept: list[BaseException]) -> AppContext:
    async def factory() -> Any:
        return library

    def record(error: BaseException) -> str:
        kept.append(error)
        return "the log"

    return replace(AppContext(factory, Settings(), Keymap({})), record=record)


async def test_a_fault_in_one_piece_of_work_is_told_and_the_session_goes_on(library: Any) -> None:
    async def broken(*_: object) -> Any:
        raise Fault

    library.star = broken
    kept: list[BaseException] = []
    app = TuinewsApp(faulty(library, kept))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause(0.1)
        await pilot.press("s")
        await pilot.pause(0.1)
        text = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "Unexpected error (Fault); details are in the log" in text
        await pilot.press("j")
        assert app.is_running
    assert [type(error) for error in kept] == [Fault]


async def test_a_fault_of_the_screen_ends_it_with_one_line(library: Any) -> None:
    def broken(*_: object) -> None:
        raise Fault

    kept: list[BaseException] = []
    app = TuinewsApp(faulty(library, kept))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause(0.1)
        app.screen.call_later(broken)
        while app.is_running:
            await asyncio.sleep(0.01)
    assert app.return_code == 1
    assert [type(error) for error in kept] == [Fault]


async def test_work_that_ends_while_the_screen_goes_away_is_no_fault(open_app: Any, library: Any) -> None:
    close = library.close

    async def close_after_work() -> None:
        library.gate.set()
        await asyncio.gather(*(worker.wait() for worker in seen.app.workers if worker.node is seen.state))
        await close()

    library.close = close_after_work
    async with open_app(library) as seen:
        await seen.until(lambda: not list(seen.app.workers), "the end of the first refresh")
        library.gate = asyncio.Event()
        await seen.press("r")
        await seen.until(lambda: len(library.refreshes) == 2, "another refresh")
    assert library.closed


async def test_work_that_is_let_go_before_its_first_step_was_never_begun(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        begun: list[str] = []

        def job(name: str) -> Any:
            begun.append(name)
            return asyncio.sleep(0)

        seen.app.screen.work.beside(lambda _: job("beside"))
        seen.app.screen.work.mark(lambda _: job("mark"))
        seen.app.workers.cancel_all()
        await seen.settle()
        assert begun == []
