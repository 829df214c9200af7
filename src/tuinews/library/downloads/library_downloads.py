"""What a screen or a command may ask of the downloads of a library."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tuinews.late import late_imports
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.media.downloads import Download, DownloadState, NewDownload, QueueingResult
from tuinews.store.store import Store

with late_imports(__name__):
    from tuinews.library.downloads.part_file import PartFile
    from tuinews.library.downloads.queue import DownloadQueue
    from tuinews.library.sources.claims import is_free
    from tuinews.typeset.enclosures import downloadable

MakeQueue = Callable[[Callable[[], None]], Awaitable["DownloadQueue"]]


class LibraryDownloads:
    """The files that go with articles. `make_queue` gives what brings them, imported at its first use."""

    def __init__(self, store: StoreThread, make_queue: MakeQueue) -> None:
        self._store, self._make_queue = store, make_queue
        self._queue: DownloadQueue | None = None
        self._making = asyncio.Lock()
        self._watchers: list[Callable[[], None]] = []

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Have `changed` called, on the loop, whenever something moves; returns what ends that."""
        self._watchers.append(changed)

        def end() -> None:
            with suppress(ValueError):
                self._watchers.remove(changed)

        return end

    async def add(self, entry_ids: Sequence[int]) -> QueueingResult:
        """Put the files of entries into the queue, and begin; pictures of a feed are none. Raises StoreError."""
        rows = await self._store(Store.rows, entry_ids)
        known = {one.address: one for one in await self._store(Store.downloads)}
        new: list[NewDownload] = []
        for row in rows:
            for file in downloadable(await self._store(Store.enclosures, row.id)):
                new.append(NewDownload(row.id, file.url, row.title, file.type))
                before = known.get(file.url)
                if before is not None and not await asyncio.to_thread(_is_there, before):
                    await self._store(Store.remove_download, before.id)
        wanted = await self._store(Store.add_downloads, new, utc_now())
        if new:
            await self.go_on()
        return wanted

    async def every(self) -> list[Download]:
        """All downloads, each as far as it is now, in the order in which they were wanted."""
        under_way = self._queue.under_way if self._queue else {}
        claims, now = await self._store(Store.download_claims), utc_now()
        found = []
        for one in await self._store(Store.downloads):
            here = under_way.get(one.id)
            is_left = one.state is DownloadState.RUNNING and here is None and _is_over(claims.get(one.id), now)
            found.append(here or (replace(one, state=DownloadState.WAITING) if is_left else one))
        return found

    @property
    def under_way(self) -> list[Download]:
        """Those that come just now, each as far as it is."""
        return list(self._queue.under_way.values()) if self._queue else []

    async def file_of(self, address: str) -> Path | None:
        """Where the file of an address is on this computer; None if it is not."""
        return (await self.files([address])).get(address)

    async def files(self, addresses: Sequence[str]) -> dict[str, Path]:
        """Those files that are on this computer, by their addresses."""
        done = [one for one in await self._store(Store.downloads) if one.address in addresses]
        there = {one.address: one.file for one in done if one.state is DownloadState.DONE and one.file}
        return {address: file for address, file in there.items() if await asyncio.to_thread(file.is_file)}

    async def pause(self, download_id: int) -> None:
        """Let a file wait until somebody has it go on. Raises NotFoundError."""
        if (await self._store(Store.download, download_id)).state.goes_on:
            await self._store(Store.set_download, download_id, DownloadState.PAUSED)
            await self._stop(download_id)

    async def retry(self, download_id: int) -> None:
        """Have a file go on that was paused or failed, or come anew where it is gone. Raises NotFoundError."""
        one = await self._store(Store.download, download_id)
        if one.state is not DownloadState.DONE or not await asyncio.to_thread(_is_there, one):
            await self._store(Store.set_download, download_id, DownloadState.WAITING)
            await self._stop(download_id)
            await self.go_on()

    async def remove(self, download_id: int) -> Download:
        """Take a file out of the list; what came of one that is not whole is deleted. Raises NotFoundError."""
        one = await self._store(Store.download, download_id)
        await self._store(Store.remove_download, download_id)
        one = self._queue.under_way.get(download_id, one) if self._queue else one
        await self._stop(download_id)
        if one.file is not None and one.state is not DownloadState.DONE:
            await asyncio.to_thread(PartFile(one.file).discard)
        return one

    async def go_on(self) -> None:
        """Have everything go on that waits, also what an earlier run left; the network is for that alone."""
        if not any(one.state.goes_on for one in await self._store(Store.downloads)):
            self._tell()
            return
        async with self._making:
            self._queue = self._queue or await self._make_queue(self._tell)
        await self._queue.go_on()

    async def finished(self) -> None:
        """Wait until nothing comes any more, and nothing will be tried again soon."""
        if self._queue is not None:
            await self._queue.finished()

    async def _stop(self, download_id: int) -> None:
        if self._queue is not None:
            await self._queue.stop(download_id)
        self._tell()

    def _tell(self) -> None:
        for changed in tuple(self._watchers):
            changed()


def _is_there(one: Download) -> bool:
    """Whether a file is on its way, or where it was put."""
    return one.state is not DownloadState.DONE or (one.file is not None and one.file.is_file())


def _is_over(claim: str | None, now: datetime) -> bool:
    """Whether the process that had a download is gone."""
    return claim is None or is_free(claim, now)
