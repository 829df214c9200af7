"""`tuinews import`: the sources of another reader."""

import argparse
import sys
from pathlib import Path
from typing import Any

from tuinews.cli import messages
from tuinews.cli.output import is_yes, print_json, print_lines, report
from tuinews.cli.session import with_library
from tuinews.errors import without_secrets
from tuinews.library.library import Library
from tuinews.library.sources.list_files import list_in_file, list_in_stream
from tuinews.model.source_list import Imported
from tuinews.opml import SubscriptionList, parse_own_list, parse_source_list
from tuinews.text import clean_line


def run(arguments: argparse.Namespace) -> int:
    """Add the sources of FILE; a large list asks first, and refuses where nobody can be asked."""
    sources = _sources(arguments)
    if sources.asks_first and not (arguments.yes or arguments.dry_run or _agreed(len(sources.sources))):
        report(messages.asks_first(arguments.file, len(sources.sources)))
        return 1
    imported = with_library(arguments, lambda library: _import(library, sources, dry_run=arguments.dry_run))
    for one in imported.skipped:
        report(messages.skipped(without_secrets(clean_line(one.url, 200)), one.why))
    if arguments.json:
        print_json(_as_json(imported))
    else:
        words = messages.would_import if arguments.dry_run else messages.imported
        print_lines([words(len(imported.added), len(imported.known), len(imported.skipped))])
        if imported.views:
            print_lines([messages.views_of_list(imported.views)])
    return (
        1
        if imported.skipped and not (imported.added or imported.known or imported.views)
        else 3
        if imported.skipped
        else 0
    )


def _sources(arguments: argparse.Namespace) -> SubscriptionList:
    name: str = arguments.file
    parse = parse_own_list if arguments.with_commands else parse_source_list
    if name == "-":
        return list_in_stream(sys.stdin.buffer, "stdin", parse)
    if name.lower().startswith(("http://", "https://")):
        return with_library(arguments, lambda library: library.list_at(name))
    return list_in_file(Path(name), parse)


def _agreed(count: int) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    print(messages.add_all(count), end="", file=sys.stderr, flush=True)
    return is_yes(sys.stdin.readline())


async def _import(library: Library, sources: SubscriptionList, *, dry_run: bool) -> Imported:
    return await (library.preview_import(sources) if dry_run else library.import_sources(sources))


def _as_json(imported: Imported) -> dict[str, Any]:
    skipped = [{"url": one.url, "why": one.why} for one in imported.skipped]
    return {
        "added": len(imported.added),
        "known": len(imported.known),
        "skipped": skipped,
        "views": list(imported.views),
    }
