"""A day over twelve tells how the other numeric dates of a page are read."""

import pytest

from tuinews.extract.dates import english_of, language_of_numbers


@pytest.mark.parametrize(
    ("texts", "english"),
    [
        (["06-02-2026", "06-15-2026"], "en-US"),
        (["06/02/26", "15/06/26"], "en-GB"),
        (["06-02-2026", "07-03-2026"], None),
        (["06-15-2026", "15-06-2026"], None),
        ([], None),
        (["x" * 300 + " 06-15-2026"], None),
    ],
)
def test_a_number_over_twelve_tells(texts: list[str], english: str | None) -> None:
    assert english_of(texts) == english


@pytest.mark.parametrize("lang", ["en-GB", "vi", None, "de"])
def test_what_says_its_region_or_language_stays(lang: str | None) -> None:
    assert language_of_numbers(lang, ["06-15-2026"]) == lang


def test_english_of_no_region_is_told() -> None:
    assert language_of_numbers("en", ["06-15-2026"]) == "en-US"
