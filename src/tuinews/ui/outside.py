"""What leaves the program: an address to the browser, a text to the clipboard. No shell, ever."""

import asyncio
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from tuinews.ui.browsers import find_browser, open_in

Run = Callable[[Sequence[str], str], bool]
"""Starts a program by its argument list with a text on its standard input; whether it could be started."""

_COPY_COMMANDS: tuple[tuple[str, ...], ...] = (
    ("tmux", "load-buffer", "-w", "-"),
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("pbcopy",),
)
_NEEDS = {"tmux": "TMUX", "wl-copy": "WAYLAND_DISPLAY", "xclip": "DISPLAY"}


def _never() -> bool:
    """No browser needs the terminal."""
    return False


@dataclass(frozen=True, slots=True)
class Outside:
    """The ways out, so that a test can stand in for them; `takes_terminal`: whether `browse` needs it."""

    browse: Callable[[str], bool]
    run: Run
    takes_terminal: Callable[[], bool] = _never


def can_open(address: str) -> bool:
    """Whether an address may go to a browser: http and https alone, and nothing that looks like an option."""
    return address.startswith(("http://", "https://")) and not any(
        c.isspace() or not c.isprintable() for c in address
    )


def copy_commands() -> list[tuple[str, ...]]:
    """The programs of this machine that take a text for the clipboard.

    tmux drops the terminal's own way (OSC 52) by default, so that it is told itself.
    """
    found = []
    for command in _COPY_COMMANDS:
        needed = _NEEDS.get(command[0])
        if shutil.which(command[0]) and (needed is None or os.environ.get(needed)):
            found.append(command)
    return found


def run(arguments: Sequence[str], text: str) -> bool:
    """Start a program with `text` on its standard input and wait a moment for it."""
    try:
        subprocess.run(
            list(arguments),
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=2,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def browse(address: str) -> bool:
    """Open an address in the user's browser; whether one could be started."""
    browser = find_browser()
    return browser is not None and open_in(browser, address)


def takes_terminal() -> bool:
    """Whether the user's browser is one that needs the terminal."""
    browser = find_browser()
    return browser is not None and browser.in_terminal


async def apart(job: Callable[[], bool]) -> bool:
    """Do `job` in a thread that nobody waits for at the end of the program: a browser may take its time."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[bool] = loop.create_future()

    def tell(result: bool) -> None:
        if not done.done():
            done.set_result(result)

    def work() -> None:
        result = job()
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(tell, result)

    threading.Thread(target=work, name="tuinews-browser", daemon=True).start()
    return await done


REAL = Outside(browse=browse, run=run, takes_terminal=takes_terminal)
