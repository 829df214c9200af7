from datetime import timedelta
from typing import Any


def test_pauses_are_kept_across_openings_and_replaced_as_a_whole(
    shelf: Any, open_store: Any, tmp_path: Any
) -> None:
    until = shelf.now + timedelta(minutes=5)
    shelf.store.keep_pauses({"a.example.org": until, "b.example.org": until})
    shelf.store.keep_pauses({"b.example.org": until})

    assert open_store(tmp_path / "library").pauses() == {"b.example.org": until}


def test_small_things_are_kept(shelf: Any) -> None:
    assert shelf.store.state("open entry") is None
    shelf.store.keep_state("open entry", "7")
    shelf.store.keep_state("open entry", "8")

    assert shelf.store.state("open entry") == "8"
