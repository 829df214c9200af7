"""The downloads: how far each is, and what can be done about it."""

from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tuinews.errors import TuinewsError
from tuinews.language import _
from tuinews.model.media.downloads import Download, DownloadState
from tuinews.text import clean_line
from tuinews.ui.library_services import DownloadsProtocol
from tuinews.ui.screens.overlays.closing import Sheet, close, is_empty
from tuinews.ui.stylesheets import LOW, stylesheet
from tuinews.ui.terminal.worker import begin_worker
from tuinews.ui.widgets.fields.choices import Choice, Choices
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.said import Said
from tuinews.ui.words.reading import downloads as words
from tuinews.ui.words.shown_keys import ShownKeys


class DownloadsScreen(Sheet[None], inherit_bindings=False):
    """Lists the downloads as they come; `open_file` opens one that is here."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,d,h,left", "close"),
        ("enter,l,right,o", "open"),
        ("p,space", "pause"),
        ("r", "retry"),
        ("D,x", "remove"),
    ]

    def __init__(self, downloads: DownloadsProtocol, keys: ShownKeys, open_file: Callable[[Path], None]) -> None:
        super().__init__()
        self._downloads, self._keys, self._open_file = downloads, keys, open_file
        self._every: dict[int, Download] = {}
        self._end: Callable[[], None] | None = None

    def compose(self) -> ComposeResult:
        """A title, the downloads, and a line that says what is so with the one under the cursor."""
        with Vertical(classes="sheet"):
            yield PaneTitle(id="downloads-title", classes="-active")
            yield Choices(id="downloads")
            yield Said(id="said", markup=False)

    def on_mount(self) -> None:
        """List them, now and whenever something moves."""
        if is_empty(self):
            return
        self.query_one(PaneTitle).title = _(words.TITLE)
        self.query_one(Choices).focus()
        self._end = self._downloads.watch(self._look)
        self._look()

    def on_unmount(self) -> None:
        """Look no more."""
        if self._end is not None:
            self._end()

    def action_close(self) -> None:
        """Go back."""
        close(self)

    def action_open(self) -> None:
        """Open the file under the cursor."""
        self.query_one(Choices).choose()

    def action_pause(self) -> None:
        """Pause the download under the cursor, or have it go on."""
        one = self._current
        if one is not None and one.state.goes_on:
            self._work(partial(self._downloads.pause, one.id))
        elif one is not None and one.state is not DownloadState.DONE:
            self._work(partial(self._downloads.retry, one.id))

    def action_retry(self) -> None:
        """Try the download under the cursor again."""
        if self._current is not None:
            self._work(partial(self._downloads.retry, self._current.id))

    def action_remove(self) -> None:
        """Take the download under the cursor out of the list."""
        if self._current is not None:
            self._work(partial(self._downloads.remove, self._current.id))

    @on(Choices.Moved)
    def _tell(self) -> None:
        one = self._current
        if one is not None and one.error:
            self._say(one.error, problem=True)
        elif one is not None and one.state is DownloadState.DONE and one.file is not None:
            self._say(f"{clean_line(one.file, 1000)}\n{_(words.HELP)}")
        else:
            self._say(_(words.HELP) if one else words.none(self._keys))

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        one = self._current
        if one is not None and one.state is DownloadState.DONE and one.file is not None:
            self._work(partial(self._opened, one, one.file))

    @property
    def _current(self) -> Download | None:
        current = self.query_one(Choices).current
        return self._every.get(current) if isinstance(current, int) else None

    async def _opened(self, one: Download, file: Path) -> None:
        if await self._downloads.file_of(one.address) is None:
            self._say(words.not_there(one), problem=True)
            return
        close(self)
        self._open_file(file)

    def _look(self) -> None:
        begin_worker(self, partial(self._guarded, self._list), group="looking")

    async def _list(self) -> None:
        every = await self._downloads.every()
        is_first = not self._every
        self._every = {one.id: one for one in every}
        rows = [Choice(one.id, clean_line(one.title, 200), words.note(one)) for one in reversed(every)]
        choices = self.query_one(Choices)
        if is_first:
            choices.offer(rows)
        else:
            choices.renew(rows)
        self._tell()

    def _work(self, job: Callable[[], Coroutine[Any, Any, object]]) -> None:
        begin_worker(self, partial(self._guarded, job), group="downloads")

    async def _guarded(self, job: Callable[[], Coroutine[Any, Any, object]]) -> None:
        try:
            await job()
        except TuinewsError as error:
            self._say(str(error), problem=True)

    def _say(self, message: str, *, problem: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.set_class(problem, "-problem")
        said.update(Content(message))
