"""The feeds, read by another program's parser."""

import json
from collections.abc import Callable, Sequence
from xml.etree import ElementTree

import feedparser
import pytest

from tuinews.demo.edition import GuideArticle, edition
from tuinews.demo.feeds import atom, json_feed, news_sitemap, rss

BASE = "http://a.example/"
GUIDES = edition(BASE)


@pytest.mark.parametrize("write", [rss, atom])
def test_a_feed_in_xml_is_read_back_whole(write: Callable[[Sequence[GuideArticle], str], str]) -> None:
    source = write(GUIDES, BASE)
    ElementTree.fromstring(source)
    parsed = feedparser.parse(source)
    assert not parsed.bozo
    assert parsed.feed.title == "Bản tin tuinews"
    assert [entry.title for entry in parsed.entries] == [guide.article.title for guide in GUIDES]
    assert [entry.link for entry in parsed.entries] == [guide.article.url for guide in GUIDES]
    assert parsed.entries[0].published_parsed[:5] == (2026, 9, 2, 1, 0)


def test_atom_has_the_whole_text() -> None:
    entry = feedparser.parse(atom(GUIDES, BASE)).entries[0]
    assert "<h2>Ba điều nó hứa</h2>" in entry.content[0].value


def test_a_json_feed_is_read_back_whole() -> None:
    feed = json.loads(json_feed(GUIDES, BASE))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["url"] for item in feed["items"]] == [guide.article.url for guide in GUIDES]
    assert feed["items"][0]["image"] == "http://a.example/anh/ba-khung.png"


def test_a_news_sitemap_is_read_back_whole() -> None:
    root = ElementTree.fromstring(news_sitemap(GUIDES, BASE))
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "n": "http://www.google.com/schemas/sitemap-news/0.9",
    }
    assert [loc.text for loc in root.iterfind("s:url/s:loc", names)] == [guide.article.url for guide in GUIDES]
    assert root.find("s:url/n:news/n:title", names) is not None


def test_an_empty_site_still_has_feeds() -> None:
    for source in (rss((), BASE), atom((), BASE)):
        parsed = feedparser.parse(source)
        assert (bool(parsed.bozo), parsed.entries, parsed.feed.title) == (False, [], "Bản tin tuinews")
    assert len(ElementTree.fromstring(news_sitemap((), BASE))) == 0
