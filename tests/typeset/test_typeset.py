"""The typeset article as it stands on the screen, and what holds for every article and width."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tuinews.model.article import Article
from tuinews.model.document import (
    Block,
    Code,
    Document,
    Figure,
    Footnote,
    Heading,
    List,
    Mark,
    Paragraph,
    Quote,
    Span,
    Table,
)
from tuinews.text import clean_text
from tuinews.typeset.page.sideways import window_of
from tuinews.typeset.pieces import Overflow
from tuinews.typeset.typeset import Options, Role, TypesetArticle, typeset

SAMPLES = (
    "word",
    "Nguyễn",
    "supercalifragilisticexpialidocious" * 4,
    "https://example.com/a/very/long/path?with=query&and=more",
    "東京都の小池知事は「新型」について、述べた。",
    "ภาษาไทยไม่มีเว้นวรรค",
    "हिन्दी क्षत्रिय",
    "👩‍👧‍👦",
    "🇻🇳🇻🇳",
    "👍🏽",
    "❤️",
    "e\u0301\u0323",
    "한국어",
    "နိုင်ငံတော်",
    "ព្រះរាជា",
    "(",
    "）」。",
    "「",
    " ",
    "\n",
    "\t",
    "\u200d",
    "\x1b[31m",
)
texts = st.lists(st.one_of(st.sampled_from(SAMPLES), st.text(max_size=12)), max_size=12).map(" ".join) | st.lists(
    st.sampled_from(SAMPLES), max_size=12
).map("".join)
spans = st.lists(
    st.builds(
        Span,
        texts,
        st.lists(st.sampled_from(Mark), max_size=2, unique=True).map(tuple),
        st.sampled_from([None, None, "https://a.example/1", "https://b.example/2", "javascript:x", "#fn-1"]),
    ),
    max_size=4,
).map(tuple)
paragraphs = st.builds(Paragraph, spans)
leaves: st.SearchStrategy[Block] = st.one_of(
    paragraphs,
    st.builds(Heading, st.integers(1, 6), spans),
    st.builds(Code, texts, st.sampled_from([None, "python", "no-such-language"])),
    st.builds(Figure, st.just("https://a.example/p.png"), st.none() | texts, spans, st.none() | texts),
    st.builds(
        Table,
        st.lists(spans, max_size=4).map(tuple),
        st.lists(st.lists(spans, max_size=4).map(tuple), max_size=3).map(tuple),
        st.none() | texts,
    ),
)


def _containers(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    blocks = st.lists(inner, max_size=3).map(tuple)
    items = st.lists(blocks, max_size=3).map(tuple)
    return st.one_of(
        st.builds(List, items, ordered=st.booleans(), start=st.integers(0, 999)),
        st.builds(Quote, blocks, st.none() | texts),
        st.builds(Footnote, st.sampled_from(["1", "12", "a", ""]), blocks),
    )


documents = st.lists(st.recursive(leaves, _containers, max_leaves=6), max_size=4).map(lambda b: Document(tuple(b)))
any_width = st.integers(20, 200)
relaxed = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def _squeezed(text: str) -> str:
    """Without white space, and without joiners, of which those go that have nothing to join."""
    return re.sub("[\\s\u200c\u200d\ufe00-\ufe0f]", "", text)


def _words(typeset_article: TypesetArticle) -> str:
    return _squeezed("".join(line.words for line in typeset_article.lines))


@relaxed
@given(documents, any_width, st.integers(20, 120))
def test_no_line_is_wider_than_asked_for(document: Document, width: int, measure: int) -> None:
    article = Article(None, "Một tiêu đề 東京都 👩‍👧‍👦 dài", document, ("A",), lead="sapo")
    limit = min(width, measure)
    for line in typeset(article, width, Options(measure=measure)).lines:
        assert cell_len(line.text) <= limit
        assert sum(cell_len(piece.text) for piece in line.pieces) <= limit
        assert not re.search("[\x00-\x1f\x7f-\x9f]", line.text)
        assert all(piece.text for piece in line.pieces)


@relaxed
@given(documents, any_width, st.integers(0, 400))
def test_what_is_seen_of_a_scrolled_line_is_no_wider(document: Document, width: int, hidden: int) -> None:
    page = typeset(Article(None, "Tít", document), width, Options(measure=width, overflow=Overflow.SCROLL))
    for line in page.lines:
        assert cell_len(window_of(line, hidden if line.wide else 0, width).line.text) <= width
        assert line.wide > width or line.wide == 0
        assert line.fixed <= len(line.text)


@relaxed
@given(st.lists(texts, max_size=4), any_width)
def test_all_text_is_kept_in_order(parts: list[str], width: int) -> None:
    document = Document(tuple(Paragraph((Span(part),)) for part in parts))
    expected = _squeezed("Tít" + "".join(clean_text(part) for part in parts))
    assert _words(typeset(Article(None, "Tít", document), width)) == expected


@relaxed
@given(texts, any_width)
def test_code_is_kept_whole(text: str, width: int) -> None:
    page = typeset(Article(None, "", Document((Code(text, "python"),))), width)
    assert _words(page) == _squeezed(clean_text(text))


@relaxed
@given(documents, any_width, any_width)
def test_an_offset_finds_its_place_at_any_width(document: Document, one: int, other: int) -> None:
    article = Article(None, "Tít", document)
    here, there = typeset(article, one), typeset(article, other)
    for line in here.lines:
        if line.words.strip():
            found = there.lines[there.line_at(line.offset)]
            assert found.offset <= line.offset
            following = there.lines[there.line_at(line.offset) + 1 :]
            assert all(later.offset > line.offset for later in following)


def test_it_is_deterministic(everything: Article) -> None:
    assert typeset(everything, 72) == typeset(everything, 72)


def test_every_kind_of_block_at_60_cells(everything: Article) -> None:
    page = typeset(everything, 60)
    assert "\n".join(line.text.rstrip() for line in page.lines) == EVERYTHING_AT_60.strip("\n")
    assert page.links == ("https://a.example/x", "https://video.example/x")


def test_the_measure_is_80_cells_unless_another_is_asked_for(everything: Article) -> None:
    assert max(cell_len(line.text) for line in typeset(everything, 200).lines) == 80
    assert max(cell_len(line.text) for line in typeset(everything, 200, Options(measure=66)).lines) == 66


def test_pieces_have_roles_marks_and_links(everything: Article) -> None:
    pieces = [piece for line in typeset(everything, 80).lines for piece in line.pieces]
    by_text = {piece.text.strip(): piece for piece in pieces}
    assert by_text["thế giới"].marks == (Mark.STRONG,)
    assert by_text["thế giới"].link == by_text["một lần nữa"].link == 1
    assert by_text["[1]"].role is Role.LINK_NUMBER
    assert by_text["Thanh Huyền, An"].role is Role.BYLINE
    assert by_text["26 tháng 10, 2021 10:42"].role is Role.DATE
    assert by_text["def"].role is Role.CODE_KEYWORD
    assert by_text["f"].role is Role.CODE_NAME
    assert by_text["12"].role in (Role.TABLE_CELL, Role.CODE_NUMBER)
    assert by_text["# hai"].role is Role.CODE_COMMENT
    assert by_text["Phím"].role is Role.TABLE_HEADER
    assert by_text["TTXVN"].role is Role.CREDIT


def test_a_long_address_is_shown_as_its_host() -> None:
    address = "https://www.example.com/2024/05/06/a-very-long-address-that-nobody-wants-to-read.html"
    page = typeset(Article(None, "", Document((Paragraph((Span(address, (), address),)),))), 80)
    assert page.lines[0].text == "example.com/…[1]"
    assert page.links == (address,)


def test_only_web_and_mail_addresses_become_links() -> None:
    line = Paragraph((Span("a", (), "javascript:alert(1)"), Span("b", (), "file:///etc/passwd")))
    page = typeset(Article(None, "", Document((line,))), 80)
    assert page.lines[0].text == "ab"
    assert page.links == ()


@pytest.mark.parametrize("width", [20, 30])
def test_a_table_too_wide_for_its_columns_becomes_records(width: int) -> None:
    header = tuple((Span(f"Cột {n}"),) for n in range(6))
    row = tuple((Span(f"giá trị {n}"),) for n in range(6))
    page = typeset(Article(None, "", Document((Table(header, (row, row)),))), width)
    assert [line.text for line in page.lines][:2] == ["Cột 0: giá trị 0", "Cột 1: giá trị 1"]


def test_a_deep_nest_still_shows_its_text() -> None:
    block: Block = Paragraph((Span("đáy"),))
    for _ in range(60):
        block = Quote((block,))
    assert "đáy" in _words(typeset(Article(None, "", Document((block,))), 40))


def test_an_empty_article_is_its_title(everything: Article) -> None:
    empty = Article(None, "Chỉ có tiêu đề", Document())
    assert [line.text for line in typeset(empty, 40).lines] == ["Chỉ có tiêu đề"]
    assert typeset(replace(empty, title=""), 40).lines == ()


EVERYTHING_AT_60 = """
Tiêu đề của một bài báo đủ dài để phải xuống dòng khi màn
hình hẹp lại

