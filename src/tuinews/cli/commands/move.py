"""`tuinews move`: put a source into a folder, or into none."""

import argparse

from tuinews.cli.commands.sources import print_source
from tuinews.cli.session import identifier, with_library
from tuinews.library.library import Library
from tuinews.model.source import Source


def run(arguments: argparse.Namespace) -> int:
    """Move the source, and print it as it is listed then."""
    print_source(with_library(arguments, lambda library: _moved(library, arguments)), json=arguments.json)
    return 0


async def _moved(library: Library, arguments: argparse.Namespace) -> Source:
    source = await library.source(identifier(arguments.source))
    return await library.move_source(source.id, " ".join(arguments.folder))
