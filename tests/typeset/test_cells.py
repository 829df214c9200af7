"""Cells, and characters that must not be broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tuinews.typeset.cells import clusters, cut, cut_at_word, fitting, is_narrow, joined, width


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("abc", 3),
        ("e\u0301\u0323x", 2),
        ("👩‍👧‍👦👍🏽", 2),
        ("🇻🇳🇯🇵", 2),
        ("🇻🇳🇯", 2),
        ("❤️1️⃣", 2),
        ("नी", 1),
        ("क्षत्रिय", 3),
        ("กำ", 1),
        ("นี่", 1),
        ("\u1112\u1161\u11ab", 1),
        ("ក្រ", 1),
        ("ပ္ပ", 1),
        ("が", 1),
    ],
)
def test_clusters(text: str, count: int) -> None:
    assert len(clusters(text)) == count
    assert "".join(clusters(text)) == text


@given(st.text())
def test_narrow_text_has_a_cell_a_character(text: str) -> None:
    if is_narrow(text):
        assert width(text) == len(text)
        assert text.isascii() or cell_len(text) == len(text)


@given(st.text(max_size=30), st.integers(0, 30))
def test_what_fits_fits(text: str, limit: int) -> None:
    count = fitting(text, limit)
    assert text.isascii() or cell_len(text[:count]) <= limit
    assert width(cut(text, limit)) <= max(limit, width(text[:0]))


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    assert cut("một hai ba", 7) == "một ha…"
    assert cut("東京都", 4) == "東…"
    assert cut("ngắn", 10) == "ngắn"


def test_what_is_cut_between_words_keeps_whole_ones_where_they_fill_the_room() -> None:
    assert cut_at_word("to the next heading in the text", 26) == "to the next heading in…"
    assert cut_at_word("to the next heading, in it", 22) == "to the next heading…"
    assert cut_at_word("to the next heading in the text", 23) == "to the next heading in…"
    assert cut_at_word("mark as read: title:flooding", 23) == "mark as read: title:fl…", (
        "most of it is not given up"
    )
    assert cut_at_word("a donaudampfschifffahrt", 12) == "a donaudamp…"
    assert cut_at_word("東京都の桜が満開", 9) == "東京都の…"
    assert cut_at_word("ngắn", 4) == "ngắn"
    assert cut_at_word("Copied to the clipboard: https://paper.example.org/a/b", 44) == (
        "Copied to the clipboard: https://paper.exam…"
    ), "what has no blank for so long is no word"
    assert cut_at_word("Marked as unread: 第24報 東京都、来年度から新しい図書館", 40) == (
        "Marked as unread: 第24報 東京都、来年度…"
    )


@given(st.text(), st.integers(0, 30))
def test_between_words_no_more_is_kept_than_in_their_middle(text: str, limit: int) -> None:
    assert width(cut_at_word(text, limit)) <= width(cut(text, limit))


def test_a_mark_in_a_span_of_its_own_joins_the_letter_before() -> None:
    assert joined("e", "\u0301x") == 1
    assert joined("👩\u200d", "👧") == 1
    assert joined("", "\u0301") == 0
    assert joined("a", "b") == 0


def test_a_joiner_that_joins_no_emoji_hides_nothing() -> None:
    assert width("a\u200db") == 2
    assert width("👩‍👧‍👦") == 2
