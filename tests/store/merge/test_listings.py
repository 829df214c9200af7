"""Identity: which entries of a listing are known already, and what becomes of them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tuinews.model.article import Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import FailedRefresh, Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.view import Filter, View
from tuinews.model.when import Precision, When


def test_one_article_in_two_sources_is_one_entry_with_one_status(make: Any) -> None:
    one, two = make.source("one"), make.source("two")
    [entry_id] = make.listing(one, make.entry("same"))
    assert make.listing(two, make.entry("same", id="another id")) == []

    make.store.set_read([entry_id], True)

    assert list(make.store.entry_ids(View())) == [entry_id]
    for source in (one, two):
        assert list(make.store.entry_ids(View(source_id=source.id))) == [entry_id]
        assert list(make.store.entry_ids(View(source_id=source.id, filter=Filter.UNREAD))) == []
    assert [(s.unread, s.total) for s in make.store.sources()] == [(0, 1), (0, 1)]


def test_new_ids_come_in_page_order(make: Any) -> None:
    source = make.source()
    ids = make.listing(source, make.entry("old", 9), make.entry("new", 1), make.entry("middle", 5))

    assert make.titles(ids) == ["old", "new", "middle"]


def test_an_entry_seen_again_takes_over_what_is_new_and_keeps_the_rest(make: Any) -> None:
    source = make.source()
    [entry_id] = make.listing(source, make.entry("one", 5, summary="before", authors=("An",)))
    make.store.set_read([entry_id], True)
    make.star(entry_id)

    later = make.now + timedelta(days=1)
    assert make.listing(source, make.entry("one", 4, title="One, corrected", summary=None), at=later) == []

    [row] = make.store.rows([entry_id])
    assert (row.title, row.summary, row.authors) == ("One, corrected", "before", ("An",))
    assert row.published == When(make.now - timedelta(hours=4))
    assert (row.read, row.starred, row.first_seen) == (True, True, make.now)


def test_an_entry_that_drops_off_and_comes_back_stays_read(make: Any) -> None:
    source = make.source()
    [entry_id] = make.listing(source, make.entry("one", 1))
    make.store.set_read([entry_id], True)
    make.listing(source, make.entry("two", 1))

    assert make.listing(source, make.entry("one", 1)) == []
    assert make.store.rows([entry_id])[0].read


def test_another_id_for_the_same_address_is_the_same_entry(make: Any) -> None:
    source = make.source()
    make.listing(source, make.entry("one", 1))

    assert make.listing(source, make.entry("one", 1, id="a new id")) == []
    assert make.listing(source, make.entry("one", 1, id="a new id", url="https://a.example.org/moved")) == []


def test_entries_without_an_address_are_known_by_their_id(make: Any) -> None:
    source = make.source()
    make.listing(source, make.entry("one", 1, url=None), make.entry("two", 1, url=None))

    assert len(make.listing(source, make.entry("one", 1, url=None), make.entry("three", 1, url=None))) == 1


def test_a_feed_that_gives_every_entry_one_id_keeps_them_apart_by_address(make: Any) -> None:
    source = make.source()
    same = [make.entry(name, 1, id="https://a.example.org/") for name in ("one", "two", "three")]

    assert len(make.listing(source, *same)) == 3
    assert make.listing(source, *same) == []


def test_a_feed_whose_entries_all_lead_to_one_page_keeps_them_apart_by_id(make: Any) -> None:
    source = make.source()
    live = [make.entry(name, 1, url=f"https://a.example.org/live#{name}") for name in ("one", "two")]

    assert len(make.listing(source, *live)) == 2
    assert make.listing(source, *live) == []


def test_a_front_page_is_no_articles_address(make: Any) -> None:
    one, two = make.source("one"), make.source("two")
    front = "https://www.example.org/"

    assert len(make.listing(one, make.entry("a", 1, url=front))) == 1
    assert len(make.listing(two, make.entry("b", 1, url=front))) == 1


def test_an_entry_that_is_listed_twice_on_a_page_is_one(make: Any) -> None:
    one = make.entry("one", 1)
    assert len(make.listing(make.source(), one, replace(one, summary="again"))) == 1


def test_words_never_replace_a_printed_date_nor_a_coarser_one_a_finer(make: Any) -> None:
    source = make.source()
    printed = When(make.now - timedelta(hours=2))
    words = When(make.now, Precision.HOUR, make.now - timedelta(hours=1))
    day = When(make.now.replace(hour=0), Precision.DAY)
    for said, believed in ((words, words), (printed, printed), (words, printed), (day, printed), (None, printed)):
        [*_] = make.listing(source, make.entry("one", published=said))
        [row] = make.store.rows(make.store.entry_ids(View()))
        assert row.published == believed


def test_a_date_after_the_entry_was_seen_is_an_update_and_moves_nothing(make: Any) -> None:
    source = make.source()
    make.listing(source, make.entry("one", 2), make.entry("two", 1))
    later = make.now + timedelta(days=1)
    make.listing(source, make.entry("one", published=When(later)), make.entry("two", 1), at=later)

    assert make.titles(make.store.entry_ids(View())) == ["two", "one"]
    assert make.store.rows(make.store.entry_ids(View()))[1].published == When(make.now - timedelta(hours=2))


def test_an_entry_of_a_removed_source_comes_back_with_another_that_lists_it(make: Any) -> None:
    one, two = make.source("one"), make.source("two")
    make.listing(one, make.entry("same", 1))
    make.remove(one)

    assert make.listing(two, make.entry("same", 1)) == []

    assert [row.source_title for row in make.store.rows(make.store.entry_ids(View()))] == ["two"]


def test_another_source_fills_in_what_is_missing_but_restates_nothing(make: Any) -> None:
    listing, feed = make.source("listing"), make.source("feed")
    [entry_id] = make.listing(listing, make.entry("one", title="As listed"))
    make.listing(feed, make.entry("one", 3, id="feed id", title="As fed", summary="a summary"))

    [row] = make.store.rows([entry_id])
    assert (row.title, row.summary) == ("As listed", "a summary")
    assert row.published == When(make.now - timedelta(hours=3))


def test_an_atom_entry_with_an_update_alone_is_dated_by_it(make: Any) -> None:
    [entry_id] = make.listing(make.source(), make.entry("one", updated=When(make.now)))

    assert make.store.rows([entry_id])[0].published == When(make.now)


def test_the_source_remembers_how_to_ask_again_and_where_it_moved(make: Any) -> None:
    source = make.source()
    due = make.now + timedelta(minutes=30)
    moved = "https://new.example.org/feed"
    listing = Listing(title="A title", url="https://a.example.org/")
    refreshed = Refreshed(listing, make.now, '"e tag"', "Tue, 10 Mar", moved, SourceKind.LISTING, due)
    make.store.record_listing(source.id, refreshed)

    now = make.store.source(source.id)
    assert (now.url, now.kind, now.site_url, now.title) == (
        moved,
        SourceKind.LISTING,
        "https://a.example.org/",
        "a",
    )
    assert (now.etag, now.last_modified) == ('"e tag"', "Tue, 10 Mar")
    assert (now.last_refresh, now.next_refresh, now.error) == (make.now, due, None)


def test_a_source_does_not_move_onto_another(make: Any) -> None:
    one, two = make.source("one"), make.source("two")
    make.store.record_listing(one.id, Refreshed(Listing(), make.now, url=two.url))

    assert make.store.source(one.id).url == one.url


def test_a_failure_is_kept_until_the_next_success(make: Any) -> None:
    source = make.source()
    make.listing(source, make.entry("one", 1))
    make.store.record_failure(source.id, FailedRefresh("410 Gone", make.now, is_gone=True))
    assert (make.store.source(source.id).error, make.store.source(source.id).gone) == ("410 Gone", True)
    assert make.store.source(source.id).total == 1

    make.store.record_not_modified(source.id, make.now, make.now)
    assert (make.store.source(source.id).error, make.store.source(source.id).gone) == (None, False)


def test_the_feeds_own_text_is_kept_and_follows(make: Any) -> None:
    source = make.source()
    [entry_id] = make.listing(source, make.entry("one", 1, content="<p>Một</p>"))
    assert make.store.feed_content(entry_id) == "<p>Một</p>"

    make.listing(source, make.entry("one", 1, content="<p>Hai</p>"))
    make.listing(source, make.entry("one", 1))
    assert make.store.feed_content(entry_id) == "<p>Hai</p>"
    assert make.store.feed_content(999) is None


def test_a_broken_surrogate_harms_no_other_entry(make: Any) -> None:
    broken = Entry("id \ud800", "title \ud800", "https://a.example.org/x", summary="\udfff")

    assert len(make.listing(make.source(), broken, replace(make.entry("whole", 1)))) == 2


def test_a_source_that_is_called_by_its_address_takes_the_name_of_its_feed(make: Any) -> None:
    url = "https://me:sesame@a.example/rss?key=1"
    new = NewSource(SourceKind.FEED, url, "https://a.example/rss")
    source = make.store.add_source(new, datetime(2026, 11, 24, tzinfo=UTC))
    make.store.record_listing(source.id, Refreshed(Listing(title="Báo A"), datetime(2026, 11, 24, tzinfo=UTC)))
    assert make.store.source(source.id).title == "Báo A"


def test_older_entries_stand_below_all_known_ones_unless_their_date_says_more(make: Any) -> None:
    source = make.source()
    make.listing(source, make.entry("new", 1), make.entry("old", 50))
    before = make.store.source(source.id)
    later = make.now + timedelta(days=1)
    relative = When(later - timedelta(hours=1), Precision.DAY, later - timedelta(hours=2))
    older = Listing(
        (make.entry("a"), make.entry("b"), make.entry("between", 20), make.entry("c", published=relative))
    )
    assert len(make.store.record_older(source.id, older, later)) == 4
    ids = make.store.entry_ids(View(source_id=source.id))
    assert make.titles(ids) == ["new", "between", "old", "a", "b", "c"]
    after = make.store.source(source.id)
    assert (after.last_refresh, after.next_refresh, after.etag) == (
        before.last_refresh,
        before.next_refresh,
        before.etag,
    )
    assert make.store.record_older(source.id, older, later) == []


def test_an_address_that_a_redirect_led_to_is_the_same_entry(make: Any) -> None:
    feed, page = make.source("feed"), make.source("page")
    [entry_id] = make.listing(feed, make.entry("via", id="1"))
    led_to = "https://example.org/2026/the-article.html"
    article = Article(led_to, "via", Document((Paragraph((Span("Text."),)),)))
    make.store.keep_article(entry_id, article, datetime(2026, 11, 24, tzinfo=UTC))

    assert make.listing(page, replace(make.entry("direct", id="2"), url=led_to + "?utm_source=home")) == []
    assert list(make.store.entry_ids(View())) == [entry_id]
