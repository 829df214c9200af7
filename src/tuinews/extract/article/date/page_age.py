"""Of what time a page is, by all that states a year on it, for a date that states none.

A page that is fetched today may be of another year. "5 May" then is of the year that its address names, no later
than the last change that machines are told, and near the newest of the other dates on it. Only where nothing says
that the page is older is it of the year of the fetch; "two hours ago" is read only there.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from tuinews.extract.article.date.reading import DateReading
from tuinews.extract.dates import Guess, date_in_url
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.structured import Structured, string_of
from tuinews.model.when import Precision, When
from tuinews.quick_dataclass import dataclass

CHANGED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "lastmod",
    "last-modified",
)
"""Meta tags for the day of a change."""

_AHEAD = timedelta(days=2)
"""How far after the time of reading a day without its year may lie (decision 4)."""

_SAME_TIME = timedelta(days=183)
"""A page of which the newest date is older is no page of today; what is dated by that lies no further back."""

_STALE = timedelta(days=31)
"""So long into the new year the year of a copyright may be the last."""

_LONGEST_DATE = 30
"""Letters of a line that is a date and next to nothing else."""

_MOST_LINES = 300
"""Short lines with numbers that are looked at."""

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright|bản quyền|版权所有|版權所有)\D{0,40}?((?:19|20)\d\d)(?:\s?[-–—]\s?((?:19|20)\d\d))?|"
    r"(?<!\d)((?:19|20)\d\d)\s?©",
    re.IGNORECASE,
)
_YEAR_FOLDER = re.compile(r"/((?:19[89]|20\d)\d)(?=/)")


@dataclass(frozen=True, slots=True)
class PageAge:
    """How dates without a year are read on a page, and the first day that is near to what dates the page."""

    reading: DateReading
    since: datetime | None = None

    def holds(self, when: When) -> bool:
        """Whether a guessed day is near enough."""
        return self.since is None or _local(when.latest) >= self.since


def page_age(
    own: Structured, page_lines: PageLines, url: str | None, reading: DateReading, coarse: When | None
) -> PageAge:
    """How a page that is fetched at the `now` of the reading tells its years.

    `page_lines` are those with its margins; `coarse` is the month or the year that the page states of itself.
    """
    now = reading.now
    if now is None:
        return PageAge(reading.sure())
    today = _local(now)
    for end in (_end_of(coarse), _end_of_address(url)):
        if end is not None:
            return PageAge(_at(reading, end) if end < today else reading)
    sure = reading.sure()
    changed = _newest(_dates(sure, changes_of(own)), today)
    if changed is not None:
        return PageAge(_at(reading, changed) if today - changed > _AHEAD else reading)
    newest = _newest(_all_dates(sure, own, page_lines), today)
    if newest is not None and today - newest <= _SAME_TIME:
        return PageAge(reading)
    end = _end_of_copyright(page_lines)
    if end is not None and (newest is None or newest < end) and end + _STALE < today:
        return PageAge(_at(reading, end))
    if newest is not None and (end is None or newest >= end):
        return PageAge(_at(reading, newest), newest - _SAME_TIME)
    return PageAge(reading)


def changes_of(own: Structured) -> list[str]:
    """What machines are told of the last change."""
    texts = [string_of(node.get("dateModified")) for node in own.nodes]
    return texts + [value for name in CHANGED for value in own.metas.get(name, ())]


def _at(reading: DateReading, moment: datetime) -> DateReading:
    return replace(reading, now=moment, guesses=frozenset({Guess.YEAR}))


def _local(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def _end_of_address(url: str | None) -> datetime | None:
    """The end of the month or of the year that an address names, less what a day may lie ahead."""
    month = _end_of(date_in_url(url)) if url else None
    folder = _YEAR_FOLDER.search(url or "")
    return month or (_end_of_year(int(folder[1])) if folder else None)


def _end_of(when: When | None) -> datetime | None:
    """The end of a month or of a year, less what a day may lie ahead."""
    if when is not None and when.precision is Precision.MONTH:
        following = (_local(when.latest).replace(day=1) + timedelta(days=32)).replace(day=1)
        return following - timedelta(seconds=1) - _AHEAD
    return _end_of_year(when.latest.year) if when is not None and when.precision is Precision.YEAR else None


def _end_of_year(year: int) -> datetime:
    return datetime(year, 12, 31, 23, 59) - _AHEAD


def _end_of_copyright(page_lines: PageLines) -> datetime | None:
    """The end of the newest year that is named beside a sign of copyright."""
    found = [
        int(year)
        for line in page_lines.lines
        if line.size <= 300 and ("20" in line.text or "19" in line.text)
        for match in _COPYRIGHT.finditer(line.text)
        for year in match.groups()
        if year
    ]
    return _end_of_year(max(found)) if found else None


def _all_dates(sure: DateReading, own: Structured, page_lines: PageLines) -> Iterator[datetime]:
    """All whole dates of a page that are alone: in its data, its `time` elements, its shortest lines."""
    data = [
        string_of(value) for node in own.nodes for name, value in node.items() if name.lower().startswith("date")
    ]
    yield from _dates(sure, data)
    yield from _dates(sure, (text for _, text in page_lines.times[:_MOST_LINES]))
    short = [
        line.apart for line in page_lines.lines if line.size <= _LONGEST_DATE and any(map(str.isdigit, line.text))
    ]
    yield from _dates(sure, short[:_MOST_LINES])


def _dates(sure: DateReading, texts: Iterable[str]) -> Iterator[datetime]:
    for text in texts:
        when = sure.day(text)
        if when is not None and when.latest.year >= 1990:
            yield _local(when.latest)


def _newest(dates: Iterable[datetime], today: datetime) -> datetime | None:
    return max((day for day in dates if day <= today + _AHEAD), default=None)
