"""The progress of a refresh, and of downloads, on a terminal."""

from collections.abc import Sequence
from types import TracebackType

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TransferSpeedColumn,
)

from tuinews.language import _
from tuinews.model.media.downloads import Download
from tuinews.model.refresh import RefreshProgress
from tuinews.text import clean_line


class ProgressBar:
    """Two bars on stderr: sources, then articles. A context manager."""

    def __init__(self) -> None:
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._sources = self._progress.add_task(_("sources").ljust(8), total=None)
        self._articles = self._progress.add_task(_("articles").ljust(8), total=None, visible=False)

    def __enter__(self) -> "ProgressBar":
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def show(self, at: RefreshProgress) -> None:
        """Draw how far the refresh is."""
        self._progress.update(self._sources, completed=at.done, total=at.total)
        articles = at.articles_total > 0
        self._progress.update(
            self._articles, completed=at.articles_done, total=at.articles_total or None, visible=articles
        )


class DownloadBars:
    """A bar on stderr for each file that comes. A context manager."""

    def __init__(self) -> None:
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            DownloadColumn(),
            TransferSpeedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._bars: dict[int, TaskID] = {}

    def __enter__(self) -> "DownloadBars":
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def show(self, under_way: Sequence[Download]) -> None:
        """Draw how far each is, and those no longer that have ended."""
        for one in under_way:
            if one.id not in self._bars:
                self._bars[one.id] = self._progress.add_task(clean_line(one.title, 40), total=one.total)
            self._progress.update(self._bars[one.id], completed=one.received, total=one.total)
        coming = {one.id for one in under_way}
        for ended in [known for known in self._bars if known not in coming]:
            self._progress.remove_task(self._bars.pop(ended))
