"""Where lines break."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.typeset.breaks import collapse, stretches


def broken(text: str, limit: int) -> list[str]:
    return [text[s.start : s.end] for s in stretches(text, limit)]


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("một hai ba bốn", 8, ["một hai", "ba bốn"]),
        ("một\nhai", 20, ["một", "hai"]),
        ("a well-known thing", 7, ["a well-", "known", "thing"]),
        ("năm 2021-2023 là", 9, ["năm", "2021-2023", "là"]),
        ("một—hai ba", 4, ["một—", "hai", "ba"]),
        ("aaaaaaaaaa", 4, ["aaaa", "aaaa", "aa"]),
        ("xem https://example.com/abc/def", 20, ["xem", "https://example.com/", "abc/def"]),
        ("東京都知事。次に", 10, ["東京都知", "事。次に"]),
        ("東京都「知事」次に", 8, ["東京都", "「知事」", "次に"]),
        ("ここはちょっと", 8, ["ここは", "ちょっと"]),
        ("サーバー", 4, ["サー", "バー"]),
        ("他说：“你好。”", 8, ["他说：", "“你好。”"]),
        ("東京word都", 6, ["東京", "word都"]),
        ("ประเทศไทย", 6, ["ประเทศ", "ไทย"]),
        ("👩‍👧👩‍👧👩‍👧", 4, ["👩‍👧👩‍👧", "👩‍👧"]),
        ("🇻🇳🇻🇳🇻🇳", 4, ["🇻🇳🇻🇳", "🇻🇳"]),
        ("hai\u00a0km đường", 8, ["hai\u00a0km", "đường"]),
        ("", 8, []),
    ],
)
def test_breaks(text: str, limit: int, lines: list[str]) -> None:
    assert broken(text, limit) == lines


def test_a_short_last_word_does_not_stand_alone() -> None:
    assert broken("một hai ba bốn năm sáu bảy tám", 27) == ["một hai ba bốn năm sáu", "bảy tám"]
    assert broken("một hai ba bốn năm sáu nghiêng", 24) == ["một hai ba bốn năm sáu", "nghiêng"]


def test_joints_say_how_lines_go_on() -> None:
    assert [s.joint for s in stretches("một hai\nba 東京都知事", 8)] == ["\n", "", "\n"]
    assert [s.joint for s in stretches("một hai ba", 8)] == [" ", "\n"]


@given(
    st.lists(
        st.sampled_from(["東京", "（次）", "「知事」", "、", "に。", "word", "“引用”", "ちょっと", "サーバー"])
    ),
    st.integers(12, 40),
)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(parts: list[str], limit: int) -> None:
    text = "東" + re.sub("、+", "、", "".join(parts))
    lines = broken(text, limit)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not [line for line in lines if line[0] in "）」、。”っょー"]
    assert not [line for line in lines if line[-1] in "（「“"]


def test_collapsing_keeps_no_break_blanks_and_line_feeds() -> None:
    assert collapse("a \t b\u3000c\nd\u00a0e") == "a b c\nd\u00a0e"
