"""Definition lists in an article: which are text, and what becomes of their terms."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.extract.article.blocks.blocks import document_from_html
from tuinews.model.document import Mark, Paragraph, Span

_BEFORE = (
    "The city opened its new library near the station this morning, and many residents came to see the rooms "
    "before noon, as the staff had hoped they would."
)
_AFTER = (
    "Residents said that the terms were easy to learn, and that the staff helped them when they asked about "
    "the words."
)
_LAST = "The mayor thanked the staff, who had moved forty thousand books in nine days from the old house to this."


def text_of(middle: str, *, after: str = f"<p>{_AFTER}</p><p>{_LAST}</p>") -> list[str]:
    """The lines of an article with `middle` in it, less its own paragraphs."""
    page = (
        '<!doctype html><html lang="en"><head><title>Terms of the library</title></head><body>'
        '<nav><a href="/">Home</a> <a href="/city">City</a></nav>'
        f"<article><h1>Terms of the library</h1><p>{_BEFORE}</p>{middle}{after}</article>"
        "<footer><p>© The Post. All rights reserved.</p></footer></body></html>"
    )
    lines = extract_article(page, "https://post.example/city/terms").text.splitlines()
    assert lines[0] == _BEFORE
    return [line for line in lines if line not in (_BEFORE, _AFTER, _LAST)]


@pytest.mark.parametrize(
    ("middle", "lines"),
    [
        (
            "<dl><dt>Shelf mark</dt><dd>The number on the back of a book.</dd>"
            "<dt>Loan</dt><dd>Second meaning.</dd></dl>",
            ["Shelf mark", "The number on the back of a book.", "Loan", "Second meaning."],
        ),
        ("<dl><dt>Area<dd>400 m²<dt>Books<dd>40,000</dl>", ["Area", "400 m²", "Books", "40,000"]),
        (
            '<dl class="glossary"><div><dt>Thẻ đọc</dt><dd><p>Thẻ cho mượn sách.</p></dd></div>'
            "<div><dt>Kệ</dt><dd>Nơi đặt sách</dd></div></dl>",
            ["Thẻ đọc", "Thẻ cho mượn sách.", "Kệ", "Nơi đặt sách"],
        ),
        (
            "<h2>What the words mean</h2><div><dl><dt>貸出</dt><dd>本を借りること。</dd>"
            "<dt>返却</dt><dd>本を返すこと。</dd></dl></div>",
            ["What the words mean", "貸出", "本を借りること。", "返却", "本を返すこと。"],
        ),
        (
            "<dl><dt>Loan</dt><dt>Lending</dt><dd>One.</dd>"
            "<dd>See the <a href='/rules'>rules</a> of the house.</dd></dl>",
            ["Loan", "Lending", "One.", "See the rules of the house."],
        ),
    ],
)
def test_a_definition_list_in_the_text_is_text(middle: str, lines: list[str]) -> None:
    assert text_of(middle) == lines


def test_a_definition_list_that_ends_the_text_is_text_where_it_says_sentences() -> None:
    definition = "A book that a reader may keep at home for three weeks, once more if nobody waits."
    glossary = f"<p>{_AFTER}</p><dl><dt>Loan</dt><dd>{definition}</dd></dl>"
    assert text_of("", after=glossary) == ["Loan", definition]
    facts = f"<p>{_AFTER}</p><dl><dt>Category</dt><dd>City</dd><dt>Rubric</dt><dd>Books</dd></dl>"
    assert text_of("", after=facts) == []


@pytest.mark.parametrize(
    "middle",
    [
        '<dl><dt>Read also</dt><dd><a href="/a">Another library opens in the north of the town.</a></dd></dl>',
        '<dl class="article-meta"><dt>Rubric</dt><dd>Books and reading</dd></dl>',
        '<dl style="display:none"><dt>Debug</dt><dd>The number of the template and of its version.</dd></dl>',
        "<aside><dl><dt>Weather</dt><dd>Rain until noon, then dry and windy in the east.</dd></dl></aside>",
    ],
)
def test_a_definition_list_that_leads_elsewhere_is_none(middle: str) -> None:
    assert text_of(middle) == []


def test_definitions_are_set_in_under_bold_terms() -> None:
    html = "<dl><dt>Loan</dt><dd>One.<dl><dt>Long</dt><dd>Two.</dd></dl>Three.</dd></dl><p>Four.</p>"
    assert document_from_html(html, None).blocks == (
        Paragraph((Span("Loan", (Mark.STRONG,)),)),
        Paragraph((Span("One."),), 1),
        Paragraph((Span("Long", (Mark.STRONG,)),), 1),
        Paragraph((Span("Two."),), 2),
        Paragraph((Span("Three."),), 1),
        Paragraph((Span("Four."),)),
    )


def test_what_old_pages_indent_by_a_list_without_terms_is_not_set_in() -> None:
    blocks = document_from_html(
        "<dl><dd>One.</dd><dd>Two.</dd></dl><dl><dt></dt><dd>Three.</dd></dl>", None
    ).blocks
    assert [block.indent for block in blocks if isinstance(block, Paragraph)] == [0, 0, 0]


def test_any_depth_of_definitions_can_be_read() -> None:
    blocks = document_from_html("<dl><dt>a</dt><dd>b" * 3_000, None).blocks
    assert len(blocks) == 6_000
    assert blocks[-1] == Paragraph((Span("b"),), 3)


@pytest.mark.parametrize(
    ("box", "found"), [("{}", True), ("<footer>{}</footer>", False), ("<aside>{}</aside>", False)]
)
def test_when_and_where_at_the_end_of_an_article_are_text(box: str, found: bool) -> None:
    told = {"When": "Saturday 14 June, from ten to four", "Where": "The old house, Mill Lane", "Price": "Free"}
    listed = "".join(f"<dt>{term}</dt><dd>{said}</dd>" for term, said in told.items())
    after = f"<p>{_AFTER}</p><p>{_LAST}</p><p>{_BEFORE}</p>" + box.format(f"<dl>{listed}</dl>")
    assert (text_of("", after=after) == [part for pair in told.items() for part in pair]) is found
