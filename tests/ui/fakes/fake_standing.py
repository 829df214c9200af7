"""The saved views, mutes and rules of a fake library."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from fake_lists import FakeLists
from fake_state import Step

from tuinews.library.standing.edits import changed_view
from tuinews.model.standing.queries import ArrivalRule, Mute, SavedView
from tuinews.model.view import View


class FakeStanding(FakeLists):
    """What is asked of a fake library again and again."""

    async def views(self) -> list[SavedView]:
        return list(self.saved.values())

    async def unread_of_view(self, view: SavedView) -> int | None:
        self.views_counted += 1
        if self.view_gate is not None:
            await self.view_gate.wait()
        return sum(not self.entries[i].read for i in self._listed(View(saved_id=view.id)))

    async def add_view(self, name: str, query: str) -> SavedView:
        new = SavedView(id=len(self.saved) + 1, name=name, query=query)
        self._put_view(new.id, new)
        return new

    async def set_view(self, view_id: int, typed: Mapping[str, str]) -> SavedView:
        new = changed_view(self.saved[view_id], typed)
        self._put_view(view_id, new)
        return new

    async def remove_view(self, view_id: int) -> None:
        self._put_view(view_id, None)

    def _put_view(self, view_id: int, view: SavedView | None) -> None:
        before = dict(self.saved)
        after = {i: one for i, one in (before | {view_id: view}).items() if one is not None}
        self.saved = after

        def put(views: dict[int, SavedView]) -> Callable[[], None]:
            return lambda: setattr(self, "saved", views)

        self._done.append(Step("view as it was", "view as it is", put(before), put(after)))

    async def mutes(self) -> list[Mute]:
        return list(self.muted.values())

    async def mute(self, query: str, until: datetime | None = None) -> Mute:
        new = Mute(id=len(self.muted) + 1, query=query, until=until)
        self.muted[new.id] = new
        self._done.append(Step("heard again", "muted again", self.muted.clear, lambda: None))
        return new

    async def unmute(self, mute_id: int) -> Mute:
        return self.muted.pop(mute_id)

    async def rules(self) -> list[ArrivalRule]:
        return list(self.ruled.values())

    async def keep_standing(
        self, before: Mute | ArrivalRule | None, after: Mute | ArrivalRule
    ) -> Mute | ArrivalRule:
        if before is not None:
            await self.remove_standing(before)
        new = replace(after, id=before.id if before else 100 + len(self.ruled) + len(self.muted))
        if isinstance(new, Mute):
            self.muted[new.id] = new
        else:
            self.ruled[new.id] = new
        return new

    async def remove_standing(self, one: Mute | ArrivalRule) -> None:
        (self.muted if isinstance(one, Mute) else self.ruled).pop(one.id)

    async def settle_mutes(self) -> bool:
        return False

    async def muted_count(self, view: View) -> int:
        if view.query == "is:muted":
            return 0
        wanted = (view.query or "").lower()
        return sum(self._is_muted(row) for row in self.entries.values() if wanted in row.title.lower())

    async def found_count(self, query: str) -> int:
        return sum(query.removeprefix("title:").lower() in row.title.lower() for row in self.entries.values())
