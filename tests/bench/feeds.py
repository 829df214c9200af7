"""Entries a second of our feed reader and of feedparser, on feeds of the kinds that newspapers and blogs have.

    python tests/bench/feeds.py [--rounds N]

The feeds are made here: a newspaper's RSS with a picture and a line in each description, a blog's RSS with whole
texts, an Atom feed with escaped HTML, one with XHTML, and a podcast. Both programs get the same bytes and go up to
entries in memory; "listed" is with what the program shows of them, which feedparser has no like of. They run by
turns, and the best round of each counts.
"""

import argparse
import html
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import feedparser

from tuinews.charset import decode
from tuinews.extract.feed import feed_listing, parse_feed

URL = "https://news.example.org/rss"
WORDS = (
    "chính phủ yêu cầu các bộ ngành và địa phương khẩn trương ứng phó với bão số chín đang tiến vào Biển Đông "
    "người dân vùng ven biển được sơ tán đến nơi an toàn trước buổi chiều theo tin của trung tâm dự báo quốc gia"
)
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
    "<title>Tin mới nhất</title><link>https://news.example.org/</link><description>Tin &amp; ảnh</description>"
    '<language>vi</language><atom:link href="https://news.example.org/rss" rel="self" type="application/rss+xml"/>'
)


class Press:
    """Makes feeds, the same ones every time."""

    def __init__(self) -> None:
        self._random = random.Random(9)
        self._words = WORDS.split()
        self._now = datetime(2026, 7, 9, 12, tzinfo=UTC)

    def words(self, count: int) -> str:
        return " ".join(self._random.choice(self._words) for _ in range(count))

    def body(self, paragraphs: int) -> str:
        parts = []
        for n in range(paragraphs):
            link = f'<a href="https://news.example.org/{n}.html" rel="nofollow">{self.words(3)}</a>'
            said = f"&quot;{self.words(12)}&quot; &#8211; <em>{self.words(4)}</em>"
            parts.append(f"<p>{self.words(35)} {link}, {said}</p>")
            if n % 4 == 1:
                parts.append(f'<figure><img src="https://img.example.org/{n}.jpg" alt="x" width="640"/></figure>')
        return "\n".join(parts)

    def date(self, n: int, form: str) -> str:
        return (self._now - timedelta(minutes=17 * n)).strftime(form)

    def newspaper(self, n: int) -> str:
        url = f"https://news.example.org/bai-{n}-4512345.html"
        image = f"https://img.example.org/{n}.jpg"
        return (
            f"<item>\n<title>{self.words(11)}</title>\n<link>{url}</link>\n<guid>{url}</guid>\n"
            f"<pubDate>{self.date(n, '%a, %d %b %Y %H:%M:%S +0700')}</pubDate>\n"
            f'<description><![CDATA[<a href="{url}"><img src="{image}"></a></br>{self.words(30)}]]>'
            f"</description>\n"
            f'<enclosure type="image/jpeg" length="1200" url="{image}"/>\n</item>\n'
        )

    def blog(self, n: int) -> str:
        url = f"https://blog.example.org/{n}/"
        return (
            f"<item><title>{self.words(8)} &#8217; {self.words(2)}</title><link>{url}</link>"
            f"<comments>{url}#comments</comments><dc:creator><![CDATA[Lan Anh]]></dc:creator>"
            f"<pubDate>{self.date(n * 50, '%a, %d %b %Y %H:%M:%S +0000')}</pubDate>"
            f'<category><![CDATA[Tin]]></category><guid isPermaLink="false">https://blog.example.org/?p={n}</guid>'
            f"<description><![CDATA[{self.words(45)} [&#8230;]]]></description>"
            f"<content:encoded><![CDATA[{self.body(14)}]]></content:encoded><slash:comments>3</slash:comments></item>"
        )

    def podcast(self, n: int) -> str:
        return (
            f"<item><title>Tập {n}: {self.words(6)}</title><itunes:title>{self.words(6)}</itunes:title>"
            f"<description>&lt;p&gt;{self.words(60)}&lt;/p&gt;</description><itunes:duration>1800</itunes:duration>"
            f"<itunes:summary>{self.words(60)}</itunes:summary><itunes:author>Đài</itunes:author>"
            f"<pubDate>{self.date(n * 99, '%a, %d %b %Y %H:%M:%S GMT')}</pubDate>"
            f'<guid isPermaLink="false">ep-{n}</guid><itunes:image href="https://cdn.example.org/{n}.jpg"/>'
            f'<enclosure url="https://cdn.example.org/{n}.mp3" length="28000000" type="audio/mpeg"/></item>'
        )

    def html_entry(self, n: int) -> str:
        return self._entry(n, f'<content type="html">{html.escape(self.body(6))}</content>')

    def xhtml_entry(self, n: int) -> str:
        body = f'<div xmlns="http://www.w3.org/1999/xhtml">{self.body(6)}</div>'
        return self._entry(n, f'<content type="xhtml">{body}</content>')

    def _entry(self, n: int, content: str) -> str:
        return (
            f'<entry><title type="html">{self.words(9)} &amp;amp; {self.words(2)}</title>'
            f'<link rel="alternate" type="text/html" href="https://log.example.org/{n}"/>'
            f"<id>tag:log.example.org,2026:{n}</id><published>{self.date(n, '%Y-%m-%dT%H:%M:%SZ')}</published>"
            f"<updated>{self.date(n, '%Y-%m-%dT%H:%M:%S+00:00')}</updated><author><name>Minh</name></author>"
            f"<summary>{self.words(40)}</summary>{content}</entry>"
        )


