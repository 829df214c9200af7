"""Lists of entries in their order, rows, hits and numbers; the status of entries."""

from array import array
from collections.abc import Sequence
from datetime import datetime

from tuinews.late import late_imports
from tuinews.model.entry_row import EntryRow
from tuinews.model.view import Counts, ListedIds, View
from tuinews.store.interface.connected import Changes, Queries
from tuinews.store.lists import by_date, orders, tally
from tuinews.store.tables import entries, key_values

with late_imports(__name__):
    from tuinews.store.search import frequent_words, search
    from tuinews.store.search.frequent_words import FrequentWords
    from tuinews.store.tables import status


class ListQueries(Queries):
    """The queries about lists and rows."""

    _frequent: "FrequentWords | None"

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


class ListChanges(Changes):
    """The changes of the status of entries."""

    def set_read(self, ids: Sequence[int], read: bool) -> list[int]:
        """Mark entries read or unread, on the disk before this returns, and not as a step that can be taken back;
        returns the ids that really changed."""
        with self._marking() as sql:
            return status.set_read(sql, ids, read)

    def set_position(self, entry_id: int, position: int) -> None:
        """Remember where reading of an article stopped (see `position`)."""
        with self._database.writing() as sql:
            status.set_position(sql, entry_id, position)

    def note_seen(self) -> None:
        """Remember that all entries which are here now were seen: those that come are new."""
        with self._database.writing() as sql:
            key_values.note_seen(sql)
