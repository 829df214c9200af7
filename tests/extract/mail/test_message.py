"""Mails as entries: their headers in any charset, their text, and nothing that counts readers."""

import pytest

from tuinews.extract.mail.message import entry_of
from tuinews.extract.mail.tracking import without_tracking

HTML_MAIL = """\
From: =?utf-8?q?L=C6=B0u=2C_B=C3=A1o_L=C3=A0ng?= <tin@lang.example>
To: an@x.example
Subject: =?utf-8?B?VGluIHRyb25nIHR14bqnbg==?=
 =?utf-8?Q?_s=E1=BB=91_12?=
Date: Tue, 24 Nov 2026 08:30:00 +0700
Message-ID: <12@lang.example>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=xx

--xx
Content-Type: text/plain; charset=utf-8

Bản chữ.
--xx
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<html><body><div style=3D"display:none">M=E1=BA=ADt</div><p>Ch=C3=A0o b=E1=BA=A1n.</p>=
<img src=3D"https://cdn.example/a.jpg" width=3D"600"></body></html>
--xx
Content-Type: text/html; name=a.html
Content-Disposition: attachment; filename=a.html

<p>a very long attachment that is no part of what is read, however long it may be</p>
--xx--
"""


def test_a_newsletter_is_an_entry_with_its_text() -> None:
    entry = entry_of(HTML_MAIL.encode())
    assert entry is not None
    assert (entry.id, entry.title, entry.url) == ("12@lang.example", "Tin trong tuần số 12", None)
    assert entry.authors == ("Lưu, Báo Làng",)
    assert entry.published is not None
    assert entry.published.stated == "2026-11-24T08:30+07:00"
    assert entry.content is not None
    assert "Chào bạn." in entry.content
    assert "https://cdn.example/a.jpg" in entry.content
    assert "Mật" not in entry.content
    assert entry.summary == "Chào bạn."


def test_plain_text_is_paragraphs_with_links() -> None:
    entry = entry_of(b"Subject: x\nFrom: a@b.example\n\nMot <hai>\nba https://a.example/1?x=1&y=2.\n\nBon\n")
    assert entry is not None
    assert entry.content == (
        '<p>Mot &lt;hai&gt;<br>ba <a href="https://a.example/1?x=1&amp;y=2">https://a.example/1?x=1&amp;y=2</a>.'
        "</p><p>Bon</p>"
    )
    assert entry.authors == ("a@b.example",)
    assert entry.id.startswith("mail:")


@pytest.mark.parametrize(
    "header",
    [
        "Subject: Tiếng Việt thô".encode(),
        "Subject: Tiếng Việt thô".encode("cp1258", "replace"),
        b"Subject: =?x-unknown?B?////?= =?utf-8?Q?=ZZ",
        b"Subject: =?utf-8?B?not base64!!?=",
        b"Date: Tue, 99 Foo 99999 99:99",
        b"Date: Thu, 01 Jan 0001 00:00:00 +0000",
        b"From: <<<>>>,,,;",
        b"Message-ID: \x1b]52;c;x\x07<>",
        b"Content-Type: text/html; charset=no-such-thing",
        b"Content-Type: multipart/mixed",
        b"Content-Transfer-Encoding: base64",
    ],
)
def test_what_is_wrong_costs_nothing_else(header: bytes) -> None:
    entry = entry_of(header + b"\n\n<p>Ti\xe1\xba\xbfng</p>\n")
    assert entry is None or "\x1b" not in entry.title + entry.id


def test_mails_without_text_or_without_end_are_none() -> None:
    assert entry_of(b"") is None
    assert entry_of(b"Content-Type: image/png\n\nxx") is None
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
    assert entry_of(b"Subject: deep\n" + nested + b"Content-Type: text/plain\n\nend\n") is None


@pytest.mark.parametrize(
    "picture",
    [
        '<img src="https://a.example/x.gif" width="1" height="1">',
        "<img height=1 width=1 src=https://a.example/x>",
        '<img src="https://a.example/x.gif" style="width:1px;height:1px">',
        '<img src="https://a.example/x.gif" style="display: none">',
        '<IMG SRC="https://x.list-manage.com/track/open.php?u=1&id=2">',
        '<img src="https://u1.ct.sendgrid.net/wf/open?upn=abc">',
        '<img src="https://eotrx.substackcdn.com/open?token=x">',
        '<img src="https://lang.example/pixel.gif">',
        '<img src="cid:logo@lang"/>',
        '<img src="data:image/gif;base64,R0lGOD">',
        "<img>",
    ],
)
def test_what_counts_readers_is_taken_out(picture: str) -> None:
    assert without_tracking(f"<p>a</p>{picture}<p>b</p>") == "<p>a</p><p>b</p>"


