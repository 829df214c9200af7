"""PRESS.md, "Search in Vietnamese"."""

import unicodedata
from typing import Any

import pytest

from tuinews.model.view import Filter, View


def found(shelf: Any, query: str, view: View | None = None) -> list[str]:
    return list(shelf.titles(shelf.store.search(query, view or View())))


def fill(shelf: Any, *titles: str) -> list[int]:
    """Entries of these titles, each an hour older than the one before."""
    return list(shelf.listing(shelf.source(), *(shelf.entry(title, hour) for hour, title in enumerate(titles, 1))))


@pytest.mark.parametrize(
    "query", ["da nang", "Đà Nẵng", "DA NANG", "đa nẵng", unicodedata.normalize("NFD", "Đà Nẵng")]
)
def test_marks_and_capitals_need_not_be_typed(shelf: Any, query: str) -> None:
    fill(shelf, "Hà Nội nắng", "Bão vào Đà Nẵng", "Đã nâng cấp xong")

    assert found(shelf, query)[0] == "Bão vào Đà Nẵng"
    assert "Hà Nội nắng" not in found(shelf, query)


def test_words_side_by_side_come_before_words_apart(shelf: Any) -> None:
    fill(shelf, "Tư vấn đầu năm", "Vốn đầu tư nước ngoài")

    assert found(shelf, "dau tu") == ["Vốn đầu tư nước ngoài", "Tư vấn đầu năm"]


def test_marks_that_are_typed_are_meant(shelf: Any) -> None:
    fill(shelf, "Bạn đọc viết", "Bàn về thuế", "Bán nhà phố")

    assert found(shelf, "bán") == ["Bán nhà phố", "Bạn đọc viết", "Bàn về thuế"]
    assert found(shelf, "ban") == ["Bạn đọc viết", "Bàn về thuế", "Bán nhà phố"]


def test_both_schools_of_tones_are_one(shelf: Any) -> None:
    fill(shelf, "Hoà bình ở Quý Sơn", "Hóa chất")

    assert found(shelf, "hòa") == ["Hoà bình ở Quý Sơn", "Hóa chất"]
    assert found(shelf, "quý sơn") == ["Hoà bình ở Quý Sơn"]


@pytest.mark.parametrize("query", ["東京", "東京都", "知事", "都", "京都知", "iPhone16", "発売"])
def test_pieces_of_a_run_of_cjk_are_found(shelf: Any, query: str) -> None:
    fill(shelf, "東京都知事がiPhone16発売")

    assert found(shelf, query) == ["東京都知事がiPhone16発売"]


def test_what_is_not_in_a_run_is_not_found(shelf: Any) -> None:
    fill(shelf, "東京都知事")

    assert found(shelf, "京東") == []
    assert found(shelf, "大阪") == []


def test_the_last_word_may_be_the_beginning_of_one(shelf: Any) -> None:
    fill(shelf, "Bão vào Đà Nẵng", "Climate report")

    assert found(shelf, "clim") == ["Climate report"]
    assert found(shelf, "da na") == ["Bão vào Đà Nẵng"]
    assert found(shelf, "lima") == []


def test_quotes_make_a_phrase(shelf: Any) -> None:
    fill(shelf, "Apple holds its event", "The apple event")

    assert found(shelf, '"apple event"') == ["The apple event"]
    assert found(shelf, "apple event") == ["The apple event", "Apple holds its event"]


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
def test_nothing_that_is_typed_is_syntax(shelf: Any, query: str) -> None:
    fill(shelf, "Something")

    assert found(shelf, query) == []


def test_title_summary_author_and_kept_text_are_searched_as_one(shelf: Any) -> None:
    entry = shelf.entry("Metro mở cửa", 1, summary="Sau mười năm", authors=("An Nguyễn",))
    [entry_id] = shelf.listing(shelf.source(), entry)
    shelf.store.keep_article(entry_id, shelf.article("x", "Tàu chạy qua Hà Đông"), shelf.now)

    for query in ("metro", "muoi nam", "nguyen", "ha dong", "metro ha dong"):
        assert found(shelf, query) == ["Metro mở cửa"]


def test_the_index_follows_what_changes(shelf: Any) -> None:
    source = shelf.source()
    [entry_id] = shelf.listing(source, shelf.entry("one", 1, title="Trước", summary="mưa"))
    shelf.store.keep_article(entry_id, shelf.article("x", "bản đầu"), shelf.now)
    shelf.store.keep_article(entry_id, shelf.article("x", "sửa lại"), shelf.now)
    shelf.listing(source, shelf.entry("one", 1, title="Sau", summary="nắng"))

    for query in ("truoc", "mua", "ban dau"):
        assert found(shelf, query) == []
    for query in ("sau", "nang", "sua lai"):
        assert found(shelf, query) == ["Sau"]


def test_a_search_stays_in_its_view(shelf: Any) -> None:
    one, two = shelf.source("one", folder="Việt Nam"), shelf.source("two")
    [first] = shelf.listing(one, shelf.entry("mưa một", 1))
    [second] = shelf.listing(two, shelf.entry("mưa hai", 2))
    shelf.store.set_read([first], True)
    shelf.star(second)

    assert found(shelf, "mua", View(source_id=one.id)) == ["mưa một"]
    assert found(shelf, "mua", View(folder="Việt Nam")) == ["mưa một"]
    assert found(shelf, "mua", View(filter=Filter.UNREAD)) == ["mưa hai"]
    assert found(shelf, "mua", View(filter=Filter.STARRED)) == ["mưa hai"]
    assert found(shelf, "mua", View(filter=Filter.OFFLINE)) == []
    assert list(shelf.store.search("mua", View(), limit=1)) == [first]


def test_a_snippet_shows_the_first_hit_as_it_is_written(shelf: Any) -> None:
    entry = shelf.entry("one", 1, summary="Tin " * 60 + "người Đà Nẵng xuống phố " + "mưa " * 60)
    [entry_id] = shelf.listing(shelf.source(), entry)

    snippet = shelf.store.snippets("da nang", [entry_id])[entry_id]

    assert "người Đà Nẵng xuống phố" in snippet
    assert snippet.startswith("…Tin")
    assert snippet.endswith("mưa…")
    assert len(snippet) <= 162


def test_a_snippet_prefers_the_marks_that_were_typed(shelf: Any) -> None:
    text = "Bạn đọc hỏi. " * 30 + "Người bán hàng rong."
    [entry_id] = shelf.listing(shelf.source(), shelf.entry("one", 1, summary=text))

    assert "bán hàng" in shelf.store.snippets("bán", [entry_id])[entry_id]


def test_without_a_hit_in_its_text_a_snippet_is_the_beginning_and_no_title_a_second_time(shelf: Any) -> None:
    one, two = shelf.listing(shelf.source(), shelf.entry("東京", 1, summary="Từ đầu"), shelf.entry("東京 2", 2))

    assert shelf.store.snippets("東京", [one, two]) == {one: "Từ đầu", two: ""}


def test_what_is_found_by_its_marks_alone_shows_its_text_from_the_beginning(shelf: Any) -> None:
    """Between a full stop and a blank no word stands on either side, which no words at all had as their place."""
    summary = "Sông lên. " + "Mưa lớn suốt đêm qua ở miền Trung " * 8
    one, two = shelf.listing(shelf.source(), shelf.entry("Lũ", 1, summary=summary), shelf.entry("Gió", 2))

    for query in ("is:unread", "-is:starred", "is:unread OR is:starred"):
        found = shelf.store.snippets(query, [one, two])
        assert found[one].startswith("Sông lên. Mưa"), query
        assert found[two] == "", query
