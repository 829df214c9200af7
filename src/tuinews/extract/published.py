"""When it was published: what machines are told, what stands after the headline, what the address says.

A masthead prints today's date above the headline; templates repeat it, even in a meta tag. So every date that
stands before the h1 is noted first, and a candidate of such a day loses against any that the article itself shows.
"""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.dates import date_in_url, parse_date
from tuinews.extract.flow import Flow
from tuinews.extract.structured import Structured, string_of
from tuinews.extract.tree import attribute
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

_CHANGED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "lastmod",
    "last-modified",
)
LONGEST_DATE_LINE = 150
"""Letters of a line that is looked at for a date."""

HEADER_LINES = 24
"""Lines after the headline in which the date of publication stands."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How dates of one page are read."""

    now: datetime | None
    lang: str | None

    def date(self, text: str) -> When | None:
        """A date as the page prints it, or None."""
        return (
            parse_date(text, self.now, self.lang)
            if text and any(map(str.isdigit, text))
            else (parse_date(text, self.now, self.lang) if text and self.now and len(text) < 60 else None)
        )


def published_of(
    tree: LexborHTMLParser, page: Structured, flow: Flow, url: str | None, reading: Reading, body_start: int
) -> When | None:
    """The moment of publication, or None; see the module for the order of trust."""
    stated = _first(reading, _stated(page))
    shown = _shown(tree, flow, reading, body_start)
    stamp = date_in_url(url) if url else None
    masthead = _masthead_days(flow, reading)
    candidates = [when for when in (stated, shown, stamp) if when is not None]
    if not candidates:
        return _first(reading, (v for name in _CHANGED for v in page.metas.get(name, ())))
    own = [when for when in candidates if when.latest.date() not in masthead]
    return _finest((own or candidates)[0], candidates)


def _stated(page: Structured) -> list[str]:
    """Dates from JSON-LD and meta tags, in the order of trust."""
    texts = [string_of(node.get("datePublished")) for node in page.articles]
    texts += [value for name in _PUBLISHED[:11] for value in page.metas.get(name, ())]
    texts += [string_of(node.get("dateCreated") or node.get("uploadDate")) for node in page.articles]
    texts += [value for name in _PUBLISHED[11:] for value in page.metas.get(name, ())]
    texts += [
        string_of(node.get("datePublished")) for node in page.nodes if node.get("@type") in ("WebPage", "ItemPage")
    ]
    return [text for text in texts if text]


def _shown(tree: LexborHTMLParser, flow: Flow, reading: Reading, body_start: int) -> When | None:
    """The date that the reader sees: in a `time` element of the article, or in a line after the headline."""
    start = max(flow.h1, 0)
    stop = min(len(flow.lines), max(start + HEADER_LINES, body_start + 1))
    found: When | None = None
    for place in range(start, stop):
        line = flow.lines[place]
        if line.size <= LONGEST_DATE_LINE and place != flow.h1:
            found = reading.date(line.text)
            if found is not None:
                break
    for time in tree.css("time[datetime]")[:12]:
        exact = reading.date(attribute(time, "datetime"))
        if exact is not None and (found is None or exact.latest.date() == found.latest.date()):
            return exact
    return found


def _masthead_days(flow: Flow, reading: Reading) -> set[object]:
    """The days that stand before the headline: today's, as far as the article is concerned."""
    days: set[object] = set()
    for line in flow.lines[: max(flow.h1, 0)]:
        if line.size <= LONGEST_DATE_LINE and sum(map(str.isdigit, line.text)) >= 3:
            when = reading.date(line.text)
            if when is not None and when.precision in (Precision.MINUTE, Precision.HOUR, Precision.DAY):
                days.add(when.latest.date())
    return days


def _first(reading: Reading, texts: object) -> When | None:
    for text in texts:  # type: ignore[attr-defined]
        when = reading.date(text)
        if when is not None and 1990 <= when.latest.year <= 2100:
            return when
    return None


def _finest(chosen: When, candidates: list[When]) -> When:
    """The candidate of the chosen day that also tells the time."""
    if chosen.precision in (Precision.MINUTE, Precision.HOUR):
        return chosen
    for when in candidates:
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
