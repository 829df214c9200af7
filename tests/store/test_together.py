"""Several writes in one transaction: all of them are kept, or none."""

from contextlib import suppress
from typing import Any

import pytest

from tuinews.errors import NotFoundError
from tuinews.model.source import Source
from tuinews.model.view import View

NOT_THERE = 99_999


def commits(make: Any) -> list[str]:
    """What will have been said at the end of transactions."""
    said: list[str] = []
    watched = ("commit", "rollback")
    make.store._database.connection.set_trace_callback(lambda one: said.append(one) if one in watched else None)
    return said


def test_listings_and_articles_are_one_transaction(make: Any) -> None:
    one, other = make.source("one"), make.source("other")
    said = commits(make)
    with make.store.together():
        ids = make.listing(one, make.entry("first"))
        ids += make.listing(other, make.entry("second"))
        assert make.titles(ids) == ["first", "second"]
        make.store.keep_article(ids[0], make.article("first", "Mưa lớn."), make.now)
    assert said.count("commit") == 1
    assert make.store.article(ids[0]) is not None
    assert set(make.store.entry_ids(View())) == set(ids)


def one_that_fails(make: Any, source: Source, caught: tuple[type[Exception], ...]) -> None:
    """A listing, and behind it an article that cannot be kept, as whoever writes it may know (`caught`)."""
    with make.store.together():
        make.listing(source, make.entry("first"))
        with suppress(*caught):
            make.store.keep_article(NOT_THERE, make.article("first", "Mưa lớn."), make.now)


def test_nothing_is_kept_where_one_of_them_fails(make: Any) -> None:
    source = make.source()
    with pytest.raises(NotFoundError):
        one_that_fails(make, source, ())
    assert len(make.store.entry_ids(View())) == 0
    assert make.listing(source, make.entry("first"))


def test_a_failure_that_somebody_catches_is_one_all_the_same(make: Any) -> None:
    source = make.source()
    with pytest.raises(NotFoundError):
        one_that_fails(make, source, (NotFoundError,))
    assert len(make.store.entry_ids(View())) == 0


def test_the_backup_of_the_day_is_made_behind_it(make: Any) -> None:
    backups = make.store._database.path.with_name("backups")
    source = make.source()
    with make.store.together():
        make.listing(source, make.entry("first"))
        assert not list(backups.glob("*.sqlite3"))
    assert list(backups.glob("*.sqlite3"))
