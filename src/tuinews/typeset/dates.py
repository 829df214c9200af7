"""Dates in words: how long ago, in a few cells, and in full, in the article's language.

Clocks are the user's: what a page states with its zone is said in the zone of this computer (TZ, else the
system's), what it states without one is said as it stands.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, tzinfo

from tuinews.language import _, current
from tuinews.model.when import Precision, When

_DAY = 86_400
"""Seconds."""
_FINE = (Precision.MINUTE, Precision.HOUR)
_AGE_CELLS = {"vi": 8}
"""Of the languages whose ages are whole words: `11 tháng`, which has no room for a `~`."""

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}


def age(when: When | datetime, now: datetime) -> str:
    """How long before `now`, in at most `age_cells()`: now, 5m, 3h, today, 2d, 3w, 5mo, 2y; `~` where approximate.

    In the program's language. A moment in the future is "now" (clocks and pages err); one without an offset is of
    the user's zone.
    """
    moment = when if isinstance(when, When) else When(when)
    if moment.precision in _FINE:
        passed = _in_zone(now, None) - _in_zone(moment.latest, None)
        seconds = max(0, int(passed / timedelta(seconds=1)))
        words = _clock_age(seconds) if seconds < _DAY else _calendar_age(seconds // _DAY)
    else:
        words = _calendar_age(_days_since(moment, now))
    is_rough = moment.approximate and words not in (_("now"), _("today")) and len(words) < age_cells()
    return f"~{words}" if is_rough else words


def age_cells() -> int:
    """The most cells that an age takes in the program's language."""
    return _AGE_CELLS.get(current(), 5)


def full_date(when: When, lang: str | None = None) -> str:
    """The date in full, no finer than it is known, with its time where that is known.

    In the language of the BCP 47 tag `lang` (vi, en, de, fr, es, ja, zh, ko; others as 2021-10-26 10:42);
    a time with an offset is said in the user's zone, one without as it stands. An interval has a `~` before it.
    """
    write = _WRITERS.get((lang or "").lower().split("-")[0], _iso)
    moment = when.latest
    if when.precision in _FINE and moment.tzinfo:
        moment = _in_zone(moment, None)
    if when.precision is Precision.YEAR:
        years = sorted({(when.earliest or moment).year, moment.year})
        text = "–".join(str(year) for year in years)
    elif when.precision is Precision.MONTH:
        text = write(moment, None)
    else:
        text = write(moment, moment.day)
        if when.precision in _FINE:
            text += f"{_BEFORE_TIME.get(write, ' ')}{moment:%H:%M}"
    return f"~ {text}" if when.approximate or when.precision is Precision.WEEK else text


def _in_zone(moment: datetime, zone: tzinfo | None) -> datetime:
    """`moment` in `zone`, None being the user's; as it stands where no calendar goes so far."""
    try:
        return moment.astimezone(zone)
    except (OverflowError, ValueError, OSError):
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _clock_age(seconds: int) -> str:
    if seconds < 60:
        return _("now")
    return _("{n}m", n=seconds // 60) if seconds < 3600 else _("{n}h", n=seconds // 3600)


def _days_since(when: When, now: datetime) -> int:
    """Days of the calendar from `when` to `now`.

    A printed day is over as soon as it is over for the user or where it was printed; an interval is reckoned
    from a moment, which has its day in the user's zone.
    """
    here = _in_zone(now, None).date()
    if when.approximate:
        return max(0, (here - _in_zone(when.latest, None).date()).days)
    there = _in_zone(now, when.latest.tzinfo).date()
    return max(0, (max(here, there) - when.latest.date()).days)


def _calendar_age(days: int) -> str:
    if days < 7:
        return _("{n}d", n=days) if days else _("today")
    if days < 31:
        return _("{n}w", n=days // 7)
    return _("{n}mo", n=days * 12 // 365 or 1) if days < 365 else _("{n}y", n=days // 365)


Writer = Callable[[datetime, int | None], str]


def _iso(moment: datetime, day: int | None) -> str:
    return f"{moment.year:04}-{moment.month:02}" + (f"-{day:02}" if day else "")


def _vietnamese(moment: datetime, day: int | None) -> str:
    return f"{day} tháng {moment.month}, {moment.year}" if day else f"tháng {moment.month}, {moment.year}"


def _chinese(moment: datetime, day: int | None) -> str:
    return f"{moment.year}年{moment.month}月" + (f"{day}日" if day else "")


def _korean(moment: datetime, day: int | None) -> str:
    return f"{moment.year}년 {moment.month}월" + (f" {day}일" if day else "")


def _with_names(lang: str, pattern: str, without_day: str, first: str = "1") -> Writer:
    names = _MONTHS[lang].split()

    def write(moment: datetime, day: int | None) -> str:
        name = names[moment.month - 1]
        if day is None:
            return without_day.format(month=name, year=moment.year)
        return pattern.format(day=first if day == 1 else day, month=name, year=moment.year)

    return write


_WRITERS: Mapping[str, Writer] = {
    "vi": _vietnamese,
    "ja": _chinese,
    "zh": _chinese,
    "ko": _korean,
    "en": _with_names("en", "{day} {month} {year}", "{month} {year}"),
    "de": _with_names("de", "{day}. {month} {year}", "{month} {year}"),
    "fr": _with_names("fr", "{day} {month} {year}", "{month} {year}", first="1er"),
    "es": _with_names("es", "{day} de {month} de {year}", "{month} de {year}"),
}
_BEFORE_TIME: Mapping[Writer, str] = {_WRITERS[lang]: ", " for lang in ("en", "de", "fr", "es")}
