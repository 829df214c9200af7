"""Python with all of the program imported and shown once, which begins every run that it is asked for by a fork.

Nine tenths of a start are imports, and much of the rest is worked out at a first use; both are the same for every
test. A run has its own process, arguments, environment, folder and streams, and ends as any Python does. What
Python itself does at a start (with streams that are closed, other encodings, other locales) cannot be seen in a
fork: such tests start `python`.

`python fork_server.py FD`: each message that comes over the Unix socket FD is a length (4 bytes), with the
descriptors of stdin, stdout, stderr and of a pipe, and then as many bytes of JSON (`Run`). Into the pipe go two
lines: the id of the process, and at its end its exit status (negative: the signal that killed it).
"""

import asyncio
import atexit
import fcntl
import gc
import json
import os
import pkgutil
import resource
import runpy
import select
import signal
import socket
import struct
import sys
import tempfile
import termios
import time
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

import tuinews

if TYPE_CHECKING:
    from tuinews.library.library import Library

_DESCRIPTORS = 4
_AT_FIRST_USE = ("anyio.lowlevel", "anyio.streams.tls", "anyio._backends._asyncio", "textual.layouts.stream")
"""What the dependencies import at their first use."""

_FIRST_OTHER, _LAST_OTHER = 3, 256


class Run(TypedDict):
    """One run: `command` is `python` with `-m MODULE …`, `-c CODE …` or the path of a script and its own."""

    command: list[str]
    anew: bool
    """Whether the command, then of any program, is executed as a shell does it."""
    environ: dict[str, str]
    folder: str
    in_terminal: bool
    """Whether stdin is a terminal that becomes this run's own, as the first of its session."""
    file_size: int | None
    """The most bytes that a file may grow to (RLIMIT_FSIZE), as `ulimit -f` sets it."""
    ignored: list[int]
    """Signals that are ignored, as a shell has them for what runs in the background."""


class Ending:
    """How a process ends: as Python does, but for taking apart what was imported, which costs more than a run."""

    def __init__(self) -> None:
        self.status: int | None = None
        atexit.register(self._leave)  # before any other: the last to be called

    def _leave(self) -> None:
        if self.status is not None:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(self.status)


