"""`tuinews gc`: retire the articles that are kept no longer."""

import argparse

from tuinews.cli.output import print_json, print_lines
from tuinews.cli.session import with_library
from tuinews.cli.words import gc as words
from tuinews.library.library import Library
from tuinews.model.sources.retention import RetirementResult


def run(arguments: argparse.Namespace) -> int:
    """Retire them, or say with --dry-run what would go; 3 where the clock is not believed."""
    retired = with_library(arguments, lambda library: _retired(library, arguments.dry_run))
    if arguments.json:
        print_json(_as_json(retired, arguments.dry_run))
    else:
        print_lines(words.retired(retired, is_done=not arguments.dry_run))
    return 3 if retired.is_waiting else 0


async def _retired(library: Library, is_dry_run: bool) -> RetirementResult:
    return await (library.retention.going() if is_dry_run else library.retention.retire())


def _as_json(retired: RetirementResult, is_dry_run: bool) -> dict[str, object]:
    return {
        "dry_run": is_dry_run,
        "entries": retired.entries,
        "sources": [
            {
                "id": one.source_id,
                "title": one.title,
                "entries": one.entries,
                "text_bytes": one.text_bytes,
                "picture_bytes": one.picture_bytes,
            }
            for one in retired.going
        ],
        "free_bytes": retired.free_bytes,
        "waiting": retired.is_waiting,
    }
