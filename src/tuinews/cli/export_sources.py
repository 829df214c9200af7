"""`tuinews export`: the sources as OPML, for any other reader."""

import argparse
import os
import sys
from pathlib import Path

from tuinews.cli.session import with_library
from tuinews.errors import SourceListError
from tuinews.library.library import Library


def run(arguments: argparse.Namespace) -> int:
    """Write OPML to FILE, whole or not at all, or to stdout."""
    text = with_library(arguments, Library.export_opml)
    if arguments.file is None:
        sys.stdout.write(text)
        return 0
    path = Path(arguments.file)
    unfinished = path.with_name(path.name + ".part")
    try:
        unfinished.write_text(text, encoding="utf-8")
        os.replace(unfinished, path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise SourceListError(str(path), error.strerror or "it cannot be written", "name another file") from error
    return 0
