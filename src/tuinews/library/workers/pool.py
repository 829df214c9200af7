"""The processes that read pages: as many as are needed, and none after a while of rest."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar, cast

from tuinews.errors import ExtractError
from tuinews.language import _
from tuinews.library.workers.process import WorkerEndedError, WorkerProcess

P = ParamSpec("P")
R = TypeVar("R")

LONGEST = 60.0
"""Seconds that one page may take. None of the corpora takes one; after this, the process is ended."""

_REST = 10.0
"""Seconds without a page after which the processes end; each holds some 60 MB."""

_CROWDED = 20
"""Pages in a row that came while there were more pages than processes, after which another is started."""

_PATIENCE = 1.0
"""Seconds that a page waits for a busy process before another is started all the same."""

_LOOKS = 4
"""How often a watch looks within the shorter of the two: what is over is noticed a quarter of it late at most."""


class WorkerPool:
    """At most `most` processes, and one alone as long as it keeps up: to fetch and to store a page often takes
    longer than to read it. `run` blocks, so it is called on one of `threads`, of which there are as many.
    """

    def __init__(self, most: int, rest: float = _REST, longest: float = LONGEST) -> None:
        self.threads = ThreadPoolExecutor(most, thread_name_prefix="extract-worker")
        self._rest, self._longest = rest, longest
        self._most = self._enough = most
        self._lock = threading.Lock()
        self._free = threading.Condition(self._lock)
        self._asked = 0
        self._crowded = 0
        self._given_back = 0
        self._idle: list[WorkerProcess] = []
        self._all: set[WorkerProcess] = set()
        self._closed = threading.Event()
        self._is_watched = False
        self._last_page = 0.0

    def be_content_with(self, enough: int) -> None:
        """Begin no process beyond so many from now on, but for a page that waits for one that is stuck."""
        with self._lock:
            self._enough = min(self._most, enough)

    def run(self, read: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """What `read` makes of its arguments in one of the processes.

        Raises what `read` raises, and ExtractError where the process ended over it; the next page gets another.
        """
        with self._lock:
            self._asked += 1
        try:
            return cast("R", self._read(self._taken(), read, args, kwargs))
        finally:
            with self._lock:
                self._asked -= 1

    def _read(
        self,
        worker: WorkerProcess,
        read: Callable[..., object],
        args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> object:
        try:
            value = worker.run(read, args, dict(kwargs))
        except WorkerEndedError as error:
            with self._lock:
                self._all.discard(worker)
                self._free.notify()
            why = _("reading it took too long, or ended the process that read it")
            raise ExtractError(_("the page"), why, _("please report its address")) from error
        except BaseException:
            self._give_back(worker)
            raise
        self._give_back(worker)
        return value

    @property
    def pids(self) -> frozenset[int]:
        """The numbers of the processes there are."""
        with self._lock:
            return frozenset(worker.pid for worker in self._all)

    def close(self) -> None:
        """End all of them; what waits is cancelled."""
        self.threads.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            self._closed.set()
            workers, self._all, self._idle = list(self._all), set(), []
            self._free.notify_all()
        for worker in workers:
            worker.end()

    def _taken(self) -> WorkerProcess:
        with self._free:
            is_crowded = 0 < len(self._all) < self._asked
            self._crowded = self._crowded + 1 if is_crowded else 0
            # Who gave a process back is often first to take it again, and would have others wait: so the next one
            # that comes starts another, though there is one with nothing to do.
            if self._crowded < _CROWDED or len(self._all) >= self._enough:
                self._wait_where_one_keeps_up()
                if self._idle:
                    return self._idle.pop()
            if self._closed.is_set():
                raise ExtractError(_("the page"), _("the program is closing"))
            return self._started()

    def _wait_where_one_keeps_up(self) -> None:
        """Wait until a process has nothing to do, or one more is worth its start."""

        def is_over() -> bool:
            return bool(self._idle or not self._all or self._closed.is_set())

        while True:
            before = self._given_back
            if self._free.wait_for(is_over, _PATIENCE):
                return
            is_stuck = self._given_back == before
            if len(self._all) < (self._most if is_stuck else self._enough):
                return

    def _started(self) -> WorkerProcess:
        self._crowded = 0
        worker = WorkerProcess()
        self._all.add(worker)
        if not self._is_watched:
            self._is_watched = True
            threading.Thread(target=self._watch, name="extract-watch", daemon=True).start()
        return worker

    def _give_back(self, worker: WorkerProcess) -> None:
        with self._lock:
            if worker in self._all:
                self._idle.append(worker)
                self._given_back += 1
                self._free.notify()
                self._last_page = time.monotonic()

    def _watch(self) -> None:
        """End what takes too long, and all of them after a rest. One thread looks now and then: a timer for each
        page was a thread to start for each.
        """
        while not self._closed.wait(min(self._rest, self._longest) / _LOOKS):
            with self._lock:
                for worker in self._all:
                    if worker.has_taken(self._longest):
                        worker.kill()
                is_busy = len(self._idle) < len(self._all)
                if is_busy or (self._all and time.monotonic() - self._last_page < self._rest):
                    continue
                workers, self._idle = self._idle, []
                self._all.clear()
                self._is_watched = False
            for worker in workers:
                worker.end()
            return
