"""The markup of the guide's files, into blocks."""

import pytest

from tuinews.demo.markup import parse_blocks, parse_spans
from tuinews.model.document import (
    Block,
    Code,
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
    Table,
)

BASE = "http://a.example"


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("một", (Span("một"),)),
        ("a *b* c", (Span("a "), Span("b", (Mark.EMPHASIS,)), Span(" c"))),
        ("***b***", (Span("b", (Mark.STRONG, Mark.EMPHASIS)),)),
        ("`*a*`", (Span("*a*", (Mark.CODE,)),)),
        ("`]` `[`", (Span("]", (Mark.CODE,)), Span(" "), Span("[", (Mark.CODE,)))),
        ("[**b**](/y)", (Span("b", (Mark.STRONG,), "http://a.example/y"),)),
        ("a[^1]", (Span("a"), Span("1", (Mark.SUPERSCRIPT,), "#fn-1"))),
        ("H~2~O ~~x~~", (Span("H"), Span("2", (Mark.SUBSCRIPT,)), Span("O "), Span("x", (Mark.STRIKE,)))),
        ("10^15^", (Span("10"), Span("15", (Mark.SUPERSCRIPT,)))),
    ],
)
def test_marks_within_a_line_become_spans(text: str, spans: tuple[Span, ...]) -> None:
    assert parse_spans(text, BASE) == spans


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("## Mục", Heading(2, (Span("Mục"),))),
        ("một\nhai", paragraph("một hai")),
        ("***", Rule()),
        ("```python\nx = 1\n\n# y\n```", Code("x = 1\n\n# y", "python")),
        ("> một\n>\n> hai\n> — Ai", Quote((paragraph("một"), paragraph("hai")), "Ai")),
        (
            "| a | b |\n|---|---|\n| 1 | 2 |\n: tên",
            Table(((Span("a"),), (Span("b"),)), (((Span("1"),), (Span("2"),)),), "tên"),
        ),
        (
            "![alt](p.png)\nchú thích\n© An",
            Figure("http://a.example/anh/p.png", "alt", (Span("chú thích"),), "An", 480, 270),
        ),
        ("@[phim](/p)", Embed("http://a.example/p", "phim")),
        ("[^1]: một\n\n    hai", Footnote("1", (paragraph("một"), paragraph("hai")))),
        (
            "- a\n  - b\n    1. c\n- d",
            List(
                (
                    (paragraph("a"), List(((paragraph("b"), List(((paragraph("c"),),), ordered=True)),))),
                    (paragraph("d"),),
                )
            ),
        ),
        ("7. a\n8. b", List(((paragraph("a"),), (paragraph("b"),)), ordered=True, start=7)),
        ("- a\n\n  b\n- c", List(((paragraph("a"), paragraph("b")), (paragraph("c"),)))),
    ],
)
def test_lines_of_the_markup_become_blocks(text: str, block: Block) -> None:
    assert parse_blocks(text, BASE) == (block,)
