"""The days of all other calendars in a text, as those of the common one."""

import re

from tuinews.extract.dates.calendars import bikram, ethiopic, hebrew, hijri, jalali, japanese

_DIGIT = re.compile(r"\d")


def in_common_calendar(text: str, lang: str) -> str:
    """A normal text with the days of other calendars as ISO 8601; those of the moon where no common year stands
    beside them.
    """
    if not _DIGIT.search(text):
        return hebrew.with_common_days(text)
    text = ethiopic.with_common_days(jalali.with_common_days(bikram.with_common_days(text, lang), lang))
    return hebrew.with_common_days(hijri.with_common_days(japanese.with_common_days(text, lang), lang))
