"""The articles of a library: read, fetched, read another way, changed by their sites."""

from dataclasses import replace
from pathlib import Path

from tuinews.errors import NotFoundError
from tuinews.late import late_imports
from tuinews.library.articles.repeated_lines import RepeatedLines
from tuinews.library.standing.library_stories import LibraryStories
from tuinews.model.article import Article
from tuinews.model.entry import Enclosure
from tuinews.model.entry_row import EntryRow
from tuinews.model.kept_article import Alternatives, KeptArticle, Revision, RevisionDiff
from tuinews.store.store import Store

with late_imports(__name__):
    from tuinews.library.articles.edits import changes_of
    from tuinews.library.articles.kept_texts import kept_as_wanted
    from tuinews.library.articles.preview import previewed
    from tuinews.model.discovery import FollowedLink


class LibraryArticles(LibraryStories):
    """The articles of a library that is open; a base of `Library`."""

    _lines: RepeatedLines

    async def entry(self, id_or_url: int | str) -> EntryRow:
        """The entry of an id or address; raises NotFoundError."""
        return await self._store(Store.find_entry, id_or_url)

    async def article(self, entry_id: int) -> KeptArticle | None:
        """The kept article without what its site repeats, never from the network; None if it is not kept."""
        kept = await kept_as_wanted(self._store, entry_id)
        return await self._lines.without(kept) if kept else None

    async def enclosures(self, entry_id: int) -> tuple[Enclosure, ...]:
        """The files that go with an entry: episodes, films."""
        return await self._store(Store.enclosures, entry_id)

    async def preview(self, entry_id: int) -> Article:
        """What is known at once: title, date, byline, and the summary or the feed's own text."""
        row = await self.entry(entry_id)
        content = await self._store(Store.feed_content, entry_id)
        return await (await self._online()).reading.preview(row, content) if content else previewed(row)

    async def open_article(self, entry_id: int) -> KeptArticle:
        """The article: kept, else fetched and kept. Raises FetchError, ExtractError, NotFoundError.

        Where only the feed's own text is kept, the page is fetched; where that fails, the text stays.
        """
        kept = await kept_as_wanted(self._store, entry_id)
        if kept is None or kept.awaits_page:
            kept = await (await self._online()).open_article(entry_id)
        return await self._lines.without(kept)

    async def fetch_again(self, entry_id: int) -> KeptArticle:
        """The article, fetched again although it is kept; where that fails, what was kept stays."""
        return await self._lines.without(await (await self._online()).fetch_again(entry_id))

    async def changes(self, entry_id: int, back: int = 1) -> RevisionDiff | None:
        """What was changed in an article since the version `back` versions before; None if there is none."""
        return await changes_of(self._store, self._lines, entry_id, back)

    async def revisions(self, entry_id: int) -> list[Revision]:
        """The versions that an article had before it was changed, the newest first."""
        return await self._store(Store.revisions, entry_id)

    async def alternatives(self, entry_id: int) -> Alternatives:
        """The versions of an article's text; see `articles.alternatives.AlternativeTexts.of`."""
        return await (await self._online()).alternatives.of(entry_id)

    async def choose(self, entry_id: int, article: Article) -> None:
        """Keep one of the versions as the article; `fetch_again` brings the extracted one back."""
        await (await self._online()).alternatives.choose(entry_id, article)

    async def read_address(self, address: str) -> KeptArticle:
        """The article of any address: the kept one where there is one, else fetched and kept."""
        try:
            row = await self.entry(address)
        except NotFoundError:
            return await self._lines.without(await (await self._online()).read_address(address))
        return await self.open_article(row.id)

    async def follow(self, address: str, entry_id: int) -> FollowedLink:
        """Where a link of an entry's article leads: to an article, which is kept, or to a list of articles.

        Raises FetchError, ExtractError, StoreError.
        """
        try:
            row = await self.entry(address)
        except NotFoundError:
            followed = await (await self._online()).links.follow(address, entry_id)
            kept = await self._lines.without(followed.kept) if followed.kept else None
            return replace(followed, kept=kept)
        return FollowedLink(await self.open_article(row.id))

    async def keep_page(self, entry_id: int, path: Path) -> KeptArticle:
        """Keep the page in a file, which a browser saved, as the text of an article. Raises ExtractError,
        NotFoundError.
        """
        return await self._lines.without(await (await self._online()).keep_page(entry_id, path))

    async def read_file(self, path: Path) -> KeptArticle:
        """The article of a page in a file; it is kept. Raises ExtractError."""
        return await self._lines.without(await (await self._online()).read_file(path))

    async def position(self, entry_id: int) -> int:
        """Where reading stopped: the characters of the article before that line (`typeset.pieces.Line.offset`)."""
        return await self._store(Store.position, entry_id)

    async def set_position(self, entry_id: int, position: int) -> None:
        """Remember where reading stopped (see `position`)."""
        await self._store(Store.set_position, entry_id, position)

    async def note_opened(self, entry_id: int) -> None:
        """Mark an article read because it was opened (when the settings say so), and what tells the same story; no
        step to undo."""
        if self._settings.mark_read_on_open and not self.read_only:
            await self._store(Store.set_read, await self.with_stories([entry_id]), True)

    async def keep_text(self, entry_id: int) -> bool:
        """Fetch and keep the text of an article in the background; whether it is kept. Raises StoreError."""
        return await (await self._online()).keeping.one(entry_id)
