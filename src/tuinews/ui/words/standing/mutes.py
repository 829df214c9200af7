"""What the screen says of mutes."""

from collections.abc import Mapping

from tuinews.language import N_, _, ngettext
from tuinews.late import late_pattern
from tuinews.text import clean_line
from tuinews.ui.words.shown_keys import ShownKeys

_LONGEST = 60
"""Characters of a query."""

_TERM = late_pattern(r'(title|author|source|url|site):(?:"([^"]*)"|(\S+))')
"""A query that the sheet of mutes makes: one field, and what stands there."""

TITLE = N_("Mute")
KEYS = N_("Enter mutes · Esc closes")
HOW_LONG = N_("For how long?")
HOW_LONG_KEYS = N_("Enter mutes for that long · Esc goes back")
FOR_EVER = N_("for ever")
FOR_A_DAY = N_("for a day")
FOR_A_WEEK = N_("for a week")
FOR_A_MONTH = N_("for a month")
WORD = N_("in the title")
AUTHOR = N_("author")
SOURCE = N_("the source")
ADDRESS = N_("address")
THESE = N_("these")
NOTHING_HERE = N_("No article is under the cursor")


def these(count: int) -> str:
    """A choice that mutes the articles that are selected, and no others."""
    return ngettext("This article alone", "These {count} articles alone", count)


def called(query: str, sources: Mapping[int, str]) -> str:
    """What a mute hides, in words where it is one thing of an article; `sources` are names by their ids."""
    term = _TERM.fullmatch(query)
    field, said = (term[1], clean_line(term[2] or term[3], _LONGEST)) if term else ("", "")
    if field == "title":
        return _("“{words}” in the title", words=said)
    if field == "author":
        return _("the author {name}", name=said)
    if field == "source" and said.isdecimal() and int(said) in sources:
        return _("the source {name}", name=clean_line(sources[int(said)], _LONGEST))
    if field in ("url", "site"):
        return _("what is at {address}", address=said)
    return clean_line(query, _LONGEST)


def unmute(what: str) -> str:
    """A choice that ends a mute; `what` as it is `called`, here and below."""
    return _("No longer mute {query}", query=what)


def muted(what: str, count: int, keys: ShownKeys) -> str:
    """A mute was made."""
    articles = ngettext("1 article muted", "{count} articles muted", count)
    return _("{query}: {articles}; {key} undoes it", query=what, articles=articles, key=keys.key("undo"))


def unmuted(what: str, keys: ShownKeys) -> str:
    """A mute was ended."""
    return _("{query} is no longer muted; {key} undoes it", query=what, key=keys.key("undo"))


def with_muted(count: int, note: str) -> str:
    """How many articles of a list are muted, behind how much is listed."""
    if not count:
        return note
    words = _("{count} muted", count=count)
    return f"{note} · {words}" if note else words
