"""Versions of an article that was changed, and former titles of an entry: what counts as an edit, and what not."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tuinews.model.article import Article, TextKind
from tuinews.store.store import Store

HOUR = timedelta(hours=1)


@pytest.fixture
def entry_id(make: Any) -> int:
    """An entry whose article was kept at noon."""
    (found,) = make.listing(make.source(), make.entry("bão", 1))
    make.store.keep_article(found, make.article("Bão", "Gió cấp 10.", "Mưa lớn."), make.now)
    return int(found)


def keep(make: Any, entry_id: int, article: Article, hours: int = 1, repeated: tuple[str, ...] = ()) -> Any:
    make.store.keep_article(entry_id, article, make.now + hours * HOUR, repeated)
    return make.store.article(entry_id)


def test_what_it_said_before_is_kept_with_when_it_was_replaced(make: Any, entry_id: int) -> None:
    kept = keep(make, entry_id, make.article("Bão", "Gió cấp 12.", "Mưa lớn."))

    assert (kept.changed, kept.times_changed) == (make.now + HOUR, 1)
    (before,) = make.store.revisions(entry_id)
    assert (before.number, before.title, before.document.lines) == (1, "Bão", ["Gió cấp 10.", "Mưa lớn."])
    assert (before.fetched, before.replaced) == (make.now, make.now + HOUR)


def test_ten_versions_stay_and_all_are_counted(make: Any, entry_id: int) -> None:
    for hour in range(1, 14):
        kept = keep(make, entry_id, make.article("Bão", f"Gió cấp {hour}."), hour)

    assert kept.times_changed == 13
    assert [one.number for one in make.store.revisions(entry_id)] == list(range(13, 3, -1))


@pytest.mark.parametrize(
    "lines",
    [
        ("Gió cấp 10.", "Mưa lớn."),
        ("Gió  cấp 10. ", "Mưa lớn."),
        ("Mưa lớn.", "Gió cấp 10."),
        ("Đọc thêm: tin khác", "Gió cấp 10.", "Mưa lớn."),
        ("Gió cấp 10.", "Mưa lớn.", "Đọc thêm: tin khác"),
    ],
)
def test_a_line_that_moved_or_that_its_site_repeats_is_no_edit(
    make: Any, entry_id: int, lines: tuple[str, ...]
) -> None:
    kept = keep(make, entry_id, make.article("Bão", *lines), repeated=("Đọc thêm: tin khác",))

    assert (kept.changed, kept.times_changed, kept.article.document.lines) == (None, 0, list(lines))
    assert make.store.revisions(entry_id) == []


def test_another_title_is_an_edit_and_another_way_of_reading_is_none(make: Any, entry_id: int) -> None:
    page = make.article("Bão", "Cả trang, với thực đơn.")
    assert keep(make, entry_id, replace(page, kind=TextKind.WHOLE_PAGE)).times_changed == 0
    assert keep(make, entry_id, replace(page, kind=TextKind.WHOLE_PAGE, title="Bão tan")).times_changed == 0

    assert keep(make, entry_id, replace(page, kind=TextKind.WHOLE_PAGE, title="Bão"), 2).times_changed == 1
    assert keep(make, entry_id, make.article("Bão", "Gió cấp 12."), 2).times_changed == 1


def test_versions_go_with_their_entry(make: Any, entry_id: int) -> None:
    keep(make, entry_id, make.article("Bão", "Gió cấp 12."))
    with make.store._database.writing() as sql:
        sql.execute("delete from entry where id = ?", (entry_id,))

    assert make.store.revisions(entry_id) == []


@pytest.mark.parametrize(
    ("title", "former"),
    [("Bão số 5 vào bờ", "bão"), ("BÃO", None), ("“Bão”!", None), ("bão", None)],
)
def test_a_title_that_its_listing_changes_leaves_the_former_one(
    make: Any, entry_id: int, title: str, former: str | None
) -> None:
    make.listing(make.source(), replace(make.entry("bão", 1), title=title))

    (row,) = make.store.rows([entry_id])
    assert (row.title, row.former_title) == (title, former)


def test_versions_are_saved_out_of_a_damaged_library(
    make: Any, entry_id: int, tmp_path: Path, open_store: Callable[..., Store]
) -> None:
    keep(make, entry_id, make.article("Bão", "Gió cấp 12."))
    make.listing(make.source(), replace(make.entry("bão", 1), title="Bão số 5"))
    make.store.close()
    library = tmp_path / "library" / "library.sqlite3"
    with closing(sqlite3.connect(library)) as sql:
        sql.execute("drop table pause")
        sql.commit()

    store = open_store(library.parent)

    assert store.notices
    assert [one.document.lines for one in store.revisions(entry_id)] == [["Gió cấp 10.", "Mưa lớn."]]
    assert [row.former_title for row in store.rows([entry_id])] == ["bão"]
