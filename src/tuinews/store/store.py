"""The store's interface: the queries of `reader`, and everything that changes the library, each one transaction.

What is done is in the modules that it names.
"""

import os
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tuinews.errors import DiskFullError, StoreError
from tuinews.late import late
from tuinews.model.article import Article
from tuinews.model.entry import Listing
from tuinews.model.kept_article import ArticleLines, Picture
from tuinews.model.refresh import Refreshed
from tuinews.model.saved.articles import SavedOutcome
from tuinews.model.source import NewSource, Source
from tuinews.model.sources.retention import Retentions
from tuinews.model.standing.queries import SavedView
from tuinews.model.undo.changes import Change
from tuinews.store.accounts.account_changes import AccountChanges
from tuinews.store.database import BusyError, DamagedError, Database, cannot_be_written, connect
from tuinews.store.download_changes import DownloadChanges
from tuinews.store.reader import StoreReader
from tuinews.store.recovery import open_library
from tuinews.store.recovery.backup import DailyBackup
from tuinews.store.recovery.synchronised import warning_once
from tuinews.store.recovery.watch import Watch
from tuinews.store.retention import clock
from tuinews.store.stories.story_changes import StoryChanges
from tuinews.store.tables import changes, key_values, sources, standing_queries, status

if TYPE_CHECKING:
    from tuinews.store.merge import listings, saved_articles
    from tuinews.store.merge.saved_articles import SavedEntry
    from tuinews.store.retention import retiring
    from tuinews.store.retention.retiring import Slice
    from tuinews.store.search import muting, news
    from tuinews.store.tables import article_lines, articles, pictures
else:
    listings, saved_articles = late("tuinews.store.merge", "listings", "saved_articles")
    (retiring,) = late("tuinews.store.retention", "retiring")
    muting, news = late("tuinews.store.search", "muting", "news")
    article_lines, articles, pictures = late("tuinews.store.tables", "article_lines", "articles", "pictures")

_RESTORABLE = timedelta(days=30)
"""How long after its removal a source comes back by undo in a session that has done nothing yet."""