def main() -> None:
    """Import the program; then fork for every run until nobody asks any more."""
    ending = Ending()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # what is imported stays
    for module in pkgutil.walk_packages(tuinews.__path__, "tuinews."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for name in _AT_FIRST_USE:
        import_module(name)
    asyncio.run(show_once())
    gc.collect()
    gc.freeze()
    gc.enable()
    asking = socket.socket(fileno=int(sys.argv[1]))
    asked = serve(asking)
    if asked is not None:
        asking.detach()
        become(*asked)
        try:
            execute(asked[0]["command"][1:])
        except SystemExit as exiting:
            if exiting.code is None or isinstance(exiting.code, int):
                ending.status = exiting.code or 0
            raise
    ending.status = 0


async def show_once() -> None:
    """Show a library once and nowhere: what a screen works out at its first use, its sheets most of all, is the
    same for every test. All that it opens is closed again, with its threads.
    """
    from tuinews.demo.site import DemoSite
    from tuinews.library.library import Library
    from tuinews.settings import Settings
    from tuinews.ui.app import TuinewsApp
    from tuinews.ui.app_context import AppContext
    from tuinews.ui.keymap import Keymap
    from tuinews.ui.screens.reading import ReadingScreen

    with DemoSite() as site, tempfile.TemporaryDirectory() as folder:
        library = await Library.open(Path(folder), Settings())
        for place in ("rss.xml", "tin-moi/"):
            await library.add(site.url + place)
        app = TuinewsApp(AppContext(partial(_given, library), Settings(), Keymap({})))
        async with app.run_test(size=(120, 40)) as pilot:
            screen = app.screen
            while not (isinstance(screen, ReadingScreen) and screen.listed_entries.ready):
                await pilot.pause(0.01)
            screen._compositor.render_strips()
            app.exit()  # so that what still goes on ends in silence, as when it is quit


async def _given(library: "Library") -> "Library":
    return library


def serve(asking: socket.socket) -> tuple[Run, list[int]] | None:
    """Answer what is asked; returns in each child with what it is to run, and with None at the end."""
    running: dict[int, int] = {}
    woken, wake = os.pipe()
    for end in (woken, wake):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    while True:
        ready, _, _ = select.select([asking.fileno(), woken], [], [])
        if woken in ready:
            os.read(woken, 4096)
            tell_ended(running)
        if asking.fileno() in ready:
            asked = receive(asking)
            if asked is None:
                return None
            descriptors = asked[1]
            pid = os.fork()
            if not pid:
                signal.set_wakeup_fd(-1)
                return asked
            for descriptor in descriptors[:-1]:
                os.close(descriptor)
            running[pid] = descriptors[-1]
            tell(descriptors[-1], pid)


def receive(asking: socket.socket) -> tuple[Run, list[int]] | None:
    """The next run and its descriptors."""
    head, descriptors, _, _ = socket.recv_fds(asking, 4, _DESCRIPTORS)
    if not head:
        return None
    (length,) = struct.unpack("!I", head)
    body = bytearray()
    while len(body) < length:
        body += asking.recv(length - len(body))
    run: Run = json.loads(body)
    return run, descriptors


def tell(pipe: int, number: int) -> None:
    """One line into a pipe that perhaps nobody reads any more."""
    with suppress(BrokenPipeError):
        os.write(pipe, b"%d\n" % number)


def tell_ended(running: dict[int, int]) -> None:
    """Tell how those that have ended did."""
    while running:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        pipe = running.pop(pid)
        tell(pipe, os.waitstatus_to_exitcode(status))
        os.close(pipe)


def become(run: Run, descriptors: list[int]) -> None:
    """Be the process that was asked for: with all that it is given, or already what it executes."""
    if run["in_terminal"]:
        os.setsid()
        fcntl.ioctl(descriptors[0], termios.TIOCSCTTY, 0)
    for number in range(3):
        os.dup2(descriptors[number], number)
    os.closerange(_FIRST_OTHER, _LAST_OTHER)
    for name in ("SIGHUP", "SIGQUIT", "SIGTERM", "SIGCHLD"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for ignored in run["ignored"]:
        signal.signal(ignored, signal.SIG_IGN)
    if run["file_size"] is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (run["file_size"], run["file_size"]))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # as Python has it from its start
    os.environ.clear()
    os.environ.update(run["environ"])
    time.tzset()
    tempfile.tempdir = None  # that of another environment
    os.chdir(run["folder"])
    if run["anew"]:
        for name in ("SIGPIPE", "SIGXFSZ"):  # which Python ignores
            signal.signal(getattr(signal, name), signal.SIG_DFL)
        os.execvp(run["command"][0], run["command"])
    open_streams()


def open_streams() -> None:
    """Open the streams as Python does at its start, where they are all there and speak UTF-8."""
    buffering = 1 if os.isatty(1) else -1
    sys.stdin = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115 - till the end
    sys.stdout = open(1, "w", buffering, "utf-8", "surrogateescape", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", 1, "utf-8", "backslashreplace", closefd=False)  # noqa: SIM115
    for name in ("stdin", "stdout", "stderr"):
        setattr(sys, f"__{name}__", getattr(sys, name))


def execute(arguments: list[str]) -> None:
    """Run what `python ARGUMENTS` would."""
    if arguments[0] == "-m":
        sys.argv[:] = arguments[1:]
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
    elif arguments[0] == "-c":
        sys.argv[:] = ["-c", *arguments[2:]]
        space: dict[str, Any] = {"__name__": "__main__"}
        exec(arguments[1], space)
    else:
        sys.argv[:] = arguments
        runpy.run_path(arguments[0], run_name="__main__")


if __name__ == "__main__":
    main()
