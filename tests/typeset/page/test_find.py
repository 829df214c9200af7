"""Find in the text of the reader."""

from itertools import pairwise

import pytest

from tuinews.model.article import Article
from tuinews.model.document import Document, Mark, Paragraph, Quote, Span, Table
from tuinews.typeset.page.find import Match, PageWords, find
from tuinews.typeset.typeset import TypesetArticle, typeset


def page_of(*spans: str | Span, width: int = 80) -> TypesetArticle:
    whole = tuple(Span(s) if isinstance(s, str) else s for s in spans)
    return typeset(Article(None, "", Document((Paragraph(whole),))), width)


def shown(page: TypesetArticle, match: Match) -> str:
    return "|".join(page.lines[s.line].text[s.start : s.end] for s in match.parts)


def hits(query: str, *spans: str | Span, width: int = 80) -> list[str]:
    page = page_of(*spans, width=width)
    return [shown(page, match) for match in find(page.lines, query)]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("da nang", "ở Đà Nẵng và đà nẵng", ["Đà Nẵng", "đà nẵng"]),
        ("đà nẵng", "Đà Nẵng, da nang", ["Đà Nẵng"]),
        ("nẵng", "Đà Nẵng, nang", ["Nẵng"]),
        ("bán", "ban bàn bán Bán", ["bán", "Bán"]),
        ("hòa", "hoà bình, hòa bình, hoa", ["hoà", "hòa"]),
        ("hoà", "hòa", ["hòa"]),
        ("東京", "ここは東京都です", ["東京"]),
        ("strasse", "Straße", []),
        ("aa", "aaaa", ["aa", "aa"]),
        ("", "a", []),
        ("  a  ", "a", ["a"]),
        ("h2o", "H2O", ["H2O"]),
        ("H2O", "nước (H₂O), m²", ["H₂O"]),
        ("m²", "m2, m²", ["m2", "m²"]),
        ("thuỷ", "thủy thuỷ THỦY thúy", ["thủy", "thuỷ", "THỦY"]),
        ("khỏe", "khoẻ khỏe khoé", ["khoẻ", "khỏe"]),
        ("quý", "qúy, quý, quy", ["qúy", "quý"]),
        ("hò", "hòa bình, hoà", ["hò"]),
        ("da nẵng", "Đà Nẵng, đa năng", ["Đà Nẵng"]),
        ("thu thiêm", "Thủ Thiêm, thư thiếm", ["Thủ Thiêm"]),
        ("đa", "Đà, da", ["Đà"]),
        ("10 000", "10\u00a0000 euros", ["10\u00a0000"]),
        ("don't", "don’t", ["don’t"]),
        ("abc", "ＡＢＣ", ["ＡＢＣ"]),
        ("하", "한국, 하나", ["하"]),
        ("か", "がか", ["か"]),
        ("елка", "Ёлка", ["Ёлка"]),
        ("x", "", []),
    ],
)
def test_find_ignores_case_and_marks_unless_they_are_typed(query: str, text: str, found: list[str]) -> None:
    assert hits(query, text) == found


def test_a_hit_wraps_onto_the_next_line() -> None:
    page = page_of("một hai ba bốn năm sáu bảy tám", width=20)
    (match,) = find(page.lines, "nam sau")
    assert shown(page, match) == "năm|sáu"
    assert [s.line for s in match.parts] == [match.line, match.line + 1]


def test_a_hit_in_ideographs_wraps_without_a_blank() -> None:
    text = "東京都の小池知事は、新型コロナについて"
    assert hits("知事は", text, width=20) == ["知事は"]
    assert hits("新型コロナ", text, width=22) == ["新|型コロナ"]


def test_a_links_number_does_not_part_a_hit() -> None:
    assert hits("hai ba", "một ", Span("hai", (), "https://a.example/"), " ba") == ["hai| ba"]


def test_marks_do_not_part_a_hit_and_raised_figures_are_figures() -> None:
    assert hits("co2", "C", Span("O", (Mark.STRONG,)), Span("2", (Mark.SUBSCRIPT,))) == ["CO₂"]


@pytest.mark.parametrize("query", ["một", "năm sáu", "tám"])
def test_a_place_on_the_page_is_a_place_in_the_text(query: str) -> None:
    page = page_of("một hai ba bốn ", Span("năm", (), "https://a.example/"), " sáu bảy tám", width=20)
    words = PageWords(page.lines)
    start = words.text.index(query)
    first = words.match(start, start + len(query)).parts[0]
    assert words.index_at(first.line, first.start) == start
    assert words.index_at(first.line, first.start + 1) == start + 1
    assert words.index_at(len(page.lines), 0) == len(words.text)


def test_hits_come_in_page_order(everything: Article) -> None:
    matches = find(typeset(everything, 40).lines, "ghi chu")
    assert len(matches) == 20
    assert all(a.parts[0].line <= b.parts[0].line for a, b in pairwise(matches))


def test_the_title_and_a_table_are_searched() -> None:
    table = Table(((Span("Phím"),),), (((Span("Enter"),),),))
    page = typeset(Article(None, "Các phím", Document((table,))), 40)
    assert [m.line for m in find(page.lines, "phim")] == [0, 2]


def test_furniture_is_no_word() -> None:
    quote = page_of("một │ hai")
    assert [shown(quote, match) for match in find(quote.lines, "│")] == ["│"]
    quoted = typeset(Article(None, "", Document((Quote((Paragraph((Span("a storm came in"),)),)),))), 10)
    assert [shown(quoted, match) for match in find(quoted.lines, "storm came")] == ["storm|came"]
    assert find(quoted.lines, "│") == []