class Store(AccountChanges, DownloadChanges, StoryChanges, StoreReader):
    """A library's file: the questions to it, and what changes it. Synchronous, for one thread at a time.

    Every method may raise StoreError (DiskFullError where there is no room); a write that raises has kept nothing.
    """

    def __init__(self, database: Database, notices: tuple[str, ...], now: datetime) -> None:
        super().__init__(database)
        self._notices, self._last_moment = notices, now
        self._session, self._has_done = changes.Session(os.urandom(8).hex()), False
        writable = None if database.read_only else database.path
        self._backup = DailyBackup(writable) if writable else None

    @staticmethod
    def open(directory: Path, now: datetime, watch: Watch | None = None) -> "Store":
        """The library of `directory`, made where there is none; `watch` is told each slow step.

        Waits for as long as another process creates or repairs the library, and goes on as soon as that one has
        ended. Raises NewerSchemaError for one that a newer tuinews wrote, StoreError where it cannot be opened at
        all.
        """
        watch = watch or Watch()
        try:
            return Store.begun(open_library.open_library(directory, now, watch), directory, now)
        except DamagedError:
            # The error has left a sign: the second time every page is looked at, and what can be is saved.
            return Store.begun(open_library.open_library(directory, now, watch), directory, now)

    @staticmethod
    def begun(opened: open_library.Opened, directory: Path, now: datetime) -> "Store":
        """A library that was just opened, with a session of its own; closed where that raises StoreError."""
        store = Store(opened.database, opened.notices, now)
        try:
            store._begin_session()
            store._count_day(now)
            store._notices += warning_once(store._database, directory)
        except BaseException:
            opened.database.close()
            raise
        return store

    def reader(self) -> StoreReader | None:
        """A reader on a connection of its own, which waits for no write; None where there is nothing to wait for
        (nothing can be written) or nothing to open a second time (a library in memory).
        """
        path = self._database.path
        if path is None or self.read_only:
            return None
        with self._database.translating():
            return StoreReader(Database(connect(path, "ro"), path))

    def report_waiting(self, report: Callable[[bool], None]) -> None:
        """Have `report` called with True when a write has waited for another process for a second, and with False
        when that is over; it is called on the thread that writes.
        """
        self._database.report_waiting = report

    @property
    def notices(self) -> tuple[str, ...]:
        """One-line messages for the user about how the library was found."""
        return self._notices

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written here."""
        return self._database.read_only

    @property
    def refusal(self) -> StoreError | None:
        """What every write raises where nothing can be written, else None."""
        return self._database.refusal

    def close(self) -> None:
        """Close the file; nothing may be asked afterwards. Closing twice is no error."""
        if self._backup is not None:
            self._backup.finish(self._last_moment)
        self._database.close()

    # Sources

    def add_source(self, new: NewSource, now: datetime) -> Source:
        """Keep a source; a known address gives the known one, and a removed one comes back."""
        with self._marking() as sql:
            return sources.add(sql, new, now)

    def add_sources(self, new: Sequence[NewSource], now: datetime) -> list[Source]:
        """Keep many sources at once, all or none, as `add_source` does each."""
        with self._marking() as sql:
            return [sources.add(sql, one, now) for one in new]

    def add_views(self, views: Sequence[SavedView]) -> None:
        """Keep saved views that a list brought, all or none."""
        with self._marking() as sql:
            for view in views:
                standing_queries.put(sql, view)

    def settle_mutes(self, now: datetime) -> bool:
        """Look at some entries anew where mutes changed or came to their end; whether there are more."""
        if not self.muting_is_due(now):
            return False
        with self._database.writing() as sql:
            return muting.settle(sql, now)

    def add_listed(self, new: NewSource, refreshed: Refreshed, now: datetime) -> Source:
        """Keep a source with what the first look at it brought, both or nothing.

        A known source takes the listing only where it came from that source's own address.
        """
        with self._marking() as sql:
            source = sources.add(sql, new, now)
            if source.url == new.url:
                listings.record_listing(sql, source.id, refreshed)
            source = sources.one(sql, source.id)
        self._back_up(refreshed.fetched)
        return source

    # What is done by hand

    def do(self, change: Change, now: datetime) -> Change | None:
        """Do something, on the disk before this returns, and keep for a day how it is taken back.

        Returns what was really done (of entries to be marked those that changed), None where nothing was. Sources
        that are removed take their entries off all lists, but for starred ones in theirs.
        """
        with self._marking() as sql:
            done = changes.do(sql, change, self._session, now)
        self._has_done = self._has_done or done is not None
        return done

    def undo(self, now: datetime) -> Change | None:
        """Take back the last step of this session, or of those that ended before it began; None for none.

        In a session that has done nothing yet the sources that were removed last come back too, for thirty days.
        """
        with self._marking() as sql:
            undone = changes.undo(sql, self._session, now)
            if undone is None and not self._has_done:
                undone = changes.restore_last(sql, self._session, now - _RESTORABLE, now)
        return undone

    def redo(self, now: datetime) -> Change | None:
        """Do the step again that was taken back last; None for none."""
        with self._marking() as sql:
            return changes.redo(sql, self._session, now)

    # News

    def begin_news(self) -> None:
        """Remember which entries are no news, where that is not remembered."""
        with self._database.writing() as sql:
            news.begin(sql)

    def take_news(self, source_ids: Sequence[int], queries: Sequence[str]) -> list[int]:
        """The unread entries that nobody was told of yet, of these sources or found by these queries."""
        with self._database.writing() as sql:
            return news.take(sql, source_ids, queries)

    # Refreshing

    def record_listing(self, source_id: int, refreshed: Refreshed) -> list[int]:
        """Keep what a source lists; returns the ids of the new entries in page order."""
        with self._database.writing() as sql:
            new = listings.record_listing(sql, source_id, refreshed)
        self._back_up(refreshed.fetched)
        return new

    def record_older(self, source_id: int, listing: Listing, fetched: datetime) -> list[int]:
        """Keep older entries of a source, below those that are known; returns the ids of the new ones."""
        with self._database.writing() as sql:
            return listings.record_older(sql, source_id, listing, fetched)

    def record_not_modified(
        self, source_id: int, fetched: datetime, next_refresh: datetime | None, etag: str | None = None
    ) -> None:
        """A source answered that nothing changed; `etag` is what it calls that by now."""
        with self._database.writing() as sql:
            listings.record_not_modified(sql, source_id, fetched, next_refresh, etag)
        self._back_up(fetched)

    def record_failure(
        self, source_id: int, error: str, fetched: datetime, next_refresh: datetime | None, gone: bool = False
    ) -> None:
        """A source could not be read, and why in one line; `gone`: it answered 410 and is not asked again."""
        with self._database.writing() as sql:
            listings.record_failure(sql, source_id, error, fetched, next_refresh, gone)

    def set_due(self, source_id: int, next_refresh: datetime) -> None:
        """A source is due at another moment than was thought, and else as it was: want of a network, or news."""
        with self._database.writing() as sql:
            listings.set_due(sql, source_id, next_refresh)

    def claim(self, ids: Sequence[int], mine: str, is_free: Callable[[str], bool]) -> frozenset[int]:
        """Claim the refreshing of sources for `mine`; returns those that are its now. `is_free` says of another
        claim whether it still holds.
        """
        with self._database.writing() as sql:
            return key_values.claim(sql, ids, mine, is_free)

    def release(self, ids: Sequence[int]) -> None:
        """Give up the claims to sources."""
        with self._database.writing() as sql:
            key_values.release(sql, ids)

    def keep_saved(self, new: NewSource, saved: "Sequence[SavedEntry]", now: datetime) -> SavedOutcome:
        """Keep articles that were saved in another program, all or none; new ones in the source `new`."""
        with self._marking() as sql:
            return saved_articles.keep(sql, sources.add(sql, new, now).id, saved, now)

    # Status

    def set_read(self, ids: Sequence[int], read: bool) -> list[int]:
        """Mark entries read or unread, on the disk before this returns, and not as a step that can be taken back;
        returns the ids that really changed."""
        with self._marking() as sql:
            return status.set_read(sql, ids, read)

    def set_position(self, entry_id: int, position: int) -> None:
        """Remember where reading of an article stopped (see `position`)."""
        with self._database.writing() as sql:
            status.set_position(sql, entry_id, position)

    # Articles

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

    def learn_lines(self, learned: Sequence[ArticleLines]) -> None:
        """Remember the lines of articles, each of the entry of that number, in the memory of their sources."""
        with self._database.writing() as sql:
            article_lines.learn(sql, learned)

    # Pictures

    def keep_picture(self, picture: Picture, budget: int, now: datetime) -> None:
        """Keep a picture, and give up others where all together are more than `budget` bytes."""
        if self._picture_files is None or self.refusal:
            raise self.refusal or cannot_be_written()
        name = self._picture_files.write(picture.data)
        file = pictures.PictureFile(name, picture.width, picture.height)
        with self._database.writing() as sql:
            pictures.keep(sql, picture.address, file, len(picture.data), now)
            given_up = pictures.make_room(sql, budget)
        self._picture_files.remove(given_up)

    def note_picture_failure(self, address: str, why: str, now: datetime) -> None:
        """Note why a picture could not be had."""
        with self._database.writing() as sql:
            pictures.note_failure(sql, address, why, now)

    def link_pictures(self, entry_id: int, addresses: Sequence[str]) -> None:
        """Note which pictures a kept article shows."""
        with self._database.writing() as sql:
            pictures.link(sql, entry_id, addresses)

    def sweep_pictures(self, now: datetime) -> None:
        """Make files and tables agree: delete files that nothing names, forget those that are gone."""
        if self._picture_files is None:
            return
        with self._database.writing() as sql:
            pictures.forget_unused(sql)
            named, there = pictures.named_files(sql), self._picture_files.names()
            pictures.forget_files(sql, sorted(named - there))
        self._picture_files.sweep(named, now)

    def make_picture_room(self, source_id: int, budget: int) -> None:
        """Give up pictures of a source's articles where they are more than `budget` bytes."""
        if self._picture_files is None:
            return
        with self._database.writing() as sql:
            given_up = pictures.make_room_of_source(sql, source_id, budget)
        self._picture_files.remove(given_up)

    # Retention

    def believes_clock(self, now: datetime) -> bool:
        """Whether entries may be retired by this time, which is not far ahead of the last one that counted."""
        with self._database.writing() as sql:
            return clock.is_believed(sql, now)

    def retire(self, source_id: int, retentions: Retentions, ids: Sequence[int], now: datetime) -> "Slice":
        """Retire those of entries of a source (of `retirable`) that are still to go, for some 20 ms at a time."""
        with self._database.writing() as sql:
            return retiring.retire(sql, source_id, retentions, ids, now)

    # The rest

    def keep_pauses(self, pauses: Mapping[str, datetime]) -> None:
        """Remember these pauses beside those that are kept; of two for one host the later end holds."""
        with self._database.writing() as sql:
            key_values.keep_pauses(sql, pauses, self._last_moment)

    def note_seen(self) -> None:
        """Remember that all entries which are here now were seen: those that come are new."""
        with self._database.writing() as sql:
            key_values.note_seen(sql)

    def keep_state(self, key: str, value: str) -> None:
        """Keep a value under `key`."""
        with self._database.writing() as sql:
            key_values.keep_state(sql, key, value)

    @contextmanager
    def _marking(self) -> Iterator[sqlite3.Connection]:
        with self._database.marking() as sql:
            yield sql
        if self._backup is not None:
            self._backup.changed()

    def _back_up(self, now: datetime) -> None:
        self._last_moment = now
        if self._backup is not None:
            self._backup.occasion(now)

    def _begin_session(self) -> None:
        with self._database.reading() as sql:
            self._session = changes.begin(sql, self._session.name)

    def _count_day(self, now: datetime) -> None:
        with self._database.reading() as sql:
            is_new = key_values.is_new_day(sql, now)
        if is_new and not self.read_only:
            # Neither a full disk nor a process that writes keeps anybody from reading: the next opening counts.
            with suppress(DiskFullError, BusyError), self._database.writing(patience=0) as sql:
                key_values.count_day(sql, now)
                sources.purge(sql, now)
                self._forget_likeness(sql, now)
