"""Where lines break."""

import re
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuinews.typeset import breaks
from tuinews.typeset.breaks import collapse, stretches
from tuinews.typeset.cells import clusters, width


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
        ("気象庁[1]は発表", 8, ["気象", "庁[1]は", "発表"]),
        ("知事¹は", 4, ["知", "事¹", "は"]),
        ("日本『「（東京）」』です", 10, ["日本", "『「（東", "京）」』で", "す"]),
        ("あいうゝいす", 6, ["あい", "うゝい", "す"]),
        ("Il nous a dit alors : « Venez ! » et rit", 20, ["Il nous a dit", "alors : « Venez ! »", "et rit"]),
        ("the price rose by 10 % last year", 20, ["the price rose by", "10 % last year"]),
        ("見よ https://www.example.com/abc/d?x", 16, ["見よ", "https://www.", "example.com/abc/", "d?x"]),
        ("a well-known 👩\u200d👧 thing", 7, ["a well-", "known", "👩\u200d👧", "thing"]),
    ],
)
def test_a_text_breaks_where_its_script_allows(text: str, limit: int, lines: list[str]) -> None:
    assert broken(text, limit) == lines


def test_a_short_last_word_does_not_stand_alone() -> None:
    assert broken("một hai ba bốn năm sáu bảy tám", 27) == ["một hai ba bốn năm sáu", "bảy tám"]
    assert broken("một hai ba bốn năm sáu nghiêng", 24) == ["một hai ba bốn năm sáu", "nghiêng"]


def test_joints_say_how_lines_go_on() -> None:
    assert [s.joint for s in stretches("một hai\nba 東京都知事", 8)] == ["\n", "", "\n"]
    assert [s.joint for s in stretches("một hai ba", 8)] == [" ", "\n"]


@given(
    st.lists(
        st.sampled_from(
            [
                *("東京", "（次）", "「知事」", "、", "に。", "word", "“引用”", "ちょっと", "サーバー"),
                *("『（二重）』", "こゝ", "庁[12]は", "事¹", "12％", "……", "［注］", "ッ", "人々", "！？"),
            ]
        )
    ),
    st.integers(16, 40),
)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(parts: list[str], limit: int) -> None:
    text = "東" + re.sub("([、ッ…！？]{2})[、ッ…！？]+", r"\1", "".join(parts))
    lines = broken(text, limit)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not [line for line in lines if line[0] in "）」、。”っょー』］ゝ々¹％…ッ！？[]"]
    assert not [line for line in lines if line[-1] in "（「“『［"]


def _words() -> st.SearchStrategy[str]:
    """Texts of words in many scripts, emoji and addresses, and of whatever else Unicode has."""
    words = st.sampled_from(
        [
            *("Việt", "Nam", "nghiêng", "e\u0302\u0301t", "well-known", "10 %", "« oui »"),
            *("https://a.example/b?c=d&e=f", "[12]", "¹", "—", "…"),
            *("東京都", "「知事」", "。", "ちょっと", "サーバー", "대한민국", "ประเทศไทย", "ก็ที่", "ລາວ"),
            *("မြန်မာ", "ភាសាខ្មែរ", "हिन्दी", "தமிழ்", "العربية", "עִבְרִית"),
            *("👩\u200d👧\u200d👦", "🇻🇳🇯🇵", "1\ufe0f\u20e3", "👍🏽"),
        ]
    )
    letters = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), max_size=4)
    parts = st.lists(words | letters | st.just(" "), max_size=25)
    return parts.map(lambda parts: " ".join("".join(parts).split()))


@settings(max_examples=400, deadline=None)
@given(_words(), st.integers(2, 40))
def test_nothing_is_lost_no_line_is_too_wide_and_no_cluster_is_cut(text: str, limit: int) -> None:
    found = stretches(text, limit)
    rebuilt = "".join(text[s.start : s.end] + (s.joint if s.joint != "\n" else "") for s in found)
    assert rebuilt == text
    borders = set(accumulate((len(cluster) for cluster in clusters(text)), initial=0))
    borders |= {place + 1 for place, sign in enumerate(text) if sign == " "}  # a mark behind a blank begins a line
    for stretch in found:
        line = text[stretch.start : stretch.end]
        assert width(line) <= limit
        assert line == line.strip(" ")
        inside_wide_one = any(width(cluster) > limit for cluster in clusters(text))
        assert inside_wide_one or {stretch.start, stretch.end} <= borders


@pytest.mark.parametrize("text", ["\ufe20", "\u0301 abc", "abc \u0301", "\u0301 \u0301", "東 \ufe20 京"])
def test_a_mark_without_a_letter_is_not_lost(text: str) -> None:
    found = stretches(text, 2)
    assert "".join(text[s.start : s.end] + (s.joint if s.joint != "\n" else "") for s in found) == text


@given(st.lists(st.sampled_from(["path", "to", "a", "long-name", "x=1", "file.html"]), min_size=4, max_size=12))
def test_addresses_break_behind_their_marks(parts: list[str]) -> None:
    for lead in ("", "見よ "):
        lines = broken(lead + "https://example.com/" + "/".join(parts), 24)
        assert all(line[-1] in "/.?&=-" for line in lines[1 if lead else 0 : -1]), lines


def test_collapsing_keeps_no_break_blanks_and_line_feeds() -> None:
    assert collapse("a \t b\u3000c\nd\u00a0e") == "a b c\nd\u00a0e"


@given(
    st.text(
        st.characters(min_codepoint=0x2E80, max_codepoint=0x323AF, exclude_categories=["Cs"]) | st.characters()
    )
)
def test_the_first_texts_break_where_the_later_ones_do(text: str) -> None:
    with pytest.MonkeyPatch.context() as ways:
        ways.setattr(breaks, "_first_texts", iter(range(1)))
        first, later = (
            [match.span() for match in breaks._atoms_of(text)],
            [match.span() for match in breaks._atoms_of(text)],
        )
    assert first == later
