"""Who wrote an entry: names as people write them, whatever address stands beside them."""

import pytest

from tuinews.extract.feed import feed_listing, parse_feed


def authors(inside: str) -> tuple[str, ...]:
    text = (
        '<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><title>t</title>'
        f"{inside}</item></channel></rss>"
    )
    (entry,) = feed_listing(parse_feed(text), None).entries
    return entry.authors


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("noreply@blogger.com (Trần Văn Bình)", ("Trần Văn Bình",)),
        ("yamada@x.example（山田太郎）", ("山田太郎",)),
        ("ann@x.example [Ann Lee]", ("Ann Lee",)),
        ("ann@x.example - Ann Lee", ("Ann Lee",)),
        ("ann@x.example, Ann Lee", ("Ann Lee",)),
        ("Ann Lee ann@x.example", ("Ann Lee",)),
        ("ann@x.example (Ann Lee (Sydney))", ("Ann Lee (Sydney)",)),
        ("ann@x.example (Ann Lee), bo@x.example (Bo Dam)", ("Ann Lee", "Bo Dam")),
        ("Ann Lee &lt;ann@x.example&gt;, Bo Dam &lt;bo@x.example&gt;", ("Ann Lee", "Bo Dam")),
        ('<![CDATA["Ann Lee" <ann@x.example>]]>', ("Ann Lee",)),
        ('<![CDATA[<a href="mailto:ann@x.example">Ann Lee</a>]]>', ("Ann Lee",)),
        ("z@x.example (Zo&amp;euml; M&amp;uuml;ller)", ("Zoë Müller",)),
        ("ann (at) x.example (Ann Lee)", ("Ann Lee",)),
        ("ann [at] x [dot] example (Ann Lee)", ("Ann Lee",)),
        ("ann@x.example (ann@x.example)", ("ann@x.example",)),
        ("ann@x.example ()", ("ann@x.example",)),
        ("no-reply@x.example", ()),
        ("https://x.example/@ann", ()),
        ("By Ann Lee", ("Ann Lee",)),
        ("Ann Lee / Bo Dam", ("Ann Lee", "Bo Dam")),
        ("Ann Lee, Staff Writer", ("Ann Lee",)),
        ("Trần Bình, phóng viên", ("Trần Bình",)),
        ("Lee, Ann; Dam, Bo", ("Lee, Ann", "Dam, Bo")),
        ("&lt;b&gt;Ann Lee&lt;/b&gt;", ("Ann Lee",)),
        ("AP/Reuters", ("AP/Reuters",)),
        ("By-Lines Press", ("By-Lines Press",)),
        ("Conan O’Brien", ("Conan O’Brien",)),
    ],
)
def test_what_stands_around_a_name_is_left_out(author: str, names: tuple[str, ...]) -> None:
    assert authors(f"<author>{author}</author>") == names
    assert authors(f"<dc:creator>{author}</dc:creator>") == names


def test_a_name_in_another_element_goes_before_an_address_alone() -> None:
    both = "<author>nobody@nowhere.example</author><dc:creator>Ann Lee</dc:creator>"
    assert authors(both) == ("Ann Lee",)


def test_an_entry_from_another_feed_has_that_ones_author() -> None:
    text = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><author><name>Planet</name></author><entry><title>t</title>'
        "<source><title>Other</title><author><name>Ann Lee</name></author></source></entry></feed>"
    )
    (entry,) = feed_listing(parse_feed(text), None).entries
    assert entry.authors == ("Ann Lee",)
