"""Entries without a date stand where their page had them."""

from datetime import timedelta
from typing import Any

import pytest

from tuinews.model.view import View


@pytest.mark.parametrize(
    ("page", "listed"),
    [
        ("a1 u a3 a5", "a1 u a3 a5"),
        ("u v a3 a5", "u v a3 a5"),
        ("a1 u v w a3 x", "a1 u v w a3 x"),
        ("a5 u a1", "a1 a5 u"),
        ("u v w", "u v w"),
    ],
)
def test_they_stand_beside_their_neighbours(shelf: Any, page: str, listed: str) -> None:
    hours = {"a1": 1, "a3": 3, "a5": 5}
    shelf.listing(shelf.source(), *(shelf.entry(name, hours.get(name)) for name in page.split()))
    assert shelf.titles(shelf.store.entry_ids(View())) == listed.split()


def test_they_do_not_stand_over_another_source_as_a_block(shelf: Any) -> None:
    shelf.listing(shelf.source("one"), shelf.entry("fresh", 1))
    shelf.listing(shelf.source("two"), shelf.entry("b2", 2), *(shelf.entry(f"u{n}") for n in range(5)))
    assert shelf.titles(shelf.store.entry_ids(View()))[:2] == ["fresh", "b2"]


def test_they_keep_their_place_when_they_are_listed_again(shelf: Any) -> None:
    source = shelf.source()
    page = (shelf.entry("a1", 1), shelf.entry("u"), shelf.entry("a3", 3))
    shelf.listing(source, *page)
    later = shelf.now + timedelta(hours=2)
    shelf.listing(source, shelf.entry("new"), *page, at=later)
    assert shelf.titles(shelf.store.entry_ids(View())) == ["new", "a1", "u", "a3"]
