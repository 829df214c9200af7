"""`tuinews sources`: what the library follows."""

import argparse
import re
from datetime import datetime
from typing import Any

from tuinews.address import masked
from tuinews.cli.output import print_json, print_lines
from tuinews.cli.session import with_library
from tuinews.cli.words import refreshing as words
from tuinews.cli.words import sources as messages
from tuinews.errors import says_left_alone
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.library.store_thread import utc_now
from tuinews.model.article import SelectorRule
from tuinews.model.source import Source
from tuinews.model.sources.options import OPTIONS, written
from tuinews.text import clean_line

_REFUSED = re.compile(r"(?<!\d)40[13](?!\d)")
"""The statuses of a server that wants to know who asks, in whatever language they are told."""


def run(arguments: argparse.Namespace) -> int:
    """List the sources with their counts and the error of the last refresh."""
    sources = with_library(arguments, Library.sources)
    if arguments.failing:
        failing = [source for source in sources if source.error]
        sources = sorted(
            failing, key=lambda source: (source.failing_since is None, source.failing_since or utc_now())
        )
    if arguments.json:
        print_json([_as_json(source) for source in sources])
    elif arguments.failing:
        print_lines([line for source in sources for line in _failing_lines(source)] or [_(words.NONE_FAILS)])
    elif sources:
        print_lines(line for source in sources for line in _as_lines(source))
    else:
        print_lines([_(messages.NO_SOURCES)])
    return 0


def _failing_lines(source: Source) -> list[str]:
    """A source that fails, since when, why, when it is tried again, and what one can do."""
    since = source.failing_since.astimezone().strftime("%Y-%m-%d") if source.failing_since else ""
    tried = source.next_refresh.astimezone().strftime("%Y-%m-%d %H:%M") if source.next_refresh else ""
    when = words.failing(since, "" if source.gone else tried)
    is_refused = _REFUSED.search(source.error or "") is not None
    waits = source.next_refresh is not None and source.next_refresh > utc_now()
    helps = words.what_helps(
        source.id,
        is_refused=is_refused,
        is_gone=source.gone,
        is_left_alone=waits and says_left_alone(source.error or ""),
    )
    return [*_as_lines(source), *(f"      {line}" for line in (when, helps) if line)]


def print_source(source: Source, *, json: bool) -> None:
    """One source as the list shows it."""
    if json:
        print_json(_as_json(source))
    else:
        print_lines(_as_lines(source))


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None


def _as_json(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "kind": source.kind.value,
        "title": source.title,
        "url": masked(source.url),
        "folder": source.folder,
        "account": source.account_id,
        "unread": source.unread,
        "total": source.total,
        "last_refresh": _iso(source.last_refresh),
        "next_refresh": _iso(source.next_refresh),
        "error": source.error,
        "failing_since": _iso(source.failing_since),
        "repair": repair_to_json(source.selector_rule),
        **{key: getattr(source.options, key) for key in OPTIONS},
    }


def repair_to_json(rule: SelectorRule | None) -> dict[str, str | None] | None:
    """The selectors of a rule, None if there is none."""
    return {"body": rule.body, "drop": rule.drop} if rule else None


def _as_lines(source: Source) -> list[str]:
    folder = f"{clean_line(source.folder)} / " if source.folder else ""
    lines = [
        f"{source.id:>4}  {messages.unread_of(source.unread, source.total)} {source.kind.value:<8}"
        f" {folder}{clean_line(source.title)}  {clean_line(masked(source.url))}"
    ]
    options = "  ".join(f"{key}={clean_line(value)}" for key, value in written(source.options).items())
    lines += [f"      {options}"] if options else []
    return lines + ([f"      ! {clean_line(source.error)}"] if source.error else [])
