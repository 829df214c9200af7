"""The fields of the query language: what may stand behind each, and what it finds."""

import re
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from tuinews.language import N_
from tuinews.late import late_pattern
from tuinews.model.article import PageKind
from tuinews.query.expression import (
    Attachment,
    EntryState,
    Expression,
    FieldMatch,
    Has,
    Is,
    Length,
    NamedField,
    Published,
    Term,
    TextPlace,
)
from tuinews.query.moments import age_typed, day_typed
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
    most_words: int = 1
    """How many words may stand behind it without quotes, as in `after:last week`."""


def _words(place: TextPlace) -> Callable[[FieldValue], Expression]:
    return lambda value: Term(value.text, value.quoted, place)


def _called(name: NamedField) -> Callable[[FieldValue], Expression]:
    return lambda value: FieldMatch(name, value.text)


def _chosen(kind: type[E], make: Callable[[E], Expression]) -> Callable[[FieldValue], Expression]:
    return lambda value: make(kind(value.text.lower()))


_COUNT = r"(\d{1,3}(?:[.,\s]\d{3})+|\d{1,7})"
_LENGTH = late_pattern(rf"([<>]?)(=?)\s*{_COUNT}(?:(?:-|\.\.){_COUNT}|\+)?")
_NUMBERS = late_pattern(r"\d{1,15}(?:-\d{1,15})?(?:,\d{1,15}(?:-\d{1,15})?)*", re.ASCII)
_HOST = late_pattern(r"(?:[a-z]+://)?(?:[^/?#@\s]*@)?(?:www\.|\*?\.)?([^/?#\s]+?)(?::(?:80|443)?)?(?:[/?#].*)?")


def _numbers(value: FieldValue) -> Expression:
    if _NUMBERS.fullmatch(value.text) is None:
        raise ValueError(value.text)
    return FieldMatch(NamedField.ID, value.text)


def _host(value: FieldValue) -> Expression:
    """The host of what may be a whole address: one pastes it."""
    match = _HOST.fullmatch(value.text.lower())
    if match is None:
        raise ValueError(value.text)
    return FieldMatch(NamedField.SITE, match[1])


def _language(value: FieldValue) -> Expression:
    return FieldMatch(NamedField.LANG, value.text.lower())


def _tag(value: FieldValue) -> Expression:
    return FieldMatch(NamedField.TAG, value.text.removeprefix("#"))


def _before(value: FieldValue) -> Expression:
    return Published(until=day_typed(value.text, value.now).timestamp())


def _after(value: FieldValue) -> Expression:
    return Published(since=day_typed(value.text, value.now).timestamp())


def _age(value: FieldValue) -> Expression:
    return Published(*age_typed(_plain(value.text), value.now))


def _plain(text: str) -> str:
    return text.replace("≤", "<=").replace("≥", ">=")


def _length(value: FieldValue) -> Expression:
    match = _LENGTH.fullmatch(_plain(value.text))
    if match is None or (match[4] and match[1]):
        raise ValueError(value.text)
    sign, equal, number = match[1], bool(match[2]), _whole(match[3])
    if match[4]:
        return Length(*sorted((number, _whole(match[4]))))
    if sign == "<":
        return Length(most=number if equal else number - 1)
    return Length(least=number + 1 if sign == ">" and not equal else number)


def _whole(number: str) -> int:
    """A number that may have marks between its thousands."""
    return int("".join(filter(str.isdecimal, number)))


_A_DAY = N_("a day such as 2026-11-24, a month, a year, today or yesterday")

FIELDS = MappingProxyType(
    {
        "title": QueryField(_words(TextPlace.TITLE), N_("words of the title")),
        "text": QueryField(_words(TextPlace.TEXT), N_("words of the text")),
        "author": QueryField(_called(NamedField.AUTHOR), N_("an author's name, or a part of it")),
        "source": QueryField(_called(NamedField.SOURCE), N_("a source's name or a part of it, or its number")),
        "folder": QueryField(_called(NamedField.FOLDER), N_("the name of a folder")),
        "site": QueryField(_host, N_("a host such as tuoitre.vn")),
        "url": QueryField(_called(NamedField.ADDRESS), N_("a part of an address")),
        "lang": QueryField(_language, N_("a language code such as vi or en")),
        "kind": QueryField(
            _chosen(PageKind, lambda kind: FieldMatch(NamedField.KIND, kind.value)),
            N_("a kind of page"),
            tuple(PageKind),
        ),
        "tag": QueryField(_tag, N_("the name of a tag")),
        "note": QueryField(_called(NamedField.NOTE), N_("words of a note of yours")),
        "highlight": QueryField(_called(NamedField.HIGHLIGHT), N_("words of a highlighted passage")),
        "id": QueryField(_numbers, N_("numbers of articles such as 12 or 12,15-18")),
        "is": QueryField(_chosen(EntryState, Is), N_("a state"), tuple(EntryState)),
        "has": QueryField(_chosen(Attachment, Has), N_("what comes with an article"), tuple(Attachment)),
        "before": QueryField(_before, _A_DAY, most_words=2),
        "after": QueryField(_after, _A_DAY, most_words=2),
        "age": QueryField(_age, N_("an age such as 3d, 12h, 2w, >6mo or >1y"), most_words=3),
        "words": QueryField(_length, N_("a number such as >2000, <300 or 500-900"), most_words=2),
    }
)
"""Every field by its name."""
