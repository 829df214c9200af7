"""The queue of downloads: two at a time, one at a host, tried again after a break, kept over restarts.

What is in it is in the library's table, with a claim of the process that is at it (`sources.claims`): so a screen
and a command never bring one file twice, and what a killed process left is gone on with by the next.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from tuinews.address import host_of
from tuinews.errors import FetchError, NotFoundError, StoreError, TuinewsError, is_offline
from tuinews.library.downloads.transfer import TakenAwayError, Transfer
from tuinews.library.source_access.source_fetcher import SourceFetcher, typed_for
from tuinews.library.sources.claims import claim_text, is_free
from tuinews.library.sources.refresh_tally import reason
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.media.downloads import Download, DownloadState
from tuinews.model.source import Source
from tuinews.settings import Settings
from tuinews.store.store import Store
from tuinews.web.error_messages import private_address

AT_ONCE = 2
"""Files that come at the same time; of one host one."""

PAUSES = (0.5, 2.0, 10.0, 60.0, 300.0, 900.0)
"""Seconds before another try: after one that brought something, and after each that brought nothing. Without a
network it is tried for as long as there is none.
"""

_TELL_EVERY = 0.25
"""Seconds between two tellings of how far a file is."""

_CLAIM = timedelta(minutes=14)
_LATER = (408, 425, 429)
_PATIENCE, _LONGEST_WAIT = 3, 30.0
"""Tries, and seconds before the next one, that a command waits for."""


class DownloadQueue:
    """Brings what is in the library's list of downloads. Used from one loop, closed before the library."""

    def __init__(
        self,
        store: StoreThread,
        fetcher: SourceFetcher,
        settings: Settings,
        tell: Callable[[], None],
    ) -> None:
        self._store, self._fetcher, self._settings, self._tell = store, fetcher, settings, tell
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._under_way: dict[int, Download] = {}
        self._tries: dict[int, int] = {}
        self._not_before: dict[int, float] = {}
        self._filling = asyncio.Lock()
        self._changed = asyncio.Event()
        self._told = 0.0
        self._alarm: asyncio.TimerHandle | None = None
        self._waking: asyncio.Task[None] | None = None
        self._closed = False

    def use(self, settings: Settings) -> None:
        """Go by other settings with the next file."""
        self._settings = settings

    @property
    def under_way(self) -> dict[int, Download]:
        """How far the files are that come just now, by their ids."""
        return dict(self._under_way)

    async def go_on(self) -> None:
        """Begin what may be begun: what waits, and what a process left that is gone. Raises StoreError."""
        async with self._filling:
            for one in await self._store(Store.downloads):
                if len(self._tasks) >= AT_ONCE or self._closed:
                    return
                if one.state.goes_on and self._may_begin(one):
                    await self._begin(one)

    async def finished(self) -> None:
        """Wait until nothing comes any more, and what waits will not come soon. Raises StoreError."""
        while self._tasks or await self._is_worth_waiting():
            self._changed.clear()
            await self._changed.wait()

    async def stop(self, download_id: int) -> None:
        """Let go of a download that was paused or removed; returns once nothing is written any more."""
        task = self._tasks.get(download_id)
        if task is not None:
            task.cancel()
            await asyncio.wait([task])
        self._tries.pop(download_id, None)
        self._not_before.pop(download_id, None)

    async def close(self) -> None:
        """Stop; what is under way waits for the next start."""
        self._closed = True
        if self._alarm is not None:
            self._alarm.cancel()
        async with self._filling:
            tasks = list(self._tasks.values())
        tasks += [self._waking] if self._waking is not None else []
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _may_begin(self, one: Download) -> bool:
        now = asyncio.get_running_loop().time()
        hosts = {host_of(other.address) for other in self._under_way.values()}
        is_new = one.id not in self._tasks and self._not_before.get(one.id, 0.0) <= now
        return is_new and host_of(one.address) not in hosts

    async def _begin(self, one: Download) -> None:
        now = utc_now()
        mine = claim_text(now + _CLAIM)
        taken = await self._store(Store.take_download, one.id, mine, lambda claim: is_free(claim, now))
        if taken is not None:
            self._under_way[one.id] = taken
            task = asyncio.create_task(self._bring(taken, _Claim(self._store, mine)), name=f"download {one.id}")
            self._tasks[one.id] = task
            task.add_done_callback(lambda done: self._ended(one.id, done))
            self._tell_now()

    async def _bring(self, one: Download, claim: "_Claim") -> None:
        """Bring a file, or note why it did not come."""
        transfer = Transfer(self._fetcher, self._settings, claim.note, self._note_step)
        try:
            source, trusted = await self._asked_as(one)
            done = await transfer.bring(one, source, trusted)
            await claim.give_up(done)
            self._tries.pop(one.id, None)
        except TakenAwayError:
            return
        except asyncio.CancelledError:
            with suppress(StoreError):  # a claim ends by itself
                await claim.give_up(replace(self._latest(one), state=DownloadState.WAITING))
            raise
        except TuinewsError as error:
            await claim.give_up(self._after(one, error))

    async def _asked_as(self, one: Download) -> tuple[Source | None, str | None]:
        """The source by whose options a file is asked for, and the address whose host may be private."""
        try:
            row = await self._store(Store.find_entry, one.entry_id)
            source = await self._store(Store.source, row.source_id)
        except NotFoundError:
            return None, None
        return source, typed_for(source, row)

    def _after(self, one: Download, error: TuinewsError) -> Download:
        """What becomes of a download after an error: another try a while later, or none."""
        latest = self._latest(one)
        tries = 0 if latest.received > one.received else self._tries.get(one.id, 0) + 1
        if is_offline(error):
            tries = min(tries, len(PAUSES) - 1)
        state = DownloadState.FAILED
        if _may_pass(error) and tries < len(PAUSES):
            state = DownloadState.WAITING
            asked = error.retry_after if isinstance(error, FetchError) else None
            pause = max(PAUSES[tries], asked or 0.0)
            self._not_before[one.id] = asyncio.get_running_loop().time() + pause
        self._tries[one.id] = tries
        return replace(latest, state=state, error=reason(error))

    def _latest(self, one: Download) -> Download:
        return self._under_way.get(one.id, one)

    def _note_step(self, one: Download) -> None:
        self._under_way[one.id] = one
        now = asyncio.get_running_loop().time()
        if now - self._told >= _TELL_EVERY:
            self._tell_now()

    def _tell_now(self) -> None:
        self._told = asyncio.get_running_loop().time()
        self._changed.set()
        self._tell()

    def _ended(self, download_id: int, task: asyncio.Task[None]) -> None:
        self._tasks.pop(download_id, None)
        self._under_way.pop(download_id, None)
        if self._closed:
            return
        self._tell_now()
        self._set_alarm(0.0)
        if not task.cancelled() and task.exception() is not None:
            asyncio.get_running_loop().call_exception_handler(
                {"message": "a download ended", "exception": task.exception()}
            )

    def _set_alarm(self, seconds: float) -> None:
        """Look again what may be begun."""
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = asyncio.get_running_loop().call_later(seconds, self._wake)

    def _wake(self) -> None:
        self._waking = asyncio.create_task(self._go_on_quietly(), name="downloads")

    async def _go_on_quietly(self) -> None:
        with suppress(StoreError):  # whoever comes next wakes it again
            await self.go_on()
        now = asyncio.get_running_loop().time()
        ahead = [moment for moment in self._not_before.values() if moment > now]
        if ahead and not self._closed:
            self._set_alarm(min(ahead) - now)
        self._changed.set()

    async def _is_worth_waiting(self) -> bool:
        """Whether anything of this process's will be tried again soon."""
        now = asyncio.get_running_loop().time()
        claims = await self._store(Store.download_claims)
        return any(
            one.state.goes_on
            and one.id not in claims
            and self._tries.get(one.id, 0) < _PATIENCE
            and self._not_before.get(one.id, 0.0) - now < _LONGEST_WAIT
            for one in await self._store(Store.downloads)
        )


class _Claim:
    """This process's claim to one download, made longer with each note."""

    def __init__(self, store: StoreThread, mine: str) -> None:
        self._store, self._mine = store, mine

    async def note(self, now: Download) -> None:
        """Keep how far the download is. Raises TakenAwayError, StoreError."""
        longer = claim_text(utc_now() + _CLAIM)
        if not await self._store(
            Store.note_download, replace(now, state=DownloadState.RUNNING), self._mine, longer
        ):
            raise TakenAwayError
        self._mine = longer

    async def give_up(self, now: Download) -> None:
        """Keep how the download ended, or that it waits; nothing where it is somebody else's by now."""
        await self._store(Store.note_download, now, self._mine, None)


def _may_pass(error: TuinewsError) -> bool:
    """Whether another try may bring what this one did not."""
    if not isinstance(error, FetchError):
        return False
    if error.why == private_address(error.what).why:
        return False
    return error.status is None or error.status >= 500 or error.status in _LATER
