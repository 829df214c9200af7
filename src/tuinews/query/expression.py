"""What was typed, as a tree."""

from enum import StrEnum
from typing import TypeAlias

from tuinews.quick_dataclass import dataclass


class TextPlace(StrEnum):
    """Where words are looked for."""

    ANYWHERE = "anywhere"
    TITLE = "title"
    TEXT = "text"


class State(StrEnum):
    """What an entry is (`is:`)."""

    UNREAD = "unread"
    READ = "read"
    STARRED = "starred"
    OFFLINE = "offline"
    SAVED = "saved"
    MUTED = "muted"
    NEW = "new"


class Having(StrEnum):
    """What comes with an entry (`has:`)."""

    PICTURE = "picture"
    AUDIO = "audio"
    VIDEO = "video"
    TAG = "tag"
    NOTE = "note"
    HIGHLIGHT = "highlight"


class Name(StrEnum):
    """What an entry is told by (`author:`, `source:`, `folder:`, `site:`, `url:`, `lang:`, `kind:`, `tag:`,
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

    state: State


@dataclass(frozen=True, slots=True)
class Has:
    """An entry with something."""

    what: Having


@dataclass(frozen=True, slots=True)
class Called:
    """An entry whose author, source, folder… is called so."""

    name: Name
    value: str


@dataclass(frozen=True, slots=True)
class Published:
    """An entry that was published from `since` on and before `until`, in seconds since the epoch; None is open."""

    since: float | None = None
    until: float | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """An article whose text is kept and has at least, and at most, so many words; None is open."""

    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Not:
    """What another expression does not find."""

    inner: "Expression"


@dataclass(frozen=True, slots=True)
class All:
    """What each of these finds."""

    inner: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Any:
    """What one of these finds."""

    inner: "tuple[Expression, ...]"


def mentions_muted(expression: "Expression") -> bool:
    """Whether an expression asks for what is muted, which is else left out."""
    if isinstance(expression, Is):
        return expression.state is State.MUTED
    inner = getattr(expression, "inner", ())
    return any(map(mentions_muted, inner if isinstance(inner, tuple) else (inner,)))


Expression: TypeAlias = Term | Is | Has | Called | Published | Length | Not | All | Any
"""Any of them."""
