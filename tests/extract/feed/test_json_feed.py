import json
from typing import Any

import pytest

from tuinews.errors import ExtractError
from tuinews.extract.discover import kind_of
from tuinews.extract.feed import feed_listing, parse_feed
from tuinews.model.entry import Enclosure, Person
from tuinews.model.feed import Feed
from tuinews.model.source import SourceKind

HERE = "https://example.org/feed.json"


def parsed(items: list[Any], limit: int = 1000, **head: Any) -> Feed:
    document = {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": items} | head
    return parse_feed(json.dumps(document), HERE, limit=limit)


def test_version_1_1_is_read_whole() -> None:
    feed = parsed(
        [
            {
                "id": 7,
                "url": "/7",
                "title": "Seven <b>",
                "content_html": "<p>long</p>",
                "summary": "short",
                "date_published": "2026-07-09T17:00:00+07:00",
                "date_modified": "2026-07-10T00:00:00Z",
                "authors": [{"name": "Ada"}, {"url": "x"}, {"name": "Bob"}],
                "image": "/7.jpg",
                "language": "vi",
                "attachments": [
                    {"url": "/7.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 12},
                    {"mime_type": "x"},
                ],
            }
        ],
        home_page_url="https://example.org/",
        description="D",
        language="en",
        next_url="?page=2",
        authors=[{"name": "Us"}],
    )
    assert (feed.title, feed.link, feed.description, feed.language) == ("T", "https://example.org/", "D", "en")
    assert (feed.author, feed.next_page) == (Person("Us", "Us"), "https://example.org/feed.json?page=2")
    (one,) = feed.entries
    assert (one.id, one.link, one.title, one.language) == ("7", "https://example.org/7", "Seven <b>", "vi")
    assert (one.summary, one.content, one.image) == ("short", "<p>long</p>", "https://example.org/7.jpg")
    assert (one.published, one.updated) == ("2026-07-09T10:00:00Z", "2026-07-10T00:00:00Z")
    assert [author.name for author in one.authors] == ["Ada", "Bob"]
    assert one.enclosures == (Enclosure("https://example.org/7.mp3", "audio/mpeg", 12),)


def test_version_1_0_has_one_author_and_plain_text() -> None:
    feed = parsed(
        [{"id": "a", "external_url": "https://other.example/", "author": {"name": "Ada"}, "content_text": "a < b"}]
    )
    (one,) = feed.entries
    assert (one.author, one.link) == (Person("Ada", "Ada"), "https://other.example/")
    assert (one.content, one.content_type) == ("a < b", "text")
    (listed,) = feed_listing(feed, HERE).entries
    assert (listed.title, listed.content) == ("a < b", "<p>a &lt; b</p>")


@pytest.mark.parametrize("bad", [None, 1, "x", [], {"title": {}}, {"id": True, "url": 3, "authors": "x"}])
def test_values_of_the_wrong_kind_do_no_harm(bad: object) -> None:
    feed = parsed(
        [bad, {"id": "good", "title": "t", "attachments": {"a": 1}, "tags": 1}], authors=[1], language=["x"]
    )
    assert feed.entries[-1].id == "good"


def test_the_newest_are_kept() -> None:
    items = [{"id": str(n), "date_published": f"20{n:02}-01-01T00:00:00Z"} for n in range(10, 50)]
    assert [entry.id for entry in parsed(items, limit=2).entries] == ["48", "49"]


@pytest.mark.parametrize("text", ['{"version": "1"}', '{"items": {}}', "{", '{"items": []', "{]"])
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises(ExtractError):
        parse_feed(text, HERE)


@pytest.mark.parametrize(
    ("before", "after"),
    [("\ufeff\n", ""), ("", "\n<!-- 0.2 seconds -->"), ("", '], "hubs": ['), ("", ', {"id": "3", "title": "Thi')],
)
def test_a_document_with_no_end_or_with_more_behind_it(before: str, after: str) -> None:
    items = '{"id": "1", "title": "One"}, {"id": "2", "content_text": "two\nlines"}'
    end = "" if after.startswith((",", "]")) else "]}"
    feed = parse_feed(
        f'{before}{{"version": "https://jsonfeed.org/version/1", "items": [{items}{end}{after}', HERE
    )
    assert [(entry.id, entry.content) for entry in feed.entries] == [("1", None), ("2", "two\nlines")]


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ({"authors": {"name": "Ann"}}, ["Ann"]),
        ({"authors": ["Ann", "Bob"]}, ["Ann", "Bob"]),
        ({"author": "Ann"}, ["Ann"]),
        ({"author": [{"name": "Ann"}]}, ["Ann"]),
        ({"authors": [], "author": {"name": "Ann"}}, ["Ann"]),
        ({"authors": [{"url": "https://a.example/"}]}, ["Us"]),
        ({"authors": None}, ["Us"]),
    ],
)
def test_authors_in_any_shape_else_those_of_the_feed(stated: dict[str, Any], names: list[str]) -> None:
    (entry,) = parsed([{"id": "1"} | stated], authors=[{"name": "Us"}]).entries
    assert [author.name for author in entry.authors] == names


