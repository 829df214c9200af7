"""Addresses: what may be fetched, what a person meant, and what makes two of them one article."""

from urllib.parse import urljoin

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tuinews.address import canonical, host_of, join, masked, same_origin, source_key, tidy, without_secrets


@pytest.mark.parametrize(
    ("base", "href", "joined"),
    [
        ("https://a.vn/x/", "../tin.htm", "https://a.vn/tin.htm"),
        ("https://a.vn/x", "//b.vn/y", "https://b.vn/y"),
        ("https://a.vn/x", "?id=1", "https://a.vn/x?id=1"),
        ("https://a.vn/x", "đà nẵng", "https://a.vn/%C4%91%C3%A0%20n%E1%BA%B5ng"),
        ("https://a.vn/x/", r"\b\c.htm?q=\d", r"https://a.vn/b/c.htm?q=\d"),
        ("https://a.vn/x/", r"https:\/\/b.vn\/c", "https://b.vn/c"),
        ("https://a.vn", "\n /tin\t.htm ", "https://a.vn/tin.htm"),
        ("https://a.vn", "\u200e/tin.htm\u200b", "https://a.vn/tin.htm"),
        (None, "http://bücher.example/a", "http://xn--bcher-kva.example/a"),
        (None, "https://faß.de/a", "https://xn--fa-hia.de/a"),
        (None, "https://FAẞ.de:8080/ä", "https://xn--fa-hia.de:8080/%C3%A4"),
        (None, "https://βόλος.com./", "https://xn--nxasmm1c.com./"),
        (None, "https://日本語。ｊｐ/", "https://xn--wgv71a119e.jp/"),
        (None, "https://a_b.é.example/", "https://a_b.xn--9ca.example/"),
        (None, "https://r3---sn.é.example/", "https://r3---sn.xn--9ca.example/"),
        (None, "https://i❤.ws/", "https://xn--i-7iq.ws/"),
        (None, "https://i❤\ufe0f.ws/", "https://xn--i-7iq.ws/"),
        (None, "https://xn--fa-hia.de/ä", "https://xn--fa-hia.de/%C3%A4"),
        (None, "https://xn--i-7iq.ws/a", "https://xn--i-7iq.ws/a"),
        (None, "https://نامه\u200cای.com/", "https://xn--mgba3gch31f060k.com/"),
        (None, "http://[::1]:80/ä", "http://[::1]:80/%C3%A4"),
        (None, "https://a\u200cb.com/", None),
        (None, "https://1א.com/", None),
        (None, "https://℀.example/", None),
        (None, "https://é..example/", None),
        (None, "https://.é/", None),
        (None, "https://\u00ad/", None),
        (None, "https://" + "é" * 70 + ".de/", None),
        ("https://a.vn", "javascript:alert(1)", None),
        ("https://a.vn", "data:text/html,x", None),
        ("https://a.vn", "file:///etc/passwd", None),
        ("https://a.vn", "http://[::1", None),
        ("https://a.vn", "http://a.vn:99999999/", None),
        ("https://a.vn", "", None),
        ("https://a.vn", "x" * 5000, None),
        (None, "/only/a/path", None),
    ],
)
def test_a_link_is_joined_to_the_address_of_its_page(base: str | None, href: str, joined: str | None) -> None:
    assert join(base, href) == joined


_SEGMENTS = st.lists(
    st.sampled_from(["a", "Tin-moi", "..", ".", "", "b.htm", ".c", "d;e", "%C3", "f:g"]), max_size=4
)
_PATHS = st.builds(
    lambda parts, query: "/" + "/".join(parts) + query, _SEGMENTS, st.sampled_from(["", "?q=/../x"])
)


