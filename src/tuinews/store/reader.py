"""The queries of a library, one a method; the work is done in the modules that they call."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from tuinews.late import late
from tuinews.model.annotations.highlights import Highlight
from tuinews.model.entry import Enclosure
from tuinews.model.entry_row import EntryRow
from tuinews.model.kept_article import KeptArticle, Picture, PictureSizes, Revision, SiteMemory
from tuinews.model.media.downloads import Download
from tuinews.model.refresh import PageToFetch
from tuinews.model.source import Source
from tuinews.model.sources.options import PictureChoice, TextChoice
from tuinews.model.sources.retention import Retentions
from tuinews.model.standing.queries import ArrivalRule, Mute, SavedView
from tuinews.model.view import Counts, ListedIds, View
from tuinews.store.accounts.account_queries import AccountQueries
from tuinews.store.database import Database
from tuinews.store.lists import by_date, orders, tally
from tuinews.store.picture_files import PictureFiles
from tuinews.store.tables import entries, key_values, sources, standing_queries, status, tags

if TYPE_CHECKING:
    from tuinews.store.merge import saved_articles
    from tuinews.store.retention import choosing, retiring, sizes
    from tuinews.store.retention.sizes import Room
    from tuinews.store.search import frequent_words, listed, muting, rules, search
    from tuinews.store.search.frequent_words import FrequentWords
    from tuinews.store.stories import joining, members
    from tuinews.store.tables import article_lines, articles, downloads, pictures
    from tuinews.store.tables.annotations import highlights
else:
    (saved_articles,) = late("tuinews.store.merge", "saved_articles")
    choosing, retiring, sizes = late("tuinews.store.retention", "choosing", "retiring", "sizes")
    frequent_words, listed, muting, rules, search = late(
        "tuinews.store.search", "frequent_words", "listed", "muting", "rules", "search"
    )
    joining, members = late("tuinews.store.stories", "joining", "members")
    article_lines, articles, downloads, pictures = late(
        "tuinews.store.tables", "article_lines", "articles", "downloads", "pictures"
    )
    (highlights,) = late("tuinews.store.tables.annotations", "highlights")

_STEPS_BETWEEN_LOOKS = 50_000
"""Steps of SQLite after which it is asked whether the answer is still wanted: a few milliseconds."""


class StoreReader(AccountQueries):
    """The queries to a library's file, on a connection of its own, so that they wait for no write.

    Synchronous, for one thread at a time. Every method may raise StoreError.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._frequent: FrequentWords | None = None
        self._picture_files = PictureFiles(database.path.parent) if database.path else None

    def close(self) -> None:
        """Close the connection; closing twice is no error."""
        self._database.close()

    @contextmanager
    def while_wanted(self, is_wanted: Callable[[], bool]) -> Iterator[None]:
        """Within the block a question ends with a StoreError as soon as nobody wants its answer any more."""
        self._database.connection.set_progress_handler(lambda: int(not is_wanted()), _STEPS_BETWEEN_LOOKS)
        try:
            yield
        finally:
            self._database.connection.set_progress_handler(None, 0)

    def sources(self) -> list[Source]:
        """All sources with their numbers of unread and all entries: no folder first, by folder, by title."""
        with self._database.reading() as sql:
            return sources.every(sql)

    def source(self, source_id: int) -> Source:
        """The source of that id; raises NotFoundError."""
        with self._database.reading() as sql:
            return sources.one(sql, source_id)

    def find_source(self, id_or_url: int | str) -> Source:
        """The source of an id, an address, or an address that means the same; raises NotFoundError."""
        with self._database.reading() as sql:
            return sources.find(sql, id_or_url)

    def source_of_address(self, url: str) -> Source | None:
        """The living source that an address belongs to, however it is spelt; None where there is none."""
        with self._database.reading() as sql:
            known = sources.holder(sql, url)
            return None if known is None else sources.living(sql, known)

    def entry_ids(self, view: View, limit: int | None = None) -> "array[int]":
        """The ids of a view, newest first; a view's `query` is `search`'s business, not regarded here."""
        with self._database.reading() as sql:
            return by_date.ids(sql, view, limit)

    def listing(self, view: View, now: datetime, limit: int | None = None) -> ListedIds:
        """The ids of a view in its order, with the groups in which they stand at `now`."""
        with self._database.reading() as sql:
            return orders.listing(sql, view, limit, now)

    def ids_before(self, view: View, moment: datetime) -> "array[int]":
        """The ids of a view that stand before a moment (UTC), oldest first."""
        with self._database.reading() as sql:
            return by_date.before(sql, view, moment)

    def outline(self, view: View, each: int, now: datetime) -> ListedIds:
        """The first and the last `each` ids of a view with their groups at `now`; see `by_date.outline`."""
        with self._database.reading() as sql:
            return orders.outline(sql, view, each, now)

    def unread_beyond(self, view: View, entry_id: int | None, most: int) -> "array[int]":
        """The first `most` unread ids of a view by date beyond an entry of it; from its beginning for None."""
        with self._database.reading() as sql:
            return by_date.unread_beyond(sql, view, entry_id, most)

    def rows(self, ids: Sequence[int]) -> list[EntryRow]:
        """The rows of these ids in this order; unknown ids are left out."""
        with self._database.reading() as sql:
            return entries.rows(sql, ids)

    def search(self, query: str, view: View, limit: int | None = None) -> "array[int]":
        """The ids of a view in which `query` is found in title, summary, authors or kept text, best first."""
        with self._database.reading() as sql:
            self._frequent = self._frequent or frequent_words.FrequentWords()
            return search.ids(sql, query, view, limit, self._frequent)

    def snippets(self, query: str, ids: Sequence[int]) -> dict[int, str]:
        """For each of these entries a piece of text around the first hit, one line of about 160 characters."""
        with self._database.reading() as sql:
            return search.snippets(sql, query, ids)

    def views(self) -> list[SavedView]:
        """The saved views, in their order."""
        with self._database.reading() as sql:
            return standing_queries.views(sql)

    def mutes(self) -> list[Mute]:
        """The mutes, in the order in which they were made."""
        with self._database.reading() as sql:
            return standing_queries.mutes(sql)

    def rules(self) -> list[ArrivalRule]:
        """The rules, in the order in which they were made."""
        with self._database.reading() as sql:
            return standing_queries.rules(sql)

    def downloads(self) -> list[Download]:
        """All downloads, in the order in which they were wanted."""
        with self._database.reading() as sql:
            return downloads.every(sql)

    def download(self, download_id: int) -> Download:
        """The download of an id; raises NotFoundError."""
        with self._database.reading() as sql:
            return downloads.one(sql, download_id)

    def download_claims(self) -> dict[int, str]:
        """Which processes are at which downloads."""
        with self._database.reading() as sql:
            return downloads.claims(sql)

    def texts_wanted_by_rules(self) -> list[int]:
        """The entries whose texts rules want to be fetched and that have none yet, the newest first."""
        with self._database.reading() as sql:
            return rules.to_fetch(sql)

    def tags(self) -> list[str]:
        """The names of all tags."""
        with self._database.reading() as sql:
            return tags.every(sql)

    def highlights(self, entry_id: int) -> tuple[Highlight, ...]:
        """The highlights of an entry, in the order of its text."""
        with self._database.reading() as sql:
            return highlights.of(sql, entry_id)

    def every_highlight(self) -> dict[int, tuple[Highlight, ...]]:
        """All highlights, by the ids of their entries, in the order of their texts."""
        with self._database.reading() as sql:
            return highlights.every(sql)

    def entry_of_highlight(self, highlight_id: int) -> int | None:
        """The entry in which a highlight is, None where there is no such highlight."""
        with self._database.reading() as sql:
            return highlights.entry_of(sql, highlight_id)

    def muting_is_due(self, now: datetime) -> bool:
        """Whether `settle_mutes` has something to do."""
        with self._database.reading() as sql:
            return muting.is_due(sql, now)

    def stories_are_due(self) -> bool:
        """Whether `settle_stories` has something to do."""
        with self._database.reading() as sql:
            return joining.is_due(sql)

    def story(self, entry_id: int) -> list[int]:
        """The entries that tell an entry's story and are listed, itself among them, newest first."""
        with self._database.reading() as sql:
            return members.members(sql, entry_id)

    def with_stories(self, ids: Sequence[int]) -> list[int]:
        """These entries and those that are listed and tell their stories, each once."""
        with self._database.reading() as sql:
            return members.with_members(sql, ids)

    def muted_count(self, view: View) -> int:
        """How many entries a list leaves out since they are muted."""
        with self._database.reading() as sql:
            return muting.count(sql, view)

    def found_count(self, query: str) -> int:
        """How many entries a query finds, muted or not. Raises QueryError."""
        with self._database.reading() as sql:
            return listed.found(sql, query)

    def found_ids(self, query: str) -> "array[int]":
        """The ids of all entries that a query finds, the newest first, also of those that outlived their sources.

        Raises QueryError.
        """
        with self._database.reading() as sql:
            return listed.every(sql, query)

    def saved_ids(self, view: View, limit: int | None = None) -> "array[int]":
        """The ids of a saved view by a filter, in its order. Raises NotFoundError, QueryError."""
        with self._database.reading() as sql:
            saved = standing_queries.view(sql, view.saved_id or 0)
            found = listed.ids(sql, saved, view.filter, limit)
            return members.one_of_each(sql, found) if view.stories else found

    def unread_of(self, saved: SavedView) -> int | None:
        """How many unread entries a saved view lists, None where that takes too long. Raises QueryError."""
        with self._database.reading() as sql:
            return listed.unread(sql, saved)

    def known_addresses(self, source_url: str, urls: Sequence[str]) -> frozenset[str]:
        """Which of these addresses `keep_saved` would find known, of a source with that address."""
        with self._database.reading() as sql:
            return saved_articles.known_addresses(sql, source_url, urls)

    def counts(self) -> Counts:
        """How many entries each filter lists over all sources."""
        with self._database.reading() as sql:
            return tally.everywhere(sql)

    def counts_of_sources(self) -> dict[int, Counts]:
        """How many entries each filter lists of each source, by its id."""
        with self._database.reading() as sql:
            return tally.of_every_source(sql)

    def find_entry(self, id_or_url: int | str) -> EntryRow:
        """The entry of an id or address; raises NotFoundError."""
        with self._database.reading() as sql:
            return entries.find(sql, id_or_url)

    def position(self, entry_id: int) -> int:
        """Where reading of an article stopped: the characters of the article before that line, 0 at the start."""
        with self._database.reading() as sql:
            return status.position(sql, entry_id)

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

    def picture_choice(self, entry_id: int) -> PictureChoice | None:
        """When the pictures of an entry are fetched, as was set for its source; None where nothing was."""
        with self._database.reading() as sql:
            return sources.options_of_entry(sql, entry_id).pictures

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

    def newest_dates(self, source_id: int, count: int) -> list[datetime]:
        """When the newest entries of a source were published (UTC), of those of the last `count` that say it."""
        with self._database.reading() as sql:
            return entries.newest_dates(sql, source_id, count)

    def starred_without_article(self, newest: int) -> list[int]:
        """The `newest` starred entries whose pages are still to be fetched."""
        with self._database.reading() as sql:
            return articles.starred_without(sql, newest)

    def ids_without_article(self, source_id: int, newest: int) -> list[int]:
        """Of the `newest` entries of a source those whose pages are still to be fetched, newest first."""
        with self._database.reading() as sql:
            return articles.ids_without(sql, source_id, newest)

    def picture(self, address: str) -> Picture | None:
        """The kept picture of an address, None where there is none, or its file is gone."""
        with self._database.reading() as sql:
            file = pictures.file_of(sql, address)
        data = self._picture_files.read(file.name) if file and self._picture_files else None
        return Picture(address, file.width, file.height, data) if file and data else None

    def picture_sizes(self, entry_id: int) -> PictureSizes:
        """The sizes of the kept pictures of an article, by their addresses."""
        with self._database.reading() as sql:
            return pictures.sizes(sql, entry_id)

    def missing_pictures(self, entry_id: int, now: datetime) -> list[str]:
        """The pictures of an article that should be asked for now: not kept, nor failed within the last day."""
        with self._database.reading() as sql:
            return pictures.missing(sql, entry_id, now)

    def ids_without_pictures(self, source_id: int, newest: int, now: datetime) -> list[int]:
        """Of the `newest` entries of a source those that are kept without every picture, newest first."""
        with self._database.reading() as sql:
            return pictures.ids_without(sql, source_id, newest, now)

    def retirable(self, source_id: int, retentions: Retentions, now: datetime) -> list[int]:
        """The entries of a source that are kept no longer, the oldest first; see `Store.retire`."""
        with self._database.reading() as sql:
            return choosing.chosen(sql, source_id, retentions, now)

    def room_of(self, ids: Sequence[int]) -> "Room":
        """How many bytes entries take in the library's file (about), and their pictures."""
        with self._database.reading() as sql:
            return sizes.room_of(sql, ids)

    def free_bytes(self) -> int:
        """The bytes of the library's file that nothing is in."""
        with self._database.reading() as sql:
            return retiring.free_bytes(sql)

    def pauses(self) -> dict[str, datetime]:
        """The moment (UTC) until which each host asked for a pause."""
        with self._database.reading() as sql:
            return key_values.pauses(sql)

    def pause_of(self, host: str) -> datetime | None:
        """The moment (UTC) until which a host asked for a pause, whichever process it told; or None."""
        with self._database.reading() as sql:
            return key_values.pause_of(sql, host)

    def state(self, key: str) -> str | None:
        """The value kept under `key`, or None."""
        with self._database.reading() as sql:
            return key_values.state(sql, key)
