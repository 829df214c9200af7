"""A library in memory, made by hand, and apps on it."""

import asyncio
from array import array
from collections.abc import AsyncIterator, Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from rich.style import Style
from textual import events
from textual._compositor import Compositor
from textual.pilot import Pilot
from textual.widgets import Input

from tuinews.catalogue import CatalogueSource
from tuinews.errors import ExtractError, FetchError, NoListError, Remedy, TuinewsError
from tuinews.library.saved.export_files import export_in_file
from tuinews.library.standing.edits import changed_view
from tuinews.model.accounts.account import Account, AccountStatus, NewAccount
from tuinews.model.annotations.highlights import Highlight, ListedHighlight, Quotation
from tuinews.model.article import Article, SelectorRule, TextKind
from tuinews.model.discovery import Added, Candidate, Followed, Looked
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.entry import Enclosure
from tuinews.model.entry_row import Cached, EntryRow
from tuinews.model.kept_article import (
    Alternatives,
    ArticleChanges,
    KeptArticle,
    Picture,
    PictureSize,
    PictureSizes,
)
from tuinews.model.media.downloads import Download, DownloadState, Wanted
from tuinews.model.refresh import FetchAhead, RefreshProgress, RefreshResult
from tuinews.model.saved.articles import ImportedArticles, SavedArticles
from tuinews.model.screen.state import ScreenState
from tuinews.model.source import Source, SourceKind
from tuinews.model.source_list import Imported
from tuinews.model.sources.options import with_option
from tuinews.model.sources.pane import SourcesPane
from tuinews.model.sources.retention import Retired
from tuinews.model.standing.news import Notified
from tuinews.model.standing.queries import ArrivalRule, Mute, SavedView
from tuinews.model.view import Counts, Filter, ListedIds, ListOrder, View
from tuinews.model.when import When
from tuinews.settings import Settings, read_settings
from tuinews.subscriptions.subscription_list import SubscriptionList
from tuinews.ui.app import TuinewsApp
from tuinews.ui.app_context import AppContext, Guide
from tuinews.ui.external import External
from tuinews.ui.keymap import Keymap
from tuinews.ui.screens.reading import ReadingScreen

NOW = datetime.now(UTC)


def paragraphs(*texts: str) -> Document:
    return Document(tuple(Paragraph((Span(text),)) for text in texts))


@dataclass(frozen=True)
class Step:
    undone: str
    redone: str
    undo: Callable[[], None]
    redo: Callable[[], None]


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

    async def add(self, entry_ids: Sequence[int]) -> Wanted:
        known = {one.address for one in self.held.values()}
        wanted = [(i, file) for i in entry_ids for file in self.files_of.get(i, ())]
        new = [(i, file) for i, file in wanted if file.url not in known]
        for i, file in new:
            number = len(self.held) + 1
            title, state = self.entries[i].title, DownloadState.RUNNING
            self.held[number] = Download(number, i, file.url, title, state, NOW, total=file.length)
        self.tell()
        return Wanted(len(new), len(wanted) - len(new))

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
        self.told = Notified()
        self.died: tuple[Source, ...] = ()

    async def tell(self) -> Notified:
        told, self.told = self.told, Notified()
        return told

    async def dead(self) -> tuple[Source, ...]:
        died, self.died = self.died, ()
        return died


class FakeRetention:
    """A retention that retires what a test names, once."""

    def __init__(self) -> None:
        self.going = Retired()
        self.spared: list[set[int]] = []

    async def retire(self, spared: Collection[int] = ()) -> Retired:
        self.spared.append(set(spared))
        retired, self.going = self.going, Retired()
        return retired


def _words(query: str | None) -> str:
    """The words of a query, whose fields a library in memory does not tell apart."""
    return (query or "").replace("title:", "").lower()


