"""When it was published: what machines are told, what stands after the headline, what the address says.

A masthead prints today's date above the headline; templates repeat it, even in a meta tag. So every date that
stands before the h1 is noted first, and a candidate of such a day loses against any that the article itself shows.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from tuinews.extract.article.flow import Flow, Line
from tuinews.extract.article.structured import Structured, string_of
from tuinews.extract.dates import date_in_url, parse_date
from tuinews.model.when import Precision, When

_META_NAMES = """
article:published_time og:article:published_time article:published datepublished og:published_time
parsely-pub-date sailthru.date pubdate publishdate publish-date publish_date publicationdate
dc.date.issued dcterms.created dcterms.issued dc.date.created dc.date dcterms.date date.created
article.published published_time_telegram cxenseparse:recs:publishtime citation_publication_date
citation_date date creation_date dateposted bt:pubdate iso-8601-publish-date article_date_original
originalpublicationdate rnews:datepublished weibo:article:create_at apub:time
"""
_PUBLISHED = tuple(_META_NAMES.split())
"""Meta tags for the day of publication, the clearest first."""

_OTHER_NAME = re.compile(
    r"publi(?:sh|cation)[a-z]*[-_.:]?(?:date|time|on)|(?:date|time)[-_.:]?(?:of[-_])?publi(?:sh|cation)"
)
"""Names of meta tags that no list holds and that say the same."""

_CHANGED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "lastmod",
    "last-modified",
)
_FINE = (Precision.MINUTE, Precision.HOUR, Precision.DAY)

LONGEST_DATE_LINE = 110
"""Letters of a line that is looked at for a date."""

LONGEST_HEADER_LINE = 250
"""Letters of a line behind which the header is over and the text has begun."""

LONGEST_PLAIN_LINE = 60
"""Letters of a line that says a date and little else."""

_LABELLED = re.compile(
    r"(?:first |originally )?(?:published|posted|date)\b|veröffentlicht|publi(?:é|cado|cat|kov)|erstellt"
    r"|ngày đăng|đăng (?:lúc|ngày)"
    r"|发布|發布|公開日|게시",
    re.IGNORECASE,
)
"""How a line begins that says when something was published."""

_NOT_ITS_OWN = re.compile(
    r"updat|modif|aktuali|mis à jour|màj|actuali|aggiorn|bijgewerkt|cập nhật|更新|oppdatert|uppdater|opdater"
    r"|edited|revis|reviewed|(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*,? ",
    re.IGNORECASE,
)
"""What makes a date that of a change, or of today in a masthead."""

HEADER_LINES = 16
"""Lines after the headline in which the date of publication stands."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How dates of one page are read."""

    now: datetime | None
    lang: str | None

    def date(self, text: str) -> When | None:
        """A date as the page prints it, or None."""
        if not text or not (any(map(str.isdigit, text)) or (self.now and len(text) < 60)):
            return None
        return parse_date(text, self.now, self.lang)


def published_of(
    page: Structured, flow: Flow, url: str | None, reading: Reading, body_end: int, marked: Iterable[str] = ()
) -> When | None:
    """The moment of publication, or None; see the module for the order of trust.

    `marked` are the values of elements with `itemprop=datePublished`; they are asked for only where no tag tells.
    """
    stated = _first(reading, _stated(page))
    shown = _shown(flow, reading)
    if stated is None:
        stated = _first(reading, marked)
    if stated is not None:
        return _of_both(stated, shown, flow, reading)
    if shown is not None:
        return shown
    stamp = date_in_url(url) if url else None
    above = _above(flow, reading)
    if stamp is not None and stamp.precision in _FINE:
        return _finest(stamp, above)
    below = _below(flow, reading, body_end)
    candidates = [*above[-1:], *below, stamp]
    found = next((when for when in candidates if when is not None), None)
    return found or _first(reading, (v for name in _CHANGED for v in page.metas.get(name, ())))


def _of_both(stated: When, shown: When | None, flow: Flow, reading: Reading) -> When:
    """What machines are told, unless it is the masthead's day, or the evening before in the page's own zone."""
    if shown is None or shown.latest.date() == stated.latest.date():
        return _finest(stated, [shown] if shown is not None else [])
    if stated.latest.date() - shown.latest.date() == timedelta(days=1) or stated.precision not in _FINE:
        return shown
    if _says_published(flow, reading, shown, stated):
        return shown
    masthead = {when.latest.date() for when in _dates_in(flow.lines[: max(flow.h1, 0)], reading)}
    return shown if stated.latest.date() in masthead else stated


