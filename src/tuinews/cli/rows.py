"""Entries as commands print them: lines for people, and the JSON form of the contract."""

from typing import Any

from tuinews.address import masked_password
from tuinews.language import _
from tuinews.library.store_thread import utc_now
from tuinews.model.entry_row import Cached, EntryRow
from tuinews.text import clean_line
from tuinews.typeset.dates import age, age_cells


def row_to_json(row: EntryRow) -> dict[str, Any]:
    """An entry as `list --json` prints it; `snippet` only where it is a hit of a search."""
    when = row.published
    value: dict[str, Any] = {
        "id": row.id,
        "source": row.source_id,
        "sources": list(row.source_ids),
        "source_title": row.source_title,
        "title": row.title,
        "former_title": row.former_title,
        "url": masked_password(row.url) if row.url else None,
        "published": when.date if when else None,
        "earliest": when.earliest_date if when else None,
        "precision": when.precision.value if when else None,
        "first_seen": row.first_seen.isoformat(timespec="seconds"),
        "summary": row.summary,
        "author": list(row.authors),
        "read": row.read,
        "starred": row.starred,
        "new": row.new,
        "cached": row.cached.value,
        "tags": list(row.tags),
        "note": row.note or None,
        "highlights": row.highlights,
        "story": {"id": row.story.id, "others": row.story.others} if row.story else None,
    }
    return value | ({"snippet": row.snippet} if row.snippet is not None else {})


def row_age(row: EntryRow) -> str:
    """How old an entry is; of one without a date that is not known, whenever it was first seen."""
    return age(row.published, utc_now()) if row.published else _("no date")


def row_line(row: EntryRow) -> str:
    """An entry as a line for people: id, marks, age, source and title."""
    marks = ("●" if not row.read else " ") + ("★" if row.starred else " ")
    marks += " " if row.cached is Cached.NONE else "↓"
    when = row_age(row).rjust(max(age_cells() - 1, len(_("no date"))))
    others = f" +{row.story.others}" if row.story else ""
    tagged = "".join(f" #{clean_line(tag)}" for tag in row.tags)
    tagged += " ✎" if row.note or row.highlights else ""
    tagged += " ≠" if row.former_title else ""
    return (
        f"{row.id:>6} {marks} {when}  {clean_line(row.source_title, 24)}: {clean_line(row.title)}{others}{tagged}"
    )
