"""Feeds as a browser shows them, and pages that only show how a feed is written."""

import html

import pytest

from tuinews.errors import ExtractError
from tuinews.extract.discover import kind_of
from tuinews.extract.feed import parse_feed
from tuinews.model.source import SourceKind

FEED = (
    "<rss version='2.0'><channel><title>T &amp; U</title>"
    "<item><title>x</title><link>https://a.example/1</link></item></channel></rss>"
)
JSON = '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "x"}]}'
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><title>x</title></entry></feed>"


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><meta name='color-scheme' content='light'></head><body>"
        f"<pre style='x'>{html.escape(FEED)}</pre></body></html>",
        f"<!DOCTYPE html>\n<html><head></head><body>\n<pre>{html.escape(ATOM)}</pre><div></div></body></html>",
        f"<html><head></head><body><pre>{JSON}</pre><div class='formatter'></div></body></html>",
        f"<html xmlns='x'><head><style>a {{}}</style></head><body><div id='source'>{FEED}</div></body></html>",
        f"<html><body>{FEED}</body></html>",
    ],
)
def test_what_a_browser_shows_of_a_feed_is_the_feed(page: str) -> None:
    assert kind_of(page, "text/html") is SourceKind.FEED
    assert [entry.title for entry in parse_feed(page).entries] == ["x"]


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body><h1>How a feed is written</h1><pre>{html.escape(FEED)}</pre></body></html>",
        "<html><body><pre>&lt;rss&gt;</pre><p>is how it begins</p></body></html>",
        "<html><head></head><body><pre>{ a set of braces }</pre></body></html>",
    ],
)
def test_a_page_about_feeds_is_a_page(page: str) -> None:
    assert kind_of(page, "text/html") is SourceKind.LISTING
    with pytest.raises(ExtractError):
        parse_feed(page)
