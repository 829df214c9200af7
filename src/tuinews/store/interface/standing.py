"""Saved views, mutes and rules, tags and highlights: queries and changes."""

from array import array
from collections.abc import Sequence
from datetime import datetime

from tuinews.late import late_imports
from tuinews.model.standing.queries import ArrivalRule, Mute, SavedView
from tuinews.model.view import View
from tuinews.store.interface.connected import Changes, Queries
from tuinews.store.tables import tags

with late_imports(__name__):
    from tuinews.model.annotations.highlights import Highlight
    from tuinews.store.search import found_entries, muting, news, rules
    from tuinews.store.stories import members
    from tuinews.store.tables import standing_queries
    from tuinews.store.tables.annotations import highlights


class StandingQueries(Queries):
    """The queries about queries that are kept, tags and highlights."""

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

    def muted_count(self, view: View) -> int:
        """How many entries a list leaves out since they are muted. Raises NotFoundError."""
        with self._database.reading() as sql:
            query = view.query if view.saved_id is None else standing_queries.view(sql, view.saved_id).query
            return muting.count(sql, view) if query is None else found_entries.muted(sql, query, view)

    def found_count(self, query: str) -> int:
        """How many entries a query finds, muted or not. Raises QueryError."""
        with self._database.reading() as sql:
            return found_entries.found(sql, query)

    def found_ids(self, query: str) -> "array[int]":
        """The ids of all entries that a query finds, the newest first, also of those that outlived their sources.

        Raises QueryError.
        """
        with self._database.reading() as sql:
            return found_entries.every(sql, query)

    def saved_ids(self, view: View, limit: int | None = None) -> "array[int]":
        """The ids of a saved view by a filter, in its order. Raises NotFoundError, QueryError."""
        with self._database.reading() as sql:
            saved = standing_queries.view(sql, view.saved_id or 0)
            found = found_entries.ids(sql, saved, view.filter, limit)
            return members.one_of_each(sql, found) if view.stories else found

    def unread_of(self, saved: SavedView) -> int | None:
        """How many unread entries a saved view lists, None where that takes too long. Raises QueryError."""
        with self._database.reading() as sql:
            return found_entries.unread(sql, saved)


class StandingChanges(StandingQueries, Changes):
    """The changes of queries that are kept, and of what they find."""

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

    def begin_news(self) -> None:
        """Remember which entries are no news, where that is not remembered."""
        with self._database.writing() as sql:
            news.begin(sql)

    def take_news(self, source_ids: Sequence[int], queries: Sequence[str]) -> list[int]:
        """The unread entries that nobody was told of yet, of these sources or found by these queries."""
        with self._database.writing() as sql:
            return news.take(sql, source_ids, queries)
