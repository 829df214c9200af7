"""The kernel gives a signal to whichever thread comes first; the program answers it all the same."""

import ctypes
import os
import signal
from pathlib import Path
from typing import Any

import pytest

RESUMED = b"\x1b[?1004h"
"""Reports of focus asked for, the last that taking the terminal writes."""


def signal_another_thread(pid: int, number: signal.Signals) -> None:
    """Give a signal to a thread that is not the first, as happens when all wake at a SIGCONT."""
    others = [int(task.name) for task in Path(f"/proc/{pid}/task").iterdir() if int(task.name) != pid]
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.tgkill(pid, others[0], int(number)):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads are told one by one on Linux alone")
def test_the_screen_comes_back_whichever_thread_is_told_to_go_on(open_terminal: Any) -> None:
    terminal = open_terminal()
    terminal.wait_for("1/11")
    for _ in range(5):
        terminal.settle()
        before = len(terminal.written)
        signal_another_thread(terminal.pid, signal.SIGCONT)
        terminal.until(lambda start=before: RESUMED in terminal.written[start:], "the screen taken anew")
    terminal.send("j")
    terminal.wait_for("2/11")


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads are told one by one on Linux alone")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=str)
def test_it_ends_whichever_thread_is_told_to_end(open_terminal: Any, number: signal.Signals) -> None:
    terminal = open_terminal()
    terminal.wait_for("1/11")
    terminal.settle()
    signal_another_thread(terminal.pid, number)
    assert terminal.wait() == 128 + number
