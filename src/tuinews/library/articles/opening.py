"""Opening an article: from the store where it is kept, else from the network, and then it is kept."""

import asyncio
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tuinews.errors import ExtractError, FetchError, StoreError, WallError, system_reason
from tuinews.language import _
from tuinews.library.articles.kept_texts import kept_as_wanted
from tuinews.library.articles.pages.following_pages import with_following_pages
from tuinews.library.articles.pages.page_articles import (
    ReadArticle,
    article_in_file,
    article_with_lines,
    candidates_of,
    own_article_of,
)
from tuinews.library.articles.pages.selector_rules import SelectorRules
from tuinews.library.articles.repeated_lines import RepeatedLines, kept_first
from tuinews.library.articles.same_answers import SameAnswers
from tuinews.library.decoding import file_bytes
from tuinews.library.extraction import Extraction
from tuinews.library.shared_tasks import SharedTasks
from tuinews.library.source_access.source_fetcher import typed_for
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.article import Article, SelectorRule, TextKind
from tuinews.model.entry_row import EntryRow
from tuinews.model.kept_article import KeptArticle
from tuinews.model.page import ExpectedArticle, Page, Wall
from tuinews.model.source import Source
from tuinews.model.sources.options import TextChoice
from tuinews.quick_dataclass import dataclass
from tuinews.store.store import Store
from tuinews.web.page_request import Accept, PageRequest
from tuinews.web.urgency import AT_ONCE, Demand, Urgency

_FULL_TEXT = 1.5
"""A feed's own text that is this many times as long as the page's means that the page hid its text (a paywall,
a script): the feed's text is the article then."""

SUBSTANTIAL = 400
"""Characters from which a feed's own text counts as an article and not as a teaser."""

_SHORT = 20_000
"""Characters of HTML of a feed's own text that are read in a millisecond or two."""


@dataclass(frozen=True, slots=True)
class _FetchOptions:
    """How a page is fetched and read: the address that the user typed, whose host may be private; the selector
    rule; how urgent it is; whose page it is; which of the texts is wanted; what its listing says of it.
    """

    trusted: str | None
    selector_rule: SelectorRule | None
    demand: Demand = AT_ONCE
    source: Source | None = None
    text: TextChoice = TextChoice.AUTO
    expected: ExpectedArticle | None = None


@dataclass(frozen=True, slots=True)
class _FetchedArticle:
    """An article with its following pages, when it was fetched, and what its first page alone is."""

    whole: Article
    fetched: datetime
    first: ReadArticle


