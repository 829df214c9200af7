"""`tuinews backup`: everything in one file."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from tuinews.cli.output import print_json, print_lines
from tuinews.cli.words import library as messages
from tuinews.late import late_imports
from tuinews.paths import places
from tuinews.text import clean_line

with late_imports(__name__):
    from tuinews.store.archive.backup import write_backup


def run(arguments: argparse.Namespace) -> int:
    """Write the backup; a library that is in use may be written to meanwhile."""
    where = places(arguments.data_dir, arguments.config)
    target = Path(arguments.file).expanduser()
    pictures = not arguments.without_pictures
    contents = write_backup(where.data_dir, where.settings_file, target, datetime.now(UTC), pictures=pictures)
    size = target.stat().st_size
    if arguments.json:
        print_json(
            {"file": str(target), "bytes": size, "files": len(contents.members), "created": contents.created}
        )
    else:
        print_lines([messages.backup_written(clean_line(target, 1000), size, len(contents.members))])
    return 0
