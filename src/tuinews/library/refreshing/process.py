"""A process that refreshes, as its owner sees it."""

import asyncio
import pickle
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import IO, cast

from tuinews.library.refreshing.request import RefreshRequest
from tuinews.library.workers.messages import Outcome, receive, send
from tuinews.library.workers.process import started
from tuinews.model.refresh import RefreshProgress, RefreshResult

_MODULE = "tuinews.library.refreshing.loop"

_PATIENCE = 3.0
"""Seconds in which it ends in order when it is told to; then it is killed."""


class RefreshEndedError(Exception):
    """The process could not be started, or ended before it had said how the refresh ended."""


class RefreshProcess:
    """One process with its pipes, and one refresh. It ends when its owner does, whose pipe is at its end then."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._messages: asyncio.Queue[object] = asyncio.Queue()
        # A thread takes all that comes, also while nobody waits for it: a full pipe would hold the process up.
        threading.Thread(
            target=self._pump, args=(asyncio.get_running_loop(),), name="refresh-reader", daemon=True
        ).start()

    @classmethod
    async def start(cls, request: RefreshRequest) -> "RefreshProcess":
        """A process that begins with `request`; raises RefreshEndedError."""
        starting = asyncio.ensure_future(asyncio.to_thread(_started, request))
        try:
            return cls(await asyncio.shield(starting))
        except OSError as error:
            raise RefreshEndedError from error
        except asyncio.CancelledError:
            starting.add_done_callback(_end_unwanted)
            raise

    async def result(self, report: Callable[[RefreshProgress], None]) -> RefreshResult:
        """How the refresh ended; `report` is told how far it is. Raises what it raised, and RefreshEndedError."""
        while isinstance(message := await self._messages.get(), RefreshProgress):
            report(message)
        if not isinstance(message, Outcome):
            raise RefreshEndedError
        if message.error is not None:
            raise message.error
        return cast("RefreshResult", message.value)

    async def end(self) -> None:
        """Have it end in order within a moment, else at once; done when it has ended."""
        await asyncio.to_thread(self._end)

    def _end(self) -> None:
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _pump(self, loop: asyncio.AbstractEventLoop) -> None:
        assert self._process.stdout is not None
        with suppress(RuntimeError), self._process.stdout as answers:  # RuntimeError: the loop has ended
            message: object = None
            while not isinstance(message, Outcome | Exception):
                message = _next(answers)
                loop.call_soon_threadsafe(self._messages.put_nowait, message)


def _started(request: RefreshRequest) -> "subprocess.Popen[bytes]":
    process = started(_MODULE)
    assert process.stdin is not None
    with suppress(OSError):  # it has ended already, which its silence tells
        send(process.stdin, request)
    return process


def _end_unwanted(starting: "asyncio.Future[subprocess.Popen[bytes]]") -> None:
    """End a process that had not begun when nobody wanted it any more."""
    if not starting.cancelled() and starting.exception() is None:
        starting.result().kill()
        starting.result().wait()


def _next(answers: IO[bytes]) -> object:
    """The next message, or why there is none."""
    try:
        return receive(answers)
    except (EOFError, OSError, ValueError, pickle.UnpicklingError) as error:
        return error
