"""Keys that are meant for the list that was chosen last: they wait for it, for a short while."""

from collections import deque
from collections.abc import Callable

from textual.timer import Timer

from tuinews.late import late_imports
from tuinews.ui.screens.listing.listing import WAIT_FOR_LIST, ListedView

with late_imports(__name__):
    from tuinews.ui.screens.listing.list_screen import ListScreen


class KeysForList:
    """What is to be done with the list that is on its way, in the order of the keys."""

    def __init__(self, screen: ListScreen, listing: ListedView) -> None:
        self._screen, self._listing = screen, listing
        self._jobs: deque[Callable[[], None]] = deque()
        self._timer: Timer | None = None

    def __bool__(self) -> bool:
        return bool(self._jobs)

    def when_listed(self, job: Callable[[], None]) -> None:
        """Do what a key asks of the list that was chosen last, once it is here; keys keep their order.

        Done at once, `]` and `m` in one burst would mark an article of the source before. Of a list that does not
        come nothing is done.
        """
        if not self._listing.comes and not self._jobs:
            job()
            return
        if not self._jobs:
            self._timer = self._screen.set_timer(WAIT_FOR_LIST, self._jobs.clear)
        self._jobs.append(job)

    def go_on(self) -> None:
        """Do what waited for the list that has come."""
        while self._jobs and not self._listing.comes:
            self._jobs.popleft()()
        if not self._jobs and self._timer is not None:
            self._timer.stop()
            self._timer = None
