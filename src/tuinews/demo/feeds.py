"""The site's feeds: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1, and its news sitemap and robots.txt."""

import json
from collections.abc import Sequence
from datetime import datetime
from email.utils import format_datetime
from html import escape
from urllib.parse import urljoin

from tuinews.demo.article_body import body_parts
from tuinews.demo.edition import ENGLISH_SITE, SITE, GuideArticle

_DESCRIPTION = "Hướng dẫn dùng tuinews, viết như một tờ báo nhỏ."
_IN_ENGLISH = "How to use tuinews, written as a small newspaper."


def rss(guides: Sequence[GuideArticle], base: str) -> str:
    """RSS 2.0 as newspapers have it: summaries alone, a linked picture before them in CDATA."""
    return _rss(guides, base, "rss.xml", (SITE, _DESCRIPTION, "vi"))


def english_rss(guides: Sequence[GuideArticle], base: str) -> str:
    """The same of the English edition."""
    return _rss(guides, base, "en/rss.xml", (ENGLISH_SITE, _IN_ENGLISH, "en"))


def _rss(guides: Sequence[GuideArticle], base: str, path: str, about: tuple[str, str, str]) -> str:
    name, description, lang = about
    items = "".join(
        f"<item><title>{escape(g.article.title)}</title><link>{_url(g)}</link>"
        f'<guid isPermaLink="true">{_url(g)}</guid><pubDate>{format_datetime(g.published)}</pubDate>'
        f"<dc:creator>{escape(', '.join(g.article.authors))}</dc:creator>"
        f"<category>{escape(g.section)}</category>"
        f'<description><![CDATA[<a href="{_url(g)}"><img src="{_picture(g)}" alt=""></a><br>'
        f"{escape(g.summary)}]]></description></item>\n"
        for g in guides
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">\n'
        f"<channel><title>{name}</title><link>{base}</link><description>{description}</description>"
        f'<language>{lang}</language><atom:link href="{urljoin(base, path)}" rel="self"'
        ' type="application/rss+xml"/>\n'
        f"{items}</channel></rss>\n"
    )


def atom(guides: Sequence[GuideArticle], base: str) -> str:
    """Atom with the whole text of each article."""
    entries = "".join(
        f'<entry xml:lang="{g.article.lang}"><id>tag:tuinews.example,2026:{g.path}</id>'
        f"<title>{escape(g.article.title)}</title>"
        f'<link rel="alternate" href="{_url(g)}"/><published>{g.published.isoformat()}</published>'
        f"<updated>{g.published.isoformat()}</updated>"
        + "".join(f"<author><name>{escape(name)}</name></author>" for name in g.article.authors)
        + f"<summary>{escape(g.summary)}</summary>"
        f'<content type="html">{escape(_content(g))}</content></entry>\n'
        for g in guides
    )
    updated = _newest(guides).isoformat() if guides else "2026-01-01T00:00:00+07:00"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"><title>{SITE}</title>'
        f"<subtitle>{_DESCRIPTION}</subtitle><id>tag:tuinews.example,2026:/</id><updated>{updated}</updated>"
        f'<link href="{base}"/><link rel="self" href="{urljoin(base, "/atom.xml")}"/>\n{entries}</feed>\n'
    )


def json_feed(guides: Sequence[GuideArticle], base: str) -> str:
    """JSON Feed 1.1 with summaries and pictures."""
    items = [
        {
            "id": _url(g),
            "url": _url(g),
            "title": g.article.title,
            "summary": g.summary,
            "content_text": g.summary,
            "image": _picture(g),
            "date_published": g.published.isoformat(),
            "authors": [{"name": name} for name in g.article.authors],
            "language": g.article.lang,
            "tags": [g.section],
        }
        for g in guides
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": SITE,
        "description": _DESCRIPTION,
        "home_page_url": base,
        "feed_url": urljoin(base, "/feed.json"),
        "language": "vi",
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def news_sitemap(guides: Sequence[GuideArticle], base: str) -> str:
    """A sitemap with Google's news extension (sitemaps.org; schemas/sitemap-news/0.9)."""
    urls = "".join(
        f"<url><loc>{_url(g)}</loc><news:news><news:publication><news:name>{SITE}</news:name>"
        f"<news:language>{g.article.lang}</news:language></news:publication>"
        f"<news:publication_date>{g.published.isoformat()}</news:publication_date>"
        f"<news:title>{escape(g.article.title)}</news:title></news:news></url>\n"
        for g in guides
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n{urls}</urlset>\n'
    )


def robots(base: str) -> str:
    """Everything is allowed; the sitemap is named."""
    return f"User-agent: *\nAllow: /\nSitemap: {urljoin(base, '/sitemap-news.xml')}\n"


def _newest(guides: Sequence[GuideArticle]) -> datetime:
    return max(g.published for g in guides)


def _url(guide: GuideArticle) -> str:
    return escape(guide.article.url or "")


def _picture(guide: GuideArticle) -> str:
    return urljoin(guide.article.url or "", f"/anh/{guide.picture}")


def _content(guide: GuideArticle) -> str:
    blocks, notes = body_parts(guide.article.document)
    return "\n".join(blocks) + f"\n{notes}"
