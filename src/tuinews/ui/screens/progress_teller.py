"""How far a refresh is, told as often as one can read."""

from collections.abc import Callable

from textual.timer import Timer
from textual.widget import Widget

from tuinews.model.refresh import RefreshProgress

EVERY = 0.5
"""Seconds between two times. A refresh that keeps articles goes on a hundred times a second, and each time is a
paint: a key behind it waits for that, and then for the next frame."""


class ProgressTeller:
    """Tells the first step at once, and then the latest one each half second, until `end`."""

    def __init__(self, clock: Widget, tell: Callable[[RefreshProgress], None]) -> None:
        self._clock, self._tell = clock, tell
        self._untold: RefreshProgress | None = None
        self._timer: Timer | None = None
        self._is_over = False

    def __call__(self, progress: RefreshProgress) -> None:
        """Take the next step."""
        self._untold = progress
        if self._timer is None:
            self._tell_latest()

    def end(self) -> None:
        """Tell no more."""
        self._is_over = True
        if self._timer is not None:
            self._timer.stop()

    def _tell_latest(self) -> None:
        latest, self._untold, self._timer = self._untold, None, None
        if latest is not None and not self._is_over:
            self._tell(latest)
            self._timer = self._clock.set_timer(EVERY, self._tell_latest)
