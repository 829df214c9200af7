"""What is no web page is told by its name, and what can be done with it; a piece of HTML is page enough."""

import time

import pytest

from tuinews.errors import ExtractError
from tuinews.extract.article import article_candidates, extract_article
from tuinews.extract.page.check import check_page

RSS = '<rss version="2.0"><channel><title>News</title><item><title>A day</title></item></channel></rss>'


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (RSS, "a feed"),
        (f'\ufeff<?xml version="1.0"?>\n<!-- made by hand -->\n{RSS}', "a feed"),
        ('<?xml version="1.0"?><!DOCTYPE rss PUBLIC "x" "y.dtd">' + RSS, "a feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">&lt;p&gt;</title></feed>', "a feed"),
        ('<rdf:RDF xmlns:rdf="x"><channel/></rdf:RDF>', "a feed"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', "a feed"),
        ('{"version": "https:\\/\\/jsonfeed.org\\/version\\/1", "items": []}', "a feed"),
        ("<urlset><url><loc>https://a.example/</loc></url></urlset>", "a sitemap"),
        ('<opml version="2.0"><body/></opml>', "a list of sources"),
        ('\n {"text": "<p>markup in data</p>"}', "JSON data"),
        ("[1, 2]", "JSON data"),
        ('[{"a": 1}]', "JSON data"),
        ("Words over\ntwo lines, with a < b and <ada@coast.example>.", "plain text"),
        ("<Ada> hello, <Lin> how are you?", "plain text"),
        ("#include <stdio.h>\nint main() { return 0; }", "plain text"),
    ],
)
def test_what_is_no_page_says_what_it_is(text: str, what: str) -> None:
    with pytest.raises(ExtractError, match=f"^https://a.example/x: this is {what}, not a web page; .*"):
        check_page(text, "https://a.example/x")
    for extract in (extract_article, article_candidates):
        with pytest.raises(ExtractError, match=what):
            extract(text)


@pytest.mark.parametrize(
    "text",
    [
        "<p>One paragraph.",
        "Words, and a <b>strong</b> one.",
        "Cut in the midst of a page.</p></div></body></html>",
        "<my-story>A component of a story.</my-story>",
        "<!DOCTYPE html>Words alone.",
        "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x' 'y'><html><body>Words.",
        "<!-- a comment --><div>Words.</div>",
        "[Correction] <p>The bridge is shut.</p>",
        "{% raw %}<p>What a template left.</p>",
        "<p>How a feed looks:</p><rss><channel></channel></rss>",
        "<center>Words of long ago.</center>",
        "a<br>b",
    ],
)
def test_a_piece_of_html_is_a_page(text: str) -> None:
    check_page(text, "page")
    assert extract_article(text).text


@pytest.mark.parametrize("text", ["", " \n", "\ufeff"])
def test_nothing_is_told_by_whoever_looks_for_text(text: str) -> None:
    check_page(text, "page")


@pytest.mark.parametrize("text", ["<" * 15_000_000, "</" * 7_000_000, "<x>" * 5_000_000, "<aaaa-" * 2_500_000])
def test_a_text_of_brackets_is_told_at_once(text: str) -> None:
    start = time.process_time()
    with pytest.raises(ExtractError):
        check_page(text, "page")
    assert time.process_time() - start < 1.0
