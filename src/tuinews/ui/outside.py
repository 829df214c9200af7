"""What leaves the program: an address to the browser, a text to the clipboard. No shell, ever."""

import os
import shutil
import subprocess
import sys
import webbrowser
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Run = Callable[[Sequence[str], str], bool]
"""Starts a program by its argument list with a text on its standard input; whether it could be started."""

_COPY_COMMANDS: tuple[tuple[str, ...], ...] = (
    ("tmux", "load-buffer", "-w", "-"),
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("pbcopy",),
)
_NEEDS = {"tmux": "TMUX", "wl-copy": "WAYLAND_DISPLAY", "xclip": "DISPLAY"}


@dataclass(frozen=True, slots=True)
class Outside:
    """The ways out, so that a test can stand in for them."""

    browse: Callable[[str], bool]
    run: Run


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
    """Open an address in the user's browser; its own words must not reach our screen."""
    if sys.platform.startswith("linux") and shutil.which("xdg-open") and not os.environ.get("BROWSER"):
        try:
            subprocess.Popen(
                ["xdg-open", address],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            return False
        return True
    return webbrowser.open(address)


REAL = Outside(browse=browse, run=run)
