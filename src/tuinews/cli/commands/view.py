"""`tuinews view`: save a query as a view, change it, remove it."""

import argparse

from tuinews.cli.commands.views import view_line, view_to_json
from tuinews.cli.output import print_json, print_lines
from tuinews.cli.queries import query_mistakes, tell_mistyped, typed_query
from tuinews.cli.session import with_library
from tuinews.cli.words import standing as messages
from tuinews.library.library import Library
from tuinews.model.standing.queries import SavedView
from tuinews.text import clean_line


def run(arguments: argparse.Namespace) -> int:
    """Do what is asked with a view, and print it as it is then."""
    typed = _typed(arguments)
    with query_mistakes(typed) as told:
        view, finds = with_library(arguments, lambda library: _done(library, arguments, typed))
        if arguments.json:
            print_json(view_to_json(view))
        elif arguments.what == "remove":
            print_lines([messages.view_removed(clean_line(view.name))])
        else:
            print_lines([view_line(view)])
        if not finds:
            tell_mistyped(typed)
    return told.status


def _typed(arguments: argparse.Namespace) -> str:
    """The query that was typed, "" where none was."""
    if arguments.what == "add":
        return typed_query(arguments.query)
    return typed_query([dict(arguments.values).get("query", "")]) if arguments.what == "set" else ""


async def _done(library: Library, arguments: argparse.Namespace, typed: str) -> tuple[SavedView, bool]:
    """The view, and whether a query that was typed finds anything."""
    view = await _changed(library, arguments, typed)
    return view, not typed or bool(await library.found_count(typed))


async def _changed(library: Library, arguments: argparse.Namespace, typed: str) -> SavedView:
    if arguments.what == "add":
        return await library.add_view(arguments.name, typed)
    if arguments.what == "set":
        return await library.set_view((await library.view(arguments.name)).id, dict(arguments.values))
    view = await library.view(" ".join(arguments.name))
    await library.remove_view(view.id)
    return view