class ArticleOpener:
    """Opens articles. It owns the fetches that it begins: a reader that moves on cancels none."""

    def __init__(self, store: StoreThread, extraction: Extraction, repairs: SelectorRules) -> None:
        self._store, self._extraction, self._repairs = store, extraction, repairs
        self._lines = RepeatedLines(store)
        self._under_way = SharedTasks[int, KeptArticle]()
        self._demands: dict[int, Demand] = {}
        self._unkept: dict[int, StoreError] = {}
        self._answers = SameAnswers(store)

    def use(self, repairs: SelectorRules) -> None:
        """Read the pages that are fetched from now on by other rules."""
        self._repairs = repairs

    async def open(self, entry_id: int, urgency: Urgency = Urgency.NOW) -> KeptArticle:
        """The kept article, else the fetched and kept one. Raises FetchError, ExtractError, NotFoundError.

        A feed's own text is replaced by its page, which may say more, and stays where that cannot be fetched.
        """
        kept = await kept_as_wanted(self._store, entry_id)
        if kept is not None and not kept.awaits_page:
            return kept
        try:
            return await self.fetch(entry_id, urgency)
        except (FetchError, ExtractError) as error:
            if kept is None:
                raise
            return replace(kept, page_error=error)

    async def fetch(self, entry_id: int, urgency: Urgency = Urgency.NOW) -> KeptArticle:
        """Fetch the article's page anew and keep it; two callers share one fetch, as urgent as either has it.

        A caller that goes away does not end it, but then it lets those go first that somebody waits for.
        """
        task = self._under_way.get(entry_id)
        if task is None:
            demand = self._demands[entry_id] = Demand()
            task = self._under_way.begin(entry_id, self._fetch(entry_id, demand), "article")
            task.add_done_callback(lambda _: self._demands.pop(entry_id, None))
        with self._demands[entry_id].held(urgency):
            return await asyncio.shield(task)

    async def page_of(self, address: str, trusted: str | None) -> tuple[Article, datetime]:
        """The article of an address that no source lists, and when it was fetched; nothing is kept.

        `trusted` is the address that the user typed, whose host and port alone may be private.
        """
        found = await self._article_at(address, _FetchOptions(trusted, self._repairs.of(address, None)))
        return found.whole, found.fetched

    async def page_at(self, address: str, trusted: str | None) -> Page:
        """The page of any address; nothing is kept. `trusted` as in `page_of`."""
        return await self._page(address, _FetchOptions(trusted, None))

    async def whole(self, first: Article, trusted: str | None) -> Article:
        """An article with its following pages, each fetched as `page_at` does."""
        return await self._whole(first, _FetchOptions(trusted, None))

    async def trusted(self, row: EntryRow) -> str | None:
        """The address that the user typed and that an entry comes from, whose host and port may be private."""
        return (await self._options(row)).trusted

    async def candidates(self, row: EntryRow) -> tuple[tuple[Article, ...], datetime]:
        """What the article of an entry's page may be, the likeliest first, and when the page was fetched."""
        options = await self._options(row)
        page = await self._page(row.url or "", options)
        first, *others = await self._extraction.extract_at_once(candidates_of, page, options.selector_rule)
        whole = await self._whole(first, options)
        return tuple(completed(article, row) for article in (whole, *others)), page.fetched

    async def keep_page(self, entry_id: int, path: Path) -> KeptArticle:
        """Keep the page in a file, which a browser saved, as the article of an entry. Raises ExtractError."""
        row = await self._store(Store.find_entry, entry_id)
        article = await self.file_of(path, row.url)
        return await self._keep(row, replace(article, url=row.url), utc_now())

    async def file_of(self, path: Path, url: str | None = None) -> Article:
        """The article of a page in a file, which was at `url`; raises ExtractError if it cannot be read."""
        try:
            body = file_bytes(path)
        except OSError as error:
            raise ExtractError(
                str(path), system_reason(error), _("give the name of a file that exists")
            ) from error
        return await self._extraction.extract_at_once(article_in_file, body, path.name, url)

    def expecting(self, articles: int) -> AbstractContextManager[None]:
        """For the length of a block in which so many articles are opened that nobody waits for."""
        return self._extraction.expecting(articles)

    def unkept(self, entry_id: int) -> StoreError | None:
        """Why an article that was opened could not be kept; it can be read all the same."""
        return self._unkept.get(entry_id)

    async def close(self) -> None:
        """Cancel the fetches under way, and wait until they have ended."""
        await self._under_way.close()

    async def _fetch(self, entry_id: int, demand: Demand) -> KeptArticle:
        known = await self._store(Store.page_to_fetch, entry_id)
        row, content = known.row, known.content
        if row.url is None:
            return await self._keep(row, await self.preview(row, content), utc_now())
        options = replace(self._options_of(row, known.source), demand=demand)
        if content and options.text is TextChoice.FEED:
            return await self._keep(row, await self.preview(row, content), utc_now())
        first = None
        try:
            found = await self._article_at(row.url, options)
            article, fetched, first = found.whole, found.fetched, found.first
            await self._answers.check(row, article)
        except WallError as error:
            await self._answers.note_wall(error.text)
            raise
        except ExtractError:
            if not content:
                raise
            article, fetched = await self.preview(row, content), utc_now()
        else:
            # Who told how a source's pages are read wants them read so, however long its feed's text is.
            as_it_is = options.selector_rule or options.text is TextChoice.PAGE
            article = article if as_it_is else await self._better(row, article, content)
        kept = await self._keep(row, article, fetched, demand, first)
        if await self._answers.forget_shared(row, article):
            raise WallError(row.url, Wall.OTHER)
        return kept

    async def _article_at(self, address: str, options: _FetchOptions) -> _FetchedArticle:
        page = await self._page(address, options)
        first = await self._read(page, options)
        return _FetchedArticle(await self._whole(first.article, options), page.fetched, first)

    async def _whole(self, first: Article, options: _FetchOptions) -> Article:
        """The article with its following pages."""

        async def read(address: str) -> Article:
            page = await self._page(address, options)
            return (await self._read(page, replace(options, expected=None))).article

        return await with_following_pages(first, read) if first.next_page else first

    async def _read(self, page: Page, options: _FetchOptions) -> ReadArticle:
        is_awaited = options.demand.urgency is Urgency.NOW
        extract = self._extraction.extract_at_once if is_awaited else self._extraction.extract
        return await extract(article_with_lines, page, options.selector_rule, options.expected)

    async def _page(self, address: str, options: _FetchOptions) -> Page:
        wanted = PageRequest(address, options.trusted, accept=Accept.ARTICLE, demand=options.demand)
        return await self._extraction.source_fetcher.page(options.source, wanted)

    async def _options(self, row: EntryRow) -> _FetchOptions:
        return self._options_of(row, await self._store(Store.source, row.source_id))

    def _options_of(self, row: EntryRow, source: Source) -> _FetchOptions:
        return _FetchOptions(
            typed_for(source, row),
            self._repairs.of(row.url or "", source),
            source=source,
            text=source.options.text,
            expected=ExpectedArticle(row.title, row.source_title, row.summary or ""),
        )

    async def _better(self, row: EntryRow, article: Article, content: str | None) -> Article:
        if not content or len(content) < SUBSTANTIAL:
            return article
        own = await self.preview(row, content)
        length = len(own.text)
        hidden = length > _FULL_TEXT * len(article.text) or article.kind is TextKind.WHOLE_PAGE
        return own if length > SUBSTANTIAL and hidden else article

    async def preview(self, row: EntryRow, content: str | None) -> Article:
        """The listing's words and the feed's own HTML as an article."""
        # A short one is read sooner than it is sent to a process, not to speak of starting one.
        is_short = len(content or "") < _SHORT
        extract = self._extraction.extract_at_once if is_short else self._extraction.extract
        return await extract(own_article_of, row, content)

    async def _keep(
        self,
        row: EntryRow,
        article: Article,
        fetched: datetime,
        demand: Demand = AT_ONCE,
        read: ReadArticle | None = None,
    ) -> KeptArticle:
        whole = completed(article, row)
        lines = read.lines if read is not None and read.article.document is whole.document else None
        try:
            if not await self._store.grouped(kept_first, row.id, whole, fetched, lines):
                await self._lines.keep_again(row.id, whole, fetched)
        except StoreError as error:
            # A full disk or a read-only folder keeps nobody from reading what has come already.
            self._unkept[row.id] = error
            return KeptArticle(row.id, whole, fetched)
        self._unkept.pop(row.id, None)
        if demand.urgency is not Urgency.NOW:  # nobody reads it
            return KeptArticle(row.id, whole, fetched)
        return await self._store(Store.article, row.id) or KeptArticle(row.id, whole, fetched)


def completed(article: Article, row: EntryRow) -> Article:
    """The article with what its listing says besides: a day, too, where the page tells but its age."""
    stated = article.published is not None and not article.published.approximate
    return replace(
        article,
        title=article.title or row.title,
        authors=article.authors or row.authors,
        published=article.published if stated else row.published or article.published,
    )
