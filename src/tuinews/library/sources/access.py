"""Where the requests of a source may go."""

from tuinews.model.entry_row import EntryRow
from tuinews.model.source import Source


def typed_for(source: Source, row: EntryRow) -> str | None:
    """The address that the user typed, whose host may be private, for what an entry of a source leads to."""
    # A page that was read by its own address was typed by the user, and may be fetched again.
    return source.typed_url if source.kind.traits.is_followed else row.url
