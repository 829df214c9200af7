"""What leaves the program: an address to the browser, a text to the clipboard. No shell, ever."""

import asyncio
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from tuinews.late import late_imports
from tuinews.quick_dataclass import dataclass

with late_imports(__name__):
    from shlex import split as split_words

    from tuinews.ui import browsers, editors

T = TypeVar("T")

Run = Callable[[Sequence[str], str], bool]
"""Runs a program by its argument list with a text on its standard input; whether it ended well."""


class Clipboard(StrEnum):
    """Where a text is known to be: the system's clipboard, tmux's buffer; else it was sent to the terminal."""

    SYSTEM = "system"
    TMUX = "tmux"
    TERMINAL = "terminal"


@dataclass(frozen=True, slots=True)
class CopyTool:
    """A program that takes a text for a clipboard: what it fills, how it is called, which variable it needs.

    `commands` are tried in order until one of them succeeds: an older tmux knows no `-w`.
    """

    fills: Clipboard
    commands: tuple[tuple[str, ...], ...]
    needs: str | None = None


_COPY_TOOLS = (
    CopyTool(Clipboard.TMUX, (("tmux", "load-buffer", "-w", "-"), ("tmux", "load-buffer", "-")), "TMUX"),
    CopyTool(Clipboard.SYSTEM, (("wl-copy",),), "WAYLAND_DISPLAY"),
    CopyTool(Clipboard.SYSTEM, (("xclip", "-selection", "clipboard"),), "DISPLAY"),
    CopyTool(Clipboard.SYSTEM, (("xsel", "--clipboard", "--input"),), "DISPLAY"),
    CopyTool(Clipboard.SYSTEM, (("pbcopy",),)),
)


_OPENED = frozenset(
    (
        *(".mp3", ".m4a", ".m4b", ".ogg", ".oga", ".opus", ".aac", ".flac", ".wav"),
        *(".mp4", ".m4v", ".webm", ".mkv", ".mov", ".avi", ".ogv"),
        *(".pdf", ".epub", ".txt", ".jpg", ".jpeg", ".png", ".gif", ".webp"),
    )
)
"""Endings of files that are opened."""


def _no_player(player: str, address: str) -> bool:
    """Nothing is played."""
    return False


def _no_editor(text: str, name: str) -> str | None:
    """Nothing is edited."""
    return None


def _no_opener(file: Path) -> bool:
    """Nothing opens a file."""
    return False


def _never() -> bool:
    """No browser needs the terminal."""
    return False


@dataclass(frozen=True, slots=True)
class External:
    """What starts other programs, so that a test can replace it; `takes_terminal`: whether `browse` needs the
    terminal. `play` is given the command of the player and an address or a path,
    `open_file` a path. `edit` gives what a person makes of a text in their
    editor, which has the terminal (`editors.edit`)."""

    browse: Callable[[str], bool]
    run: Run
    takes_terminal: Callable[[], bool] = _never
    play: Callable[[str, str], bool] = _no_player
    edit: Callable[[str, str], str | None] = _no_editor
    open_file: Callable[[Path], bool] = _no_opener


def can_open(address: str) -> bool:
    """Whether an address may go to a browser: http and https alone, and nothing that looks like an option."""
    return address.startswith(("http://", "https://")) and not any(
        c.isspace() or not c.isprintable() for c in address
    )


def copy(text: str, run: Run) -> Clipboard:
    """Give a text to the programs of this machine that take one for a clipboard; where it is known to be.

    tmux drops the terminal's own command for it (OSC 52) by default, so that it is told itself. Whether a terminal
    obeys that command cannot be known: xterm does not, unless it is told to (`allowWindowOps`).
    """
    filled = {tool.fills for tool in _tools() if any(run(command, text) for command in tool.commands)}
    return next((one for one in (Clipboard.SYSTEM, Clipboard.TMUX) if one in filled), Clipboard.TERMINAL)


def _tools() -> list[CopyTool]:
    return [
        tool
        for tool in _COPY_TOOLS
        if shutil.which(tool.commands[0][0]) and (tool.needs is None or os.environ.get(tool.needs))
    ]


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
    browser = browsers.find_browser()
    return browser is not None and browsers.open_in(browser, address)


def play(player: str, address: str) -> bool:
    """Start a player, by its command with words between blanks, on an address; whether it could be."""
    try:
        command = tuple(split_words(player))
    except ValueError:  # a quote that is not closed
        return False
    return bool(command) and browsers.open_in(browsers.Browser(command, in_terminal=False), address)


def open_file(file: Path) -> bool:
    """Open a file with what this system opens its kind with; whether that could be started.

    Only sounds, films, pictures and documents: what came from elsewhere is never run.
    """
    if file.suffix.lower() not in _OPENED:
        return False
    opener = browsers.find_opener()
    return opener is not None and browsers.open_in(opener, str(file))


def takes_terminal() -> bool:
    """Whether the user's browser is one that needs the terminal."""
    browser = browsers.find_browser()
    return browser is not None and browser.in_terminal


async def apart(job: Callable[[], bool]) -> bool:
    """Do `job` in a thread that nobody waits for at the end of the program: a browser may take its time."""
    return await apart_for(job)


async def apart_for(job: Callable[[], T]) -> T:
    """The same for a job that gives something else; what it raises is raised here."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def tell(result: T) -> None:
        if not done.done():
            done.set_result(result)

    def work() -> None:
        result = job()
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(tell, result)

    threading.Thread(target=work, name="tuinews-browser", daemon=True).start()
    return await done


REAL = External(
    browse=browse, run=run, takes_terminal=takes_terminal, play=play, edit=editors.edit, open_file=open_file
)
