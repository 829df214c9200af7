"""Likeness: words, simhash, and what speaks against two entries that are written alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.likeness.features import SPECIFICS, features, keys
from tuinews.likeness.sameness import is_restated, is_same_story
from tuinews.likeness.simhash import BITS, distance, shingles, simhash
from tuinews.likeness.words import MOST_WORDS, words_of

QUAKE = "A magnitude 6.1 earthquake struck off the coast of Tavaro early on Monday, killing at least 14 people"


def test_words_are_folded_and_names_and_numbers_told_apart() -> None:
    words = words_of("Gold fell again. Nhà thơ Bùi Thanh Trì, sinh năm 1926, ở Hà Nội; two of John's books")
    assert words.ordered[:2] == ("gold", "fell")
    assert words.names == {"bui", "thanh", "tri", "ha", "noi", "john"}
    assert words.numbers == {"1926", "2"}


def test_capitals_of_title_case_are_no_names() -> None:
    assert words_of("Gold Falls Again As Dollar Firms On Monday").names == frozenset()


def test_chinese_is_compared_by_pairs() -> None:
    assert words_of("東京都").ordered == ("東京", "京都")


@given(st.text())
def test_any_text_has_words_and_keys(text: str) -> None:
    found = words_of(text)
    assert len(found.ordered) <= MOST_WORDS
    assert len(keys(features(text, text))) <= 8 + SPECIFICS * (SPECIFICS - 1) // 2


def test_alike_texts_have_alike_simhashes() -> None:
    words = QUAKE.lower().split()
    far = "the price of silver in the east rose by a fifth"
    one, same, other = (simhash(shingles(each, 2)) for each in (words, [*words, "said"], far.split()))
    assert distance(one, same) < BITS // 4 < distance(one, other)


def test_an_agencys_dateline_makes_no_difference() -> None:
    own = features("Quake hits Tavaro", QUAKE)
    wire = features("Power is out on the island", f"PORT TAVARO, March 2 (Wire) - {QUAKE}")
    assert is_same_story(own, wire)
    assert set(keys(own)) & set(keys(wire))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Brandt Steel profit rises on orders from shipyards",
            "Norden Copper profit rises on orders from shipyards",
        ),
        ("Nhóm A của giải trẻ đá hôm nay ở sân nhà", "Nhóm B của giải trẻ đá hôm nay ở sân nhà"),
        ("Weather for the south on 12/1: rain in the hills", "Weather for the south on 13/1: rain in the hills"),
    ],
)
def test_what_is_written_by_a_pattern_is_another_story(one: str, other: str) -> None:
    assert is_same_story(features(one, None), features(one, None))
    assert not is_same_story(features(one, None), features(other, None))


@pytest.mark.parametrize(
    ("report", "aside"),
    [
        ("Trung Quốc hạ mục tiêu tăng trưởng kinh tế", "Lý do Trung Quốc hạ mục tiêu tăng trưởng kinh tế"),
        ("Tavaro quake that struck on Monday kills 14", "Photos: Tavaro quake that struck on Monday kills 14"),
        ("ดูดวงรายวัน ที่ 15 สำหรับท่านที่เกิดวันพุธ", "ดูดวงรายวัน ที่ 15 สำหรับท่านที่เกิดวันจันทร์"),
    ],
)
def test_what_is_no_report_or_has_no_names_to_tell_it_by_stands_apart(report: str, aside: str) -> None:
    assert is_same_story(features(report, None), features(report, None))
    assert not is_same_story(features(report, None), features(aside, None))


def test_a_corrected_number_is_the_same_story_and_another_number_is_not() -> None:
    told = features("Quake off Tavaro", QUAKE)
    corrected = features("CORRECTED: Quake off Tavaro", QUAKE.replace("14", "12"))
    assert is_same_story(told, corrected)
    assert not is_same_story(told, features("Quake off Tavaro", QUAKE.replace("14", "12")))


def test_one_source_tells_a_thing_twice_only_where_names_and_numbers_say_so() -> None:
    photo = features(
        "Photo of the day", "Every day the best picture that our readers sent in from their walks and tables"
    )
    assert is_same_story(photo, photo)
    assert not is_restated(photo, photo)
    assert is_restated(features("Quake", QUAKE), features("Quake", QUAKE))
