"""A morning's news: on across sources, and much of it marked read at once."""

from datetime import timedelta
from typing import Any

from tuinews.model.view import Filter, View
from tuinews.settings import Settings


async def test_n_goes_on_in_the_next_source_that_has_something_unread(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        for row in library._listed(View(source_id=1)):
            await library.mark_read([row], True)
        await library.mark_read(library._listed(View(source_id=2)), True)
        first = library._listed(View(source_id=3, filter=Filter.UNREAD))[0]
        seen.state.entry_list.ask_again()
        seen.state.reloading.reload()
        await seen.until(lambda: not any(source.unread for source in seen.state.sources[:2]))
        await seen.press("n")
        await seen.until(lambda: seen.state.open_id == first, "the first of the third source")
        assert seen.state.view.source_id == 3
        await library.mark_read(list(library.entries), True)
        seen.state.entry_list.ask_again()
        seen.state.reloading.reload()
        await seen.until(lambda: not seen.state.counts.unread)
        await seen.press("n")
        await seen.until(lambda: "unread" in seen.status or "read" in seen.status)
        assert seen.state.view.source_id == 3


async def test_n_goes_on_only_where_the_list_that_stands_there_has_what_is_unread(
    open_app: Any, library: Any
) -> None:
    async with open_app(library) as seen:
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        await seen.press("3")
        await seen.wait_for("No starred articles here")
        await seen.press("n")
        await seen.until(lambda: seen.state.open_id == 5, "the unread one that is starred, past a source without")
        assert (seen.state.view.source_id, seen.state.view.filter) == (3, Filter.STARRED)
        await seen.until(lambda: library.entries[5].read)
        await seen.press("left_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 2)
        await seen.press("n")
        await seen.until(lambda: "unread" in seen.status, "that there is none")
        assert seen.state.view.source_id == 2


async def test_p_goes_back_to_the_last_unread_one_of_the_source_before(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("right_square_bracket", "right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 2)
        await library.mark_read(library._listed(View(source_id=2)), True)
        seen.state.entry_list.ask_again()
        seen.state.reloading.reload()
        await seen.until(lambda: not seen.state.sources[1].unread)
        last = library._listed(View(source_id=1, filter=Filter.UNREAD))[-1]
        await seen.press("p")
        await seen.until(lambda: seen.state.open_id == last, "the last of the source before")
        assert seen.state.view.source_id == 1


async def test_rows_above_below_and_older_are_marked_read_in_one_step(open_app: Any, many: Any) -> None:
    async with open_app(many, (120, 20)) as seen:
        await seen.press("j", "j", "left_parenthesis")
        await seen.wait_for("2 articles marked as read")
        assert [many.entries[n].read for n in (1, 2, 3)] == [True, True, False]
        await seen.press("u")
        await seen.until(lambda: not many.entries[1].read)
        await seen.press("home", "left_parenthesis")
        await seen.wait_for("All of these are already read")
        await seen.press("j", "j")
        await seen.press("right_parenthesis")
        await seen.wait_for("197 articles marked as read")
        assert [many.entries[n].read for n in (3, 4, 200)] == [False, True, True]
        await seen.press("u")
        await seen.until(lambda: not many.entries[200].read)
        seen.state.action_run("mark_older_read")
        await seen.wait_for("articles marked as read")
        newest = max(row.published.latest for row in many.entries.values() if row.published)
        for row in many.entries.values():
            assert row.published is not None
            if newest - row.published.latest > timedelta(days=1, hours=2):
                assert row.read
            elif newest - row.published.latest < timedelta(hours=20):
                assert not row.read


async def test_several_rows_are_selected_and_marked_in_one_step(open_app: Any, many: Any) -> None:
    async with open_app(many, (120, 20), Settings(preview=False)) as seen:
        await seen.press("j", "V", "j", "j")
        assert seen.text.count("▌") == 9, "three rows of three lines"
        await seen.press("m")
        await seen.wait_for("3 articles changed")
        assert [many.entries[n].read for n in range(1, 6)] == [False, True, True, True, False]
        assert "▌" not in seen.text
        await seen.press("u")
        await seen.until(lambda: not many.entries[3].read)
        await seen.press("V", "k", "s")
        await seen.until(lambda: many.entries[3].starred and many.entries[4].starred)
        assert not many.entries[2].starred
        await seen.press("V", "j", "h")
        assert "▌" not in seen.text
        assert seen.app.focused.id == "entries"


async def test_rows_that_are_passed_on_the_way_down_are_read_where_that_is_set(open_app: Any, many: Any) -> None:
    async with open_app(many, (120, 20), Settings(mark_read_on_scroll=True)) as seen:
        await seen.press("j", "j", "k", "j", "j")
        await seen.until(lambda: seen.state.entry_list.index == 3)
        assert [seen.state.entry_list.row(n).read for n in (1, 2, 3, 4)] == [True, True, True, False]
        await seen.press("G", "m")
        await seen.until(lambda: many.entries[200].read)
        assert [n for n, row in many.entries.items() if row.read] == [1, 2, 3, 200], "a jump passes nothing"
        await seen.press("u", "u")
        await seen.until(lambda: not any(row.read for row in many.entries.values()), "one step to undo")
        await seen.press("home", "j", "j")
        await seen.until(lambda: many.entries[1].read and many.entries[2].read, "by itself, after a rest")
    async with open_app(many, (120, 20), Settings(resume=False)) as seen:
        await seen.press("j", "j", "j", "j", "m")
        await seen.until(lambda: many.entries[5].read)
        assert not many.entries[3].read
