"""What a fake library holds, and what takes its steps back."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from fake_accounts import FakeAccounts
from fake_beside import FakeDownloads, FakeNews, FakePictures, FakeRetention

from tuinews.errors import TuinewsError
from tuinews.model.article import Article
from tuinews.model.discovery import Candidate
from tuinews.model.entry import Enclosure
from tuinews.model.entry_row import EntryRow
from tuinews.model.refresh import RefreshProgress, RefreshResult
from tuinews.model.screen.state import ScreenState
from tuinews.model.source import Source
from tuinews.model.sources.pane import SourcesPane
from tuinews.model.standing.queries import ArrivalRule, Mute, SavedView
from tuinews.settings import Settings


@dataclass(frozen=True)
class Step:
    undone: str
    redone: str
    undo: Callable[[], None]
    redo: Callable[[], None]


class FakeState:
    """All in dictionaries; `wire` are the articles that only the network has."""

    def __init__(self, sources: Sequence[Source] = (), rows: Sequence[EntryRow] = ()) -> None:
        self.notices: tuple[str, ...] = ()
        self.files: dict[int, tuple[Enclosure, ...]] = {}
        self.pictures = FakePictures()
        self.retention = FakeRetention()
        self.news = FakeNews()
        self.read_only = False
        self.is_full = False
        self.closed = False
        self.screen = ScreenState()
        self.group: Callable[[int], int] | None = None
        self.saved: dict[int, SavedView] = {}
        self.views_counted = 0
        self.accounts = FakeAccounts(lambda: self.all_sources)
        self.muted: dict[int, Mute] = {}
        self.ruled: dict[int, ArrivalRule] = {}
        self.refuses: TuinewsError | None = None
        self.view_gate: asyncio.Event | None = None
        self.all_sources = {source.id: source for source in sources}
        self.entries = {row.id: row for row in rows}
        self.downloads = FakeDownloads(self.files, self.entries)
        self.kept: dict[int, Article] = {}
        self.wire: dict[int, Article] = {}
        self.shortened: dict[int, tuple[Article, int]] = {}
        self.own_texts: dict[int, Article] = {}
        self.other_ways: dict[int, list[Article]] = {}
        self.places: dict[int, int] = {}
        self.changed_at: dict[int, datetime] = {}
        self.versions: dict[int, list[Article]] = {}
        self.offline = False
        self.marks_opened = True
        self.others: tuple[Candidate, ...] = ()
        self.refreshes: list[tuple[Sequence[int] | None, bool]] = []
        self.coming: list[EntryRow] = []
        self.behind: list[EntryRow] = []
        self.looks_behind: list[int] = []
        self.progress: list[RefreshProgress] = []
        self.result = RefreshResult(len(sources), (), 0, 0, 0, 0.1)
        self.gate: asyncio.Event | None = None
        self.added: list[str] = []
        self.pane = SourcesPane()
        self.followed: list[tuple[str, int]] = []
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def use(self, settings: Settings) -> None:
        self.used = settings

    async def write_again(self) -> bool:
        self.read_only = self.read_only and self.is_full
        return not self.read_only

    def report_waiting(self, report: Callable[[bool], None]) -> None:
        self.tell_waiting = report

    async def close(self) -> None:
        self.closed = True

    async def note_seen(self) -> None:
        self.entries = {key: replace(row, new=False) for key, row in self.entries.items()}

    async def screen_state(self) -> ScreenState:
        return self.screen

    async def keep_screen_state(self, state: ScreenState) -> None:
        self.screen = state

    async def undo(self) -> str | None:
        if not self._done:
            return None
        self._undone.append(step := self._done.pop())
        step.undo()
        return step.undone

    async def redo(self) -> str | None:
        if not self._undone:
            return None
        self._done.append(step := self._undone.pop())
        step.redo()
        return step.redone

    def _set(self, ids: Sequence[int], change: Callable[[EntryRow], EntryRow]) -> None:
        for i in ids:
            self.entries[i] = change(self.entries[i])

    def _do(
        self, ids: Sequence[int], words: tuple[str, str], change: Callable[[EntryRow, bool], EntryRow]
    ) -> None:
        def to(new: bool) -> Callable[[], None]:
            return lambda: self._set(ids, lambda row: change(row, new))

        to(True)()
        count = f"{len(ids)} article" + ("" if len(ids) == 1 else "s")
        step = Step(f"{count} {words[1]} again", f"{count} {words[0]} again", to(False), to(True))
        self._done.append(step)
