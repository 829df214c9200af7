from datetime import UTC, datetime

import pytest

from tuinews.extract.feed import feed_listing, parse_feed
from tuinews.extract.feed.entries import SUMMARY_LIMIT
from tuinews.model.entry import Enclosure, Entry, Listing
from tuinews.model.when import Precision, When

HERE = "https://news.example.org/rss/all.xml"


def rss(items: str) -> Listing:
    namespaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"'
    )
    text = f'<rss version="2.0" {namespaces}><channel><title>A &amp;amp; B</title>{items}</channel></rss>'
    return feed_listing(parse_feed(text, HERE), HERE)


def item(inner: str) -> Entry:
    (entry,) = rss(f"<item>{inner}</item>").entries
    return entry


def atom(inner: str) -> Entry:
    text = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry>{inner}</entry></feed>'
    (entry,) = feed_listing(parse_feed(text, HERE), HERE).entries
    return entry


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Bão &amp; lũ", "Bão & lũ"),
        ("Bão &amp;amp; lũ", "Bão & lũ"),
        ("&lt;b&gt;Bão&lt;/b&gt; số 9", "Bão số 9"),
        ("<![CDATA[<b>Bão</b> số&nbsp;9<br>nữa]]>", "Bão số 9 nữa"),
        ("&amp;lt;b&amp;gt; is bold", "<b> is bold"),
        ("Vector&lt;T&gt; and a &lt; b", "Vector<T> and a < b"),
        ("one\n   two\ttwo", "one two two"),
        ("x\x1b]52;c;QQ==\x07y &#8238;z", "xy z"),
        ("don&amp;#8217;t", "don’t"),
        ("The &lt;video&gt; element in depth", "The <video> element in depth"),
        ("List&lt;String&gt; vs List&lt;Object&gt;", "List<String> vs List<Object>"),
        ("if a &lt;b and c&gt; d", "if a <b and c> d"),
        ("Dùng thẻ &lt;a&gt; và &lt;IMG/&gt; thế nào", "Dùng thẻ <a> và <IMG/> thế nào"),
        ("Use &lt;br&gt; or &lt;br/&gt;?", "Use <br> or <br/>?"),
        ("One&lt;br&gt;two&lt;br /&gt;three", "One two three"),
        ("&lt;p&gt;One", "One"),
        ("&lt;p&gt; in depth", "<p> in depth"),
        ("&lt;code&gt;&lt;video&gt;&lt;/code&gt; explained", "<video> explained"),
        ("&lt;a href='/x'&gt;Two&lt;/a&gt; &lt;img src=x&gt;words", "Two words"),
        (
            "&lt;ruby&gt;漢字&lt;rp&gt;(&lt;/rp&gt;&lt;rt&gt;かんじ&lt;rp&gt;)&lt;/rp&gt;&lt;/ruby&gt;の話",
            "漢字の話",
        ),
        ("&lt;center&gt;One&lt;/center&gt;", "One"),
        ("The end of it&lt;/b&gt;", "The end of it"),
        ("Who forgot &lt;/div&gt;", "Who forgot </div>"),
        ("Query ?a=1&amp;section=2&amp;copy=3", "Query ?a=1&section=2&copy=3"),
        ("The &lt;script&gt; tag and &lt;style&gt;", "The <script> tag and <style>"),
        ("One&lt;script&gt;var a=1;&lt;/script&gt; two&lt;script&gt;let b = 2;", "One two"),
        ("Launch &lt;img class='wp-smiley' alt='🚀' src='x.png'/&gt; day", "Launch 🚀 day"),
        ("Launch &lt;img alt='a rocket' src='x.png'/&gt; day", "Launch day"),
    ],
)
def test_titles_of_rss_become_a_line_of_text(written: str, shown: str) -> None:
    assert item(f"<title>{written}</title>").title == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('<title type="html">a &amp;lt;b&amp;gt; &lt;i&gt;c&lt;/i&gt;</title>', "a <b> c"),
        ('<title type="text">the &lt;b&gt; tag &amp;amp; more</title>', "the <b> tag &amp; more"),
        ("<title>the &lt;b&gt; tag</title>", "the <b> tag"),
        (
            '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <b>b</b> &lt;c></div></title>',
            "a b <c>",
        ),
    ],
)
def test_titles_of_atom_are_read_by_their_type(written: str, shown: str) -> None:
    assert atom(written).title == shown


