"""How often a listing asks the tables: as often for eighty entries as for forty."""

from typing import Any

from tuinews.model.view import View

from ..conftest import Maker


def questions(make: Maker, names: range) -> list[str]:
    """What the listing of new entries asks of those that are known, each its own moment and address."""
    asked: list[str] = []
    source = make.source(f"s{names.start}")
    entries = [make.entry(f"n{n}", hours_ago=n + 0.5) for n in names]
    connection = make.store._database.connection
    connection.set_trace_callback(lambda said: asked.append(said) if said.startswith("select") else None)
    try:
        assert len(make.listing(source, *entries)) == len(names)
    finally:
        connection.set_trace_callback(None)
    return [said for said in asked if " from listed" in said or " from entry" in said or " from article" in said]


def test_a_listing_asks_no_question_for_each_of_its_entries(make: Any) -> None:
    few = questions(make, range(100, 140))
    many = questions(make, range(200, 280))
    assert len(few) > 3
    assert len(many) == len(few)


def test_the_same_title_and_second_under_another_address_is_known(make: Any) -> None:
    source = make.source()
    before = [make.entry(f"a{n}", hours_ago=n + 0.5) for n in range(70)]
    ids = make.listing(source, *before)
    moved = [
        make.entry(f"a{n}", hours_ago=n + 0.5, id=f"new:{n}", url=f"https://b.example.org/{n}") for n in range(70)
    ]
    assert make.listing(source, *moved) == []
    assert len(make.store.entry_ids(View())) == len(ids)
