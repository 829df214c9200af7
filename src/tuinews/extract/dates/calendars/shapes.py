"""What calendars beside the common one share: dates of several shapes in one pattern, and their way back."""

import re
from datetime import date

_SHAPES = ("", "2", "3")
"""What stands behind the name of a group in each shape of a date: Python's patterns name a group once."""


def part_of(found: re.Match[str], name: str) -> str:
    """The year, month or day of a date, in whichever shape it was found."""
    parts = found.groupdict()
    return next(filter(None, (parts.get(name + shape) for shape in _SHAPES)), "")


def as_iso(found: re.Match[str], common: date | None) -> str:
    """A day of the common calendar in place of what was found; that itself if there is no such day."""
    return found[0] if common is None else f" {common.isoformat()} "


def numbers_of(names_of_months: tuple[str, ...]) -> dict[str, int]:
    """The number of each month by each of its names; those of one month are set apart by blanks."""
    return {name: number for number, names in enumerate(names_of_months, 1) for name in names.split()}


def any_of(names: dict[str, int]) -> str:
    """A pattern of these names, the longest first, since one may begin another."""
    return "|".join(sorted(names, key=len, reverse=True))
