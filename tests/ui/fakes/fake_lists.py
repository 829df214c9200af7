"""What a fake library lists, and the marks of entries."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from fake_state import FakeState

from tuinews.model.entry_row import Cached, EntryRow
from tuinews.model.view import Counts, Filter, ListedIds, ListOrder, View


def _words(query: str | None) -> str:
    """The words of a query, whose fields a library in memory does not tell apart."""
    return (query or "").replace("title:", "").lower()


class FakeLists(FakeState):
    """The lists of a fake library."""

    async def counts(self) -> Counts:
        return Counts(*[len(self._listed(View(filter=which))) for which in Filter])

    async def entry_ids(self, view: View, limit: int | None = None) -> "array[int]":
        return array("q", self._listed(view)[:limit])

    async def listing(self, view: View, limit: int | None = None) -> ListedIds:
        if view.order is ListOrder.NEWEST:
            ids = await self.entry_ids(view, limit)
            return ListedIds(ids, array("q", map(self.group, ids)) if self.group else array("q"))
        rows = [self.entries[i] for i in self._listed(view)]
        if view.order is ListOrder.SOURCE:
            rows.sort(key=lambda row: row.source_id)
        ordered = array("q", [row.id for row in (rows[::-1] if view.order is ListOrder.OLDEST else rows)][:limit])
        return ListedIds(ordered, array("q", map(self.group, ordered)) if self.group else array("q"))

    async def unread_beyond(self, view: View, entry_id: int | None, most: int) -> "array[int]":
        ids = list((await self.listing(replace(view, filter=Filter.ALL))).ids)
        shown = set(self._listed(view))
        beyond = ids if entry_id is None else ids[ids.index(entry_id) + 1 :]
        return array("q", [one for one in beyond if one in shown and not self.entries[one].read][:most])

    async def ids_before(self, view: View, moment: datetime) -> "array[int]":
        rows = [self.entries[i] for i in self._listed(view)]
        return array("q", [row.id for row in rows if row.published and row.published.latest < moment])

    def _listed(self, view: View) -> list[int]:
        found = self._found(view)
        stories = {i: self.entries[i].story for i in found if view.stories}
        return [
            i for n, i in enumerate(found) if not stories.get(i) or stories[i] not in map(stories.get, found[:n])
        ]

    def _found(self, view: View) -> list[int]:
        return [
            row.id
            for row in self.entries.values()
            if row.source_id in self.all_sources
            and (view.source_id is None or row.source_id == view.source_id)
            and (view.folder is None or self.all_sources[row.source_id].is_in(view.folder))
            and (view.filter is not Filter.UNREAD or not row.read)
            and (view.filter is not Filter.STARRED or row.starred)
            and (view.filter is not Filter.OFFLINE or row.cached is not Cached.NONE)
            and (view.query in (None, "", "is:muted") or _words(view.query) in row.title.lower())
            and self._is_muted(row) is (view.query == "is:muted")
            and (view.saved_id is None or self.saved[view.saved_id].query.lower() in row.title.lower())
        ]

    def _is_muted(self, row: EntryRow) -> bool:
        return any(one.query.removeprefix("title:").lower() in row.title.lower() for one in self.muted.values())

    async def rows(self, ids: Sequence[int]) -> list[EntryRow]:
        return [self.entries[i] for i in ids if i in self.entries]

    async def snippets(self, query: str, ids: Sequence[int]) -> dict[int, str]:
        return dict.fromkeys(ids, f"… {query} …")

    async def mark_read(self, ids: Sequence[int], read: bool) -> list[int]:
        changed = [i for i in ids if self.entries[i].read is not read]
        words = ("marked as read", "marked as unread") if read else ("unread", "read")
        self._do(changed, words, lambda row, new: replace(row, read=read is new))
        return changed

    async def star(self, ids: Sequence[int], starred: bool) -> list[int]:
        changed = [i for i in ids if self.entries[i].starred is not starred]
        self._do(changed, ("starred", "unstarred"), lambda row, new: replace(row, starred=starred is new))
        return changed

    async def mark_all_read(self, view: View) -> int:
        return len(await self.mark_read(self._listed(view), True))

    async def story(self, entry_id: int) -> list[int]:
        told = self.entries[entry_id].story
        return [row.id for row in self.entries.values() if row.id == entry_id or (told and row.story == told)]

    async def with_stories(self, ids: Sequence[int]) -> list[int]:
        told = [await self.story(entry_id) for entry_id in ids]
        return list(dict.fromkeys(other for story in told for other in story))

    async def part_story(self, entry_id: int) -> bool:
        told = self.entries[entry_id].story
        self.entries[entry_id] = replace(self.entries[entry_id], story=None)
        return told is not None

    async def settle_stories(self) -> bool:
        return False
