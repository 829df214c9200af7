"""A process that writes beside one that refreshes, as that one sees it (docs/decisions/0027-refresh-process.md).

It has an interpreter and a connection of its own, so that listings are kept on one core while the next are fetched
and read on another. Whatever it does not keep, since it ended or was never there, its owner writes.
"""

import asyncio
import os
import pickle
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tuinews.library.refreshing.write_jobs import WriteAnswer, WriteJob
from tuinews.library.refreshing.writer_loop import write_for_owner
from tuinews.library.workers.messages import framed, received
from tuinews.library.workers.priority import usable_cores

_PATIENCE = 3.0
"""Seconds in which it ends in order when it is told to; then it is killed."""

_LOOKS_EVERY = 0.002
"""Seconds between two looks whether it has ended."""

_LONGEST = 60.0
"""Seconds that it may take for what it was sent; then it is killed. A write waits ten for another process."""


class Writer:
    """The process, by its number, and this end of the socket between the two."""

    def __init__(self, pid: int, connection: socket.socket) -> None:
        self._pid: int | None = pid
        self._connection = connection
        self._jobs: asyncio.StreamWriter | None = None
        self._answering: asyncio.Task[None] | None = None
        self._waiting: dict[int, asyncio.Future[WriteAnswer | None]] = {}
        self._sent, self._is_over = 0, False
        self._beginning = asyncio.Lock()

    @classmethod
    def fork(cls) -> "Writer | None":
        """A process that has all that this one has imported; None where it would be of no use, or is not safe.

        Only for a process without threads: one may hold a lock at this moment, which stays shut in the copy.
        """
        if not _is_safe() or usable_cores() == 1:
            return None
        ours, theirs = socket.socketpair()
        try:
            pid = os.fork()
        except OSError:
            ours.close()
            theirs.close()
            return None
        if pid == 0:
            _run_as_writer(ours, theirs)
        theirs.close()
        return cls(pid, ours)

    @property
    def pid(self) -> int | None:
        """The number of the process, None when it has ended."""
        return self._pid

    async def write(
        self, directory: Path, method: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]
    ) -> WriteAnswer | None:
        """What a method of the store returned there; None where it is to be done here."""
        if self._is_over:
            return None
        self._sent += 1
        number, answer = self._sent, asyncio.get_running_loop().create_future()
        self._waiting[number] = answer
        try:
            async with asyncio.timeout(_LONGEST):
                jobs = self._jobs or await self._begun()
                jobs.write(framed(WriteJob(number, directory, method, args, kwargs)))
                given: WriteAnswer | None = await answer
        except TimeoutError:
            self._kill()
            return None
        finally:
            del self._waiting[number]
        return given if given and given.is_kept else None

    async def end(self) -> None:
        """Have it end in order, and wait until it has; ending twice is no error."""
        self._is_over = True
        if self._jobs is not None:
            self._jobs.transport.abort()
        if self._answering is not None:
            self._answering.cancel()
            await asyncio.gather(self._answering, return_exceptions=True)
        await asyncio.to_thread(self.reap)

    def reap(self) -> None:
        """Wait until it has ended, a moment, and then kill it."""
        self._is_over = True
        self._connection.close()
        end = time.monotonic() + _PATIENCE
        while not self._has_ended():
            if time.monotonic() > end:
                self._kill()
            time.sleep(_LOOKS_EVERY)

    async def _begun(self) -> asyncio.StreamWriter:
        async with self._beginning:
            if self._jobs is None:
                answers, self._jobs = await asyncio.open_connection(sock=self._connection)
                self._answering = asyncio.create_task(self._take(answers), name="answers of the writer")
            return self._jobs

    async def _take(self, answers: asyncio.StreamReader) -> None:
        with suppress(EOFError, OSError, ValueError, pickle.UnpicklingError):
            while True:
                answer: WriteAnswer = await received(answers)
                self._tell(self._waiting.get(answer.number), answer)
        self._is_over = True
        for waiting in self._waiting.values():
            self._tell(waiting, None)

    def _tell(self, waiting: "asyncio.Future[WriteAnswer | None] | None", answer: WriteAnswer | None) -> None:
        if waiting is not None and not waiting.done():
            waiting.set_result(answer)

    def _kill(self) -> None:
        self._is_over = True
        if self._pid is not None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)

    def _has_ended(self) -> bool:
        if self._pid is not None:
            try:
                ended, _ = os.waitpid(self._pid, os.WNOHANG)
            except ChildProcessError:  # somebody has waited for all that this process began
                ended = self._pid
            self._pid = None if ended else self._pid
        return self._pid is None


@contextmanager
def forked_writer() -> Iterator[Writer | None]:
    """A process that writes beside this one for the length of the block, where that is of use."""
    writer = Writer.fork()
    try:
        yield writer
    finally:
        if writer is not None:
            writer.reap()


def _run_as_writer(owners: socket.socket, own: socket.socket) -> None:
    """What a process runs that was forked; it goes nowhere from here."""
    try:
        owners.close()
        write_for_owner(own)
    finally:
        os._exit(0)


def _is_safe() -> bool:
    # Apple's own libraries begin threads that no Python knows of; Windows has no fork.
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1
