import pytest

from tuinews.errors import ExtractError
from tuinews.extract.feed import parse_feed
from tuinews.model.entry import Enclosure, FeedEntry, Person

NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:atom="http://www.w3.org/2005/Atom"'
)
HERE = "https://news.example.org/rss/all.xml"


def item(inner: str) -> FeedEntry:
    feed = parse_feed(f'<rss version="2.0" {NAMESPACES}><channel><item>{inner}</item></channel></rss>', HERE)
    (entry,) = feed.entries
    return entry


def entry(inner: str, attributes: str = "") -> FeedEntry:
    text = f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}><entry>{inner}</entry></feed>'
    (found,) = parse_feed(text, HERE).entries
    return found


def test_an_rss_feed_is_read_whole() -> None:
    feed = parse_feed(
        """<?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel>
          <title>Tin mới &amp; nhanh</title><link>https://news.example.org/</link>
          <description>All of it</description><language>vi-vn</language>
          <lastBuildDate>Thu, 09 Jul 2026 17:00:00 +0700</lastBuildDate>
          <managingEditor>ed@example.org (Ed Itor)</managingEditor>
          <image><title>a logo</title><url>https://news.example.org/logo.png</url></image>
          <item>
            <title>Bão số 9</title><link>https://news.example.org/bao-9.html</link>
            <guid isPermaLink="false">bao-9</guid><pubDate>Thu, 09 Jul 2026 16:30:00 +0700</pubDate>
            <description><![CDATA[<p>Sơ tán <b>dân</b></p>]]></description>
            <comments>https://news.example.org/bao-9.html#c</comments>
            <enclosure url="https://news.example.org/bao.mp3" type="audio/mpeg" length="1234"/>
          </item>
        </channel></rss>""",
        HERE,
    )
    assert (feed.title, feed.link, feed.description) == (
        "Tin mới & nhanh",
        "https://news.example.org/",
        "All of it",
    )
    assert (feed.language, feed.updated) == ("vi-vn", "2026-07-09T10:00:00Z")
    assert feed.author == Person("ed@example.org (Ed Itor)", "Ed Itor", "ed@example.org")
    (only,) = feed.entries
    assert (only.title, only.link, only.id) == ("Bão số 9", "https://news.example.org/bao-9.html", "bao-9")
    assert (only.published, only.summary) == ("2026-07-09T09:30:00Z", "<p>Sơ tán <b>dân</b></p>")
    assert only.comments == "https://news.example.org/bao-9.html#c"
    assert only.enclosures == (Enclosure("https://news.example.org/bao.mp3", "audio/mpeg", 1234),)


def test_an_atom_feed_is_read_whole() -> None:
    feed = parse_feed(
        """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
          <title>A log</title><subtitle type="html">of &lt;i&gt;things&lt;/i&gt;</subtitle>
          <link rel="self" href="/atom.xml"/><link href="/"/><link rel="next" href="/atom.xml?page=2"/>
          <id>tag:example.org,2026:log</id><updated>2026-07-09T17:00:00+07:00</updated>
          <entry>
            <title>One</title><id>tag:example.org,2026:1</id>
            <link rel="enclosure" href="/1.pdf" type="application/pdf"/><link rel="alternate" href="/1"/>
            <published>2026-07-08T10:00:00Z</published><updated>2026-07-09T10:00:00Z</updated>
            <author><name>Ada</name><email>ada@example.org</email></author><author><name>Bob</name></author>
            <summary>Short</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Long <em>text</em></div></content>
          </entry>
        </feed>""",
        HERE,
    )
    assert (feed.title, feed.description, feed.language) == ("A log", "of <i>things</i>", "en")
    assert (feed.link, feed.next_page) == ("https://news.example.org/", "https://news.example.org/atom.xml?page=2")
    (one,) = feed.entries
    assert (one.link, one.id) == ("https://news.example.org/1", "tag:example.org,2026:1")
    assert (one.published, one.updated) == ("2026-07-08T10:00:00Z", "2026-07-09T10:00:00Z")
    assert one.author == Person("Ada (ada@example.org)", "Ada", "ada@example.org")
    assert [author.name for author in one.authors] == ["Ada", "Bob"]
    assert (one.summary, one.content) == ("Short", "Long <em>text</em>")
    assert one.enclosures == (Enclosure("https://news.example.org/1.pdf", "application/pdf", None),)


