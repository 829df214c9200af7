"""The tags, notes and highlights of a fake library."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from fake_rows import NOW
from fake_state import FakeState, Step

from tuinews.model.annotations.highlights import Highlight, ListedHighlight, Quotation


class FakeTags(FakeState):
    """The tags of a fake library; its notes and highlights are a part of it."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.annotations = FakeAnnotations(self)

    async def tags(self) -> list[str]:
        return sorted({tag for row in self.entries.values() for tag in row.tags})

    async def set_tags(self, entry_id: int, names: Sequence[str]) -> None:
        before = self.entries[entry_id].tags
        self._set([entry_id], lambda row: replace(row, tags=tuple(names)))
        undo = lambda: self._set([entry_id], lambda row: replace(row, tags=before))  # noqa: E731
        self._done.append(Step("tags as they were", "tags as they are", undo, lambda: None))

    async def change_tags(self, ids: Sequence[int], more: Sequence[str], fewer: Sequence[str]) -> int:
        before = {i: self.entries[i].tags for i in ids}
        self._set(ids, lambda row: replace(row, tags=tuple({*row.tags, *more} - {*fewer})))
        undo = lambda: self._set(ids, lambda row: replace(row, tags=before[row.id]))  # noqa: E731
        self._done.append(Step("tags as they were", "tags as they are", undo, lambda: None))
        return len(ids)


class FakeAnnotations:
    """The notes and highlights of a fake library; `marked` are the highlights of each entry."""

    def __init__(self, state: FakeState) -> None:
        self._state = state
        self.marked: dict[int, tuple[Highlight, ...]] = {}
        self.last_highlight = 0

    async def set_note(self, entry_id: int, text: str) -> str:
        if self._state.refuses is not None:
            raise self._state.refuses
        before, after = self._state.entries[entry_id].note, text.strip()
        self._state._set([entry_id], lambda row: replace(row, note=after))
        undo = lambda: self._state._set([entry_id], lambda row: replace(row, note=before))  # noqa: E731
        self._state._done.append(Step("the note as it was", "the note as it is", undo, lambda: None))
        return after

    async def highlights(self, entry_id: int) -> tuple[Highlight, ...]:
        return self.marked.get(entry_id, ())

    async def highlight(self, entry_id: int, quotation: Quotation, instead_of: Sequence[int] = ()) -> Highlight:
        self.last_highlight += 1
        new = Highlight(id=self.last_highlight, quotation=quotation, made=NOW)
        kept = [one for one in self.marked.get(entry_id, ()) if one.id not in instead_of]
        self._mark_passages(entry_id, (*kept, new))
        return new

    async def remove_highlights(self, entry_id: int, ids: Sequence[int]) -> int:
        before = self.marked.get(entry_id, ())
        self._mark_passages(entry_id, tuple(one for one in before if one.id not in ids))
        return len(before) - len(self.marked[entry_id])

    def _mark_passages(self, entry_id: int, after: tuple[Highlight, ...]) -> None:
        def put(highlights: tuple[Highlight, ...]) -> None:
            self.marked[entry_id] = highlights
            self._state._set([entry_id], lambda row: replace(row, highlights=len(highlights)))

        before = self.marked.get(entry_id, ())
        put(after)
        self._state._done.append(
            Step("highlights as they were", "as they are", lambda: put(before), lambda: put(after))
        )

    async def listed_highlights(self, query: str = "") -> list[ListedHighlight]:
        return [
            ListedHighlight(
                self._state.entries[entry_id], one, one.quotation.exact in self._state.kept[entry_id].text
            )
            for entry_id, highlights in self.marked.items()
            for one in highlights
        ]
