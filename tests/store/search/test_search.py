"""PRESS.md, "Search in Vietnamese"."""

import unicodedata
from typing import Any

import pytest

from tuinews.model.standing.queries import Mute, SavedView
from tuinews.model.undo.changes import EntriesMarked, EntryMark, QueryChanged
from tuinews.model.view import Filter, View


def found(make: Any, query: str, view: View | None = None) -> list[str]:
    return list(make.titles(make.store.search(query, view or View())))


def fill(make: Any, *titles: str) -> list[int]:
    """Entries of these titles, each an hour older than the one before."""
    return list(make.listing(make.source(), *(make.entry(title, hour) for hour, title in enumerate(titles, 1))))


@pytest.mark.parametrize(
    "query", ["da nang", "Đà Nẵng", "DA NANG", "đa nẵng", unicodedata.normalize("NFD", "Đà Nẵng")]
)
def test_marks_and_capitals_need_not_be_typed(make: Any, query: str) -> None:
    fill(make, "Hà Nội nắng", "Bão vào Đà Nẵng", "Đã nâng cấp xong")

    assert found(make, query)[0] == "Bão vào Đà Nẵng"
    assert "Hà Nội nắng" not in found(make, query)


def test_words_side_by_side_come_before_words_apart(make: Any) -> None:
    fill(make, "Tư vấn đầu năm", "Vốn đầu tư nước ngoài")

    assert found(make, "dau tu") == ["Vốn đầu tư nước ngoài", "Tư vấn đầu năm"]


def test_what_is_muted_of_a_search_is_counted(make: Any) -> None:
    ids = fill(make, "Bão số 13", "Giá vàng tăng", "Bão tan", "Vàng và bão")
    make.store.do(EntriesMarked((ids[3],), EntryMark.STARRED, True), make.now)
    make.store.do(QueryChanged(None, Mute(query="title:bão")), make.now)
    while make.store.settle_mutes(make.now):
        pass

    for query, count in {
        "bao": 3, "van": 1, "title:bão": 3, "-title:vàng": 2, "vàng": 1, "vàng OR tan": 2, "is:unread": 3,
        "sông": 0, "is:muted": 0, "-is:muted": 0, "bão is:muted": 0, "…": 0, "has:nothing": 0,
    }.items():  # fmt: skip
        assert make.store.muted_count(View(query=query)) == count, query
    assert make.store.muted_count(View(query="bão", filter=Filter.STARRED)) == 0
    make.store.do(QueryChanged(None, SavedView(name="v", query="van OR tan")), make.now)
    [view] = make.store.views()
    assert make.store.muted_count(View(saved_id=view.id)) == 1  # whole words, as in its list


def test_marks_that_are_typed_are_meant(make: Any) -> None:
    fill(make, "Bạn đọc viết", "Bàn về thuế", "Bán nhà phố")

    assert found(make, "bán") == ["Bán nhà phố", "Bạn đọc viết", "Bàn về thuế"]
    assert found(make, "ban") == ["Bạn đọc viết", "Bàn về thuế", "Bán nhà phố"]


def test_both_schools_of_tones_are_one(make: Any) -> None:
    fill(make, "Hoà bình ở Quý Sơn", "Hóa chất")

    assert found(make, "hòa") == ["Hoà bình ở Quý Sơn", "Hóa chất"]
    assert found(make, "quý sơn") == ["Hoà bình ở Quý Sơn"]


@pytest.mark.parametrize("query", ["東京", "東京都", "知事", "都", "京都知", "iPhone16", "発売"])
def test_pieces_of_a_run_of_cjk_are_found(make: Any, query: str) -> None:
    fill(make, "東京都知事がiPhone16発売")

    assert found(make, query) == ["東京都知事がiPhone16発売"]


def test_what_is_not_in_a_run_is_not_found(make: Any) -> None:
    fill(make, "東京都知事")

    assert found(make, "京東") == []
    assert found(make, "大阪") == []


def test_the_last_word_may_be_the_beginning_of_one(make: Any) -> None:
    fill(make, "Bão vào Đà Nẵng", "Climate report")

    assert found(make, "clim") == ["Climate report"]
    assert found(make, "da na") == ["Bão vào Đà Nẵng"]
    assert found(make, "lima") == []


def test_quotes_make_a_phrase(make: Any) -> None:
    fill(make, "Apple holds its event", "The apple event")

    assert found(make, '"apple event"') == ["The apple event"]
    assert found(make, "apple event") == ["The apple event", "Apple holds its event"]


