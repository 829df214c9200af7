"""Quotations are found again in texts that have changed since."""

import unicodedata

import pytest

from tuinews.anchoring import AnchorText
from tuinews.model.annotations.highlights import Quotation

ENGLISH = (
    "The river rose two metres in a night. Farmers moved their cattle to the dyke before the water came.\n"
    "“We had an hour,” said the warden. The road to the market is closed until Thursday.\n"
    "The ferry is running. The road to the market was built in 1931."
)
VIETNAMESE = (
    "Nước sông lên hai mét trong một đêm. Người dân đưa trâu bò lên đê trước khi nước tới.\n"
    "Ông Trịnh Văn Bảy nói: “Chúng tôi chỉ có một giờ.” Đường ra chợ còn đóng đến thứ Năm."
)
JAPANESE = (
    "川の水位は一晩で二メートル上がった。農家は水が来る前に牛を堤防へ移した。市場への道は木曜日まで閉鎖される。"
)


def taken(text: str, passage: str, number: int = 0) -> Quotation:
    """The quotation of a passage of a text, the one of that number."""
    at = -1
    for _ in range(number + 1):
        at = text.index(passage, at + 1)
    found = AnchorText(text).quote(at, at + len(passage))
    assert found is not None
    return found


def found_in(text: str, quotation: Quotation) -> str | None:
    passage = AnchorText(text).find(quotation)
    return None if passage is None else text[passage.start : passage.end]


@pytest.mark.parametrize(
    ("text", "passage", "changed", "expected"),
    [
        (ENGLISH, "Farmers moved their cattle to the dyke", "An editor's note. " + ENGLISH, None),
        (ENGLISH, "Farmers moved their cattle to the dyke", ENGLISH.replace("two metres", "three metres"), None),
        (ENGLISH, "night. Farmers moved", ENGLISH.replace(". ", ".\n\n"), "night.\n\nFarmers moved"),
        (ENGLISH, "“We had an hour,” said the warden", ENGLISH.translate({0x201C: '"', 0x201D: '"'}),
         '"We had an hour," said the warden'),
        (ENGLISH, "moved their cattle to the dyke before", ENGLISH.replace("cattle", "cows"),
         "moved their cows to the dyke before"),
        (ENGLISH, "their cattle to the dyke before the water",
         ENGLISH.replace("dyke before the water", "dike before the waters"),
         "their cattle to the dike before the waters"),
        (VIETNAMESE, "đưa trâu bò lên đê", unicodedata.normalize("NFD", VIETNAMESE),
         unicodedata.normalize("NFD", "đưa trâu bò lên đê")),
        (unicodedata.normalize("NFD", VIETNAMESE), unicodedata.normalize("NFD", "Đường ra chợ còn đóng"),
         VIETNAMESE, "Đường ra chợ còn đóng"),
        (VIETNAMESE, "Ông Trịnh Văn Bảy nói: “Chúng tôi", VIETNAMESE.replace("Bảy", "Bẩy"),
         "Ông Trịnh Văn Bẩy nói: “Chúng tôi"),
        (JAPANESE, "水が来る前に牛を堤防へ移した", JAPANESE.replace("牛", "家畜"),
         "水が来る前に家畜を堤防へ移した"),
        (JAPANESE, "一晩で二メートル上がった", JAPANESE.replace("メートル", "ﾒｰﾄﾙ"), "一晩で二ﾒｰﾄﾙ上がった"),
    ],
)  # fmt: skip
def test_a_passage_is_found_in_a_text_that_changed(
    text: str, passage: str, changed: str, expected: str | None
) -> None:
    assert found_in(changed, taken(text, passage)) == (expected or passage)


def test_passages_of_the_same_words_are_told_apart_by_what_stands_beside_them() -> None:
    first, second = (taken(ENGLISH, "The road to the market", number) for number in (0, 1))
    moved = "A word before. " + ENGLISH.replace("The ferry is running.", "The ferry is running again.")
    places = [AnchorText(moved).find(one) for one in (first, second)]
    assert [moved[one.end :][:10] for one in places if one is not None] == [" is closed", " was built"]


def test_one_of_two_that_is_gone_does_not_become_the_other() -> None:
    short = taken("One says rain. Another says wind. The last says rain too.", "rain", 1)
    assert found_in("One says rain. Another says wind. It is dry.", short) is None


@pytest.mark.parametrize(
    ("text", "passage", "other"),
    [
        (ENGLISH, "Farmers moved their cattle to the dyke", "Gold fell by a tenth in a week of thin trade."),
        (ENGLISH, "river", "A long text about something else, and a river in it somewhere far away from here."),
        (VIETNAMESE, "Người dân đưa trâu bò lên đê", "Giá vàng giảm một phần mười trong tuần giao dịch thưa."),
        (JAPANESE, "農家は水が来る前に牛を堤防へ移した", "金の価格は一週間で一割下がった。"),
        (ENGLISH, "The river rose", ""),
    ],
)
def test_what_is_gone_is_lost(text: str, passage: str, other: str) -> None:
    assert found_in(other, taken(text, passage)) is None


def test_a_selection_of_nothing_is_no_quotation() -> None:
    assert AnchorText("a \n \u00ad b").quote(1, 5) is None
    assert AnchorText(ENGLISH).find(Quotation(" ")) is None


def test_blanks_around_a_selection_are_no_part_of_it() -> None:
    quotation = AnchorText(ENGLISH).quote(37, 45)
    assert quotation is not None
    assert (quotation.exact, quotation.prefix[-7:], quotation.suffix[:6]) == ("Farmers", "night. ", " moved")
    assert quotation.position == len("Theriverrosetwometresinanight.")
