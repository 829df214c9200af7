"""Documentation whose program nobody knows: told by its address, whole but for the tools of the page."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import PageKind
from tuinews.model.document import Code

PROSE = (
    "The pump keeps the level of the basin between two marks, and it stops by itself when the water is too warm."
)
OPTIONS = "".join(
    f"<div class='row'><div>--{name}</div><div>{meaning}</div></div>"
    for name, meaning in (("level", "The mark."), ("quiet", "No beep."), ("dry", "Stop at once."))
)
MENU = "".join(f'<li><a href="/chapter/{n}">Chapter {n}</a></li>' for n in range(12))


def page(more: str = "", head: str = "") -> str:
    return f"""<html><head><title>Pump</title>{head}</head><body><div class="left"><ul>{MENU}</ul></div>
<div class="x7"><h1>Pump</h1><p>{PROSE}</p><h2 id="search-for-leaks">Search for leaks</h2><p>{PROSE} Yes.</p>
<section id="copy-the-settings"><h2>Copy the settings</h2><p>{PROSE} No.</p>{OPTIONS}</section>{more}
<p>{PROSE} Done.</p></div></body></html>"""


def text_at(url: str, more: str = "", head: str = "") -> list[str]:
    return extract_article(page(more, head), url).text.splitlines()


@pytest.mark.parametrize(
    "url",
    [
        "https://pump.example/docs/pump.html",
        "https://docs.pump.example/pump",
        "https://pump.example/de/handbuch/pumpe",
        "https://pump.example/vi/huong-dan/may-bom",
        "https://pump.example/es/documentacion/bomba",
        "https://pump.example/reference/pump",
        "https://pump.example/v2/getting-started",
    ],
)
def test_the_short_lines_of_a_guide_are_its_text(url: str) -> None:
    article = extract_article(page(), url)

    assert article.page_kind is PageKind.DOCUMENTATION
    lines = article.text.splitlines()
    assert {"--level", "The mark.", "--dry", "Stop at once."} <= set(lines)
    assert "Chapter 3" not in lines


def test_a_section_is_not_left_out_for_what_its_heading_says() -> None:
    lines = text_at("https://pump.example/docs/pump")

    assert {"Search for leaks", "Copy the settings", f"{PROSE} No."} <= set(lines)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-05-06T07:08:09Z">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Pump"}</script>',
    ],
)
def test_a_newspaper_has_guides_that_are_articles(head: str) -> None:
    assert extract_article(page(head=head), "https://news.example/guides/pump").page_kind is PageKind.ARTICLE


@pytest.mark.parametrize("day", ["<time datetime='2024-05-06'>6 May</time>", "Thứ tư, 2/9/2026, 08:00 (GMT+7)"])
def test_a_day_beside_the_headline_tells_an_article(day: str) -> None:
    html = page().replace("<h1>Pump</h1>", f"<h1>Pump</h1><div>{day}</div>")

    assert extract_article(html, "https://bao.example/huong-dan/may-bom").page_kind is PageKind.ARTICLE


@pytest.mark.parametrize("url", ["https://pump.example/2024/learning-to-pump", "https://docsis.example/pump"])
def test_words_that_only_begin_like_it_tell_nothing(url: str) -> None:
    assert extract_article(page(), url).page_kind is PageKind.ARTICLE


@pytest.mark.parametrize(
    "tool",
    [
        '<p><a href="/edit">Seite bearbeiten</a></p>',
        '<p><a href="/next">Trang sau</a></p>',
        '<div><a href="/x">下一页</a></div>',
        "<div>Was this page helpful? Yes No</div>",
        "<p>War diese Seite hilfreich?</p>",
        "<p>Trang này có hữu ích không?</p>",
        "<p>Last updated on 3 May 2024</p>",
        "<div>Cập nhật lần cuối: 03/05/2024</div>",
        '<p><a class="btn btn-primary" href="/start">Start the course</a> <a class="btn" href="/b">Read</a></p>',
        '<div><a role="button" href="/try">Try the pump</a></div>',
    ],
)
def test_the_tools_of_a_page_are_none_of_its_text(tool: str) -> None:
    url = "https://pump.example/docs/pump"

    assert text_at(url, tool) == text_at(url)


@pytest.mark.parametrize("label", ["On this page", "Auf dieser Seite", "Mục lục", "本页目录", "Sommaire"])
def test_the_contents_of_the_page_are_none_of_its_text(label: str) -> None:
    links = (
        '<li><a href="#search-for-leaks">Search for leaks</a></li>'
        '<li><a href="#copy-the-settings">Copy the settings</a></li><li><a href="#dry">Dry</a></li>'
    )
    more = "<h2 id='dry'>Dry</h2>"
    url = "https://pump.example/docs/pump"

    assert text_at(url, f"<div><p>{label}</p><ul>{links}</ul></div>{more}") == text_at(url, more)


def test_a_list_of_the_headings_without_a_label_is_text() -> None:
    links = (
        '<li><a href="#search-for-leaks">Search for leaks</a></li>'
        '<li><a href="#copy-the-settings">Copy the settings</a></li><li><a href="#dry">Dry</a></li>'
    )
    lines = text_at("https://pump.example/docs/pump", f"<ul>{links}</ul><h2 id='dry'>Dry</h2>")

    assert lines.count("Dry") == 2


def test_a_page_written_by_hand_is_whole() -> None:
    weeks = "".join(
        f"<tr><td>Week {n}</td><td>Basin {n}, notes by hand</td><td><a href='n{n}.pdf'>notes</a></td></tr>"
        for n in range(1, 30)
    )
    html = f"""<html><head><title>Hydraulics</title></head><body><div>Menu</div>
