"""`tuinews export`: the sources as OPML, for any other reader."""

import argparse
import os
import sys
from pathlib import Path

from tuinews.cli.session import with_library
from tuinews.errors import SourceListError
from tuinews.library.library import Library


def run(arguments: argparse.Namespace) -> int:
    """Write OPML to FILE, whole or not at all, or to stdout; UTF-8, whatever the terminal speaks."""
    opml = with_library(arguments, Library.export_opml).encode("utf-8", "replace")
    if arguments.file is None:
        sys.stdout.buffer.write(opml)
        return 0
    try:
        _write(Path(arguments.file), opml)
    except OSError as error:
        why = error.strerror or "it cannot be written"
        raise SourceListError(arguments.file or "export", why, "name another file") from error
    return 0


def _write(path: Path, opml: bytes) -> None:
    # A link stays a link, and a device or pipe is written to, never replaced by a file of its name.
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(opml)
        return
    unfinished = path.with_name(path.name + ".part")
    try:
        unfinished.write_bytes(opml)
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
