"""SAFETY.md, "Data": death, two processes, a full disk, a folder that cannot be written, a clock that is wrong."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tuinews.model.source import NewSource
from tuinews.model.view import Filter, View
from tuinews.store.store import Store

from .conftest import StartTask, result


def test_a_process_that_is_killed_thirty_times_loses_and_doubles_nothing(tmp_path: Path, start: StartTask) -> None:
    told = result(start("die", tmp_path, 30))

    assert told["wrong"] == []
    assert told["marks"] > 30


def test_who_retires_and_is_killed_leaves_each_entry_whole_or_remembered(tmp_path: Path, start: StartTask) -> None:
    told = result(start("die_retiring", tmp_path, 15))

    assert told["wrong"] == []
    assert told["left"][0] > told["left"][-1] > 0
    assert sorted(told["left"], reverse=True) == told["left"]


def test_a_full_disk_is_said_and_work_goes_on_when_there_is_room(tmp_path: Path, start: StartTask) -> None:
    told = result(start("fill_disk", tmp_path))

    assert told["error"].startswith("nothing was saved: the disk is full")
    assert told["lost"] == 0
    assert told["after"] == 5
    assert told["read"] == 5


def test_two_processes_make_and_write_one_library_together(
    tmp_path: Path, open_store: Callable[..., Store], start: StartTask
) -> None:
    together = [start("write_along", tmp_path, name, 25) for name in ("one", "two")]

    assert [result(process) for process in together] == [{"marks": 125, "notices": []}] * 2
    store = open_store(tmp_path)
    assert sorted(source.title for source in store.sources()) == ["one", "two"]
    assert store.counts().all == 250
    assert store.counts().unread == 0
    assert store.counts().offline == 50


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that any user of the machine can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def lock_up(folder: Path) -> None:
    for file in folder.iterdir():
        file.chmod(0o755 if file.is_dir() else 0o444)
    folder.chmod(0o555)


def test_a_read_only_folder_is_read_and_said_so(public_folder: Path, start: StartTask) -> None:
    result(start("write_along", public_folder, "one", 1))
    lock_up(public_folder)

    told = result(start("read_only", public_folder))

    assert told["read_only"] is True
    assert told["entries"] == told["found"] == 5
    assert told["notices"][0].startswith("the library is read-only")
    assert told["error"].startswith("the library is read-only")
    assert told["pages"] == [True]


def test_what_a_dead_process_left_in_the_wal_of_a_read_only_folder_is_read(
    public_folder: Path, start: StartTask
) -> None:
    marks = result(start("leave_wal", public_folder))["marks"]
    lock_up(public_folder)

    assert result(start("read_only", public_folder))["entries"] >= marks * 5 / 2


def test_a_read_only_folder_without_a_library_shows_an_empty_one(public_folder: Path, start: StartTask) -> None:
    public_folder.chmod(0o555)

    told = result(start("read_only", public_folder))

    assert told["read_only"] is True
    assert told["entries"] == 0


@pytest.mark.parametrize("year", [1970, 2036])
def test_a_wrong_clock_forgets_nothing(
    make: Any, open_store: Callable[..., Store], tmp_path: Path, year: int
) -> None:
    source = make.source()
    [entry_id] = make.listing(source, make.entry("one", 1))
    make.remove(source)
    wrong = datetime(year, 1, 1, tzinfo=UTC)

    store = open_store(tmp_path / "library", wrong)
    store.add_source(NewSource(source.kind, source.url, source.title), wrong)

    assert list(store.entry_ids(View())) == [entry_id]


def test_entries_fetched_by_a_clock_in_1970_keep_the_order_of_their_dates(make: Any) -> None:
    in_1970 = datetime(1970, 1, 1, 0, 5, tzinfo=UTC)
    make.listing(make.source(), make.entry("old", 5), make.entry("new", 1), at=in_1970)

    assert make.titles(make.store.entry_ids(View())) == ["new", "old"]


def test_a_date_in_the_future_leads_the_list_no_longer_than_its_fetch(make: Any) -> None:
    source = make.source()
    make.listing(source, make.entry("dated 2099", -24 * 365 * 70), make.entry("yesterday", 24))
    make.listing(source, make.entry("later", -2), at=make.now + timedelta(hours=3))

    assert make.titles(make.store.entry_ids(View())) == ["later", "dated 2099", "yesterday"]
    assert make.store.entry_ids(View(filter=Filter.UNREAD)) == make.store.entry_ids(View())
