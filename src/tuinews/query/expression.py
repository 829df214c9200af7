"""What was typed, as a tree."""

from enum import StrEnum
from typing import TypeAlias

from tuinews.quick_dataclass import dataclass


class TextPlace(StrEnum):
    """Where words are looked for."""

    ANYWHERE = "anywhere"
    TITLE = "title"
    TEXT = "text"


class EntryState(StrEnum):
    """What an entry is (`is:`)."""

    UNREAD = "unread"
    READ = "read"
    STARRED = "starred"
    OFFLINE = "offline"
    SAVED = "saved"
    MUTED = "muted"
    NEW = "new"


class Attachment(StrEnum):
    """What comes with an entry, or was put on it (`has:`)."""

    PICTURE = "picture"
    AUDIO = "audio"
    VIDEO = "video"
    TAG = "tag"
    NOTE = "note"
    HIGHLIGHT = "highlight"


class NamedField(StrEnum):
    """What an entry is found by (`author:`, `source:`, `folder:`, `site:`, `url:`, `lang:`, `kind:`, `tag:`,
    `note:`, `highlight:`, `id:`)."""

    AUTHOR = "author"
    SOURCE = "source"
    FOLDER = "folder"
    SITE = "site"
    LANG = "lang"
    KIND = "kind"
    ADDRESS = "address"
    TAG = "tag"
    NOTE = "note"
    HIGHLIGHT = "highlight"
    ID = "id"


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or a phrase where it was `quoted`, as it was typed (NFC)."""

    text: str
    quoted: bool = False
    place: TextPlace = TextPlace.ANYWHERE


@dataclass(frozen=True, slots=True)
class Is:
    """An entry in a state."""

    state: EntryState


@dataclass(frozen=True, slots=True)
class Has:
    """An entry with something."""

    what: Attachment


@dataclass(frozen=True, slots=True)
class FieldMatch:
    """An entry whose author, source, folder… is called so."""

    name: NamedField
    value: str


@dataclass(frozen=True, slots=True)
class Published:
    """An entry that was published from `since` on and before `until`, in seconds since the epoch; None is open."""

    since: float | None = None
    until: float | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """An article whose text is kept and has at least, and at most, that many words; None is open."""

    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Not:
    """What another expression does not find."""

    inner: "Expression"


@dataclass(frozen=True, slots=True)
class And:
    """What each of these finds."""

    inner: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """What one of these finds."""

    inner: "tuple[Expression, ...]"


def mentions_muted(expression: "Expression") -> bool:
    """Whether an expression asks for what is muted, which is else left out."""
    if isinstance(expression, Is):
        return expression.state is EntryState.MUTED
    return any(map(mentions_muted, _within(expression)))


def has_words(expression: "Expression") -> bool:
    """Whether an expression asks for words anywhere in it."""
    return isinstance(expression, Term) or any(map(has_words, _within(expression)))


def _within(expression: "Expression") -> "tuple[Expression, ...]":
    inner = getattr(expression, "inner", ())
    return inner if isinstance(inner, tuple) else (inner,)


Expression: TypeAlias = Term | Is | Has | FieldMatch | Published | Length | Not | And | Or
"""Any piece of a query."""
