"""`tuinews rename`: call a source by another name."""

import argparse

from tuinews.cli.commands.sources import print_source
from tuinews.cli.session import identifier, with_library
from tuinews.library.library import Library
from tuinews.model.source import Source


def run(arguments: argparse.Namespace) -> int:
    """Rename the source, and print it as it is listed then."""
    print_source(with_library(arguments, lambda library: _renamed(library, arguments)), json=arguments.json)
    return 0


async def _renamed(library: Library, arguments: argparse.Namespace) -> Source:
    source = await library.source(identifier(arguments.source))
    return await library.rename_source(source.id, " ".join(arguments.title))
