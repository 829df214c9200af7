"""Feeds damaged input to all that reads what came over the wire, for as long as one likes.

    python tests/fuzz/fuzz.py [--minutes 30] [--seed 1] [--only NAME,…]

Each target takes seeds that are right, mixes and damages them, and must end in time, with a result that holds
what the target promises, or with an error of ours. A run prints what it did, and of each kind of failure the first
input, made short, with its traceback; its exit status is 1 then. The same seed gives the same inputs, but not as
many on every machine. It is no part of the tests: those have their own, short ones (hypothesis).
"""

import argparse
import gzip
import random
import sys
import time
import traceback
import unicodedata
import zlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import PurePosixPath

import brotli

from tuinews.address import canonical, host_of, join, masked, name_of, same_origin, source_key, tidy
from tuinews.charset.charset import decode
from tuinews.errors import TuinewsError
from tuinews.extract.dates import date_in_url, parse_date
from tuinews.library.downloads.file_names import safe_name
from tuinews.library.listings import named_listing_of
from tuinews.model.page import Page
from tuinews.quick_dataclass import dataclass
from tuinews.subscriptions.reading import parse_source_list
from tuinews.text import clean_line
from tuinews.web.coding.codings import ContentEncodingError
from tuinews.web.coding.content_encoding import Decoder
from tuinews.web.connections.header_lines import HeaderLines

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SLOWEST = 3.0
"""Seconds that one input may take; the machine may have other work."""


class BrokenPromiseError(Exception):
    """A result is not what its target promises."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something that reads bytes from outside: seeds that it knows, words that mean something to it."""

    name: str
    run: Callable[[bytes], None]
    seeds: Sequence[bytes]
    words: Sequence[bytes]


def promise(holds: bool, what: str) -> None:
    """Raises BrokenPromiseError where something does not hold."""
    if not holds:
        raise BrokenPromiseError(what)


def _safe_text(text: str, what: str) -> None:
    promise(not any(unicodedata.category(sign) == "Cs" for sign in text), f"{what}: a surrogate")
    promise("\x1b" not in text and "\x9b" not in text, f"{what}: an escape sequence")


def headers(data: bytes) -> None:
    """The head is the same whole or in pieces; every line left has a name and a colon."""
    whole, pieces = HeaderLines(), HeaderLines()
    once = whole.mended(data) + (whole.mended(b"") or b"")
    bit = b"".join(pieces.mended(data[n : n + 3]) for n in range(0, len(data), 3)) + (pieces.mended(b"") or b"")
    is_one = data.startswith(b"HTTP/") and data.count(b"HTTP/") == 1
    if is_one and b"\r\n\r\n" in data and not data[8:11].strip().startswith(b"1"):
        promise(once == bit, "another head in pieces")
        head = once.split(b"\r\n\r\n")[0].split(b"\r\n")[1:]
        promise(all(b":" in line for line in head), "a line without a colon")


def codings(data: bytes) -> None:
    """What is unpacked is the same in any pieces, and bounded."""
    for said in ("", "gzip", "deflate", "br", "gzip, br", "identity"):
        results: list[bytes | None] = []
        for size in (7, 4096):
            try:
                decoder, out = Decoder(said), 0
                parts: list[bytes] = []
                for n in range(0, len(data), size):
                    for piece in decoder.feed(data[n : n + size]):
                        out += len(piece)
                        parts.append(piece)
                        if out > 5_000_000:
                            return
                parts += decoder.finish()
                results.append(b"".join(parts))
            except ContentEncodingError:
                results.append(None)
        if None not in results:
            promise(results[0] == results[1], f"another body in other pieces ({said})")


def charsets(data: bytes) -> None:
    """Any bytes are text without surrogates."""
    for stated in (None, "text/html; charset=utf-8", "text/html; charset=windows-1258", "text/xml; charset=x"):
        promise(not any("\ud800" <= sign <= "\udfff" for sign in decode(data, stated)), "a surrogate")


