"""What stands in for the screen if there is no terminal for one: the newest articles, plainly."""

import argparse

from tuinews.cli.commands.list_entries import newest_lines
from tuinews.cli.output import print_lines
from tuinews.cli.session import with_library

_ROWS = 20
"""The newest articles that are printed if there is no screen."""


def run(arguments: argparse.Namespace) -> int:
    """Print the newest articles; 4, because the screen that was asked for could not be shown."""
    print_lines(with_library(arguments, lambda library: newest_lines(library, _ROWS)))
    return 4
