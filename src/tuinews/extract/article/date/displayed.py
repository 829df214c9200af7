"""The dates that a page prints: below its headline, above it, at the start of the text, with a label, under it."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from tuinews.extract.article.body.interruptions.counted_comments import counts_comments
from tuinews.extract.article.date.moments import finest, is_swapped, zoned_by
from tuinews.extract.article.date.other_days import OTHER_DAY
from tuinews.extract.article.date.reading import LONGEST_DATE_LINE, DateReading
from tuinews.extract.dates import Cue, words_beside
from tuinews.extract.page.letters import FIGURE
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.names import holds_comments
from tuinews.extract.page.patterns import BESIDE_NAME, words
from tuinews.extract.page.tags import Trait
from tuinews.model.when import Precision, When
from tuinews.quick_dataclass import dataclass

LONGEST_HEADER_LINE = 250
"""Letters of a line behind which the header is over and the text has begun."""

LONGEST_PLAIN_LINE = 60
"""Letters of a line that says a date and little else."""

LONGEST_LABEL = 25
"""Letters of a line that is but the label of the next."""

MOST_LABELS = 100
"""Short lines with numbers that are looked at for a label; a table of thousands has none."""

HEADER_LINES = 16
"""Lines after the headline in which the date of publication stands."""

FIRST_LINES = 3
"""Lines of the text, a lead among them, behind which its header is over."""

LINES_BELOW = 40
"""Lines below the text among which a heading may count comments, whose days are none of the page's."""

LEAST_OF_CARD = 4
"""Words of a line that leads to another article and tells its day."""

LINES_BEFORE_TEXT = 6
"""Lines before the text in which a date stands where the headline is elsewhere."""

_LABEL = re.compile(
    r"\W{0,2}(?:\(re\)-?published|post (?:time|date)|date|datum|erscheinungsdatum)\b", re.IGNORECASE
)
"""How a line begins that says when something was published, beside the words that `cue_of` knows."""

_DATELINE = re.compile(r"(.{6,60}?)(?:\s[-–—]|\s[„“\"»]|[:)]\s|\s\|)")
"""How a text begins with place and day, set off from the first sentence."""

_CHANGED_NAME = re.compile(r"modif|changed|updated?[-_]|[-_]updated?\b|last-?updat", re.IGNORECASE)
"""Classes of what shows the day of a change; plain "updated" is hAtom's name for any date."""


PARTS = re.compile(r"\s+[|•·]\s+")
"""What sets a date apart from the section and the author in its line."""

_BESIDE_A_DATE = words(
    """
    by von par por de da di door av af oleh bởi theo the at on am le el il um kl
    read reads reading average time lesezeit lecture lectura lettura leitura đọc
    comment comments kommentare commentaires comentarios commenti bình luận views lượt xem
    """
)
"""Words that stand in a line of date and byline and make no sentence of it."""