def pages(data: bytes) -> None:
    """A page, feed or sitemap lists entries with safe titles and addresses of the web, or is none."""
    for kind in ("text/html", "application/rss+xml", "application/json"):
        page = Page("https://a.example/x", "https://a.example/x", data, {"content-type": kind}, NOW)
        for entry in named_listing_of(page).listing.entries:
            _safe_text(entry.title, "a title")
            _safe_text(entry.summary or "", "a summary")
            promise(entry.url is None or entry.url.startswith(("http://", "https://")), f"an address: {entry.url}")


def lists(data: bytes) -> None:
    """A list of sources has addresses of the web alone."""
    for one in parse_source_list(decode(data)).sources:
        promise(one.url.startswith(("http://", "https://")), f"an address: {one.url}")


def dates(data: bytes) -> None:
    """Any text is a date within the calendar, or none."""
    text = data.decode("utf-8", "replace")
    for lang in (None, "en", "vi", "th", "ar", "fa"):
        parse_date(text, now=NOW, lang=lang)
    date_in_url(f"https://a.example/{text}")


def addresses(data: bytes) -> None:
    """Whatever is typed or found is an address of the web without a control character, or none."""
    text = data.decode("utf-8", "replace")
    for found in (tidy(text), join("https://a.example/b/", text), join(text, "c")):
        if found is None:
            continue
        promise(found.startswith(("http://", "https://")), f"not of the web: {found}")
        promise(not any(sign <= " " for sign in found), f"a control character or a blank: {found!r}")
        (
            canonical(found),
            source_key(found),
            host_of(found),
            name_of(found),
            masked(found),
            same_origin(found, "https://a.example/"),
        )
    masked(text), host_of(text), name_of(text)


def names(data: bytes) -> None:
    """A file is called by one safe part of a path."""
    text = data.decode("utf-8", "replace")
    title, _sign, rest = text.partition("|")
    name = safe_name(title, f"https://a.example/{rest}", rest[:20])
    promise(PurePosixPath(name).name == name and name not in ("", ".", ".."), f"a path: {name!r}")
    promise(len(name.encode()) <= 140, "a long name")


def lines(data: bytes) -> None:
    """One line of text is safe, and stays what it is."""
    text = clean_line(data.decode("utf-8", "surrogateescape"))
    _safe_text(text, "a line")
    promise(clean_line(text) == text, "another at the second time")


_RSS = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Báo</title><link>'
    "https://a.example/</link><item><title><![CDATA[Một &amp; hai]]></title><link>https://a.example/1</link>"
    "<guid>1</guid><pubDate>Tue, 24 Nov 2026 08:00:00 +0700</pubDate><description>&lt;p&gt;x&lt;/p&gt;"
    "</description><enclosure url='/a.mp3' "
    "length='12' type='audio/mpeg'/></item></channel></rss>"
).encode()
_ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/"><title type="html">A</title><entry>'
    b'<id>urn:1</id><title type="xhtml"><div>T</div></title><link href="/1"/><updated>2026-11-24T08:00:00Z'
    b'</updated><content type="html">&lt;p&gt;y</content></entry></feed>'
)
_JSON = (
    b'{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","url":"https://a.example/1",'
    b'"title":"T","content_html":"<p>x","date_published":"2026-11-24T08:00:00+07:00","attachments":[{"url":"a.mp3"}]}]}'
)
_HTML = (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Tin</title><link rel="alternate" '
    'type="application/rss+xml" href="/rss"></head><body><main><article><h2><a href="/tin-1.html">Một tin dài hơn '
    "mười chữ để đọc</a></h2><time datetime='2026-11-24'>24/11/2026 08:00</time><p>Tóm tắt</p></article><article>"
    "<h2><a "
    'href="/tin-2.html">Tin thứ hai cũng dài như vậy đó</a></h2><p>Nữa</p></article></main></body></html>'
).encode()
_MAP = (
    b"<?xml version='1.0'?><urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://a.ex"
    b"ample/2026/a-story</loc><lastmod>2026-11-24</lastmod><news:news><news:title>T</news:title></news:news></url></urlset>"
)
_OPML = (
    b'<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body><outline text="A" type="folder">'
    b'<outline type="rss" text="B &amp; C" xmlUrl="https://b.example/rss?a=1&b=2" category="/x/y"/></outline>'
    b"<outline text=unquoted xmlUrl=https://c.example/></outline></body></opml>"
)
_MARKUP_WORDS = (
    *(
        b"<![CDATA[",
        b"]]>",
        b"<!--",
        b"-->",
        b"<?xml",
        b"<!DOCTYPE x [<!ENTITY a '&a;&a;'>]>",
        b"&a;",
        b"&#xD800;",
    ),
    *(b"&#0;", b"&amp;amp;", b"<script>", b"</script>", b"<base href=", b"<svg>", b"<template>", b"<plaintext>"),
    *(b"xml:base='//x'", b"<item>", b"</item>", b"<entry>", b"<link href='javascript:x'>", b"\x00", b"\x1b[2J"),
    *(b"\xe2\x80\xae", b"\xff\xfe", b"\xef\xbb\xbf", b"<title>", b"</title>", b"<a href=/x>", b"<table>", b"<li>"),
)

