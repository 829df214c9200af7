"""A mute, a rule or a name of a view that is said a second time is the one that is there: ending it ends it."""

from datetime import UTC, datetime

import pytest

from tuinews.errors import TuinewsError
from tuinews.library.library import Library
from tuinews.model.view import View

ALL = View()
LATER = datetime(2027, 1, 1, tzinfo=UTC)


async def test_a_query_that_is_muted_twice_is_shown_by_ending_it_once(library: Library) -> None:
    first = await library.mute("tin 1")
    assert await library.mute("tin 1") == first
    assert await library.mutes() == [first]
    await library.unmute(first.id)
    assert len(await library.entry_ids(ALL)) == 6


async def test_the_last_end_of_a_mute_is_in_force_and_is_taken_back(library: Library) -> None:
    first = await library.mute("tin 1")
    again = await library.mute("tin 1", LATER)
    assert (again.id, [one.until for one in await library.mutes()]) == (first.id, [LATER])
    await library.undo()
    assert [one.until for one in await library.mutes()] == [None]


async def test_a_rule_that_is_said_twice_is_one(library: Library) -> None:
    first = await library.add_rule("tag=a", "tin")
    assert await library.add_rule("tag=a", "tin") == first
    other = await library.add_rule("tag=b", "tin")
    assert await library.rules() == [first, other]


async def test_two_views_are_never_called_the_same(library: Library) -> None:
    first = await library.add_view("Sông Hương", "tin 1")
    with pytest.raises(TuinewsError, match="choose another name"):
        await library.add_view("song huong", "tin 2")
    other = await library.add_view("Khác", "tin 2")
    with pytest.raises(TuinewsError, match="choose another name"):
        await library.set_view(other.id, {"name": "SÔNG HƯƠNG"})
    assert (await library.set_view(first.id, {"name": "Sông hương"})).name == "Sông hương"
    assert await library.views() == [await library.view("song huong"), other]
