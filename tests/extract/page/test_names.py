"""The words of class names: those that people wrote, and none of those that programs made."""

import pytest

from tuinews.extract.article.article import extract_article
from tuinews.extract.page.names import words_of_one


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("articleBody", ("article", "body", "article-body")),
        ("wp-block-group", ("wp", "block", "group", "wp-block-group", "wp-block", "block-group")),
        ("article-ad", ("article", "ad", "article-ad")),
        ("post-12345", ("post",)),
        ("html5player", ("html", "player", "html-player")),
        ("noi-dung", ("noi", "dung", "noi-dung")),
    ],
)
def test_a_name_that_people_wrote_has_its_words(name: str, words: tuple[str, ...]) -> None:
    assert words_of_one(name) == words


@pytest.mark.parametrize("name", ["b", "jg", "zi", "jg-vm", "_3Kd9a", "e1gw5h", "kXzQpR", "vzhzt", "a1b2c3"])
def test_a_name_that_a_program_made_says_nothing(name: str) -> None:
    assert words_of_one(name) == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("css-1ab2c3", ("css",)),
        ("Article_body__3Kd9a", ("article", "body", "article-body")),
        ("styles_title__Ab3xQ", ("styles", "title", "styles-title")),
        ("e1k8x2a0-Wrap", ("wrap",)),
    ],
)
def test_the_hash_in_a_name_says_nothing(name: str, words: tuple[str, ...]) -> None:
    assert words_of_one(name) == words


PROSE = [
    "Cảng cũ của thành phố mở cửa trở lại vào sáng thứ Hai, sau hai năm sửa chữa liên tục.",
    "Các kỹ sư đã làm việc suốt nhiều đêm để gia cố cầu tàu, nơi sóng đánh mạnh nhất trong vịnh.",
    "Chuyến phà đầu tiên rời bến lúc sáu giờ, chở theo hơn hai trăm hành khách và mười chiếc xe tải.",
    "Người dân quanh bến cho biết họ đã chờ ngày này từ lâu, vì đường vòng mất gần một giờ đồng hồ.",
]


@pytest.mark.parametrize("names", ["jg ta ji jw ir cx zi", "bc fk qp ll", "_3Kd9a a1b2c3", "ab ac ae af"])
def test_names_that_a_program_made_do_not_change_the_text(names: str) -> None:
    def text_of(name: str) -> list[str]:
        inner = "".join(f'<p class="{name}">{line}</p>' for line in PROSE)
        items = f'<ul><li class="{name}">Vé rẻ hơn một phần ba</li><li class="{name}">Thêm chuyến đêm</li></ul>'
        html = f'<html lang="vi"><body><article><h1 class="{name}">Bến cảng mở lại</h1>{inner}{items}'
        return extract_article(
            f"{html}<p class='{name}'>{PROSE[0][:-1]} ở vịnh.</p></article></body></html>"
        ).document.lines

    assert text_of(names) == text_of("jg")
    assert [line for line in PROSE if line not in text_of(names)] == []