def test_an_entry_without_a_title_gets_one_from_its_text() -> None:
    entry = item(
        "<description>&lt;p&gt;First &lt;b&gt;words&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;More.&lt;/p&gt;</description>"
    )
    assert (entry.title, entry.summary) == ("First words. More.", None)
    assert item(f"<description>{'word ' * 100}</description>").title == ("word " * 20)[:99].rstrip() + "…"
    assert item("<link>https://example.org/a</link>").title == "https://example.org/a"
    assert rss("<item><category>x</category></item>").entries == ()


def test_a_summary_is_plain_and_short() -> None:
    markup = (
        "<a href='x'><img src='i.jpg'></a><p>One &amp; two</p><script>no()</script><p>three</p>"
        + "<p>more words</p>" * 200
    )
    entry = item(f"<title>t</title><description><![CDATA[{markup}]]></description>")
    assert entry.summary is not None
    assert entry.summary.startswith("One & two three more words")
    assert len(entry.summary) <= 600
    assert entry.summary.endswith("…")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("more &lt; less", "more < less"),
        ("<![CDATA[if 3 < 4 and 5 <= 6]]>", "if 3 < 4 and 5 <= 6"),
        ("I &lt;3 rivers", "I <3 rivers"),
        ("cut in a tag &lt;a href=", "cut in a tag"),
        ("cut at its sign &lt;", "cut at its sign"),
    ],
)
def test_a_sign_of_less_at_the_end_of_a_summary_is_no_tag(written: str, shown: str) -> None:
    assert item(f"<title>x</title><description>{written}</description>").summary == shown


def test_a_summary_comes_from_the_content_where_there_is_none() -> None:
    entry = item("<title>t</title><content:encoded><![CDATA[<p>All of it</p>]]></content:encoded>")
    assert (entry.summary, entry.content) == ("All of it", "<p>All of it</p>")
    entry = item(
        "<title>t</title><description>All</description><content:encoded>All &lt;b>of&lt;/b></content:encoded>"
    )
    assert (entry.summary, entry.content) == ("All", "All <b>of</b>")
    assert item("<title>t</title><description>All</description>").content is None


def test_a_description_that_is_longer_than_a_summary_is_the_text() -> None:
    long = "The council voted on Friday. " * 40
    entry = item(f"<title>t</title><description>&lt;p&gt;{long}&lt;/p&gt;</description>")
    assert entry.content == f"<p>{long}</p>"
    assert entry.summary
    assert len(entry.summary) <= SUMMARY_LIMIT
    links = "&lt;a href='https://example.org/a-long-address'&gt;x&lt;/a&gt; " * 40
    assert item(f"<title>t</title><description>{links}</description>").content is None


def test_plain_content_becomes_paragraphs() -> None:
    entry = atom('<title>t</title><summary>s</summary><content type="text">a &lt; b\nc\n\nd</content>')
    assert entry.content == "<p>a &lt; b<br>c</p><p>d</p>"


@pytest.mark.parametrize(
    ("written", "content"),
    [
        ("Đoạn một.\n\nĐoạn hai &amp;amp; ba.", "<p>Đoạn một.</p><p>Đoạn hai &amp; ba.</p>"),
        ("Một dòng\nHai dòng", "<p>Một dòng<br>Hai dòng</p>"),
        (f"{'x' * 70}\n{'y' * 66}\nend\n\n{'z' * 70}", f"<p>{'x' * 70} {'y' * 66} end</p><p>{'z' * 70}</p>"),
        ("&lt;p&gt;One\n\ntwo&lt;/p&gt;", "<p>One\n\ntwo</p>"),
        ("One line", "One line"),
    ],
)
def test_text_without_markup_has_its_paragraphs_by_its_lines(written: str, content: str) -> None:
    entry = item(f"<title>t</title><description>s</description><content:encoded>{written}</content:encoded>")
    assert entry.content == content


