"""Kept articles, and what is known before one is fetched: queries and changes."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from tuinews.late import late_imports
from tuinews.model.article import Article
from tuinews.model.entry import Enclosure
from tuinews.model.kept_article import ArticleLines, KeptArticle, Revision, SiteMemory
from tuinews.model.refresh import PageToFetch
from tuinews.model.sources.options import TextChoice
from tuinews.store.interface.connected import Changes, Queries
from tuinews.store.tables import entries, sources

with late_imports(__name__):
    from tuinews.store.tables import article_lines, articles


class ArticleQueries(Queries):
    """The queries about articles."""

    def article(self, entry_id: int) -> KeptArticle | None:
        """The kept article of an entry, or None."""
        with self._database.reading() as sql:
            return articles.one(sql, entry_id)

    def article_texts(self, ids: Sequence[int]) -> dict[int, str]:
        """The plain texts of those of these entries whose articles are kept, by their ids."""
        with self._database.reading() as sql:
            return articles.texts(sql, ids)

    def revisions(self, entry_id: int) -> list[Revision]:
        """The versions that an article had before it was changed, the newest first; ten at most."""
        with self._database.reading() as sql:
            return articles.versions(sql, entry_id)

    def wanted_text(self, entry_id: int) -> TextChoice:
        """Which text of an entry is wanted, as was set for its source."""
        with self._database.reading() as sql:
            return sources.options_of_entry(sql, entry_id).text

    def site_memory(self, entry_id: int) -> SiteMemory:
        """What is remembered of the articles of an entry's source; nothing where a rule of its own reads them."""
        with self._database.reading() as sql:
            return article_lines.memory(sql, entry_id)

    def unlearned(self, entry_id: int) -> list[int]:
        """The kept articles of an entry's source that are to be remembered yet; see `learn_lines`."""
        with self._database.reading() as sql:
            return article_lines.unlearned(sql, entry_id)

    def page_to_fetch(self, entry_id: int) -> PageToFetch:
        """What there is to know of an entry before its page is fetched; raises NotFoundError."""
        with self._database.reading() as sql:
            row = entries.find(sql, entry_id)
            return PageToFetch(row, sources.one(sql, row.source_id), articles.feed_content(sql, entry_id))

    def feed_content(self, entry_id: int) -> str | None:
        """The HTML that the feed itself gives of an entry, or None."""
        with self._database.reading() as sql:
            return articles.feed_content(sql, entry_id)

    def unexamined_texts(self, source_id: int) -> list[int]:
        """The entries of a source whose feed's own text was not examined yet; see `keep_own_texts`."""
        with self._database.reading() as sql:
            return articles.unexamined(sql, source_id)

    def enclosures(self, entry_id: int) -> tuple[Enclosure, ...]:
        """The files that go with an entry."""
        with self._database.reading() as sql:
            return entries.enclosures(sql, entry_id)

    def starred_without_article(self, newest: int) -> list[int]:
        """The `newest` starred entries whose pages are still to be fetched."""
        with self._database.reading() as sql:
            return articles.starred_without(sql, newest)

    def ids_without_article(self, source_id: int, newest: int) -> list[int]:
        """Of the `newest` entries of a source those whose pages are still to be fetched, newest first."""
        with self._database.reading() as sql:
            return articles.ids_without(sql, source_id, newest)


class ArticleChanges(Changes):
    """The changes of kept articles."""

    def keep_article(
        self,
        entry_id: int,
        article: Article,
        fetched: datetime,
        repeated: Collection[str] = (),
        lines: ArticleLines | None = None,
    ) -> None:
        """Keep an article, and the one before it as a version where its text was changed, but for lines that its
        site repeats (`repeated`); `lines` are remembered of it. Raises NotFoundError for an unknown entry."""
        with self._database.writing() as sql:
            articles.keep(sql, entry_id, article, fetched, repeated, lines)

    def forget_article(self, entry_id: int, text: str) -> None:
        """Forget the article of an entry where it says `text`, which turned out to be none."""
        with self._database.writing() as sql:
            articles.forget(sql, entry_id, text)

    def keep_own_texts(self, examined: Mapping[int, Article | None], now: datetime) -> None:
        """Keep the feed's own texts that are articles, where no page is kept; None for what is only a teaser."""
        with self._database.writing() as sql:
            for entry_id, article in examined.items():
                articles.keep_own_text(sql, entry_id, article, now)

    def pack_articles(self, ids: Sequence[int]) -> None:
        """Write the texts of these entries so that they take no more room than they need; nothing else changes."""
        with self._database.writing() as sql:
            articles.pack(sql, ids)

    def learn_lines(self, learned: Sequence[ArticleLines]) -> None:
        """Remember the lines of articles, each of the entry of that number, in the memory of their sources."""
        with self._database.writing() as sql:
            article_lines.learn(sql, learned)