def _says_published(flow: Flow, reading: Reading, shown: When, stated: When) -> bool:
    """Whether the page prints this date as its own: alone in its line, neither as a change nor as today."""
    for line in flow.lines[flow.h1 + 1 : flow.h1 + 1 + HEADER_LINES]:
        if line.size <= LONGEST_PLAIN_LINE and reading.date(line.text) == shown:
            later = shown.latest.date() > stated.latest.date() and shown.precision is Precision.DAY
            return later and not _NOT_ITS_OWN.search(line.text)
    return False


def _stated(page: Structured) -> list[str]:
    """Dates from JSON-LD and meta tags, in the order of trust."""
    texts = [string_of(node.get("datePublished")) for node in page.articles]
    texts += [value for name in _PUBLISHED[:11] for value in page.metas.get(name, ())]
    texts += [string_of(node.get("dateCreated") or node.get("uploadDate")) for node in page.articles]
    texts += [value for name in _PUBLISHED[11:] for value in page.metas.get(name, ())]
    texts += [
        string_of(node.get("datePublished")) for node in page.nodes if node.get("@type") in ("WebPage", "ItemPage")
    ]
    texts += [value for name in page.metas if _OTHER_NAME.search(name) for value in page.metas[name]]
    return [text for text in texts if text]


def _shown(flow: Flow, reading: Reading) -> When | None:
    """The date below the headline: the first in a short line, its time from a `time` element."""
    start = max(flow.h1, 0) + (flow.h1 >= 0)
    stop = min(len(flow.lines), start + HEADER_LINES)
    long_lines = 0
    exact = [reading.date(text) for place, text in flow.times if start <= place < stop]
    machine = [when for when in exact if when is not None]
    for line in flow.lines[start:stop]:
        if line.size <= LONGEST_DATE_LINE:
            when = reading.date(line.text)
            if when is not None and when.precision in _FINE:
                return _finest(when, machine)
        elif line.size > LONGEST_HEADER_LINE and line.linked < line.size // 2:
            long_lines += 1
            if long_lines > 1:
                break
    return machine[0] if machine else None


def _above(flow: Flow, reading: Reading) -> list[When]:
    """Dates in the few lines above the headline: a kicker's, where nothing below tells any."""
    return _dates_in(flow.lines[max(0, flow.h1 - 4) : max(flow.h1, 0)], reading)


def _below(flow: Flow, reading: Reading, body_end: int) -> list[When]:
    """Dates under the text, and those of `time` elements anywhere."""
    found = _dates_in(flow.lines[max(0, body_end - 1) : body_end + 5], reading)
    found += _dates_in([line for line in flow.lines[max(flow.h1, 0) :] if _LABELLED.match(line.text)], reading)
    start = max(flow.h1, 0)
    exact = (reading.date(text) for place, text in flow.times if place >= start)
    return found or [when for when in exact if when is not None][:1]


def _dates_in(lines: list[Line], reading: Reading) -> list[When]:
    found = []
    for line in lines:
        if line.size <= LONGEST_DATE_LINE and any(map(str.isdigit, line.text)):
            when = reading.date(line.text)
            if when is not None and when.precision in _FINE:
                found.append(when)
    return found


def _first(reading: Reading, texts: Iterable[str]) -> When | None:
    for text in texts:
        when = reading.date(text)
        if when is not None and 1990 <= when.latest.year <= 2100:
            return when
    return None


def _finest(chosen: When, others: list[When]) -> When:
    """The chosen date, or one of the same day that also tells the time."""
    if chosen.precision in (Precision.MINUTE, Precision.HOUR):
        return chosen
    for when in others:
        if (
            when.latest.date() == chosen.latest.date()
            and when.precision is Precision.MINUTE
            and not when.approximate
        ):
            return when
    return chosen


def site_labels(url: str | None) -> tuple[str, ...]:
    """The host and its main label, as names of the site."""
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    return (host, max(host.split(".")[-3:-1] or [host], key=len)) if host else ()