def test_an_rdf_feed_has_its_items_beside_the_channel() -> None:
    feed = parse_feed(
        """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
             xmlns:dc="http://purl.org/dc/elements/1.1/">
          <channel rdf:about="https://example.org/"><title>RDF</title><link>https://example.org/</link>
            <items><rdf:Seq><rdf:li resource="https://example.org/1"/></rdf:Seq></items></channel>
          <item rdf:about="https://example.org/1"><title>One</title><link>https://example.org/1</link>
            <dc:creator>Ada</dc:creator><dc:date>2003-12-31T10:14:55Z</dc:date></item>
        </rdf:RDF>"""
    )
    assert feed.title == "RDF"
    (one,) = feed.entries
    assert (one.id, one.title, one.author) == ("https://example.org/1", "One", Person("Ada", "Ada"))
    assert (one.published, one.updated) == ("2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z")


def test_a_cdf_channel_is_read() -> None:
    feed = parse_feed(
        '<CHANNEL HREF="http://example.org/"><TITLE>Old</TITLE><ABSTRACT>Words</ABSTRACT>'
        '<ITEM HREF="http://example.org/1" LASTMOD="2004-04-06T23:05:43-05:00"><TITLE>One</TITLE></ITEM></CHANNEL>'
    )
    assert (feed.title, feed.link, feed.description) == ("Old", "http://example.org/", "Words")
    assert feed.entries[0].link == "http://example.org/1"
    assert feed.entries[0].updated == "2004-04-07T04:05:43Z"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain words",
        "<!DOCTYPE html><html><head><title>x</title></head><body><h1>x</h1></body></html>",
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>',
        '<opml version="2.0"><body/></opml>',
        '{"data": []}',
        '{"items": [',
        "[]",
    ],
)
def test_what_is_no_feed_is_refused(text: str) -> None:
    with pytest.raises(ExtractError):
        parse_feed(text, HERE)


def test_a_warning_before_the_feed_does_no_harm() -> None:
    feed = parse_feed("<br />\n<b>Warning</b>: mysql in x on line 1\n<?xml version='1.0'?><rss><channel><title>T")
    assert feed.title == "T"


@pytest.mark.parametrize(
    ("inner", "title"),
    [
        ("<title>A &amp; B &lt;i&gt;c&lt;/i&gt;</title>", "A & B <i>c</i>"),
        ("<title><![CDATA[A & B]]></title>", "A & B"),
        ("<title>one <![CDATA[<two>]]> &eacute;&#x1F600;&#233;</title>", "one <two> é😀é"),
        ("<title>R&D &unknown; &</title>", "R&D &unknown; &"),
        ("<dc:title>from dc</dc:title><media:title>m</media:title>", "from dc"),
        ("<media:group><media:title>m</media:title></media:group>", "m"),
        ("<title>t</title><media:title>m</media:title>", "t"),
        ("<source url='x'><title>not mine</title></source><title>mine</title>", "mine"),
        ("<title>&#xD800;x&#0;</title>", "\ufffdx\ufffd"),
        ("<title>don\x92t</title>", "don’t"),
    ],
)
def test_titles_are_decoded_once(inner: str, title: str) -> None:
    assert item(inner).title == title


