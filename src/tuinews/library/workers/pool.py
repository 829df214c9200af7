"""The processes that read pages: as many as are needed, and none after a while of rest."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar, cast

from tuinews.errors import ExtractError
from tuinews.language import _
from tuinews.library.workers.process import LONGEST, WorkerEndedError, WorkerProcess

P = ParamSpec("P")
R = TypeVar("R")

_REST = 10.0
"""Seconds without a page after which the processes end; each holds some 60 MB."""


class WorkerPool:
    """At most `most` processes. `run` blocks, so it is called on one of `threads`, of which there are as many."""

    def __init__(self, most: int, rest: float = _REST, longest: float = LONGEST) -> None:
        self.threads = ThreadPoolExecutor(most, thread_name_prefix="extract-worker")
        self._rest, self._longest = rest, longest
        self._lock = threading.Lock()
        self._idle: list[WorkerProcess] = []
        self._all: set[WorkerProcess] = set()
        self._closed = False
        self._end_later: threading.Timer | None = None

    def run(self, read: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """What `read` makes of its arguments in one of the processes.

        Raises what `read` raises, and ExtractError where the process ended over it; the next page gets another.
        """
        worker = self._taken()
        try:
            value = worker.run(read, args, dict(kwargs))
        except WorkerEndedError as error:
            with self._lock:
                self._all.discard(worker)
            why = _("reading it took too long, or ended the process that read it")
            raise ExtractError(_("the page"), why, _("please report its address")) from error
        except BaseException:
            self._give_back(worker)
            raise
        self._give_back(worker)
        return cast("R", value)

    @property
    def pids(self) -> frozenset[int]:
        """The numbers of the processes there are."""
        with self._lock:
            return frozenset(worker.pid for worker in self._all)

    def close(self) -> None:
        """End all of them; what waits is cancelled."""
        self.threads.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            self._closed = True
            workers, self._all, self._idle = list(self._all), set(), []
            self._rest_again()
        for worker in workers:
            worker.end()

    def _taken(self) -> WorkerProcess:
        with self._lock:
            self._rest_again()
            if self._idle:
                return self._idle.pop()
            if self._closed:
                raise ExtractError(_("the page"), _("the program is closing"))
            worker = WorkerProcess(self._longest)
            self._all.add(worker)
            return worker

    def _give_back(self, worker: WorkerProcess) -> None:
        with self._lock:
            if worker not in self._all:
                return
            self._idle.append(worker)
            if len(self._idle) == len(self._all):
                self._end_later = threading.Timer(self._rest, self._end_idle)
                self._end_later.daemon = True
                self._end_later.start()

    def _rest_again(self) -> None:
        if self._end_later is not None:
            self._end_later.cancel()
            self._end_later = None

    def _end_idle(self) -> None:
        with self._lock:
            if len(self._idle) < len(self._all):
                return
            workers, self._idle = self._idle, []
            self._all.clear()
        for worker in workers:
            worker.end()
