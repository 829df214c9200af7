"""`tuinews set`: a source's name, folder and options."""

import argparse

from tuinews.cli.commands.sources import print_source
from tuinews.cli.session import identifier, with_library
from tuinews.library.library import Library
from tuinews.model.source import Source


def run(arguments: argparse.Namespace) -> int:
    """Set what is given as KEY=VALUE, all or nothing, and print the source as it is listed then."""
    print_source(with_library(arguments, lambda library: _set(library, arguments)), json=arguments.json)
    return 0


async def _set(library: Library, arguments: argparse.Namespace) -> Source:
    source = await library.source(identifier(arguments.source))
    return await library.set_source(source.id, dict(arguments.values))
