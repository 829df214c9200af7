"""What the screen says of mutes."""

from tuinews.language import N_, _, ngettext
from tuinews.text import clean_line
from tuinews.ui.words.shown_keys import ShownKeys

_LONGEST = 60
"""Characters of a query."""

TITLE = N_("Mute")
HOW_LONG = N_("For how long?")
FOR_EVER = N_("for ever")
FOR_A_DAY = N_("for a day")
FOR_A_WEEK = N_("for a week")
FOR_A_MONTH = N_("for a month")
WORD = N_("word")
AUTHOR = N_("author")
SOURCE = N_("the source")
ADDRESS = N_("address")
THESE = N_("these")
NOTHING_HERE = N_("No article is under the cursor")


def these(count: int) -> str:
    """A choice that mutes the articles that are selected, and no others."""
    return ngettext("This article alone", "These {count} articles alone", count)


def unmute(query: str) -> str:
    """A choice that ends a mute."""
    return _("No longer mute {query}", query=clean_line(query, _LONGEST))


def muted(query: str, count: int, keys: ShownKeys) -> str:
    """A mute was made."""
    articles = ngettext("1 article muted", "{count} articles muted", count)
    return _("{query}: {articles}; {key} undoes it", query=query, articles=articles, key=keys.key("undo"))


def unmuted(query: str, keys: ShownKeys) -> str:
    """A mute was ended."""
    return _("{query} is no longer muted; {key} undoes it", query=query, key=keys.key("undo"))


def with_muted(count: int, note: str) -> str:
    """How many articles of a list are muted, behind how much is listed."""
    if not count:
        return note
    words = _("{count} muted", count=count)
    return f"{note} · {words}" if note else words
