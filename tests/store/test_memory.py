from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from tuinews.store.store import Store


def test_pauses_are_kept_across_openings_and_none_is_erased_by_another(
    shelf: Any, open_store: Callable[[Path], Store], tmp_path: Path
) -> None:
    soon, later = shelf.now + timedelta(minutes=5), shelf.now + timedelta(hours=5)
    other = open_store(tmp_path / "library")
    shelf.store.keep_pauses({"a.example.org": later, "b.example.org": soon})
    other.keep_pauses({})
    other.keep_pauses({"a.example.org": soon, "b.example.org": later, "c.example.org": soon})

    expected = {"a.example.org": later, "b.example.org": later, "c.example.org": soon}
    assert shelf.store.pauses() == open_store(tmp_path / "library").pauses() == expected
    assert [shelf.store.pause_of(f"{name}.example.org") for name in "abcd"] == [later, later, soon, None]


def test_pauses_that_are_over_go(shelf: Any) -> None:
    over, running = shelf.now - timedelta(seconds=1), shelf.now + timedelta(minutes=5)
    shelf.store.keep_pauses({"a.example.org": over, "b.example.org": running})

    assert shelf.store.pauses() == {"b.example.org": running}


def test_a_pause_that_a_wrong_clock_wrote_gives_way(shelf: Any) -> None:
    until = shelf.now + timedelta(minutes=5)
    shelf.store.keep_pauses({"a.example.org": shelf.now + timedelta(days=3650)})
    shelf.store.keep_pauses({"a.example.org": until})

    assert shelf.store.pause_of("a.example.org") == until


def test_small_things_are_kept(shelf: Any) -> None:
    assert shelf.store.state("open entry") is None
    shelf.store.keep_state("open entry", "7")
    shelf.store.keep_state("open entry", "8")

    assert shelf.store.state("open entry") == "8"
