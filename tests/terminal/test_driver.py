"""The program in a terminal that sends odd bytes, goes away, or is taken by a signal."""

import inspect
import random
import re
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from textual.drivers.linux_driver import LinuxDriver

from tuinews.ui.terminal.driver import TerminalDriver


def ready(terminal: Any) -> None:
    """Wait until the list is there and takes keys."""
    terminal.wait_for("1/11")


ODD = (
    b"\xff",
    b"\xe1\xba",
    b"\xc3(",
    b"\xed\xa0\x80",
    b"\x1b[M#\x84*",
    b"\x1b[M#\xc3\xa9",
    b"\x1b[M \x00\x00",
    b"\x1b[97:65;2u",
    b"\x1b[99999999;1u",
    b"\x1b[48;0;0;0;0t",
    b"\x1b[<0;99999;99999M",
    b"\x1b]11;rgb:DADA/AAAA/QQQQ\x1b\\",
)


def test_odd_bytes_are_passed_over_and_a_report_in_pieces_is_whole(open_terminal: Any) -> None:
    terminal = open_terminal()
    ready(terminal)
    for number, data in enumerate(ODD):
        terminal.send(data)
        terminal.send("k" if number % 2 else "j")
        terminal.wait_for("1/11" if number % 2 else "2/11")
    for piece in (b"\x1b", b"[", b"M", b"#", b"D", b"D", b"j"):
        terminal.send(piece)
    terminal.wait_for("2/11")
    assert "Remove" not in terminal.text
    terminal.send("Q")
    assert terminal.wait() == 0
    assert b"Traceback" not in terminal.written


def test_random_bytes_do_not_end_it(open_terminal: Any) -> None:
    terminal = open_terminal()
    ready(terminal)
    # Without the letters that quit, and without the bytes that type commands of the program in number.
    quits = b"qQ\x11\x1a\x03"
    for seed in range(3):
        dice = random.Random(seed)
        for _ in range(40):
            random_bytes = dice.randbytes(dice.randrange(1, 60))
            piece = bytes(b for b in random_bytes if b not in quits and not 0x41 <= b <= 0x7A)
            terminal.send(dice.choice([b"", b"\x1b[", b"\x1b[M", b"\x1b[<", b"\x1bO", b"\x1b[200~"]) + piece)
            terminal.send(b"\x1b[201~")
            terminal.listen(0.01)
        terminal.send(b"\x1b[201~\x1b")
        terminal.listen(0.3)
        assert not terminal.ended(), f"the bytes of seed {seed} ended it"
    assert b"Traceback" not in terminal.written
    terminal.kill(signal.SIGTERM)
    assert terminal.wait() == 128 + signal.SIGTERM


def test_a_screen_closed_as_soon_as_it_is_opened_is_no_fault(open_terminal: Any) -> None:
    terminal = open_terminal()
    ready(terminal)
    for keys in (":\x1b", "?\x1b", "a\x1b", "/\x1b", ":a\x1b?q:\x1b"):
        terminal.settle()
        terminal.send(keys + "\x1b\x1b")
        terminal.send("j")
        assert not terminal.ended(), f"{keys!r} ended it\n{terminal.text}"
        terminal.until(lambda: "11" in terminal.text, "the list")
    terminal.kill(signal.SIGTERM)
    assert terminal.wait() == 128 + signal.SIGTERM


def modes_left(written: bytes) -> set[str]:
    """The private modes that were set and not put back (7 and 25 the other way round); `u`: kitty's keyboard."""
    left: set[str] = set()
    for mode, what in re.findall(rb"\x1b\[\?(\d+)([hl])", written):
        starts = b"l" if mode in (b"7", b"25") else b"h"
        (left.add if what == starts else left.discard)(mode.decode())
    kitty = len(re.findall(rb"\x1b\[>\d+u", written)) - written.count(b"\x1b[<u")
    return left | ({"u"} if kitty else set())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_ends_it_in_order(open_terminal: Any, tmp_path: Path, number: signal.Signals) -> None:
    terminal = open_terminal()
    ready(terminal)
    assert modes_left(terminal.written) >= {"1049", "1000", "1003", "1006", "2004", "25", "7", "u"}
    assert list((tmp_path / "tmp").glob("tuinews-demo-*"))
    terminal.kill(number)
    assert terminal.wait() == 128 + number
    assert modes_left(terminal.written) == set()
    assert not list((tmp_path / "tmp").glob("tuinews-demo-*"))
    assert b"Traceback" not in terminal.written


@pytest.mark.parametrize("ignored", ["", "trap '' HUP; "])
def test_it_ends_with_its_terminal(open_terminal: Any, tmp_path: Path, ignored: str) -> None:
    line = f'{ignored}exec "{sys.executable}" -m tuinews demo'
    terminal = open_terminal(command=["sh", "-c", line])
    ready(terminal)
    terminal.hang_up()
    assert terminal.wait(3) == 128 + signal.SIGHUP
    assert not list((tmp_path / "tmp").glob("tuinews-demo-*"))


_FAULTY = """
import asyncio, sys
from pathlib import Path
from tuinews.cli import log
from tuinews.ui.app import TuinewsApp
from tuinews.ui import app
from tuinews.settings import Settings
from tuinews.cli.main import run

async def guide(library):
    raise AssertionError

class Faulty(TuinewsApp):
    def on_mount(self):
        self.set_timer(0.1, self.fail)
    def fail(self):
        raise ValueError("http://secret.example/")

app.TuinewsApp = Faulty
sys.exit(app.show(Path(sys.argv[1]), Settings(), record=lambda error: log.record(error, sys.argv[1])))
"""


def test_a_fault_of_ours_is_one_line_status_1_and_in_the_log(open_terminal: Any, tmp_path: Path) -> None:
    terminal = open_terminal(str(tmp_path / "data"), code=_FAULTY)
    assert terminal.wait() == 1
    assert modes_left(terminal.written) == set()
    words = terminal.written.rpartition(b"\x1b[?1004l")[2].strip()
    assert words.startswith(b"tuinews: unexpected error (ValueError); details are in ")
    assert b"\n" not in words
    place = Path(words.rpartition(b" in ")[2].decode())
    assert "in fail" in place.read_text("utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "run_input_thread",
        "_run_input_thread",
        "_sigtstp_application",
        "_sigcont_application",
        "start_application_mode",
        "stop_application_mode",
        "suspend_application_mode",
        "resume_application_mode",
        "process_message",
        "write",
    ],
)
def test_textual_has_what_the_driver_stands_on(name: str) -> None:
    theirs = getattr(LinuxDriver, name)
    assert list(inspect.signature(theirs).parameters) == list(
        inspect.signature(getattr(TerminalDriver, name)).parameters
    )


def test_textual_still_decodes_strictly_and_still_needs_our_driver() -> None:
    assert 'getincrementaldecoder("utf-8")()' in inspect.getsource(LinuxDriver.run_input_thread)
    source = inspect.getsource(LinuxDriver.__init__) + inspect.getsource(LinuxDriver.start_application_mode)
    for used in ("self._file", "self._must_signal_resume", "self.exit_event", "self._in_band_window_resize"):
        assert used in source
