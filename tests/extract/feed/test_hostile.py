"""Documents that must end in bounded time and memory, whatever they hold."""

import contextlib
import random
import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.charset import decode
from tuinews.errors import ExtractError
from tuinews.extract.feed import feed_listing, parse_feed
from tuinews.extract.feed.scanner import MAX_ELEMENTS, parse_xml
from tuinews.model.entry import Listing

URL = "https://news.example.org/feed"
SECONDS = 15.0
"""Many times what each takes; a quadratic reader takes minutes."""


def rss(body: str, before: str = "") -> str:
    return f'<?xml version="1.0"?>{before}<rss version="2.0"><channel><title>News</title>{body}</channel></rss>'


def listed(text: str) -> Listing:
    start = time.process_time()
    listing = feed_listing(parse_feed(text, URL), URL)
    assert time.process_time() - start < SECONDS
    return listing


def test_entities_are_never_expanded() -> None:
    bomb = "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE rss [<!ENTITY lol0 "lol">{bomb}<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    listing = listed(rss("<item><title>&lol11; &x;</title></item>", doctype))
    assert listing.entries[0].title == "&lol11; &x;"
    assert listing.title == "News"


def test_a_quadratic_entity_and_a_foreign_dtd_are_dropped() -> None:
    doctype = f'<!DOCTYPE rss SYSTEM "https://evil.example/x.dtd" [<!ENTITY a "{"a" * 60_000}">]>'
    listing = listed(rss(f"<item><title>{'&a;' * 1000}</title></item>", doctype))
    assert listing.entries[0].title.startswith("&a;&a;")


def test_two_hundred_thousand_elements_within_each_other() -> None:
    deep = "<x>" * 200_000 + "</x>" * 200_000
    assert listed(rss(f"{deep}<item>{deep}<title>after</title></item>")).entries[0].title == "after"
    assert listed(rss("<item><title>open</title>" + "<x>" * 200_000)).entries[0].title == "open"


def test_a_hundred_thousand_attributes() -> None:
    attributes = " ".join(f'a{n}="{n}"' for n in range(100_000))
    assert listed(rss(f"<item {attributes}><title {attributes}>one</title></item>")).entries[0].title == "one"


