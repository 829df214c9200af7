"""What an address is, what a page announces, and the feeds of well-known hosts."""

from urllib.parse import unquote

import pytest

from tuinews.extract.discover import announced_feeds, kind_of, known_feed, looks_like_feed, usual_places
from tuinews.model.source import SourceKind

FEED, LISTING, SITEMAP = SourceKind.FEED, SourceKind.LISTING, SourceKind.SITEMAP


@pytest.mark.parametrize(
    ("text", "content_type", "kind"),
    [
        ('<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', "text/html", FEED),
        ('\ufeff\n <!-- made by us -->\n<feed xmlns="http://www.w3.org/2005/Atom">', None, FEED),
        (
            '<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><rdf:RDF xmlns="http://purl.org/rss/1.0/">',
            None,
            FEED,
        ),
        ("<a10:feed>", "application/xml", FEED),
        (
            "<br />\n<b>Warning</b>: something in line 3<br />\n<?xml version='1.0'?><rss><channel>",
            "text/html",
            FEED,
        ),
        ("<!DOCTYPE rss [<!ENTITY x 'y'>]><rss>", None, FEED),
        ('{"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": []}', "application/json", FEED),
        ('{"error": "not found"}', "application/json", LISTING),
        ("<!DOCTYPE html><html><body>Not found</body></html>", "application/rss+xml", LISTING),
        (
            "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html xmlns='http://www.w3.org/1999/xhtml'>",
            "text/xml",
            LISTING,
        ),
        ("<html><body><pre>&lt;rss&gt;</pre><rss></rss></body></html>", None, LISTING),
        ('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', "text/xml", SITEMAP),
        ("<?xml version='1.0'?><sitemapindex>", "text/html", SITEMAP),
        ("<item><title>x</title></item>", "application/rss+xml; charset=utf-8", FEED),
        ("<script>var a = '<div>';</script>\n<?xml version='1.0'?><rss><channel>", "text/html", FEED),
        ("<style>p {}</style><feed xmlns='http://www.w3.org/2005/Atom'>", None, FEED),
        ("<script>var a = '<rss>'</script><div>x</div>", "text/html", LISTING),
        ("", "text/html", LISTING),
        ("<feedback>thanks</feedback>", None, LISTING),
    ],
)
def test_content_decides_what_it_is(text: str, content_type: str | None, kind: SourceKind) -> None:
    assert kind_of(text, content_type) is kind


def feeds_of(head: str, url: str = "https://a.example/", body: str = "") -> list[str]:
    return [feed.url for feed in announced_feeds(f"<html><head>{head}</head><body>{body}</body></html>", url)]


def test_announced_feeds_in_order_without_those_of_comments() -> None:
    head = (
        '<link rel="alternate" type="application/rss+xml" title="Post" href="/feed/">'
        '<link rel="alternate" type="application/rss+xml" title="Post » Comments Feed" href="/comments/feed/">'
        '<link rel="ALTERNATE" type="Application/Atom+XML; charset=utf-8" href="//a.example/atom.xml">'
        '<link rel="alternate" type="application/json+oembed" href="/oembed">'
        '<link rel="alternate" type="text/xml+oembed" href="/oembed?format=xml">'
        '<link rel="alternate" hreflang="de" href="/de/">'
        '<link rel="alternate" type="application/feed+json" href="feed:https://a.example/feed.json">'
    )
    assert feeds_of(head) == [
        "https://a.example/feed/",
        "https://a.example/atom.xml",
        "https://a.example/feed.json",
    ]


COMMENTS = (
    "Feed dei commenti",
    "خلاصة التعليقات",
    "ความเห็นฟีด",
    "Kanał z komentarzami",
    "Xyz abc",
    "Yorumlar beslemesi",
)


@pytest.mark.parametrize("words", COMMENTS)
@pytest.mark.parametrize(
    "body", ["<article><h1>A bridge</h1><p>Text.</p></article>", "<div><h1>A bridge</h1></div>"]
)
def test_comments_on_a_post_are_told_in_any_language(words: str, body: str) -> None:
    link = '<link rel="alternate" type="application/rss+xml" title="{}" href="{}">'
    feeds = [("Blog » Feed", "/feed/"), (f"Blog » A bridge {words}", "/a-bridge/feed/")]
    is_marked = "<article>" not in body
    of_all = [(f"Blog » {words}", "/comments/feed/")] if is_marked else []
    head = "".join(link.format(*feed) for feed in [*feeds, *of_all])
    assert feeds_of(head, "https://a.example/a-bridge/", body) == ["https://a.example/feed/"]


