"""What a language's words of time look like as data, and the tables of all languages together.

A table is written for the eye: forms are separated by commas, meanings by semicolons, and a form may have
several words. Month and weekday names follow Unicode CLDR 48 and what newspapers print; genitives and
abbreviations stand beside the dictionary form. Accents need not be repeated without their marks: the index
in `vocabulary` folds them.
"""

from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The words of time of one language; a field that the language does not need is left empty.

    `months` has twelve meanings and `weekdays` seven, from Monday; `months_at_home` and `weekdays_at_home` are
    forms, in lower case, that count only where the language is known. `days` are whole days told by a word: the
    day before yesterday; yesterday; today; tomorrow. `last` are the last week; the last month; the last year.
    `ago` stands behind a number and its unit ("3 days ago"), `since` before them ("vor 3 Tagen"), and `less` says
    that it is not quite as long. `clock` are hour words that also tell the time of day ("17 Uhr", "10 giờ 30");
    `hour` are not ("3 hours"). `numbers` are spelled numbers from one; `halves` mean half of the unit that
    follows. `published` and `updated` tell which of two dates is meant. `at` stands before a time of day. `am`
    and `pm` are the halves of the day, `night` the hours around midnight, `noon` those around noon.
    `rewrites` are forms that say several things at once, as "form = what it says in plain words".
    `glue` are words that join the parts of a date and say nothing.
    """

    lang: str
    months: str = ""
    months_at_home: str = ""
    weekdays: str = ""
    weekdays_at_home: str = ""
    second: str = ""
    minute: str = ""
    hour: str = ""
    clock: str = ""
    day: str = ""
    week: str = ""
    month: str = ""
    year: str = ""
    ago: str = ""
    since: str = ""
    less: str = ""
    days: str = ""
    now: str = ""
    last: str = ""
    numbers: str = ""
    few: str = ""
    halves: str = ""
    published: str = ""
    updated: str = ""
    at: str = ""
    am: str = ""
    pm: str = ""
    noon: str = ""
    night: str = ""
    rewrites: str = ""
    glue: str = ""
