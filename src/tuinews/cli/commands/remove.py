"""`tuinews remove`: stop following sources."""

import argparse

from tuinews.address import masked
from tuinews.cli.output import print_json, print_lines, report
from tuinews.cli.remedies import with_remedy
from tuinews.cli.session import identifier, with_library
from tuinews.cli.words import sources as messages
from tuinews.errors import NotFoundError
from tuinews.library.library import Library
from tuinews.model.source import Source
from tuinews.text import clean_line


def run(arguments: argparse.Namespace) -> int:
    """Remove the named sources; one that is not known does not stop the others."""
    return with_library(arguments, lambda library: _remove(library, arguments))


async def _remove(library: Library, arguments: argparse.Namespace) -> int:
    found: dict[int, Source] = {}
    unknown = 0
    for name in arguments.sources:
        try:
            source = await library.source(identifier(name))
            found[source.id] = source
        except NotFoundError as error:
            report(with_remedy(error))
            unknown += 1
    if found:
        await library.remove_sources(list(found))
    if arguments.json:
        print_json([{"id": source.id, "url": masked(source.url)} for source in found.values()])
    else:
        print_lines(
            messages.removed(clean_line(source.title), clean_line(masked(source.url))) for source in found.values()
        )
    return 0 if not unknown else 3 if found else 1