TARGETS = (
    Target(
        "headers",
        headers,
        [
            b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: "x"\r\nContent-Length: 2\r\n\r\nhi',
            b"HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\nHTTP/1.1 200 OK\r\nX: y\r\n\r\n",
            b"\r\nHTTP/1.0 302 Found\nLocation: /\xc3\xa9\n\tfolded\nBad line\n\n",
        ],
        [
            b"\r\n",
            b"\n",
            b": ",
            b" ",
            b"\t",
            b"\x00",
            b"Content-Length: 1,2",
            b"Transfer-Encoding: identity",
            b"HTTP/",
        ],
    ),
    Target(
        "codings",
        codings,
        [
            gzip.compress(_RSS, mtime=0),
            gzip.compress(gzip.compress(_HTML, mtime=0), mtime=0),
            zlib.compress(_HTML),
            zlib.compress(_HTML)[2:-4],
            brotli.compress(_RSS),
            b"\x28\xb5\x2f\xfd\x04\x00",
            gzip.compress(bytes(2_000_000), mtime=0),
        ],
        [b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"\x78\x9c", b"\x00", b"\xff"],
    ),
    Target(
        "charsets",
        charsets,
        [
            _HTML,
            _RSS.decode().encode("utf-16"),
            "Tiếng Việt".encode("cp1258", "replace"),
            "日本語".encode("euc_jp"),
        ],
        [
            b'charset="gb2312"',
            b"<meta charset=",
            b'encoding="koi8-r"',
            b"\x1b$B",
            b"\x80",
            b"\xed\xa0\x80",
            b"+AGE-",
        ],
    ),
    Target("pages", pages, [_RSS, _ATOM, _JSON, _HTML, _MAP], _MARKUP_WORDS),
    Target(
        "lists",
        lists,
        [_OPML, b'https://a.example/rss tag "~Name"\nquery:x:unread = "yes"\n"exec:ls"\n', b"a.example\n# no\n"],
        (*_MARKUP_WORDS, b"<outline ", b"xmlUrl=", b"tuinews:query=", b"file:///etc/passwd", b"|cmd", b"exec:"),
    ),
    Target(
        "dates",
        dates,
        [
            b"Tue, 24 Nov 2026 08:00:00 +0700",
            "Thứ Ba, 24/11/2026, 08:00 (GMT+7)".encode(),
            "2 giờ trước".encode(),
            "24 พ.ย. 2569".encode(),
            "١٤٤٨/٥/٣".encode(),
            b"3 hours ago",
            b"2026-11-24T08:00:00.000Z",
            b"1764000000",
        ],
        [
            b"99",
            b"0000",
            b"-",
            b"/",
            b":",
            b"24",
            b"GMT",
            b"AM",
            b"Nov",
            b"ago",
            b" ",
            b"9999999999999",
            b"+99:99",
        ],
    ),
    Target(
        "addresses",
        addresses,
        [
            b"https://user:pass@a.example:8080/b/../c?utm_source=x&token=y#z",
            b"a.example/x",
            b"feed:https://a.example/rss",
            "https://bücher.example/ä?ö=ü".encode(),
            b"http://[::1]:80/",
            b"//a.example/;jsessionid=12",
        ],
        [
            b"//",
            b"@",
            b":",
            b"#",
            b"?",
            b"%",
            b"%2f",
            b"[",
            b"]",
            b"\\",
            b"..",
            b"xn--",
            b" ",
            b"javascript:",
            b"&",
        ],
    ),
    Target(
        "names",
        names,
        ["Tập 12: biển|a/b.mp3".encode(), b"CON|x", b"../../etc|%2e%2e%2f.sh"],
        [b"/", b"\\", b".."],
    ),
    Target(
        "lines",
        lines,
        [b"\x1b]0;t\x07A title", "Tiêu đề\u202e".encode(), b"\xc2\x9b31m"],
        [b"\x1b[", b"\x9d", b"\x07"],
    ),
)


