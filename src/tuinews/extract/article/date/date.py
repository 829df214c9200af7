"""When it was published: what machines are told, what stands after the headline, what the address says.

What machines are told is believed unless the page shows its reader another day as its own (`_of_both`). A masthead
prints today's date above the headline; templates repeat it, even in a meta tag. So every date that stands before
the h1 is noted, and a candidate of such a day loses against any that the article itself shows. Which of two days
people take for that of publication was counted; docs/decisions/0003-extraction.md has the figures.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from tuinews.extract.article.date.above import days_before, displayed_above
from tuinews.extract.article.date.ages import displayed_age
from tuinews.extract.article.date.displayed import (
    LONGEST_PLAIN_LINE,
    DisplayedDate,
    displayed_at_start,
    displayed_below,
    displayed_in_text,
    displayed_month,
    displayed_under,
    displayed_with_label,
    kept_among,
)
from tuinews.extract.article.date.moments import FINE, days_between, finest, is_same_moment, is_swapped, zoned
from tuinews.extract.article.date.page_age import changes_of, page_age
from tuinews.extract.article.date.reading import DateReading
from tuinews.extract.dates import Cue, date_in_url, weekday_in
from tuinews.extract.dates.stamps import date_of_epoch
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.structured import Structured, string_of
from tuinews.extract.page.tree import attribute
from tuinews.model.when import Precision, When
from tuinews.quick_dataclass import dataclass

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

EARLIEST_YEAR = 1990
"""The web is no older."""

LONGEST_WAIT = timedelta(days=366)
"""What a page shows as its own day lies no further before the one that a tag for the first publication tells."""

_YEAR_FIRST = re.compile(r"\W*\d{4}\D")


@dataclass(frozen=True, slots=True)
class _Told:
    """What machines are told, and whether it has the year first, so that its day and month are sure."""

    when: When
    year_first: bool


@dataclass(frozen=True, slots=True)
class _Stated:
    """What machines are told, and whether a tag for the first publication or the address says the same."""

    told: _Told
    confirmed: bool


@dataclass(frozen=True, slots=True)
class _DatedPage:
    """One page while its date is sought: what it says to machines, its lines, and how dates are read."""

    own: Structured
    page_lines: PageLines
    reading: DateReading

    def told(self, texts: Iterable[str]) -> _Told | None:
        """The first of the texts that is a date of the time of the web."""
        for text in texts:
            when = date_of_epoch(text) or self.reading.date(text)
            if when is not None and EARLIEST_YEAR <= when.latest.year <= 2100:
                return _Told(when, _YEAR_FIRST.match(text) is not None)
        return None

    def first(self, texts: Iterable[str]) -> When | None:
        """The date of `told`."""
        told = self.told(texts)
        return told.when if told else None


def published_of(
    own: Structured,
    page_lines: PageLines,
    url: str | None,
    reading: DateReading,
    kept: Sequence[int],
    marked: Iterable[str],
    whole: Callable[[], PageLines],
) -> When | None:
    """The moment of publication, or None; see the module for the order of trust.

    `kept` are the lines of the text. `marked` are what `itemprop_dates` finds; asked for only where no tag tells.
    `whole` gives the lines of the page with its margins. They are asked only where no date of the page states its
    year: what they say of its age, and the date that some pages print in a margin.
    """
    reading = _regional(reading, own)
    sure = _DatedPage(own, page_lines, reading.sure())
    stamp = date_in_url(url) if url else None
    marked = list(marked)
    found = _strong(sure, stamp, kept, marked)
    aged = None
    if reading.now is not None and (found is None or found.precision not in FINE):
        age = page_age(own, whole(), url, reading, found)
        guessed = _strong(replace(sure, reading=age.reading), stamp, kept, marked)
        found = guessed if guessed is not None and age.holds(guessed) else found
        aged = displayed_age(page_lines, age.reading, kept) if found is None else None
    return found or _weak(sure, kept, whole()) or stamp or aged or sure.first(changes_of(own))


def _weak(page: _DatedPage, kept: Sequence[int], whole: PageLines) -> When | None:
    """The month at the beginning, else the day in a margin, under the text, or anywhere below the headline."""
    lines, reading = page.page_lines, page.reading
    month = displayed_month(lines, reading, kept)
    if month is not None:
        return month
    same = kept_among(whole, lines, kept)
    margins = replace(page, page_lines=whole)
    return (
        _strong(margins, None, same, ())
        or displayed_under(lines, reading, kept)
        or _strong(margins, None, (), ())
        or displayed_under(whole, reading, same)
    )


def _strong(page: _DatedPage, stamp: When | None, kept: Sequence[int], marked: Iterable[str]) -> When | None:
    """The date that the page tells machines or shows at its headline or beginning, or that of its address."""
    told = page.told(_stated(page.own))
    shown = displayed_below(page.page_lines, page.reading, kept)
    tags = any(name in page.own.metas for name in _OPEN_GRAPH)
    if told is None:
        told = page.told(marked)
        tags = told is not None
    if told is None:
        its_own = shown is not None and not shown.changed and not (shown.in_sentence and shown.cue is None)
        return shown.when if shown is not None and its_own else _unstated(page, shown, stamp, kept)
    if shown is None:
        return told.when
    same = stamp is not None and stamp.precision in FINE and days_between(stamp, told.when) == 0
    return _of_both(page, _Stated(told, tags or same), shown)


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
    page: _DatedPage, other: DisplayedDate | None, stamp: When | None, kept: Sequence[int]
) -> When | None:
    """The day where machines are told none and the header shows none but that of a change or of a sentence."""
    page_lines, reading = page.page_lines, page.reading
    above = displayed_above(page_lines, reading)
    if above is not None and other is not None and other.changed and days_between(other.when, above) > 0:
        above = None  # what was published after its change is the day of a masthead
    if stamp is not None and stamp.precision in FINE:
        return finest(stamp, [above] if above else [])
    found = above or displayed_at_start(page_lines, reading, kept) or displayed_with_label(page_lines, reading)
    if found is None:
        found = other.when if other else displayed_in_text(page_lines, reading, kept)
    return found


def _of_both(page: _DatedPage, stated: _Stated, shown: DisplayedDate) -> When:
    """What machines are told, unless the page shows another day as its own.

    That is the day of the page's own zone, a date alone in its line, any date where the stated day is that of the
    masthead, and the day from which the page is said to be renewed, where nothing confirms the stated one: no
    reader of the page is told of that then. A day of a sentence, or long before the stated one, is its subject.
    """
    said, when = stated.told.when, shown.when
    days = days_between(said, when)
    if days == 0:
        return finest(said, [when])
    if is_same_moment(said, when):
        return zoned(when, said)
    if said.precision not in FINE or _is_night_between(said, shown, days):
        return when
    if shown.own is None or any(days_between(said, other) == 0 for other in shown.others):
        return said
    if is_swapped(said, when):
        is_sure = stated.told.year_first and not _is_named(page, shown)
        return said if is_sure else when
    if _is_below_masthead(page, said, shown):
        return when
    return when if _shows_its_own(page, stated, shown, days) else said


def _is_night_between(said: When, shown: DisplayedDate, days: int) -> bool:
    """Whether two days are one, told in two zones."""
    return (days == -1 and _is_eve(said, shown)) or (days == 1 and _is_morrow(said, shown))


def _is_below_masthead(page: _DatedPage, said: When, shown: DisplayedDate) -> bool:
    """Whether the stated day is that of the masthead, and the page shows another below it in a line of its own."""
    return (
        not shown.in_sentence
        and len(shown.text) <= LONGEST_PLAIN_LINE
        and any(days_between(said, day) == 0 for day in days_before(page.page_lines, page.reading))
    )


def _shows_its_own(page: _DatedPage, stated: _Stated, shown: DisplayedDate, days: int) -> bool:
    """Whether the day that a page shows, `days` after the stated one, is that of its publication or renewal."""
    if shown.when.latest.year < EARLIEST_YEAR or (stated.confirmed and days < -LONGEST_WAIT.days):
        return False
    if shown.changed:
        return 0 < days <= LONGEST_RENEWAL.days and not stated.confirmed
    if days > 0 and _is_of_change(page, shown):
        return False
    its_own = shown.alone if stated.confirmed and shown.cue is not Cue.PUBLISHED else shown.plain
    return its_own and _WEEKDAY.search(shown.text) is None


def _is_named(page: _DatedPage, shown: DisplayedDate) -> bool:
    """Whether the page names the weekday of the day that it shows."""
    return weekday_in(shown.text, page.reading.lang) == shown.when.latest.weekday()


def _is_eve(told: When, shown: DisplayedDate) -> bool:
    """Whether the day before the stated one may be the same in the page's own zone."""
    if shown.in_sentence:
        return False
    early = told.precision is Precision.MINUTE and told.latest.hour < 12
    return shown.plain or shown.in_time or (early and shown.when.precision is Precision.DAY)


