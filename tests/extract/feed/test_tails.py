"""What programs add at the end of each text, and whole texts under the names that others give them."""

import pytest

from tuinews.extract.feed import feed_listing, parse_feed
from tuinews.model.entry import Entry

HERE = "https://a.example/feed"


def entry_of(item: str) -> Entry:
    head = "<title>Town</title><link>https://a.example/</link>"
    text = (
        f"<rss version='2.0'><channel>{head}<item><title>The bridge &amp; the sea</title>"
        f"<link>https://a.example/1</link>{item}</item></channel></rss>"
    )
    return feed_listing(parse_feed(text, HERE), HERE).entries[0]


OWN = '<a href="https://a.example/1">The bridge &amp; the sea</a>'
FRONT = '<a href="https://a.example">Town</a>'


@pytest.mark.parametrize(
    "tail",
    [
        f"<p>The post {OWN} appeared first on {FRONT}.</p>",
        f"<p>Der Beitrag {OWN} erschien zuerst auf {FRONT}.</p>",
        f'<p class="x">Bài viết {OWN} đã xuất hiện đầu tiên trên {FRONT}.</p>\n',
        f"<p>投稿 {OWN} は {FRONT} に最初に表示されました。</p>",
        '<p><a class="more" href="https://a.example/1?utm_source=rss">Đọc tiếp</a></p>',
        '<a href="https://a.example/1">Read more…</a>',
        '<br /><a href="https://a.example/1">Weiterlesen</a>\n',
    ],
)
def test_where_a_post_appeared_first_is_no_part_of_it(tail: str) -> None:
    entry = entry_of(f"<description><![CDATA[<p>It opens.</p>{tail}]]></description>")
    assert entry.summary == "It opens."
    whole = entry_of(f"<content:encoded><![CDATA[<p>It opens.</p><p>More.</p>{tail}]]></content:encoded>")
    assert whole.content == "<p>It opens.</p><p>More.</p>"


@pytest.mark.parametrize(
    "end", ['<a href="https://b.example/1">Read more</a>', '<a href="https://a.example/1">the old mill</a>']
)
def test_a_last_link_that_leads_elsewhere_or_says_something_stays(end: str) -> None:
    assert entry_of(f"<description><![CDATA[It opens by {end}]]></description>").summary != "It opens by"


REDDIT = (
    '&#32; submitted by &#32; <a href="https://www.reddit.com/user/ada"> /u/ada </a> <br/> '
    '<span><a href="https://i.example/x">[link]</a></span> &#32; '
    '<span><a href="https://a.example/1">[comments]</a></span>'
)
NEWS = (
    '<hr><p>Article URL: <a href="https://a.example/1">https://a.example/1</a></p>'
    '<p>Comments URL: <a href="https://n.example/1">https://n.example/1</a></p>'
    "<p>Points: 5</p><p># Comments: 2</p>"
)
TOPIC = "<p><small>3 bài - 2 người</small></p><p><a href='https://a.example/1'>Đọc cả chủ đề</a></p>"


@pytest.mark.parametrize("tail", [REDDIT, NEWS, TOPIC])
def test_what_a_program_says_of_its_posts_is_no_part_of_one(tail: str) -> None:
    entry = entry_of(f"<description><![CDATA[<div><p>It opens.</p></div> {tail}]]></description>")
    assert entry.summary == "It opens."
    assert entry_of(f"<description><![CDATA[{tail}]]></description>").summary is None


@pytest.mark.parametrize(
    "tail",
    [
        f"<p>We wrote of {OWN} before.</p>",
        f"<p>See {FRONT} for more.</p>",
        f"<p>{'A long paragraph that says more than where. ' * 4}{OWN} {FRONT}</p>",
        f'<p>First <a href="https://a.example/2">another</a> on {FRONT}.</p>',
    ],
)
def test_other_last_paragraphs_stay(tail: str) -> None:
    entry = entry_of(f"<content:encoded><![CDATA[<p>It opens.</p>{tail}]]></content:encoded>")
    assert entry.content is not None
    assert entry.content.endswith("</p>")
    assert entry.content.count("<p>") == 2


@pytest.mark.parametrize(
    "name", ["yandex:full-text", "turbo:content", "fulltext", "full-text", "encoded", "x:encoded"]
)
def test_the_whole_text_under_another_name(name: str) -> None:
    declared = ' xmlns:x="http://purl.org/rss/1.0/modules/content/"' if name.startswith("x:") else ""
    entry = entry_of(f"<description>Short.</description><{name}{declared}><![CDATA[<p>All of it.</p>]]></{name}>")
    assert (entry.summary, entry.content) == ("Short.", "<p>All of it.</p>")
