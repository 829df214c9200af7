"""The progress of a refresh, and of downloads, on a terminal."""

from collections.abc import Sequence
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TaskID,
    TextColumn,
    TransferSpeedColumn,
)

from tuinews.language import _
from tuinews.model.media.downloads import Download
from tuinews.model.refresh import RefreshProgress
from tuinews.text import clean_line


class _Bars:
    """Bars on stderr with these columns behind each. A context manager."""

    def __init__(self, *columns: ProgressColumn) -> None:
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            *columns,
            console=Console(stderr=True),
            transient=True,
        )

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()


class ProgressBar(_Bars):
    """Two bars on stderr: sources, then articles. A context manager."""

    def __init__(self) -> None:
        super().__init__(MofNCompleteColumn())
        self._sources = self._progress.add_task(_("sources").ljust(8), total=None)
        self._articles = self._progress.add_task(_("articles").ljust(8), total=None, visible=False)

    def show(self, at: RefreshProgress) -> None:
        """Draw how far the refresh is."""
        self._progress.update(self._sources, completed=at.done, total=at.total)
        articles = at.articles_total > 0
        self._progress.update(
            self._articles, completed=at.articles_done, total=at.articles_total or None, visible=articles
        )


class DownloadBars(_Bars):
    """A bar on stderr for each file that comes. A context manager."""

    def __init__(self) -> None:
        super().__init__(DownloadColumn(), TransferSpeedColumn())
        self._bars: dict[int, TaskID] = {}

    def show(self, under_way: Sequence[Download]) -> None:
        """Draw how far each is, and those no longer that have ended."""
        for one in under_way:
            if one.id not in self._bars:
                self._bars[one.id] = self._progress.add_task(clean_line(one.title, 40), total=one.total)
            self._progress.update(self._bars[one.id], completed=one.received, total=one.total)
        coming = {one.id for one in under_way}
        for ended in [known for known in self._bars if known not in coming]:
            self._progress.remove_task(self._bars.pop(ended))