Thanh Huyền, An · 26 tháng 10, 2021 10:42 · a.example

Sapo của bài.

Xin chào thế giới[1], H₂O và một lần nữa[1]¹.


Công tác nâng cao năng lực

• một một một một một một một một một một một một một một
  một một một một một một một một một một một một một một
  một một
  ◦ con
     9. cháu một
    10. cháu hai
• hai

│ Trích dẫn dài Trích dẫn dài Trích dẫn dài Trích dẫn dài
│ Trích dẫn dài Trích dẫn dài Trích dẫn dài Trích dẫn dài
│ Trích dẫn dài Trích dẫn dài
│
│ Đoạn hai
│ — Người nói

Bảng phím
Phím   Việc làm                                           Số
─────  ──────────────────────────────────────────────  ─────
j k    lên xuống lên xuống lên xuống lên xuống lên        12
       xuống lên xuống lên xuống lên xuống lên xuống
       lên xuống lên xuống lên xuống
Enter  mở                                              1.234

  def f(x):
          return 'a' + str(12)  # hai

▣ Một bức ảnh
  Chú thích của ảnh. — TTXVN

▶ Đoạn phim[2]

                          *  *  *

Mục nhỏ
東京都の小池知事は「新型コロナウイルス」について、次のように
述べた。

────────
 ¹ Ghi chú Ghi chú Ghi chú Ghi chú Ghi chú Ghi chú Ghi chú
   Ghi chú Ghi chú Ghi chú Ghi chú Ghi chú Ghi chú Ghi chú
   Ghi chú Ghi chú Ghi chú Ghi chú Ghi chú Ghi chú
