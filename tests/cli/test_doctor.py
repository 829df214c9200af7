"""`tuinews doctor` on files that are damaged: it tells, never fails, and repairs what it says it repairs."""

from pathlib import Path

import pytest

from tuinews.demo.site import DemoSite

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
    assert "tuinews repairs it at its start" in tuinews("doctor").out
    assert "was damaged" in tuinews("list").err
    assert tuinews("doctor").status == 0


def test_where_there_is_no_library_that_is_told_in_plain_words(tuinews: Run, tmp_path: Path) -> None:
    done = tuinews("doctor", "--data-dir", str(tmp_path / "none"))
    assert (done.status, done.err) == (1, "")
    assert "there is no library here yet" in done.out
    assert "Errno" not in done.out
