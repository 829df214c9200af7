"""What the library answers of stories: who tells the same, and what was set apart by hand."""

from collections.abc import Sequence

from tuinews.library.standing.library_queries import LibraryQueries
from tuinews.library.store_thread import utc_now
from tuinews.model.undo.changes import StoryParted
from tuinews.store.store import Store


class LibraryStories(LibraryQueries):
    """The stories of a library that is open; a base of `Library`."""

    async def story(self, entry_id: int) -> list[int]:
        """The entries that tell an entry's story and are listed, itself among them, newest first."""
        return await self._store(Store.story, entry_id)

    async def with_stories(self, ids: Sequence[int]) -> list[int]:
        """These entries, and those that tell the same where stories are one row; a mark of one is one of all."""
        return await self._store(Store.with_stories, ids) if self._settings.stories else list(ids)

    async def part_story(self, entry_id: int) -> bool:
        """Have an entry tell no story with others any more, as one step to undo; whether it told one."""
        row = next(iter(await self._store(Store.rows, [entry_id])), None)
        if row is None or row.story is None:
            return False
        others = tuple(one for one in await self.story(entry_id) if one != entry_id)
        await self._do(StoryParted(entry_id, row.title, row.story.id, others))
        return True

    async def settle_stories(self) -> bool:
        """Look for stories, in slices, in what came before there were any; whether there was anything to do."""
        if self.read_only or not await self._store(Store.stories_are_due):
            return False
        while await self._store(Store.settle_stories, utc_now()):
            pass
        return True
