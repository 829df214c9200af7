"""`tuinews highlight`: highlight a passage of an article by its words, or a passage no longer."""

import argparse

from tuinews.cli.output import print_json, print_lines
from tuinews.cli.session import identifier, with_library
from tuinews.cli.words import articles as messages
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.model.annotations.highlights import Highlight
from tuinews.model.annotations.highlights_json import highlight_to_json


def run(arguments: argparse.Namespace) -> int:
    """Do what is asked with a highlight."""
    if arguments.what == "remove":
        done = with_library(arguments, lambda library: library.annotations.remove_highlight(arguments.number))
    else:
        done = with_library(arguments, lambda library: _added(library, arguments))
    if arguments.json:
        print_json(highlight_to_json(done))
    else:
        removed = arguments.what == "remove"
        print_lines([_(messages.HIGHLIGHT_REMOVED) if removed else messages.highlighted(done.id)])
    return 0


async def _added(library: Library, arguments: argparse.Namespace) -> Highlight:
    row = await library.entry(identifier(arguments.entry))
    return await library.annotations.highlight_words(row.id, " ".join(arguments.words))
