"""Pages whose text a browser shows and a plain reading of the markup loses."""

import pytest

from tuinews.extract.article.article import extract_article

PROSE = [
    "Cảng cũ của thành phố mở cửa trở lại vào sáng thứ Hai, sau hai năm sửa chữa liên tục.",
    "Các kỹ sư đã làm việc suốt nhiều đêm để gia cố cầu tàu, nơi sóng đánh mạnh nhất trong vịnh.",
    "Chuyến phà đầu tiên rời bến lúc sáu giờ, chở theo hơn hai trăm hành khách và mười chiếc xe tải.",
    "Người dân quanh bến cho biết họ đã chờ ngày này từ lâu, vì đường vòng mất gần một giờ đồng hồ.",
]
TEXT = "".join(f"<p>{line}</p>" for line in PROSE)


def lines_of(body: str) -> list[str]:
    """The lines of the article of a page."""
    html = f'<html lang="vi"><head><title>Bến cảng mở lại</title></head><body>{body}</body></html>'
    return extract_article(html, "https://ben.example/bai").document.lines


def test_an_article_in_a_shadow_root_is_read() -> None:
    root = f'<template shadowrootmode="open"><style>p{{}}</style><div>{TEXT}</div></template>'
    assert lines_of(f"<article><h1>Bến cảng mở lại</h1><tin-bai>{root}</tin-bai></article>") == PROSE


def test_an_article_for_browsers_without_scripts_is_read() -> None:
    shell = '<div id="app"></div><p>Chia sẻ cùng bạn đọc.</p>'
    assert lines_of(f"<noscript><div><h1>Bến cảng mở lại</h1>{TEXT}</div></noscript>{shell}")[:4] == PROSE


def test_a_noscript_beside_an_article_is_not_read() -> None:
    hint = f"<noscript><p>{'Hãy bật JavaScript để đọc báo. ' * 12}</p></noscript>"
    lines = lines_of(f"{hint}<article><h1>Bến cảng mở lại</h1>{TEXT}{TEXT.replace('.', ' ở vịnh.')}</article>")
    assert [line for line in lines if "JavaScript" in line] == []


@pytest.mark.parametrize(
    ("attribute", "found"), [('aria-hidden="true"', True), ("hidden", False), ('style="display:none"', False)]
)
def test_a_paragraph_hidden_from_screen_readers_alone_is_text(attribute: str, found: bool) -> None:
    hidden = f"<p {attribute}>{PROSE[2]}</p>"
    lines = lines_of(f"<article><h1>Bến cảng mở lại</h1>{TEXT.replace(f'<p>{PROSE[2]}</p>', hidden)}</article>")
    assert (PROSE[2] in lines) is found
    assert PROSE[3] in lines


def test_the_sign_beside_a_headline_is_none_of_its_words() -> None:
    html = f'<body><h1>Bến cảng mở lại<a class="headerlink" href="#b">¶</a></h1>{TEXT}</body>'
    assert extract_article(html).title == "Bến cảng mở lại"
