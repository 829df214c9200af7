"""An overlay that is asked to close twice in one burst closes once, and closes nothing else."""

from typing import Any

import pytest

from tuinews.ui.keymap import Keymap
from tuinews.ui.screens.overlays.closing import close
from tuinews.ui.screens.overlays.palette import PaletteScreen


@pytest.mark.parametrize("key", ["colon", "question_mark", "a"])
async def test_an_overlay_closes_once(open_app: Any, library: Any, key: str) -> None:
    async with open_app(library) as seen:
        await seen.press(key)
        overlay = seen.app.screen
        assert len(seen.app.screen_stack) == 2
        close(overlay, None)
        close(overlay, None)
        await seen.until(lambda: len(seen.app.screen_stack) == 1, "the reading screen")
        assert seen.app.is_running


async def test_an_overlay_below_another_closes_neither(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("colon")
        below = seen.app.screen
        await seen.app.push_screen(PaletteScreen(Keymap({}), [], [], library.rows))
        close(below, None)
        assert len(seen.app.screen_stack) == 3
