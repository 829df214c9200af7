"""What was found is shown where it stands, in its own spelling."""

import pytest

from tuinews.query.hits import hits_in, typed_words


def lit(text: str, typed: str) -> list[str]:
    return [text[hit.start : hit.stop] for hit in hits_in(text, typed_words(typed))]


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("da nang", "Đà Nẵng: mưa ở da nang", ["Đà", "Nẵng", "da", "nang"]),
        ("đà nẵng", "da nang, Đà Nẵng", ["Đà", "Nẵng"]),
        ("đà nẵng", "da nang không dấu", ["da", "nang"]),
        ("hòa", "Hoà bình, hoa", ["Hoà"]),
        ("kĩ thuật", "Kỹ thuật mới", ["Kỹ", "thuật"]),
        ("rain", "Rain, terrain, rains", ["Rain"]),
        ("trai", "Trains of tomorrow, terrain", ["Trai"]),
        ("tr", "Trains", []),
        ("東京", "来月の東京都の選挙", ["東京"]),
        ('"new york"', "New  York and new Yorkers", ["New  York"]),
        ('"new york"', "york new", []),
        ("cats -dogs", "cats and dogs", ["cats"]),
        ("cats OR dogs", "cats and dogs", ["cats", "dogs"]),
        ("title:rain is:unread", "Rain at night", ["Rain"]),
        ("h2o", "H₂O is water", ["H₂O"]),
        ("a.b*c(", "a b c", ["a b c"]),
        ("is:unread", "is unread", []),
        ("before:yesterdaz x", "x", []),
        ("", "x", []),
    ],
)
def test_what_is_found_of_a_query(typed: str, text: str, found: list[str]) -> None:
    assert lit(text, typed) == found


def test_no_hit_stands_within_another() -> None:
    assert lit("Hà Nội mới", '"hà nội" ha') == ["Hà Nội"]


def test_a_long_text_of_one_letter_takes_no_time_that_grows_with_its_square() -> None:
    assert lit("a" * 200_000, "aaaa") == ["aaaa"]
