"""Markdown out: what goes in comes back from a parser, and nothing of the article becomes markup."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tuinews.model.article import Article
from tuinews.model.document import Block, Code, Document, Heading, List, Mark, Paragraph, Quote, Span, Table
from tuinews.typeset.markdown import to_markdown

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
NASTY = (
    "*a*",
    "_b_",
    "`c`",
    "# d",
    "- e",
    "1. f",
    "1) g",
    "> h",
    "[i](http://j)",
    "![k](l)",
    "<b>m</b>",
    "&amp;",
    "&#65;",
    "~~n~~",
    "---",
    "===",
    "```",
    "|o|p|",
    "\\",
    "\\*",
    "**",
    "snake_case_name",
    "http://q.example/_r_",
    "+",
    "a  ",
    "=",
    "“trích”",
    "Nguyễn",
    "日本",
)
texts = st.lists(st.sampled_from(NASTY), min_size=1, max_size=4).flatmap(
    lambda parts: st.sampled_from(["".join(parts), " ".join(parts), "\n".join(parts)])
)


def markdown(*blocks: Block) -> str:
    return to_markdown(Article(None, "", Document(blocks))).strip("\n")


def _inline_text(tokens: list[Token]) -> str:
    text = ""
    for token in tokens:
        if token.type in ("text", "code_inline"):
            text += token.content
        elif token.type in ("softbreak", "hardbreak"):
            text += "\n"
    return text


def parsed_text(source: str) -> list[str]:
    return [_inline_text(t.children or []) for t in PARSER.parse(source) if t.type == "inline"]


def lines_of(text: str) -> str:
    lines = (re.sub(" +", " ", line).strip(" ") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


@settings(max_examples=150, deadline=None)
@given(texts)
@example("1.")
@example("-- -")
@example("* * *")
def test_text_comes_back_as_it_went_in(text: str) -> None:
    assert parsed_text(markdown(Paragraph((Span(text),)))) == [lines_of(text)]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([*NASTY, "a", " a", "a "]), st.sampled_from([None, *Mark])),
        min_size=1,
        max_size=4,
    )
)
def test_marked_text_comes_back_as_it_went_in(parts: list[tuple[str, Mark | None]]) -> None:
    spans = tuple(Span(text, (mark,) if mark else ()) for text, mark in parts)
    expected = lines_of("".join(text for text, _ in parts))
    assert parsed_text(markdown(Paragraph((Span("x "), *spans)))) == [f"x {expected}"]


@pytest.mark.parametrize(
    ("spans", "html"),
    [
        ((Span("một "), Span("hai", (Mark.EMPHASIS,)), Span(" ba")), "<p>một <em>hai</em> ba</p>"),
        ((Span("“hai”", (Mark.STRONG,)), Span("ba")), "<p><strong>“hai”</strong>ba</p>"),
        ((Span(" hai ", (Mark.STRONG,)), Span("ba")), "<p><strong>hai</strong> ba</p>"),
        ((Span("a", (Mark.EMPHASIS,)), Span("b", (Mark.STRONG,))), "<p><em>a</em><strong>b</strong></p>"),
        ((Span("a", (Mark.STRONG, Mark.EMPHASIS)),), "<p><strong><em>a</em></strong></p>"),
        ((Span("x`y", (Mark.CODE,)),), "<p><code>x`y</code></p>"),
        ((Span("a b", (), "https://a.example/(x)_y"),), '<p><a href="https://a.example/(x)_y">a b</a></p>'),
        ((Span("a", (), "javascript:x"),), "<p>a</p>"),
    ],
)
def test_marks_and_links(spans: tuple[Span, ...], html: str) -> None:
    assert PARSER.render(markdown(Paragraph(spans))).strip() == html


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def test_lists_nest_and_neighbours_stay_apart() -> None:
    inner = List(((paragraph("con"),),), ordered=True, start=3)
    source = markdown(List(((paragraph("một"), inner), (paragraph("hai"),))), List(((paragraph("khác"),),)))
    assert source == "- một\n\n  3. con\n\n- hai\n\n* khác"
    assert PARSER.render(source).count("<ul>") == 2
    assert '<ol start="3">' in PARSER.render(source)


def test_a_loose_list_keeps_its_paragraphs_and_code() -> None:
    source = markdown(List(((paragraph("một"), Code("x\n\ny", "python")), (paragraph("hai"),))))
    html = PARSER.render(source)
    assert '<code class="language-python">x\n\ny\n</code>' in html
    assert html.count("<li>") == 2


def test_a_fence_is_longer_than_any_inside() -> None:
    source = markdown(Code("```\n````\n"))
    assert PARSER.render(source) == "<pre><code>```\n````\n</code></pre>\n"


def test_a_table_with_strokes_and_breaks() -> None:
    cell = (Span("a|b\nc", ()),)
    html = PARSER.render(markdown(Table(((Span("h"),), (Span("i"),)), ((cell, (Span("1.5"),)), (cell,)))))
    assert html.count("<td>a|b<br>c</td>") == 2
    assert html.count("<th>") == 2


def test_a_quote_with_its_source() -> None:
    source = markdown(Quote((paragraph("một"), paragraph("hai")), "Ai"))
    assert source == "> một\n>\n> hai\n>\n> — Ai"


def test_headings_begin_below_the_title() -> None:
    assert markdown(Heading(1, (Span("Mục\nmột"),))) == "## Mục một"


def test_the_whole_article(everything: Article) -> None:
    source = to_markdown(everything)
    assert source.startswith("# Tiêu đề của một bài báo")
    assert "Thanh Huyền · An · 26 tháng 10, 2021 10:42 · [a.example](<https://a.example/bai>)" in source
    assert "**Sapo của bài.**" in source
    assert "![Một bức ảnh](<https://a.example/1.png>)\n\nChú thích của ảnh. — TTXVN" in source
    assert "lần nữa](<https://a.example/x>)[^1]." in source
    assert "\n[^1]: Ghi chú Ghi chú" in source
