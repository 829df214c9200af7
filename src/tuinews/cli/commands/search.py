"""`tuinews search`: titles, summaries and kept articles; `da nang` finds "Đà Nẵng"."""

import argparse
from dataclasses import replace

from tuinews.cli.output import print_json, print_lines
from tuinews.cli.queries import query_mistakes, tell_mistyped, tell_muted, typed_query
from tuinews.cli.rows import row_line, row_to_json
from tuinews.cli.session import with_library
from tuinews.cli.words import articles as messages
from tuinews.library.library import Library
from tuinews.model.entry_row import EntryRow
from tuinews.model.view import View
from tuinews.text import clean_line


def run(arguments: argparse.Namespace) -> int:
    """Search; no hits is done, too."""
    query = typed_query(arguments.query)
    rows: list[EntryRow] = []
    muted = 0
    with query_mistakes(query) as told:
        rows, muted = with_library(arguments, lambda library: _hits(library, query, arguments.limit))
    if told.status:
        return told.status
    if arguments.json:
        print_json([row_to_json(row) for row in rows])
    else:
        print_lines([line for row in rows for line in _lines(row)] or [messages.no_results(clean_line(query, 60))])
        tell_muted(muted)
    if not rows:
        tell_mistyped(query)
    return 0


async def _hits(library: Library, query: str, limit: int | None) -> tuple[list[EntryRow], int]:
    """What is found, and how much of it is left out since it is muted."""
    ids = await library.entry_ids(View(query=query), limit)
    snippets = await library.snippets(query, ids)
    rows = [replace(row, snippet=snippets.get(row.id, "")) for row in await library.rows(ids)]
    return rows, await library.muted_count(View(query=query))


def _lines(row: EntryRow) -> list[str]:
    return [row_line(row)] + ([f"         {clean_line(row.snippet)}"] if row.snippet else [])
