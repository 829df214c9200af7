"""A signal before the screen is up: the exit status is the signal's, and the terminal is as it was."""

import signal
import sys
from pathlib import Path

import pytest

from .conftest import OpenTerminal
from .test_driver import modes_left

_AT_AN_IMPORT = """
import importlib.abc, os, runpy, signal, sys

wanted, number, *holders = sys.argv[1].split()
for name in [*sys.modules]:  # what the tests have imported is imported anew, with those that import it
    if name.startswith((wanted, *holders)):
        del sys.modules[name]

class Bell(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == wanted:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), int(number))

sys.meta_path.insert(0, Bell())
sys.argv[:] = ["tuinews", *sys.argv[2:]]
runpy.run_module("tuinews", run_name="__main__", alter_sys=True)
"""
"""The program, which gets a signal at the import of a module: each stands for a moment of the start."""

_MOMENTS = {
    "the arguments are read": ("tuinews.cli.parser", "tuinews.cli.main"),
    "the demo's library is filled": (
        "tuinews.extract.feed.feed",
        "tuinews.extract.feed",
        "tuinews.extract.source_readers",
        "tuinews.library",
    ),
    "the screen is imported": ("tuinews.ui.app",),
    "the loop runs, and nobody has the terminal yet": ("tuinews.ui.terminal.driver",),
}
"""What is imported at each moment, and what imports it when it is itself imported: to begin with none of it is."""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("moment", _MOMENTS)
def test_a_signal_before_the_screen_is_up_ends_the_program_with_its_number(
    open_terminal: OpenTerminal, tmp_path: Path, moment: str, number: signal.Signals
) -> None:
    wanted, *holders = _MOMENTS[moment]
    terminal = open_terminal(" ".join((wanted, str(int(number)), *holders)), "demo", code=_AT_AN_IMPORT)
    assert terminal.wait() == 128 + number
    assert modes_left(terminal.written) == set()
    assert b"Traceback" not in terminal.written
    assert b"KeyboardInterrupt" not in terminal.written
    assert not list((tmp_path / "tmp").glob("tuinews-demo-*"))


_BEFORE_IT_HAS_THE_TERMINAL = """
import os, sys
from pathlib import Path
from tuinews.settings import Settings
from tuinews.ui import app
from tuinews.ui.terminal.driver import TerminalDriver

class Driver(TerminalDriver):
    def start_application_mode(self):
        os.kill(os.getpid(), int(sys.argv[2]))
        super().start_application_mode()

class App(app.TuinewsApp):
    def get_driver_class(self):
        return Driver

app.TuinewsApp = App
sys.exit(app.show(Path(sys.argv[1]), Settings()))
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_while_the_terminal_is_being_taken_is_kept_until_it_can_be_given_back(
    open_terminal: OpenTerminal, tmp_path: Path, number: signal.Signals
) -> None:
    terminal = open_terminal(str(tmp_path / "data"), str(int(number)), code=_BEFORE_IT_HAS_THE_TERMINAL)
    assert terminal.wait() == 128 + number
    assert b"\x1b[?1049h" in terminal.written
    assert modes_left(terminal.written) == set()
    assert b"Traceback" not in terminal.written


def test_a_signal_that_is_ignored_at_the_start_stays_so(open_terminal: OpenTerminal) -> None:
    line = f"trap '' INT; exec '{sys.executable}' -c '{_AT_AN_IMPORT}' 'tuinews.ui.app {int(signal.SIGINT)}' demo"
    terminal = open_terminal(command=["sh", "-c", line])
    terminal.wait_for("1/11")
    terminal.send("Q")
    assert terminal.wait() == 0
