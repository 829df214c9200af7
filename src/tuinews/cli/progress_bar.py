"""The progress of a refresh on a terminal."""

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from tuinews.language import _
from tuinews.model.refresh import RefreshProgress


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