@pytest.mark.parametrize(
    ("inner", "link"),
    [
        ("<link>https://example.org/?a=1&b=2&copy=3</link>", "https://example.org/?a=1&b=2&copy=3"),
        ("<link>https://example.org/?a=1&amp;amp;b=2</link>", "https://example.org/?a=1&b=2"),
        ("<link>/relative</link>", "https://news.example.org/relative"),
        ("<link>www.site.example/a/1</link>", "https://www.site.example/a/1"),
        ("<link>http:/site.example/a/2</link>", "http://site.example/a/2"),
        ("<link>https:site.example/a/2</link>", "https://site.example/a/2"),
        ("<link>www.html</link>", "https://news.example.org/rss/www.html"),
        ("<link/><guid>https://example.org/g</guid>", "https://example.org/g"),
        ("<guid isPermaLink='false'>https://example.org/g</guid>", None),
        ("<guid>12345</guid>", None),
        (
            "<atom:link rel='self' href='https://example.org/self'/><link>https://example.org/a</link>",
            "https://example.org/a",
        ),
    ],
)
def test_links_of_rss(inner: str, link: str | None) -> None:
    assert item(inner).link == link


@pytest.mark.parametrize(
    ("inner", "link"),
    [
        ("<link href='/a'/>", "https://news.example.org/a"),
        (
            "<link rel='self' href='/s'/><link rel='alternate' type='text/html' href='/a'/>",
            "https://news.example.org/a",
        ),
        (
            "<link type='application/json' href='/j'/><link type='text/html' href='/h'/>",
            "https://news.example.org/h",
        ),
        ("<link xml:base='https://other.example/x/' href='a'/>", "https://other.example/x/a"),
        ("<id>https://example.org/id</id>", "https://example.org/id"),
        ("<id>urn:uuid:1</id>", None),
    ],
)
def test_links_of_atom(inner: str, link: str | None) -> None:
    assert entry(inner).link == link


def test_bases_nest_and_an_unsafe_one_is_passed_over() -> None:
    content = '<content type="html" xml:base="two/">&lt;a href="three"&gt;x&lt;/a&gt;&lt;img src=/4&gt;</content>'
    found = entry(content, 'xml:base="https://example.org/one/"')
    assert found.content == '<a href="https://example.org/one/two/three">x</a><img src="https://example.org/4">'
    found = entry('<link href="a"/>', 'xml:base="javascript:alert(1)"')
    assert found.link == "https://news.example.org/rss/a"


CONTENT = """<content type="html">&lt;a href="more.html"&gt;x&lt;/a&gt;&lt;a href='www.site.example'&gt;y&lt;/a&gt;
&lt;img src=pics/1.jpg srcset="pics/1.jpg 1x, /2.jpg 2x,https://cdn.example/a,b.jpg 640w"&gt;</content>"""


def test_content_is_relative_to_the_link_of_its_entry() -> None:
    content = entry(f'<link href="https://blog.example/2026/post/"/>{CONTENT}').content
    assert content is not None
    assert '<a href="https://blog.example/2026/post/more.html">' in content
    assert '<a href="https://www.site.example">' in content
    assert 'src="https://blog.example/2026/post/pics/1.jpg"' in content
    assert (
        'srcset="https://blog.example/2026/post/pics/1.jpg 1x, https://blog.example/2.jpg 2x,'
        'https://cdn.example/a,b.jpg 640w"' in content
    )


@pytest.mark.parametrize(
    ("inside", "on_feed"),
    [('xml:base="https://other.example/x/"', ""), ("", 'xml:base="https://other.example/x/"')],
)
def test_a_stated_base_goes_before_the_link(inside: str, on_feed: str) -> None:
    content = CONTENT.replace("<content", f"<content {inside}")
    found = entry(f'<link href="https://blog.example/2026/post/"/>{content}', on_feed).content
    assert found is not None
    assert '<a href="https://other.example/x/more.html">' in found


def test_content_without_a_link_is_relative_to_its_feed() -> None:
    assert '<a href="https://news.example.org/rss/more.html">' in (entry(CONTENT).content or "")


