"""The words that an address holds of its article's title."""

import pytest

from tuinews.extract.article.title.slug import slug_words, words_of


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://a.example/coast/ferry-runs-again-4711.html", {"ferry", "runs", "again", "html"}),
        ("https://a.example/2024/05/03/ferry_runs_again/", {"ferry", "runs", "again"}),
        ("https://a.example/f%C3%A4hre-f%C3%A4hrt-wieder", {"faehre", "faehrt", "wieder"}),
        ("https://a.example/coast/17", set()),
        ("https://a.example/coast-post/id", set()),
        ("https://[broken/ferry-runs-again", set()),
        ("", set()),
    ],
)
def test_the_longest_part_of_a_path_is_a_title_of_at_least_three_words(address: str, words: set[str]) -> None:
    assert slug_words(address) == words


def test_words_are_spelled_as_in_addresses() -> None:
    assert words_of("Đà Nẵng – Größe, Café") == {"da", "nang", "groesse", "cafe"}
    assert words_of("港が開く") == {"港", "が", "開", "く"}
    assert words_of("항구 재개") == {"항", "구", "재", "개"}