@pytest.mark.parametrize(
    ("item", "field", "value"),
    [
        ({"id": 2.0}, "id", "2"),
        ({"id": "https://example.org/1"}, "link", "https://example.org/1"),
        ({"id": "1", "title": {"rendered": "One"}}, "title", "One"),
        ({"id": "1", "title": "Anna&#8217;s &amp; &lt;b&gt;"}, "title", "Anna’s & &lt;b&gt;"),
        ({"id": "1", "date_modified": "2026-07-09T10:00:00Z"}, "published", "2026-07-09T10:00:00Z"),
        ({"id": "1", "date_published": 1783591200}, "published", "2026-07-09T10:00:00Z"),
        (
            {"id": "1", "attachments": [{"url": "/a.png", "mime_type": "image/png"}]},
            "image",
            "https://example.org/a.png",
        ),
    ],
)
def test_values_in_any_shape(item: dict[str, Any], field: str, value: str) -> None:
    assert getattr(parsed([item]).entries[0], field) == value


@pytest.mark.parametrize(
    ("attachments", "length"),
    [
        ([{"url": "/a.mp3", "size_in_bytes": "123"}], 123),
        ([{"url": "/a.mp3", "size_in_bytes": 12.0}], 12),
        ({"url": "/a.mp3", "size_in_bytes": -1}, None),
        ([{"url": "/a.mp3", "size_in_bytes": True}], None),
    ],
)
def test_attachments_in_any_shape(attachments: object, length: int | None) -> None:
    (file,) = parsed([{"id": "1", "attachments": attachments}]).entries[0].enclosures
    assert (file.url, file.length) == ("https://example.org/a.mp3", length)


def test_addresses_in_a_text_are_relative_to_its_page() -> None:
    (entry,) = parsed(
        [{"url": "/p/1", "content_html": "<img src='x.jpg'><a href=\"/y\">y</a><script>z</script>"}]
    ).entries
    assert entry.content == '<img src="https://example.org/p/x.jpg"><a href="https://example.org/y">y</a>'


def test_a_list_with_a_gap_is_an_object() -> None:
    text = '{"version": "https://jsonfeed.org/version/1", "items": {"0": {"id": "1"}, "2": {"id": "3"}}}'
    assert [entry.id for entry in parse_feed(text, HERE).entries] == ["1", "3"]


