"""Where an entry leads, and who wrote it, in the shapes that programs write both."""

import pytest

from tuinews.extract.feed import feed_listing, parse_feed
from tuinews.model.entry import Entry

HERE = "https://a.example/feed"


def of_rss(item: str) -> Entry:
    head = "<title>T</title><link>https://a.example/</link>"
    text = f"<rss version='2.0'><channel>{head}<item><title>x</title>{item}</item></channel></rss>"
    return feed_listing(parse_feed(text, HERE), HERE).entries[0]


def of_atom(entry: str, head: str = "") -> Entry:
    begin = "<feed xmlns='http://www.w3.org/2005/Atom'><title>The Paper - World</title>"
    text = f"{begin}{head}<entry>{entry}</entry></feed>"
    return feed_listing(parse_feed(text, HERE), HERE).entries[0]


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ("<link>&lt;a href=&quot;https://a.example/9&quot;&gt;more&lt;/a&gt;</link>", "https://a.example/9"),
        ("<link><a href='/9'>more</a></link>", "https://a.example/9"),
        ("<link>http://https://a.example/9</link>", "https://a.example/9"),
        ("<link>https//a.example/9</link>", "https://a.example/9"),
        ("<link>\u200ehttps://a.example/9\u200b</link>", "https://a.example/9"),
        ("<link>\ufeff/9\u202c</link>", "https://a.example/9"),
        ("<link>&lt;![CDATA[https://a.example/9?a=1&amp;b=2]]&gt;</link>", "https://a.example/9?a=1&b=2"),
        ("<link>javascript:void(0)</link><guid>https://a.example/9</guid>", "https://a.example/9"),
        ("<link>https://a.example/</link><guid>https://a.example/9</guid>", "https://a.example/9"),
        (
            "<link>https://a.example/</link><guid isPermaLink='false'>https://a.example/9</guid>",
            "https://a.example/",
        ),
        (r"<link>https:\/\/a.example\/9</link>", "https://a.example/9"),
        (r"<link>https://a.example\news\9?q=\d</link>", r"https://a.example/news/9?q=\d"),
        ("<link>https://a.example/\n      news/9\n</link>", "https://a.example/news/9"),
        ("<link>www.A.example/9</link>", "https://www.A.example/9"),
        ("<link>a.example/9</link>", "https://a.example/9"),
        ("<url>https://a.example/9</url>", "https://a.example/9"),
        ("<link>b.example/9</link>", "https://a.example/b.example/9"),
        (
            "<link>https://count.example/~r/1</link><feedburner:origLink>https://a.example/9</feedburner:origLink>",
            "https://a.example/9",
        ),
    ],
)
def test_the_link_of_an_item(item: str, url: str) -> None:
    assert of_rss(item).url == url


@pytest.mark.parametrize(
    ("entry", "url"),
    [
        ("<link rel='http://www.iana.org/assignments/relation/alternate' href='/9'/>", "https://a.example/9"),
        ("<link rel='self' href='/e'/><link rel='related' href='https://o.example/'/>", "https://o.example/"),
        ("<link rel='self' href='/e'/>", "https://a.example/e"),
        ("<id>https://a.example/9</id><link rel='related' href='https://o.example/'/>", "https://a.example/9"),
        ("<content src='/9.html' type='text/html'/>", "https://a.example/9.html"),
        ("<content src='/9.pdf' type='application/pdf'/><id>https://a.example/9</id>", "https://a.example/9"),
    ],
)
def test_the_link_of_an_entry(entry: str, url: str) -> None:
    assert of_atom(f"<title>x</title>{entry}").url == url


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ("<dc:creator>&lt;a href='/u/1'&gt;Ann Lee&lt;/a&gt;</dc:creator>", ("Ann Lee",)),
        ("<dc:creator><![CDATA[<span class='by'>Ann &amp; Bob</span>]]></dc:creator>", ("Ann & Bob",)),
        ("<author>Ann Lee &lt;ann@a.example&gt;</author>", ("Ann Lee",)),
    ],
)
def test_a_name_is_no_markup(stated: str, names: tuple[str, ...]) -> None:
    assert of_rss(stated).authors == names


