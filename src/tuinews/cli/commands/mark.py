"""`tuinews mark`: read, unread, starred or not."""

import argparse

from tuinews.cli.output import print_json, print_lines, report
from tuinews.cli.session import with_library
from tuinews.cli.words import articles as messages
from tuinews.library.library import Library


def run(arguments: argparse.Namespace) -> int:
    """Mark the entries of the given ids; unknown ids are named."""
    return with_library(arguments, lambda library: _mark(library, arguments))


async def _mark(library: Library, arguments: argparse.Namespace) -> int:
    known = {row.id for row in await library.rows(arguments.ids)}
    unknown = [entry_id for entry_id in arguments.ids if entry_id not in known]
    for entry_id in unknown:
        report(messages.unknown_article(entry_id))
    mark = library.mark_read if arguments.status in ("read", "unread") else library.star
    changed = await mark(sorted(known), arguments.status in ("read", "star"))
    if arguments.json:
        print_json({"changed": len(changed)})
    else:
        print_lines([messages.changed(len(changed))])
    return 0 if not unknown else 3 if known else 1
