"""What a server says of an account: what is subscribed there, what is read, starred, labelled."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from tuinews.model.entry import Entry
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ServerSource:
    """A subscription as a server lists it; `id` is the server's own, `folder` None for one in no folder."""

    id: str
    url: str
    title: str
    folder: str | None = None


@dataclass(frozen=True, slots=True)
class ServerEntry:
    """An entry as a server gives it: its id, in the one form that `marks` uses too, and whose it is."""

    id: str
    source_id: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class ServerMarks:
    """The marks of all entries on a server, by their ids; what is not among `unread` is read there.

    `starred` is None if the server has no such list. `labels` are the names of labels with the entries that
    have them; one whose list the server does not give is left out.
    """

    unread: frozenset[str]
    starred: frozenset[str] | None
    labels: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def wanted(self) -> frozenset[str]:
        """All entries that are unread, or marked: the others are not asked for."""
        return self.unread.union(self.starred or (), *self.labels.values())


class ServerMark(StrEnum):
    """What is said to a server of entries."""

    READ = "read"
    STARRED = "starred"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class MarkChange:
    """Entries of a server got a mark (`value`), or lost it; `label` is the name of one that is a label."""

    entry_ids: tuple[str, ...]
    mark: ServerMark
    value: bool
    label: str | None = None
