"""How the requests of a source are made, as its options say."""

from tuinews.model.entry_row import EntryRow
from tuinews.model.source import Source
from tuinews.web.access import USUAL_ACCESS, Access


def access_of(source: Source) -> Access:
    """What the requests of a source carry."""
    return Access(source.options.user_agent) if source.options.user_agent else USUAL_ACCESS


def typed_for(source: Source, row: EntryRow) -> str | None:
    """The address that the user typed, whose host may be private, for what an entry of a source leads to."""
    # A page that was read by its own address was typed by the user, and may be fetched again.
    return source.typed_url if source.kind.traits.is_followed else row.url