@given(
    st.sampled_from(["https://a.vn", "http://b", "http://c.example:8080"]), st.one_of(st.just(""), _PATHS), _PATHS
)
def test_a_plain_path_is_joined_as_any_other(host: str, path: str, href: str) -> None:
    assume(not href.startswith("//"))  # another host, whose port may be none
    assert join(host + path, href) == urljoin(host + path, href)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("tuoitre.vn", "https://tuoitre.vn/"),
        (" <https://tuoitre.vn/rss> ", "https://tuoitre.vn/rss"),
        ("localhost:8000/rss.xml", "http://localhost:8000/rss.xml"),
        ("127.0.0.1:8000", "http://127.0.0.1:8000/"),
        ("feed://example.org/rss", "https://example.org/rss"),
        ("feed:https://example.org/rss", "https://example.org/rss"),
        ("feed:example.org/rss", "https://example.org/rss"),
        ("rss://example.org/rss", "https://example.org/rss"),
        ("pcast://example.org/pod.xml", "https://example.org/pod.xml"),
        ("itpc://example.org/pod.xml", "https://example.org/pod.xml"),
        ("feed:://example.org/rss", "https://example.org/rss"),
        ("FEED://www.example.org", "https://www.example.org/"),
        ("nas:8080/rss", "http://nas:8080/rss"),
        ("192.168.1.5:8080/rss", "http://192.168.1.5:8080/rss"),
        ("10.0.0.2/rss", "http://10.0.0.2/rss"),
        ("news.example.org:8080/rss", "http://news.example.org:8080/rss"),
        ("news.example.org:443/rss", "https://news.example.org:443/rss"),
        ("printer.local/rss", "http://printer.local/rss"),
        ("mailto:someone", None),
        ("someone:secret@example.org", None),
        ("word:word", None),
        ('os.chdir("out/x")', None),
        ("https://os.chdir(x)/", None),
        ("s.send(code);", None),
        ("a..b", None),
        ("https://a_b.example.org", "https://a_b.example.org/"),
        ("http://[::1]:8080/f", "http://[::1]:8080/f"),
        ("đà-nẵng.vn", "https://xn---nng-zna70au54p.vn/"),
        ("HTTP://Example.org", "HTTP://Example.org/"),
        ("\u200e\u202ahttps://a.vn/f\u202c", "https://a.vn/f"),
        ("word", None),
        ("two words.vn", None),
        ("someone@example.org", None),
        ("ftp://example.org", None),
        ("", None),
        ("http://lan:a#b@a.vn:8080/f", "http://lan:a%23b@a.vn:8080/f"),
        ("https://lan:a/b?c@a.vn/f?y=1", "https://lan:a%2Fb%3Fc@a.vn/f?y=1"),
        ("https://lan:a%23b@a.vn/", "https://lan:a%23b@a.vn/"),
        ("http://a.vn:8080/to/@lan", "http://a.vn:8080/to/@lan"),
        ("https://a.vn/a:b/c@d", "https://a.vn/a:b/c@d"),
    ],
)
def test_what_was_typed(typed: str, address: str | None) -> None:
    assert (tidy(typed) or "").lower() == (address or "").lower()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.a.vn/tin.htm", "https://a.vn/tin.htm"),
        ("https://a.vn/tin?utm_source=rss&id=3", "https://a.vn/tin?id=3#binh-luan"),
        ("https://m.a.vn/tin/", "https://a.vn/tin"),
        ("https://amp.a.vn/tin", "https://a.vn/tin"),
        ("https://a.vn/tin/amp/", "https://a.vn/tin"),
        ("https://a.vn/tin.amp.html", "https://a.vn/tin.html"),
        ("https://a.vn/%C4%91", "https://a.vn/đ"),
        ("https://a.vn:443/x?b=2&a=1", "https://a.vn/x?a=1&b=2"),
        ("https://a.vn/tin;jsessionid=0A1B.node2?id=3", "https://a.vn/tin?id=3"),
        ("https://a.vn/tin?id=3&PHPSESSID=9f", "https://a.vn/tin?PHPSESSID=&id=3"),
        ("https://a.vn/t?t=1&sid=0123456789abcdef0123456789abcdef", "https://a.vn/t?t=1"),
        ("https://a.vn/t?t=1&sid=k3v9q2", "https://a.vn/t?sid=aa11bb&t=1"),
        ("https://a.vn/(S(0a1b2c3d4e5f6g7h8i9j0k1l))/tin.aspx", "https://a.vn/tin.aspx"),
    ],
)
def test_two_spellings_of_an_address_are_one_article(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.vn/tin?id=1", "https://a.vn/tin?id=2"),
        ("https://a.vn/1", "https://b.vn/1"),
        ("https://a.vn:8080/", "https://a.vn/"),
        ("https://m.vn/", "https://vn/"),
        ("https://a.vn/article.php?sid=12", "https://a.vn/article.php?sid=13"),
        ("https://a.vn/#/tin/1", "https://a.vn/#/tin/2"),
        ("https://a.vn/#!tin/1", "https://a.vn/"),
    ],
)
def test_two_addresses_that_differ_in_what_counts_are_two_articles(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://blog.example/feed", "https://blog.example/feed"),
        ("https://blog.example/feed", "https://www.blog.example/feed/"),
        ("https://Blog.EXAMPLE./", "https://blog.example"),
        ("http://blog.example:80/x", "https://blog.example:443/x"),
        ("https://a.vn/tin?utm_source=app&utm_medium=x#moi", "https://a.vn/tin"),
        ("https://a.vn/?b=2&fbclid=zz&a=1", "https://a.vn/?a=1&b=2"),
        ("https://a.vn/?rss", "https://a.vn/?rss="),
        ("https://a.vn/rss;jsessionid=0A?b=1&PHPSESSID=2", "https://a.vn/rss?b=1"),
        ("https://a.vn/%7euser/%c4%91", "https://a.vn/~user/đ"),
        ("https://báo.vn/", "https://xn--bo-mia.vn/"),
    ],
)
def test_two_spellings_of_an_address_are_one_source(one: str, other: str) -> None:
    assert source_key(one) == source_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.vn/", "https://a.vn/?rss=1"),
        ("https://a.vn/?rss=1", "https://a.vn/?rss=2"),
        ("https://a.vn/tin?partner=x", "https://a.vn/tin"),
        ("https://a.vn/tin?feature=video", "https://a.vn/tin?feature=text"),
        ("https://a.vn/tin?tag=a&tag=b", "https://a.vn/tin?tag=b&tag=a"),
        ("https://m.a.vn/tin", "https://a.vn/tin"),
        ("https://amp.a.vn/tin", "https://a.vn/tin"),
        ("https://www2.a.vn/tin", "https://a.vn/tin"),
        ("https://a.vn/tin/amp", "https://a.vn/tin"),
        ("https://a.vn/Tin", "https://a.vn/tin"),
        ("https://a.vn/a%2Fb", "https://a.vn/a/b"),
        ("https://a.vn/?q=%E9", "https://a.vn/?q=%E8"),
        ("https://a.vn:8080/", "https://a.vn/"),
        ("https://a.vn:80/", "https://a.vn/"),
        ("https://ann:key@a.vn/feed", "https://bob:key@a.vn/feed"),
        ("https://www.vn/", "https://vn/"),
        ("tuinews:pages", "tuinews:guide"),
        ("lost:1", "lost:2"),
    ],
)
def test_two_addresses_that_differ_in_what_counts_are_two_sources(one: str, other: str) -> None:
    assert source_key(one) != source_key(other)


