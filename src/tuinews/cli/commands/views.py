"""`tuinews views`: the saved views with what is unread of each."""

import argparse
from typing import Any

from tuinews.cli.output import print_json, print_lines
from tuinews.cli.session import with_library
from tuinews.cli.words import standing as messages
from tuinews.language import _, number
from tuinews.library.library import Library
from tuinews.model.standing.queries import SavedView
from tuinews.text import clean_line


def run(arguments: argparse.Namespace) -> int:
    """List the saved views."""
    views = with_library(arguments, _counted)
    if arguments.json:
        print_json([view_to_json(view) | {"unread": unread} for view, unread in views])
    elif views:
        print_lines(_line(view, unread) for view, unread in views)
    else:
        print_lines([_(messages.NO_VIEWS)])
    return 0


def view_to_json(view: SavedView) -> dict[str, Any]:
    """A saved view as `views --json` prints it, without its count."""
    return {
        "id": view.id,
        "name": view.name,
        "query": view.query,
        "order": view.order.value,
        "icon": view.icon or None,
        "place": view.place,
        "notify": view.notify,
    }


def view_line(view: SavedView) -> str:
    """A saved view as a line for people."""
    return f"{view.id:>4}  {_named(view)}  {clean_line(view.query)}"


async def _counted(library: Library) -> list[tuple[SavedView, int | None]]:
    return [(view, await library.unread_of_view(view)) for view in await library.views()]


def _line(view: SavedView, unread: int | None) -> str:
    count = "?" if unread is None else number(unread)
    return f"{view.id:>4} {count:>7}  {_named(view)}  {clean_line(view.query)}"


def _named(view: SavedView) -> str:
    name = clean_line(view.name)
    return f"{clean_line(view.icon)} {name}" if view.icon else name
