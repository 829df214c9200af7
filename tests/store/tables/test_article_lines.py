"""What is remembered of a source's articles: bounded, made from what is kept, and gone with its source."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from tuinews.model.article import SelectorRule, TextKind
from tuinews.model.kept_article import MOST_REMEMBERED, ArticleLines, SiteMemory
from tuinews.store.store import Store

LARGE = 2**63 - 1


def lines(entry_id: int, *numbers: int) -> ArticleLines:
    return ArticleLines(entry_id, numbers or (entry_id, LARGE), (0,), 99)


def kept(shelf: Any, source: Any, *names: str) -> list[int]:
    """The ids of entries whose articles are kept."""
    ids: list[int] = shelf.listing(source, *(shelf.entry(name) for name in names))
    for entry_id, name in zip(ids, names, strict=True):
        shelf.store.keep_article(entry_id, shelf.article(name, "A paragraph."), shelf.now)
    return ids


def remembered(store: Store, entry_id: int) -> set[int]:
    return {one.article for one in store.site_memory(entry_id).articles}


def test_lines_come_back_as_they_were_learnt_for_every_article_of_their_source(shelf: Any) -> None:
    one, two = kept(shelf, shelf.source("a"), "one", "two")
    [other] = kept(shelf, shelf.source("b"), "other")
    shelf.store.learn_lines([lines(one), lines(two), lines(other)])
    newest_last = tuple(sorted((lines(one), lines(two)), key=lambda line: line.article))
    assert shelf.store.site_memory(one) == shelf.store.site_memory(two) == SiteMemory(newest_last)
    assert remembered(shelf.store, other) == {other}


def test_what_is_kept_and_not_learnt_is_named(shelf: Any) -> None:
    source = shelf.source()
    one, two = kept(shelf, source, "one", "two")
    [unkept] = shelf.listing(source, shelf.entry("three"))
    assert sorted(shelf.store.unlearned(unkept)) == sorted((one, two))
    shelf.store.learn_lines([lines(one)])
    assert shelf.store.unlearned(one) == [two]


def test_an_article_that_is_kept_anew_is_learnt_anew(shelf: Any) -> None:
    [one] = kept(shelf, shelf.source(), "one")
    shelf.store.learn_lines([lines(one)])
    shelf.store.keep_article(one, shelf.article("one", "Another paragraph."), shelf.now)
    assert remembered(shelf.store, one) == set()
    assert shelf.store.unlearned(one) == [one]


def test_a_text_that_was_chosen_says_nothing(shelf: Any) -> None:
    [one] = kept(shelf, shelf.source(), "one")
    chosen = replace(shelf.article("one", "All of the page."), kind=TextKind.WHOLE_PAGE)
    shelf.store.keep_article(one, chosen, shelf.now)
    assert shelf.store.unlearned(one) == []


def test_the_oldest_are_forgotten_and_not_asked_for_again(shelf: Any) -> None:
    ids = sorted(kept(shelf, shelf.source(), *(f"name {number}" for number in range(MOST_REMEMBERED + 5))))
    shelf.store.learn_lines([lines(one) for one in ids])
    assert remembered(shelf.store, ids[0]) == set(ids[5:])
    assert shelf.store.unlearned(ids[0]) == []


def test_a_source_that_has_a_rule_has_no_memory_as_long(shelf: Any) -> None:
    source = shelf.source()
    [one] = kept(shelf, source, "one")
    shelf.store.learn_lines([lines(one)])
    shelf.set_selector_rule(source, SelectorRule("div.story"))
    assert shelf.store.site_memory(one) == SiteMemory()
    shelf.set_selector_rule(source, None)
    assert remembered(shelf.store, one) == {one}


def test_removing_a_source_removes_its_memory_alone_and_what_comes_back_is_learnt_again(
    shelf: Any, tmp_path: Path
) -> None:
    source = shelf.source("a")
    one, two = kept(shelf, source, "one", "two")
    [other] = kept(shelf, shelf.source("b"), "other")
    shelf.store.learn_lines([lines(one), lines(two), lines(other)])
    shelf.remove(source)
    with closing(sqlite3.connect(tmp_path / "library" / "library.sqlite3")) as sql:
        assert sql.execute("select entry_id from article_lines").fetchall() == [(other,)]
    assert shelf.store.site_memory(one) == SiteMemory()
    shelf.store.undo(shelf.now)
    assert sorted(shelf.store.unlearned(one)) == sorted((one, two))


def test_an_entry_that_is_gone_is_not_learnt(shelf: Any) -> None:
    [one] = kept(shelf, shelf.source(), "one")
    shelf.store.learn_lines([lines(77), lines(one)])
    assert remembered(shelf.store, one) == {one}


def test_damaged_lines_are_none(shelf: Any, tmp_path: Path) -> None:
    [one] = kept(shelf, shelf.source(), "one")
    shelf.store.learn_lines([lines(one)])
    with closing(sqlite3.connect(tmp_path / "library" / "library.sqlite3")) as sql:
        sql.execute("update article_lines set lines = 'no blob', short_lines = x'010203'")
        sql.commit()
    assert shelf.store.site_memory(one) == SiteMemory((ArticleLines(one, (), (), 99),))
