"""What the library answers of its standing queries: which views are saved, and what they list."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from tuinews.errors import NotFoundError, QueryError, Remedy
from tuinews.folding import fold
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.library.sources.library_sources import LibrarySources
from tuinews.library.store_thread import utc_now
from tuinews.model.standing.queries import ArrivalRule, Mute, SavedView
from tuinews.model.undo.changes import EntryTags, QueryChanged, TagsChanged
from tuinews.model.view import View
from tuinews.store.store import Store

with late_imports(__name__):
    from tuinews.library.standing import edits


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
        view = edits.changed_view(SavedView(query=edits.query_text(query), name="", place=place), {"name": name})
        return await self._kept(None, edits.of_own_name(view, views))

    async def set_view(self, view_id: int, typed: Mapping[str, str]) -> SavedView:
        """Change what is set for a view (`standing.edits.changed_view`), as one step to undo."""
        before = await self.view(view_id)
        after = edits.changed_view(before, typed)
        if after.name != before.name:
            edits.of_own_name(after, await self.views())
        return before if after == before else await self._kept(before, after)

    async def remove_view(self, view_id: int) -> None:
        """Save a view no longer, as one step to undo."""
        await self._do(QueryChanged(await self.view(view_id), None))

    async def mutes(self) -> list[Mute]:
        """The mutes, in the order in which they were made."""
        return await self._store(Store.mutes)

    async def mute(self, query: str, until: datetime | None = None) -> Mute:
        """Leave what a query finds out of lists and counts, until a moment or for ever, as one step to undo.

        One of the same query that is there already has this end from then on.
        """
        mute = Mute(query=edits.query_text(query), until=until)
        done = await self._do(QueryChanged(None, mute))
        await self.settle_mutes()
        known = await self.mutes() if done is None else [done.after] if isinstance(done, QueryChanged) else []
        return next((one for one in known if isinstance(one, Mute) and one.query == mute.query), mute)

    async def unmute(self, mute_id: int) -> Mute:
        """End a mute, as one step to undo. Raises NotFoundError."""
        found = next((one for one in await self.mutes() if one.id == mute_id), None)
        if found is None:
            raise NotFoundError(
                _("mute {mute_id}", mute_id=mute_id), _("it is not in the library"), Remedy.LISTED_MUTES
            )
        await self._do(QueryChanged(found, None))
        await self.settle_mutes()
        return found

    async def rules(self) -> list[ArrivalRule]:
        """The rules, in the order in which they were made."""
        return await self._store(Store.rules)

    async def add_rule(self, action: str, query: str) -> ArrivalRule:
        """Do something to what a query finds as it arrives (`standing.edits.rule_of`), as one step to undo."""
        rule = edits.rule_of(action, query)
        done = await self._do(QueryChanged(None, rule))
        await self.settle_mutes()
        known = await self.rules() if done is None else [done.after] if isinstance(done, QueryChanged) else []
        same = (one for one in known if isinstance(one, ArrivalRule) and replace(rule, id=one.id) == one)
        return next(same, rule)

    async def remove_rule(self, rule_id: int) -> ArrivalRule:
        """Keep a rule no longer, as one step to undo; what it did stays, but for what it hid.

        Raises NotFoundError.
        """
        found = next((one for one in await self.rules() if one.id == rule_id), None)
        if found is None:
            raise NotFoundError(
                _("rule {rule_id}", rule_id=rule_id), _("it is not in the library"), Remedy.LISTED_RULES
            )
        await self._do(QueryChanged(found, None))
        await self.settle_mutes()
        return found

    async def keep_standing(
        self, before: Mute | ArrivalRule | None, after: Mute | ArrivalRule
    ) -> Mute | ArrivalRule:
        """Keep a rule or a mute, in the place of another (which may be of the other kind), as one step to undo.

        What a rule did stays, but for what it hid.
        """
        done = await self._do(QueryChanged(before, replace(after, id=before.id if before else 0)))
        await self.settle_mutes()
        kept = done.after if isinstance(done, QueryChanged) else None
        return kept if isinstance(kept, Mute | ArrivalRule) else after

    async def remove_standing(self, one: Mute | ArrivalRule) -> None:
        """Keep a rule or a mute no longer, as one step to undo."""
        await self._do(QueryChanged(one, None))
        await self.settle_mutes()

    async def tags(self) -> list[str]:
        """The names of all tags."""
        return await self._store(Store.tags)

    async def tag(self, ids: Sequence[int], name: str) -> int:
        """Give entries a tag, as one step to undo; how many did not have it. Raises TuinewsError."""
        tag = edits.tag_name(name)
        return await self._tagged(ids, lambda tags: (*tags, tag) if tag not in tags else tags)

    async def untag(self, ids: Sequence[int], name: str) -> int:
        """Take a tag from entries, as one step to undo; how many had it. Raises TuinewsError.

        Where none is spelt so, it is the one that `tag:` finds by this name.
        """
        tag = edits.tag_name(name)

        def without(tags: tuple[str, ...]) -> tuple[str, ...]:
            meant = {tag} if tag in tags else {one for one in tags if fold(one) == fold(tag)}
            return tuple(one for one in tags if one not in meant)

        return await self._tagged(ids, without)

    async def change_tags(self, ids: Sequence[int], more: Sequence[str], fewer: Sequence[str]) -> int:
        """Give entries tags and take others away, as one step to undo; how many changed. Raises TuinewsError."""
        new, old = list(map(edits.tag_name, more)), set(map(edits.tag_name, fewer))
        return await self._tagged(
            ids, lambda tags: tuple(dict.fromkeys([*(one for one in tags if one not in old), *new]))
        )

    async def set_tags(self, entry_id: int, names: Sequence[str]) -> None:
        """Give an entry these tags and no others, as one step to undo. Raises TuinewsError."""
        wanted = tuple(sorted(dict.fromkeys(map(edits.tag_name, names))))
        await self._tagged([entry_id], lambda _tags: wanted)

    async def _tagged(self, ids: Sequence[int], change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> int:
        rows = await self._store(Store.rows, ids)
        changed = tuple(
            EntryTags(row.id, row.tags, after) for row in rows if (after := change(row.tags)) != row.tags
        )
        done = await self._do(TagsChanged(changed)) if changed else None
        return len(done.entries) if isinstance(done, TagsChanged) else 0

    async def settle_mutes(self) -> bool:
        """Look at entries anew, in slices, where mutes changed or came to their end; whether any did."""
        if self.read_only or not await self._store(Store.muting_is_due, utc_now()):
            return False
        while await self._store(Store.settle_mutes, utc_now()):
            pass
        return True

    async def muted_count(self, view: View) -> int:
        """How many entries a list leaves out since they are muted; 0 for a view that is no more."""
        with suppress(NotFoundError):
            return await self._store.beside(Store.muted_count, view)
        return 0

    async def found_count(self, query: str) -> int:
        """How many entries a query finds, muted or not. Raises QueryError."""
        return await self._store.beside(Store.found_count, edits.query_text(query))

    async def saved_ids(self, view: View, limit: int | None = None) -> "array[int]":
        """The ids of a saved view by a filter, in its order. Raises NotFoundError, QueryError."""
        return await self._store.whole_list(Store.saved_ids, view, limit)

    async def unread_of_view(self, view: SavedView) -> int | None:
        """How many unread entries a saved view lists, counted where nobody waits for it; None if that takes too
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
