"""Which browser opens an address, and how it is started: no shell, no words of it on our screen."""

import os
import shlex
import shutil
import subprocess
import sys
import threading
import webbrowser
from collections.abc import Mapping
from pathlib import Path

from tuinews.quick_dataclass import dataclass

_TEXT = ("w3m", "lynx", "links", "links2", "elinks", "browsh", "carbonyl", "cha", "chawan", "retawq", "netrik")
"""Browsers that need the terminal, the usual ones first."""
_OPENERS = ("xdg-open", "wslview", "open", "sensible-browser", "x-www-browser")
"""Programs that find the user's own browser; `open` is macOS's."""
_WINDOWED = ("firefox", "chromium", "chromium-browser", "google-chrome", "brave-browser", "epiphany", "falkon")
_GRACE = 4.0
"""Seconds in which a browser that cannot start says so (xdg-open tries several); one that still runs is open."""


@dataclass(frozen=True, slots=True)
class Browser:
    """A command that takes an address at its end, or in the place of `%s`; and whether it needs the terminal."""

    command: tuple[str, ...]
    in_terminal: bool

    def arguments(self, address: str) -> list[str]:
        """The command with the address."""
        if any("%s" in part for part in self.command[1:]):
            return [self.command[0], *(part.replace("%s", address) for part in self.command[1:])]
        return [*self.command, address]


def find_browser(environ: Mapping[str, str] = os.environ) -> Browser | None:
    """The user's browser: the first of what BROWSER names (with colons between) that is here, else the system's.

    Without a display the system's opener takes a text browser, where there is one: then it needs the terminal.
    """
    path = environ.get("PATH")
    named = environ.get("BROWSER", "")
    if named.strip():
        return next((found for one in named.split(os.pathsep) if (found := _named(one, path))), None)
    windows = sys.platform == "darwin" or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))
    text = next((name for name in _TEXT if shutil.which(name, path=path)), None)
    for name in _OPENERS:
        if (name != "open" or sys.platform == "darwin") and shutil.which(name, path=path):
            return Browser((name,), in_terminal=text is not None and not windows)
    for name in _WINDOWED if windows else ():
        if shutil.which(name, path=path):
            return Browser((name,), in_terminal=False)
    return Browser((text,), in_terminal=True) if text else None


def find_opener(environ: Mapping[str, str] = os.environ) -> Browser | None:
    """The program of this system that opens files; None if there is none, as without a display."""
    if os.name == "nt":
        return Browser(("start",), in_terminal=False)
    if sys.platform != "darwin" and not (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")):
        return None
    names = ("open",) if sys.platform == "darwin" else ("xdg-open", "wslview")
    found = next((name for name in names if shutil.which(name, path=environ.get("PATH"))), None)
    return Browser((found,), in_terminal=False) if found else None


def open_in(browser: Browser, address: str) -> bool:
    """Start `browser` on an address; whether it could be. One that needs the terminal has it until it ends."""
    if os.name == "nt":
        return webbrowser.open(address)
    if browser.in_terminal:
        return _run_here(browser, address)
    nowhere = subprocess.DEVNULL
    try:
        running = subprocess.Popen(
            browser.arguments(address), stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
        )
        return running.wait(_GRACE) == 0
    except subprocess.TimeoutExpired:
        threading.Thread(target=running.wait, daemon=True).start()  # else it stays a zombie when it is closed
        return True
    except OSError:
        return False


def _run_here(browser: Browser, address: str) -> bool:
    terminal = sys.__stderr__
    try:
        status = subprocess.run(
            browser.arguments(address), stdin=sys.__stdin__, stdout=terminal, stderr=terminal, check=False
        ).returncode
    except OSError:
        return False
    # A text browser's status says how it was left, an opener's whether there was one.
    return status == 0 or (_is_text(browser.command[0], None) and status not in (126, 127))


def _named(text: str, path: str | None) -> Browser | None:
    """A browser as BROWSER names it; None if there is no such program here."""
    try:
        command = tuple(part for part in shlex.split(text) if part != "&")
    except ValueError:  # a quotation that does not end
        return None
    if not command or shutil.which(command[0], path=path) is None:
        return None
    return Browser(command, in_terminal=_is_text(command[0], path))


def _is_text(program: str, path: str | None) -> bool:
    """Whether a program is a text browser by its name, or by the name of what it is a link to (`www-browser`)."""
    found = shutil.which(program, path=path)
    names = {Path(program).name, Path(found).resolve().name if found else ""}
    return any(name == text or name.startswith((f"{text}-", f"{text}.")) for name in names for text in _TEXT)