@pytest.mark.parametrize(
    ("author", "names"),
    [("Ann Lee", ("Ann Lee",)), ("The Paper", ()), ("The Paper - World", ()), ("The", ("The",))],
)
def test_an_entry_has_the_author_of_its_feed_who_is_no_publisher(author: str, names: tuple[str, ...]) -> None:
    entry = of_atom("<title>x</title>", f"<author><name>{author}</name></author>")
    assert entry.authors == names
    own = of_atom("<title>x</title><author><name>Bob</name></author>", f"<author><name>{author}</name></author>")
    assert own.authors == ("Bob",)


@pytest.mark.parametrize("title", ["&lt;![CDATA[An open letter]]&gt;", "&lt;[CDATA[An open letter]]&gt;"])
def test_a_section_that_was_escaped_is_none(title: str) -> None:
    text = f"<rss><channel><item><title>{title}</title><link>/1</link></item></channel></rss>"
    assert parse_feed(text, HERE).entries[0].title == "An open letter"


def test_a_description_that_was_escaped_twice_is_markup() -> None:
    once = "&lt;p&gt;A &lt;a href=&#34;/n&#34;&gt;page&lt;/a&gt; of now.&lt;/p&gt;"
    twice = once.replace("&", "&amp;")
    assert of_rss(f"<description>{twice}</description>").summary == "A page of now."
    shown = "The tag &amp;lt;p&amp;gt; begins a paragraph"
    assert of_rss(f"<description>{shown}</description>").summary == "The tag <p> begins a paragraph"


@pytest.mark.parametrize(
    ("enclosure", "url", "length"),
    [
        ("<enclosure url='/1.mp3' length='12,345,678' type='audio/mpeg'/>", "https://a.example/1.mp3", 12_345_678),
        ("<enclosure url='/1.mp3' length='12.5' type='audio/mpeg'/>", "https://a.example/1.mp3", None),
        ("<enclosure>https://a.example/1.mp3</enclosure>", "https://a.example/1.mp3", None),
        ("<enc:enclosure rdf:resource='/1.mp3' enc:length='7'/>", "https://a.example/1.mp3", 7),
        (
            "<podcast:alternateEnclosure type='audio/opus' length='5'><podcast:source uri='/1.opus'/>"
            "</podcast:alternateEnclosure><podcast:alternateEnclosure default='true' length='9'>"
            "<podcast:source uri='/1.mp3'/><podcast:source uri='ipfs://x'/></podcast:alternateEnclosure>",
            "https://a.example/1.mp3",
            9,
        ),
    ],
)
def test_the_file_of_an_item(enclosure: str, url: str, length: int | None) -> None:
    (file,) = of_rss(enclosure).enclosures
    assert (file.url, file.length) == (url, length)


@pytest.mark.parametrize(
    ("item", "image"),
    [
        ("<media:thumbnail url='/s.jpg' width='75'/><enclosure url='/b.jpg' type='image/jpeg'/>", "b.jpg"),
        ("<media:thumbnail url='/s.jpg' width='75'/><media:content url='/b.jpg' medium='image'/>", "b.jpg"),
        ("<description>&lt;img src='data:image/gif;base64,AA' data-src='/d.jpg'&gt; x</description>", "d.jpg"),
        ("<description>&lt;img data-original='/d.jpg' src='/blank.gif'&gt; x</description>", "d.jpg"),
        ("<description>&lt;img src='data:image/gif;base64,AA'&gt; x</description>", None),
    ],
)
def test_the_picture_of_an_item(item: str, image: str | None) -> None:
    assert of_rss(item).image == (image and f"https://a.example/{image}")


@pytest.mark.parametrize("relation", ["enclosure", "http://www.iana.org/assignments/relation/enclosure"])
def test_a_relation_may_be_written_as_an_address(relation: str) -> None:
    entry = of_atom(f"<id>1</id><title>x</title><link rel='{relation}' href='e.mp3'/><link href='p'/>")
    assert [file.url for file in entry.enclosures] == ["https://a.example/e.mp3"]
    assert entry.url == "https://a.example/p"
