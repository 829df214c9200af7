"""HTML out: one file that runs nothing and loads nothing."""

from html.parser import HTMLParser

from tuinews.model.article import Article
from tuinews.model.document import Code, Document, Figure, Heading, List, Paragraph, Quote, Span, Table
from tuinews.typeset.html import to_html

HOSTILE = "<script>alert(1)</script>\"' onload=x & \x1b[31m"


class _Elements(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def hostile_article() -> Article:
    span = (Span(HOSTILE, (), "javascript:alert(1)"), Span(HOSTILE, (), f"https://a.example/{HOSTILE}"))
    blocks = (
        Heading(2, span),
        Paragraph(span),
        Code(HOSTILE, HOSTILE),
        Quote((Paragraph(span),), HOSTILE),
        List(((Paragraph(span),),)),
        Table((span,), ((span,),), HOSTILE),
        Figure("javascript:alert(1)", HOSTILE, span, HOSTILE),
    )
    return Article(HOSTILE, HOSTILE, Document(blocks), (HOSTILE,), lead=HOSTILE, lang=HOSTILE, site=HOSTILE)


def test_nothing_of_the_article_becomes_markup() -> None:
    source = to_html(hostile_article())
    elements = _Elements(source)
    assert "script" not in elements.tags
    assert "img" not in elements.tags
    assert not [name for name, _ in elements.attributes if name.startswith("on")]
    hrefs = [value or "" for name, value in elements.attributes if name in ("href", "src")]
    assert hrefs
    assert all(href.startswith(("https://a.example/", "#fn-")) for href in hrefs)
    assert "\x1b" not in source


def test_it_loads_nothing_from_outside(everything: Article) -> None:
    elements = _Elements(to_html(everything))
    assert not {"img", "link", "script", "iframe", "video", "source"} & set(elements.tags)
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in elements.attributes


def test_every_kind_of_block(everything: Article) -> None:
    source = to_html(everything)
    assert '<html lang="vi">' in source
    assert '<time datetime="2021-10-26T10:42+07:00">26 tháng 10, 2021 10:42</time>' in source
    assert '<p class="lead">Sapo của bài.</p>' in source
    assert "<th>Phím</th>" in source
    assert '<ol start="9">' in source
    assert '<pre><code class="language-python">def f(x):\n\treturn' in source
    assert "<footer>— Người nói</footer>" in source
    assert '<a href="#fn-1"><sup>1</sup></a>' in source
    assert '<aside id="fn-1">' in source
