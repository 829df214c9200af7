"""Feeds that are no XML, or not quite: what was forgotten, doubled, or put before and behind."""

import json

import pytest

from tuinews.extract.discover import kind_of
from tuinews.extract.feed import feed_listing, parse_feed
from tuinews.model.source import SourceKind

TWO = "<item><title>Một</title><guid>1</guid></item><item><title>Hai</title><guid>2</guid></item>"
RSS = f'<rss version="2.0"><channel><title>T</title>{TWO}</channel></rss>'
ITEMS = json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "title": "Một"}]})
ACTIVITIES = [{"type": "Create", "object": {"id": "https://a.example/1", "name": "Một", "content": "x"}}]


def atom(namespace: str, prefix: str = "a") -> str:
    entries = "".join(
        f"<{prefix}:entry><{prefix}:id>{title}</{prefix}:id><{prefix}:title>{title}</{prefix}:title></{prefix}:entry>"
        for title in ("Một", "Hai")
    )
    return f'<{prefix}:feed xmlns:{prefix}="{namespace}">{entries}</{prefix}:feed>'


@pytest.mark.parametrize(
    "text",
    [
        RSS.replace("Một</title>", "Một"),
        RSS.replace("Một</title>", "<b>Một</b>"),
        RSS.replace("</title>", "</Title>"),
        RSS + "<script>var more = '<item><title>no</title></item>'</script>",
        f"<!DOCTYPE html>\n{RSS}",
        atom("https://www.w3.org/2005/Atom"),
        atom("http://www.w3.org/2005/Atom/", "ns0"),
    ],
    ids=["unclosed", "unclosed-markup", "case", "behind", "doctype", "https", "slash"],
)
def test_what_is_broken_costs_nothing_else(text: str) -> None:
    assert kind_of(text, None) is SourceKind.FEED
    listed = feed_listing(parse_feed(text), None).entries
    assert [entry.title for entry in listed] == ["Một", "Hai"]


def test_marks_of_text_that_were_set_twice_are_no_text() -> None:
    twice = "<description><![CDATA[<![CDATA[<p>Chữ</p>]]]]><![CDATA[>]]></description>"
    feed = RSS.replace("<guid>1", f"{twice}<guid>1")
    assert next(iter(feed_listing(parse_feed(feed), None).entries)).summary == "Chữ"


def test_a_field_that_stands_in_a_closed_title_is_a_word_of_it() -> None:
    feed = RSS.replace("Một", "The <link> element")
    assert next(iter(feed_listing(parse_feed(feed), None).entries)).title == "The <link> element"


@pytest.mark.parametrize(
    "text",
    [
        f")]}}'\n{ITEMS}",
        f"while(1);{ITEMS}",
        f"/**/ show({ITEMS});",
        json.dumps({"type": "CollectionPage", "items": ACTIVITIES}),
        json.dumps({"type": "Collection", "first": {"type": "CollectionPage", "items": ACTIVITIES}}),
    ],
    ids=["guard", "loop", "call", "items", "first-page"],
)
def test_json_in_its_wrappings(text: str) -> None:
    assert kind_of(text, "application/json") is SourceKind.FEED
    assert [entry.title for entry in feed_listing(parse_feed(text), None).entries] == ["Một"]


@pytest.mark.parametrize(
    ("namespace", "inside", "files"),
    [
        ("https://search.yahoo.com/mrss", '<x:content url="https://c.example/a.mp3" type="audio/mpeg"/>', 1),
        ("http://search.yahoo.com/mrss/", '<x:content url="https://c.example/a.m4b"/>', 1),
        ("http://search.yahoo.com/mrss/", '<x:content url="https://c.example/a.FLAC?x=1"/>', 1),
        (
            "https://podcastindex.org/namespace/1.0",
            '<x:alternateEnclosure type="video/mp4"><x:source uri="https://c.example/a.mp4"/></x:alternateEnclosure>',
            1,
        ),
        ("http://search.yahoo.com/mrss/", '<x:content url="https://c.example/page"/>', 0),
        ("http://search.yahoo.com/mrss/", "<link>https://c.example/ep1.MP3?from=feed</link>", 1),
    ],
)
def test_files_under_any_prefix(namespace: str, inside: str, files: int) -> None:
    text = f'<rss xmlns:x="{namespace}"><channel><item><title>t</title>{inside}</item></channel></rss>'
    (entry,) = feed_listing(parse_feed(text), None).entries
    assert len(entry.enclosures) == files


@pytest.mark.parametrize(
    ("inside", "picture"),
    [
        ('<enclosure url="https://c.example/a.jpg" length="1"/>', "a.jpg"),
        ('<m:content url="https://c.example/a.avif"/>', "a.avif"),
        (
            '<m:content medium="image" url="https://c.example/a.jpg" width="100px"/>'
            '<m:content medium="image" url="https://c.example/b.jpg" width="900px"/>',
            "b.jpg",
        ),
        ("<description>&lt;img src=https://c.example/p.jpg&gt;</description>", "p.jpg"),
        (
            '<description>&lt;img srcset="https://c.example/a.jpg 400w, https://c.example/b.jpg 800w"&gt;'
            "</description>",
            "b.jpg",
        ),
    ],
)
def test_pictures_however_they_are_written(inside: str, picture: str) -> None:
    text = (
        '<rss xmlns:m="http://search.yahoo.com/mrss/"><channel><item><title>t</title>'
        f"{inside}</item></channel></rss>"
    )
    (entry,) = feed_listing(parse_feed(text), None).entries
    assert entry.image == f"https://c.example/{picture}"
