"""What is copied of a selection: the article's own text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.model.article import Article
from tuinews.model.document import Block, Code, Document, Figure, List, Paragraph, Quote, Span, Table
from tuinews.typeset.page.selecting import TextPosition, TextRange, copied_text, paragraph_at, word_at
from tuinews.typeset.pieces import Line
from tuinews.typeset.typeset import typeset

LONG = "part_1 + part_2 + part_3 + part_4 + part_5 + part_6 + part_7 + part_8 + part_9 + part_10 + part_11"
PROSE = (
    "An ancient song about a flute, that nobody has heard for well-nigh a hundred years, "
    "is sung again in Đà Nẵng tonight."
)


def page(*blocks: Block, width: int = 40) -> tuple[Line, ...]:
    return typeset(Article("https://a.example/", "", Document(blocks)), width).lines


def whole(lines: tuple[Line, ...]) -> TextRange:
    return TextRange(TextPosition(0, 0), TextPosition(len(lines) - 1, len(lines[-1].text)))


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def at(lines: tuple[Line, ...], words: str) -> TextPosition:
    """The first place of `words`, which stand on one line."""
    number = next(n for n, line in enumerate(lines) if words in line.text)
    return TextPosition(number, lines[number].text.index(words))


@pytest.mark.parametrize("width", [24, 40, 80, 120])
@pytest.mark.parametrize("lang", [None, "python"])
@pytest.mark.parametrize(
    "code",
    [
        LONG,
        f"def f():\n    return {LONG}\n\n\n\n# end",
        "\tif x:\n\t\treturn '日本\t語'\n",
        "a\n\n\n\nb",
        "日本語のコードは長い行も折り返されるが、写すと一行になる。" * 4,
        "  indented\n    more  \nblanks at the end   \nx",
    ],
)
def test_code_is_copied_as_it_is(code: str, lang: str | None, width: int) -> None:
    lines = page(Code(code, lang), width=width)
    assert copied_text(lines, whole(lines)) == code.strip("\n")


def test_a_part_of_the_code_is_copied_over_a_wrap() -> None:
    lines = page(Code(LONG))
    start, end = at(lines, "t_2"), at(lines, "_6")
    assert end.line > start.line
    assert copied_text(lines, TextRange(start, end)) == LONG[LONG.index("t_2") : LONG.index("_6")]


def test_a_half_of_a_tab_is_the_tab() -> None:
    lines = page(Code("\tx = 1"))
    start = at(lines, "x")
    assert (
        copied_text(
            lines,
            TextRange(TextPosition(start.line, start.column - 3), TextPosition(start.line, start.column + 1)),
        )
        == "\tx"
    )


@pytest.mark.parametrize("width", [24, 40, 80])
def test_wrapped_items_and_quotes_come_without_indent_and_bars(width: int) -> None:
    items = ((paragraph(PROSE), List(((paragraph(PROSE),),))), (paragraph("Two."),))
    lines = page(List(items), Quote((paragraph(PROSE), Quote((paragraph(PROSE),)))), width=width)
    assert copied_text(lines, whole(lines)) == f"• {PROSE}\n  ◦ {PROSE}\n• Two.\n\n{PROSE}\n\n{PROSE}"


def test_code_in_an_item_keeps_its_own_indent_alone() -> None:
    lines = page(List(((paragraph("Run:"), Code(f"if x:\n    {LONG}")),), ordered=True))
    assert copied_text(lines, whole(lines)) == f"1. Run:\n\nif x:\n    {LONG}"


def test_link_numbers_and_the_signs_of_pictures_are_not_copied() -> None:
    lines = page(
        Paragraph((Span("See "), Span("the flute", href="https://b.example/"), Span(", again."))),
        Figure("https://a.example/i.png", alt="A flute on a table."),
    )
    assert copied_text(lines, whole(lines)) == "See the flute, again.\n\nA flute on a table."


def test_one_empty_line_stands_between_two_paragraphs() -> None:
    lines = page(paragraph("One."), Code("x\n\n\n\ny"), paragraph("Two."))
    assert copied_text(lines, whole(lines)) == "One.\n\nx\n\n\n\ny\n\nTwo."


@pytest.mark.parametrize("width", [14, 24, 40, 80])
@pytest.mark.parametrize("word", ["ancient", "well-nigh", "Đà", "tonight", "flute"])
def test_a_word_is_selected_wherever_it_is_pointed_at(word: str, width: int) -> None:
    lines = page(paragraph(PROSE), width=width)
    start = at(lines, word)
    for column in range(len(word)):
        marked = word_at(lines, TextPosition(start.line, start.column + column))
        assert marked is not None
        assert copied_text(lines, marked) == word


def test_a_word_over_the_end_of_a_line_is_one() -> None:
    for width in range(22, 60):
        lines = page(Code(LONG), width=width)
        ends = [line.words[-1] for line in lines if not line.joint]
        broken = next((n for n, end in enumerate(ends) if end.isalnum()), None)
        if broken is not None:
            marked = word_at(lines, TextPosition(broken, lines[broken].text.rindex(ends[broken])))
            assert marked is not None
            assert copied_text(lines, marked) in LONG.split()


def test_a_word_of_code_ends_at_a_sign_and_a_word_of_prose_has_its_hyphen() -> None:
    lines = page(Code("well-nigh = don't"), paragraph("well-nigh - don’t ก็ตาม"))
    marks = [
        word_at(lines, at(lines[:1], "well")),
        word_at(lines, TextPosition(2, 3)),
        word_at(lines, at(lines, "t ก")),
    ]
    assert [copied_text(lines, mark) if mark else None for mark in marks] == ["well", "well-nigh", "don’t"]
    assert word_at(lines, at(lines, " - ")) is None
    assert word_at(lines, TextPosition(99, 0)) is None
    assert word_at(lines, TextPosition(0, -1)) is None


def test_a_paragraph_and_a_whole_piece_of_code_are_selected() -> None:
    code = f"x = 1\n\n{LONG}"
    lines = page(paragraph(PROSE), Code(code), paragraph("End."))
    for place, text in ((at(lines, "flute"), PROSE), (at(lines, "part_3"), code), (at(lines, "End"), "End.")):
        marked = paragraph_at(lines, place)
        assert marked is not None
        assert copied_text(lines, marked) == text
    assert paragraph_at(lines, TextPosition(at(lines, "End").line - 1, 0)) is None


def table(*rows: tuple[str, ...]) -> Table:
    header, *body = [tuple((Span(cell),) if cell else () for cell in row) for row in rows]
    return Table(header, tuple(body))


@pytest.mark.parametrize("width", [30, 40, 80])
def test_a_table_is_copied_as_its_cells_with_tabs_between(width: int) -> None:
    lines = page(
        table(("Tên", "Số dân", ""), ("Hà Nội", "8.435.700", "đông"), ("Huế", "", "cố đô bên sông")), width=width
    )
    assert copied_text(lines, whole(lines)) == "Tên\tSố dân\nHà Nội\t8.435.700\tđông\nHuế\t\tcố đô bên sông"


def test_a_cell_that_wraps_is_one_and_a_part_of_a_row_has_only_its_cells() -> None:
    lines = page(paragraph("Before."), table(("a", "b"), ("x " * 20, PROSE), ("y", "z")), paragraph("After."))
    copied = copied_text(lines, whole(lines))
    assert copied == f"Before.\n\na\tb\n{('x ' * 20).strip()}\t{PROSE}\ny\tz\n\nAfter."
    start = at(lines, "An ancient")
    end = at(lines, "heard")
    part = copied_text(lines, TextRange(start, end))
    assert part.endswith(PROSE[: PROSE.index("heard")].strip())
    assert part.count("\t") <= 1


def test_a_long_address_that_is_shown_short_is_copied_whole() -> None:
    address = "https://www.example.org/" + "a-very-long-path/" * 5
    lines = page(Paragraph((Span("See "), Span(address, href=address), Span(" for more."))))
    assert "example.org/…" in lines[0].text
    assert copied_text(lines, whole(lines)) == f"See {address} for more."


WORDS = st.lists(
    st.sampled_from(["a", "b ", "đ", "ế ", "日本", "、", "。", "「", "」", "👩\u200d👧", "ก็", "thường "]),
    min_size=1,
    max_size=60,
).map(lambda parts: " ".join("".join(parts).split()))


@given(st.lists(WORDS, min_size=1, max_size=4), st.integers(8, 60))
def test_what_is_copied_is_what_was_written(texts: list[str], width: int) -> None:
    lines = page(*(paragraph(text) for text in texts), width=width)
    assert copied_text(lines, whole(lines)) == "\n\n".join(texts)