def test_a_picture_has_no_second_address() -> None:
    html = (
        '<picture><source srcset="https://a.example/open?u=1 2x"><img src="https://a.example/x.jpg" width="600"'
        ' srcset="https://a.example/open?u=2" data-src=https://a.example/open?u=3></picture>'
    )
    assert without_tracking(html) == '<picture><img src="https://a.example/x.jpg" width="600"></picture>'


@pytest.mark.parametrize(
    "picture",
    [
        '<img src="https://a.example/x.jpg">',
        '<img src="https://a.example/open-day.jpg" width="100%" height="auto">',
        '<img src="https://a.example/1x/photo.png" width="600" style="max-width:100%;border:1px solid">',
    ],
)
def test_pictures_that_show_something_stay(picture: str) -> None:
    assert without_tracking(f"<p>a</p>{picture}") == f"<p>a</p>{picture}"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Báo [Sáng] <a@x.example>", "Báo [Sáng]"),
        ("Tin tức, Sáng <a@x.example>", "Tin tức, Sáng"),
        ('"Tin \\"nóng\\", hôm nay" <a@x.example>', 'Tin "nóng", hôm nay'),
        ("Ban biên tập: tin <a@x.example>", "Ban biên tập: tin"),
        ("A@B <a@x.example>", "A@B"),
        ("\x1b[31mLan\x1b[0m <a@x.example>", "Lan"),
        ("<a@x.example>", "a@x.example"),
        ("a@x.example (Lan)", "Lan"),
        ("Lan <>", "Lan"),
    ],
)
def test_a_sender_is_called_by_the_whole_name(written: str, name: str) -> None:
    entry = entry_of(f"Subject: x\nFrom: {written}\n\nchữ\n".encode())
    assert entry is not None
    assert entry.authors == (name,)


def test_a_mail_without_a_subject_is_called_by_its_first_words() -> None:
    entry = entry_of("From: a@x.example\n\nChỉ có chữ, không có chủ đề.\n".encode())
    assert entry is not None
    assert entry.title == "Chỉ có chữ, không có chủ đề."


@pytest.mark.parametrize("raw", [bytes(range(256)) * 10, b"\n\nonly text\n", b"X-Other: 1\n\ntext\n", b""])
def test_what_has_no_header_of_a_mail_is_none(raw: bytes) -> None:
    assert entry_of(raw) is None


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Dòng dài \nngắt mềm \nđến đây.\nDòng mới.\n", "<p>Dòng dài ngắt mềm đến đây.<br>Dòng mới.</p>"),
        ("> trích \n> tiếp\n>> sâu\nlời\n", "<p>&gt; trích tiếp<br>&gt;&gt; sâu<br>lời</p>"),
        (" >không trích\n From đầu dòng\n", "<p>&gt;không trích<br>From đầu dòng</p>"),
        ("Lời chào \n-- \nLan\n", "<p>Lời chào<br>--<br>Lan</p>"),
    ],
)
def test_softly_broken_lines_are_one(written: str, text: str) -> None:
    head = "From: a@x.example\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n"
    entry = entry_of((head + written).encode())
    assert entry is not None
    assert entry.content == text


def test_softly_broken_lines_of_scripts_without_blanks_are_joined_without_one() -> None:
    head = "From: a@x.example\nContent-Type: text/plain; charset=utf-8; format=Flowed; DelSp=Yes\n\n"
    entry = entry_of((head + "今日の \nニュース\n").encode())
    assert entry is not None
    assert entry.content == "<p>今日のニュース</p>"


def test_one_stray_nul_is_litter() -> None:
    entry = entry_of(b"From: a@x.example\nContent-Type: text/html\n\n<p>A\0B C</p>\n")
    assert entry is not None
    assert entry.content == "<p>AB C</p>\n"
