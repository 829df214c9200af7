"""`tuinews list`: entries, the newest first."""

import argparse
from contextlib import nullcontext
from dataclasses import replace

from tuinews.cli.output import print_lines, printed_list
from tuinews.cli.queries import query_mistakes, tell_mistyped, tell_muted, typed_query
from tuinews.cli.rows import row_line, row_to_json
from tuinews.cli.session import identifier, with_library
from tuinews.cli.words import articles as messages
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.model.view import Filter, View
from tuinews.text import clean_line

_BATCH = 500
"""Rows that are read at a time, so that a long list needs no more memory than a short one."""


def run(arguments: argparse.Namespace) -> int:
    """List the entries that the options choose."""
    arguments.search = None if arguments.search is None else typed_query([arguments.search])
    with query_mistakes(arguments.search or "") as told:
        with_library(arguments, lambda library: _print(library, arguments))
    return told.status


def _filter(arguments: argparse.Namespace) -> Filter:
    return next((chosen for chosen in Filter if getattr(arguments, chosen.value, False)), Filter.ALL)


async def _view(library: Library, arguments: argparse.Namespace) -> View:
    """What the options name."""
    everything = View(filter=_filter(arguments), stories=arguments.stories)
    if arguments.source is not None:
        return replace(everything, source_id=(await library.source(identifier(arguments.source))).id)
    if arguments.view is not None:
        return replace(everything, saved_id=(await library.view(arguments.view)).id)
    return replace(everything, query=arguments.search) if arguments.search else everything


async def _print(library: Library, arguments: argparse.Namespace) -> None:
    """Print the rows as they are read: a hundred thousand are never held at once."""
    view = await _view(library, arguments)
    ids = await library.entry_ids(view, arguments.limit)
    if not ids and arguments.limit != 0:
        query = await _query(library, arguments)
        if not arguments.json:
            print_lines([_none(query, arguments)])
        tell_mistyped(query)
    with printed_list() if arguments.json else nullcontext() as printed:
        for start in range(0, len(ids), _BATCH):
            rows = await library.rows(ids[start : start + _BATCH])
            if printed is None:
                print_lines(map(row_line, rows))
            else:
                printed.add(map(row_to_json, rows))
    if not arguments.json and view.filter in (Filter.ALL, Filter.UNREAD):
        tell_muted(await library.muted_count(view))


async def _query(library: Library, arguments: argparse.Namespace) -> str:
    """The query that was typed, or that of the saved view; "" if there is none."""
    if arguments.view is not None:
        return (await library.view(arguments.view)).query
    return arguments.search or ""


def _none(query: str, arguments: argparse.Namespace) -> str:
    """What is said where nothing is listed: of a query, not that there were no articles at all."""
    return messages.no_results(clean_line(query, 60)) if query else _(messages.NO_ARTICLES[_filter(arguments)])


async def newest_lines(library: Library, count: int) -> list[str]:
    """The newest entries as lines for people."""
    rows = await library.rows(await library.entry_ids(View(), count))
    return [row_line(row) for row in rows] or [_(messages.NO_ARTICLES_YET)]
