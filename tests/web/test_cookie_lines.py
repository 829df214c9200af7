"""Cookies of a file or a command: whatever stands there, only what a Cookie header may hold comes out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.web.access import Access, OwnCookie, is_of_origin
from tuinews.web.cookie_lines import cookies_of


def test_a_file_has_its_seven_columns() -> None:
    text = (
        "# Netscape HTTP Cookie File\r\n\r\n"
        ".Paper.Example\tTRUE\t/news\tTRUE\t1999999999\tsid\ta=b c\r\n"
        "#HttpOnly_www.paper.example\tFALSE\t/\tFALSE\t-1\tempty\t\r\n"
        "#paper.example\tFALSE\t/\tFALSE\t0\tcommented\tout\r\n"
        "too\tfew\tcolumns\r\n"
    )
    assert cookies_of(text, "paper.example") == (
        OwnCookie("paper.example", "sid", "a=b c", True, "/news", True, 1999999999.0),
        OwnCookie("www.paper.example", "empty", ""),
    )


def test_a_line_of_pairs_is_the_hosts_own() -> None:
    assert cookies_of(" a=1; b=x=y ;bad; c d=2\n", "h.example") == (
        OwnCookie("h.example", "a", "1"),
        OwnCookie("h.example", "b", "x=y"),
    )


@pytest.mark.parametrize("text", ["", "\n", "no cookie", "a=1\nb=2", "=x", "<html>\t\t\t\t\t\t</html>"])
def test_what_has_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no cookies"):
        cookies_of(text, "h.example")


@given(st.text())
def test_no_text_gives_more_than_a_header_may_hold(text: str) -> None:
    try:
        found = cookies_of(text, "h.example")
    except ValueError:
        return
    for cookie in found:
        assert f"{cookie.name}{cookie.value}".isascii()
        assert f"{cookie.name}{cookie.value}".isprintable()
        assert not {";", "\t"} & set(cookie.name + cookie.value)


@given(
    st.lists(st.text(st.characters(exclude_characters="\t\r\n"), max_size=9), min_size=7, max_size=7),
    st.booleans(),
)
def test_no_line_of_a_file_does_either(columns: list[str], number: bool) -> None:
    line = "\t".join([*columns[:4], "0" if number else columns[4], *columns[5:]])
    try:
        (cookie,) = cookies_of(line, "h.example")
    except ValueError:
        return
    assert (cookie.name + cookie.value).isprintable()


@pytest.mark.parametrize(
    ("url", "goes"),
    [
        ("https://paper.example/news", True),
        ("https://paper.example/news/1?a=b", True),
        ("https://www.paper.example/news/", True),
        ("https://paper.example/newspaper", False),
        ("https://paper.example/", False),
        ("http://paper.example/news", False),
        ("https://xpaper.example/news", False),
        ("https://paper.example.other.example/news", False),
    ],
)
def test_a_cookie_goes_where_a_browser_would_send_it(url: str, goes: bool) -> None:
    assert OwnCookie("paper.example", "a", "b", True, "/news", True).goes_to(url) is goes


@pytest.mark.parametrize(
    ("url", "own"),
    [
        ("https://a.example/x", True),
        ("https://A.example:443/", True),
        ("http://a.example/", False),
        ("https://a.example:8443/", False),
        ("https://www.a.example/", False),
        ("https://a.example@b.example/", False),
        ("https://[::1", False),
    ],
)
def test_an_origin_is_scheme_host_and_port(url: str, own: bool) -> None:
    assert is_of_origin(url, "https://a.example/feed") is own


def test_nothing_secret_is_in_what_is_printed_of_it() -> None:
    access = Access(
        "Mozilla", ("https://a.example",), (("X-A", "s3cr3t"),), (OwnCookie("a", "b", "s3cr3t"),), ("u", "s3cr3t")
    )
    assert "s3cr3t" not in f"{access!r}{access}{access.cookies!r}"
