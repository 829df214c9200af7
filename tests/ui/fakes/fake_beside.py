"""What stands beside a fake library: pictures, downloads, news, retention."""

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from fake_rows import NOW

from tuinews.errors import FetchError
from tuinews.model.entry import Enclosure
from tuinews.model.entry_row import EntryRow
from tuinews.model.kept_article import (
    Picture,
    PictureSize,
    PictureSizes,
)
from tuinews.model.media.downloads import Download, DownloadState, QueueingResult
from tuinews.model.source import Source
from tuinews.model.sources.retention import RetirementResult
from tuinews.model.standing.news import NotificationResult


class FakePictures:
    """The pictures of a fake library, by their addresses; `failed` says why others are not there."""

    def __init__(self) -> None:
        self.held: dict[str, Picture] = {}
        self.failed: dict[str, str] = {}
        self.asked: list[str] = []
        self.gate: asyncio.Event | None = None

    async def sizes(self, entry_id: int) -> PictureSizes:
        return {address: PictureSize(one.width, one.height) for address, one in self.held.items()}

    async def kept(self, address: str) -> Picture | None:
        return self.held.get(address)

    async def one(self, entry_id: int, address: str) -> Picture:
        self.asked.append(address)
        if self.gate is not None:
            await self.gate.wait()
        if address not in self.held:
            raise FetchError("the picture", self.failed.get(address, "it answered 404"))
        return self.held[address]

    async def keep(self, entry_id: int) -> bool:
        return False


class FakeDownloads:
    """Downloads of a fake library, which come when a test says so."""

    def __init__(self, files: Mapping[int, Sequence[Enclosure]], entries: Mapping[int, EntryRow]) -> None:
        self.held: dict[int, Download] = {}
        self.files_of, self.entries = files, entries
        self.watchers: list[Callable[[], None]] = []

    def change(self, download_id: int, **how: Any) -> None:
        """One is otherwise now."""
        self.held[download_id] = replace(self.held[download_id], **how)
        self.tell()

    def tell(self) -> None:
        for changed in tuple(self.watchers):
            changed()

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        self.watchers.append(changed)
        return lambda: self.watchers.remove(changed)

    async def add(self, entry_ids: Sequence[int]) -> QueueingResult:
        known = {one.address for one in self.held.values()}
        wanted = [(i, file) for i in entry_ids for file in self.files_of.get(i, ())]
        new = [(i, file) for i, file in wanted if file.url not in known]
        for i, file in new:
            number = len(self.held) + 1
            title, state = self.entries[i].title, DownloadState.RUNNING
            self.held[number] = Download(number, i, file.url, title, state, NOW, total=file.length)
        self.tell()
        return QueueingResult(len(new), len(wanted) - len(new))

    async def every(self) -> list[Download]:
        return list(self.held.values())

    async def file_of(self, address: str) -> Path | None:
        return (await self.files([address])).get(address)

    async def files(self, addresses: Sequence[str]) -> dict[str, Path]:
        done = [one for one in self.held.values() if one.state is DownloadState.DONE]
        return {one.address: one.file for one in done if one.file and one.address in addresses}

    async def pause(self, download_id: int) -> None:
        self.change(download_id, state=DownloadState.PAUSED)

    async def retry(self, download_id: int) -> None:
        self.change(download_id, state=DownloadState.WAITING, error="")

    async def remove(self, download_id: int) -> Download:
        one = self.held.pop(download_id)
        self.tell()
        return one

    async def go_on(self) -> None:
        self.tell()


class FakeNews:
    """News of a fake library: what a test puts here is told once."""

    def __init__(self) -> None:
        self.told = NotificationResult()
        self.died: tuple[Source, ...] = ()

    async def tell(self) -> NotificationResult:
        told, self.told = self.told, NotificationResult()
        return told

    async def dead(self) -> tuple[Source, ...]:
        died, self.died = self.died, ()
        return died


class FakeRetention:
    """A retention that retires what a test names, once."""

    def __init__(self) -> None:
        self.going = RetirementResult()
        self.spared: list[set[int]] = []

    async def retire(self, spared: Collection[int] = ()) -> RetirementResult:
        self.spared.append(set(spared))
        retired, self.going = self.going, RetirementResult()
        return retired
