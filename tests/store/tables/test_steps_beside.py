"""Steps of two processes at one thing: each was made from what its process had read, and both are done."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tuinews.model.annotations.highlights import Highlight, Quotation
from tuinews.model.article import SelectorRule
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.sources.arrangement import Arrangement
from tuinews.model.standing.queries import SavedView, ViewOrder
from tuinews.model.undo.changes import (
    Change,
    EntryTags,
    FolderMoved,
    HighlightsChanged,
    NoteChanged,
    QueryChanged,
    SelectorRuleChanged,
    SourceArranged,
    TagsChanged,
)
from tuinews.store.store import Store

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """One library, open twice, with a source of one entry."""
    first = Store.open(tmp_path, NOW)
    source = first.add_source(NewSource(SourceKind.FEED, "https://a.example.org/rss", "Báo A"), NOW)
    entry = Entry("1", "Cầu mới qua sông", "https://a.example.org/1", None)
    first.record_listing(source.id, Refreshed(Listing((entry,)), NOW))
    second = Store.open(tmp_path, NOW)
    yield first, second
    first.close()
    second.close()


def do(store: Store, change: Change) -> Change | None:
    return store.do(change, NOW)


def tags_of(store: Store) -> tuple[str, ...]:
    return store.rows([1])[0].tags


def test_tags_that_two_give_are_both_there(two: tuple[Store, Store]) -> None:
    first, second = two
    do(first, TagsChanged((EntryTags(1, (), ("sông",)),)))
    do(second, TagsChanged((EntryTags(1, (), ("cầu",)),)))
    assert tags_of(first) == ("cầu", "sông")
    first.undo(NOW)
    assert tags_of(first) == ("cầu",)
    first.redo(NOW)
    second.undo(NOW)
    assert tags_of(first) == ("sông",)


def test_a_tag_that_another_gave_already_is_no_step(two: tuple[Store, Store]) -> None:
    first, second = two
    do(first, TagsChanged((EntryTags(1, (), ("sông",)),)))
    assert do(second, TagsChanged((EntryTags(1, (), ("sông",)),))) is None


def test_highlights_that_two_make_are_both_there(two: tuple[Store, Store]) -> None:
    first, second = two
    for store, words in ((first, "cầu mới"), (second, "sông")):
        do(store, HighlightsChanged(1, (), (Highlight(quotation=Quotation(words), made=NOW),)))
    assert {one.quotation.exact for one in first.highlights(1)} == {"cầu mới", "sông"}
    first.undo(NOW)
    assert [one.quotation.exact for one in first.highlights(1)] == ["sông"]
    first.redo(NOW)
    assert {one.quotation.exact for one in first.highlights(1)} == {"cầu mới", "sông"}


def test_a_note_over_another_s_gives_that_back(two: tuple[Store, Store]) -> None:
    first, second = two
    do(first, NoteChanged(1, "", "của tôi"))
    do(second, NoteChanged(1, "", "của người khác"))
    second.undo(NOW)
    assert first.rows([1])[0].note == "của tôi"


def test_what_two_set_for_a_source_is_both_set(two: tuple[Store, Store]) -> None:
    first, second = two
    was = Arrangement.of(first.source(1))
    do(first, SourceArranged(1, was, replace(was, options=replace(was.options, articles=3))))
    do(second, SourceArranged(1, was, replace(was, options=replace(was.options, refresh_minutes=5))))
    do(second, SourceArranged(1, was, replace(was, title="Báo mới")))
    now = first.source(1)
    assert (now.title, now.options.articles, now.options.refresh_minutes) == ("Báo mới", 3, 5)
    first.undo(NOW)
    now = first.source(1)
    assert (now.title, now.options.articles, now.options.refresh_minutes) == ("Báo mới", None, 5)


def test_where_a_text_stands_is_said_by_two(two: tuple[Store, Store]) -> None:
    first, second = two
    rule = SelectorRule(".text", None)
    do(first, SelectorRuleChanged(1, "Báo A", None, rule))
    do(first, SelectorRuleChanged(1, "Báo A", rule, replace(rule, drop=".box")))
    do(second, SelectorRuleChanged(1, "Báo A", rule, replace(rule, body="main")))
    assert first.source(1).selector_rule == SelectorRule("main", ".box")


def test_what_two_set_for_a_view_is_both_set(two: tuple[Store, Store]) -> None:
    first, second = two
    done = do(first, QueryChanged(None, SavedView(query="sông", name="Sông")))
    view = done.after if isinstance(done, QueryChanged) else None
    assert isinstance(view, SavedView)
    do(first, QueryChanged(view, replace(view, icon="≈")))
    do(second, QueryChanged(view, replace(view, order=ViewOrder.OLDEST)))
    assert [(one.icon, one.order) for one in first.views()] == [("≈", ViewOrder.OLDEST)]
    first.undo(NOW)
    assert [(one.icon, one.order) for one in first.views()] == [("", ViewOrder.OLDEST)]


def test_a_source_that_was_moved_elsewhere_does_not_follow_its_folder(two: tuple[Store, Store]) -> None:
    first, second = two
    was = Arrangement.of(first.source(1))
    do(first, SourceArranged(1, was, replace(was, folder="Tin/Huế")))
    do(second, SourceArranged(1, replace(was, folder="Tin/Huế"), replace(was, folder="Thể thao/Bóng")))
    do(first, FolderMoved("Tin", "Báo", (1,)))
    assert first.source(1).folder == "Thể thao/Bóng"
