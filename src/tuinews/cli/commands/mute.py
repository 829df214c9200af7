"""`tuinews mute`: leave what a query finds out of lists and counts."""

import argparse

from tuinews.cli.commands.mutes import mute_to_json
from tuinews.cli.output import print_json, print_lines
from tuinews.cli.queries import query_mistakes, tell_mistyped, typed_query
from tuinews.cli.session import with_library
from tuinews.cli.words import standing as messages
from tuinews.library.library import Library
from tuinews.model.standing.queries import Mute
from tuinews.text import clean_line


def run(arguments: argparse.Namespace) -> int:
    """Mute, or say with --dry-run what would be."""
    query = typed_query(arguments.query)
    with query_mistakes(query) as told:
        mute, count = with_library(arguments, lambda library: _muted(library, arguments, query))
        if arguments.json:
            print_json(mute_to_json(mute) | {"articles": count})
        else:
            words = messages.would_mute if arguments.dry_run else messages.muted
            print_lines([words(clean_line(query), count)])
        if not count:
            tell_mistyped(query)
    return told.status


async def _muted(library: Library, arguments: argparse.Namespace, query: str) -> tuple[Mute, int]:
    count = await library.found_count(query)
    mute = Mute(query=query, until=arguments.until)
    return (mute if arguments.dry_run else await library.mute(query, arguments.until)), count
