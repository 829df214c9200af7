"""The language of an article: what its letters prove against what its page declares."""

import pytest

from tuinews.extract.article.language import language_of
from tuinews.extract.page.structured import Structured

ENGLISH = "The harbour was closed for a week and the ferry to the island is late again in the winter. "
LATIN = "abcdefghij " * 40


def found(text: str, declared: str = "") -> str | None:
    return language_of(Structured(lang=declared), text)


@pytest.mark.parametrize(("share", "lang"), [(0.15, "en"), (0.25, "ru")])
def test_a_fifth_of_the_letters_proves_a_script(share: float, lang: str) -> None:
    count = int(400 * share)
    assert found("ж" * count + "a" * (400 - count), "en") == lang


@pytest.mark.parametrize(("share", "lang"), [(0.05, "en"), (0.08, "vi")])
def test_fewer_letters_of_their_own_prove_vietnamese(share: float, lang: str) -> None:
    count = int(400 * share)
    assert found("ạ" * count + "a" * (400 - count), "en") == lang


@pytest.mark.parametrize(("kana", "lang"), [(16, "zh"), (32, "ja")])
def test_kana_among_ideographs_prove_japanese(kana: int, lang: str) -> None:
    assert found("の" * kana + "橋" * (400 - kana), "en") == lang


@pytest.mark.parametrize(("letters", "lang"), [(36, "en"), (44, "ru")])
def test_a_few_letters_prove_nothing(letters: int, lang: str) -> None:
    assert found("ж" * letters, "en") == lang


@pytest.mark.parametrize(("count", "lang"), [(2, None), (4, "en")])
def test_frequent_words_tell_a_language_that_is_not_declared(count: int, lang: str | None) -> None:
    assert found("the " * count + "abcdefghij " * (60 - count)) == lang
    assert found(ENGLISH) == "en"


def test_only_the_beginning_of_a_text_counts() -> None:
    assert found("a" * 1200 + "ж" * 5000, "en") == "en"
    assert found("a" * 800 + "ж" * 5000, "en") == "ru"
