"""`tuinews unmute`: end a mute."""

import argparse

from tuinews.cli.commands.mutes import mute_to_json
from tuinews.cli.output import print_json, print_lines
from tuinews.cli.session import with_library
from tuinews.cli.words import standing as messages
from tuinews.text import clean_line


def run(arguments: argparse.Namespace) -> int:
    """End the mute of a number."""
    mute = with_library(arguments, lambda library: library.unmute(arguments.number))
    if arguments.json:
        print_json(mute_to_json(mute))
    else:
        print_lines([messages.unmuted(clean_line(mute.query))])
    return 0
