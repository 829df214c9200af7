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
def test_they_stand_beside_their_neighbours(make: Any, page: str, listed: str) -> None:
    hours = {"a1": 1, "a3": 3, "a5": 5}
    make.listing(make.source(), *(make.entry(name, hours.get(name)) for name in page.split()))
    assert make.titles(make.store.entry_ids(View())) == listed.split()


def test_they_do_not_stand_over_another_source_as_a_block(make: Any) -> None:
    make.listing(make.source("one"), make.entry("fresh", 1))
    make.listing(make.source("two"), make.entry("b2", 2), *(make.entry(f"u{n}") for n in range(5)))
    assert make.titles(make.store.entry_ids(View()))[:2] == ["fresh", "b2"]


def test_they_keep_their_place_when_they_are_listed_again(make: Any) -> None:
    source = make.source()
    page = (make.entry("a1", 1), make.entry("u"), make.entry("a3", 3))
    make.listing(source, *page)
    later = make.now + timedelta(hours=2)
    make.listing(source, make.entry("new"), *page, at=later)
    assert make.titles(make.store.entry_ids(View())) == ["new", "a1", "u", "a3"]
