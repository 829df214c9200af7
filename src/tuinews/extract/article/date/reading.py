"""How the dates of one page are read: at what time, in what language, and with what may be guessed."""

import re
from dataclasses import replace
from datetime import datetime

from tuinews.extract.article.date.moments import FINE
from tuinews.extract.dates import ALL_GUESSES, NO_GUESSES, Cue, Guess, cue_of, parse_date
from tuinews.extract.page.letters import FIGURE
from tuinews.extract.page.lines import PageLine
from tuinews.model.when import When
from tuinews.quick_dataclass import dataclass

LONGEST_DATE_LINE = 110
"""Letters of a line that is looked at for a date."""

LONGEST_WITH_BARS = 250
"""Letters of a line that is read between its bars."""

_BARS = re.compile(r"\s+[|•·–—]\s+")

_GLUED_WORDS = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z])|(?<=(?:19|20)\d\d)(?=[A-Z])")
_GLUED = re.compile(
    r"(?<=[a-zß-ÿ])(?=[A-Z\d])|(?<=(?:19|20)\d\d)(?=\d{1,2}[. ]|[A-Za-z])|(?<=, (?:19|20)\d\d)(?=\d)"
    r"|(?<=\d\d)(?=(?:19|20)\d\d$)|(?<=[AP]M)(?=[A-Z])|(?<=[ap]m)(?=[A-Z])"
)
"""Where words ("RoeMar 5, 2025") or numbers ("1.5.20249.5.2024") meet without a blank in one element; where two
elements do, the line tells."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """How dates of one page are read."""

    now: datetime | None
    lang: str | None
    guesses: frozenset[Guess] = ALL_GUESSES

    def sure(self) -> "DateReading":
        """The same, of dates alone that state their year."""
        return replace(self, guesses=NO_GUESSES)

    def date(self, text: str) -> When | None:
        """A date as the page prints it, or None."""
        worded = self.now is not None and Guess.AGE in self.guesses and len(text) < 60
        if not text or not (worded or FIGURE.search(text) or "月" in text):
            return None
        return parse_date(text, self.now, self.lang, self.guesses)

    def cue(self, text: str) -> Cue | None:
        """What a line calls its date, be its words glued to a name."""
        return cue_of(_GLUED.sub(" ", text), self.lang)

    def day(self, text: str) -> When | None:
        """The day that a short text tells, be its words glued to a name; None where it tells none."""
        if len(text) > LONGEST_DATE_LINE:
            return None
        when = self.date(_GLUED_WORDS.sub(" ", text))
        if when is None and FIGURE.search(text):
            apart = _GLUED.sub(" ", text)
            when = self.date(apart) if apart != text else None
        return when if when is not None and when.precision in FINE else None

    def day_of(self, line: PageLine) -> When | None:
        """The day that a line tells: its elements apart first, since a number may touch the next."""
        words = self.words_of(line)
        return self.day(words) or (self.day(line.text) if words != line.text else None)

    def words_of(self, line: PageLine) -> str:
        """What of a line is read: all of it, its elements set apart; of a long one the element, or what stands
        between two bars, that calls its date that of publication or of a change.
        """
        if line.size <= LONGEST_DATE_LINE:
            return line.apart
        if line.size > LONGEST_WITH_BARS:
            return line.text
        pieces = (piece for part in line.parts or (line.text,) for piece in _BARS.split(part))
        dated = (" ".join(piece.split()) for piece in pieces if FIGURE.search(piece))
        called = (part for part in dated if len(part) <= LONGEST_DATE_LINE and self.cue(part) is not None)
        return next(called, line.text)
