"""Keys that are meant for an article whose text is on its way: they wait for it, for a short while."""

from collections import deque
from collections.abc import Callable
from time import monotonic

from tuinews.quick_dataclass import dataclass

WAITING_SECONDS = 2.0
"""How long a key waits: whoever has looked at an empty page for longer wants to see how the article begins."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    job: Callable[[], None]
    whole: bool
    until: float


class KeysForText:
    """What is to be done with the text that is on its way, in the order of the keys."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._jobs: deque[_Waiting] = deque()
        self._clock = clock

    def wait(self, job: Callable[[], None], whole: bool) -> None:
        """Do `job` once anything of the article is shown, or only when all of it is (`whole`)."""
        self._jobs.append(_Waiting(job, whole, self._clock() + WAITING_SECONDS))

    def forget(self) -> None:
        """Do nothing of it: another article is opened, or none came."""
        self._jobs.clear()

    def go_on(self, is_ready: Callable[[bool], bool]) -> None:
        """Do what need wait no longer; `is_ready` tells whether the text is there, whole or (False) in part."""
        while self._jobs and is_ready(self._jobs[0].whole):
            waiting = self._jobs.popleft()
            if self._clock() <= waiting.until:
                waiting.job()
