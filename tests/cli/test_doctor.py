"""`tuinews doctor` on files that are damaged: it tells, never fails, and repairs what it says it repairs."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tuinews.demo.site import DemoSite
from tuinews.store.connecting import PAGE

from .conftest import Run

_PAGE = 4096


def _damage(file: Path, first: int, last: int) -> None:
    data = bytearray(file.read_bytes())
    data[first * _PAGE : last * _PAGE] = b"\xaa" * ((last - first) * _PAGE)
    file.write_bytes(data)


@pytest.fixture
def file(tuinews: Run, site: DemoSite, tmp_path: Path) -> Path:
    """The file of a library with a source."""
    tuinews("add", site.url + "rss.xml", "--articles", "3")
    return tmp_path / "data" / "library.sqlite3"


@pytest.mark.parametrize("place", [0.2, 0.4, 0.6, 0.8])
def test_damage_within_the_file_is_told_and_repaired(tuinews: Run, file: Path, place: float) -> None:
    pages = file.stat().st_size // _PAGE
    _damage(file, int(pages * place), int(pages * place) + 4)
    told = tuinews("doctor", "--json")
    assert told.status == 1
    assert "unexpected" not in told.err
    assert [one["name"] for one in told.json if not one["is_well"]] in (["pages"], ["file"])
    repaired = tuinews("doctor", "--repair")
    assert (repaired.status, "was damaged" in repaired.err) == (0, True)
    assert tuinews("doctor").status == 0
    assert len(tuinews("sources", "--json").json) == 1


def test_what_the_doctor_found_the_next_start_repairs(tuinews: Run, file: Path) -> None:
    pages = file.stat().st_size // _PAGE
    _damage(file, pages // 2, pages // 2 + 4)
    assert "tuinews repairs it when it starts" in tuinews("doctor").out
    assert "was damaged" in tuinews("list").err
    assert tuinews("doctor").status == 0


def test_a_repaired_library_takes_no_more_room_than_it_needs(tuinews: Run, file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as sql:
        sql.execute("create table padding (words blob)")
        sql.execute("insert into padding values (zeroblob(2000000))")
        sql.execute("drop table padding")
        sql.execute("pragma wal_checkpoint(truncate)")
    before = file.stat().st_size
    assert tuinews("doctor", "--repair").status == 0
    assert file.stat().st_size < before - 1_900_000
    with closing(sqlite3.connect(file)) as sql:
        assert sql.execute("pragma journal_mode").fetchone() == ("wal",)
    assert len(tuinews("sources", "--json").json) == 1


def test_a_repair_gives_an_older_library_larger_pages(tuinews: Run, file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as sql:
        sql.execute("pragma journal_mode = delete")
        sql.execute("pragma page_size = 4096")
        sql.execute("vacuum")
    assert tuinews("doctor", "--repair").status == 0
    with closing(sqlite3.connect(file)) as sql:
        assert sql.execute("pragma page_size").fetchone() == (PAGE,)


def test_a_library_that_is_open_elsewhere_is_repaired_as_it_is(tuinews: Run, file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as sql:
        sql.execute("begin")
        sql.execute("select count(*) from source").fetchone()
        assert tuinews("doctor", "--repair").status == 0
        assert sql.execute("select count(*) from source").fetchone() == (1,)


def test_where_there_is_no_library_that_is_told_in_plain_words(tuinews: Run, tmp_path: Path) -> None:
    done = tuinews("doctor", "--data-dir", str(tmp_path / "none"))
    assert (done.status, done.err) == (1, "")
    assert "there is no library here yet" in done.out
    assert "Errno" not in done.out
