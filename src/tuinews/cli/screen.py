"""The screen, or where there is no terminal for one, the newest articles plainly."""

import argparse
import os
import sys
from importlib import import_module

from tuinews.cli.list_entries import newest_lines
from tuinews.cli.output import print_lines, report
from tuinews.cli.session import with_library
from tuinews.paths import places
from tuinews.settings import load

_PLAIN_ROWS = 20


def run(arguments: argparse.Namespace) -> int:
    """Show the screen; 4 where there is no terminal that could show it."""
    why = no_screen_because()
    if why is not None:
        print_lines(with_library(arguments, lambda library: newest_lines(library, _PLAIN_ROWS)))
        report(f"no screen: {why}; run it in a terminal, or use the commands (tuinews --help)")
        return 4
    where = places(arguments.data_dir, arguments.config)
    return show(where.data_dir, arguments.config)


def show(data_dir: os.PathLike[str], config: str | None) -> int:
    """Run the screen on the library of `data_dir` until it is quit."""
    where = places(os.fspath(data_dir), config)
    app = import_module("tuinews.ui.app")
    status: int = app.show(where.data_dir, load(where.settings_file))
    return status


def no_screen_because() -> str | None:
    """Why the screen cannot be shown here, or None where it can.

    Textual reads stdin and draws on stderr; without a terminal there it hangs, and it does not notice TERM=dumb.
    """
    if not sys.stdin.isatty():
        return "the input is no terminal"
    if not sys.stderr.isatty():
        return "the error output, on which the screen is drawn, is no terminal"
    if os.name != "nt" and os.environ.get("TERM", "") in ("", "dumb"):
        return "TERM says that this terminal can show no screen"
    return None
