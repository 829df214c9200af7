"""`tuinews note`: what was written to an article; written, printed, removed."""

import argparse
import sys

from tuinews.cli.output import print_json, print_lines
from tuinews.cli.session import identifier, with_library
from tuinews.cli.words import articles as messages
from tuinews.language import _
from tuinews.library.library import Library


def run(arguments: argparse.Namespace) -> int:
    """Print the note of an article, or give it another."""
    text = None if not arguments.text else " ".join(arguments.text)
    if arguments.text == ["-"]:
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
    entry_id, note = with_library(arguments, lambda library: _noted(library, arguments.entry, text))
    if arguments.json:
        print_json({"id": entry_id, "note": note or None})
    elif note and text is None:
        print_lines([note])
    else:
        print_lines([_(messages.NOTE_KEPT) if note else _(messages.NO_NOTE)])
    return 0


async def _noted(library: Library, entry: str, text: str | None) -> tuple[int, str]:
    row = await library.entry(identifier(entry))
    return row.id, row.note if text is None else await library.annotations.set_note(row.id, text)
