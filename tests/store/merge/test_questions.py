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


def changes(make: Maker, names: range) -> list[str]:
    """What a listing of new entries writes beside their own rows and their words."""
    made: list[str] = []
    source = make.source(f"w{names.start}")
    entries = [make.entry(f"w{n}", hours_ago=n + 0.5) for n in names]
    connection = make.store._database.connection
    connection.set_trace_callback(lambda said: made.append(said) if said.startswith("insert into ") else None)
    try:
        assert len(make.listing(source, *entries)) == len(names)
    finally:
        connection.set_trace_callback(None)
    return made


def test_fifty_entries_are_given_their_status_and_are_listed_together(make: Any) -> None:
    made = changes(make, range(300, 350))
    # Python tells of a statement again for each trigger that it sets off.
    for table in ("status", "listed"):
        assert len({said for said in made if said.startswith(f"insert into {table} ")}) == 1


def test_words_come_behind_all_that_sets_off_triggers(make: Any) -> None:
    made = changes(make, range(400, 470))
    words = [place for place, said in enumerate(made) if said.startswith("insert into words ")]
    others = [
        place for place, said in enumerate(made) if said.startswith(("insert into status ", "insert into listed "))
    ]
    assert len(words) == 70
    assert max(others) < min(words)


def test_every_number_of_entries_is_listed_whole(make: Any) -> None:
    for count in (1, 2, 3, 4, 9, 13, 49, 50, 51, 66, 113):
        source = make.source(f"n{count}")
        ids = make.listing(source, *(make.entry(f"{count}-{n}", hours_ago=n) for n in range(count)))
        assert list(make.store.entry_ids(View(source_id=source.id))) == ids
        assert make.store.counts_of_sources()[source.id].unread == count
