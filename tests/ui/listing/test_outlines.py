"""A list of which the ends are here and the middle is still to come: END is its end, and nothing of it is lost."""

import asyncio
import random
from array import array
from dataclasses import replace
from typing import Any

import pytest

from tuinews.model.view import NOT_HERE, ListedIds, View
from tuinews.ui.screens.listing.waiting_entries import Reason, without_waiting
from tuinews.ui.widgets.entries.listed_entries import ListedEntries
from tuinews.ui.widgets.entries.row_plan import heads_of

LONG = 2000
EACH = 500


class OutlinedList:
    """Gives the two ends of a list at once, and all of it when the gate is open."""

    def __init__(self, library: Any) -> None:
        self.all_ids = library.entry_ids
        self.gate = asyncio.Event()

    async def listing(self, view: View, limit: int | None = None) -> ListedIds:
        ids = await self.all_ids(view)
        if limit is None:
            await self.gate.wait()
        elif len(ids) > 2 * limit:
            ids = ids[:limit] + array("q", [NOT_HERE]) * (len(ids) - 2 * limit) + ids[-limit:]
        return ListedIds(ids, array("q"))


@pytest.fixture
def long(library: Any, new_entry: Any) -> Any:
    library.entries = {n: new_entry(n, f"Entry {n}", read=n != 1000) for n in range(1, LONG + 1)}
    return library


@pytest.fixture
def outlined(long: Any) -> OutlinedList:
    made = OutlinedList(long)
    long.listing = made.listing
    return made


async def test_the_end_is_there_at_once_and_stays_when_all_is(open_app: Any, long: Any, outlined: Any) -> None:
    async with open_app(long) as seen:
        await seen.press("G")
        await seen.until(lambda: seen.status.endswith(" 2,000/2,000 ") and "Entry 2000" in seen.text)
        assert not seen.state.listed_entries.whole
        await seen.press("k", "k")

        outlined.gate.set()
        await seen.until(lambda: seen.state.listed_entries.whole)

        assert seen.state.entry_list.current == 1998
        assert list(seen.state.listed_entries.ids) == list(range(1, LONG + 1))


async def test_what_is_not_known_yet_is_neither_opened_nor_left_out(
    open_app: Any, long: Any, outlined: Any
) -> None:
    async with open_app(long) as seen:
        await seen.until(lambda: len(seen.state.listed_entries.ids) == LONG)
        seen.state.entry_list.go_to(EACH)
        await seen.until(lambda: seen.state.entry_list.index == EACH)
        assert seen.state.entry_list.current is None
        await seen.press("m", "J")
        assert seen.state.open_id is None

        outlined.gate.set()
        await seen.until(lambda: seen.state.open_id == EACH + 2, "the next one")
        assert "last article" not in seen.text


async def test_a_selection_over_what_is_not_known_yet_takes_all_between(
    open_app: Any, long: Any, outlined: Any
) -> None:
    async with open_app(long) as seen:
        await seen.until(lambda: len(seen.state.listed_entries.ids) == LONG)
        await seen.press("V", "G", "m")
        outlined.gate.set()
        await seen.until(lambda: long.entries[1000].read, "the one in the middle")


async def test_the_nearest_unread_is_found_far_away_either_way(open_app: Any, long: Any, outlined: Any) -> None:
    async with open_app(long) as seen:
        outlined.gate.set()
        await seen.until(lambda: seen.state.listed_entries.whole)
        await seen.press("n")
        await seen.until(lambda: seen.state.open_id == 1000, "the one unread")
        long.entries[1500] = replace(long.entries[1500], read=False)
        long.entries[1000] = replace(long.entries[1000], read=True)
        await seen.press("p")
        await seen.until(lambda: seen.state.open_id == 1500, "round the beginning")


@pytest.mark.parametrize("seed", range(3))
def test_rows_and_heads_of_long_lists_are_those_of_a_walk(seed: int) -> None:
    chance = random.Random(seed)
    groups = array("q")
    while len(groups) < 30_000:
        groups.extend(array("q", [chance.randint(1, 9)]) * chance.choice((1, 2, 4095, 4096, 4097, 9000)))
    walked = [n for n, group in enumerate(groups) if n == 0 or group != groups[n - 1]]
    assert list(heads_of(groups)) == walked
    assert list(heads_of(array("q"))) == []

    listed = ListedEntries(ids=array("q", chance.sample(range(1, 99_999), 20_000)))
    for _ in range(200):
        place, start = chance.randrange(20_000), chance.randrange(20_000)
        wanted = listed.ids[place]
        assert listed.index_beside(wanted, start, 1) == (place if place >= start else None)
        assert listed.index_beside(wanted, start, -1) == (place if place <= start else None)
        assert listed.index(wanted, start) == listed.index(wanted) == place
    assert listed.index_beside(100_000, 0, 1) is listed.index(100_000, 9_000) is None


@pytest.mark.parametrize("seed", range(4))
def test_what_waits_and_what_stays_in_long_lists_is_what_a_plain_walk_says(seed: int) -> None:
    chance = random.Random(seed)
    old = chance.sample(range(1, 40_000), 20_000)
    known, left = set(old), set(chance.sample(old, 50)) if seed % 2 else set()
    new = [entry for entry in old if entry not in left]
    for place in chance.sample(range(20_000), 40):
        new.insert(min(place, len(new)), 50_000 + place)
    waiting = frozenset(chance.sample(new, 5))
    why = {Reason.REFRESH: 1} | ({Reason.CHANGE: 1} if seed > 1 else {})
    groups = array("q", [entry // 1000 for entry in new])

    parted = without_waiting(array("q", old), ListedIds(array("q", new), groups), waiting, why)

    last = max(place for place, entry in enumerate(new) if entry in known)
    came = {entry for entry in new[: last + 1] if entry not in known}
    if seed > 1:
        came = {entry for entry in came if entry > max(old)}
    assert parted.waiting == waiting | came
    assert list(parted.listed.ids) == [entry for entry in new if entry not in parted.waiting]
    assert list(parted.listed.groups) == [entry // 1000 for entry in parted.listed.ids]


async def test_a_look_that_is_far_off_holds_up_neither_a_change_nor_the_numbers(open_app: Any, long: Any) -> None:
    async with open_app(long) as seen:
        await seen.until(lambda: seen.state.listed_entries.whole and seen.state.counts is not None)
        seen.state.reloading.reload_for_news(600)
        long.entries[1000] = replace(long.entries[1000], read=True)
        seen.state.reloading.recount()
        await seen.until(lambda: seen.state.counts.unread == 0, "the numbers")

        before = seen.state.listed_entries
        seen.state.reloading.reload_for_news(600)
        assert seen.state.listed_entries is before
        seen.state.reloading.reload(0.01)
        await seen.until(lambda: seen.state.listed_entries is not before, "the look")
