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


def kept(make: Any, source: Any, *names: str) -> list[int]:
    """The ids of entries whose articles are kept."""
    ids: list[int] = make.listing(source, *(make.entry(name) for name in names))
    for entry_id, name in zip(ids, names, strict=True):
        make.store.keep_article(entry_id, make.article(name, "A paragraph."), make.now)
    return ids


def remembered(store: Store, entry_id: int) -> set[int]:
    return {one.article for one in store.site_memory(entry_id).articles}


def test_lines_come_back_as_they_were_learnt_for_every_article_of_their_source(make: Any) -> None:
    one, two = kept(make, make.source("a"), "one", "two")
    [other] = kept(make, make.source("b"), "other")
    make.store.learn_lines([lines(one), lines(two), lines(other)])
    newest_last = tuple(sorted((lines(one), lines(two)), key=lambda line: line.article))
    assert make.store.site_memory(one) == make.store.site_memory(two) == SiteMemory(newest_last)
    assert remembered(make.store, other) == {other}


def test_what_is_kept_and_not_learnt_is_named(make: Any) -> None:
    source = make.source()
    one, two = kept(make, source, "one", "two")
    [unkept] = make.listing(source, make.entry("three"))
    assert sorted(make.store.unlearned(unkept)) == sorted((one, two))
    make.store.learn_lines([lines(one)])
    assert make.store.unlearned(one) == [two]


def test_an_article_that_is_kept_anew_is_learnt_anew(make: Any) -> None:
    [one] = kept(make, make.source(), "one")
    make.store.learn_lines([lines(one)])
    make.store.keep_article(one, make.article("one", "Another paragraph."), make.now)
    assert remembered(make.store, one) == set()
    assert make.store.unlearned(one) == [one]


def test_a_text_that_was_chosen_says_nothing(make: Any) -> None:
    [one] = kept(make, make.source(), "one")
    chosen = replace(make.article("one", "All of the page."), kind=TextKind.WHOLE_PAGE)
    make.store.keep_article(one, chosen, make.now)
    assert make.store.unlearned(one) == []


def test_the_oldest_are_forgotten_and_not_asked_for_again(make: Any) -> None:
    ids = sorted(kept(make, make.source(), *(f"name {number}" for number in range(MOST_REMEMBERED + 5))))
    make.store.learn_lines([lines(one) for one in ids])
    assert remembered(make.store, ids[0]) == set(ids[5:])
    assert make.store.unlearned(ids[0]) == []


def test_a_source_that_has_a_rule_has_no_memory_as_long(make: Any) -> None:
    source = make.source()
    [one] = kept(make, source, "one")
    make.store.learn_lines([lines(one)])
    make.set_selector_rule(source, SelectorRule("div.story"))
    assert make.store.site_memory(one) == SiteMemory()
    make.set_selector_rule(source, None)
    assert remembered(make.store, one) == {one}


def test_removing_a_source_removes_its_memory_alone_and_what_comes_back_is_learnt_again(
    make: Any, tmp_path: Path
) -> None:
    source = make.source("a")
    one, two = kept(make, source, "one", "two")
    [other] = kept(make, make.source("b"), "other")
    make.store.learn_lines([lines(one), lines(two), lines(other)])
    make.remove(source)
    with closing(sqlite3.connect(tmp_path / "library" / "library.sqlite3")) as sql:
        assert sql.execute("select entry_id from article_lines").fetchall() == [(other,)]
    assert make.store.site_memory(one) == SiteMemory()
    make.store.undo(make.now)
    assert sorted(make.store.unlearned(one)) == sorted((one, two))


def test_an_entry_that_is_gone_is_not_learnt(make: Any) -> None:
    [one] = kept(make, make.source(), "one")
    make.store.learn_lines([lines(77), lines(one)])
    assert remembered(make.store, one) == {one}


def test_damaged_lines_are_none(make: Any, tmp_path: Path) -> None:
    [one] = kept(make, make.source(), "one")
    make.store.learn_lines([lines(one)])
    with closing(sqlite3.connect(tmp_path / "library" / "library.sqlite3")) as sql:
        sql.execute("update article_lines set lines = 'no blob', short_lines = x'010203'")
        sql.commit()
    assert make.store.site_memory(one) == SiteMemory((ArticleLines(one, (), (), 99),))
