"""Two starts on a damaged library, and death in the midst of mending: never an empty library."""

import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from forked import Piped
from tuinews.store.store import Store

from .conftest import StartTask, result


@pytest.fixture(params=["the first page", "its end"])
def damaged(request: pytest.FixtureRequest, tmp_path: Path, written_library: Path) -> Path:
    """The folder of a damaged library, of whose 300 entries all or most can be saved."""
    folder = tmp_path / "library"
    shutil.copytree(written_library, folder)
    with (folder / "library.sqlite3").open("r+b") as file:
        if request.param == "its end":
            file.truncate(file.seek(0, 2) * 3 // 4)
        else:
            file.write(bytes(16))
    return folder


def line(process: Piped) -> str:
    return process.stdout.readline().strip()


def left_over(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if ".part-" in path.name or "rebuilt" in path.name]


def test_the_second_start_says_that_it_waits_and_finds_what_the_first_one_saved(
    damaged: Path, start: StartTask
) -> None:
    first = start("mend_slowly", damaged)
    assert line(first) == "mending"

    second = start("open_watched", damaged)
    assert line(second) == "waiting"
    saved = result(first)  # its stdin ends, and it goes on
    found = result(second)

    assert saved["entries"] > 100
    assert "were recovered" in saved["notices"][0]
    assert found == {"entries": saved["entries"], "notices": []}
    assert left_over(damaged) == []


def test_the_lock_of_a_process_that_was_killed_is_free_at_once(damaged: Path, start: StartTask) -> None:
    first = start("mend_slowly", damaged)
    assert line(first) == "mending"
    second = start("open_watched", damaged)
    assert line(second) == "waiting"

    first.kill()
    assert line(second) == "mending"
    found = result(second)

    assert found["entries"] > 100
    assert "were recovered" in found["notices"][0]
    assert left_over(damaged) == []


@pytest.mark.parametrize("damaged", ["the first page"], indirect=True)  # it takes the most steps
def test_death_at_any_step_of_mending_loses_nothing(
    damaged: Path, start: StartTask, tmp_path: Path, open_store: Callable[..., Store]
) -> None:
    whole = tmp_path / "whole"
    shutil.copytree(damaged, whole)
    expected = open_store(whole).counts()
    for step in range(1, 100):
        folder = tmp_path / f"died-{step}"
        shutil.copytree(damaged, folder)
        dying = start("die_mending", folder, step)
        dying.read_to_the_end()
        if dying.returncode == 0:
            break
        assert dying.returncode == -signal.SIGKILL

        store = open_store(folder)

        assert store.counts() == expected, step
        assert [source.title for source in store.sources()] == ["a"], step
        assert left_over(folder) == [], step
        shutil.rmtree(folder)
    assert 8 < step < 99


def test_backups_of_two_that_end_together_are_written_one_after_the_other(
    tmp_path: Path, start: StartTask, open_store: Callable[..., Store]
) -> None:
    together = [start("write_along", tmp_path, name, 3) for name in ("one", "two", "three")]
    assert [result(process)["marks"] for process in together] == [15, 15, 15]

    (tmp_path / "library.sqlite3").unlink()
    assert sorted(source.title for source in open_store(tmp_path).sources()) == ["one", "three", "two"]
    assert left_over(tmp_path) == []
