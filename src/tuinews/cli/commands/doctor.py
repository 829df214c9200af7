"""`tuinews doctor`: how the library is, in plain words."""

import argparse
from dataclasses import asdict
from datetime import UTC, datetime

from tuinews.cli.output import print_json, print_lines
from tuinews.cli.session import with_library
from tuinews.cli.words import library as messages
from tuinews.late import late_imports
from tuinews.library.library import Library
from tuinews.paths import places

with late_imports(__name__):
    from tuinews.store.recovery import examination


def run(arguments: argparse.Namespace) -> int:
    """Say what was found; 1 where something is not well."""
    directory = places(arguments.data_dir, arguments.config).data_dir
    if arguments.repair:
        examination.suspect(directory)
        with_library(arguments, _opened)  # opening repairs the file itself, its version and its modes
        examination.repair_index(directory)
        examination.repair_pictures(directory)
    findings = list(examination.examine(directory, datetime.now(UTC)))
    if arguments.json:
        print_json([asdict(finding) for finding in findings])
    else:
        print_lines(messages.finding(one.found, one.helps, is_well=one.is_well) for one in findings)
    return 0 if all(finding.is_well for finding in findings) else 1


async def _opened(library: Library) -> None:
    """Nothing more than to have it open."""
    await library.counts()
