"""The sources of a fake library, and what a refresh brings."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from fake_rows import NOW
from fake_state import FakeState, Step

from tuinews.catalogue import CatalogueSource
from tuinews.errors import FetchError, NoListError, Remedy, TuinewsError
from tuinews.library.saved.export_files import export_in_file
from tuinews.model.article import Article
from tuinews.model.discovery import AddedSource, Candidate, DiscoveryResult
from tuinews.model.entry_row import EntryRow
from tuinews.model.refresh import FetchAhead, RefreshProgress, RefreshResult
from tuinews.model.saved.articles import ImportedArticles, SavedArticles
from tuinews.model.source import NewSource, Source, SourceKind
from tuinews.model.source_list import ImportedSources
from tuinews.model.sources.options import with_option
from tuinews.model.sources.pane import SourcesPane
from tuinews.subscriptions.subscription_list import SubscriptionList


class FakeSources(FakeState):
    """The sources of a fake library."""

    async def sources(self) -> list[Source]:
        def counted(source: Source) -> Source:
            own = [row for row in self.entries.values() if row.source_id == source.id]
            return replace(source, unread=sum(not row.read for row in own), total=len(own))

        return [counted(source) for source in self.all_sources.values()]

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

    async def add(
        self,
        address: str,
        *,
        title: str | None = None,
        folder: str | None = None,
        kind: SourceKind | None = None,
        options: Mapping[str, str] = {},
    ) -> AddedSource:
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
        return AddedSource(source, 1, others=self.others)

    async def look(self, address: str) -> DiscoveryResult:
        found = Candidate(address, "News of the town", SourceKind.FEED, 3)
        return DiscoveryResult(found, "A story of the town" if "story" in address else None)

    async def add_catalogue(self, chosen: Sequence[CatalogueSource]) -> list[Source]:
        new = [
            Source(200 + n, SourceKind.FEED, one.name, one.feed or one.site, folder=one.topic)
            for n, one in enumerate(chosen)
        ]
        self.all_sources.update((source.id, source) for source in new)
        return new

    async def keep_edition(
        self, where: NewSource, articles: Sequence[Article], pictures: Mapping[str, bytes]
    ) -> Source:
        source = Source(300, where.kind, where.title, where.url, total=len(articles))
        self.all_sources[source.id] = source
        return source

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

    async def import_sources(self, sources: SubscriptionList) -> ImportedSources:
        for n, one in enumerate(sources.sources):
            self.all_sources[300 + n] = Source(300 + n, SourceKind.FEED, one.title or one.url, one.url)
        return ImportedSources(tuple(one.url for one in sources.sources), (), sources.skipped)

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
        self.refreshes.append((None if source_ids is None else list(source_ids), due_only))
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
