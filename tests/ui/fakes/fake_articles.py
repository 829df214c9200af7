"""The articles of a fake library, kept or on the wire."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from fake_rows import NOW, paragraphs
from fake_state import FakeState, Step

from tuinews.errors import ExtractError, FetchError
from tuinews.model.article import Article, SelectorRule, TextKind
from tuinews.model.discovery import Candidate, FollowedLink
from tuinews.model.entry import Enclosure
from tuinews.model.entry_row import Cached, EntryRow
from tuinews.model.kept_article import (
    Alternatives,
    KeptArticle,
    RevisionDiff,
)
from tuinews.model.source import Source, SourceKind


class FakeArticles(FakeState):
    """The articles of a fake library."""

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

    async def changes(self, entry_id: int, back: int = 1) -> RevisionDiff | None:
        versions = self.versions.get(entry_id, [])
        if not versions:
            return None
        back = min(back, len(versions))
        return RevisionDiff(versions[back - 1], back, len(versions), self.changed_at[entry_id])

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

    async def set_selector_rule(self, source_id: int, rule: SelectorRule | None) -> None:
        old = self.all_sources[source_id].selector_rule

        def read(so: SelectorRule | None) -> None:
            self.all_sources[source_id] = replace(self.all_sources[source_id], selector_rule=so)

        read(rule)
        self._done.append(Step("read as before again", "read so again", lambda: read(old), lambda: read(rule)))

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

    async def keep_text(self, entry_id: int) -> bool:
        with suppress(FetchError):
            await self._fetch(entry_id)
        return entry_id in self.kept

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

    async def follow(self, address: str, entry_id: int) -> FollowedLink:
        self.followed.append((address, entry_id))
        if self.gate is not None:
            await self.gate.wait()
        if self.offline:
            raise FetchError(address, "no network", "try again later", offline=True)
        listed = Candidate(address, "A section", SourceKind.LISTING, 24)
        if "section" in address:
            return FollowedLink(listed=listed)
        return FollowedLink(await self.read_address(address), listed if "blog" in address else None)
