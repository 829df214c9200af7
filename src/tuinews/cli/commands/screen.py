"""The screen. Imports little: what the first paint does not need comes behind it (decision 2)."""

import gc
import os
import sys
from pathlib import Path

from tuinews.cli.process import end_as_ctrl_c_does
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.paths import places
from tuinews.settings import read_settings

with late_imports(__name__):
    from argparse import Namespace

    from tuinews.cli import log, plain
    from tuinews.cli.commands import guide
    from tuinews.cli.linear import run as linear
    from tuinews.cli.output import report
    from tuinews.cli.words import program as messages
    from tuinews.ui import app


def run(arguments: Namespace) -> int:
    """Show the screen; 4 if there is no terminal that could show it."""
    where = places(arguments.data_dir, arguments.config)
    if arguments.linear:
        return converse(where.data_dir, where.settings_file)
    why = no_screen_because()
    if why is not None:
        report(messages.no_screen(why))
        return plain.run(arguments)
    return show(where.data_dir, where.settings_file)


def converse(data_dir: Path, settings_file: Path) -> int:
    """Talk about the library of `data_dir` by the line, without a screen."""
    end_as_ctrl_c_does()
    gc.enable()
    return linear.converse(data_dir, settings_file)


def show(data_dir: Path, settings_file: Path) -> int:
    """Run the screen on the library of `data_dir` until it is quit."""
    loaded = read_settings(settings_file)
    return app.show(data_dir, loaded.settings, guide.open_guide, log.record, settings_file, loaded.problems)


def no_screen_because() -> str | None:
    """Why the screen cannot be shown here, or None if it can.

    Textual reads stdin and draws on stderr; without a terminal there it hangs, and it does not notice TERM=dumb.
    """
    if not sys.stdin.isatty():
        return _(messages.INPUT_NOT_TERMINAL)
    if not sys.stderr.isatty():
        return _(messages.ERROR_NOT_TERMINAL)
    if os.name != "nt" and os.environ.get("TERM", "") in ("", "dumb"):
        return _(messages.DUMB_TERMINAL)
    return None
