"""The site's pages, with all that stands about an article on a newspaper's page and does not belong to it.

On purpose: the masthead has today's date above older articles, the modification time in the head is today's as
well, menus, related articles inside the body and below it, comments with times, a newsletter box, titles twice.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urljoin

from tuinews.demo.article_body import body_parts
from tuinews.demo.edition import ENGLISH_SITE, SITE, GuideArticle

_TEMPLATES = Path(__file__).parent / "templates"
_DAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
_MOST_READ = 5
"""Articles in the box of the most read."""

_UNITS = (("năm", 365), ("tháng", 30), ("tuần", 7), ("ngày", 1))
_ENGLISH_UNITS = (("year", 365), ("month", 30), ("week", 7), ("day", 1))

FEEDS = (
    ("/rss.xml", "application/rss+xml", "RSS"),
    ("/atom.xml", "application/atom+xml", "Atom"),
    ("/feed.json", "application/feed+json", "JSON Feed"),
)
"""Path, media type and name of each feed."""


def article_page(guide: GuideArticle, others: Sequence[GuideArticle], now: datetime) -> str:
    """The page of one article; `others` are linked around it."""
    article = guide.article
    url = article.url or ""
    blocks, notes = body_parts(article.document)
    if len(blocks) > 6 and others:
        blocks.insert(4, f'<div class="related-one">{_card(others[0])}</div>')
    return _filled(
        "article.html",
        now,
        site=escape(article.site or ""),
        lang=article.lang or "",
        title=escape(article.title),
        lead=escape(guide.summary),
        url=escape(url),
        picture=escape(urljoin(url, f"/anh/{guide.picture}")),
        section=escape(guide.section),
        meta=_meta(guide),
        date=_date_line(guide),
        body="\n".join(blocks) + f"\n{notes}",
        signature=_signature(guide),
        related="\n".join(_item(other, now) for other in others[:4]),
        most_read=_most_read(others),
    )


def listing_page(guides: Sequence[GuideArticle], url: str, now: datetime) -> str:
    """A page of headlines that announces no feed and has only relative dates."""
    items = "\n".join(_item(guide, now) for guide in guides)
    return _filled(
        "listing.html", now, heading="Tin mới", url=url, feeds="", items=items, most_read=_most_read(guides[::-1])
    )


def english_page(guides: Sequence[GuideArticle], url: str, now: datetime) -> str:
    """The same of the English edition, with dates in English."""
    items = "\n".join(_item(guide, now, relative_in_english) for guide in guides)
    return _filled(
        "english.html",
        now,
        site=ENGLISH_SITE,
        heading="Latest",
        url=url,
        items=items,
        most_read=_most_read(guides[::-1]),
    )


def front_page(guides: Sequence[GuideArticle], url: str, now: datetime) -> str:
    """The front page: announces the feeds, lists the articles by section."""
    links = (
        f'<link rel="alternate" type="{kind}" title="{SITE} ({name})" href="{path}">' for path, kind, name in FEEDS
    )
    sections = dict.fromkeys(guide.section for guide in guides)
    items = "\n".join(
        f'<section class="block"><h2>{escape(section)}</h2>\n'
        + "\n".join(_item(guide, now) for guide in guides if guide.section == section)
        + "</section>"
        for section in sections
    )
    feeds = "\n".join(links) + "\n"
    return _filled(
        "listing.html", now, heading=SITE, url=url, feeds=feeds, items=items, most_read=_most_read(guides)
    )


def relative(moment: datetime, now: datetime) -> str:
    """How long ago in Vietnamese, floored as sites do; the date where it lies ahead."""
    ago = now - moment
    if ago < timedelta(0):
        return f"{moment:%d/%m/%Y}"
    if ago < timedelta(hours=1):
        return f"{max(1, ago.seconds // 60)} phút trước"
    if ago < timedelta(days=1):
        return f"{ago.seconds // 3600} giờ trước"
    unit, days = next((unit, days) for unit, days in _UNITS if ago.days >= days)
    return f"{ago.days // days} {unit} trước"


def relative_in_english(moment: datetime, now: datetime) -> str:
    """How long ago in English, floored as sites do; the date where it lies ahead."""
    days = (now - moment).days
    if days < 1:
        return f"{moment.day} {moment:%B %Y}"
    unit, length = next((unit, length) for unit, length in _ENGLISH_UNITS if days >= length)
    count = days // length
    return f"{count} {unit}{'' if count == 1 else 's'} ago"


def _filled(template: str, now: datetime, **fields: str) -> str:
    today = f"{_DAYS[now.weekday()]}, ngày {now.day:02} tháng {now.month:02} năm {now.year} {now:%H:%M}"
    text = (_TEMPLATES / template).read_text(encoding="utf-8")
    return Template(text).substitute(
        {"site": SITE} | fields, today=today.upper(), today_iso=now.isoformat(timespec="seconds")
    )


def _meta(guide: GuideArticle) -> str:
    """English pages state their time and authors in the head, Vietnamese ones leave both to the eye."""
    if guide.article.lang == "vi":
        return ""
    authors = "".join(f'<meta name="author" content="{escape(author)}">\n' for author in guide.article.authors)
    return f'<meta property="article:published_time" content="{guide.published.isoformat()}">\n{authors}'


def _date_line(guide: GuideArticle) -> str:
    moment = guide.published
    if guide.article.lang == "vi":
        return f"{_DAYS[moment.weekday()]}, {moment.day}/{moment.month}/{moment.year}, {moment:%H:%M} (GMT+7)"
    authors = escape(" and ".join(guide.article.authors))
    words = f"{moment.day} {moment:%B %Y}, {moment:%H:%M}"
    return f'By <span class="author">{authors}</span> · <time datetime="{moment.isoformat()}">{words}</time>'


def _signature(guide: GuideArticle) -> str:
    if guide.article.lang != "vi":
        return ""
    authors = escape(" - ".join(guide.article.authors))
    return f'<p class="author" style="text-align:right"><strong>{authors}</strong></p>'


def _item(guide: GuideArticle, now: datetime, ago: Callable[[datetime, datetime], str] = relative) -> str:
    """One item of a list: the picture linked with the title as its alt, the title linked again, date, summary."""
    title, href = escape(guide.article.title), guide.path
    return (
        f'<div class="item"><a class="thumb" href="{href}"><img src="/anh/{guide.picture}" alt="{title}"'
        f' width="160" height="90"></a>\n<h3><a href="{href}" title="{title}">{title}</a></h3>\n'
        f'<span class="time">{ago(guide.published, now)}</span>\n'
        f'<p class="sapo">{escape(guide.summary)}</p></div>'
    )


def _card(guide: GuideArticle) -> str:
    """A related article inside the body."""
    title = escape(guide.article.title)
    return (
        f'<a href="{guide.path}"><img src="/anh/{guide.picture}" alt="{title}" width="160" height="90"></a>'
        f'<a href="{guide.path}">{title}</a>'
    )


def _most_read(guides: Sequence[GuideArticle]) -> str:
    items = (f'<li><a href="{g.path}">{escape(g.article.title)}</a></li>' for g in guides[:_MOST_READ])
    return "<ol>\n" + "\n".join(items) + "\n</ol>"