def test_the_feed_of_a_category_stays_where_that_of_comments_goes() -> None:
    link = '<link rel="alternate" type="application/rss+xml" title="{}" href="{}">'
    feeds = [
        ("Blog » Nguồn", "/feed/"),
        ("Blog » Nguồn xyz", "/comments/feed/"),
        ("Blog » Town", "/category/town/feed/"),
    ]
    head = "".join(link.format(*feed) for feed in feeds)
    body = "<h1>Town</h1>" + "<article><h2>x</h2></article>" * 4
    assert feeds_of(head, "https://a.example/category/town/", body) == [
        "https://a.example/category/town/feed/",
        "https://a.example/feed/",
    ]


def test_feeds_are_announced_under_many_types_and_in_the_header() -> None:
    head = (
        '<link rel=alternate type="application/json" href="/feed.json2">'
        '<link rel=alternate type="application/json" href="/wp-json/wp/v2/posts/1">'
        '<link rel=alternate type="application/json" href="/settings">'
        '<link rel=alternate type="application/xml+rss" href="/a"><link rel="feed" href="/b">'
        '<link rel=alternate type="text/json" href="/feed.json">'
    )
    assert feeds_of(head) == [f"https://a.example/{name}" for name in ("feed.json2", "a", "b", "feed.json")]
    header = '</w>; rel="alternate"; type="application/rss+xml", <x>; rel=feed; title="a, b", </c>; rel=next'
    assert [feed.url for feed in announced_feeds("<p>", "https://a.example/y/", header)] == [
        "https://a.example/y/x",
        "https://a.example/w",
    ]


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("/?s=sea", "/search/sea/feed/rss2/"),
        ("/viewforum.php?f=12", "/app.php/feed/forum/12"),
        ("/tim?q=b%C3%A3o", "/rss?q=b%C3%A3o"),
        ("/tag/b%C3%A3o", "/tag/bão.rss"),
    ],
)
def test_the_feed_of_what_is_asked_for_comes_before_that_of_the_site(page: str, feed: str) -> None:
    head = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="{one}">'
        for one in ("/feed/", "/app.php/feed", feed)
    )
    assert unquote(feeds_of(head, f"https://a.example{page}")[0]) == unquote(f"https://a.example{feed}")


def test_the_feed_of_the_very_category_comes_first() -> None:
    head = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="/rss/{name}.rss">'
        for name in ("home", "the-gioi", "kinh-te")
    )
    assert feeds_of(head, "https://bao.example/kinh-te.htm")[0] == "https://bao.example/rss/kinh-te.rss"


def test_links_that_look_like_feeds_where_none_is_announced() -> None:
    body = '<a href="/about">About</a><a href="rss.xml">RSS</a><a href="/feedback">Feedback</a>'
    assert feeds_of("", body=body) == ["https://a.example/rss.xml"]


def test_a_feed_is_told_with_its_title() -> None:
    (feed,) = announced_feeds(
        '<link rel=alternate type="application/rss+xml" title="Tin  mới" href=/r.rss>', "https://b.example/"
    )
    assert (feed.title, feed.kind) == ("Tin mới", FEED)


def test_usual_places_are_few_and_begin_with_the_page_itself() -> None:
    places = usual_places("https://a.example/category/boats/")
    assert places[0] == "https://a.example/category/boats/feed"
    assert "https://a.example/feed" in places
    assert len(places) <= 9
    assert usual_places("https://a.example/kinh-te.htm")[0] == "https://a.example/feed"