@pytest.mark.parametrize("broken", ["", "http://[::1", "https://a.vn:99999999/", "mailto:a@b.vn"])
def test_what_is_no_address_is_its_own_key(broken: str) -> None:
    assert source_key(broken) == broken


@pytest.mark.parametrize(
    ("url", "shown", "bare"),
    [
        ("https://ana:sesame@a.vn/rss", "https://ana:•••@a.vn/rss", "https://ana@a.vn/rss"),
        ("https://ana:ses@me@a.vn/", "https://ana:•••@a.vn/", "https://ana@a.vn/"),
        ("https://ana:ses/ame@a.vn/", "https://ana:•••@a.vn/", "https://ana@a.vn/"),
        ("https://ana:%73esame@a.vn:8443/", "https://ana:•••@a.vn:8443/", "https://ana@a.vn:8443/"),
        ("https://sesame@a.vn/", "https://•••@a.vn/", "https://a.vn/"),
        ("https://sesame:x-oauth-basic@a.vn/", "https://•••@a.vn/", "https://a.vn/"),
        ("https://:sesame@a.vn/", "https://•••@a.vn/", "https://a.vn/"),
        ("ftp://ana:sesame@a.vn/", "ftp://ana:•••@a.vn/", "ftp://ana@a.vn/"),
        ("https://a.vn/?token=sesame&id=3", "https://a.vn/?token=•••&id=3", "https://a.vn/?id=3"),
        ("https://a.vn/?id=3&API_KEY=sesame#x", "https://a.vn/?id=3&API_KEY=•••#x", "https://a.vn/?id=3#x"),
        ("https://a.vn/?accessToken=sesame", "https://a.vn/?accessToken=•••", "https://a.vn/"),
        ("https://a.vn/?X-Amz-Signature=sesame", "https://a.vn/?X-Amz-Signature=•••", "https://a.vn/"),
        ("https://a.vn/?%74oken=sesame", "https://a.vn/?%74oken=•••", "https://a.vn/"),
        ("https://a.vn/?auth=sesame&sig=sesame", "https://a.vn/?auth=•••&sig=•••", "https://a.vn/"),
        ("https://a.vn/?u[password]=sesame", "https://a.vn/?u[password]=•••", "https://a.vn/"),
    ],
)
def test_what_is_secret_in_an_address_is_shown_to_nobody(url: str, shown: str, bare: str) -> None:
    assert masked(url) == shown
    assert without_secrets(url) == bare
    assert masked(shown) == shown


