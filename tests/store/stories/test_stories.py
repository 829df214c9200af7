"""Stories: what arrives joins what is like it, one entry stands for all, and what was set apart stays apart."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tuinews.model.entry import Entry
from tuinews.model.entry_row import Story
from tuinews.model.sources.options import SourceOptions
from tuinews.model.standing.queries import Mute, SavedView
from tuinews.model.undo.changes import EntriesMarked, EntryMark, QueryChanged, StoryParted
from tuinews.model.view import Filter, ListOrder, View
from tuinews.store.connecting import connect
from tuinews.store.recovery.examination import examine
from tuinews.store.statements import scalar
from tuinews.store.store import Store
from tuinews.store.tables.entries import ids_query

STORIES = View(stories=True)
UNREAD = replace(STORIES, filter=Filter.UNREAD)
QUAKE = (
    "A magnitude 6.1 earthquake struck off the coast of Tavaro early on Monday, killing at least 14 people and "
    "cutting power to the main port of the island."
)


def told(make: Any, name: str, hours_ago: float, title: str = "Quake off Tavaro kills 14", **more: Any) -> Entry:
    url = f"https://{name}.example.org/{title.lower().replace(' ', '-')}"
    said = {"title": title, "summary": QUAKE, "url": url, **more}
    return make.entry(f"{name}{title}", hours_ago, **said)  # type: ignore[no-any-return]


@pytest.fixture
def three(make: Any) -> list[int]:
    """The same story of three sources, the oldest first, and in the first one other entry that is newer."""
    ids = []
    for hours, name in ((3, "a"), (2, "b"), (1, "c")):
        ids += make.listing(make.source(name, folder="News"), told(make, name, hours))
    other = make.entry("Rain", 0.5, summary="It rains in the hills.")
    make.listing(make.source("a"), told(make, "a", 3), other)
    return ids


def listed(make: Any, view: View) -> list[int]:
    return list(make.store.listing(view, make.now).ids)


def test_the_same_story_is_one_row_and_each_entry_says_how_many_tell_it(make: Any, three: list[int]) -> None:
    rain, newest = listed(make, STORIES)
    assert newest == three[-1]
    assert len(listed(make, View())) == 4
    (story,) = {row.story for row in make.store.rows(three)}
    assert story == Story(1, 2)
    assert make.store.rows([rain])[0].story is None
    assert make.store.story(three[0]) == three[::-1]
    assert make.store.story(rain) == [rain]
    assert set(make.store.with_stories([rain, three[1]])) == {rain, *three}
    for order in ListOrder:
        assert set(listed(make, replace(STORIES, order=order))) == {rain, newest}
    assert list(make.store.entry_ids(STORIES, 1)) == [rain]


def test_unread_ones_stand_for_a_story_before_newer_ones_that_were_read(make: Any, three: list[int]) -> None:
    make.store.set_read(three[1:], True)
    assert three[0] in listed(make, UNREAD)
    assert three[0] in listed(make, STORIES)
    make.store.set_read(three[:1], True)
    assert not set(three) & set(listed(make, UNREAD))
    assert three[-1] in listed(make, STORIES)
    make.store.do(EntriesMarked((three[1],), EntryMark.READ, False), make.now)
    assert [i for i in listed(make, UNREAD) if i in three] == [three[1]]
    make.store.undo(make.now)
    assert not set(three) & set(listed(make, UNREAD))


def test_what_is_muted_hidden_or_removed_stands_for_nothing(make: Any, three: list[int]) -> None:
    b, c = (make.store.find_source(f"https://{name}.example.org/feed.xml") for name in "bc")
    make.remove(c)
    assert three[1] in listed(make, STORIES)
    make.arrange(b, "b", "News", SourceOptions(hidden=True))
    assert three[0] in listed(make, STORIES)
    assert make.store.rows([three[0]])[0].story is None
    assert listed(make, replace(STORIES, source_id=b.id)) == [three[1]]
    make.store.undo(make.now)
    done = make.store.do(QueryChanged(None, Mute(query="source:b")), make.now)
    while make.store.settle_mutes(make.now):
        pass
    assert done is not None
    assert three[0] in listed(make, STORIES)
    assert three[1] not in listed(make, STORIES)


def test_a_place_lists_what_its_own_sources_tell(make: Any, three: list[int]) -> None:
    a = make.store.find_source("https://a.example.org/feed.xml")
    assert three[0] in listed(make, replace(STORIES, source_id=a.id))
    folder = replace(STORIES, folder="News")
    assert [i for i in listed(make, folder) if i in three] == [three[-1]]
    assert [i for i in listed(make, replace(folder, order=ListOrder.OLDEST)) if i in three] == [three[-1]]
    make.store.set_read(three[-1:], True)
    assert [i for i in listed(make, replace(folder, filter=Filter.UNREAD)) if i in three] == [three[1]]
    (again,) = make.listing(a, told(make, "a", 3), told(make, "a", 0.1, "Quake off Tavaro kills 14 again"))
    there = listed(make, replace(STORIES, source_id=a.id))
    assert again in there
    assert three[0] not in there


def test_starred_and_kept_ones_and_hits_of_a_search_are_listed_each(make: Any, three: list[int]) -> None:
    make.star(*three)
    assert set(three) <= set(listed(make, replace(STORIES, filter=Filter.STARRED)))
    for entry_id in three:
        make.store.keep_article(entry_id, make.article(str(entry_id), QUAKE), make.now)
    assert set(three) <= set(listed(make, replace(STORIES, filter=Filter.OFFLINE)))
    assert set(three) <= set(make.store.search("tavaro", STORIES))
    make.store.do(QueryChanged(None, SavedView(query="tavaro", name="Quakes")), make.now)
    (saved,) = make.store.views()
    assert list(make.store.saved_ids(View(saved_id=saved.id, stories=True))) == [three[-1]]


def test_what_was_set_apart_stays_so_until_it_is_taken_back(make: Any, three: list[int]) -> None:
    make.store.do(StoryParted(three[1], "Quake", 1, (three[0], three[2])), make.now)
    assert {three[1], three[2]} <= set(listed(make, STORIES))
    assert make.store.rows([three[2]])[0].story == Story(1, 1)
    # Its text comes, and another source tells the same: it is no part of it.
    with closing(connect(make.store._database.path, "rw")) as sql:
        sql.execute("update entry set summary = null where id = ?", (three[1],))
    make.store.keep_article(three[1], make.article("b", QUAKE), make.now)
    assert make.store.rows([three[1]])[0].story is None
    make.store.undo(make.now)
    assert make.store.rows([three[1]])[0].story == Story(1, 2)
    assert three[1] not in listed(make, STORIES)
    make.store.redo(make.now)
    assert three[1] in listed(make, STORIES)


def test_a_title_alone_joins_once_its_text_has_come(make: Any) -> None:
    (first,) = make.listing(make.source("a"), told(make, "a", 2))
    (bare,) = make.listing(make.source("b"), told(make, "b", 1, "Power is out on the island", summary=None))
    assert make.store.rows([bare])[0].story is None
    make.store.keep_article(bare, make.article("b", QUAKE), make.now)
    assert make.store.story(bare) == [bare, first]


def test_a_text_tells_what_a_summary_in_other_words_does_not(make: Any) -> None:
    (first,) = make.listing(make.source("a"), told(make, "a", 2))
    summary = "Houses fell and lights went out as people slept, and many are still looked for in the dark streets."
    (other,) = make.listing(make.source("b"), told(make, "b", 1, "Island wakes to ruins", summary=summary))
    assert make.store.rows([other])[0].story is None
    text = "A tremor of 6.1 shook Tavaro early on Monday. At least 14 people died, and the port has no power."
    make.store.keep_article(other, make.article("b", f"{summary} {text}"), make.now)
    assert make.store.story(other) == [other, first]


def test_what_a_source_tells_besides_its_report_is_no_part_of_the_story(make: Any) -> None:
    (report,) = make.listing(make.source("a"), told(make, "a", 3))
    (other,) = make.listing(make.source("b"), told(make, "b", 2))
    more = QUAKE.replace("cutting power to the main port of the island", "driving families to the boats")
    (third, besides) = (
        make.listing(make.source(name), told(make, name, 1, "Families sleep in boats off Tavaro", summary=more))[0]
        for name in "ca"
    )
    assert make.store.story(report) == [third, other, report]
    assert make.store.story(besides) == [besides]


def test_days_later_it_is_another_story(make: Any) -> None:
    make.listing(make.source("a"), told(make, "a", 60))
    (late,) = make.listing(make.source("b"), told(make, "b", 1))
    assert make.store.rows([late])[0].story is None


def test_an_older_library_is_looked_through_in_slices(make: Any, three: list[int]) -> None:
    with closing(connect(make.store._database.path, "rw")) as sql:
        for table in ("story_member", "likeness"):
            sql.execute(f"delete from {table}")
        assert scalar(sql, "select count(*) from status where folded = 1") == 0
    assert len(listed(make, STORIES)) == 4
    assert make.store.stories_are_due()
    while make.store.settle_stories(make.now):
        pass
    assert not make.store.stories_are_due()
    assert len(listed(make, STORIES)) == 2


def test_numbers_that_nothing_can_be_like_are_forgotten(make: Any, three: list[int], open_store: Any) -> None:
    path = make.store._database.path
    make.store.close()
    open_store(path.parent, make.now + timedelta(days=9)).close()
    with closing(connect(path, "ro")) as sql:
        assert scalar(sql, "select count(*) from likeness") == 0
        assert scalar(sql, "select count(*) from story_member") == 3


def test_the_lists_of_stories_are_walks_along_an_index(make: Any, three: list[int]) -> None:
    with closing(connect(make.store._database.path, "ro")) as sql:
        for view in (STORIES, UNREAD):
            query, values = ids_query(view)
            (plan,) = [row[3] for row in sql.execute(f"explain query plan {query}", values)]
            assert f"COVERING INDEX status_stories_{view.filter}" in plan


def test_a_story_whose_first_entry_is_gone_is_told_by_the_next(make: Any, three: list[int]) -> None:
    with closing(connect(make.store._database.path, "rw")) as sql:
        sql.execute("delete from entry where id = ?", (three[-1],))
    assert three[1] in listed(make, STORIES)


def test_a_mended_library_hides_nothing_for_a_story_that_was_lost(make: Any, three: list[int]) -> None:
    directory = make.store._database.path.parent
    make.store.close()
    with closing(sqlite3.connect(directory / "library.sqlite3")) as sql:
        sql.execute("drop trigger story_left")
        sql.execute("delete from story_member")
        sql.execute("drop table pause")
        sql.commit()

    with closing(Store.open(directory, make.now)) as make.store:
        assert set(listed(make, STORIES)) >= set(three)
    assert [one.name for one in examine(directory, make.now) if not one.is_well] == []


@pytest.mark.parametrize("lost", ["entry", "status"])
def test_a_mended_library_has_its_stories_without_what_was_lost(make: Any, three: list[int], lost: str) -> None:
    """What tells a story and is there no longer, or is no longer known to be folded away."""
    directory = make.store._database.path.parent
    make.store.close()
    shutil.rmtree(directory / "backups", ignore_errors=True)
    with closing(sqlite3.connect(directory / "library.sqlite3")) as sql:
        sql.execute(f"delete from {lost} where {'id' if lost == 'entry' else 'entry_id'} = ?", (three[0],))
        sql.execute("drop table pause")
        sql.commit()

    with closing(Store.open(directory, make.now)) as make.store:
        assert make.store.notices
        assert len(listed(make, STORIES)) == 2
    assert [one.name for one in examine(directory, make.now) if not one.is_well] == []


def test_an_entry_whose_date_is_restated_stands_for_its_story_or_does_no_longer(
    make: Any, three: list[int]
) -> None:
    first, second, newest = three
    make.listing(make.source("a"), told(make, "a", 0.25))
    assert [entry_id for entry_id in listed(make, STORIES) if entry_id in three] == [first]

    make.listing(make.source("a"), told(make, "a", 40))
    assert [entry_id for entry_id in listed(make, STORIES) if entry_id in three] == [newest]
    assert second not in listed(make, STORIES)