class FakeLibrary:
    """A `LibraryProtocol` in dictionaries; `wire` are the articles that only the network has."""

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
        self.known_accounts: list[AccountStatus] = []
        self.passwords: list[str | None] = []
        self.muted: dict[int, Mute] = {}
        self.ruled: dict[int, ArrivalRule] = {}
        self.marked: dict[int, tuple[Highlight, ...]] = {}
        self.last_highlight = 0
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

    async def sources(self) -> list[Source]:
        def counted(source: Source) -> Source:
            own = [row for row in self.entries.values() if row.source_id == source.id]
            return replace(source, unread=sum(not row.read for row in own), total=len(own))

        return [counted(source) for source in self.all_sources.values()]

    async def accounts(self) -> list[AccountStatus]:
        return self.known_accounts

    async def add_account(self, new: NewAccount, password: str | None = None) -> Account:
        if self.refuses is not None:
            raise self.refuses
        account = Account(new.kind, new.address, new.user, new.name or "Home", new.password_command, id=1)
        self.passwords.append(password)
        self.known_accounts = [AccountStatus(account, 0, 0)]
        return account

    async def remove_account(self, wanted: int | str, *, keep_sources: bool) -> int:
        self.known_accounts = [one for one in self.known_accounts if one.account.id != wanted]
        own = [i for i, source in self.all_sources.items() if source.account_id == wanted]
        for i in own:
            if keep_sources:
                self.all_sources[i] = replace(self.all_sources[i], account_id=None)
            else:
                del self.all_sources[i]
        return len(own)

    async def counts(self) -> Counts:
        return Counts(*[len(self._listed(View(filter=which))) for which in Filter])

    async def views(self) -> list[SavedView]:
        return list(self.saved.values())

    async def unread_of_view(self, view: SavedView) -> int | None:
        self.views_counted += 1
        if self.view_gate is not None:
            await self.view_gate.wait()
        return sum(not self.entries[i].read for i in self._listed(View(saved_id=view.id)))

    async def add_view(self, name: str, query: str) -> SavedView:
        new = SavedView(id=len(self.saved) + 1, name=name, query=query)
        self._put_view(new.id, new)
        return new

    async def set_view(self, view_id: int, typed: Mapping[str, str]) -> SavedView:
        new = changed_view(self.saved[view_id], typed)
        self._put_view(view_id, new)
        return new

    async def remove_view(self, view_id: int) -> None:
        self._put_view(view_id, None)

    def _put_view(self, view_id: int, view: SavedView | None) -> None:
        before = dict(self.saved)
        after = {i: one for i, one in (before | {view_id: view}).items() if one is not None}
        self.saved = after

        def put(views: dict[int, SavedView]) -> Callable[[], None]:
            return lambda: setattr(self, "saved", views)

        self._done.append(Step("view as it was", "view as it is", put(before), put(after)))

    async def tags(self) -> list[str]:
        return sorted({tag for row in self.entries.values() for tag in row.tags})

    async def set_tags(self, entry_id: int, names: Sequence[str]) -> None:
        before = self.entries[entry_id].tags
        self._set([entry_id], lambda row: replace(row, tags=tuple(names)))
        undo = lambda: self._set([entry_id], lambda row: replace(row, tags=before))  # noqa: E731
        self._done.append(Step("tags as they were", "tags as they are", undo, lambda: None))

    async def change_tags(self, ids: Sequence[int], more: Sequence[str], fewer: Sequence[str]) -> int:
        before = {i: self.entries[i].tags for i in ids}
        self._set(ids, lambda row: replace(row, tags=tuple({*row.tags, *more} - {*fewer})))
        undo = lambda: self._set(ids, lambda row: replace(row, tags=before[row.id]))  # noqa: E731
        self._done.append(Step("tags as they were", "tags as they are", undo, lambda: None))
        return len(ids)

    async def set_note(self, entry_id: int, text: str) -> str:
        if self.refuses is not None:
            raise self.refuses
        before, after = self.entries[entry_id].note, text.strip()
        self._set([entry_id], lambda row: replace(row, note=after))
        undo = lambda: self._set([entry_id], lambda row: replace(row, note=before))  # noqa: E731
        self._done.append(Step("the note as it was", "the note as it is", undo, lambda: None))
        return after

    async def highlights(self, entry_id: int) -> tuple[Highlight, ...]:
        return self.marked.get(entry_id, ())

    async def highlight(self, entry_id: int, quotation: Quotation, instead_of: Sequence[int] = ()) -> Highlight:
        self.last_highlight += 1
        new = Highlight(id=self.last_highlight, quotation=quotation, made=NOW)
        kept = [one for one in self.marked.get(entry_id, ()) if one.id not in instead_of]
        self._mark_passages(entry_id, (*kept, new))
        return new

    async def remove_highlights(self, entry_id: int, ids: Sequence[int]) -> int:
        before = self.marked.get(entry_id, ())
        self._mark_passages(entry_id, tuple(one for one in before if one.id not in ids))
        return len(before) - len(self.marked[entry_id])

    def _mark_passages(self, entry_id: int, after: tuple[Highlight, ...]) -> None:
        def put(highlights: tuple[Highlight, ...]) -> None:
            self.marked[entry_id] = highlights
            self._set([entry_id], lambda row: replace(row, highlights=len(highlights)))

        before = self.marked.get(entry_id, ())
        put(after)
        self._done.append(Step("highlights as they were", "as they are", lambda: put(before), lambda: put(after)))

    async def listed_highlights(self, query: str = "") -> list[ListedHighlight]:
        return [
            ListedHighlight(self.entries[entry_id], one, one.quotation.exact in self.kept[entry_id].text)
            for entry_id, highlights in self.marked.items()
            for one in highlights
        ]

    async def mutes(self) -> list[Mute]:
        return list(self.muted.values())

    async def mute(self, query: str, until: datetime | None = None) -> Mute:
        new = Mute(id=len(self.muted) + 1, query=query, until=until)
        self.muted[new.id] = new
        self._done.append(Step("heard again", "muted again", self.muted.clear, lambda: None))
        return new

    async def unmute(self, mute_id: int) -> Mute:
        return self.muted.pop(mute_id)

    async def rules(self) -> list[ArrivalRule]:
        return list(self.ruled.values())

    async def keep_standing(
        self, before: Mute | ArrivalRule | None, after: Mute | ArrivalRule
    ) -> Mute | ArrivalRule:
        if before is not None:
            await self.remove_standing(before)
        new = replace(after, id=before.id if before else 100 + len(self.ruled) + len(self.muted))
        if isinstance(new, Mute):
            self.muted[new.id] = new
        else:
            self.ruled[new.id] = new
        return new

    async def remove_standing(self, one: Mute | ArrivalRule) -> None:
        (self.muted if isinstance(one, Mute) else self.ruled).pop(one.id)

    async def settle_mutes(self) -> bool:
        return False

    async def story(self, entry_id: int) -> list[int]:
        told = self.entries[entry_id].story
        return [row.id for row in self.entries.values() if row.id == entry_id or (told and row.story == told)]

    async def with_stories(self, ids: Sequence[int]) -> list[int]:
        told = [await self.story(entry_id) for entry_id in ids]
        return list(dict.fromkeys(other for story in told for other in story))

    async def part_story(self, entry_id: int) -> bool:
        told = self.entries[entry_id].story
        self.entries[entry_id] = replace(self.entries[entry_id], story=None)
        return told is not None

    async def settle_stories(self) -> bool:
        return False

    async def muted_count(self, view: View) -> int:
        return sum(self._is_muted(row) for row in self.entries.values())

    async def found_count(self, query: str) -> int:
        return sum(query.removeprefix("title:").lower() in row.title.lower() for row in self.entries.values())

    def _is_muted(self, row: EntryRow) -> bool:
        return any(one.query.removeprefix("title:").lower() in row.title.lower() for one in self.muted.values())

    async def screen_state(self) -> ScreenState:
        return self.screen

    async def keep_screen_state(self, state: ScreenState) -> None:
        self.screen = state

    async def entry_ids(self, view: View, limit: int | None = None) -> "array[int]":
        return array("q", self._listed(view)[:limit])

    async def listing(self, view: View, limit: int | None = None) -> ListedIds:
        if view.order is ListOrder.NEWEST:
            ids = await self.entry_ids(view, limit)
            return ListedIds(ids, array("q", map(self.group, ids)) if self.group else array("q"))
        rows = [self.entries[i] for i in self._listed(view)]
        if view.order is ListOrder.SOURCE:
            rows.sort(key=lambda row: row.source_id)
        ordered = array("q", [row.id for row in (rows[::-1] if view.order is ListOrder.OLDEST else rows)][:limit])
        return ListedIds(ordered, array("q", map(self.group, ordered)) if self.group else array("q"))

    async def unread_beyond(self, view: View, entry_id: int | None, most: int) -> "array[int]":
        ids = list((await self.listing(replace(view, filter=Filter.ALL))).ids)
        shown = set(self._listed(view))
        beyond = ids if entry_id is None else ids[ids.index(entry_id) + 1 :]
        return array("q", [one for one in beyond if one in shown and not self.entries[one].read][:most])

    async def ids_before(self, view: View, moment: datetime) -> "array[int]":
        rows = [self.entries[i] for i in self._listed(view)]
        return array("q", [row.id for row in rows if row.published and row.published.latest < moment])

    def _listed(self, view: View) -> list[int]:
        found = self._found(view)
        stories = {i: self.entries[i].story for i in found if view.stories}
        return [
            i for n, i in enumerate(found) if not stories.get(i) or stories[i] not in map(stories.get, found[:n])
        ]

    def _found(self, view: View) -> list[int]:
        return [
            row.id
            for row in self.entries.values()
            if row.source_id in self.all_sources
            and (view.source_id is None or row.source_id == view.source_id)
            and (view.folder is None or self.all_sources[row.source_id].is_in(view.folder))
            and (view.filter is not Filter.UNREAD or not row.read)
            and (view.filter is not Filter.STARRED or row.starred)
            and (view.filter is not Filter.OFFLINE or row.cached is not Cached.NONE)
            and (view.query in (None, "", "is:muted") or _words(view.query) in row.title.lower())
            and self._is_muted(row) is (view.query == "is:muted")
            and (view.saved_id is None or self.saved[view.saved_id].query.lower() in row.title.lower())
        ]

    async def rows(self, ids: Sequence[int]) -> list[EntryRow]:
        return [self.entries[i] for i in ids if i in self.entries]

    async def snippets(self, query: str, ids: Sequence[int]) -> dict[int, str]:
        return dict.fromkeys(ids, f"… {query} …")

    async def article(self, entry_id: int) -> KeptArticle | None:
        article = self.kept.get(entry_id)
        if article is None and entry_id in self.own_texts:
            return KeptArticle(entry_id, self.own_texts[entry_id], NOW, awaits_page=True)
        return self._as_read(entry_id) if article else None

    async def enclosures(self, entry_id: int) -> tuple[Enclosure, ...]:
        return self.files.get(entry_id, ())

    async def preview(self, entry_id: int) -> Article:
        if entry_id in self.own_texts:
            return self.own_texts[entry_id]
        row = self.entries[entry_id]
        return Article(row.url, row.title, paragraphs(row.summary or ""), row.authors, row.published)

    async def open_article(self, entry_id: int) -> KeptArticle:
        if entry_id not in self.kept:
            try:
                await self._fetch(entry_id)
            except FetchError:
                if entry_id not in self.own_texts:
                    raise
                return KeptArticle(entry_id, self.own_texts[entry_id], NOW, awaits_page=True)
        return self._as_read(entry_id)

    async def fetch_again(self, entry_id: int) -> KeptArticle:
        await self._fetch(entry_id)
        return self._as_read(entry_id)

    def _as_read(self, entry_id: int) -> KeptArticle:
        whole = self.kept[entry_id]
        article, count = self.shortened.get(entry_id, (whole, 0))
        kept = KeptArticle(entry_id, article, NOW, left_out=count, whole=whole if count else None)
        times = len(self.versions.get(entry_id, ()))
        return replace(kept, changed=self.changed_at.get(entry_id), times_changed=times)

    async def changes(self, entry_id: int, back: int = 1) -> ArticleChanges | None:
        versions = self.versions.get(entry_id, [])
        if not versions:
            return None
        back = min(back, len(versions))
        return ArticleChanges(versions[back - 1], back, len(versions), self.changed_at[entry_id])

    async def keep_page(self, entry_id: int, path: Path) -> KeptArticle:
        if not path.is_file():
            raise ExtractError(path.name, "there is no such file", "give another")
        text = await asyncio.to_thread(path.read_text)
        self.kept[entry_id] = Article(None, self.entries[entry_id].title, paragraphs(text))
        return self._as_read(entry_id)

    async def alternatives(self, entry_id: int) -> Alternatives:
        own = [article for article in self.other_ways.get(entry_id, []) if article.kind is TextKind.FEED]
        if self.offline:
            error = FetchError("the article", "no network", "try again later", offline=True)
            return Alternatives(entry_id, (self.kept[entry_id], *own), NOW, error)
        page = self.wire.get(entry_id) or self.kept[entry_id]
        return Alternatives(entry_id, (page, *self.other_ways.get(entry_id, [])), NOW)

    async def choose(self, entry_id: int, article: Article) -> None:
        self.kept[entry_id] = article

    async def repair(self, source_id: int, how: SelectorRule | None) -> None:
        old = self.all_sources[source_id].repair

        def read(so: SelectorRule | None) -> None:
            self.all_sources[source_id] = replace(self.all_sources[source_id], repair=so)

        read(how)
        self._done.append(Step("read as before again", "read so again", lambda: read(old), lambda: read(how)))

    async def _fetch(self, entry_id: int) -> None:
        if self.gate is not None:
            await self.gate.wait()
        if self.offline:
            raise FetchError("the article", "no network", "try again later", offline=True)
        if entry_id not in self.wire:
            raise FetchError("the article", "the server answered 404 Not Found", status=404)
        self.kept[entry_id] = self.wire[entry_id]
        self.entries[entry_id] = replace(self.entries[entry_id], cached=Cached.TEXT)

    async def position(self, entry_id: int) -> int:
        return self.places.get(entry_id, 0)

    async def set_position(self, entry_id: int, position: int) -> None:
        self.places[entry_id] = position

    async def note_opened(self, entry_id: int) -> None:
        if self.marks_opened and not self.read_only:
            self._set([entry_id], lambda row: replace(row, read=True))

    async def mark_read(self, ids: Sequence[int], read: bool) -> list[int]:
        changed = [i for i in ids if self.entries[i].read is not read]
        words = ("marked as read", "marked as unread") if read else ("unread", "read")
        self._do(changed, words, lambda row, new: replace(row, read=read is new))
        return changed

    async def star(self, ids: Sequence[int], starred: bool) -> list[int]:
        changed = [i for i in ids if self.entries[i].starred is not starred]
        self._do(changed, ("starred", "unstarred"), lambda row, new: replace(row, starred=starred is new))
        return changed

    async def keep_text(self, entry_id: int) -> bool:
        with suppress(FetchError):
            await self._fetch(entry_id)
        return entry_id in self.kept

    async def mark_all_read(self, view: View) -> int:
        return len(await self.mark_read(self._listed(view), True))

    async def remove_sources(self, ids: Sequence[int]) -> None:
        gone = {i: self.all_sources[i] for i in ids}

        def remove() -> None:
            for i in gone:
                del self.all_sources[i]

        remove()
        words = f"{len(gone)} source"
        back = Step(f"{words} restored", f"{words} removed again", lambda: self.all_sources.update(gone), remove)
        self._done.append(back)

    async def move_folder(self, folder: str, typed: str) -> str | None:
        before = dict(self.all_sources)
        inside = {i: source for i, source in before.items() if source.is_in(folder)}
        path = typed.strip("/") or None
        after = before | {
            i: replace(one, folder=f"{path or ''}{(one.folder or '')[len(folder) :]}".strip("/") or None)
            for i, one in inside.items()
        }
        self.all_sources = after

        def put(sources: dict[int, Source]) -> Callable[[], None]:
            return lambda: self.all_sources.update(sources)

        self._done.append(Step("folder as it was", "folder as it is", put(before), put(after)))
        return path

    async def sources_pane(self) -> SourcesPane:
        return self.pane

    async def keep_sources_pane(self, pane: SourcesPane) -> None:
        self.pane = pane

    async def set_source(self, source_id: int, typed: Mapping[str, str]) -> Source:
        old = self.all_sources[source_id]
        options = old.options
        for key in typed.keys() - {"title", "folder"}:
            options = with_option(options, key, typed[key])
        folder = typed.get("folder", old.folder or "")
        new = replace(old, title=typed.get("title", old.title), folder=folder or None, options=options)
        self.all_sources[source_id] = new

        def put(source: Source) -> Callable[[], None]:
            return lambda: self.all_sources.update({source_id: source})

        self._done.append(Step("as it was", "as it is", put(old), put(new)))
        return new

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

    async def add(
        self,
        address: str,
        *,
        title: str | None = None,
        folder: str | None = None,
        kind: SourceKind | None = None,
        options: Mapping[str, str] = {},
    ) -> Added:
        self.added.append(address)
        if self.offline:
            raise FetchError(address, "no network", "try again later", offline=True)
        if "article" in address and kind is None:
            raise NoListError(
                address, "no clear list of articles was found on this page", Remedy.TAKE_GUESS, guess=6
            )
        if "nothing" in address:
            raise TuinewsError(address, "no list of articles was found there", "try the address of its feed")
        source = Source(100 + len(self.added), SourceKind.FEED, title or address, address)
        self.all_sources[source.id] = source
        row = EntryRow(
            id=1000 + len(self.added),
            title="First of the new",
            url=None,
            source_id=source.id,
            source_title=source.title,
            first_seen=NOW,
        )
        self.entries[row.id] = row
        return Added(source, 1, others=self.others)

    async def look(self, address: str) -> Looked:
        found = Candidate(address, "News of the town", SourceKind.FEED, 3)
        return Looked(found, "A story of the town" if "story" in address else None)

    async def add_catalogue(self, chosen: Sequence[CatalogueSource]) -> list[Source]:
        new = [
            Source(200 + n, SourceKind.FEED, one.name, one.feed or one.site, folder=one.topic)
            for n, one in enumerate(chosen)
        ]
        self.all_sources.update((source.id, source) for source in new)
        return new

    async def export_in_file(self, path: Path) -> SubscriptionList | SavedArticles:
        return await asyncio.to_thread(export_in_file, path)

    async def preview_articles(self, found: SavedArticles) -> ImportedArticles:
        count = len(found.articles)
        return ImportedArticles(found.program, count, count, 0, 0)

    async def import_articles(self, found: SavedArticles, tell: Callable[[int], None]) -> ImportedArticles:
        tell(len(found.articles))
        name = found.program.value
        self.all_sources[99] = Source(99, SourceKind.PAGES, name, found.program.address)
        return replace(await self.preview_articles(found), source_id=99)

    async def read_address(self, address: str) -> KeptArticle:
        row = EntryRow(
            id=2000,
            title="A page by its address",
            url=address,
            source_id=99,
            source_title="Pages",
            first_seen=NOW,
        )
        self.all_sources[99] = Source(99, SourceKind.PAGES, "Pages", "tuinews:pages")
        self.entries[row.id] = replace(row, cached=Cached.TEXT)
        self.kept[row.id] = Article(address, row.title, paragraphs("Text of the page."))
        return KeptArticle(row.id, self.kept[row.id], NOW)

    async def follow(self, address: str, entry_id: int) -> Followed:
        self.followed.append((address, entry_id))
        if self.gate is not None:
            await self.gate.wait()
        if self.offline:
            raise FetchError(address, "no network", "try again later", offline=True)
        listed = Candidate(address, "A section", SourceKind.LISTING, 24)
        if "section" in address:
            return Followed(listed=listed)
        return Followed(await self.read_address(address), listed if "blog" in address else None)

    async def import_sources(self, sources: SubscriptionList) -> Imported:
        for n, one in enumerate(sources.sources):
            self.all_sources[300 + n] = Source(300 + n, SourceKind.FEED, one.title or one.url, one.url)
        return Imported(tuple(one.url for one in sources.sources), (), sources.skipped)

    async def export_opml(self) -> str:
        return "".join(f"<outline text={source.title!r}/>" for source in self.all_sources.values())

    async def refresh(
        self,
        source_ids: Sequence[int] | None = None,
        *,
        due_only: bool = False,
        articles: int | None = None,
        progress: Callable[[RefreshProgress], None] = lambda _: None,
        ahead: FetchAhead = FetchAhead(),  # noqa: B008 - frozen
    ) -> RefreshResult:
        self.refreshes.append((source_ids, due_only))
        for step in self.progress:
            progress(step)
        if self.gate is not None:
            await self.gate.wait()
        self.entries = {row.id: row for row in self.coming} | self.entries
        result = replace(self.result, new_entries=len(self.coming), offline=self.offline)
        self.coming = []
        return result

    async def older(self, source_id: int) -> int:
        self.looks_behind.append(source_id)
        if self.gate is not None:
            await self.gate.wait()
        new, self.behind = self.behind, []
        self.entries |= {row.id: row for row in new}
        return len(new)

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