def test_sound_and_film_of_media_rss_are_files_and_each_is_one() -> None:
    both = (
        '<enclosure url="/1.mp3" length="12" type="audio/mpeg"/><media:content url="/1.mp3" type="audio/mpeg"/>'
        '<media:content url="/2.mp4" fileSize="99" medium="video"/><media:content url="/3.ogg"/>'
        '<media:content url="/page" type="text/html"/><media:content url="/i.jpg" medium="image"/>'
        '<media:group><media:content url="/low.mp4" type="video/mp4"/>'
        '<media:content url="/high.mp4" type="video/mp4" isDefault="true"/></media:group>'
    )
    site = "https://news.example.org"
    assert item(both).enclosures == (
        Enclosure(f"{site}/1.mp3", "audio/mpeg", 12),
        Enclosure(f"{site}/2.mp4", None, 99),
        Enclosure(f"{site}/3.ogg"),
        Enclosure(f"{site}/high.mp4", "video/mp4"),
    )


def test_a_podcast_says_where_it_moves() -> None:
    text = f"<rss {NAMESPACES}><channel><itunes:new-feed-url>/new.xml</itunes:new-feed-url></channel></rss>"
    assert parse_feed(text, HERE).moved_to == "https://news.example.org/new.xml"


def test_content_location_is_the_base() -> None:
    text = "<rss><channel><link>about</link></channel></rss>"
    headers = {"content-location": "/de/feed", "content-language": "de"}
    feed = parse_feed(text, HERE, headers)
    assert (feed.link, feed.language) == ("https://news.example.org/de/about", "de")


def test_summary_and_content_find_their_places() -> None:
    both = item("<description>short</description><content:encoded><![CDATA[<p>long</p>]]></content:encoded>")
    assert (both.summary, both.content) == ("short", "<p>long</p>")
    alone = item("<content:encoded>long</content:encoded>")
    assert (alone.summary, alone.content) == ("long", "long")
    podcast = item("<itunes:summary>heard</itunes:summary><itunes:author>Ada</itunes:author>")
    assert (podcast.summary, podcast.author) == ("heard", Person("Ada", "Ada"))
    video = item("<media:group><media:description>seen</media:description></media:group>")
    assert (video.summary, video.content) == ("seen", None)
    naked = item("<description><p>naked <br/> markup</p></description>")
    assert naked.summary == "<p>naked <br/> markup</p>"


def test_scripts_and_comments_are_left_out_of_markup() -> None:
    found = item("<description><![CDATA[a<script>x()</script>b<!-- c -->d<style>e</style>]]></description>")
    assert found.summary == "abd"


def test_markup_and_what_is_escaped_within_it() -> None:
    div = '<div xmlns="http://www.w3.org/1999/xhtml">'
    assert entry(f'<content type="xhtml">{div}the &lt;b> tag</div></content>').content == "the &lt;b> tag"
    assert entry('<content type="xhtml">the &lt;b> tag</content>').content == "the &lt;b> tag"
    assert entry(f'<content type="html">{div}a &lt;b>b&lt;/b></div></content>').content == "a <b>b</b>"
    two = f"{div}a</div>{div}b</div>"
    assert entry(f'<content type="xhtml">{two}</content>').content == two


def test_base64_content_is_decoded() -> None:
    assert entry('<content type="application/octet-stream">RXhhbXBsZSA8Yj5BdG9tPC9iPg==</content>').content == (
        "Example <b>Atom</b>"
    )
    assert entry('<content type="image/png">iVBORw0KGgo=</content>').content == "iVBORw0KGgo="


def test_types_say_what_is_text_and_what_is_markup() -> None:
    found = entry('<title>a &lt;b&gt; c</title><summary type="html">x</summary><content type="text">y</content>')
    assert (found.title_type, found.summary_type, found.content_type) == ("text", "html", "text")
    rss = item("<title>a</title><description>b</description>")
    assert (rss.title_type, rss.summary_type) == (None, "html")


def test_languages_are_inherited() -> None:
    assert entry("<title>x</title>", 'xml:lang="pt_BR"').language == "pt-BR"
    assert entry('<title xml:lang="fr">x</title>', 'xml:lang="en"').language == "fr"
    assert entry('<title>x</title><content xml:lang="">y</content>', 'xml:lang="en"').language is None
    assert item("<dc:language>ko</dc:language>").language == "ko"


