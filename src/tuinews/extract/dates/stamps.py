"""Dates that programs write: seconds since 1970, and in addresses folders and the stamps of newsrooms."""

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

from tuinews.extract.dates import time_zones
from tuinews.late import late_pattern
from tuinews.model.when import Precision, When

_LIMIT = 2000
"""Characters of an address that are looked at."""

_EPOCH = late_pattern(
    r"@?(?P<seconds>\d{10})(?:\.\d+|\d{3})?|\\?/Date\((?P<dotnet>\d{10})\d{3}(?:[+-]\d{4})?\)\\?/", re.IGNORECASE
)
"""As numbers, as `date +@…` has them, and as .NET writes them into JSON, whose offset moves nothing."""

_YEAR = r"(?P<year>19[89]\d|20\d\d)"
_FOLDERS = late_pattern(rf"(?<=/){_YEAR}/(?P<month>\d{{1,2}}|[a-z]{{3,9}})/(?P<day>\d{{1,2}})(?=/|$)", re.I)
_MONTH_FOLDER = late_pattern(rf"(?<=/){_YEAR}-(?P<month>\d\d)/(?P<day>\d\d)(?=/|$)")
_DASHED = late_pattern(rf"(?<=[/_.-]){_YEAR}(?P<mark>[-_.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)")
_DAY_FIRST = late_pattern(
    rf"(?<=[/_-])(?P<day>1[3-9]|2\d|3[01])(?P<mark>[-_.])(?P<month>\d\d)(?P=mark){_YEAR}(?!\d)"
)
_STAMP = late_pattern(r"(?<!\d)(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:[01]\d|2[0-3])[0-5]\d\d{0,5}(?!\d)")
_NEWSROOM = late_pattern(
    r"(?<!\d)\d{3}(?P<year>1[5-9]|2\d)(?P<month>\d\d)(?P<day>\d\d)(?:[01]\d|2[0-3])[0-5]\d\d{2,5}(?!\d)"
)
_COMPACT = late_pattern(rf"(?<!\d){_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
_DAYS = (_FOLDERS, _MONTH_FOLDER, _DASHED, _DAY_FIRST, _STAMP, _NEWSROOM, _COMPACT)
_MONTH = late_pattern(rf"(?<=/){_YEAR}/(?P<month>0\d|1[0-2])/(?=[^/]*[^/\d])")
_ARCHIVED = late_pattern(r"^https?://[^/]+/web/\d{14}[a-z_]*/(?!https?:)")
_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
    *("november", "december"),
)
_MONTHS = {name: place for place, full in enumerate(_NAMES, 1) for name in (full, full[:3])}


def date_of_epoch(text: str) -> When | None:
    """The moment of seconds or milliseconds since 1970, from 2001 (ten digits) to 2286; None for another text."""
    found = _EPOCH.fullmatch(text)
    return When(datetime.fromtimestamp(int(found["seconds"] or found["dotnet"]), UTC)) if found else None


def date_in_url(url: str) -> When | None:
    """The day that the address `url` holds, else the month of its folder ("/2024/01/slug"), else None.

    A stamp such as `…-20240115103000.htm` tells a time too, but of the newsroom's program: in UTC at one paper, of
    the draft at another. So the day is all that is said; docs/decisions/0004-dates.md has the figures. The
    query is not read, and of an archived copy only the address that was archived.
    """
    host, path = _parts(url[:_LIMIT])
    zone = time_zones.VIETNAM if host.endswith(".vn") else None
    for pattern in _DAYS:
        for match in pattern.finditer(path):
            day = _day(match["year"], match["month"], match["day"])
            if day is not None:
                return When(day.replace(tzinfo=zone), Precision.DAY)
    folder = _MONTH.search(path)
    day = _day(folder["year"], folder["month"], "1") if folder else None
    return None if day is None else When(day.replace(tzinfo=zone), Precision.MONTH)


def _parts(url: str) -> tuple[str, str]:
    url = _ARCHIVED.sub("http://", url)
    inner = max(url.rfind("http://"), url.rfind("https://"), 0)
    try:
        parts = urlsplit(url[inner:])
        return (parts.hostname or ""), parts.path
    except ValueError:
        return "", ""


def _day(year: str, month: str, day: str) -> datetime | None:
    number = int(month) if month.isdigit() else _MONTHS.get(month.lower(), 0)
    try:
        return datetime(int(year) + (2000 if len(year) == 2 else 0), number, int(day))
    except ValueError:
        return None