@pytest.mark.parametrize(
    "query",
    [
        '"',
        '""',
        "-",
        "a AND",
        "NEAR(",
        "title:x",
        "*",
        "a*b",
        "(",
        "^x",
        "\x00",
        "x OR",
        "\ud800",
        "{",
        "'",
        "--",
        "đ_x",
    ],
)
def test_nothing_that_is_typed_is_syntax(make: Any, query: str) -> None:
    fill(make, "Something")

    assert found(make, query) == []


def test_title_summary_author_and_kept_text_are_searched_as_one(make: Any) -> None:
    entry = make.entry("Metro mở cửa", 1, summary="Sau mười năm", authors=("An Nguyễn",))
    [entry_id] = make.listing(make.source(), entry)
    make.store.keep_article(entry_id, make.article("x", "Tàu chạy qua Hà Đông"), make.now)

    for query in ("metro", "muoi nam", "nguyen", "ha dong", "metro ha dong"):
        assert found(make, query) == ["Metro mở cửa"]


def test_the_index_follows_what_changes(make: Any) -> None:
    source = make.source()
    [entry_id] = make.listing(source, make.entry("one", 1, title="Trước", summary="mưa"))
    make.store.keep_article(entry_id, make.article("x", "bản đầu"), make.now)
    make.store.keep_article(entry_id, make.article("x", "sửa lại"), make.now)
    make.listing(source, make.entry("one", 1, title="Sau", summary="nắng"))

    for query in ("truoc", "mua", "ban dau"):
        assert found(make, query) == []
    for query in ("sau", "nang", "sua lai"):
        assert found(make, query) == ["Sau"]


def test_a_search_stays_in_its_view(make: Any) -> None:
    one, two = make.source("one", folder="Việt Nam"), make.source("two")
    [first] = make.listing(one, make.entry("mưa một", 1))
    [second] = make.listing(two, make.entry("mưa hai", 2))
    make.store.set_read([first], True)
    make.star(second)

    assert found(make, "mua", View(source_id=one.id)) == ["mưa một"]
    assert found(make, "mua", View(folder="Việt Nam")) == ["mưa một"]
    assert found(make, "mua", View(filter=Filter.UNREAD)) == ["mưa hai"]
    assert found(make, "mua", View(filter=Filter.STARRED)) == ["mưa hai"]
    assert found(make, "mua", View(filter=Filter.OFFLINE)) == []
    assert list(make.store.search("mua", View(), limit=1)) == [first]


def test_a_snippet_shows_the_first_hit_as_it_is_written(make: Any) -> None:
    entry = make.entry("one", 1, summary="Tin " * 60 + "người Đà Nẵng xuống phố " + "mưa " * 60)
    [entry_id] = make.listing(make.source(), entry)

    snippet = make.store.snippets("da nang", [entry_id])[entry_id]

    assert "người Đà Nẵng xuống phố" in snippet
    assert snippet.startswith("…Tin")
    assert snippet.endswith("mưa…")
    assert len(snippet) <= 162


def test_a_snippet_prefers_the_marks_that_were_typed(make: Any) -> None:
    text = "Bạn đọc hỏi. " * 30 + "Người bán hàng rong."
    [entry_id] = make.listing(make.source(), make.entry("one", 1, summary=text))

    assert "bán hàng" in make.store.snippets("bán", [entry_id])[entry_id]


def test_without_a_hit_in_its_text_a_snippet_is_the_beginning_and_no_title_a_second_time(make: Any) -> None:
    one, two = make.listing(make.source(), make.entry("東京", 1, summary="Từ đầu"), make.entry("東京 2", 2))

    assert make.store.snippets("東京", [one, two]) == {one: "Từ đầu", two: ""}


def test_what_is_found_by_its_marks_alone_shows_its_text_from_the_beginning(make: Any) -> None:
    """Between a full stop and a blank no word stands on either side, which no words at all had as their place."""
    summary = "Sông lên. " + "Mưa lớn suốt đêm qua ở miền Trung " * 8
    one, two = make.listing(make.source(), make.entry("Lũ", 1, summary=summary), make.entry("Gió", 2))

    for query in ("is:unread", "-is:starred", "is:unread OR is:starred"):
        found = make.store.snippets(query, [one, two])
        assert found[one].startswith("Sông lên. Mưa"), query
        assert found[two] == "", query
