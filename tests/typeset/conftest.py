"""One article with every kind of block, for the tests of this room."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest

from tuinews.model.article import Article
from tuinews.model.document import (
    Code,
    Document,
    Embed,
    Figure,
    Footnote,
    Heading,
    List,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Span,
    Spans,
    Table,
)
from tuinews.model.when import When


def spans(*parts: str | Span) -> Spans:
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)


def paragraph(*parts: str | Span) -> Paragraph:
    return Paragraph(spans(*parts))


@pytest.fixture(autouse=True)
def in_hanoi(users_zone: Callable[[str], None]) -> None:
    """These pages are read in Hanoi, whatever zone the tests run in."""
    users_zone("Asia/Ho_Chi_Minh")


@pytest.fixture(scope="session")
def everything() -> Article:
    inner = List(((paragraph("cháu một"),), (paragraph("cháu hai"),)), ordered=True, start=9)
    blocks = (
        paragraph(
            "Xin chào ",
            Span("thế giới", (Mark.STRONG,), "https://a.example/x"),
            ", H",
            Span("2", (Mark.SUBSCRIPT,)),
            "O và ",
            Span("một lần nữa", (), "https://a.example/x"),
            Span("1", (Mark.SUPERSCRIPT,), "#fn-1"),
            ".",
        ),
        Heading(2, spans("Công tác nâng cao năng lực")),
        List(((paragraph("một " * 30), List(((paragraph("con"), inner),))), (paragraph("hai"),))),
        Quote((paragraph("Trích dẫn dài " * 10), paragraph("Đoạn hai")), "— Người nói"),
        Table(
            (spans("Phím"), spans("Việc làm"), spans("Số")),
            ((spans("j k"), spans("lên xuống " * 12), spans("12")), (spans("Enter"), spans("mở"), spans("1.234"))),
            "Bảng phím",
        ),
        Code("def f(x):\n\treturn 'a' + str(12)  # hai\n", "python"),
        Figure("https://a.example/1.png", "Một bức ảnh", spans("Chú thích của ảnh."), "TTXVN", 640, 480),
        Embed("https://video.example/x", "Đoạn phim"),
        Rule(),
        Heading(3, spans("Mục nhỏ")),
        paragraph("東京都の小池知事は「新型コロナウイルス」について、次のように述べた。"),
        Footnote("1", (paragraph("Ghi chú " * 20),)),
    )
    return Article(
        url="https://a.example/bai",
        title="Tiêu đề của một bài báo đủ dài để phải xuống dòng khi màn hình hẹp lại",
        document=Document(blocks),
        authors=("Thanh Huyền", "An"),
        published=When(datetime(2021, 10, 26, 10, 42, tzinfo=timezone(timedelta(hours=7)))),
        lead="Sapo của bài.",
        lang="vi",
        site="a.example",
    )
