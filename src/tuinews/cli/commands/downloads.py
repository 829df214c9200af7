"""`tuinews downloads`: what is downloaded, and what is done about it."""

import argparse
import sys
from collections.abc import Awaitable, Callable

from tuinews.cli import downloads
from tuinews.cli.output import print_json, print_lines, report
from tuinews.cli.remedies import with_remedy
from tuinews.cli.session import with_library
from tuinews.cli.words import downloads as words
from tuinews.errors import NotFoundError
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.model.media.downloads import DownloadState


def run(arguments: argparse.Namespace) -> int:
    """List the downloads, or do with them what is asked."""
    if arguments.what in ("pause", "retry", "remove") and not arguments.ids:
        report(_(words.WHICH_DOWNLOADS))
        return 2
    return with_library(arguments, lambda library: _done(library, arguments))


async def _done(library: Library, arguments: argparse.Namespace) -> int:
    if arguments.what == "list":
        return await _listed(library, as_json=arguments.json)
    if arguments.what in ("pause", "remove"):
        return await _changed(library, arguments)
    unknown = await _put_back(library, arguments) if arguments.what == "retry" else 0
    wanted = {one.id for one in await library.downloads.every() if one.state.goes_on}
    on_terminal = sys.stderr.isatty() and not arguments.json
    shown = await downloads.bring(library, lambda one: one.id in wanted, on_terminal=on_terminal)
    return max(downloads.tell(shown, as_json=arguments.json), 1 if unknown else 0)


async def _listed(library: Library, *, as_json: bool) -> int:
    every = await library.downloads.every()
    if as_json:
        print_json([downloads.download_to_json(one) for one in every])
        return 0
    print_lines([downloads.download_line(one) for one in every] or [_(words.NO_DOWNLOADS)])
    for one in every:
        if one.state is DownloadState.DONE and one.file and await library.downloads.file_of(one.address) is None:
            report(words.file_missing(one.file))
    return 0


async def _put_back(library: Library, arguments: argparse.Namespace) -> int:
    """Have the named downloads wait again; how many are not known."""
    return await _each(arguments, library.downloads.retry)


async def _changed(library: Library, arguments: argparse.Namespace) -> int:
    change = library.downloads.pause if arguments.what == "pause" else library.downloads.remove
    unknown = await _each(arguments, change)
    if arguments.json:
        print_json([downloads.download_to_json(one) for one in await library.downloads.every()])
    return 0 if not unknown else 1 if unknown == len(arguments.ids) else 3


async def _each(arguments: argparse.Namespace, change: Callable[[int], Awaitable[object]]) -> int:
    """Change the named downloads; how many are not known."""
    unknown = 0
    for download_id in arguments.ids:
        try:
            await change(download_id)
        except NotFoundError as error:
            report(with_remedy(error))
            unknown += 1
    return unknown