@pytest.mark.parametrize(
    ("inner", "image"),
    [
        ("<media:thumbnail url='/t.jpg'/>", "https://news.example.org/t.jpg"),
        (
            "<media:content url='/s.jpg' width='100'/><media:content url='/l.jpg' width='900'/>"
            "<media:content url='/v.mp4' type='video/mp4'/>",
            "https://news.example.org/l.jpg",
        ),
        ("<media:group><media:content medium='image' url='/g'/></media:group>", "https://news.example.org/g"),
        ("<enclosure url='/e.png' type='image/png' length='0'/>", "https://news.example.org/e.png"),
        ("<itunes:image href='/i.png'/>", "https://news.example.org/i.png"),
        ("<image><url>/r.png</url></image>", "https://news.example.org/r.png"),
        ("<image>/u.png</image>", "https://news.example.org/u.png"),
    ],
)
def test_pictures_are_found(inner: str, image: str) -> None:
    assert item(inner).image == image


@pytest.mark.parametrize(
    ("author", "name", "email"),
    [
        ("ada@example.org (Ada L)", "Ada L", "ada@example.org"),
        ("Ada L &lt;ada@example.org&gt;", "Ada L", "ada@example.org"),
        ("Ada L (ada@example.org)", "Ada L", "ada@example.org"),
        ("ada@example.org", None, "ada@example.org"),
        ("Ada L", "Ada L", None),
    ],
)
def test_authors_in_every_shape(author: str, name: str | None, email: str | None) -> None:
    person = item(f"<author>{author}</author>").author
    assert person is not None
    assert (person.name, person.email) == (name, email)


def test_prefixes_may_be_of_any_name() -> None:
    text = (
        '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rss="http://purl.org/rss/1.0/" '
        'xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:x="http://example.org/own"><rss:item>'
        "<x:title>not this</x:title><rss:title>this</rss:title><d:creator>Ada</d:creator></rss:item></r:RDF>"
    )
    (only,) = parse_feed(text).entries
    assert (only.title, only.author) == ("this", Person("Ada", "Ada"))


@pytest.mark.parametrize("place", ["rss", "channel", "item"])
def test_a_feed_that_calls_itself_a_page_is_a_feed(place: str) -> None:
    text = "<rss><channel><title>T</title><item><title>One</title><link>https://a.example/1</link></item></channel></rss>"
    feed = parse_feed(text.replace(f"<{place}>", f'<{place} xmlns="http://www.w3.org/1999/xhtml">'))
    assert [(entry.title, entry.link) for entry in feed.entries] == [("One", "https://a.example/1")]


def test_an_item_of_rdf_that_has_its_address_as_its_name_alone_leads_there() -> None:
    head = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
    names = {"https://a.example/1": "One", "urn:2": "Two"}
    items = "".join(f"<item rdf:about='{name}'><title>{title}</title></item>" for name, title in names.items())
    feed = parse_feed(f"<rdf:RDF {head}>{items}</rdf:RDF>")
    assert [(entry.id, entry.link) for entry in feed.entries] == [
        ("https://a.example/1", "https://a.example/1"),
        ("urn:2", None),
    ]


@pytest.mark.parametrize("prefix", ["rdf", "r", "RDF", "ns1"])
def test_attributes_are_known_under_any_prefix_of_their_namespace(prefix: str) -> None:
    head = (
        f'xmlns:{prefix}="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:e="http://purl.oclc.org/net/rss_2.0/enc#"'
    )
    file = f'<e:enclosure {prefix}:resource="https://a.example/1.mp3" e:length="7" e:type="audio/mpeg"/>'
    item = f'<item {prefix}:about="https://a.example/1"><title>One</title>{file}</item>'
    [entry] = parse_feed(f"<{prefix}:RDF {head}>{item}</{prefix}:RDF>").entries
    assert (entry.id, entry.link) == ("https://a.example/1", "https://a.example/1")
    assert entry.enclosures == (Enclosure("https://a.example/1.mp3", "audio/mpeg", 7),)
