"""Pages like the user's own example: today in the masthead, captions twice, a signature at the end."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import Article
from tuinews.model.document import Heading

PAGE = (Path(__file__).parent / "family" / "masthead.html").read_text("utf-8")
URL = "https://benre.coast.example/ben-tre-dua-nuoc-ngot-20200402160000.htm"
MASTHEAD = "THỨ BẢY, NGÀY 11 THÁNG 05 NĂM 2024 07:15"
PUBLISHED = datetime(2020, 4, 2, 16, 20, tzinfo=timezone(timedelta(hours=7)))


def article_of(html: str) -> Article:
    return extract_article(html, URL, now=datetime(2024, 5, 11, 0, 15, tzinfo=UTC))


def test_the_page_shows_what_a_reader_sees_of_it() -> None:
    article = article_of(PAGE)
    assert article.title == "Bến Tre đưa nước ngọt về vùng hạn mặn bằng xà lan"
    assert article.published is not None
    assert article.published.latest == PUBLISHED
    assert article.authors == ("Minh Tâm",)
    assert article.lead is not None
    assert article.lead.startswith("Ba huyện ven biển")
    headings = [block for block in article.document.blocks if isinstance(block, Heading)]
    assert [heading.spans[0].text for heading in headings] == [
        "Những chuyến xà lan trong đêm",
        "Trạm cấp nước chạy hết công suất",
    ]
    assert article.document.captions == [
        "Xà lan chở nước ngọt cập bến Ba Tri sáng 1/4.",
        "Người dân xã An Hiệp xếp hàng nhận nước theo phiếu.",
    ]
    assert article.lang == "vi"


def test_nothing_of_the_masthead_the_related_box_or_the_signature_is_text() -> None:
    text = article_of(PAGE).text
    for foreign in (
        "NĂM 2024",
        "Thời sự",
        "Tin cùng",
        "mưa muộn",
        "năm trước",
        "Minh Tâm",
        "Giấy phép",
        "cập bến",
    ):
        assert foreign not in text
    assert text.splitlines()[-1].endswith("từ tuần sau.")


@pytest.mark.parametrize(
    "moved",
    [
        PAGE.replace('<h1 class="headline">', f'<div class="today">{MASTHEAD}</div><h1 class="headline">'),
        PAGE.replace("</head>", '<meta name="date" content="2024-05-11T07:15:00+07:00"></head>'),
        PAGE.replace(
            "</head>", '<meta property="article:published_time" content="2024-05-11T07:15:00+07:00"></head>'
        ),
        PAGE.replace('<div class="foot">', f'<div class="foot"><div class="today">{MASTHEAD}</div>'),
        PAGE.replace('<div class="page">', f"<p>{MASTHEAD}</p><p>{MASTHEAD}</p>" + '<div class="page">'),
        PAGE.replace('<span class="today">', '<header><time datetime="2024-05-11T07:15">').replace(
            "07:15</span></div>", "07:15</time></header></div>"
        ),
    ],
    ids=["above the headline", "meta date", "published_time", "in the foot", "repeated", "time element"],
)
def test_the_mastheads_date_never_wins_wherever_it_is_put(moved: str) -> None:
    published = article_of(moved).published
    assert published is not None
    assert published.latest.date() == PUBLISHED.date()