"""


def test_a_definition_stands_in_under_its_bold_term() -> None:
    term, other = Paragraph((Span("Thẻ đọc", (Mark.STRONG,)),)), Paragraph((Span("Kệ", (Mark.STRONG,)),))
    definition = Paragraph((Span("Thẻ cho mượn sách ở thư viện."),), 1)
    blocks = (term, definition, other, Paragraph((Span("Nơi đặt sách."),), 1), Paragraph((Span("Hết."),)))
    page = typeset(Article(None, "", Document(blocks)), 20)
    assert [line.text for line in page.lines] == [
        *("Thẻ đọc", "  Thẻ cho mượn sách", "  ở thư viện.", ""),
        *("Kệ", "  Nơi đặt sách.", "", "Hết."),
    ]
    assert page.lines[0].pieces[0].marks == (Mark.STRONG,)
    assert page.lines[1].pieces[0].role is Role.INDENT


def test_a_paragraph_that_is_set_in_under_text_has_a_blank_line() -> None:
    blocks = (Paragraph((Span("Một."),)), Paragraph((Span("Hai."),), 1), Paragraph((Span("Ba."),), 1))
    page = typeset(Article(None, "", Document(blocks)), 20)
    assert [line.text for line in page.lines] == ["Một.", "", "  Hai.", "", "  Ba."]
