"""A pilot that waits for what is to be done, and no longer."""

import asyncio

from textual.app import App
from textual.pilot import Pilot

_TURNS = 2000
"""The most turns of the loop that `settle` waits for: who is busy for longer is never at rest."""


class PromptPilot(Pilot[None]):
    """Textual's pilot, whose pauses end when all that can be done now is done.

    Its own pauses, of which a click has four, send a message to each widget and then wait for a processor that is
    idle: a fiftieth of a second at the least, and much longer on a machine that does other things too.
    """

    async def pause(self, delay: float | None = None) -> None:
        if delay is None:
            await settle(self.app)
        else:
            await super().pause(delay)

    async def idle(self) -> None:
        """Textual's own pause, for what waits a hundredth of a second on a timer or a thread."""
        await super().pause()


async def settle(app: App[None]) -> None:
    """Wait until all that can be done now is done: what is left waits for a moment, a thread or a gate."""
    for _ in range(_TURNS):
        await asyncio.sleep(0)
        if _is_at_rest():
            app.screen._on_timer_update()  # what is drawn at the next frame
            await asyncio.sleep(0)
            if _is_at_rest():
                return


def _is_at_rest() -> bool:
    """Whether nothing but the asking task is to be run in this turn of the loop, or in the next."""
    return not asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
