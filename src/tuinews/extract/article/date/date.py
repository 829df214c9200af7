"""When it was published: what machines are told, what stands after the headline, what the address says.

What machines are told is believed unless the page shows its reader another day as its own (`_of_both`). A masthead
prints today's date above the headline; templates repeat it, even in a meta tag. So every date that stands before
the h1 is noted, and a candidate of such a day loses against any that the article itself shows. Which of two days
people take for that of publication was counted; docs/decisions/0003-extraction.md has the figures.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from tuinews.extract.article.date.displayed import (
    LONGEST_PLAIN_LINE,
    DisplayedDate,
    days_before,
    displayed_above,
    displayed_at_start,
    displayed_below,
    displayed_in_text,
    displayed_under,
    displayed_with_label,
    finest,
    is_swapped,
)
from tuinews.extract.article.date.page_age import changes_of, page_age
from tuinews.extract.article.date.reading import FINE, DateReading
from tuinews.extract.dates import date_in_url
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.structured import Structured, string_of
from tuinews.extract.page.tree import attribute
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

LONGEST_RENEWAL = timedelta(days=3 * 365)
"""After so long a change is upkeep: the text is still that of its first day."""

_OPEN_GRAPH = ("article:published_time", "og:article:published_time")
"""Tags that say "when the article was first published" (ogp.me), beside which a change is but a change."""

_WEEKDAY = re.compile(r"\b(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*,? ", re.IGNORECASE)
"""What makes a date that of today in a masthead."""

_FURTHEST = timedelta(hours=14)
"""The zone furthest from Greenwich (UTC+14, Kiritimati)."""


@dataclass(frozen=True, slots=True)
class _Stated:
    """What machines are told, and whether a tag for the first publication or the address says the same."""

    when: When
    confirmed: bool


@dataclass(frozen=True, slots=True)
class _DatedPage:
    """One page while its date is sought: what it says to machines, its lines, and how dates are read."""

    own: Structured
    page_lines: PageLines
    reading: DateReading

    def first(self, texts: Iterable[str]) -> When | None:
        """The first of the texts that is a date of the time of the web."""
        for text in texts:
            when = self.reading.date(text)
            if when is not None and 1990 <= when.latest.year <= 2100:
                return when
        return None


def published_of(
    own: Structured,
    page_lines: PageLines,
    url: str | None,
    reading: DateReading,
    kept: Sequence[int],
    marked: Iterable[str] = (),
    whole: Callable[[], PageLines] | None = None,
) -> When | None:
    """The moment of publication, or None; see the module for the order of trust.

    `kept` are the lines of the text. `marked` are what `itemprop_dates` finds; asked for only where no tag tells.
    `whole` gives the lines of the page with its margins: what they say of its age is asked only where no date of
    the page states its year.
    """
    reading = _regional(reading, own)
    sure = _DatedPage(own, page_lines, reading.sure())
    stamp = date_in_url(url) if url else None
    marked = list(marked)
    found = _strong(sure, stamp, kept, marked)
    if reading.now is not None and (found is None or found.precision not in FINE):
        age = page_age(own, whole() if whole else page_lines, url, reading, found)
        guessed = _strong(replace(sure, reading=age.reading), stamp, kept, marked)
        found = guessed if guessed is not None and age.holds(guessed) else found
    if found is None:
        found = displayed_under(page_lines, sure.reading, kept) or stamp or sure.first(changes_of(own))
    return found


def _strong(page: _DatedPage, stamp: When | None, kept: Sequence[int], marked: Iterable[str]) -> When | None:
    """The date that the page tells machines or shows at its headline or beginning, or that of its address."""
    stated = page.first(_stated(page.own))
    shown = displayed_below(page.page_lines, page.reading, kept)
    tags = any(name in page.own.metas for name in _OPEN_GRAPH)
    if stated is None:
        stated = page.first(marked)
        tags = stated is not None
    if stated is None:
        return shown.when if shown is not None and not shown.changed else _unstated(page, shown, stamp, kept)
    if shown is None:
        return stated
    confirmed = tags or (stamp is not None and stamp.precision in FINE and _days(stamp, stated) == 0)
    return _of_both(page, _Stated(stated, confirmed), shown)


def itemprop_dates(nodes: Iterable[LexborNode], page_lines: PageLines, kept: Sequence[int]) -> list[str]:
    """The values of elements with `itemprop=datePublished`, but for those of `time` elements under the text or in
    a margin: such are of comments.
    """
    last = kept[-1] if kept else len(page_lines.lines)
    seen = {text for place, text in page_lines.times if place <= last + 1}
    found = ((attribute(node, "content"), attribute(node, "datetime")) for node in nodes)
    return [content or moment for content, moment in found if content or moment in seen]


def _regional(reading: DateReading, own: Structured) -> DateReading:
    """English of the region that Open Graph names, where the page's language names none."""
    locale = own.meta("og:locale").replace("_", "-")
    return replace(reading, lang=locale) if reading.lang == "en" and locale.startswith("en-") else reading


