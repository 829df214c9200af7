"""How a page writes its dates: the order of day and month, and the year that it leaves out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from tuinews.extract.dates import parse_date
from tuinews.extract.listing.outline import Outline
from tuinews.model.when import Precision, When

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:19|20)?\d\d(?![\d/-])")
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
_AFTER_STAMP = timedelta(days=20)


@dataclass(frozen=True, slots=True)
class DateReader:
    """Reads the dates of one page.

    `lang` is the language tag to read them with, `now` the time of fetching where it is known, else `latest` a
    moment near it that the page itself tells: only for texts that leave out the year, never for relative words.
    """

    lang: str | None
    now: datetime | None
    latest: datetime | None = None

    def read(self, text: str, stamp: When | None = None) -> When | None:
        """The date of a text; `stamp` is the date in the article's address, which may tell the year."""
        found = parse_date(text, self.now, self.lang)
        if found is not None or self.now is not None:
            return found
        near = stamp.latest + _AFTER_STAMP if stamp else self.latest
        if near is None:
            return None
        # A date without its year is the same a few days later; "yesterday" and "3 hours ago" are not.
        one, other = parse_date(text, near, self.lang), parse_date(text, near + _DAYS_APART, self.lang)
        return one if one is not None and one == other else None


def date_reader(
    outline: Outline, titles: Iterable[str], url: str, lang: str | None, now: datetime | None
) -> DateReader:
    """How to read the dates of this page, whose articles are called `titles`."""
    return DateReader(_date_language(outline, titles, url, lang), now, None if now else _latest(outline))


def _date_language(outline: Outline, titles: Iterable[str], url: str, lang: str | None) -> str | None:
    """The language to read dates with: the page's, less what templates leave there ("en" on a Vietnamese page)."""
    named = (lang or "").lower()
    if named and not named.startswith("en"):
        return lang
    shown = list(titles)
    for script, tag in ((_VIETNAMESE, "vi"), *_SCRIPTS):
        if shown and 2 * sum(bool(script.search(title)) for title in shown) > len(shown):
            return tag
    month_first = _month_first(outline)
    if month_first is not None:
        return "en-US" if month_first else "en-GB"
    top = (urlsplit(url).hostname or "").rpartition(".")[2]
    if named and len(top) == 2 and top not in _NO_COUNTRY:
        return "en-GB"
    return lang


def _month_first(outline: Outline) -> bool | None:
    """What the page's own numeric dates tell: a number over 12 can only be the day. None where they don't."""
    first = second = 0
    for node in outline.nodes:
        if node.text and len(node.text) < 200:
            for match in _NUMERIC.finditer(node.text):
                first += int(match[1]) > 12
                second += int(match[3]) > 12
    return None if bool(first) is bool(second) else bool(second)


def _latest(outline: Outline) -> datetime | None:
    """The latest moment that the page states in full, else the end of the year in its copyright line."""
    moments = [
        found.latest.replace(tzinfo=None)
        for node in outline.nodes
        if (value := node.attributes.get("datetime")) and len(value) < 40
        if (found := parse_date(value)) is not None and found.precision in (Precision.MINUTE, Precision.DAY)
    ]
    if moments:
        return max(moments)
    years = [int(m[1]) for node in outline.nodes if node.text for m in _COPYRIGHT.finditer(node.text[:300])]
    return datetime(max(years), 12, 31) if years else None
