"""The fields of the query language: what may stand behind each, and what it finds."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from tuinews.language import N_
from tuinews.late import late_pattern
from tuinews.model.article import PageKind
from tuinews.query.expression import (
    Attachment,
    Called,
    EntryState,
    Expression,
    Has,
    Is,
    Length,
    NamedField,
    Published,
    Term,
    TextPlace,
)
from tuinews.quick_dataclass import dataclass

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class FieldValue:
    """What stands behind a field's name, and the moment (with its zone) at which it was typed."""

    text: str
    quoted: bool
    now: datetime


@dataclass(frozen=True, slots=True)
class QueryField:
    """One field: how its value is read (ValueError for what is none), what is expected, what can be chosen."""

    read: Callable[[FieldValue], Expression]
    expected: str
    choices: tuple[str, ...] = ()


def _words(place: TextPlace) -> Callable[[FieldValue], Expression]:
    return lambda value: Term(value.text, value.quoted, place)


def _called(name: NamedField) -> Callable[[FieldValue], Expression]:
    return lambda value: Called(name, value.text)


def _chosen(kind: type[E], make: Callable[[E], Expression]) -> Callable[[FieldValue], Expression]:
    return lambda value: make(kind(value.text.lower()))


_DAY = late_pattern(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_AGE = late_pattern(r"([<>]?)=?(\d{1,4})(m|h|d|w|mo|y|)", re.IGNORECASE)
_MINUTES = {"m": 1, "h": 60, "": 1440, "d": 1440, "w": 10_080, "mo": 43_200, "y": 525_600}
_LENGTH = late_pattern(r"([<>]?)(=?)(\d{1,7})(?:-(\d{1,7}))?")
_NUMBERS = late_pattern(r"\d{1,15}(?:-\d{1,15})?(?:,\d{1,15}(?:-\d{1,15})?)*", re.ASCII)
_NAMED_DAYS = {"today": 0, "yesterday": 1, "hôm nay": 0, "hôm qua": 1, "homnay": 0, "homqua": 1}


def _numbers(value: FieldValue) -> Expression:
    if _NUMBERS.fullmatch(value.text) is None:
        raise ValueError(value.text)
    return Called(NamedField.ID, value.text)


def _midnight(value: FieldValue) -> datetime:
    """The beginning of the day, month or year that is named, in the zone of the one who typed it."""
    back = _NAMED_DAYS.get(value.text.lower())
    if back is not None:
        return (value.now - timedelta(days=back)).replace(hour=0, minute=0, second=0, microsecond=0)
    match = _DAY.fullmatch(value.text)
    if match is None:
        raise ValueError(value.text)
    return datetime(int(match[1]), int(match[2] or 1), int(match[3] or 1), tzinfo=value.now.tzinfo)


def _before(value: FieldValue) -> Expression:
    return Published(until=_midnight(value).timestamp())


def _after(value: FieldValue) -> Expression:
    return Published(since=_midnight(value).timestamp())


def _age(value: FieldValue) -> Expression:
    match = _AGE.fullmatch(value.text)
    if match is None:
        raise ValueError(value.text)
    moment = (value.now - timedelta(minutes=int(match[2]) * _MINUTES[match[3].lower()])).timestamp()
    return Published(until=moment) if match[1] == ">" else Published(since=moment)


def _length(value: FieldValue) -> Expression:
    match = _LENGTH.fullmatch(value.text)
    if match is None or (match[4] and match[1]):
        raise ValueError(value.text)
    sign, equal, number = match[1], bool(match[2]), int(match[3])
    if match[4]:
        return Length(number, int(match[4]))
    if sign == "<":
        return Length(most=number if equal else number - 1)
    return Length(least=number + 1 if sign == ">" and not equal else number)


FIELDS = MappingProxyType(
    {
        "title": QueryField(_words(TextPlace.TITLE), N_("words of the title")),
        "text": QueryField(_words(TextPlace.TEXT), N_("words of the text")),
        "author": QueryField(_called(NamedField.AUTHOR), N_("an author's name, or a part of it")),
        "source": QueryField(_called(NamedField.SOURCE), N_("a source's name or a part of it, or its number")),
        "folder": QueryField(_called(NamedField.FOLDER), N_("the name of a folder")),
        "site": QueryField(_called(NamedField.SITE), N_("a host such as tuoitre.vn")),
        "url": QueryField(_called(NamedField.ADDRESS), N_("a part of an address")),
        "lang": QueryField(_called(NamedField.LANG), N_("a language code such as vi or en")),
        "kind": QueryField(
            _chosen(PageKind, lambda kind: Called(NamedField.KIND, kind.value)),
            N_("a kind of page"),
            tuple(PageKind),
        ),
        "tag": QueryField(_called(NamedField.TAG), N_("the name of a tag")),
        "note": QueryField(_called(NamedField.NOTE), N_("words of a note of yours")),
        "highlight": QueryField(_called(NamedField.HIGHLIGHT), N_("words of a highlighted passage")),
        "id": QueryField(_numbers, N_("numbers of articles such as 12 or 12,15-18")),
        "is": QueryField(_chosen(EntryState, Is), N_("a state"), tuple(EntryState)),
        "has": QueryField(_chosen(Attachment, Has), N_("what comes with an article"), tuple(Attachment)),
        "before": QueryField(_before, N_("a day such as 2026-11-24, a month, a year, today or yesterday")),
        "after": QueryField(_after, N_("a day such as 2026-11-24, a month, a year, today or yesterday")),
        "age": QueryField(_age, N_("an age such as 3d, 12h, 2w, >6mo or >1y")),
        "words": QueryField(_length, N_("a number such as >2000, <300 or 500-900")),
    }
)
"""Every field by its name."""