def test_the_outbox_of_an_account_is_a_feed() -> None:
    note = {
        "id": "https://m.example/1",
        "type": "Note",
        "url": [{"type": "Link", "href": "https://m.example/@ann/1"}],
        "content": "<p>A heron on the pier.</p>",
        "published": "2026-07-09T10:00:00Z",
        "attachment": [{"type": "Document", "mediaType": "image/png", "url": "https://m.example/1.png"}],
    }
    box = {
        "@context": "https://www.w3.org/ns/activitystreams",
        "type": "OrderedCollectionPage",
        "orderedItems": [
            {"type": "Create", "published": "2026-07-09T10:00:01Z", "object": note},
            {"type": "Announce", "object": "https://other.example/2"},
        ],
    }
    text = json.dumps(box)
    assert kind_of(text, "application/activity+json") is SourceKind.FEED
    (entry,) = feed_listing(parse_feed(text, "https://m.example/outbox"), None).entries
    assert (entry.title, entry.url, entry.image) == (
        "A heron on the pier.",
        "https://m.example/@ann/1",
        "https://m.example/1.png",
    )


def test_posts_of_wordpress_are_a_feed() -> None:
    post = {
        "id": 7,
        "date": "2026-07-09T12:00:00",
        "date_gmt": "2026-07-09T10:00:00",
        "link": "https://a.example/bridge/",
        "title": {"rendered": "Anna&#8217;s &lt;b&gt; bridge"},
        "content": {"rendered": "<p>It opens.</p>", "protected": False},
        "excerpt": {"rendered": "<p>It opens.</p>"},
    }
    text = json.dumps([post, post | {"link": "https://a.example/two/"}], separators=(",", ":"))
    assert kind_of(text, "application/json") is SourceKind.FEED
    entries = parse_feed(text, "https://a.example/wp-json/wp/v2/posts").entries
    assert len(entries) == 2
    one = entries[0]
    assert (one.link, one.title, one.published, one.content) == (
        "https://a.example/bridge/",
        "Anna’s <b> bridge",
        "2026-07-09T10:00:00Z",
        "<p>It opens.</p>",
    )
    assert kind_of(json.dumps([post], indent=2), "application/json") is SourceKind.FEED
    assert kind_of('[{"id": 1, "name": "x"}]', "application/json") is SourceKind.LISTING


def test_posts_of_wordpress_have_their_excerpt_and_what_is_embedded() -> None:
    post = {
        "id": 1, "date": "2026-07-09T10:00:00", "link": "https://a.example/1", "title": {"rendered": "t"},
        "excerpt": {"rendered": "<p>Short &amp; good</p>"}, "content": {"rendered": "<p>Long</p>"},
        "_embedded": {"author": [{"name": "Ann Lee"}], "wp:featuredmedia": [{"source_url": "https://a.example/i.jpg"}]},
    }  # fmt: skip
    (entry,) = feed_listing(parse_feed(json.dumps([post])), None).entries
    assert (entry.summary, entry.content, entry.authors, entry.image) == (
        "Short & good",
        "<p>Long</p>",
        ("Ann Lee",),
        "https://a.example/i.jpg",
    )


def test_statuses_of_mastodon_are_a_feed_without_those_of_others() -> None:
    status = {
        "id": "1",
        "created_at": "2026-07-09T10:00:00.000Z",
        "uri": "https://m.example/users/ann/statuses/1",
        "url": "https://m.example/@ann/1",
        "spoiler_text": "",
        "language": "vi",
        "content": "<p>Con diệc trên bến tàu.</p>",
        "reblog": None,
        "account": {"acct": "ann", "display_name": "Ann"},
        "media_attachments": [{"type": "image", "url": "https://m.example/1.png"}],
    }
    text = json.dumps([status, status | {"reblog": {"id": "2"}}], ensure_ascii=False)
    assert kind_of(text, "application/json") is SourceKind.FEED
    (entry,) = feed_listing(parse_feed(text, "https://m.example/api/v1/timelines"), None).entries
    assert (entry.title, entry.url, entry.authors, entry.image, entry.lang) == (
        "Con diệc trên bến tàu.",
        "https://m.example/@ann/1",
        ("Ann",),
        "https://m.example/1.png",
        "vi",
    )
