"""Patterns of class names: in letters of any case, and looked for only where a stem is."""

import pytest

from tuinews.extract.page.patterns import BESIDE_NAME, NamePattern

PULLED = NamePattern(r"(?:^|[\s_-])pull-?quote(?=$|[\s_-])", "quote")


@pytest.mark.parametrize("name", ["pullquote", "Pull-Quote left", "article__pullQuote"])
def test_a_name_matches_in_letters_of_any_case(name: str) -> None:
    assert PULLED.matches(name)
    assert PULLED.matches(name)


@pytest.mark.parametrize("name", ["", "quote", "pull", "pullquoted", "pullquotes-list"])
def test_a_name_of_other_words_does_not(name: str) -> None:
    assert not PULLED.matches(name)
    assert not PULLED.matches(name)


def test_a_pattern_without_stems_looks_everywhere() -> None:
    assert BESIDE_NAME.matches("Newsletter-Box")
    assert not BESIDE_NAME.matches("article-body")
