"""The terminal lent and taken back: to the shell, and drawn anew."""

import os
import signal
from contextlib import AbstractContextManager, nullcontext

from tuinews.language import _
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.words import messages

_CLEAR = "\x1b[2J"


def redraw(state: ReadingState) -> None:
    """Draw every cell anew, whatever another program has written over them."""
    driver = state.app._driver
    if driver is not None:
        driver.write(_CLEAR)
    if state.graphics:
        state.graphics.give_again()
    state.app.screen.refresh(layout=True)


def lent(state: ReadingState) -> AbstractContextManager[None]:
    """The terminal is another program's within the block; where it cannot be lent (no terminal), nothing is."""
    driver = state.app._driver
    return state.app.suspend() if driver is not None and driver.can_suspend else nullcontext()


def suspend(state: ReadingState) -> None:
    """Stop, with all that was started with us, until the shell says to go on."""
    if _has_shell():
        os.kill(0, signal.SIGTSTP)
    else:
        state.say(_(messages.NO_SHELL))


def _has_shell() -> bool:
    """Whether somebody can say to go on: a process of this session outside our own group, as job control makes it.

    Where there is none (a terminal that runs the program itself), the kernel would let nothing be stopped by its
    terminal either (POSIX, "orphaned process group"); stopped, the program would never come back.
    """
    return os.name != "nt" and os.getpgrp() != os.getsid(0)
