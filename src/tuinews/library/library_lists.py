"""The lists of a library: ids in their order, in outline and whole, and what is unread beside an entry."""

from array import array
from dataclasses import replace
from datetime import datetime

from tuinews.library.standing.library_queries import LibraryQueries
from tuinews.library.store_thread import utc_now
from tuinews.model.view import ListedIds, View
from tuinews.store.store import Store


class LibraryLists(LibraryQueries):
    """The part of the library that lists entries: views, stories, searches."""

    async def entry_ids(self, view: View, limit: int | None = None) -> "array[int]":
        """The ids of the entries of `view`, in its order; the hits of its query where it has one."""
        if view.saved_id is not None:
            return await self.saved_ids(view, limit)
        if view.query:
            return await self._store.whole_list(Store.search, view.query, view, limit)
        return await self._store(Store.entry_ids, view, limit)

    async def listing(self, view: View, limit: int | None = None) -> ListedIds:
        """The ids of `view` in its order with the groups in which they stand; the hits of its query have none.

        With a limit only so many from its beginning, and from its end where it is known how many there are: for
        those between stands `NOT_HERE`.
        """
        if view.query or view.saved_id is not None:
            return ListedIds(await self.entry_ids(view, limit), array("q"))
        if limit is not None:
            return await self._store(Store.outline, view, limit, utc_now())
        return await self._store.whole_list(Store.listing, view, utc_now())

    async def unread_beyond(self, view: View, entry_id: int | None, most: int) -> "array[int]":
        """The first `most` unread ids of `view`, by date, beyond an entry of it; from its beginning for None."""
        return await self._store(Store.unread_beyond, view, entry_id, most)

    async def ids_before(self, view: View, moment: datetime) -> "array[int]":
        """The ids of `view` that are older than `moment` (UTC), by their dates or when they were first seen."""
        return await self._store(Store.ids_before, replace(view, query=None), moment)
