"""`tuinews list`: entries, the newest first."""

import argparse
import itertools

from tuinews.cli.output import print_json, print_lines
from tuinews.cli.rows import row_line, row_to_json
from tuinews.cli.session import identifier, with_library
from tuinews.library.library import Library
from tuinews.model.row import EntryRow, Filter, View

_BATCH = 500
"""Rows that are read at a time, so that a long list needs no more memory than a short one."""


def run(arguments: argparse.Namespace) -> int:
    """List the entries that the options choose."""
    rows = with_library(arguments, lambda library: _rows(library, arguments))
    if arguments.json:
        print_json([row_to_json(row) for row in rows])
    elif rows:
        print_lines(map(row_line, rows))
    else:
        print_lines([f"No articles here{_why_empty(arguments)}."])
    return 0


def _filter(arguments: argparse.Namespace) -> Filter:
    for name in ("unread", "starred", "offline"):
        if getattr(arguments, name):
            return Filter(name)
    return Filter.ALL


def _why_empty(arguments: argparse.Namespace) -> str:
    chosen = _filter(arguments)
    if chosen is Filter.ALL:
        return ": add a source (tuinews add URL) or refresh (tuinews refresh)"
    return f": none is {chosen.value}"


async def _rows(library: Library, arguments: argparse.Namespace) -> list[EntryRow]:
    source = (await library.source(identifier(arguments.source))).id if arguments.source is not None else None
    ids = await library.entry_ids(View(source_id=source, filter=_filter(arguments)), arguments.limit)
    batches = [await library.rows(ids[i : i + _BATCH]) for i in range(0, len(ids), _BATCH)]
    return list(itertools.chain.from_iterable(batches))


async def newest_lines(library: Library, count: int) -> list[str]:
    """The newest entries as lines for people."""
    rows = await library.rows(await library.entry_ids(View(), count))
    return [row_line(row) for row in rows] or ["No articles yet: tuinews add URL, or tuinews demo."]