def test_a_summary_that_only_says_the_title_again_is_none() -> None:
    assert (
        item("<title>Storm nine - The Paper</title><description>Storm nine  The Paper</description>").summary
        is None
    )
    assert item("<title>Storm</title><description>Storm nine</description>").summary == "Storm nine"


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ada One, Bo Two and Cy Three", ("Ada One", "Bo Two", "Cy Three")),
        ("Nguyễn Văn An, Trần Bình và Lê Chi", ("Nguyễn Văn An", "Trần Bình", "Lê Chi")),
        ("Иван Петров и Анна Ли", ("Иван Петров", "Анна Ли")),
        ("One, Ada", ("One, Ada",)),
        ("Bộ Giáo dục và Đào tạo", ("Bộ Giáo dục và Đào tạo",)),
        ("Research and Development", ("Research and Development",)),
        ("Ada One, Reuters", ("Ada One, Reuters",)),
    ],
)
def test_one_field_may_hold_several_names(written: str, names: tuple[str, ...]) -> None:
    assert item(f"<title>t</title><dc:creator>{written}</dc:creator>").authors == names


def test_the_id_is_that_of_the_feed_alone() -> None:
    assert item("<title>t</title><guid>abc</guid><link>https://example.org/1</link>").id == "abc"
    assert item("<title>t</title><link>https://example.org/1</link>").id == ""
    assert item("<title>only a title</title>").id == ""


def test_an_entry_that_comes_twice_to_the_letter_is_listed_once() -> None:
    one = "<item><title>t</title><guid>1</guid></item>"
    assert len(rss(one + one).entries) == 1
    assert [entry.title for entry in rss(one + one.replace(">t<", ">u<") + one).entries] == ["t", "u"]
    link = "<item><title>t</title><link>https://example.org/{}</link></item>"
    assert len(rss(link.format("#a") + link.format("#b")).entries) == 2


def test_moments_are_in_utc_to_the_minute_and_null_dates_are_none() -> None:
    entry = item("<title>t</title><pubDate>Thu, 09 Jul 2026 17:00:00 +0700</pubDate>")
    assert entry.published == When(datetime(2026, 7, 9, 10, tzinfo=UTC), Precision.MINUTE)
    for null in ("0001-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT", "soon"):
        assert item(f"<title>t</title><pubDate>{null}</pubDate>").published is None


def test_only_http_addresses_are_kept() -> None:
    entry = item(
        "<title>t</title><link>javascript:alert(1)</link><comments>file:///x</comments>"
        "<enclosure url='ftp://example.org/a.mp3'/><enclosure url='/b.mp3' type='audio/mpeg' length='5'/>"
    )
    assert (entry.url, entry.comments) == (None, None)
    assert entry.enclosures == (Enclosure("https://news.example.org/b.mp3", "audio/mpeg", 5),)


def test_the_picture_may_be_in_the_text() -> None:
    pixel = "<img src='https://feeds.example.org/pixel.gif' width='1' height='1'>"
    markup = f"{pixel}<img class='x' src='/a.jpg?w=1&amp;amp;h=2'>"
    assert item(f"<title>t</title><description><![CDATA[{markup}]]></description>").image == (
        "https://news.example.org/a.jpg?w=1&amp;h=2"
    )
    named = "<media:content url='https://example.org/m.jpg' medium='image'/>"
    assert item(f"<title>t</title><description><![CDATA[{markup}]]></description>{named}").image == (
        "https://example.org/m.jpg"
    )


@pytest.mark.parametrize(
    ("inner", "title"),
    [
        ("<description>&lt;img src='a.jpg' alt='A heron at dusk'&gt;</description>", "A heron at dusk"),
        ("<media:content url='/a.jpg'><media:description>A heron</media:description></media:content>", "A heron"),
        (
            "<description>&lt;a href='/p'&gt;&lt;img src='a.jpg'&gt;&lt;/a&gt;</description>"
            "<media:group><media:description>A heron</media:description></media:group>",
            "A heron",
        ),
        ("<description>Words &lt;img alt='x'&gt;</description><media:description>No</media:description>", "Words"),
    ],
)
def test_a_post_that_is_all_picture_is_titled_by_its_description(inner: str, title: str) -> None:
    assert item(f"{inner}<link>https://example.org/p/1</link>").title == title


def test_names_of_authors_without_their_mail() -> None:
    assert item("<title>t</title><author>ada@example.org (Ada)</author>").authors == ("Ada",)
    assert item("<title>t</title><author>ada@example.org</author>").authors == ("ada@example.org",)


def test_the_order_and_the_name_of_the_feed() -> None:
    listing = rss("<item><title>b</title></item><item><title>a</title></item>")
    assert [entry.title for entry in listing.entries] == ["b", "a"]
    assert listing.title == "A & B"
