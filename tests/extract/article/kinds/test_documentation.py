"""Documentation: what stands in the element of its text is kept, short lines too, but for navigation and tools."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import PageKind
from tuinews.model.document import Code, List, Table

PROSE = (
    "The pump keeps the level of the basin between two marks, and it stops by itself when the water is too warm."
)
TEXT = f"""<h1>Pump</h1><p>{PROSE}</p><h2>Options</h2><dl><dt><code>--level</code></dt><dd>The mark.</dd></dl>
<div class="note"><p>Wear gloves.</p></div><ul><li>start</li><li>stop</li></ul>
<pre><code>pump --level 3</code></pre>
<table><thead><tr><th>Mark</th><th>Depth</th></tr></thead><tbody><tr><td>low</td><td>2 m</td></tr></tbody></table>
<h2>See also</h2><p><a href="valve.html">Valve</a></p><p>{PROSE}</p>"""
LOCAL = (
    '<div class="toc"><ul><li><a href="#options">Options here</a></li><li><a href="#see">See here</a>'
    "</li></ul></div>"
)
TOOLS = (
    '<a class="edit-this-page" href="/edit">Edit this page</a><div class="feedback">'
    "<p>Was this page helpful?</p></div>"
)

PAGES = {
    "sphinx": '<div class="document"><div class="documentwrapper"><div class="bodywrapper">'
    '<div class="body" role="main">'
    "{text}</div></div></div></div>",
    "read the docs": '<section class="wy-nav-content-wrap"><div class="rst-content">'
    '<div role="main" class="document">'
    '<div itemprop="articleBody">{text}</div></div></div></section>',
    "mkdocs": '<main class="md-main"><div class="md-content"><article class="md-content__inner md-typeset">{text}'
    "</article></div></main>",
    "docusaurus": '<main class="docMainContainer_x1"><article>'
    '<div class="theme-doc-markdown markdown">{text}</div>'
    "</article></main>",
    "vitepress": '<main class="main"><div class="vp-doc _guide"><div>{text}</div></div></main>',
    "starlight": '<main><div class="sl-markdown-content">{text}</div></main>',
    "mdbook": '<div id="mdbook-content" class="content"><main>{text}</main></div>',
    "rustdoc": '<main><div class="width-limiter">'
    '<section id="main-content" class="content">{text}</section></div></main>',
    "go": '<article><div class="UnitReadme-content">{text}</div></article>',
    "mdn": '<main id="content" class="main-content">'
    '<article class="main-page-content" lang="en">{text}</article></main>',
    "manual": '<div class="manual-text">{text}</div>',
    "gitbook": '<div class="page-inner"><section class="normal markdown-section">{text}</section></div>',
    "readme": '<div class="content-body"><div class="rm-Markdown markdown-body">{text}</div></div>',
    "mintlify": '<div class="prose mdx-content relative">{text}</div>',
    "quarto": '<main class="content" id="quarto-document-content">{text}</main>',
    "confluence": '<div id="main-content" class="wiki-content">{text}</div>',
    "docbook": '<div class="refentry" id="pump">{text}</div>',
}  # fmt: skip


def page(name: str) -> str:
    menu = (
        '<div class="menu"><ul>'
        + "".join(f'<li><a href="/{n}">Chapter {n}</a></li>' for n in range(9))
        + "</ul></div>"
    )
    inside = PAGES[name].format(text=LOCAL + TEXT + TOOLS)
    head = "<html lang='en'><head><title>Pump</title></head>"
    return f"{head}<body>{menu}{inside}<footer>Made by hand</footer></body></html>"


@pytest.mark.parametrize("name", PAGES)
def test_all_of_the_text_is_kept_and_nothing_beside(name: str) -> None:
    article = extract_article(page(name), "https://docs.example/pump")

    assert article.page_kind is PageKind.DOCUMENTATION
    for line in (
        "--level",
        "The mark.",
        "Wear gloves.",
        "start",
        "pump --level 3",
        "Mark Depth",
        "low 2 m",
        "Valve",
    ):
        assert line in article.text.splitlines(), line
    assert article.text.count(PROSE) == 2
    for noise in ("Chapter 1", "Options here", "Edit this page", "helpful", "Made by hand"):
        assert noise not in article.text
    kinds = {type(block) for block in article.document.blocks}
    assert {List, Table, Code} <= kinds
    assert article.title == "Pump"


def test_the_contents_of_a_chapter_are_its_text() -> None:
    links = '<a href="low.html">1. Low water</a></dt><dt><a href="high.html">2. Floods</a>'
    contents = f'<div class="toc"><dl><dt>{links}</dt></dl></div>'
    article = extract_article(page("docbook").replace(LOCAL, contents))

    assert "1. Low water" in article.text
    assert "2. Floods" in article.text


def test_the_panels_of_tabs_are_kept_and_their_labels_are_not() -> None:
    tabs = (
        '<div role="tablist"><button role="tab">Windows</button><a role="tab" href="#">Linux</a></div>'
        '<div role="tabpanel"><p>Run the installer.</p></div><div role="tabpanel" hidden>'
        '<p>Ask the package manager.</p></div>'
        '<div hidden><p>Loading the search.</p></div>'
    )  # fmt: skip
    article = extract_article(page("mkdocs").replace(TOOLS, tabs))

    assert "Run the installer." in article.text
    assert "Ask the package manager." in article.text
    assert "Linux" not in article.text
    assert "Loading" not in article.text


def test_a_program_that_only_says_its_name_has_its_text_in_the_main_element() -> None:
    html = (
        f"<head><meta name='generator' content='Sphinx 7.2'></head><body><div>Menu</div><main>{TEXT}</main></body>"
    )
    article = extract_article(html)

    assert article.page_kind is PageKind.DOCUMENTATION
    assert "The mark." in article.text
    assert "Menu" not in article.text


def test_an_article_about_documentation_is_an_article() -> None:
    html = (
        f"<body><article><h1>On manuals</h1><p>{PROSE}</p><p>{PROSE} Yes.</p><p>{PROSE} No.</p></article></body>"
    )

    assert extract_article(html).page_kind is PageKind.ARTICLE
