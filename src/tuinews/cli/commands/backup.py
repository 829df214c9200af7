"""`tuinews backup`: everything in one file."""

import argparse
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from tuinews.cli.output import print_json, print_lines
from tuinews.cli.words import library as messages
from tuinews.paths import places
from tuinews.text import clean_line


def run(arguments: argparse.Namespace) -> int:
    """Write the backup; a library that is in use may be written to meanwhile."""
    where = places(arguments.data_dir, arguments.config)
    target = Path(arguments.file).expanduser()
    write = import_module("tuinews.store.archive.backup").write_backup
    pictures = not arguments.without_pictures
    contents = write(where.data_dir, where.settings_file, target, datetime.now(UTC), pictures=pictures)
    size = target.stat().st_size
    if arguments.json:
        print_json(
            {"file": str(target), "bytes": size, "files": len(contents.members), "created": contents.created}
        )
    else:
        print_lines([messages.backup_written(clean_line(target, 1000), size, len(contents.members))])
    return 0
