"""Tools that programs for documentation set into a text, and titles of books whose only h1 is the book's name."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import PageKind
from tuinews.model.document import Code

FIRST = "The client keeps one connection for each host and closes it after sixty seconds without a request."
LAST = "A timeout of zero means that the client waits for ever, which is rarely what you want in a service."
TITLE = "Configuring the client"
URL = "https://client.example/docs/configuring"


def _page(
    inside: str, *, before: str = "", title: str = f"{TITLE} | Client", head: str = f"<h1>{TITLE}</h1>"
) -> str:
    return f"""<html lang="en"><head><title>{title}</title></head><body>{before}<main><div class="vp-doc">{head}
    <p>{FIRST}</p><h2>Timeouts</h2><p>{LAST}</p>{inside}</div></main></body></html>"""


@pytest.mark.parametrize(
    "tool",
    [
        "<div class='mt'><a href='/docs/i'>Installation</a><a href='/docs/e'>Errors</a></div>",
        "<div><div><a href='/docs/i'>Back: Install</a></div><div><a href='/docs/e'>On: Errors</a></div></div>",
        "<h3 class='feedback--title'>Feedback</h3><p class='feedback--question'>Was this page helpful?</p>",
        "<div>Was this helpful?<button>Yes</button></div>",
        "<div class='ic'>⚠️</div>",
        "<details open><summary>Contents</summary><ol id='toc'><li><a href='#t'>Timeouts</a></li></ol></details>",
    ],
)
def test_a_tool_of_the_page_is_none_of_its_text(tool: str) -> None:
    article = extract_article(_page(tool), URL)
    assert article.page_kind is PageKind.DOCUMENTATION
    assert article.text.split("\n") == [FIRST, "Timeouts", LAST]


@pytest.mark.parametrize(
    "end",
    [
        "<p>See <a href='/docs/e'>Errors</a>.</p>",
        "<ul><li><a href='/docs/e'>Errors</a></li><li><a href='/docs/i'>Installation</a></li></ul>",
        "<h2>See also</h2><ul><li><a href='/docs/e'>Errors</a></li></ul>",
    ],
)
def test_links_of_the_text_at_its_end_stay(end: str) -> None:
    assert "Errors" in extract_article(_page(end), URL).text


def test_numbers_of_lines_beside_a_block_of_code_go() -> None:
    numbers = "<div class='line-numbers-wrapper' aria-hidden='true'><span>1</span><br><span>2</span><br></div>"
    article = extract_article(
        _page(f"<div class='language-py'><pre><code>a = 1\nb = 2</code></pre>{numbers}</div>"), URL
    )
    assert [block.text for block in article.document.blocks if isinstance(block, Code)] == ["a = 1\nb = 2"]
    assert article.text.split("\n")[-2:] == ["a = 1", "b = 2"]


@pytest.mark.parametrize("name", ["The Client Book", "Client 2.0 Documentation"])
@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_the_page_of_a_book_is_called_as_its_own_heading_says(name: str, tag: str) -> None:
    menu = f"<div id='menu-bar'><h1 class='menu-title'>{name}</h1></div>"
    page = _page("", before=menu, title=f"{TITLE} - {name}", head=f"<{tag}>{TITLE}</{tag}>")
    assert extract_article(page, URL).title == TITLE


def test_a_class_is_called_as_its_page_shows_where_there_is_no_h1() -> None:
    head = "<div class='headertitle'><div class='title'>net::Client Class Reference</div></div>"
    page = _page("", before=head, title="Client: net::Client Class Reference", head="")
    assert extract_article(page, URL).title == "net::Client Class Reference"


def test_the_initials_of_a_site_are_its_host() -> None:
    page = _page("", title="Electrical - Overview | Occupational Safety and Health Administration", head="")
    assert extract_article(page, "https://www.osha.gov/electrical").title == "Electrical - Overview"


def test_a_numbered_section_is_not_the_title() -> None:
    head = "<h1>1. Overview</h1><p>Text of the first.</p><h1>2. Simple</h1><p>Text.</p><h1>3. Compound</h1>"
    assert extract_article(_page("", title="SELECT", head=head), URL).title == "SELECT"


def test_a_manual_with_links_to_its_top_in_its_headings_is_one() -> None:
    top = "<a href='#top_of_page'><span class='top-link'>top</span></a>"
    html = f"""<title>client(1) - Linux manual page</title><h1>client(1) — Linux manual page</h1>
    <h2><a id="NAME"></a>NAME {top}</h2><pre>client - keep connections open</pre><h2>DESCRIPTION {top}</h2>
    <pre>{FIRST}</pre><pre>{LAST}</pre>"""
    article = extract_article(html, "https://man.example/client.1.html")
    assert article.page_kind is PageKind.DOCUMENTATION
    assert "top" not in article.text