def dated(count: int) -> list[str]:
    """Items from old to new, a hundred an hour."""
    start = datetime(2000, 1, 1, tzinfo=UTC)
    hours = [f"<pubDate>{(start + timedelta(hours=n)).isoformat()}</pubDate>" for n in range(count // 100)]
    return [f"<item><title>t{n}</title>{hours[n // 100]}</item>" for n in range(count)]


def test_of_more_entries_than_elements_may_be_kept_the_newest_are_kept() -> None:
    count = MAX_ELEMENTS + 50_000
    entries = listed(rss("".join(reversed(dated(count))))).entries
    assert (len(entries), entries[0].title, entries[-1].title) == (1000, f"t{count - 1}", f"t{count - 1000}")


def test_the_newest_are_kept_in_any_order() -> None:
    items = dated(5000)
    entries = listed(rss("".join(items))).entries
    assert (len(entries), entries[0].title, entries[-1].title) == (1000, "t4000", "t4999")
    random.Random(3).shuffle(items)
    entries = listed(rss("".join(items))).entries
    assert {entry.title for entry in entries} == {f"t{n}" for n in range(4000, 5000)}
    undated = "".join(f"<item><title>t{n}</title></item>" for n in range(5000))
    assert [entry.title for entry in listed(rss(undated)).entries[:2]] == ["t0", "t1"]


def test_a_ten_megabyte_title() -> None:
    listing = listed(rss(f"<item><title>{'x&amp;' * 2_000_000}</title></item>"))
    assert len(listing.entries[0].title) <= 500


def test_a_ten_megabyte_content_of_tags() -> None:
    body = "&lt;script&gt;&lt;!-- &lt;div href=x " * 300_000
    assert len(listed(rss(f"<item><title>t</title><description>{body}</description></item>")).entries) == 1


def test_an_unclosed_cdata_section_ends_with_its_element() -> None:
    body = (
        "<item><title><![CDATA[one</title><link>https://example.org/1</link></item>"
        "<item><title><![CDATA[two]]></title><link>https://example.org/2</link></item>"
    )
    assert [entry.title for entry in listed(rss(body)).entries] == ["one", "two"]
    assert listed("<rss><channel><item><title>a</title><description><![CDATA[never ends").entries[0].summary == (
        "never ends"
    )


@pytest.mark.parametrize(
    "piece",
    ["<![CDATA[", "<!--", "<?", "<!", "<!DOCTYPE [", "<a ", "<a b='", "</", "&#", "<![", "<item>", "</item>"],
)
@pytest.mark.parametrize("end", ["", "]]>-->?>'>"])
def test_unclosed_markup_is_no_work(piece: str, end: str) -> None:
    for text in (rss(piece * 20_000 + end), rss("<item><title>x</title><description>" + piece * 20_000 + end)):
        with contextlib.suppress(ExtractError):
            listed(text)


@pytest.mark.parametrize(
    "piece",
    [
        "<author>{}@</author>".format("a" * 1_000_000),
        "<pubDate>{}</pubDate>".format(" " * 1_000_000 + "x"),
        "<pubDate>2026-{}</pubDate>".format("0" * 1_000_000),
        "<link>{}</link>".format("https://example.org/" + "x/" * 1_000_000),
        "<guid>{}</guid>".format("x/" * 1_000_000),
        "<description>&lt;a href={}x></description>".format(" " * 1_000_000),
        "<description>&lt;a href={}http:></description>".format(" " * 1_000_000),
        "<description>&lt;img {}></description>".format("src=' " * 300_000),
        "<description>{}</description>".format("&lt;div>" * 300_000),
        "<enclosure url='x' length='{}'/>".format("9" * 60_000),
        "<content:encoded>{}</content:encoded>".format("<div>" * 300_000),
        "<title a={}b>x</title>".format(" " * 60_000),
    ],
)
def test_long_values_are_no_work(piece: str) -> None:
    assert len(listed(rss(f"<item><title>x</title>{piece}</item>")).entries) == 1


def test_surrogates_and_nul() -> None:
    listing = listed(rss("<item><title>a&#xD83D;&#xDE00;b&#0;c\0d&#x1F600;</title></item>"))
    assert listing.entries[0].title == "a😀b\ufffdcd😀"
    json = '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "x\\ud83d"}]}'
    assert listed(json).entries[0].title == "x\ufffd"


def test_utf16_without_a_mark() -> None:
    text = rss("<item><title>Bão</title></item>").replace("?>", ' encoding="utf-16"?>')
    for codec in ("utf-16-le", "utf-16-be"):
        assert listed(decode(text.encode(codec), "text/xml")).entries[0].title == "Bão"


def test_a_charset_that_lies() -> None:
    text = rss("<item><title>Bão số 9</title></item>").replace("?>", ' encoding="iso-8859-1"?>')
    assert listed(decode(text.encode(), "text/xml; charset=us-ascii")).entries[0].title == "Bão số 9"


def test_a_page_where_a_feed_should_be() -> None:
    page = "<!DOCTYPE html><html><head><title>x</title></head><body>" + "<div><p>y</p></div>" * 50_000
    with pytest.raises(ExtractError):
        parse_feed(page, URL)


def test_a_deep_json_document() -> None:
    with pytest.raises(ExtractError):
        parse_feed('{"items": ' + "[" * 200_000, URL)


def test_of_more_elements_than_the_limit_no_more_are_kept() -> None:
    text = rss("<item><title>t</title></item>" + "<a/>" * (MAX_ELEMENTS + 50_000))
    below, kept = [parse_xml(text).root], -1
    while below:
        below += below.pop().children
        kept += 1
    assert kept == MAX_ELEMENTS
    assert listed(text).entries[0].title == "t"


@given(st.text(alphabet="<>/!-[]CDAT?&;#x\"'= itemrssdfeny:", max_size=200))
def test_any_soup_gives_a_feed_or_is_refused(soup: str) -> None:
    for text in (soup, rss(soup), rss(f"<item>{soup}</item>")):
        with contextlib.suppress(ExtractError):
            entries = listed(text).entries
            assert all(entry.title or entry.url or entry.content for entry in entries), entries


WHOLE = "<item><title>One whole</title><link>https://a.example/1</link><guid>1</guid></item>"


@pytest.mark.parametrize(
    "cut",
    [
        "<item><title>The council vot",
        "<item><title>The council votes</title><link>https://a.exam",
        "<item><link>https://a.example/2</link><title><![CDATA[The council vo",
        "<item><title>The council votes</title><description>Half of the desc",
        "<item><title>The council votes</title>",
        "<item><title>The council votes</title><link>https://a.example/2</link><gui",
        "<item><title>The council votes</title><link>https://a.example/2</link><guid>https://a.ex",
        "<it",
    ],
)
def test_of_an_entry_that_is_cut_nothing_is_made_up(cut: str) -> None:
    feed = parse_feed(f"<rss><channel><title>T</title>{WHOLE}{cut}")
    titles = [entry.title for entry in feed.entries]
    assert titles in (["One whole"], ["One whole", "The council votes"])
    assert all(entry.link in ("https://a.example/1", "https://a.example/2") for entry in feed.entries)
    assert all(entry.id in ("1", None) for entry in feed.entries)


def test_a_text_that_is_cut_keeps_its_entry() -> None:
    cut = "<item><title>Two</title><link>https://a.example/2</link><description>The first half of"
    feed = parse_feed(f"<rss><channel><title>T</title>{WHOLE}{cut}")
    assert [entry.title for entry in feed.entries] == ["One whole", "Two"]
    atom = "<entry><id>2</id><title>Two</title><link href='https://a.example/2'/><content>The first"
    assert len(parse_feed(f"<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title>{atom}").entries) == 1


def test_a_title_of_the_feed_that_nobody_closed_costs_no_entry() -> None:
    item = "<item><title>One</title><link>https://a.example/1</link></item>"
    feed = parse_feed(f"<rss><channel><title>Town{item}{item.replace('One', 'Two')}</channel></rss>")
    assert (feed.title, [entry.title for entry in feed.entries]) == ("Town", ["One", "Two"])


@pytest.mark.parametrize(
    "emoji", ["&#55357;&#56832;", "&#xD83D;&#xDE00;", "&#xd83d;&#xde00;", "&amp;#55357;&amp;#56832;"]
)
def test_the_halves_of_a_character_are_one(emoji: str) -> None:
    item = f"<item><title>{emoji} hi</title><description>&lt;p&gt;{emoji} there&lt;/p&gt;</description></item>"
    (entry,) = feed_listing(parse_feed(f"<rss><channel>{item}</channel></rss>"), None).entries
    assert (entry.title, entry.summary) == ("😀 hi", "😀 there")


def test_half_of_a_character_is_none() -> None:
    (entry,) = parse_feed(
        "<rss><channel><item><title>&#55357; &#55357;&#55357; hi</title></item></channel></rss>"
    ).entries
    assert entry.title is not None
    assert entry.title.endswith("hi")
