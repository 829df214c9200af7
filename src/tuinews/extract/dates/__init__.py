"""Dates as the press prints them, in every language of its vocabulary, absolute and relative.

`parse_date` reads a text that holds a date; `date_in_url` reads an address that does; `cue_of` tells what a text
calls its date. All are pure: the clock of the machine is never read. A text becomes tokens (`tokens`, with the
words of `words_*`), a string of their kinds is matched against the shapes of dates (`calendar`), times of day
(`clock`) and relative words (`relative`).
"""

from tuinews.extract.dates.cues import Cue, counts_minutes, cue_of, is_only_a_date, weekday_in, words_beside
from tuinews.extract.dates.dates import ALL_GUESSES, NO_GUESSES, Guess, parse_date
from tuinews.extract.dates.habits import english_of, language_of_numbers
from tuinews.extract.dates.stamps import date_in_url

__all__ = [
    "ALL_GUESSES",
    "NO_GUESSES",
    "Cue",
    "Guess",
    "counts_minutes",
    "cue_of",
    "date_in_url",
    "english_of",
    "is_only_a_date",
    "language_of_numbers",
    "parse_date",
    "weekday_in",
    "words_beside",
]
