"""What a list names, judged: an address that may be a source, a query that may be a view, or why not.

Only http and https are taken: newsboat's `exec:` and `filter:`, a `|command` or a `file:` from a stranger's list
would be run or read by the next refresh, so they are named as skipped.
"""

import re

from tuinews.address import tidy
from tuinews.errors import QueryError
from tuinews.language import N_, _
from tuinews.model.source import SourceKind
from tuinews.model.source_list import SkippedSource
from tuinews.model.standing.queries import SavedView
from tuinews.query.parser import parse
from tuinews.subscriptions.subscription_list import ListedSource
from tuinews.text import clean_line

_REASONS = (
    ("exec:", N_("it runs a command")),
    ("filter:", N_("it runs a command")),
    ("|", N_("it runs a command")),
    ("file:", N_("only http and https addresses are accepted")),
)


def listed_source(
    written: str, title: str | None, folder: str | None, kind: SourceKind | None
) -> ListedSource | SkippedSource:
    """The source at `written`, or why it is none."""
    lower = written.strip().lower()
    why = next((_(reason) for start, reason in _REASONS if lower.startswith(start)), None)
    url = None if why else tidy(written)
    if url:
        return ListedSource(url, clean_line(title) or None, folder or None, kind)
    scheme = re.match(r"[a-z][a-z0-9+.-]*:", lower)
    is_web = lower.startswith(("http:", "https:"))  # and then too long, or broken
    why = why or (
        _("only http and https addresses are accepted") if scheme and not is_web else _("this is not an address")
    )
    return SkippedSource(clean_line(written, 500), why)


def listed_view(name: str | None, query: str) -> SavedView | SkippedSource:
    """A view that a list names, or why it is none."""
    query = clean_line(query, 500)
    try:
        says_something = parse(query) is not None
    except QueryError as error:
        return SkippedSource(query, error.why)
    if not says_something:
        return SkippedSource(clean_line(name, 500), _("its query is empty"))
    return SavedView(name=clean_line(name, 200) or query, query=query)
