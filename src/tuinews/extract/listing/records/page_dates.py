"""How a page writes its dates: the order of day and month, and the year of dates without one."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from tuinews.extract.dates import NO_GUESSES, Guess, english_of, parse_date
from tuinews.extract.listing.outline import Outline
from tuinews.model.when import Precision, When
from tuinews.quick_dataclass import dataclass

_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[^0-9]{0,30}(?:(?:19|20)\d\d\s*[-–—]\s*)?(20\d\d)", re.IGNORECASE)
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_SCRIPTS = (
    (re.compile(r"[\u3040-\u30ff]"), "ja"),
    (re.compile(r"[\uac00-\ud7af]"), "ko"),
    (re.compile(r"[\u4e00-\u9fff]"), "zh"),
    (re.compile(r"[\u0e00-\u0e7f]"), "th"),
    (re.compile(r"[\u0370-\u03ff]"), "el"),
    (re.compile(r"[\u0400-\u04ff]"), "ru"),
    (re.compile(r"[\u0590-\u05ff]"), "he"),
    (re.compile(r"[\u0600-\u06ff]"), "ar"),
)
_NO_COUNTRY = frozenset(
    ("us", "io", "co", "tv", "me", "ai", "ly", "fm", "to", "cc", "ws", "am", "gg", "sh", "im", "is")
)
_DAYS_APART = timedelta(days=3)
"""Days between two readings of a date, to see whether it depends on the day of the fetch."""

_BEFORE_STAMP, _AFTER_STAMP, _MONTH = timedelta(days=2), timedelta(days=20), timedelta(days=31)
"""Days around the date in an article's address within which its printed date lies: an address may be days older,
and a time zone ahead; and the days of a month, where the address tells no more."""

_WITH_YEAR = frozenset({Guess.AGE})
"""What may be guessed of a text that states its year: how old it is."""

_OF_YEAR = frozenset({Guess.YEAR})
"""What may be guessed of a text under the heading of a year."""

_OF_WEEKDAY = frozenset({Guess.AGE})
"""What may be guessed of the name of a weekday."""

_LONGEST_WEEKDAY = 20
"""Characters of the name of a weekday."""

_AHEAD = timedelta(days=2)
"""How far after the time of reading a day without its year may lie (decision 4)."""

_LONGEST_ATTRIBUTE, _COPYRIGHT_LINE = 40, 300
"""Characters of a `datetime`, and of a text that may begin with a copyright line: longer texts quote others."""


@dataclass(frozen=True, slots=True)
class DateReader:
    """Reads the dates of one page.

    `lang` is the language tag to read them with and `now` the time of fetching. Where that is unknown, `latest` is
    the latest moment in the page: it is used for dates without a year, never for relative words.
    """

    lang: str | None
    now: datetime | None
    latest: datetime | None = None

    def read(self, text: str, stamp: When | None = None) -> When | None:
        """The date of a text; `stamp` is the date in the article's address, or the year or month that it is listed
        under, which gives the year where none is.

        Numbers without a year that lie far from the day in the address are none: "10/12" is a counter.
        """
        found = parse_date(text, self.now, self.lang)
        if found is not None and (stamp is None or found == parse_date(text, self.now, self.lang, _WITH_YEAR)):
            return found
        if found is None and self.now is not None:
            return None
        if stamp is not None:
            return self._near(text, stamp)
        return self._at_any_time(text, self.latest) if self.latest else None

    def read_whole(self, text: str) -> When | None:
        """The day, with its year, that a text names, and that does not lie ahead."""
        found = parse_date(text, self.now, self.lang, NO_GUESSES)
        if found is None or found.precision not in (Precision.DAY, Precision.MINUTE) or self.now is None:
            return None
        return found if found.timestamp <= When(self.now + _AHEAD).timestamp else None

    def weekday(self, text: str) -> When | None:
        """The last such day, where a text is the name of a weekday and nothing else: "Thứ Hai"."""
        if self.now is None or len(text) > _LONGEST_WEEKDAY or any(map(str.isdigit, text)):
            return None
        found = parse_date(f"{text} 00:00", self.now, self.lang, _OF_WEEKDAY)
        if found is None or found.precision is not Precision.MINUTE or parse_date(text, self.now, self.lang):
            return None
        return When(found.latest, Precision.DAY)

    def _near(self, text: str, stamp: When) -> When | None:
        """The date of a text without a year in the days around `stamp`, or None; of that year where it is one."""
        if stamp.precision is Precision.YEAR:
            end = datetime(stamp.latest.year, 12, 31) - _AHEAD
            return parse_date(text, end, self.lang, _OF_YEAR)
        month = _MONTH if stamp.precision is Precision.MONTH else timedelta()
        found = self._at_any_time(text, stamp.latest + month + _AFTER_STAMP)
        earliest = When(stamp.latest - _BEFORE_STAMP).timestamp
        return found if found is not None and found.timestamp >= earliest else None

    def _at_any_time(self, text: str, near: datetime) -> When | None:
        """The date of a text, the same when read at `near` and a few days later, as "yesterday" is not."""
        one, other = parse_date(text, near, self.lang), parse_date(text, near + _DAYS_APART, self.lang)
        return one if one is not None and one == other else None


def date_reader(
    outline: Outline, titles: Iterable[str], url: str, lang: str | None, now: datetime | None
) -> DateReader:
    """How to read the dates of this page, whose articles are called `titles`."""
    return DateReader(_date_language(outline, titles, url, lang), now, None if now else _latest(outline))


def _date_language(outline: Outline, titles: Iterable[str], url: str, lang: str | None) -> str | None:
    """The language to read dates with: the page's, unless a template left it there ("en" on a Vietnamese page)."""
    named = (lang or "").lower()
    if named and not named.startswith("en"):
        return lang
    known = list(titles)
    for script, tag in ((_VIETNAMESE, "vi"), *_SCRIPTS):
        if known and 2 * sum(bool(script.search(title)) for title in known) > len(known):
            return tag
    english = english_of(node.text for node in outline.nodes if node.text)
    if english is not None:
        return english
    top = (urlsplit(url).hostname or "").rpartition(".")[2]
    if named and len(top) == 2 and top not in _NO_COUNTRY:
        return "en-GB"
    return lang


def _latest(outline: Outline) -> datetime | None:
    """The latest complete date of the page, else the end of the year in its copyright line."""
    moments = [
        found.latest.replace(tzinfo=None)
        for node in outline.nodes
        if (value := node.attributes.get("datetime")) and len(value) < _LONGEST_ATTRIBUTE
        if (found := parse_date(value)) is not None and found.precision in (Precision.MINUTE, Precision.DAY)
    ]
    if moments:
        return max(moments)
    years = [
        int(m[1]) for node in outline.nodes if node.text for m in _COPYRIGHT.finditer(node.text[:_COPYRIGHT_LINE])
    ]
    return datetime(max(years), 12, 31) if years else None
