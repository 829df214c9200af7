"""`tuinews download`: the files that go with articles, brought whole."""

import argparse
import sys

from tuinews.cli import downloads
from tuinews.cli.output import report
from tuinews.cli.remedies import with_remedy
from tuinews.cli.session import identifier, with_library
from tuinews.cli.words import downloads as words
from tuinews.errors import NotFoundError
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.typeset.enclosures import downloadable


def run(arguments: argparse.Namespace) -> int:
    """Put the files of articles into the queue, and bring all that waits in it."""
    return with_library(arguments, lambda library: _download(library, arguments))


async def _download(library: Library, arguments: argparse.Namespace) -> int:
    ids: list[int] = []
    for name in arguments.entries:
        try:
            ids.append((await library.entry(identifier(name))).id)
        except NotFoundError as error:
            report(with_remedy(error))
    files = [file.url for entry_id in ids for file in downloadable(await library.enclosures(entry_id))]
    if ids and not files:
        report(_(words.NO_FILES))
    if not files:
        return 1
    await library.downloads.add(ids)
    on_terminal = sys.stderr.isatty() and not arguments.json
    shown = await downloads.bring(library, lambda one: one.address in files, on_terminal=on_terminal)
    status = downloads.tell(shown, as_json=arguments.json)
    return 3 if status == 0 and len(ids) < len(arguments.entries) else status
