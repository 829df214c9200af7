"""`tuinews restore`: a backup in the place of the library, whole or not at all."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from tuinews.cli.output import is_yes, print_json, print_lines, report
from tuinews.cli.words import library as messages
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.paths import places

with late_imports(__name__):
    from tuinews.store.archive import restore as archive


def run(arguments: argparse.Namespace) -> int:
    """Restore; where there is a library, only after a yes. What was there stays beside it."""
    where = places(arguments.data_dir, arguments.config)
    file = Path(arguments.file).expanduser()
    archive.check_is_backup(file)
    if (where.data_dir / "library.sqlite3").exists() and not arguments.yes and not _agreed(where.data_dir):
        return 1
    settings = None if arguments.without_settings else where.settings_file
    restored = archive.restore(file, where.data_dir, settings, datetime.now(UTC))
    before = str(restored.before) if restored.before else None
    contents = restored.contents
    if arguments.json:
        print_json({"created": contents.created, "files": len(contents.members), "before": before})
    else:
        print_lines([messages.restored(contents.created, len(contents.members))])
        if before:
            print_lines([messages.library_before(before)])
    return 0


def _agreed(directory: Path) -> bool:
    if not sys.stdin.isatty():
        report(_(messages.RESTORE_NEEDS_YES))
        return False
    return is_yes(input(messages.replace_library(directory)))