def rss(make: Callable[[int], str], count: int) -> bytes:
    return f"{HEAD}{''.join(map(make, range(count)))}</channel></rss>".encode()


def atom(make: Callable[[int], str], count: int) -> bytes:
    head = '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">'
    about = '<title>Log</title><link href="https://log.example.org/"/><id>tag:log.example.org,2026:log</id>'
    return f"{head}{about}{''.join(map(make, range(count)))}</feed>".encode()


def ours(body: bytes) -> int:
    return len(parse_feed(decode(body), URL).entries)


def listed(body: bytes) -> int:
    return len(feed_listing(parse_feed(decode(body), URL), URL).entries)


def theirs(body: bytes) -> int:
    return len(feedparser.parse(body).entries)


PROGRAMS = (ours, listed, theirs)


def seconds(parse: Callable[[bytes], int], body: bytes, expected: int) -> float:
    start = time.perf_counter()
    count = parse(body)
    taken = time.perf_counter() - start
    assert count == expected, f"{count} entries, not {expected}"
    return taken


def line(name: str, count: int, times: list[float]) -> str:
    mine, full, other = times
    return (
        f"{name:<12} {count:>4} entries: parsed {count / mine:>7,.0f}/s, listed {count / full:>7,.0f}/s, "
        f"feedparser {count / other:>6,.0f}/s: {other / mine:.1f} times ({other / full:.1f} listed)"
    )


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--rounds", type=int, default=7)
    rounds = cli.parse_args().rounds
    press = Press()
    feeds = {
        "newspaper": (rss(press.newspaper, 60), 60),
        "blog": (rss(press.blog, 20), 20),
        "podcast": (rss(press.podcast, 100), 100),
        "Atom, HTML": (atom(press.html_entry, 25), 25),
        "Atom, XHTML": (atom(press.xhtml_entry, 25), 25),
    }
    total = [0.0, 0.0, 0.0]
    for name, (body, count) in feeds.items():
        turns = [[seconds(parse, body, count) for parse in PROGRAMS] for _ in range(rounds)]
        best = [min(turn[i] for turn in turns) for i in range(len(PROGRAMS))]
        total = [sum(pair) for pair in zip(total, best, strict=True)]
        print(line(name, count, best))
    print(line("all", sum(count for _, count in feeds.values()), total))


if __name__ == "__main__":
    main()