<div id="content"><h1>Hydraulics</h1><p>{PROSE} {PROSE} {PROSE}</p><h2>Weeks</h2>
<table>{weeks}</table></div></body></html>"""
    lines = extract_article(html, "https://university.example/hy224/index.html").text.splitlines()

    assert "Week 1 Basin 1, notes by hand notes" in lines
    assert "Week 29 Basin 29, notes by hand notes" in lines
    assert "Menu" not in lines


def test_a_button_behind_a_headline_is_none_of_its_words() -> None:
    html = page().replace("<h1>Pump</h1>", "<h1>Crate <span>pump</span> <button>Copy item path</button></h1>")

    assert extract_article(html, "https://docs.example/pump").title == "Crate pump"


def test_a_link_beside_a_heading_that_names_it_is_no_line() -> None:
    more = (
        '<div><h2 id="warm">Warm water</h2><a class="sl-anchor-link" href="#warm"><svg></svg>'
        '<span class="sr-only">Abschnitt „Warm water“</span></a></div>'
    )

    lines = text_at("https://pump.example/docs/pump", more)
    assert "Warm water" in lines
    assert not [line for line in lines if "Abschnitt" in line]


def code_of(markup: str) -> str:
    blocks = extract_article(page(markup), "https://pump.example/docs/pump").document.blocks
    return next(block.text for block in blocks if isinstance(block, Code))


def test_lines_that_only_a_compiler_needs_are_not_shown() -> None:
    markup = (
        '<pre><code class="language-rust"><span class="boring">fn main() {\n</span>let level = 3;\n'
        '<span class="boring">}</span></code></pre>'
    )

    assert code_of(markup) == "let level = 3;"


def test_a_terminal_that_a_script_plays_is_without_its_colours() -> None:
    markup = (
        '<div class="termy"><pre><code><span class="gp">$ </span>&lt;font color="#4E9A06"&gt;pump'
        "&lt;/font&gt; run\n"
        '<span class="go">&lt;b&gt;INFO&lt;/b&gt; level &amp;lt; 3</span></code></pre></div>'
    )

    assert code_of(markup) == "$ pump run\nINFO level < 3"
