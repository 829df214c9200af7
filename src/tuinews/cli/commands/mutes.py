"""`tuinews mutes`: what is muted, and until when."""

import argparse
from typing import Any

from tuinews.cli.output import print_json, print_lines
from tuinews.cli.session import with_library
from tuinews.cli.words import standing as messages
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.model.standing.queries import Mute
from tuinews.text import clean_line


def run(arguments: argparse.Namespace) -> int:
    """List the mutes."""
    mutes = with_library(arguments, Library.mutes)
    if arguments.json:
        print_json([mute_to_json(mute) for mute in mutes])
    else:
        print_lines([mute_line(mute) for mute in mutes] or [_(messages.NO_MUTES)])
    return 0


def mute_to_json(mute: Mute) -> dict[str, Any]:
    """A mute as `mutes --json` prints it."""
    return {"id": mute.id or None, "query": mute.query, "until": mute.until.isoformat() if mute.until else None}


def mute_line(mute: Mute) -> str:
    """A mute as a line for people."""
    until = f"  ({messages.until(mute.until)})" if mute.until else ""
    return f"{mute.id:>4}  {clean_line(mute.query)}{until}"