@pytest.mark.parametrize(
    "url",
    [
        "https://a.vn/@ana/tin?id=3&keyword=bão&author=ana&page=2",
        "https://a.vn:8443/tin@ana:x",
        "https://a.vn/?q=monkey&tokens=3&design=1&passage=2",
        "https://a.vn/?token=",
        "tuinews:pages",
        "/home/ana/a@b.html",
        "",
    ],
)
def test_what_is_no_secret_is_shown(url: str) -> None:
    assert masked(url) == url


def test_user_and_password_stay_with_an_address_that_is_not_ascii() -> None:
    assert join(None, "https://ana:sésame@a.vn/đ") == "https://ana:s%C3%A9same@a.vn/%C4%91"


def test_a_port_that_is_the_default_is_the_same_origin() -> None:
    assert same_origin("http://127.0.0.1:80/a", "http://127.0.0.1/b")
    assert not same_origin("http://127.0.0.1:80/a", "http://127.0.0.1:81/b")
    assert host_of("https://WWW.A.vn/x") == "a.vn"
    assert host_of("http://[broken") == ""


def test_a_scheme_in_capitals_is_the_same_scheme() -> None:
    assert join("https://a.example/b", "HTTP://b.example/C") == "http://b.example/C"
    assert join(None, "\x01\x1fhttp://b.example/\x1b") == "http://b.example/"
    assert join("https://a.example/", "/b\x0ec") == "https://a.example/b%0Ec"
    assert join("https://a.example/", "// e") is None
    assert join(None, "Https://[2001:DB8::1]/x") == "https://[2001:DB8::1]/x"


@given(
    st.sampled_from(["http://", "https://"]),
    st.lists(
        st.sampled_from(["www.", "m.", "amp.", "a", "b-1.", "example", ".vn", ".", "9"]), min_size=1, max_size=5
    ),
    st.lists(
        st.sampled_from(["/", "/amp", ".amp.html", "tin-1", "a.html", "~&b", "+=,", "//", "..", "@"]), max_size=6
    ),
)
def test_an_address_that_is_read_at_a_glance_is_the_one_that_is_taken_apart(
    scheme: str, host: list[str], path: list[str]
) -> None:
    plain = f"{scheme}{''.join(host)}/{''.join(path)}"
    assert canonical(plain) == canonical(f"{plain}?"), (
        "a question mark alone says nothing, but is read the long way"
    )
