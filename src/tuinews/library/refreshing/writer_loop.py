"""What a process that writes beside a refresh runs: each write that it is sent, together with those that wait."""

import os
import signal
import socket
import threading
from contextlib import suppress
from queue import SimpleQueue
from typing import IO

from tuinews.errors import TuinewsError
from tuinews.library.refreshing.grouped_writes import GroupedWrite, GroupedWrites
from tuinews.library.refreshing.write_jobs import WriteAnswer, WriteJob
from tuinews.library.store_thread import utc_now
from tuinews.library.workers.messages import receive, send
from tuinews.store.store import Store

_OF_TERMINAL = ("SIGINT", "SIGHUP", "SIGQUIT")
"""Signals that a terminal sends to all of a command: its owner answers them, and it ends with its owner."""

_Waiting = SimpleQueue[tuple[WriteJob, GroupedWrite] | None]
"""Writes in the order in which they came; None behind the last one."""


def write_for_owner(connection: socket.socket) -> None:
    """Write what comes over a socket until nobody is at its other end. For a process that was just forked."""
    _leave_the_terminal()
    jobs, answers = connection.makefile("rb"), connection.makefile("wb")
    # Most refreshes bring nothing new; until something comes, no library is opened.
    try:
        first: WriteJob = receive(jobs)
    except (EOFError, OSError):
        return
    with suppress(TuinewsError, OSError):
        store = Store.open(first.directory, utc_now())
        try:
            _write_all(store, first, jobs, answers)
        finally:
            store.close()


def _write_all(store: Store, first: WriteJob, jobs: IO[bytes], answers: IO[bytes]) -> None:
    waiting, together = _Waiting(), GroupedWrites()

    def take(job: WriteJob) -> None:
        waiting.put((job, together.add(lambda store: job.method(store, *job.args, **job.kwargs))))

    def take_all() -> None:
        with suppress(EOFError, OSError):
            while True:
                take(receive(jobs))
        is_alone.set()
        waiting.put(None)

    is_alone = threading.Event()
    take(first)
    threading.Thread(target=take_all, name="jobs", daemon=True).start()
    while (job := waiting.get()) is not None and not is_alone.is_set():
        send(answers, _answer(store, together, *job))


def _answer(store: Store, together: GroupedWrites, job: WriteJob, write: GroupedWrite) -> WriteAnswer:
    try:
        return WriteAnswer(job.number, True, together.do(store, write))
    except TuinewsError:  # whoever tries it again is told, and tells
        return WriteAnswer(job.number, False)


def _leave_the_terminal() -> None:
    for name in _OF_TERMINAL:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):  # whoever reads what its owner prints waits for the end of all that could print
        os.dup2(nowhere, stream)