def mutated(target: Target, chance: random.Random) -> bytes:
    """A seed of a target, perhaps joined with another, damaged a few times."""
    data = bytearray(chance.choice(target.seeds))
    if chance.random() < 0.2:
        other = chance.choice(target.seeds)
        data[chance.randrange(len(data) + 1) :] = other[chance.randrange(len(other) + 1) :]
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8, 20))):
        _damage(data, target, chance)
    return bytes(data[:200_000])


def _damage(data: bytearray, target: Target, chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    length = chance.choice((1, 1, 2, 4, 16, 64))
    match chance.randrange(7):
        case 0:
            data[at : at + length] = b""
        case 1:
            data[at:at] = chance.choice(target.words) * chance.choice((1, 1, 1, 2, 50))
        case 2:
            data[at:at] = chance.randbytes(length)
        case 3:
            data[at:at] = data[at : at + length] * chance.choice((1, 3, 200))
        case 4 if at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        case 5:
            data[at : at + length] = chance.choice(target.words)
        case _:
            del data[at + length * 8 :]


def trouble(target: Target, data: bytes) -> str:
    """What went wrong with an input, "" where nothing did."""
    begun = time.process_time()
    try:
        target.run(data)
    except (TuinewsError, ContentEncodingError):
        pass
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        return traceback.format_exc()
    took = time.process_time() - begun
    return f"took {took:.1f} s" if took > SLOWEST else ""


def shortened(target: Target, data: bytes) -> bytes:
    """A shorter input with which it goes wrong too."""
    step = max(1, len(data) // 2)
    while step:
        at = 0
        while at < len(data):
            less = data[:at] + data[at + step :]
            if trouble(target, less):
                data = less
            else:
                at += step
        step //= 2
    return data


def main() -> int:
    """Fuzz for so many minutes; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    chosen = [one for one in TARGETS if not arguments.only or one.name in arguments.only.split(",")]
    chance, done = random.Random(arguments.seed), dict.fromkeys((one.name for one in chosen), 0)
    seen: set[str] = set()
    each = arguments.minutes * 60 / len(chosen)
    for target in chosen:
        until = time.monotonic() + each
        while time.monotonic() < until:
            data = mutated(target, chance)
            done[target.name] += 1
            why = trouble(target, data)
            kind = " ".join(why.split("\n")[-4:])[-300:]
            if why and kind not in seen:
                seen.add(kind)
                short = shortened(target, data) if "took" not in why else data
                print(f"\n{target.name}: {short[:2000]!r}\n{trouble(target, short) or why}", flush=True)
        print(f"{target.name}: {done[target.name]} inputs", flush=True)
    return 1 if seen else 0


if __name__ == "__main__":
    sys.exit(main())