@dataclass(frozen=True, slots=True)
class DisplayedDate:
    """A date that a page prints below its headline.

    `text` is its line, `own` what the line alone tells, None where only the attribute of a `time` element does;
    `in_time` says that it begins with such an element, `cue` what the page calls it, in words or in a class;
    `beside` are the words of the line that say nothing of time, `others` the other dates in it.
    """

    when: When
    text: str
    own: When | None
    in_time: bool
    cue: Cue | None
    beside: tuple[str, ...] = ()
    others: tuple[When, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the page calls it the day of a change."""
        return self.cue is Cue.UPDATED

    @property
    def alone(self) -> bool:
        """Whether its line says a date and nothing else."""
        return self.own is not None and len(self.text) <= LONGEST_PLAIN_LINE and not self.beside

    @property
    def plain(self) -> bool:
        """Whether its line says a date and little else: names at most, and no sentence."""
        return self.own is not None and len(self.text) <= LONGEST_PLAIN_LINE and not self.in_sentence

    @property
    def in_sentence(self) -> bool:
        """Whether words in small letters say something of the date: "born 6 August 1961 in the harbour"."""
        return any(word.islower() for word in self.beside)


def displayed_below(page_lines: PageLines, reading: DateReading, kept: Sequence[int]) -> DisplayedDate | None:
    """The date below the headline: the first, or one that is marked as such after a line with many other words.

    Behind the first lines of the text, `kept`, dates are its own subject, or those of comments under a short one.
    Where no line of the text is known, those of comments and of links are passed over.
    """
    header = header_of(page_lines, kept)

    def may_date(place: int) -> bool:
        return bool(kept) or is_own(page_lines, place, reading)

    times = [
        (place, when)
        for place, text in page_lines.times
        if place in header and may_date(place) and (when := reading.date(text)) is not None
    ]
    wordy: DisplayedDate | None = None
    long_lines = 0
    for place in header:
        line = page_lines.lines[place]
        when = day_in(page_lines, place, reading)
        if when is not None and may_date(place):
            found = _shown(page_lines, place, _exact(when, place, times), when, reading)
            if _is_marked(found) or (found.plain and (wordy is None or wordy.in_sentence)):
                return found
            wordy = wordy or found
        elif line.size > LONGEST_HEADER_LINE and line.linked < line.size // 2:
            long_lines += 1
            if long_lines > 1:
                break
    if wordy is None and times:
        place, when = times[0]
        return _shown(page_lines, place, when, None, reading)
    return wordy


def _exact(when: When, place: int, times: list[tuple[int, When]]) -> When:
    """A day with the time of day of the `time` elements of the header, in the zone of those in its own line."""
    here = [other for there, other in times if there == place]
    return zoned_by(finest(when, [other for _, other in times]), here)


def _is_marked(found: DisplayedDate) -> bool:
    """Whether a date is marked as that of publication, by an element or by a word."""
    return found.in_time or found.cue is Cue.PUBLISHED


def header_of(page_lines: PageLines, kept: Sequence[int]) -> range:
    """The lines below the headline among which the page tells its day: up to the first lines of the text, `kept`,
    or up to the comments under a short one.
    """
    start = max(page_lines.h1, 0) + (page_lines.h1 >= 0 and not _is_dated_headline(page_lines))
    stop = min(len(page_lines.lines), start + HEADER_LINES)
    if kept:
        stop = min(stop, kept[:FIRST_LINES][-1] + 1)
    return range(start, next((place for place in range(start, stop) if counts_comments(page_lines, place)), stop))


def _is_dated_headline(page_lines: PageLines) -> bool:
    """Whether figures stand behind the headline in its line, as where a break alone sets them apart."""
    line = page_lines.lines[page_lines.h1]
    is_heading = page_lines.traits[line.element] & Trait.HEADING
    return not is_heading and any(FIGURE.search(part) for part in line.parts[1:])


def kept_among(page_lines: PageLines, others: PageLines, kept: Sequence[int]) -> list[int]:
    """The places that the kept lines of another flow of the same page have in this one."""
    nodes = {others.lines[place].nodes[0] for place in kept}
    return [place for place, line in enumerate(page_lines.lines) if line.nodes[0] in nodes]


def day_in(page_lines: PageLines, place: int, reading: DateReading) -> When | None:
    """The day that a line tells; where its `time` element has day and month the other way round, that of the
    element.
    """
    when = reading.day_of(page_lines.lines[place])
    if when is None or _is_called_otherwise(page_lines, place, reading):
        return None
    exact = (reading.date(text) for there, text in page_lines.times if there == place)
    return next((other for other in exact if other is not None and is_swapped(when, other)), when)


def _is_called_otherwise(page_lines: PageLines, place: int, reading: DateReading) -> bool:
    """Whether a line, or a label before it, calls its day another than that of publication: "Best before …"."""
    text = page_lines.lines[place].apart
    called = OTHER_DAY.match(text)
    if called:
        return reading.cue(text[called.end() :]) is None
    above = page_lines.lines[place - 1].text if place else ""
    return len(above) <= LONGEST_LABEL and bool(OTHER_DAY.match(above)) and not any(map(str.isdigit, above))


def displayed_month(page_lines: PageLines, reading: DateReading, kept: Sequence[int]) -> When | None:
    """The month that stands alone between headline and text, directly above the text or in its first line:
    "April 2004".
    """
    start = page_lines.h1 + 1 if kept and 0 <= page_lines.h1 < kept[0] <= page_lines.h1 + HEADER_LINES else None
    for place in range(max(0, kept[0] - 1) if start is None else start, kept[0] + 1) if kept else ():
        text = page_lines.lines[place].apart
        when = reading.date(text) if len(text) <= LONGEST_LABEL and any(map(str.isdigit, text)) else None
        if when is not None and when.precision is Precision.MONTH and not words_beside(text, reading.lang):
            return when
    return None


def is_called_change(line: PageLine, name: str, text: str, reading: DateReading) -> bool:
    """Whether the date in a line is called that of a change, in words or in a class; `name` is its element's."""
    return reading.cue(text) is Cue.UPDATED or _CHANGED_NAME.search(f"{line.own} {name}") is not None


def beside_words(text: str, reading: DateReading) -> list[str]:
    """The words of a text that say nothing of time, but for those of bylines."""
    return [word for word in words_beside(text, reading.lang) if word.lower() not in _BESIDE_A_DATE]


def _shown(page_lines: PageLines, place: int, when: When, own: When | None, reading: DateReading) -> DisplayedDate:
    line = page_lines.lines[place]
    text = reading.words_of(line) if place != page_lines.h1 else " ".join(" ".join(line.parts[1:]).split())
    cue = reading.cue(text[:LONGEST_DATE_LINE])
    if cue is None and _CHANGED_NAME.search(f"{line.own} {page_lines.names[line.element]}"):
        cue = Cue.UPDATED
    own_part = next((part for part in PARTS.split(text) if reading.day(part) is not None), text)
    beside = beside_words(own_part, reading)
    pieces = (*(text for there, text in page_lines.times if there == place), *line.parts)
    others = (other for piece in pieces if (other := reading.day(piece)) is not None)
    return DisplayedDate(when, text, own, line.own == "time", cue, tuple(beside), tuple(others))


def displayed_at_start(page_lines: PageLines, reading: DateReading, kept: Sequence[int]) -> When | None:
    """The date nearest before the text, where the headline stands elsewhere or there is none."""
    if not kept or (0 <= page_lines.h1 < kept[0] <= page_lines.h1 + HEADER_LINES):
        return None
    stop = min(kept[0] + 2, len(page_lines.lines))
    return next(
        iter(days_of(page_lines, reading, range(stop - 1, max(-1, kept[0] - LINES_BEFORE_TEXT), -1))), None
    )


def displayed_with_label(page_lines: PageLines, reading: DateReading) -> When | None:
    """The first date after the headline that is called that of publication, in its line or in the one before."""
    short = (
        place
        for place in range(max(page_lines.h1, 0), len(page_lines.lines))
        if page_lines.lines[place].size <= LONGEST_PLAIN_LINE and FIGURE.search(page_lines.lines[place].text)
    )
    for place in islice(short, MOST_LABELS):
        line = page_lines.lines[place]
        when = day_in(page_lines, place, reading)
        if when is not None:
            above = page_lines.lines[place - 1].text if place else ""
            if _is_label(line.text, reading) or (len(above) <= LONGEST_LABEL and _is_label(above, reading)):
                return when
    return None


def _is_label(text: str, reading: DateReading) -> bool:
    return bool(_LABEL.match(text)) or reading.cue(text) is Cue.PUBLISHED


def displayed_in_text(page_lines: PageLines, reading: DateReading, kept: Sequence[int]) -> When | None:
    """The date that a press release begins with: "Berlin, 2 May 2024 - The council …"."""
    for place in kept[:2]:
        match = _DATELINE.match(page_lines.lines[place].text)
        when = reading.day(match[1]) if match and any(map(str.isdigit, match[1])) else None
        if when is not None:
            return when
    return None


def displayed_under(page_lines: PageLines, reading: DateReading, kept: Sequence[int]) -> When | None:
    """The date under the text, else that of the first `time` element after the headline; none of a comment or of
    what the page links to.
    """
    count = len(page_lines.lines)
    below = range(kept[-1] + 1, min(count, kept[-1] + LINES_BELOW)) if kept else range(0)
    count = next((place for place in below if counts_comments(page_lines, place)), count)
    under = range(max(0, kept[-1] - 1), min(kept[-1] + 5, count)) if kept else range(0)
    found = days_of(page_lines, reading, (place for place in under if is_own(page_lines, place, reading)))
    if found:
        return found[0]
    start = max(page_lines.h1, 0)
    times = ((place, text) for place, text in page_lines.times if start <= place < count)
    exact = (reading.date(text) for place, text in times if is_own(page_lines, place, reading))
    return next((when for when in exact if when is not None), None)


def is_own(page_lines: PageLines, place: int, reading: DateReading) -> bool:
    """Whether a line may date the page: it is no link, unless it says that it tells the day of publication, and
    nothing around it is called comments or the like that does not hold the headline too.
    """
    line = page_lines.lines[place]
    is_told = reading.cue(line.apart[:LONGEST_DATE_LINE]) is Cue.PUBLISHED
    if not is_told and (10 * line.linked >= 9 * line.size or _is_of_card(page_lines, place)):
        return False
    around = page_lines.names_apart(line.element)
    return not any(holds_comments(name) or BESIDE_NAME.matches(name) for name in around)


def _is_of_card(page_lines: PageLines, place: int) -> bool:
    """Whether a line tells the day of another article: a link of several words, beside a line of the same kind; or
    it stands beside a title that is a link.
    """
    line = page_lines.lines[place]
    if any(_is_title_of_card(page_lines, other, place) for other in (place - 1, place + 1)):
        return True
    return _is_dated_link(line) and any(
        _is_dated_link(page_lines.lines[other])
        and page_lines.tag_and_names(other) == page_lines.tag_and_names(place)
        for other in (place - 1, place + 1)
        if 0 <= other < len(page_lines.lines)
    )


def _is_title_of_card(page_lines: PageLines, other: int, place: int) -> bool:
    """Whether a line beside a day is a heading and a link to another article, in a box with the day."""
    if not 0 <= other < len(page_lines.lines) or other == page_lines.h1:
        return False
    line, parent = page_lines.lines[other], page_lines.parent
    is_title = page_lines.traits[line.element] & Trait.HEADING and 10 * line.linked >= 9 * line.size
    box = parent[page_lines.lines[place].element]
    return bool(is_title) and box in (parent[line.element], parent[parent[line.element]])


def _is_dated_link(line: PageLine) -> bool:
    """Whether a third of a line or more is a link, and a figure stands beside it."""
    is_link = line.links == 1 and 3 * line.linked >= line.size > line.linked
    return is_link and len(line.text.split()) >= LEAST_OF_CARD and FIGURE.search(line.text) is not None


def days_of(page_lines: PageLines, reading: DateReading, places: Iterable[int]) -> list[When]:
    """The days that these lines tell."""
    lines = page_lines.lines
    short = (place for place in places if lines[place].size <= LONGEST_DATE_LINE)
    found = (day_in(page_lines, place, reading) for place in short if FIGURE.search(lines[place].text))
    return [when for when in found if when is not None]
