"""`tuinews tag`: give articles a tag, or take it from them."""

import argparse

from tuinews.cli.output import print_json, print_lines, report
from tuinews.cli.session import with_library
from tuinews.cli.words import articles as messages
from tuinews.library.library import Library


def run(arguments: argparse.Namespace) -> int:
    """Tag the entries of the given ids; unknown ids are named."""
    return with_library(arguments, lambda library: _tag(library, arguments))


async def _tag(library: Library, arguments: argparse.Namespace) -> int:
    rows = await library.rows(arguments.ids)
    known = {row.id for row in rows}
    unknown = [entry_id for entry_id in arguments.ids if entry_id not in known]
    for entry_id in unknown:
        report(messages.unknown_article(entry_id))
    change = library.untag if arguments.remove else library.tag
    changed = await change(sorted(known), arguments.name)
    if arguments.json:
        print_json({"changed": changed})
    else:
        print_lines([messages.changed(changed)])
    return 0 if not unknown else 3 if known else 1
