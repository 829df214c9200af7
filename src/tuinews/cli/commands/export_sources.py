"""`tuinews export`: the sources as OPML, for any other reader; or the articles that were kept, as Markdown."""

import argparse
import os
import stat
import sys
from functools import partial
from pathlib import Path

from tuinews.cli.output import report
from tuinews.cli.queries import query_mistakes, tell_mistyped, typed_query
from tuinews.cli.session import with_library
from tuinews.cli.words import lists as messages
from tuinews.errors import SourceListError, system_reason
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.paths import PRIVATE_FILE
from tuinews.typeset.digest import DigestEntry, digest


def run(arguments: argparse.Namespace) -> int:
    """Write to FILE, whole or not at all, or to stdout (`-`); UTF-8, whatever the terminal speaks."""
    arguments.search = typed_query([arguments.search])
    if arguments.search and not arguments.markdown:
        report(_(messages.SEARCH_OF_SOURCES))
        return 2
    with query_mistakes(arguments.search) as told:
        return _exported(arguments)
    return told.status


def _exported(arguments: argparse.Namespace) -> int:
    work = _with_secrets if arguments.with_secrets else _without_secrets
    if arguments.markdown:
        work = partial(_articles, query=arguments.search)
    content = with_library(arguments, work).encode("utf-8", "replace")
    if arguments.file in (None, "-"):
        sys.stdout.buffer.write(content)
        return 0
    try:
        _write(Path(arguments.file), content, PRIVATE_FILE if arguments.with_secrets else None)
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


async def _articles(library: Library, query: str) -> str:
    kept = await library.annotations.annotated(query)
    if not kept:
        tell_mistyped(query)
    return digest(DigestEntry(row, [one.quotation.exact for one in marked]) for row, marked in kept)


def _write(path: Path, content: bytes, mode: int | None) -> None:
    """Write a new file beside `path` and put it in its place; `mode` is the new file's, None as it was.

    A link stays a link, and a device or pipe is written to, never replaced by a file of its name.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    if mode is None:
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666
    unfinished = path.with_name(f"{path.name}.{os.getpid()}-{os.urandom(4).hex()}.part")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
