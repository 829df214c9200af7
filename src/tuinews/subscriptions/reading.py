"""Reads a list of sources that somebody else, or its user, wrote; what stands in it says which kind it is."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tuinews.errors import SourceListError
from tuinews.language import _
from tuinews.late import late_pattern
from tuinews.model.source_list import SkippedSource
from tuinews.model.sources.options import without_risks
from tuinews.model.standing.queries import SavedView
from tuinews.subscriptions.newsboat_urls import of_lines
from tuinews.subscriptions.outlines import of_outlines
from tuinews.subscriptions.subscription_list import ListedSource, SubscriptionList
from tuinews.subscriptions.tables import of_json

MAX_CHARACTERS = 50_000_000
"""A longer list is refused."""

_HEAD = 4000
"""Characters at the beginning by which a text is told from what is none."""

_CONTROL = late_pattern(r"[\0-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.02
"""Share of control characters at the beginning of a text; of noise, or of a packed file, it is a tenth."""

_COMMENT = late_pattern(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_XML = late_pattern(r"\s*<(?!https?://)(?:\?xml|!|opml|outline|[a-z])", re.IGNORECASE)


def parse_source_list(text: str) -> SubscriptionList:
    """The sources of a list that anybody may have written: `parse_own_list` without the options that run a
    command, or read a file or the environment; who has such is named as skipped.
    """
    found = parse_own_list(text)
    safe: list[ListedSource] = []
    named: list[SkippedSource] = []
    for one in found.sources:
        options = without_risks(one.options)
        safe.append(one if options == one.options else replace(one, options=options))
        if options != one.options:
            named.append(SkippedSource(one.url, _("its commands, cookies and variables were left out")))
    return SubscriptionList(tuple(safe), (*found.skipped, *named), found.views)


def parse_own_list(text: str) -> SubscriptionList:
    """The sources of an OPML document, newsboat's urls file, a list of addresses, a table or a list in JSON, as
    their user wrote it.

    Raises SourceListError for another kind of document (a feed, a web page) and for one that is too long. 50,000
    sources take seconds, in steps between which other threads have their turn.
    """
    if len(text) > MAX_CHARACTERS:
        raise SourceListError(_("list of sources"), _("it is too long"), _("split it into parts"))
    head = text[:_HEAD]
    if len(_CONTROL.findall(head)) > _MOST_CONTROLS * len(head):
        raise _is_none()
    text = text.lstrip("\ufeff \t\r\n").replace("\0", "")
    if text.startswith(("[", "{")) and (named := of_json(text)) is not None:
        return _collected(iter(named))
    if not _XML.match(text):
        return _collected(of_lines(text))
    if not re.search(r"<(?:[\w.-]{1,40}:)?(?:opml|outline)\b", text, re.IGNORECASE):
        raise _is_none()
    return _collected(of_outlines(_COMMENT.sub("", text)))


def _is_none() -> SourceListError:
    """The error of what is no list of sources: a feed, a web page, a picture."""
    return SourceListError(
        _("list of sources"), _("this is neither OPML nor a list of addresses"), _("choose another file")
    )


def _collected(found: Iterator[ListedSource | SavedView | SkippedSource]) -> SubscriptionList:
    sources: list[ListedSource] = []
    views: dict[str, SavedView] = {}
    skipped: dict[str, SkippedSource] = {}
    for one in found:
        if isinstance(one, ListedSource):
            sources.append(one)
        elif isinstance(one, SavedView):
            views.setdefault(f"{one.name}\n{one.query}", one)
        else:
            skipped.setdefault(f"{one.url}\n{one.why}", one)
    return SubscriptionList(tuple(sources), tuple(skipped.values()), tuple(views.values()), is_own=True)
