"""What is set for one source: kept, obeyed by the lists, and read whatever a damaged file made of it."""

from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest

from tuinews.model.refresh import FailedRefresh
from tuinews.model.source import Source
from tuinews.model.sources.options import PictureChoice, SourceOptions, TextChoice
from tuinews.model.view import Filter, View
from tuinews.store.connecting import connect

HALF_HOUR = timedelta(minutes=30)
ALL = View()


def put(make: Any, source: Source, options: SourceOptions, folder: str | None = None) -> None:
    make.arrange(source, source.title, folder or source.folder, options)


def test_options_are_as_they_were_set(make: Any) -> None:
    source = make.source()
    options = SourceOptions(90, 3, PictureChoice.ALWAYS, TextChoice.PAGE, "Mozilla/5.0 (X11)", hidden=True)

    put(make, source, options)

    assert make.store.source(source.id).options == options
    assert make.store.sources()[0].options == options
    put(make, source, SourceOptions())
    assert make.store.source(source.id) == source


def test_a_hidden_source_is_in_its_own_lists_alone(make: Any) -> None:
    quiet, loud = make.source("quiet", folder="News/Quiet"), make.source("loud")
    shared, own = make.listing(quiet, make.entry("shared", 1), make.entry("own", 2))
    make.listing(loud, make.entry("shared", 1))
    make.store.keep_article(own, make.article("own", "Gió mạnh"), make.now)

    put(make, quiet, SourceOptions(hidden=True))
    (later,) = make.listing(quiet, make.entry("later", 0.5))

    assert list(make.store.entry_ids(ALL)) == [shared]
    assert list(make.store.search("gió", ALL)) == []
    counts = make.store.counts()
    assert (counts.all, counts.unread, counts.offline) == (1, 1, 0)
    for place in (View(source_id=quiet.id), View(folder="News"), View(folder="News/Quiet")):
        assert list(make.store.entry_ids(place)) == [later, shared, own]
        assert list(make.store.search("gió", place)) == [own]
        offline = View(place.source_id, place.folder, Filter.OFFLINE)
        assert list(make.store.entry_ids(offline)) == [own]
    assert next(s for s in make.store.sources() if s.id == quiet.id).unread == 3

    put(make, quiet, SourceOptions())
    assert list(make.store.entry_ids(ALL)) == [later, shared, own]


def test_what_a_source_that_is_shown_lists_too_comes_out_of_hiding(make: Any) -> None:
    quiet, loud = make.source("quiet"), make.source("loud")
    put(make, quiet, SourceOptions(hidden=True))
    (entry,) = make.listing(quiet, make.entry("one", 1))
    assert list(make.store.entry_ids(ALL)) == []

    make.listing(loud, make.entry("one", 1))
    assert list(make.store.entry_ids(ALL)) == [entry]
    assert make.store.rows([entry])[0].source_title == "loud"

    make.remove(loud)
    assert list(make.store.entry_ids(ALL)) == []
    assert make.store.rows([entry])[0].source_title == "quiet"


def test_a_hidden_source_that_lists_what_a_removed_one_had_shows_it_under_its_own_name(make: Any) -> None:
    gone, quiet = make.source("gone"), make.source("quiet")
    (entry,) = make.listing(gone, make.entry("one", 1))
    make.remove(gone)
    put(make, quiet, SourceOptions(hidden=True))

    make.listing(quiet, make.entry("one", 1))

    assert list(make.store.entry_ids(ALL)) == []
    assert list(make.store.entry_ids(View(source_id=quiet.id))) == [entry]
    assert make.store.rows([entry])[0].source_title == "quiet"


def test_another_interval_holds_from_the_last_refresh_on(make: Any) -> None:
    source = make.source()
    make.listing(source, make.entry("one"))

    make.arrange(source, "a", None, SourceOptions(refresh_minutes=600))
    assert make.store.source(source.id).next_refresh == make.now + timedelta(hours=10)

    later = make.now + timedelta(days=1)
    make.store.record_failure(source.id, FailedRefresh("no answer", make.now, later))
    make.arrange(source, "a", None, SourceOptions(refresh_minutes=5))
    assert make.store.source(source.id).next_refresh == later


@pytest.mark.parametrize("left", ["{", "[]", '{"articles": "many", "text": 7, "later": "x"}', b"\xff\x00", 7])
def test_what_damage_left_of_options_is_as_usual(make: Any, left: object) -> None:
    source = make.source()
    with make.store._database.writing() as sql:
        sql.execute("update source set options = ?, hidden = 1 where id = ?", (left, source.id))

    assert make.store.source(source.id).options == SourceOptions(hidden=True)


def test_a_folder_holds_the_folders_in_it_and_no_other(make: Any) -> None:
    paths = ("Tin", "Tin/Châu Á", "Tin/Châu Á/Nhật", "Tin tức", "Tin-2", "Tin0", "tin")
    ids = {path: make.listing(make.source(f"s{n}", path), make.entry(path, n))[0] for n, path in enumerate(paths)}

    for filter_ in (Filter.ALL, Filter.UNREAD):
        inside = make.store.entry_ids(View(folder="Tin", filter=filter_))
        assert set(inside) == {ids[path] for path in paths[:3]}
    make.star(ids["Tin/Châu Á"], ids["Tin-2"])
    assert list(make.store.entry_ids(View(folder="Tin", filter=Filter.STARRED))) == [ids["Tin/Châu Á"]]
    assert set(make.store.search("chau", View(folder="Tin"))) == {ids["Tin/Châu Á"], ids["Tin/Châu Á/Nhật"]}
    assert list(make.store.entry_ids(View(folder="Tin/Châu Á/Nhật"))) == [ids["Tin/Châu Á/Nhật"]]


def test_sources_stand_by_folder_with_the_folders_in_it_behind_its_own(make: Any) -> None:
    for name, folder in (("d", "Tin/Á"), ("e", "Tin-2"), ("c", "Tin"), ("a", None), ("b", "An/X")):
        make.source(name, folder)

    assert [source.title for source in make.store.sources()] == ["a", "b", "c", "d", "e"]


def test_a_damaged_library_keeps_its_options(make: Any, open_store: Any) -> None:
    source = make.source()
    make.listing(source, make.entry("one", 1))
    put(make, source, SourceOptions(articles=7, hidden=True))
    path = make.store._database.path
    make.store.close()
    with closing(connect(path)) as sql:
        sql.execute("drop table pause")

    mended = open_store(path.parent)

    assert mended.notices
    assert mended.sources()[0].options == SourceOptions(articles=7, hidden=True)
    assert list(mended.entry_ids(ALL)) == []
    assert len(mended.entry_ids(View(source_id=source.id))) == 1
