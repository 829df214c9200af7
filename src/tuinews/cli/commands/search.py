"""`tuinews search`: titles, summaries and kept articles; `da nang` finds "Đà Nẵng"."""

import argparse
from dataclasses import replace

from tuinews.cli import messages
from tuinews.cli.output import print_json, print_lines
from tuinews.cli.queries import query_mistakes
from tuinews.cli.rows import row_line, row_to_json
from tuinews.cli.session import with_library
from tuinews.library.library import Library
from tuinews.model.entry_row import EntryRow
from tuinews.model.view import View
from tuinews.query.mistyped import mistyped_field
from tuinews.text import clean_line


def run(arguments: argparse.Namespace) -> int:
    """Search; no hits is done, too."""
    query = " ".join(arguments.query)
    rows: list[EntryRow] = []
    with query_mistakes(query) as told:
        rows = with_library(arguments, lambda library: _hits(library, query, arguments.limit))
    if told.status:
        return told.status
    if arguments.json:
        print_json([row_to_json(row) for row in rows])
    elif rows:
        print_lines(line for row in rows for line in _lines(row))
    else:
        print_lines(nothing_found(query))
    return 0


def nothing_found(query: str) -> list[str]:
    """That a query found nothing, and which field in it was mistyped, if one was."""
    meant = clean_line(mistyped_field(query))
    return [messages.no_results(clean_line(query, 60)), *([meant] if meant else [])]


async def _hits(library: Library, query: str, limit: int | None) -> list[EntryRow]:
    ids = await library.entry_ids(View(query=query), limit)
    snippets = await library.snippets(query, ids)
    return [replace(row, snippet=snippets.get(row.id, "")) for row in await library.rows(ids)]


def _lines(row: EntryRow) -> list[str]:
    return [row_line(row)] + ([f"         {clean_line(row.snippet)}"] if row.snippet else [])
