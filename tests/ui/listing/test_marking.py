"""Read marks, stars, undo and redo."""

import threading
from array import array
from typing import Any, ClassVar

from tuinews.errors import DiskFullError
from tuinews.model.view import View


async def test_m_marks_read_and_unread(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("m")
        assert "● Bridge 1" not in seen.text
        await seen.until(lambda: library.entries[1].read)
        await seen.press("m")
        assert "● Bridge 1" in seen.text
        await seen.until(lambda: not library.entries[1].read)


async def test_no_mark_is_lost_by_fast_keys_or_by_quitting(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.pilot.press("m", "j", "m", "s", "j", "j", "j", "m", "Q")
        await seen.until(lambda: not seen.app.is_running)
    assert [n for n, row in library.entries.items() if row.read] == [1, 2, 3, 4, 5]
    assert library.entries[2].starred


async def test_s_stars_the_article_under_the_cursor(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("s")
        assert "★ Bridge 1" in seen.text
        await seen.until(lambda: library.entries[1].starred)
        await seen.press("s")
        assert "★ Bridge 1" not in seen.text
        await seen.until(lambda: not library.entries[1].starred)


async def test_what_is_starred_is_kept_for_reading_offline(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        assert 1 not in library.kept
        await seen.press("s")
        await seen.until(lambda: 1 in library.kept)
        await seen.until(lambda: "↓" in seen.after("★ Bridge 1"))


async def test_a_star_without_a_network_is_a_star(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes)
        library.offline = True
        await seen.press("s")
        await seen.until(lambda: library.entries[1].starred)
        assert "no network" not in seen.text
        assert 1 not in library.kept
        library.offline = False
        await seen.press("s", "s")  # starred again
        await seen.until(lambda: 1 in library.kept)


async def test_marks_mean_the_open_article_in_the_reader(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter", "tab", "tab", "j", "tab", "s")
        await seen.until(lambda: library.entries[2].starred)
        assert not library.entries[3].starred


async def test_a_marks_all_read_without_a_question_and_u_undoes_it(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("A")
        await seen.wait_for("10 articles marked as read; u undoes it")
        await seen.until(lambda: "●" not in seen.text)
        await seen.press("u")
        await seen.wait_for("10 articles marked as unread again")
        await seen.wait_for("● Bridge 1")
        await seen.press("ctrl+r")
        await seen.wait_for("10 articles marked as read again")
        await seen.until(lambda: "●" not in seen.text)


class WatchedIds(array):  # type: ignore[type-arg]
    """Ids that note on which threads they are walked along."""

    walkers: ClassVar[set[int]] = set()

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice) and len(range(*place.indices(len(self)))) == len(self):
            self.walkers.add(threading.get_ident())
        return super().__getitem__(place)


async def test_what_stays_is_put_back_off_the_screens_thread(open_app: Any, library: Any) -> None:
    """With 100,000 ids that takes longer than a frame."""
    async with open_app(library) as seen:
        await seen.press("2")
        await seen.wait_for("Unread articles")
        await seen.press("m")
        await seen.until(lambda: library.entries[1].read)
        before = library.entry_ids

        async def watched(view: View, limit: int | None = None) -> Any:
            return WatchedIds("q", await before(view, limit))

        library.entry_ids = watched
        WatchedIds.walkers.clear()
        listed = seen.state.listed_entries
        seen.state.reloading.reload(0.001)
        await seen.until(lambda: seen.state.listed_entries is not listed)

        assert 1 in seen.state.listed_entries.ids
        assert 1 not in library._listed(seen.state.view)
        assert len(WatchedIds.walkers) == 1
        assert threading.get_ident() not in WatchedIds.walkers


async def test_nothing_to_undo_says_so(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("u")
        await seen.wait_for("Nothing to undo")
        await seen.press("ctrl+r")
        await seen.wait_for("Nothing to redo")


async def test_a_read_article_stays_in_the_unread_until_the_view_is_entered_again(
    open_app: Any, library: Any
) -> None:
    async with open_app(library) as seen:
        await seen.press("2")
        await seen.wait_for("Unread articles")
        await seen.press("j", "m")
        await seen.until(lambda: library.entries[2].read)
        await seen.until(lambda: seen.state.counts and seen.state.counts.unread == 9)
        assert "桜が満開 2" in seen.text
        assert "2/10" in seen.status
        await seen.press("2")
        await seen.until(lambda: "桜が満開 2" not in seen.text)


async def test_a_mark_that_cannot_be_kept_is_taken_back_and_told(open_app: Any, library: Any) -> None:
    async def full(*_: object) -> None:
        raise DiskFullError("the library", "there is no room left on the disk", "make room and try again")

    library.star = full
    async with open_app(library) as seen:
        await seen.press("s")
        await seen.wait_for("there is no room left on the disk; make room and try again")
        await seen.until(lambda: "★ Bridge 1" not in seen.text)


async def test_with_room_on_the_disk_again_it_is_said_and_marks_are_kept(open_app: Any, library: Any) -> None:
    full = DiskFullError("nothing was saved", "the disk is full", "make room")
    star = library.star

    async def star_or_not(*marks: Any) -> Any:
        if library.read_only:
            raise full
        return await star(*marks)

    library.star, library.read_only, library.is_full = star_or_not, True, True
    library.notices = ("the disk is full",)
    async with open_app(library) as seen:
        await seen.press("s")
        await seen.wait_for("make room")
        library.is_full, library.notices = False, ()
        seen.state._tick()
        await seen.wait_for("There is room on the disk again; what is marked and fetched is saved")
        assert seen.state.notices == ()
        await seen.press("s")
        await seen.until(lambda: library.entries[1].starred, "kept")


async def test_a_mark_of_a_row_that_has_not_come_yet_is_not_lost(open_app: Any, many: Any) -> None:
    async with open_app(many) as seen:
        for key in ("G", "m", "s"):
            seen.app.simulate_key(key)
        await seen.until(lambda: many.entries[200].starred and many.entries[200].read)
        await seen.wait_for("★ Entry 200")


async def test_a_row_stays_only_as_long_as_its_view_is_listed(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes)
        await seen.press("2")
        await seen.wait_for("Unread articles")
        await seen.press("j", "m")
        await seen.until(lambda: library.entries[2].read)
        await seen.press("m")
        await seen.until(lambda: not library.entries[2].read)
        await seen.press("1")
        await seen.wait_for("All articles")
        await seen.press("2")
        await seen.wait_for("Unread articles")
        await seen.wait_for("● 桜が満開 2")
        await library.mark_read([2], True)
        await seen.press("R")
        await seen.until(lambda: "桜が満開 2" not in seen.text)
