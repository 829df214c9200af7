from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from tuinews.store.store import Store


def test_pauses_are_kept_across_openings_and_none_is_erased_by_another(
    make: Any, open_store: Callable[[Path], Store], tmp_path: Path
) -> None:
    soon, later = make.now + timedelta(minutes=5), make.now + timedelta(hours=5)
    other = open_store(tmp_path / "library")
    make.store.keep_pauses({"a.example.org": later, "b.example.org": soon})
    other.keep_pauses({})
    other.keep_pauses({"a.example.org": soon, "b.example.org": later, "c.example.org": soon})

    expected = {"a.example.org": later, "b.example.org": later, "c.example.org": soon}
    assert make.store.pauses() == open_store(tmp_path / "library").pauses() == expected
    assert [make.store.pause_of(f"{name}.example.org") for name in "abcd"] == [later, later, soon, None]


def test_pauses_that_are_over_go(make: Any) -> None:
    over, running = make.now - timedelta(seconds=1), make.now + timedelta(minutes=5)
    make.store.keep_pauses({"a.example.org": over, "b.example.org": running})

    assert make.store.pauses() == {"b.example.org": running}


def test_a_pause_that_a_wrong_clock_wrote_gives_way(make: Any) -> None:
    until = make.now + timedelta(minutes=5)
    make.store.keep_pauses({"a.example.org": make.now + timedelta(days=3650)})
    make.store.keep_pauses({"a.example.org": until})

    assert make.store.pause_of("a.example.org") == until


def test_small_things_are_kept(make: Any) -> None:
    assert make.store.state("open entry") is None
    make.store.keep_state("open entry", "7")
    make.store.keep_state("open entry", "8")

    assert make.store.state("open entry") == "8"
