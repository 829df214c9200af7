"""Identity: which entries of a listing are known already, and what becomes of them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tuinews.model.article import Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.view import Filter, View
from tuinews.model.when import Precision, When


def test_one_article_in_two_sources_is_one_entry_with_one_status(shelf: Any) -> None:
    one, two = shelf.source("one"), shelf.source("two")
    [entry_id] = shelf.listing(one, shelf.entry("same"))
    assert shelf.listing(two, shelf.entry("same", id="another id")) == []

    shelf.store.set_read([entry_id], True)

    assert list(shelf.store.entry_ids(View())) == [entry_id]
    for source in (one, two):
        assert list(shelf.store.entry_ids(View(source_id=source.id))) == [entry_id]
        assert list(shelf.store.entry_ids(View(source_id=source.id, filter=Filter.UNREAD))) == []
    assert [(s.unread, s.total) for s in shelf.store.sources()] == [(0, 1), (0, 1)]


def test_new_ids_come_in_page_order(shelf: Any) -> None:
    source = shelf.source()
    ids = shelf.listing(source, shelf.entry("old", 9), shelf.entry("new", 1), shelf.entry("middle", 5))

    assert shelf.titles(ids) == ["old", "new", "middle"]


def test_an_entry_seen_again_takes_over_what_is_new_and_keeps_the_rest(shelf: Any) -> None:
    source = shelf.source()
    [entry_id] = shelf.listing(source, shelf.entry("one", 5, summary="before", authors=("An",)))
    shelf.store.set_read([entry_id], True)
    shelf.star(entry_id)

    later = shelf.now + timedelta(days=1)
    assert shelf.listing(source, shelf.entry("one", 4, title="One, corrected", summary=None), at=later) == []

    [row] = shelf.store.rows([entry_id])
    assert (row.title, row.summary, row.authors) == ("One, corrected", "before", ("An",))
    assert row.published == When(shelf.now - timedelta(hours=4))
    assert (row.read, row.starred, row.first_seen) == (True, True, shelf.now)


def test_an_entry_that_drops_off_and_comes_back_stays_read(shelf: Any) -> None:
    source = shelf.source()
    [entry_id] = shelf.listing(source, shelf.entry("one", 1))
    shelf.store.set_read([entry_id], True)
    shelf.listing(source, shelf.entry("two", 1))

    assert shelf.listing(source, shelf.entry("one", 1)) == []
    assert shelf.store.rows([entry_id])[0].read


def test_another_id_for_the_same_address_is_the_same_entry(shelf: Any) -> None:
    source = shelf.source()
    shelf.listing(source, shelf.entry("one", 1))

    assert shelf.listing(source, shelf.entry("one", 1, id="a new id")) == []
    assert shelf.listing(source, shelf.entry("one", 1, id="a new id", url="https://a.example.org/moved")) == []


def test_entries_without_an_address_are_known_by_their_id(shelf: Any) -> None:
    source = shelf.source()
    shelf.listing(source, shelf.entry("one", 1, url=None), shelf.entry("two", 1, url=None))

    assert len(shelf.listing(source, shelf.entry("one", 1, url=None), shelf.entry("three", 1, url=None))) == 1


def test_a_feed_that_gives_every_entry_one_id_keeps_them_apart_by_address(shelf: Any) -> None:
    source = shelf.source()
    same = [shelf.entry(name, 1, id="https://a.example.org/") for name in ("one", "two", "three")]

    assert len(shelf.listing(source, *same)) == 3
    assert shelf.listing(source, *same) == []


def test_a_feed_whose_entries_all_lead_to_one_page_keeps_them_apart_by_id(shelf: Any) -> None:
    source = shelf.source()
    live = [shelf.entry(name, 1, url=f"https://a.example.org/live#{name}") for name in ("one", "two")]

    assert len(shelf.listing(source, *live)) == 2
    assert shelf.listing(source, *live) == []


def test_a_front_page_is_no_articles_address(shelf: Any) -> None:
    one, two = shelf.source("one"), shelf.source("two")
    front = "https://www.example.org/"

    assert len(shelf.listing(one, shelf.entry("a", 1, url=front))) == 1
    assert len(shelf.listing(two, shelf.entry("b", 1, url=front))) == 1


def test_an_entry_that_is_listed_twice_on_a_page_is_one(shelf: Any) -> None:
    one = shelf.entry("one", 1)
    assert len(shelf.listing(shelf.source(), one, replace(one, summary="again"))) == 1


def test_words_never_replace_a_printed_date_nor_a_coarser_one_a_finer(shelf: Any) -> None:
    source = shelf.source()
    printed = When(shelf.now - timedelta(hours=2))
    words = When(shelf.now, Precision.HOUR, shelf.now - timedelta(hours=1))
    day = When(shelf.now.replace(hour=0), Precision.DAY)
    for said, believed in ((words, words), (printed, printed), (words, printed), (day, printed), (None, printed)):
        [*_] = shelf.listing(source, shelf.entry("one", published=said))
        [row] = shelf.store.rows(shelf.store.entry_ids(View()))
        assert row.published == believed


def test_a_date_after_the_entry_was_seen_is_an_update_and_moves_nothing(shelf: Any) -> None:
    source = shelf.source()
    shelf.listing(source, shelf.entry("one", 2), shelf.entry("two", 1))
    later = shelf.now + timedelta(days=1)
    shelf.listing(source, shelf.entry("one", published=When(later)), shelf.entry("two", 1), at=later)

    assert shelf.titles(shelf.store.entry_ids(View())) == ["two", "one"]
    assert shelf.store.rows(shelf.store.entry_ids(View()))[1].published == When(shelf.now - timedelta(hours=2))


def test_an_entry_of_a_removed_source_comes_back_with_another_that_lists_it(shelf: Any) -> None:
    one, two = shelf.source("one"), shelf.source("two")
    shelf.listing(one, shelf.entry("same", 1))
    shelf.remove(one)

    assert shelf.listing(two, shelf.entry("same", 1)) == []

    assert [row.source_title for row in shelf.store.rows(shelf.store.entry_ids(View()))] == ["two"]


def test_another_source_fills_in_what_is_missing_but_restates_nothing(shelf: Any) -> None:
    listing, feed = shelf.source("listing"), shelf.source("feed")
    [entry_id] = shelf.listing(listing, shelf.entry("one", title="As listed"))
    shelf.listing(feed, shelf.entry("one", 3, id="feed id", title="As fed", summary="a summary"))

    [row] = shelf.store.rows([entry_id])
    assert (row.title, row.summary) == ("As listed", "a summary")
    assert row.published == When(shelf.now - timedelta(hours=3))


def test_an_atom_entry_with_an_update_alone_is_dated_by_it(shelf: Any) -> None:
    [entry_id] = shelf.listing(shelf.source(), shelf.entry("one", updated=When(shelf.now)))

    assert shelf.store.rows([entry_id])[0].published == When(shelf.now)


def test_the_source_remembers_how_to_ask_again_and_where_it_moved(shelf: Any) -> None:
    source = shelf.source()
    due = shelf.now + timedelta(minutes=30)
    moved = "https://new.example.org/feed"
    listing = Listing(title="A title", url="https://a.example.org/")
    refreshed = Refreshed(listing, shelf.now, '"e tag"', "Tue, 10 Mar", moved, SourceKind.LISTING, due)
    shelf.store.record_listing(source.id, refreshed)

    now = shelf.store.source(source.id)
    assert (now.url, now.kind, now.site_url, now.title) == (
        moved,
        SourceKind.LISTING,
        "https://a.example.org/",
        "a",
    )
    assert (now.etag, now.last_modified) == ('"e tag"', "Tue, 10 Mar")
    assert (now.last_refresh, now.next_refresh, now.error) == (shelf.now, due, None)


def test_a_source_does_not_move_onto_another(shelf: Any) -> None:
    one, two = shelf.source("one"), shelf.source("two")
    shelf.store.record_listing(one.id, Refreshed(Listing(), shelf.now, url=two.url))

    assert shelf.store.source(one.id).url == one.url


def test_a_failure_is_kept_until_the_next_success(shelf: Any) -> None:
    source = shelf.source()
    shelf.listing(source, shelf.entry("one", 1))
    shelf.store.record_failure(source.id, "410 Gone", shelf.now, None, gone=True)
    assert (shelf.store.source(source.id).error, shelf.store.source(source.id).gone) == ("410 Gone", True)
    assert shelf.store.source(source.id).total == 1

    shelf.store.record_not_modified(source.id, shelf.now, shelf.now)
    assert (shelf.store.source(source.id).error, shelf.store.source(source.id).gone) == (None, False)


def test_the_feeds_own_text_is_kept_and_follows(shelf: Any) -> None:
    source = shelf.source()
    [entry_id] = shelf.listing(source, shelf.entry("one", 1, content="<p>Một</p>"))
    assert shelf.store.feed_content(entry_id) == "<p>Một</p>"

    shelf.listing(source, shelf.entry("one", 1, content="<p>Hai</p>"))
    shelf.listing(source, shelf.entry("one", 1))
    assert shelf.store.feed_content(entry_id) == "<p>Hai</p>"
    assert shelf.store.feed_content(999) is None


def test_a_broken_surrogate_harms_no_other_entry(shelf: Any) -> None:
    broken = Entry("id \ud800", "title \ud800", "https://a.example.org/x", summary="\udfff")

    assert len(shelf.listing(shelf.source(), broken, replace(shelf.entry("whole", 1)))) == 2


def test_a_source_that_is_called_by_its_address_takes_the_name_of_its_feed(shelf: Any) -> None:
    url = "https://me:sesame@a.example/rss?key=1"
    new = NewSource(SourceKind.FEED, url, "https://a.example/rss")
    source = shelf.store.add_source(new, datetime(2026, 11, 24, tzinfo=UTC))
    shelf.store.record_listing(source.id, Refreshed(Listing(title="Báo A"), datetime(2026, 11, 24, tzinfo=UTC)))
    assert shelf.store.source(source.id).title == "Báo A"


def test_older_entries_stand_below_all_known_ones_unless_their_date_says_more(shelf: Any) -> None:
    source = shelf.source()
    shelf.listing(source, shelf.entry("new", 1), shelf.entry("old", 50))
    before = shelf.store.source(source.id)
    later = shelf.now + timedelta(days=1)
    relative = When(later - timedelta(hours=1), Precision.DAY, later - timedelta(hours=2))
    older = Listing(
        (shelf.entry("a"), shelf.entry("b"), shelf.entry("between", 20), shelf.entry("c", published=relative))
    )
    assert len(shelf.store.record_older(source.id, older, later)) == 4
    ids = shelf.store.entry_ids(View(source_id=source.id))
    assert shelf.titles(ids) == ["new", "between", "old", "a", "b", "c"]
    after = shelf.store.source(source.id)
    assert (after.last_refresh, after.next_refresh, after.etag) == (
        before.last_refresh,
        before.next_refresh,
        before.etag,
    )
    assert shelf.store.record_older(source.id, older, later) == []


def test_an_address_that_a_redirect_led_to_is_the_same_entry(shelf: Any) -> None:
    feed, page = shelf.source("feed"), shelf.source("page")
    [entry_id] = shelf.listing(feed, shelf.entry("via", id="1"))
    led_to = "https://example.org/2026/the-article.html"
    article = Article(led_to, "via", Document((Paragraph((Span("Text."),)),)))
    shelf.store.keep_article(entry_id, article, datetime(2026, 11, 24, tzinfo=UTC))

    assert shelf.listing(page, replace(shelf.entry("direct", id="2"), url=led_to + "?utm_source=home")) == []
    assert list(shelf.store.entry_ids(View())) == [entry_id]
