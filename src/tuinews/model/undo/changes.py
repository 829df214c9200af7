"""The changes that a person makes by a key or a command, each as one step that can be taken back and done again.

They are plain values, so that they can be kept: what was done yesterday is taken back today. A new kind has its
class here, its JSON form in `changes_json`, and what takes it back in `inverse`; what it does is in
`store.tables.changes`, and its words are in `library.undo_messages`.
"""

from enum import StrEnum

from tuinews.late import late_imports
from tuinews.model.article import SelectorRule
from tuinews.model.standing.queries import StandingQuery
from tuinews.quick_dataclass import dataclass

with late_imports(__name__):
    from tuinews.model.annotations.highlights import Highlight
    from tuinews.model.sources.arrangement import Arrangement


class EntryMark(StrEnum):
    """What an entry can be marked as."""

    READ = "read"
    STARRED = "starred"


@dataclass(frozen=True, slots=True)
class EntriesMarked:
    """Entries got a mark (`value`), or lost it; `ids` are those that did not have it so before."""

    ids: tuple[int, ...]
    mark: EntryMark
    value: bool


@dataclass(frozen=True, slots=True)
class SourceArranged:
    """A source got another name, folder or options."""

    source_id: int
    before: Arrangement
    after: Arrangement


@dataclass(frozen=True, slots=True)
class SelectorRuleChanged:
    """The pages of a source are read by another selector rule, or by none; `title` is the source's name."""

    source_id: int
    title: str
    before: SelectorRule | None
    after: SelectorRule | None


@dataclass(frozen=True, slots=True)
class SourcesRemoved:
    """Sources were removed; `titles` are their names, in the same order."""

    ids: tuple[int, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FolderMoved:
    """A folder got another path, with all that is in it; None if what was in it is in no folder any more, or
    (`before`) was in none until this takes that back.

    `ids` are the sources that were in it: another folder of that path may have had sources of its own.
    """

    before: str | None
    after: str | None
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QueryChanged:
    """A standing query was kept (`before` is None), changed, or removed (`after` is None)."""

    before: StandingQuery | None
    after: StandingQuery | None


@dataclass(frozen=True, slots=True)
class EntryTags:
    """The tags that an entry had, and those that it has."""

    entry_id: int
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TagsChanged:
    """Entries have other tags."""

    entries: tuple[EntryTags, ...]


@dataclass(frozen=True, slots=True)
class NoteChanged:
    """An entry has another note; "" for none."""

    entry_id: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HighlightsChanged:
    """An entry has other highlights."""

    entry_id: int
    before: tuple[Highlight, ...]
    after: tuple[Highlight, ...]


@dataclass(frozen=True, slots=True)
class StoryParted:
    """An entry, called `title`, does not tell the story number `story`, as `others` do that were taken for the
    same."""

    entry_id: int
    title: str
    story: int
    others: tuple[int, ...]


Change = (
    StoryParted
    | TagsChanged
    | NoteChanged
    | HighlightsChanged
    | FolderMoved
    | EntriesMarked
    | SourceArranged
    | SelectorRuleChanged
    | SourcesRemoved
    | QueryChanged
)


@dataclass(frozen=True, slots=True)
class SourcesRestored:
    """Sources that were removed are there again; never kept, since it is done by taking back alone."""

    ids: tuple[int, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryJoined:
    """An entry tells a story again that it was parted from; never kept, as above."""

    entry_id: int
    title: str
    story: int
    others: tuple[int, ...]


Step = Change | SourcesRestored | StoryJoined
"""What is done to a library: a change, or what takes one back."""
