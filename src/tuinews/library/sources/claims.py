"""Which process refreshes which source: a screen and a timer, or two screens, never ask one source at the same
time.

A claim names the machine, the process and until when it holds at the latest. That of a process that has ended
holds no longer, so nothing is left behind by one that was killed."""

import os
import socket
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from tuinews.errors import StoreError
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.source import Source
from tuinews.store.store import Store

_LONGEST = timedelta(minutes=15)
"""How long a claim holds at most, whatever became of its process: numbers of processes are used again."""


class Claims:
    """The claims of this process."""

    def __init__(self, store: StoreThread) -> None:
        self._store = store

    async def take(self, sources: Sequence[Source]) -> list[Source]:
        """Claim sources; returns those that nobody else is refreshing."""
        now = utc_now()
        mine = claim_text(now + _LONGEST)
        try:
            taken = await self._store(
                Store.claim, [source.id for source in sources], mine, lambda claim: is_free(claim, now)
            )
        except StoreError:
            # Nothing can be written, so nothing that two refreshes bring could be confused either.
            return list(sources)
        return [source for source in sources if source.id in taken]

    async def release(self, sources: Iterable[Source]) -> None:
        """Give sources free again."""
        await self._store(Store.release, [source.id for source in sources])


def claim_text(until: datetime) -> str:
    """The claim of this process."""
    return f"{socket.gethostname()} {os.getpid()} {until.isoformat()}"


def is_free(claim: str, now: datetime) -> bool:
    """Whether a claim that was read says nothing any more at `now` (UTC), or is this process's own."""
    host, pid, until = claim.split(" ", 2)
    if not now <= datetime.fromisoformat(until) <= now + _LONGEST:
        return True
    return host == socket.gethostname() and (int(pid) == os.getpid() or not _is_running(int(pid)))


def _is_running(pid: int) -> bool:
    if os.name == "nt":
        return True  # os.kill ends a process there; the claim ends with its time
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