def test_a_link_that_is_called_rss_is_one_whatever_its_address() -> None:
    explained = '<a href="/rss-explained">What is RSS?</a>'
    for called in (" RSS ", '<img src="/rss.png" alt="Atom feed">'):
        page = f'<p><a href="/syndication?section=all">{called}</a> {explained}</p>'
        found = announced_feeds(page, "https://a.example/")
        assert [feed.url for feed in found] == ["https://a.example/syndication?section=all"]


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        (
            "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv/videos",
            "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv",
        ),
        (
            "https://www.youtube.com/playlist?list=PL12",
            "https://www.youtube.com/feeds/videos.xml?playlist_id=PL12",
        ),
        ("https://m.youtube.com/user/somebody", "https://www.youtube.com/feeds/videos.xml?user=somebody"),
        ("https://www.youtube.com/@somebody", None),
        ("https://github.com/o-o/r.r", "https://github.com/o-o/r.r/releases.atom"),
        ("https://github.com/o/r/releases", "https://github.com/o/r/releases.atom"),
        ("https://github.com/o/r/tags", "https://github.com/o/r/tags.atom"),
        ("https://github.com/o/r/commits/main/", "https://github.com/o/r/commits/main.atom"),
        ("https://github.com/o", "https://github.com/o.atom"),
        ("https://github.com/trending/python", None),
        ("https://gitlab.com/g/s/p/-/tags", "https://gitlab.com/g/s/p/-/tags?format=atom"),
        ("https://old.reddit.com/r/Python/", "https://www.reddit.com/r/Python/.rss"),
        ("https://www.reddit.com/r/Python/top", "https://www.reddit.com/r/Python/top/.rss"),
        ("https://hachyderm.example/@ada", "https://hachyderm.example/@ada.rss"),
        ("https://medium.com/@ada", "https://medium.com/feed/@ada"),
        ("https://www.tiktok.com/@ada", None),
        ("https://quiet.substack.com/archive", "https://quiet.substack.com/feed"),
        ("https://quay.wordpress.com/category/town/", "https://quay.wordpress.com/category/town/feed/"),
        ("https://quay.wordpress.com", "https://quay.wordpress.com/feed/"),
        ("https://quay.wordpress.com/2020/01/01/a-post/", None),
        ("http://quay.blogspot.com/", "https://quay.blogspot.com/feeds/posts/default"),
        ("https://quay.blogspot.co.uk/search/label/Sea", "https://quay.blogspot.co.uk/feeds/posts/default/-/Sea"),
        ("https://www.tumblr.com/quay", "https://quay.tumblr.com/rss"),
        ("https://www.tumblr.com/dashboard", None),
        ("https://www.tumblr.com/explore", None),
        ("https://codeberg.org/quay", "https://codeberg.org/quay.rss"),
        ("https://codeberg.org/explore", None),
        ("https://codeberg.org/explore/repos", None),
        ("https://bsky.app/profile/ada.example.org", "https://bsky.app/profile/ada.example.org/rss"),
        ("https://lemmy.world/c/news", "https://lemmy.world/feeds/c/news.xml"),
        ("https://lemmy.world/u/ada", "https://lemmy.world/feeds/u/ada.xml"),
        ("https://github.com/o/r.git", "https://github.com/o/r/releases.atom"),
        ("https://github.com/o/r/releases/latest", "https://github.com/o/r/releases.atom"),
        ("https://gitlab.com/g/s/p", "https://gitlab.com/g/s/p.atom"),
        ("https://gitlab.com/g/p/-/issues", None),
        ("https://www.reddit.com/domain/a.example/", "https://www.reddit.com/domain/a.example/.rss"),
        ("https://lobste.rs/~ada", "https://lobste.rs/~ada.rss"),
        ("https://lobste.rs/top", "https://lobste.rs/top.rss"),
        ("https://sourceforge.net/projects/quay/", "https://sourceforge.net/projects/quay/rss"),
        ("https://sourceforge.net/projects/quay/files/v1/", "https://sourceforge.net/projects/quay/rss?path=/v1"),
        ("https://packagist.org/packages/o/r", "https://packagist.org/feeds/package.o/r.rss"),
        ("https://rubygems.org/gems/quay/versions/1.0", "https://rubygems.org/gems/quay/versions.atom"),
        ("https://www.openstreetmap.org/user/ada/diary", "https://www.openstreetmap.org/user/ada/diary/rss"),
        ("https://www.dailymotion.com/quay", "https://www.dailymotion.com/rss/user/quay"),
        ("https://news.ycombinator.com/", "https://news.ycombinator.com/rss"),
        ("https://lobste.rs/t/python", "https://lobste.rs/t/python.rss"),
        ("https://arxiv.org/list/cs.CL/recent", "https://rss.arxiv.org/rss/cs.CL"),
        ("https://www.reddit.com/r/a/top/?t=week", "https://www.reddit.com/r/a/top/.rss?t=week"),
        (
            "https://www.reddit.com/r/a/?f=flair_name%3A%22News%22",
            "https://www.reddit.com/r/a/.rss?f=flair_name%3A%22News%22",
        ),
        (
            "https://www.reddit.com/r/a/search/?q=foo+bar&restrict_sr=1&sort=new",
            "https://www.reddit.com/r/a/search.rss?q=foo+bar&restrict_sr=1&sort=new",
        ),
        ("https://www.reddit.com/search?q=foo", "https://www.reddit.com/search.rss?q=foo"),
        ("https://www.reddit.com/user/x/m/multi/", "https://www.reddit.com/user/x/m/multi/.rss"),
        ("https://www.reddit.com/r/a+b+c", "https://www.reddit.com/r/a+b+c/.rss"),
        ("https://www.reddit.com/", "https://www.reddit.com/.rss"),
        (
            "https://www.reddit.com/r/a/comments/abc/some_title/",
            "https://www.reddit.com/r/a/comments/abc/some_title/.rss",
        ),
        ("https://np.reddit.com/r/a", "https://www.reddit.com/r/a/.rss"),
        ("https://lobste.rs/", "https://lobste.rs/rss"),
        ("https://lobste.rs", "https://lobste.rs/rss"),
        ("https://lobste.rs/newest", "https://lobste.rs/newest.rss"),
        ("https://lobste.rs/t/python,rust", "https://lobste.rs/t/python,rust.rss"),
        ("https://open.substack.com/pub/quiet/p/a-post", "https://quiet.substack.com/feed"),
        ("https://quiet.substack.com/p/foo", "https://quiet.substack.com/feed"),
        ("https://substack.com/@x", None),
        ("https://mastodon.social/tags/python", "https://mastodon.social/tags/python.rss"),
        ("https://mastodon.social/@ada/tagged/python", "https://mastodon.social/@ada/tagged/python.rss"),
        (
            "https://www.youtube.com/watch?v=abc&list=PL12",
            "https://www.youtube.com/feeds/videos.xml?playlist_id=PL12",
        ),
        ("https://www.youtube.com/@foo", None),
        ("https://github.com/o/r/discussions", "https://github.com/o/r/discussions.atom"),
        (
            "https://github.com/o/r/discussions/categories/general",
            "https://github.com/o/r/discussions/categories/general.atom",
        ),
        ("https://github.com/o/r/tree/main", "https://github.com/o/r/commits/main.atom"),
        ("https://github.com/o/r/releases/tag/v1", "https://github.com/o/r/releases.atom"),
        ("https://github.com/o/r/commits", "https://github.com/o/r/commits.atom"),
        ("https://pypi.org/project/httpx/", "https://pypi.org/rss/project/httpx/releases.xml"),
        ("https://pypi.org/project/httpx/#history", "https://pypi.org/rss/project/httpx/releases.xml"),
        ("https://www.npmjs.com/package/react", "https://libraries.io/npm/react/versions.atom"),
        ("https://www.npmjs.com/package/@babel/core", "https://libraries.io/npm/%40babel%2Fcore/versions.atom"),
        ("https://arxiv.org/archive/cs", "https://rss.arxiv.org/rss/cs"),
        (
            "https://arxiv.org/search/?query=tree+search&searchtype=all",
            "https://export.arxiv.org/api/query?search_query=all:tree%20search&sortBy=submittedDate&sortOrder=descending",
        ),
        ("https://arxiv.org/abs/2401.00001", None),
        ("https://news.ycombinator.com/newest", "https://hnrss.org/newest"),
        ("https://news.ycombinator.com/user?id=pg", "https://hnrss.org/user?id=pg"),
        ("https://news.ycombinator.com/item?id=123", "https://hnrss.org/item?id=123"),
        ("https://hn.algolia.com/?q=sqlite+wal", "https://hnrss.org/newest?q=sqlite%20wal"),
        (
            "https://hn.algolia.com/?dateRange=all&page=0&query=sqlite%20wal&sort=byDate&type=story",
            "https://hnrss.org/newest?q=sqlite%20wal",
        ),
        (
            "https://en.wikipedia.org/w/index.php?title=Terminal&action=history",
            "https://en.wikipedia.org/w/index.php?title=Terminal&action=history&feed=atom",
        ),
        (
            "https://en.wikipedia.org/wiki/Terminal?action=history",
            "https://en.wikipedia.org/w/index.php?title=Terminal&action=history&feed=atom",
        ),
        (
            "https://vi.m.wikipedia.org/wiki/H%C3%A0_N%E1%BB%99i?action=history",
            "https://vi.wikipedia.org/w/index.php?title=H%C3%A0_N%E1%BB%99i&action=history&feed=atom",
        ),
        ("https://en.wikipedia.org/wiki/Terminal", None),
        (
            "https://en.wikipedia.org/wiki/Special:RecentChanges",
            "https://en.wikipedia.org/w/index.php?title=Special:RecentChanges&feed=atom",
        ),
        ("https://stackoverflow.com/questions/tagged/python", "https://stackoverflow.com/feeds/tag/python"),
        ("https://stackoverflow.com/tags/python/info", "https://stackoverflow.com/feeds/tag/python"),
        ("https://unix.stackexchange.com/questions/tagged/bash", "https://unix.stackexchange.com/feeds/tag/bash"),
        ("https://stackoverflow.com/questions/123/how", "https://stackoverflow.com/feeds/question/123"),
        ("https://stackoverflow.com", "https://stackoverflow.com/feeds"),
        ("https://tuoitre.vn/tags/abc", "https://tuoitre.vn/tags/abc.rss"),
        ("https://tuoitre.vn/", None),
        ("http://[broken", None),
        ("https://dev.to/t/python", "https://dev.to/feed/tag/python"),
        ("https://medium.com/netflix-techblog", "https://medium.com/feed/netflix-techblog"),
        ("https://medium.com/about", None),
        (
            "https://store.steampowered.com/app/730/Some_Game/",
            "https://store.steampowered.com/feeds/news/app/730/",
        ),
        ("https://crates.io/crates/serde/versions", "https://static.crates.io/rss/crates/serde.xml"),
        ("https://write.as/matt/", "https://write.as/matt/feed/"),
        ("https://buttondown.email/ann/archive/", "https://buttondown.com/ann/rss"),
        ("https://odysee.com/@ann:1", "https://odysee.com/$/rss/@ann:1"),
        ("https://www.pinterest.com/ann/", "https://www.pinterest.com/ann/feed.rss"),
        ("https://www.pinterest.de/ann/bridges/", "https://www.pinterest.com/ann/bridges.rss"),
        ("https://www.pinterest.com/pin/123/", None),
        ("https://www.deviantart.com/ann/gallery", "https://backend.deviantart.com/rss.xml?q=gallery:ann"),
        ("https://ann.itch.io/the-bridge/devlog", "https://ann.itch.io/the-bridge/devlog.rss"),
        ("https://ann.tumblr.com/tagged/bridges", "https://ann.tumblr.com/tagged/bridges/rss"),
    ],
)
def test_a_known_program_has_its_feed_at_a_known_address(page: str, feed: str | None) -> None:
    assert known_feed(page) == feed


@pytest.mark.parametrize(
    "link",
    [
        "<a href='/all' aria-label='RSS'><i class='icon'></i></a>",
        "<a href='/all' aria-label='Theo dõi'><i class='fa fa-rss'></i></a>",
        "<a class='icon-rss' href='/all'></a>",
        "<a href='/all'><svg class='bi bi-rss'></svg></a>",
        "<a href='/all'><svg><use href='/icons.svg#rss'></use></svg></a>",
    ],
)
def test_a_feed_behind_its_sign_alone(link: str) -> None:
    assert [feed.url for feed in announced_feeds(f"<body>{link}", "https://a.example/")] == [
        "https://a.example/all"
    ]


@pytest.mark.parametrize(
    "address", ["/rss.php?id=3", "/feeds/posts/default", "/rss/?cat=1", "/news.atom?x=1", "/blog/feed.xml?lang=en"]
)
def test_an_address_with_a_query_is_meant_as_a_feed(address: str) -> None:
    assert looks_like_feed(f"https://a.example{address}")
    assert not looks_like_feed(f"https://a.example/feedback{address.partition('?')[1]}")
