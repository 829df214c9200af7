"""What the library answers of its standing queries: which views are saved, and what they list."""

from array import array
from collections.abc import Mapping

from tuinews.errors import NotFoundError, QueryError, Remedy
from tuinews.folding import fold
from tuinews.language import _
from tuinews.library.sources.library_sources import LibrarySources
from tuinews.library.standing.edits import changed_view, query_text
from tuinews.model.standing.queries import SavedView
from tuinews.model.undo.changes import QueryChanged
from tuinews.model.view import View
from tuinews.store.store import Store


class LibraryQueries(LibrarySources):
    """The standing queries of a library that is open; a base of `Library`."""

    async def views(self) -> list[SavedView]:
        """The saved views, in their order."""
        return await self._store(Store.views)

    async def view(self, name: int | str) -> SavedView:
        """The saved view of an id or a name (capitals and marks make no difference); raises NotFoundError."""
        views = await self.views()
        found = [one for one in views if str(one.id) == str(name)]
        found += [one for one in views if fold(one.name) == fold(str(name))]
        if not found:
            raise NotFoundError(_("the view"), _("the library has none of that name"), Remedy.LISTED_VIEWS)
        return found[0]

    async def add_view(self, name: str, query: str) -> SavedView:
        """Save a query as a view, behind the others, as one step to undo. Raises TuinewsError."""
        views = await self.views()
        place = max((one.place for one in views), default=0)
        return await self._kept(
            None, changed_view(SavedView(query=query_text(query), name="", place=place), {"name": name})
        )

    async def set_view(self, view_id: int, typed: Mapping[str, str]) -> SavedView:
        """Change what is set for a view (`standing.edits.changed_view`), as one step to undo."""
        before = await self.view(view_id)
        after = changed_view(before, typed)
        return before if after == before else await self._kept(before, after)

    async def remove_view(self, view_id: int) -> None:
        """Save a view no longer, as one step to undo."""
        await self._do(QueryChanged(await self.view(view_id), None))

    async def saved_ids(self, view: View, limit: int | None = None) -> "array[int]":
        """The ids of a saved view by a filter, in its order. Raises NotFoundError, QueryError."""
        return await self._store(Store.saved_ids, view, limit)

    async def unread_of_view(self, view: SavedView) -> int | None:
        """How many unread entries a saved view lists, counted where nobody waits for it; None where that takes too
        long, or its query is none any more."""
        try:
            return await self._store.beside(Store.unread_of, view)
        except QueryError:
            return None

    async def _kept(self, before: SavedView | None, after: SavedView) -> SavedView:
        done = await self._do(QueryChanged(before, after))
        if isinstance(done, QueryChanged) and isinstance(done.after, SavedView):
            return done.after
        return after
