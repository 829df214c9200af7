"""What a process that refreshes runs: one refresh of the library, which ends early where its owner is gone.

python -P -m tuinews.library.refreshing.loop
"""

import asyncio
import gc
import os
import signal
import sys
import threading
from contextlib import suppress
from typing import IO

from tuinews.errors import TuinewsError
from tuinews.language import choose
from tuinews.library.online import OnlineServices
from tuinews.library.refreshing.request import RefreshRequest
from tuinews.library.refreshing.writer import Writer, forked_writer
from tuinews.library.store_thread import StoreThread
from tuinews.library.workers.frames import keep_frames
from tuinews.library.workers.messages import Outcome, answers_of_this_process, receive, send
from tuinews.library.workers.priority import step_back
from tuinews.model.refresh import RefreshProgress, RefreshResult
from tuinews.model.source import Source
from tuinews.store.store import Store

_EVERY = 0.5
"""Seconds between two times that it tells how far it is: the screen shows no more of them."""

_LONGEST_END = 5.0
"""Seconds after the end of its owner in which it ends in order; then it ends as it is."""

_OBJECTS = 20_000
"""New objects after which circles are looked for."""


class ProgressSender:
    """Tells the first step at once, and then the latest one each half second."""

    def __init__(self, answers: IO[bytes]) -> None:
        self._answers = answers
        self._untold: RefreshProgress | None = None
        self._timer: asyncio.TimerHandle | None = None

    def __call__(self, progress: RefreshProgress) -> None:
        """Take the next step."""
        self._untold = progress
        if self._timer is None:
            self._tell_latest()

    def end(self) -> None:
        """Tell no more."""
        if self._timer is not None:
            self._timer.cancel()

    def _tell_latest(self) -> None:
        latest, self._untold, self._timer = self._untold, None, None
        if latest is not None:
            with suppress(OSError):  # the owner is gone, which the watch notices
                send(self._answers, latest)
            self._timer = asyncio.get_running_loop().call_later(_EVERY, self._tell_latest)


async def refreshed(request: RefreshRequest, sender: ProgressSender, writer: Writer | None) -> RefreshResult:
    """Refresh as `request` says, on connections of this process's own. Raises TuinewsError."""
    store = await StoreThread.open(request.directory)
    store.write_beside(writer)
    try:
        online = await OnlineServices.open(store, request.settings)
        online.leave_a_core()
        try:
            known = {source.id: source for source in await store(Store.sources)}

            def kept(source: Source) -> int:
                return request.kept.get(source.id, 0)

            sources, added = (
                [known[one] for one in ids if one in known] for ids in (request.sources, request.added)
            )
            return await online.refresher.refresh(sources, kept, sender, added, request.ahead)
        finally:
            sender.end()
            await online.close()
    finally:
        if writer is not None:
            await writer.end()
        await store.close()


async def _until_owner_ends(
    request: RefreshRequest, sender: ProgressSender, writer: Writer | None
) -> RefreshResult:
    """The same, cancelled as soon as the pipe of the owner is at its end."""
    loop, task = asyncio.get_running_loop(), asyncio.ensure_future(refreshed(request, sender, writer))

    def watch() -> None:
        # Not by `sys.stdin`, whose lock a thread would hold while the interpreter ends.
        with suppress(OSError):
            os.read(sys.__stdin__.fileno() if sys.__stdin__ else 0, 1)
        timer = threading.Timer(_LONGEST_END, os._exit, (1,))
        timer.daemon = True
        timer.start()
        with suppress(RuntimeError):  # it has ended meanwhile
            loop.call_soon_threadsafe(task.cancel)

    threading.Thread(target=watch, name="owner-watch", daemon=True).start()
    return await task


def _outcome(request: RefreshRequest, sender: ProgressSender, writer: Writer | None) -> Outcome:
    try:
        return Outcome(asyncio.run(_until_owner_ends(request, sender, writer)))
    except Exception as error:  # noqa: BLE001 - whatever it is, the owner is told
        if not isinstance(error, TuinewsError):
            keep_frames(error)
        return Outcome(error=error)


def main() -> None:
    """Refresh as is asked on the pipe that this process was started with, and tell on the other how it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    step_back()
    gc.freeze()  # what the imports made is no garbage
    gc.set_threshold(_OBJECTS)
    with suppress(EOFError, OSError, asyncio.CancelledError):
        request: RefreshRequest = receive(sys.stdin.buffer)
        choose(request.language)
        with forked_writer() as writer:  # before there are threads, and before it could hold this pipe open
            answers = answers_of_this_process()
            send(answers, _outcome(request, ProgressSender(answers), writer))
    # All is closed. The interpreter would take a moment to take itself apart, for which the owner waits.
    os._exit(0)


if __name__ == "__main__":
    main()
