"""`tuinews pack`: enough unread articles for a journey, saved with their pictures."""

import argparse
import sys
from typing import Any

from tuinews.cli.commands.refresh import watching
from tuinews.cli.output import print_json, print_lines
from tuinews.cli.session import with_library
from tuinews.cli.words import refreshing
from tuinews.library.library import Library
from tuinews.library.standing.edits import tag_name
from tuinews.model.offline.packed import PackingResult
from tuinews.model.refresh import FetchAhead


def run(arguments: argparse.Namespace) -> int:
    """Pack for that many hours, and say what of each source."""
    arguments.tag = tag_name(arguments.tag) if arguments.tag else None
    done = with_library(arguments, lambda library: _pack(library, arguments))
    if arguments.json:
        print_json(_as_json(done))
    elif not done.ids:
        print_lines([refreshing.nothing_packed(done), *refreshing.packing_end(done)])
    else:
        query = f'tag:"{arguments.tag}" is:unread' if arguments.tag else "is:offline is:unread"
        parts = map(refreshing.packed_source, done.sources)
        print_lines(
            [refreshing.packed(done), *parts, *refreshing.packing_end(done), refreshing.how_to_list(query)]
        )
    return 0 if done.ids else 1


async def _pack(library: Library, arguments: argparse.Namespace) -> PackingResult:
    ahead = FetchAhead(pictures=not arguments.without_pictures, budget=arguments.budget)
    with watching(sys.stderr.isatty() and not arguments.json) as progress:
        done = await library.pack(60 * arguments.hours, ahead, progress)
    if arguments.tag and done.ids:
        await library.tag(done.ids, arguments.tag)
    return done


def _as_json(done: PackingResult) -> dict[str, Any]:
    return {
        "articles": list(done.ids),
        "minutes": done.minutes,
        "sources": [
            {"id": one.source_id, "title": one.title, "articles": one.articles, "minutes": one.minutes}
            for one in done.sources
        ],
        "fetched": done.fetched,
        "failed": done.failed,
        "received": done.received,
        "end": done.end.value,
    }
