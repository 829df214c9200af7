"""The files that go with articles: into the queue, opened where they are, told when they have come."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from tuinews.late import late_imports
from tuinews.model.media.downloads import Download, DownloadState, DownloadsUnderWay
from tuinews.ui.external import apart
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands.reader.opening import nothing_listed
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.terminal.worker import begin_worker
from tuinews.ui.words.reading import downloads as words

with late_imports(__name__):
    from tuinews.ui.screens.overlays.files.downloads import DownloadsScreen


def download(state: ReadingState) -> None:
    """Download the files of the article that is meant; so of all that are selected."""
    ids = _meant(state)
    if not ids:
        nothing_listed(state)
        return

    async def job(library: LibraryProtocol) -> None:
        wanted = await library.downloads.add(ids)
        if wanted.added or wanted.known:
            state.say(words.wanted(wanted, state.keymap))
        else:
            state.say_here(words.no_files(len(ids)))

    state.work.beside(job)


def show(state: ReadingState) -> None:
    """Show the downloads."""
    library = state.work.library_or_reason()
    if library is not None:
        opened = partial(open_file, state)
        state.app.push_screen(DownloadsScreen(library.downloads, state.keymap, opened))


def open_file(state: ReadingState, file: Path) -> None:
    """Open a file that was downloaded: in the player of the settings, else in what this system opens it with."""

    async def job() -> None:
        outside, player = state.context.external, state.settings.player.strip()
        if player:
            is_open = await apart(lambda: outside.play(player, str(file)))
        else:
            is_open = await apart(lambda: outside.open_file(file))
        state.say(words.opened(file) if is_open else words.nothing_opens(file), problem=not is_open)

    begin_worker(state, job, group="player")


class DownloadsWatch:
    """Says in the status line how far downloads are, and once that one has come, or not."""

    def __init__(self, state: ReadingState) -> None:
        self._state = state
        self._known: dict[int, DownloadState] | None = None

    def begin(self, library: LibraryProtocol) -> None:
        """Watch from now on, and have go on what an earlier run left."""
        library.downloads.watch(self._look)
        self._state.work.beside(lambda library: library.downloads.go_on())

    def _look(self) -> None:
        self._state.work.beside(self._tell)

    async def _tell(self, library: LibraryProtocol) -> None:
        every, state = await library.downloads.every(), self._state
        state.status = replace(state.status, downloads=DownloadsUnderWay.of(every))
        before, self._known = self._known, {one.id: one.state for one in every}
        for one in every:
            if before is not None and before.get(one.id) not in (None, one.state):
                self._tell_end(one)

    def _tell_end(self, one: Download) -> None:
        if one.state is DownloadState.DONE:
            self._state.say(words.saved(one, self._state.keymap))
        elif one.state is DownloadState.FAILED:
            self._state.say(words.failed(one), problem=True)


def _meant(state: ReadingState) -> list[int]:
    """The entries that are selected in the list, else the one that is meant."""
    rows = state.entry_list.selected_rows if state.at is PaneName.LIST else range(0)
    if len(rows):
        state.selected.begin(None)
        return list(state.listed_entries.ids[rows.start : rows.stop])
    return [] if state.target_id is None else [state.target_id]
