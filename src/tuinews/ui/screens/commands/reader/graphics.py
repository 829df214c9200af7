"""Whether the terminal draws pictures itself: as the settings say, or as it answers at the first picture."""

import asyncio
import os
from contextlib import suppress

from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.terminal import kitty
from tuinews.ui.widgets.pictures.graphics import TerminalGraphics

_CELL = (10, 20)
"""Pixels of a cell of a terminal that does not tell them."""


async def known(state: ReadingState) -> None:
    """Wait until it is known who draws; asks the terminal at the first time."""
    if not state.graphics_answer.is_asked:
        state.graphics_answer.is_asked = True
        begin(state)
    with suppress(TimeoutError):
        async with asyncio.timeout(kitty.ASKED_SECONDS):
            await state.graphics_answer.known.wait()
    state.graphics_answer.known.set()


def begin(state: ReadingState) -> None:
    """Go by the settings; where they leave it open, ask the terminal, once."""
    setting = state.settings.pictures_drawn
    say_at_end = getattr(state.app._driver, "say_at_end", None)
    if setting == "kitty" and say_at_end is not None:
        by_terminal(state)
    elif setting == "auto" and say_at_end is not None and kitty.may_be_asked(os.environ):
        state.app._driver.write(kitty.question())  # type: ignore[union-attr]
    else:
        in_half_blocks(state)


def in_half_blocks(state: ReadingState) -> None:
    """Draw pictures ourselves, in half blocks."""
    state.graphics = None
    state.graphics_answer.known.set()


def by_terminal(state: ReadingState) -> None:
    """Have the terminal draw from now on."""
    driver = state.app._driver
    say_at_end = getattr(driver, "say_at_end", None)
    if driver is None or say_at_end is None or state.settings.pictures_drawn == "blocks":
        return
    if state.graphics is None:

        def measure() -> tuple[int, int]:
            return getattr(driver, "cell_pixels", None) or _CELL

        graphics = TerminalGraphics(driver.write, measure, bool(os.environ.get("TMUX")))
        say_at_end(graphics.farewell)
        state.graphics = graphics
    state.graphics_answer.known.set()
