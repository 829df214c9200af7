"""From argv to an exit status: 0 done, 1 nothing done, 2 usage, 3 partly done, 4 no terminal for the screen."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise

from tuinews.cli.process import drop_output, end_as_ctrl_c_does
from tuinews.cli.screen_options import screen_options
from tuinews.errors import TuinewsError, system_reason
from tuinews.language import _, choose, stated_language
from tuinews.late import late_imports, late_pattern
from tuinews.paths import places
from tuinews.text import clean_line

with late_imports(__name__):
    from argparse import Namespace

    from tuinews.cli import log
    from tuinews.cli.output import report
    from tuinews.cli.parser import build_parser
    from tuinews.cli.remedies import with_remedy
    from tuinews.ui.words import messages

_MODULES = {"list": "list_entries", "import": "import_sources", "export": "export_sources"}
"""Commands whose own names are Python's words or would hide them."""

_CONFIG = late_pattern(r"--config(?:=|\Z)")
_WITH_SCREEN = ("screen", "demo")
"""The modules that show the screen, which a signal ends with a status of its own (docs/commands.md)."""

_OBJECTS = 20_000
"""New objects after which a command looks for circles among them: a refresh of 300 feeds makes millions and hardly
a circle, and at Python's 700 looking was a tenth of its time.
"""


def module_of(command: str | None) -> str:
    """The module of `cli.commands` that runs a command; None is the screen."""
    return "screen" if command is None else _MODULES.get(command, command.replace("-", "_"))


def run(argv: Sequence[str]) -> int:
    """Run the command that `argv` names; every failure is one line on stderr, never a traceback."""
    choose(stated_language(places(None, _config(argv)).settings_file))
    arguments = screen_options(argv) or _parsed(argv)
    if arguments is None:
        return 1
    arguments.data_dir = arguments.data_dir or os.environ.get("TUINEWS_DATA_DIR") or None
    arguments.config = arguments.config or os.environ.get("TUINEWS_CONFIG") or None
    name = module_of(arguments.command)
    if name not in _WITH_SCREEN:
        end_as_ctrl_c_does()
    try:
        # Only the command that was asked for is imported: `--help` and `list` must not pay for the screen.
        command = import_module(f"tuinews.cli.commands.{name}")
        if name not in _WITH_SCREEN:  # which allows it when the list is there
            gc.freeze()  # what was imported is no garbage
            gc.set_threshold(_OBJECTS)
            gc.enable()
        status: int = command.run(arguments)
        sys.stdout.flush()
    except TuinewsError as error:
        report(with_remedy(error))
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output went away (`tuinews list | head`): not an error, and nothing more to say.
        drop_output()
        return 0
    except OSError as error:
        drop_output()
        report(f"{clean_line(error.filename or _('the output'))}: {system_reason(error)}")
        return 1
    except Exception as error:  # noqa: BLE001 - the last door: a user never sees a traceback, the log has it
        return _unexpected(error, arguments.data_dir)
    return status


def _parsed(argv: Sequence[str]) -> Namespace | None:
    """What `argv` says; None if its help could not be printed. Raises SystemExit behind the help, and for
    what is wrong.
    """
    try:
        return build_parser().parse_args(argv)
    except SystemExit:
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            drop_output()
        except OSError as error:
            drop_output()
            report(f"{_('the output')}: {system_reason(error)}")
            return None
        raise


def _config(argv: Sequence[str]) -> str | None:
    """The settings file that will be read, found before argv is parsed: its help has a language too."""
    named = [one.partition("=")[2] or after for one, after in pairwise((*argv, "")) if _CONFIG.match(one)]
    return next((one for one in reversed(named) if one), os.environ.get("TUINEWS_CONFIG") or None)


def _unexpected(error: Exception, data_dir: str | None) -> int:
    report(messages.last_words(type(error).__name__, log.record(error, data_dir)))
    return 1
