"""`tuinews export`: the sources as OPML, for any other reader."""

import argparse
import os
import stat
import sys
from pathlib import Path

from tuinews.cli import messages
from tuinews.cli.output import report
from tuinews.cli.session import with_library
from tuinews.errors import SourceListError, system_reason
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.paths import PRIVATE_FILE


def run(arguments: argparse.Namespace) -> int:
    """Write OPML to FILE, whole or not at all, or to stdout (`-`); UTF-8, whatever the terminal speaks."""
    work = _with_secrets if arguments.with_secrets else _without_secrets
    opml = with_library(arguments, work).encode("utf-8", "replace")
    if arguments.file in (None, "-"):
        sys.stdout.buffer.write(opml)
        return 0
    try:
        _write(Path(arguments.file), opml, PRIVATE_FILE if arguments.with_secrets else None)
    except OSError as error:
        why = system_reason(error)
        raise SourceListError(arguments.file or "export", why, _(messages.CHOOSE_OTHER_FILE)) from error
    return 0


async def _with_secrets(library: Library) -> str:
    return await library.export_opml_with_secrets()


async def _without_secrets(library: Library) -> str:
    count = await library.secrets_held()
    if count:
        report(messages.exported_without_secrets(count))
    return await library.export_opml()


def _write(path: Path, opml: bytes, mode: int | None) -> None:
    """Write a new file beside `path` and put it in its place; `mode` is the new file's, None as it was.

    A link stays a link, and a device or pipe is written to, never replaced by a file of its name.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(opml)
        return
    if mode is None:
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666
    unfinished = path.with_name(f"{path.name}.{os.getpid()}-{os.urandom(4).hex()}.part")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with open(descriptor, "wb") as file:
            file.write(opml)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