def _unstated(
    page: _DatedPage, changed: DisplayedDate | None, stamp: When | None, kept: Sequence[int]
) -> When | None:
    """The day where machines are told none and the header shows none, or only that of a change."""
    page_lines, reading = page.page_lines, page.reading
    above = displayed_above(page_lines, reading)
    if stamp is not None and stamp.precision in FINE:
        return finest(stamp, [above] if above else [])
    found = above or displayed_at_start(page_lines, reading, kept) or displayed_with_label(page_lines, reading)
    if found is None:
        found = changed.when if changed else displayed_in_text(page_lines, reading, kept)
    return found


def _of_both(page: _DatedPage, stated: _Stated, shown: DisplayedDate) -> When:
    """What machines are told, unless the page shows another day as its own.

    That is the day of the page's own zone, a date alone in its line, any date where the stated day is that of the
    masthead, and the day from which the page is said to be renewed, where nothing confirms the stated one: no
    reader of the page is told of that then.
    """
    said, when = stated.when, shown.when
    days = _days(said, when)
    if days == 0:
        return finest(said, [when])
    if said.precision not in FINE or _is_same_moment(said, when) or (days == -1 and _is_eve(said, shown)):
        return when
    if shown.own is None or (said.latest.tzinfo is not None and is_swapped(said, when)):
        return said
    if len(shown.text) <= LONGEST_PLAIN_LINE and any(
        _days(said, day) == 0 for day in days_before(page.page_lines, page.reading)
    ):
        return when
    if shown.changed:
        return when if 0 < days <= LONGEST_RENEWAL.days and not stated.confirmed else said
    if days > 0 and _is_of_change(page, shown):
        return said
    return when if shown.plain and not _WEEKDAY.search(shown.text) else said


def _days(one: When, other: When) -> int:
    """The days from one date to another, each as written."""
    return (other.latest.date() - one.latest.date()).days


def _is_same_moment(one: When, other: When) -> bool:
    """Whether two times of different days are one moment in two zones: all zones differ by quarters of an hour."""
    if one.precision is not Precision.MINUTE or other.precision is not Precision.MINUTE:
        return False
    apart = abs(one.latest.replace(tzinfo=None) - other.latest.replace(tzinfo=None))
    return apart <= _FURTHEST and (one.latest.minute - other.latest.minute) % 15 == 0


def _is_eve(stated: When, shown: DisplayedDate) -> bool:
    """Whether the day before the stated one may be the same in the page's own zone."""
    early = stated.precision is Precision.MINUTE and stated.latest.hour < 12
    return shown.plain or shown.in_time or (early and shown.when.precision is Precision.DAY)


def _is_of_change(page: _DatedPage, shown: DisplayedDate) -> bool:
    """Whether the page shows, with a time of day, the moment of the change that machines are told."""
    if shown.own is None or shown.own.precision is not Precision.MINUTE:
        return False
    changes = [when for text in changes_of(page.own) if (when := page.reading.date(text)) is not None]
    when = shown.when
    return any(change.latest.date() == when.latest.date() or _is_same_moment(change, when) for change in changes)


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
    texts += [string_of(node.get("datePublished")) for node in page.nodes]
    return [text for text in texts if text]


def site_labels(url: str | None) -> tuple[str, ...]:
    """The host and its main label, as names of the site."""
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    return (host, max(host.split(".")[-3:-1] or [host], key=len)) if host else ()