def entry(entry_id: int, title: str, source_id: int = 1, **changes: object) -> EntryRow:
    """A row of hours ago, newest first by id; with minutes to spare, so that a slow run shows the same age."""
    moment = NOW - timedelta(hours=entry_id, minutes=5)
    base = EntryRow(
        id=entry_id,
        source_id=source_id,
        source_title={1: "Tuổi Trẻ", 2: "Asahi", 3: "The Record"}.get(source_id, f"Source {source_id}"),
        title=title,
        url=f"https://example.org/{entry_id}",
        published=When(moment),
        first_seen=moment,
        summary=f"Summary of {title}.",
    )
    return replace(base, **changes)  # type: ignore[arg-type]


class Browser:
    """Stands in for what leaves the program."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.copied: list[str] = []
        self.works = True
        self.written: Callable[[str], str | None] = lambda text: text

    def edit(self, text: str, name: str) -> str | None:
        return self.written(text)

    def browse(self, address: str) -> bool:
        self.opened.append(address)
        return self.works

    def run(self, arguments: Sequence[str], text: str) -> bool:
        self.copied.append(text)
        return True


class Seen:
    """An app under a pilot, and what its screen shows."""

    def __init__(self, app: TuinewsApp, pilot: Pilot[None], library: FakeLibrary, browser: Browser) -> None:
        self.app, self.pilot, self.library, self.browser = app, pilot, library, browser

    @property
    def state(self) -> ReadingScreen:
        state = self.app.screen_stack[0]
        assert isinstance(state, ReadingScreen)
        return state

    @property
    def text(self) -> str:
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())

    @property
    def status(self) -> str:
        return self.text.splitlines()[-1]

    def line(self, words: str) -> str:
        """The first line that holds `words`; AssertionError where none does."""
        return self._lines_from(words)[0]

    def after(self, words: str) -> str:
        """The line under the first that holds `words`: the second of a row's two."""
        return self._lines_from(words)[1]

    def _lines_from(self, words: str) -> list[str]:
        lines = self.text.splitlines()
        first = next((n for n, line in enumerate(lines) if words in line), None)
        assert first is not None, f"no {words}\n{self.text}"
        return lines[first:]

    @contextmanager
    def case(self, name: object) -> Iterator[None]:
        """One of several cases on one app, which starts with an empty status line; a failure says which it was."""
        self.state.say("")
        try:
            yield
        except AssertionError as error:
            error.add_note(f"in the case {name!r}")
            raise

    async def settle(self) -> None:
        """Wait until all that can be done now is done: what is left waits for a moment, a thread or a gate.

        The pilot's own `pause` sends a message to each widget, and then waits for a processor that is idle.
        """
        for _ in range(_TURNS):
            await asyncio.sleep(0)
            if self._at_rest():
                self.app.screen._on_timer_update()  # what is drawn at the next frame
                await asyncio.sleep(0)
                if self._at_rest():
                    return

    @staticmethod
    def _at_rest() -> bool:
        """Whether nothing but the asking task is to be run in this turn of the loop, or in the next."""
        return not asyncio.get_running_loop()._ready  # type: ignore[attr-defined]

    async def press(self, *keys: str) -> None:
        """Press keys, each when all that the one before it did is done."""
        for key in keys:
            self.app.simulate_key(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type into the input that has the focus."""
        await self.until(lambda: isinstance(self.app.focused, Input), "an input")
        for character in text:
            self.app.post_message(events.Key(character, character))
        await self.settle()
        typed = self.app.focused
        await self.until(lambda: isinstance(typed, Input) and typed.value.endswith(text), text)

    async def paste(self, text: str, words: str) -> None:
        """Paste into the input that has the focus, and wait for `words`."""
        await self.until(lambda: isinstance(self.app.focused, Input), "an input")
        self.app.post_message(events.Paste(text))
        await self.wait_for(words)

    def styled(self, selector: str) -> list[tuple[str, Style]]:
        """The runs of text of a widget with their styles."""
        widget = self.app.screen.query_one(selector)
        strips = [widget.render_line(y) for y in range(widget.size.height)]
        return [(segment.text, segment.style or Style()) for strip in strips for segment in strip]

    async def wheel_down(self, selector: str) -> None:
        """Turn the wheel over a widget."""
        widget = self.app.screen.query_one(selector)
        x, y = widget.region.x + 3, widget.region.y + 3
        self.app.post_message(events.MouseScrollDown(None, x, y, 0, 1, 0, False, False, False, x, y))
        await self.settle()

    async def wait_for(self, words: str) -> None:
        await self.until(lambda: words in self.text, words)

    def raise_fault(self) -> None:
        """Raise what ended the app, if anything did: of its screen nothing is left to be looked at."""
        if self.app._exception is not None:
            raise self.app._exception

    async def until(self, so: Callable[[], object], what: object = "") -> None:
        for _ in range(3000):
            await self.settle()
            self.raise_fault()
            if so():
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"never so: {what}\n{self.text}")


_TURNS = 2000
"""The most turns of the loop that `settle` waits for: who is busy for longer is never at rest."""

OpenApp = Callable[..., AbstractAsyncContextManager[Seen]]


def _leave_unpainted(compositor: Compositor, *_: object, **__: object) -> None:
    """Paint no frame of an app without a terminal: a third of a test went into cells that nobody looked at."""
    compositor._dirty_regions.clear()


@pytest.fixture
def open_app(monkeypatch: pytest.MonkeyPatch) -> OpenApp:
    """Opens the app on a fake library; `size` is (columns, rows). It is painted when its text is asked for."""
    monkeypatch.setattr(Compositor, "render_update", _leave_unpainted)

    @asynccontextmanager
    async def opened(
        library: FakeLibrary,
        size: tuple[int, int] = (120, 30),
        settings: Settings = Settings(),  # noqa: B008 - frozen
        guide: Guide | None = None,
        settings_file: Path | None = None,
    ) -> AsyncIterator[Seen]:
        browser = Browser()

        async def factory() -> FakeLibrary:
            return library

        outside = External(browser.browse, browser.run, edit=browser.edit)
        app = TuinewsApp(
            AppContext(
                factory,
                settings,
                Keymap(settings.keys, settings_file),
                outside,
                guide,
                settings_file=settings_file,
                settings_problems=read_settings(settings_file).problems if settings_file else (),
            )
        )
        async with app.run_test(size=size) as pilot:
            seen = Seen(app, pilot, library, browser)
            await seen.until(lambda: seen.state.listed_entries.ready or not library.all_sources, "the list")
            yield seen
            assert isinstance(seen.text, str)

    return opened


@pytest.fixture
def open_real_app() -> OpenApp:
    """Opens the app on what `opening` opens."""

    @asynccontextmanager
    async def opened(opening: Callable[[], Any], size: tuple[int, int] = (120, 30)) -> AsyncIterator[Seen]:
        browser = Browser()
        outside = External(browser.browse, browser.run)
        app = TuinewsApp(AppContext(opening, Settings(), Keymap({}), outside))
        async with app.run_test(size=size) as pilot:
            seen = Seen(app, pilot, FakeLibrary(), browser)
            await seen.until(lambda: seen.state.listed_entries.ready, "the list")
            yield seen

    return opened


@pytest.fixture
def library() -> FakeLibrary:
    """Three sources in two folders, twelve entries; the texts of the even ones are kept, others on the wire."""
    sources = [
        Source(1, SourceKind.FEED, "Tuổi Trẻ", "https://example.org/tt", folder="Việt Nam"),
        Source(
            2, SourceKind.LISTING, "Asahi", "https://example.org/asahi", folder="Japan", error="it answered 503"
        ),
        Source(3, SourceKind.FEED, "The Record", "https://example.org/record"),
    ]
    titles = ("Storm", "Bridge", "桜が満開", "Gold", "Bank", "Match")
    rows = [entry(n, f"{titles[n % 6]} {n}", n % 3 + 1, read=n in (3, 4), starred=n == 5) for n in range(1, 13)]
    made = FakeLibrary(sources, rows)
    for row in rows:
        long = [f"Paragraph {n} of {row.title} about Đà Nẵng." for n in range(40)]
        article = Article(
            row.url, row.title, paragraphs(*long), ("Ada Writer",), row.published, site="example.org"
        )
        if row.id % 2 == 0:
            made.kept[row.id] = article
            made.entries[row.id] = replace(row, cached=Cached.TEXT)
        else:
            made.wire[row.id] = article
    return made


@pytest.fixture
def many() -> FakeLibrary:
    """Two hundred entries of one source, all of them kept."""
    made = FakeLibrary([Source(1, SourceKind.FEED, "Tuổi Trẻ", "https://example.org/tt")])
    for n in range(1, 201):
        made.entries[n] = entry(n, f"Entry {n}", cached=Cached.TEXT)
        made.kept[n] = Article(made.entries[n].url, f"Entry {n}", paragraphs(f"Text of Entry {n}."))
    return made


@pytest.fixture
def new_entry() -> Callable[..., EntryRow]:
    """Makes a row: its id, its title, and what is otherwise so of it."""
    return entry
