"""What is set for one source: kept, obeyed by the lists, and read whatever a damaged file made of it."""

from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest

from tuinews.model.source import Source
from tuinews.model.sources.options import PictureChoice, SourceOptions, TextChoice
from tuinews.model.view import Filter, View
from tuinews.store.database import connect

HALF_HOUR = timedelta(minutes=30)
ALL = View()


def put(shelf: Any, source: Source, options: SourceOptions, folder: str | None = None) -> None:
    shelf.arrange(source, source.title, folder or source.folder, options)


def test_options_are_as_they_were_set(shelf: Any) -> None:
    source = shelf.source()
    options = SourceOptions(90, 3, PictureChoice.ALWAYS, TextChoice.PAGE, "Mozilla/5.0 (X11)", hidden=True)

    put(shelf, source, options)

    assert shelf.store.source(source.id).options == options
    assert shelf.store.sources()[0].options == options
    put(shelf, source, SourceOptions())
    assert shelf.store.source(source.id) == source


def test_a_hidden_source_is_in_its_own_lists_alone(shelf: Any) -> None:
    quiet, loud = shelf.source("quiet", folder="News/Quiet"), shelf.source("loud")
    shared, own = shelf.listing(quiet, shelf.entry("shared", 1), shelf.entry("own", 2))
    shelf.listing(loud, shelf.entry("shared", 1))
    shelf.store.keep_article(own, shelf.article("own", "Gió mạnh"), shelf.now)

    put(shelf, quiet, SourceOptions(hidden=True))
    (later,) = shelf.listing(quiet, shelf.entry("later", 0.5))

    assert list(shelf.store.entry_ids(ALL)) == [shared]
    assert list(shelf.store.search("gió", ALL)) == []
    counts = shelf.store.counts()
    assert (counts.all, counts.unread, counts.offline) == (1, 1, 0)
    for place in (View(source_id=quiet.id), View(folder="News"), View(folder="News/Quiet")):
        assert list(shelf.store.entry_ids(place)) == [later, shared, own]
        assert list(shelf.store.search("gió", place)) == [own]
        offline = View(place.source_id, place.folder, Filter.OFFLINE)
        assert list(shelf.store.entry_ids(offline)) == [own]
    assert next(s for s in shelf.store.sources() if s.id == quiet.id).unread == 3

    put(shelf, quiet, SourceOptions())
    assert list(shelf.store.entry_ids(ALL)) == [later, shared, own]


def test_what_a_source_that_is_shown_lists_too_comes_out_of_hiding(shelf: Any) -> None:
    quiet, loud = shelf.source("quiet"), shelf.source("loud")
    put(shelf, quiet, SourceOptions(hidden=True))
    (entry,) = shelf.listing(quiet, shelf.entry("one", 1))
    assert list(shelf.store.entry_ids(ALL)) == []

    shelf.listing(loud, shelf.entry("one", 1))
    assert list(shelf.store.entry_ids(ALL)) == [entry]
    assert shelf.store.rows([entry])[0].source_title == "loud"

    shelf.remove(loud)
    assert list(shelf.store.entry_ids(ALL)) == []
    assert shelf.store.rows([entry])[0].source_title == "quiet"


def test_a_hidden_source_that_lists_what_a_removed_one_had_shows_it_under_its_own_name(shelf: Any) -> None:
    gone, quiet = shelf.source("gone"), shelf.source("quiet")
    (entry,) = shelf.listing(gone, shelf.entry("one", 1))
    shelf.remove(gone)
    put(shelf, quiet, SourceOptions(hidden=True))

    shelf.listing(quiet, shelf.entry("one", 1))

    assert list(shelf.store.entry_ids(ALL)) == []
    assert list(shelf.store.entry_ids(View(source_id=quiet.id))) == [entry]
    assert shelf.store.rows([entry])[0].source_title == "quiet"


def test_another_interval_holds_from_the_last_refresh_on(shelf: Any) -> None:
    source = shelf.source()
    shelf.listing(source, shelf.entry("one"))

    shelf.arrange(source, "a", None, SourceOptions(refresh_minutes=600))
    assert shelf.store.source(source.id).next_refresh == shelf.now + timedelta(hours=10)

    later = shelf.now + timedelta(days=1)
    shelf.store.record_failure(source.id, "no answer", shelf.now, later)
    shelf.arrange(source, "a", None, SourceOptions(refresh_minutes=5))
    assert shelf.store.source(source.id).next_refresh == later


@pytest.mark.parametrize("left", ["{", "[]", '{"articles": "many", "text": 7, "later": "x"}', b"\xff\x00", 7])
def test_what_damage_left_of_options_is_as_usual(shelf: Any, left: object) -> None:
    source = shelf.source()
    with shelf.store._database.writing() as sql:
        sql.execute("update source set options = ?, hidden = 1 where id = ?", (left, source.id))

    assert shelf.store.source(source.id).options == SourceOptions(hidden=True)


def test_a_folder_holds_the_folders_in_it_and_no_other(shelf: Any) -> None:
    paths = ("Tin", "Tin/Châu Á", "Tin/Châu Á/Nhật", "Tin tức", "Tin-2", "Tin0", "tin")
    ids = {
        path: shelf.listing(shelf.source(f"s{n}", path), shelf.entry(path, n))[0] for n, path in enumerate(paths)
    }

    for filter_ in (Filter.ALL, Filter.UNREAD):
        inside = shelf.store.entry_ids(View(folder="Tin", filter=filter_))
        assert set(inside) == {ids[path] for path in paths[:3]}
    shelf.star(ids["Tin/Châu Á"], ids["Tin-2"])
    assert list(shelf.store.entry_ids(View(folder="Tin", filter=Filter.STARRED))) == [ids["Tin/Châu Á"]]
    assert set(shelf.store.search("chau", View(folder="Tin"))) == {ids["Tin/Châu Á"], ids["Tin/Châu Á/Nhật"]}
    assert list(shelf.store.entry_ids(View(folder="Tin/Châu Á/Nhật"))) == [ids["Tin/Châu Á/Nhật"]]


def test_sources_stand_by_folder_with_the_folders_in_it_behind_its_own(shelf: Any) -> None:
    for name, folder in (("d", "Tin/Á"), ("e", "Tin-2"), ("c", "Tin"), ("a", None), ("b", "An/X")):
        shelf.source(name, folder)

    assert [source.title for source in shelf.store.sources()] == ["a", "b", "c", "d", "e"]


def test_a_damaged_library_keeps_its_options(shelf: Any, open_store: Any) -> None:
    source = shelf.source()
    shelf.listing(source, shelf.entry("one", 1))
    put(shelf, source, SourceOptions(articles=7, hidden=True))
    path = shelf.store._database.path
    shelf.store.close()
    with closing(connect(path)) as sql:
        sql.execute("drop table pause")

    mended = open_store(path.parent)

    assert mended.notices
    assert mended.sources()[0].options == SourceOptions(articles=7, hidden=True)
    assert list(mended.entry_ids(ALL)) == []
    assert len(mended.entry_ids(View(source_id=source.id))) == 1
