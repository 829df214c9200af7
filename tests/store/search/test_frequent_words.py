"""Beginnings of words in large libraries: the words of the newest titles first, and nothing left out."""

from typing import Any

import pytest

from tuinews.model.view import View
from tuinews.store.search import search
from tuinews.store.search.frequent_words import LARGE, MOST_OF_ALL, FrequentWords, every_word_with

TITLES = ("Thành phố mới", "Thành phố cũ", "Thành phẩm", "Phòng bệnh", "Thành công", "Philosophy of Thanh")


@pytest.fixture
def filled(make: Any) -> Any:
    source = make.source()
    make.listing(source, *(make.entry(title, n) for n, title in enumerate(TITLES)))
    many = " ".join(f"ph{n}" for n in range(MOST_OF_ALL))
    summary = f"thành phẫu thuật {many}"
    make.listing(source, make.entry("Khác", 0, summary=summary), make.entry("thành phố 9", 0))
    return make


def found(make: Any, typed: str, frequent: FrequentWords, limit: int | None = None) -> list[str]:
    with make.store._database.reading() as sql:
        ids = search.ids(sql, typed, View(), limit, frequent)
    titles: list[str] = make.titles(ids)
    return titles


@pytest.mark.parametrize(
    "typed", ["thành ph", "thanh ph", "phi", "pho", "thành phố", "thanh ph -cũ", "thanh title:phố ph"]
)
def test_the_same_is_found_and_nothing_twice(filled: Any, typed: str) -> None:
    plain, quick = (found(filled, typed, FrequentWords(least)) for least in (LARGE, 0))

    assert sorted(quick) == sorted(plain)
    assert len(set(quick)) == len(quick) > 0
    assert quick[:2] == found(filled, typed, FrequentWords(0), 2)


def test_words_of_titles_come_before_others_with_the_same_beginning(filled: Any) -> None:
    assert found(filled, "thành ph", FrequentWords(0))[-1] == "Khác"
    with filled.store._database.reading() as sql:
        frequent = FrequentWords(0)
        assert frequent.beginning_with(sql, "Phố")[0] == "pho"
        assert set(frequent.beginning_with(sql, "ph")) == {"pho", "pham", "phong", "philosophy"}
        assert frequent.beginning_with(sql, "ph-a") == ()
        assert FrequentWords().beginning_with(sql, "ph") == ()


def test_all_words_with_a_beginning_are_known_where_they_are_not_many(filled: Any) -> None:
    with filled.store._database.reading() as sql:
        assert every_word_with(sql, "Phố") == ["pho", "phong"]
        assert every_word_with(sql, "phong") == ["phong"]
        assert every_word_with(sql, "pha") == ["pham", "phau"]
        assert every_word_with(sql, "xyz") == []
        assert every_word_with(sql, "ph") is None
        assert every_word_with(sql, "ph-a") is None
