"""Likeness: words, simhash, and what speaks against two entries that are written alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.similarity.features import SPECIFICS, features, keys
from tuinews.similarity.same_event import score
from tuinews.similarity.same_story import is_restated, is_same_story
from tuinews.similarity.simhash import BITS, distance, shingles, simhash
from tuinews.similarity.words import MOST_WORDS, words_of

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
    assert len(keys(features(text, text))) <= 8 + SPECIFICS


@pytest.mark.parametrize(("words", "found"), [("a b c", ["a b", "b c"]), ("a b", ["a b"]), ("a", ["a"]), ("", [])])
def test_shingles_are_every_run_of_words(words: str, found: list[str]) -> None:
    assert shingles(words.split(), 2) == found


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
        ("Tavaro quake that struck on Monday kills 14", "Tavaro quake that struck on Monday kills 14 – live"),
        ("Động đất ở Tavaro làm 14 người chết", "Trực tiếp: động đất ở Tavaro làm 14 người chết"),
        ("ดูดวงรายวัน ที่ 15 สำหรับท่านที่เกิดวันพุธ", "ดูดวงรายวัน ที่ 15 สำหรับท่านที่เกิดวันจันทร์"),
    ],
)
def test_what_is_no_report_or_has_no_names_to_tell_it_by_stands_apart(report: str, aside: str) -> None:
    assert is_same_story(features(report, None), features(report, None))
    assert not is_same_story(features(report, None), features(aside, None))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("Việt Nam thắng Thái Lan 2-1", "Đội tuyển nam Việt Nam thắng Thái Lan 2-1 ở lượt đi."),
            ("Việt Nam thắng Thái Lan 2-1 ở giải nữ", "Đội tuyển nữ Việt Nam thắng Thái Lan 2-1 ở SEA Games."),
        ),
        (
            ("Việt Nam thắng Lào 3-0", "Đội tuyển Việt Nam thắng Lào 3-0 trên sân Mỹ Đình tối 29/11."),
            ("U23 Việt Nam thắng Lào 3-0", "Đội tuyển U23 Việt Nam thắng Lào 3-0 trên sân Mỹ Đình tối 29/11."),
        ),
        (
            (
                "Arsenal beat Chelsea 2-0",
                "Arsenal beat Chelsea 2-0 in the Premier League at the Emirates on Saturday.",
            ),
            (
                "Arsenal beat Chelsea 2-0",
                "Arsenal Women beat Chelsea 2-0 at the Emirates on Saturday in the league.",
            ),
        ),
    ],
)
def test_clubs_and_countries_meet_in_several_classes(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not is_same_story(features(*one), features(*other), 3600.0)
    assert is_same_story(features(*one), features(*one), 3600.0)


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


RETOLD = (
    "Fourteen dead on Tavaro after tremor at dawn",
    "People on Tavaro ran into the streets on Monday as houses fell: at least 14 died in a tremor of 6.1 that "
    "left the port without power.",
)


def test_what_is_told_in_other_words_is_one_story_by_its_names_and_numbers() -> None:
    one, other = features("Magnitude 6.1 quake kills 14 on Tavaro", QUAKE), features(*RETOLD)
    assert len(one.words & other.words) < len(other.words) / 2
    assert is_same_story(one, other)
    assert set(keys(one)) & set(keys(other))


BRIEF = (
    ("Magnitude 6.4 earthquake hits northern Tavaro", "The earthquake struck near Calma on Sunday, the NSO said."),
    (
        "Strong 6.4 quake rattles Tavaro's north",
        "Tavaro was shaken by a quake near Calma on Sunday, the NSO said.",
    ),
    ("Magnitude 6.1 earthquake hits northern Norland", "The earthquake struck near Sund on Sunday, the NSO said."),
    ("Governor Hale signs river bill", "Governor Anna Hale signed the Wabash river bill on Friday."),
    ("Wabash river bill signed into law by Hale", "The bill was signed on Friday by Governor Anna Hale."),
    ("Governor Hale vetoes school bill", "Governor Anna Hale vetoed the Wabash school bill on Friday."),
    ("Bắt giám đốc Minh Phát vì lừa đảo", "Công an Đồng Nai bắt Lê Văn Hùng, giám đốc Minh Phát."),
    ("Giám đốc Minh Phát Lê Văn Hùng bị bắt", "Công an Đồng Nai cáo buộc ông Hùng lừa đảo."),
    ("Bắt giám đốc Minh Long vì lừa đảo", "Công an Đồng Nai bắt Trần Văn Dũng, giám đốc Minh Long."),
)


@pytest.mark.parametrize("first", [0, 3, 6])
def test_short_reports_are_one_story_by_their_names_and_numbers(first: int) -> None:
    one, again, another = (features(*told) for told in BRIEF[first : first + 3])
    assert is_same_story(one, again, 3600.0)
    assert not is_same_story(one, another, 3600.0)
    assert not is_same_story(again, another, 3600.0)


def test_the_same_names_hours_later_or_without_the_numbers_are_another_story() -> None:
    one, other = features("Magnitude 6.1 quake kills 14 on Tavaro", QUAKE), features(*RETOLD)
    assert score(one, other, 20 * 3600) < score(one, other, 4 * 3600) < score(one, other, 0)
    assert not is_same_story(one, other, 20 * 3600)
    port = "The port of Tavaro will be widened next year, the island's governor said on Monday at a fair."
    assert not is_same_story(one, features("Tavaro to widen its port", port))


def test_what_one_leaves_out_is_no_contradiction_and_another_number_in_its_place_is() -> None:
    longer = features("Quake off Tavaro", f"{QUAKE}. Some 2,300 houses in Merrow were damaged.")
    shorter = features("Quake off Tavaro, 52 boats lost", QUAKE)
    assert is_same_story(longer, shorter)
    assert not is_same_story(longer, features("Quake off Tavaro", QUAKE.replace("6.1", "5.2")))


@pytest.mark.parametrize("text", ["ดูดวงรายวัน ที่สำหรับท่านที่เกิดวันพุธ " * 2, "江城地铁开通试运营线路全长"])
def test_a_copy_without_names_and_numbers_is_one_story(text: str) -> None:
    assert is_same_story(features(text, text), features(text, text), 3600)


def test_what_has_no_capitals_is_told_by_its_numbers() -> None:
    """Names cannot be told apart in Korean: that speaks neither for one story nor against it."""
    report = features(
        "청림시 물류창고 화재 11시간 만에 진화, 2명 부상",
        "야간 근무자 34명이 대피했고 소방관 210명이 동원됐다. 피해는 95억 원이다.",
    )
    other = features(
        "밤새 탄 청림 물류창고, 34명 대피 2명 부상",
        "창고에서 난 화재는 11시간 만에 꺼졌다. 소방관 210명이 왔고 피해는 95억 원으로 추산된다.",
    )
    elsewhere = features("남산시 목재공장 화재, 2명 부상", "소방관 60명이 동원됐다. 피해는 7억 원으로 추산된다.")
    assert is_same_story(report, other)
    assert not is_same_story(report, elsewhere)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A blaze killed three people", "Three died in a fire"),
        ("Shares in the firm slumped", "The firm's stock fell"),
        ("Ba người thiệt mạng vì hỏa hoạn", "Cháy nhà, ba người chết"),
        ("Cầu bị đổ sập", "Sập cầu"),
    ],
)
def test_what_happened_is_known_whichever_word_says_it(one: str, other: str) -> None:
    assert words_of(one).happenings == words_of(other).happenings != frozenset()


def test_marks_tell_what_happened_and_what_is_a_name() -> None:
    assert words_of("chạy bộ").happenings == frozenset()
    assert words_of("Mưa ở Đà Nẵng đã tạnh").names == {"da", "nang"}


def test_two_guides_of_one_year_to_one_thing_are_no_story() -> None:
    one = features(
        "The best running shoes of 2026",
        "Our testers at Halden ran with forty models on wet and dry ground, and these six are the ones.",
    )
    other = features(
        "Six shoes to run a marathon in this year",
        "What we would choose for the marathon of Halden in 2026: light ones for the fast, soft ones else.",
    )
    assert not is_same_story(one, other)


def test_a_name_at_the_beginning_of_a_sentence_is_one_where_the_other_report_says_so() -> None:
    one = features(
        "Heat warning for south: 39 degrees expected in Pellano on Tuesday",
        "The weather service has issued a red warning for the south on Tuesday. It will be 39 degrees in Pellano.",
    )
    other = features(
        "Pellano braces for hottest day of the year",
        "Thermometers may reach 39 degrees today, forecasters say, and the south is under a red alert.",
    )
    assert is_same_story(one, other)


def test_an_interview_about_a_thing_is_not_the_report_of_it() -> None:
    report = features(
        "Nguyễn Trúc Vy đăng quang Hoa hậu Biển Đông", "Người đẹp Bến Tre thắng 39 thí sinh ở Nha Trang."
    )
    said = features(
        "Hoa hậu Trúc Vy: 'Tôi từng bán kẹo dừa'", "Hoa hậu Biển Đông đăng quang ở Nha Trang kể về Bến Tre."
    )
    assert said.is_aside
    assert not is_same_story(report, said)


COLUMNS = {
    "two columns of one day": (
        (
            "Giá vàng hôm nay 8/9: tăng nhẹ",
            "Sáng 8/9, giá vàng miếng niêm yết ở 131,2 triệu đồng một lượng, tăng nhẹ.",
        ),
        (
            "Giá USD hôm nay 8/9: tăng nhẹ",
            "Sáng 8/9, tỷ giá được Ngân hàng Nhà nước niêm yết ở 25.212 đồng, tăng nhẹ.",
        ),
    ),
    "two banks on one weekday": (
        (
            "Central bank cuts rates to 3.25%, signals pause",
            "Norvik's central bank lowered its main rate to 3.25% on Thursday and said it would wait and see.",
        ),
        (
            "Aldland's central bank holds rates at 3.25%, signals pause",
            "Aldland's central bank left its main rate at 3.25% on Thursday and said it would wait and see.",
        ),
    ),
    "the jam behind an accident": (
        (
            "Xe tải lật trên cao tốc Bắc Hà - Lạc Sơn, hai người chết",
            "Xe tải chở gạch mất lái lật ngang cao tốc Bắc Hà - Lạc Sơn rạng sáng 5/9, tài xế và phụ xe tử vong.",
        ),
        (
            "Cao tốc Bắc Hà - Lạc Sơn ùn tắc 7 km",
            "Xe kẹt trên cao tốc Bắc Hà - Lạc Sơn sáng 5/9 sau khi một xe tải chở gạch lật, hai người chết.",
        ),
    ),
}


@pytest.mark.parametrize("name", COLUMNS)
def test_what_is_written_beside_each_other_is_no_story(name: str) -> None:
    one, other = (features(*said) for said in COLUMNS[name])
    assert not is_same_story(one, other, 3600)
