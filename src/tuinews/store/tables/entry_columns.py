"""The columns of `entry`: each field that a listing says of an article, and what becomes of it here.

A new field needs a line here and a step in `schema_steps`; lists, merging, search and backups follow this list.
"""

from dataclasses import fields
from enum import Enum

from tuinews.model.entry import Entry
from tuinews.quick_dataclass import dataclass
from tuinews.store.encodings import ENCLOSURES, TEXTS, WHEN
from tuinews.store.tables.columns import Column, Columns


class Merge(Enum):
    """What becomes of a known value when the entry is listed again; what is left out never takes it away."""

    RESTATE = "its own source may restate it, another one only fills it in"
    PREFER = "the better of two dates stays, see `preferred_date`"


class SearchedIn(Enum):
    """The column of the search index in which the words of a field are found."""

    TITLE = "title"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class EntryColumn(Column):
    """A field of `Entry` as the table keeps it.

    `from_article` is the field of a kept article that fills it in where the listing left it out. `in_backup` says
    whether the daily backup keeps it of an entry that is read and not starred.
    """

    merge: Merge = Merge.RESTATE
    searched_in: SearchedIn | None = None
    from_article: str | None = None
    in_backup: bool = True

    @property
    def nothing(self) -> object:
        """The value of the field where no listing says anything of it."""
        return next(field.default for field in fields(Entry) if field.name == self.field)


ENTRY: Columns[EntryColumn] = Columns(
    (
        EntryColumn("title", searched_in=SearchedIn.TITLE),
        EntryColumn("url"),
        EntryColumn("summary", searched_in=SearchedIn.SUMMARY, from_article="lead", in_backup=False),
        EntryColumn(
            "published",
            WHEN,
            ("published", "precision", "earliest"),
            merge=Merge.PREFER,
            from_article="published",
        ),
        EntryColumn("authors", TEXTS, searched_in=SearchedIn.SUMMARY, from_article="authors"),
        EntryColumn("image", in_backup=False),
        EntryColumn("lang"),
        EntryColumn("comments", in_backup=False),
        EntryColumn("enclosures", ENCLOSURES, in_backup=False),
    )
)
"""What listings say of an entry; its `id` there is the column `listed.identity`, for each source that lists it."""

OWN_COLUMNS = ("id", "source_id", "canonical", "first_seen", "former_title")
"""What the store itself notes of an entry."""

NOTHING_KNOWN = (None, "", "[]")
"""What stands in a column of which no listing has said anything."""
