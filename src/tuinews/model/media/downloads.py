"""Files that go with articles, on their way to this computer or here already."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from tuinews.language import N_
from tuinews.quick_dataclass import dataclass


class DownloadState(StrEnum):
    """How far a download is."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    FAILED = "failed"
    DONE = "done"

    @property
    def words(self) -> str:
        """How it is called, marked for translation."""
        return _WORDS[self]

    @property
    def goes_on(self) -> bool:
        """Whether it goes on by itself."""
        return self in (DownloadState.WAITING, DownloadState.RUNNING)


_WORDS = {
    DownloadState.WAITING: N_("waits"),
    DownloadState.RUNNING: N_("under way"),
    DownloadState.PAUSED: N_("paused"),
    DownloadState.FAILED: N_("failed"),
    DownloadState.DONE: N_("saved"),
}


@dataclass(frozen=True, slots=True)
class NewDownload:
    """A file that is wanted: its address, the entry that it goes with, and what it is to be called."""

    entry_id: int
    address: str
    title: str
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Download:
    """A file that was wanted.

    `file` is where it is, or will be, None until it was begun; `received` of `total` bytes are here; `validator`
    names the version that they are of (`web.streams`). `error` is why it failed, or why it waits for another try.
    """

    id: int
    entry_id: int
    address: str
    title: str
    state: DownloadState
    added: datetime
    file: Path | None = None
    received: int = 0
    total: int | None = None
    validator: str | None = None
    media_type: str | None = None
    error: str = ""

    @property
    def share(self) -> float | None:
        """How much of it is here, from 0 to 1; None if its length is not known."""
        if self.state is DownloadState.DONE:
            return 1.0
        return min(1.0, self.received / self.total) if self.total else None


@dataclass(frozen=True, slots=True)
class QueueingResult:
    """What became of a wish for files: how many are new in the queue, and how many were in it or here before."""

    added: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True)
class DownloadsUnderWay:
    """What is on its way at the moment: how many files are, how many wait, and how much of them is here."""

    running: int = 0
    waiting: int = 0
    received: int = 0
    total: int | None = None

    @staticmethod
    def of(downloads: Iterable[Download]) -> "DownloadsUnderWay":
        """The sum of all that goes on by itself."""
        going = [one for one in downloads if one.state.goes_on]
        running = [one for one in going if one.state is DownloadState.RUNNING]
        lengths = [one.total for one in running]
        known = [length for length in lengths if length]
        total = sum(known) if running and len(known) == len(lengths) else None
        return DownloadsUnderWay(
            len(running), len(going) - len(running), sum(one.received for one in running), total
        )


NOTHING_UNDER_WAY = DownloadsUnderWay()
