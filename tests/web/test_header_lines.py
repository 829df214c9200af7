"""One bad header line costs that line, not the answer."""

from typing import Any

import h11
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.web.connections.header_lines import MAX_HEAD, HeaderLines

GOOD = b"Content-Type: text/xml\r\nContent-Length: 4\r\n"


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (b"X-XSS-Protection 0\r\n", b""),
        (b"X Powered By: PHP\r\n", b""),
        (b"X-Stra\xdfe: 1\r\n", b""),
        (b": no name\r\n", b""),
        (b"X-Blank : 1\r\n", b"X-Blank: 1\r\n"),
        (b"X-Tab\t:\t1\t\r\n", b"X-Tab: 1\r\n"),
        (b"X-Control: a\x00b\x0bc\r\n", b"X-Control: a b c\r\n"),
        (b"X-Long: a\r\n  b\r\n\tc\r\n", b"X-Long: a b c\r\n"),
        (b"bad line\r\n goes on\r\n", b""),
        (b"X-Line: feed alone\nX-Other: 1\r\n", b"X-Line: feed alone\r\nX-Other: 1\r\n"),
        (b"Transfer-Encoding: gzip\r\n", b""),
        (b"Content-Length: none\r\n", b""),
        (b"Content-Length: -1\r\n", b""),
        (b"Transfer-Encoding: identity\r\n", b""),
        (b"Set-Cookie: a=\xc3\xa9\r\n", b"Set-Cookie: a=\xc3\xa9\r\n"),
    ],
)
def test_a_line_is_mended_or_dropped_and_the_others_stay(lines: bytes, kept: bytes) -> None:
    for head in (lines + GOOD, GOOD + lines):
        mended = HeaderLines().mended(b"HTTP/1.1 200 OK\r\n" + head + b"\r\nbody")
        assert mended == b"HTTP/1.1 200 OK\r\n" + head.replace(lines, kept) + b"\r\nbody"


@pytest.mark.parametrize(
    ("status", "mended"),
    [
        (b"HTTP/2 200 OK", b"HTTP/1.1 200 OK"),
        (b"http/1.0 200", b"HTTP/1.0 200"),
        (b"ICY 200 OK", b"HTTP/1.1 200 OK"),
        (b"HTTP/1.1  200 OK", b"HTTP/1.1 200 OK"),
        (b"HTTP/1.0\t200 OK", b"HTTP/1.0 200 OK"),
    ],
)
def test_a_version_that_cannot_be_is_the_usual_one(status: bytes, mended: bytes) -> None:
    assert HeaderLines().mended(status + b"\r\r\nA: 1\r\r\n\r\r\nbody") == mended + b"\r\nA: 1\r\n\r\nbody"


def test_chunks_are_believed_where_some_come() -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"
    lines = HeaderLines()
    assert lines.mended(head) == b""  # what follows tells
    assert lines.mended(b"5\r\n<rss>") == b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>"
    assert HeaderLines().mended(head + b"<rss>") == b"HTTP/1.1 200 OK\r\n\r\n<rss>"


def test_bodies_pass_and_each_request_begins_a_head() -> None:
    lines = HeaderLines()
    assert lines.mended(b"HTTP/1.1 200 OK\r\n\r\n") == b"HTTP/1.1 200 OK\r\n\r\n"
    assert lines.mended(b"no colon\r\n\r\n") == b"no colon\r\n\r\n"
    lines.next_answer()
    assert (
        lines.mended(b"\r\nHTTP/1.1 304 Not Modified\r\nno colon\r\n\r\n") == b"HTTP/1.1 304 Not Modified\r\n\r\n"
    )


def test_hints_that_come_before_the_answer_have_a_head_of_their_own() -> None:
    both = b"HTTP/1.1 103 Early Hints\r\nbad\r\n\r\nHTTP/1.1 200 OK\r\nbad\r\n\r\nbody"
    assert HeaderLines().mended(both) == b"HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\n\r\nbody"


@pytest.mark.parametrize("data", [b"SSH-2.0-OpenSSH\r\n", b"<html>", b"H" * (MAX_HEAD + 1)])
def test_what_is_no_answer_is_not_held(data: bytes) -> None:
    assert HeaderLines().mended(data) == data


def test_a_head_that_ends_with_its_connection_or_never_is_passed_on() -> None:
    lines = HeaderLines()
    assert lines.mended(b"HTTP/1.1 200 OK\r\nX: y") == b""
    assert lines.mended(b"") == b"HTTP/1.1 200 OK\r\nX: y"
    lines.next_answer()
    endless = b"HTTP/1.1 200 OK\r\nX: " + b"y" * MAX_HEAD
    assert lines.mended(endless) == endless


@given(st.lists(st.binary(max_size=30), max_size=8), st.data())
def test_whatever_lines_there_are_h11_takes_what_is_passed_on(lines: list[bytes], data: Any) -> None:
    head = b"HTTP/1.1 200 OK\r\n" + b"".join(line.replace(b"\n", b"") + b"\r\n" for line in lines) + b"\r\n"
    head = head[: head.index(b"\r\n\r\n") + 4]
    cut = data.draw(st.integers(0, len(head)))
    mender = HeaderLines()
    mended = mender.mended(head[:cut]) + mender.mended(head[cut:]) if cut else mender.mended(head)
    assert mended == HeaderLines().mended(head), "in two pieces as in one"
    client = h11.Connection(h11.CLIENT)
    client.send(h11.Request(method="GET", target="/", headers=[("Host", "a.example")]))
    client.receive_data(mended)
    said = {line.partition(b":")[0].strip().lower() for line in lines}
    if said.isdisjoint({b"content-length", b"transfer-encoding"}):
        assert isinstance(client.next_event(), h11.Response)