def _is_morrow(told: When, shown: DisplayedDate) -> bool:
    """Whether it is the day after a late hour at Greenwich, which may be the same in a zone to the east."""
    late = (
        told.precision is Precision.MINUTE and told.latest.utcoffset() == timedelta(0) and told.latest.hour >= 16
    )
    return late and shown.plain and not shown.changed


def _is_of_change(page: _DatedPage, shown: DisplayedDate) -> bool:
    """Whether the page shows, with a time of day, the moment of the change that machines are told."""
    if shown.own is None or shown.own.precision is not Precision.MINUTE:
        return False
    changes = [when for text in changes_of(page.own) if (when := page.reading.date(text)) is not None]
    when = shown.when
    return any(change.latest.date() == when.latest.date() or is_same_moment(change, when) for change in changes)


def _stated(page: Structured) -> list[str]:
    """Dates from JSON-LD and meta tags, in the order of trust."""
    texts = [_moment(node.get("datePublished")) for node in page.articles]
    texts += [value for name in _PUBLISHED[:11] for value in page.metas.get(name, ())]
    texts += [_moment(node.get("dateCreated") or node.get("uploadDate")) for node in page.articles]
    texts += [value for name in _PUBLISHED[11:] for value in page.metas.get(name, ())]
    texts += [
        _moment(node.get("datePublished")) for node in page.nodes if node.get("@type") in ("WebPage", "ItemPage")
    ]
    texts += [value for name in page.metas if _OTHER_NAME.search(name) for value in page.metas[name]]
    texts += [_moment(node.get("datePublished")) for node in page.nodes]
    films = [node for node in page.nodes if node.get("@type") == "VideoObject"]
    if len(films) == 1 and not page.articles:
        texts.append(_moment(films[0].get("uploadDate")))
    return [text for text in texts if text]


def _moment(value: object) -> str:
    """A moment of JSON-LD as text: seconds since 1970 may be a number."""
    return str(value) if isinstance(value, int) else string_of(value)


def site_labels(url: str | None) -> tuple[str, ...]:
    """The host and its main label, as names of the site."""
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    return (host, max(host.split(".")[-3:-1] or [host], key=len)) if host else ()
