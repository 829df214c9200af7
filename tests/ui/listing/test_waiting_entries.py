"""New entries wait until they are asked for; nothing moves under the reader's hands."""

from array import array
from typing import Any

import pytest

from tuinews.model.view import ListedIds
from tuinews.settings import Settings
from tuinews.ui.screens.listing.waiting_entries import Reason, Reasons, without_waiting


@pytest.mark.parametrize(
    ("old", "new", "waiting", "why", "listed", "held"),
    [
        ([3, 2], [4, 3, 2, 1], (), (Reason.REFRESH,), [3, 2, 1], {4}),
        ([3, 2], [4, 3, 2, 1], (), tuple(Reason), [3, 2, 1], {4}),
        ([3, 2], [4, 3], (5,), (Reason.REFRESH,), [3], {4}),
        ([3, 2], [5, 4, 3, 2], (5, 9), (Reason.CHANGE,), [4, 3, 2], {5}),
        ([3, 2], [3, 2], (), (Reason.REFRESH,), [3, 2], set()),
        ([], [2], (), tuple(Reason), [], {2}),
        ([3, 2], [3, 2, 9, 8], (), (Reason.REFRESH,), [3, 2, 9, 8], set()),
        ([3, 2], [7, 3, 2, 9], (), (Reason.REFRESH,), [3, 2, 9], {7}),
    ],
)
def test_what_is_new_waits(
    old: list[int], new: list[int], waiting: tuple[int], why: tuple[Reason], listed: list[int], held: set[int]
) -> None:
    ids = ListedIds(array("q", new), array("q", [entry * 10 for entry in new]))
    parted = without_waiting(array("q", old), ids, frozenset(waiting), dict.fromkeys(why, 1))
    assert list(parted.listed.ids) == listed
    assert list(parted.listed.groups) == [entry * 10 for entry in listed]
    assert parted.waiting == held


def test_a_reason_holds_until_a_look_with_it_has_ended() -> None:
    reasons = Reasons()
    reasons.add(Reason.REFRESH)
    begun = reasons.asked
    reasons.add(Reason.CHANGE)
    assert set(reasons.asked) == {Reason.REFRESH, Reason.CHANGE}
    reasons.met(begun)
    assert set(reasons.asked) == {Reason.CHANGE}


def row_of(seen: Any, words: str) -> int:
    return next(n for n, line in enumerate(seen.text.splitlines()) if words in line)


async def bring(seen: Any, library: Any, rows: list[Any]) -> None:
    library.coming = rows
    await seen.press("R")
    await seen.until(lambda: not library.coming and seen.state.status.progress is None, "refreshed")


async def test_new_entries_wait_until_a_key_asks_for_them(open_app: Any, many: Any, new_entry: Any) -> None:
    async with open_app(many, (120, 20), Settings(preview=False)) as seen:
        await seen.until(lambda: many.refreshes)
        await seen.press(*["j"] * 9)
        row = row_of(seen, "Entry 10 ")
        await bring(seen, many, [new_entry(1000 + n, f"Brand new {n}") for n in range(3)])
        await seen.wait_for("3 new · 203 unread")
        await bring(seen, many, [new_entry(1010, "Newest of all")])
        await seen.wait_for("4 new · 204 unread")
        assert row_of(seen, "Entry 10 ") == row
        await seen.press("j", "k", "m")
        await seen.wait_for("4 new · 203 unread")
        await seen.press("plus")
        await seen.wait_for("Newest of all")
        assert seen.status.endswith(" 1/204 ")
        assert " new ·" not in seen.text
        await seen.press("plus")
        assert "No new articles are waiting" in seen.status


async def test_going_to_the_top_lists_them(open_app: Any, many: Any, new_entry: Any) -> None:
    async with open_app(many, (120, 20), Settings(preview=False)) as seen:
        await seen.until(lambda: many.refreshes)
        await seen.press("j")
        await bring(seen, many, [new_entry(1000, "Brand new")])
        await seen.wait_for("1 new ·")
        await seen.press("k")
        await seen.wait_for("Brand new")
        assert seen.status.endswith(" 2/201 "), "the cursor stays on its entry"
        await seen.press("j")
        await bring(seen, many, [new_entry(1001, "Another one")])
        await seen.wait_for("1 new ·")
        await seen.press("g", "g")
        await seen.wait_for("Another one")
        await seen.until(lambda: seen.status.endswith(" 1/202 "))


async def test_at_the_top_they_are_seen_as_they_come(open_app: Any, many: Any, new_entry: Any) -> None:
    async with open_app(many, (120, 20), Settings(preview=False)) as seen:
        await seen.until(lambda: many.refreshes)
        await bring(seen, many, [new_entry(1000, "Brand new")])
        await seen.wait_for("Brand new")
        assert seen.status.endswith(" 1/201 "), "nothing was touched: the newest is under the cursor"
        await seen.press("enter", "h")
        await bring(seen, many, [new_entry(1001, "Another one")])
        await seen.wait_for("Another one")
        assert seen.status.endswith(" 2/202 "), "what was opened stays under the cursor"
        assert "Brand new" in seen.text


async def test_what_waits_is_not_marked_read(open_app: Any, many: Any, new_entry: Any) -> None:
    async with open_app(many, (120, 20), Settings(preview=False)) as seen:
        await seen.until(lambda: many.refreshes)
        await seen.press("j", "j")
        await bring(seen, many, [new_entry(1000, "Brand new")])
        await seen.wait_for("1 new ·")
        await seen.press("A")
        await seen.wait_for("1 new · 1 unread")
        assert not many.entries[1000].read
        await seen.press("right_square_bracket")
        await seen.until(lambda: "1 new" not in seen.text)
