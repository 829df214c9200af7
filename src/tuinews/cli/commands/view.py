"""`tuinews view`: save a query as a view, change it, remove it."""

import argparse

from tuinews.cli import messages
from tuinews.cli.commands.views import view_line, view_to_json
from tuinews.cli.output import print_json, print_lines
from tuinews.cli.queries import query_mistakes
from tuinews.cli.session import with_library
from tuinews.library.library import Library
from tuinews.model.standing.queries import SavedView
from tuinews.text import clean_line


def run(arguments: argparse.Namespace) -> int:
    """Do what is asked with a view, and print it as it is then."""
    typed = (
        " ".join(arguments.query)
        if arguments.what == "add"
        else dict(arguments.values).get("query", "")
        if arguments.what == "set"
        else ""
    )
    with query_mistakes(typed) as told:
        view = with_library(arguments, lambda library: _done(library, arguments))
        if arguments.json:
            print_json(view_to_json(view))
        elif arguments.what == "remove":
            print_lines([messages.view_removed(clean_line(view.name))])
        else:
            print_lines([view_line(view)])
    return told.status


async def _done(library: Library, arguments: argparse.Namespace) -> SavedView:
    if arguments.what == "add":
        return await library.add_view(arguments.name, " ".join(arguments.query))
    if arguments.what == "set":
        return await library.set_view((await library.view(arguments.name)).id, dict(arguments.values))
    view = await library.view(" ".join(arguments.name))
    await library.remove_view(view.id)
    return view
