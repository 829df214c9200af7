"""Dates that an address holds: folders of year, month and day, and the stamps of Vietnamese newsrooms."""

import re
from datetime import datetime

from tuinews.extract.dates import zones
from tuinews.model.when import Precision, When

_FOLDERS = re.compile(
    r"[/_.-](?P<year>19[89]\d|20\d\d)(?P<s>[/_.-])(?P<month>\d{1,2})(?P=s)(?P<day>\d{1,2})(?!\d)"
)
_NAMED = re.compile(r"/(?P<year>19[89]\d|20\d\d)/(?P<month>[a-z]{3})/(?P<day>\d{1,2})(?!\d)", re.I)
_COMPACT = re.compile(r"(?<!\d)(?P<year>19[89]\d|20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
_STAMP = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\d{0,5}(?!\d)"
)
_NEWSROOM = re.compile(
    r"(?<!\d)\d{3}(?P<year>[12]\d)(?P<month>\d\d)(?P<day>\d\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\d{2,5}(?!\d)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def date_in_url(url: str) -> When | None:
    """The day that the address `url` holds, or None.

    Stamps such as `…-20240115103000.htm` tell a time too, but of the newsroom's program: often UTC, often the
    draft's. So the day is all that is said; see docs/decisions/0004-dates.md for the figures.
    """
    path = re.sub(r"^[a-z]+://[^/]*", "", url[:2000])
    for pattern in (_FOLDERS, _NAMED, _STAMP, _NEWSROOM, _COMPACT):
        for match in pattern.finditer(path):
            when = _day(match)
            if when is not None:
                return when
    return None


def _day(match: re.Match[str]) -> When | None:
    year, month = int(match["year"]), match["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month.lower()) + 1 if month.lower() in _MONTHS else 0
    try:
        day = datetime(year + 2000 if year < 100 else year, number, int(match["day"]))
    except ValueError:
        return None
    return When(day.replace(tzinfo=zones.VIETNAM) if match.re in (_STAMP, _NEWSROOM) else day, Precision.DAY)
