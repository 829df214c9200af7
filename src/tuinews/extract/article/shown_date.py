"""The dates that a page prints: below its headline, above it, at the start of the text, with a label, under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tuinews.extract.article.flow import Flow, Line
from tuinews.extract.dates import parse_date
from tuinews.model.when import Precision, When

FINE = (Precision.MINUTE, Precision.HOUR, Precision.DAY)
"""What tells a day."""

LONGEST_DATE_LINE = 110
"""Letters of a line that is looked at for a date."""

LONGEST_HEADER_LINE = 250
"""Letters of a line behind which the header is over and the text has begun."""

LONGEST_PLAIN_LINE = 60
"""Letters of a line that says a date and little else."""

LONGEST_LABEL = 25
"""Letters of a line that is but the label of the next."""

HEADER_LINES = 16
"""Lines after the headline in which the date of publication stands."""

LINES_ABOVE = 4
"""Lines before the headline that may be a kicker with a date."""

LINES_BEFORE_TEXT = 6
"""Lines before the text in which a date stands where the headline is elsewhere."""

_LABEL = re.compile(
    r"\W{0,2}(?:(?:first |originally |\(?re\)?-?)?(?:published|posted|created|date|post(?:ed)? (?:time|date|on))\b"
    r"|veröffentlicht|publi(?:é|cado|cat|kov|ziert)|erstellt|datum|erscheinungsdatum"
    r"|ngày đăng|đăng (?:lúc|ngày)|发布|發布|公開日|게시)",
    re.IGNORECASE,
)
"""How a line begins that says when something was published."""

_PUBLISHED = re.compile(
    r"(?:published|posted|created)\b|veröffentlicht|publi(?:é|cado|cat|kov|ziert)|erstellt"
    r"|ngày đăng|đăng (?:lúc|ngày)|发布|發布|公開日|게시",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"updat|modif|aktuali|mis à jour|màj|actuali|aggiorn|bijgewerkt|cập nhật|更新|oppdatert|uppdater|opdater"
    r"|edited|revis|reviewed",
    re.IGNORECASE,
)
_CHANGED_NAME = re.compile(r"modif|changed|updated?[-_]|[-_]updated?\b|last-?updat", re.IGNORECASE)
"""Classes of what shows the day of a change; plain "updated" is hAtom's name for any date."""

_GLUED = re.compile(
    r"(?<=[a-zß-ÿ])(?=[A-Z\d])|(?<=(?:19|20)\d\d)(?=\d{1,2}[. ]|[A-Za-z])|(?<=, (?:19|20)\d\d)(?=\d)"
    r"|(?<=\d\d)(?=(?:19|20)\d\d$)|(?<=[AP]M)(?=[A-Z])|(?<=[ap]m)(?=[A-Z])"
)
"""Where words of two inline elements meet without a blank: "Jane RoeMar 5, 2025", "10. Mai 20249. Mai 2024"."""


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

    def day(self, text: str) -> When | None:
        """The day that a short line tells, be its words glued to a name; None where it tells none."""
        if len(text) > LONGEST_DATE_LINE:
            return None
        when = self.date(text)
        if when is None and any(map(str.isdigit, text)):
            apart = _GLUED.sub(" ", text)
            when = self.date(apart) if apart != text else None
        return when if when is not None and when.precision in FINE else None


@dataclass(frozen=True, slots=True)
class Shown:
    """A date that a page prints below its headline.

    `text` is its line, `own` what the line alone tells, None where only the attribute of a `time` element does;
    `in_time` says that it is all in such an element, `changed` that the page calls it the day of a change.
    """

    when: When
    text: str
    own: When | None
    in_time: bool
    changed: bool

    @property
    def plain(self) -> bool:
        """Whether its line says a date and little else."""
        return self.own is not None and len(self.text) <= LONGEST_PLAIN_LINE


def shown_below(flow: Flow, reading: Reading) -> Shown | None:
    """The date below the headline: the first, or one that is marked as such after a line with many other words."""
    start = max(flow.h1, 0) + (flow.h1 >= 0)
    stop = min(len(flow.lines), start + HEADER_LINES)
    times = [
        (place, when)
        for place, text in flow.times
        if start <= place < stop and (when := reading.date(text)) is not None
    ]
    wordy: Shown | None = None
    long_lines = 0
    for line in flow.lines[start:stop]:
        when = reading.day(line.text)
        if when is not None:
            found = _shown(flow, line, finest(when, [other for _, other in times]), when)
            if found.in_time or _PUBLISHED.search(line.text) or (found.plain and wordy is None):
                return found
            wordy = wordy or found
        elif line.size > LONGEST_HEADER_LINE and line.linked < line.size // 2:
            long_lines += 1
            if long_lines > 1:
                break
    if wordy is None and times:
        place, when = times[0]
        return _shown(flow, flow.lines[place], when, None)
    return wordy


def _shown(flow: Flow, line: Line, when: When, own: When | None) -> Shown:
    names = f"{line.own} {flow.names[line.element]}"
    said = _CHANGED.search(line.text) and not _PUBLISHED.search(line.text)
    return Shown(when, line.text, own, line.own == "time", bool(said or _CHANGED_NAME.search(names)))


def days_before(flow: Flow, reading: Reading) -> list[When]:
    """Every date before the headline: among them today's, of a masthead."""
    return _days(flow.lines[: max(flow.h1, 0)], reading)


def shown_above(flow: Flow, reading: Reading) -> list[When]:
    """Dates in the few lines above the headline: a kicker's, where nothing below tells any."""
    start, stop = max(0, flow.h1 - LINES_ABOVE), max(flow.h1, 0)
    found = _days(flow.lines[start:stop], reading)
    if not found:
        exact = (reading.date(text) for place, text in flow.times if start <= place < stop)
        found = [when for when in exact if when is not None][:1]
    return found


def shown_at_start(flow: Flow, reading: Reading, kept: Sequence[int]) -> When | None:
    """The date nearest before the text, where the headline stands elsewhere or there is none."""
    if not kept or (0 <= flow.h1 < kept[0] <= flow.h1 + HEADER_LINES):
        return None
    lines = flow.lines[max(0, kept[0] - LINES_BEFORE_TEXT + 1) : kept[0] + 2]
    return next(iter(_days(lines[::-1], reading)), None)


def shown_with_label(flow: Flow, reading: Reading) -> When | None:
    """The first date after the headline that is called that of publication, in its line or in the one before."""
    label = ""
    for line in flow.lines[max(flow.h1, 0) :]:
        if line.size <= LONGEST_DATE_LINE and any(map(str.isdigit, line.text)):
            below_label = line.size <= LONGEST_PLAIN_LINE and len(label) <= LONGEST_LABEL and _LABEL.match(label)
            when = reading.day(line.text) if below_label or _LABEL.match(line.text) else None
            if when is not None:
                return when
        label = line.text
    return None


def shown_under(flow: Flow, reading: Reading, kept: Sequence[int]) -> When | None:
    """The date under the text, else that of the first `time` element after the headline."""
    found = _days(flow.lines[max(0, kept[-1] - 1) : kept[-1] + 5], reading) if kept else []
    if found:
        return found[0]
    start = max(flow.h1, 0)
    exact = (reading.date(text) for place, text in flow.times if place >= start)
    return next((when for when in exact if when is not None), None)


def finest(chosen: When, others: Sequence[When]) -> When:
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


def _days(lines: Sequence[Line], reading: Reading) -> list[When]:
    found = (reading.day(line.text) for line in lines if any(map(str.isdigit, line.text)))
    return [when for when in found if when is not None]
