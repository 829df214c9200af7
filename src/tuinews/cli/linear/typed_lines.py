"""Lines as they are typed or piped in, without holding up the loop.

A thread reads the descriptor itself: one that waits in Python's buffered reader keeps a process from ending.
"""

import asyncio
import os
import sys
import threading
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

_READ = 4096
"""Bytes that are read at a time."""


class TypedLines:
    """Standard input by the line; begins to read at the first question."""

    def __init__(self) -> None:
        self._lines: asyncio.Queue[str | None] = asyncio.Queue()
        self._thread: threading.Thread | None = None
        self._is_over = False

    async def next(self) -> str | None:
        """The next line without its end, None if there are no more."""
        if self._thread is None:
            loop = asyncio.get_running_loop()
            self._thread = threading.Thread(target=self._read, args=(loop,), daemon=True)
            self._thread.start()
        if self._is_over:
            return None
        line = await self._lines.get()
        self._is_over = line is None
        return line

    async def next_secret(self, prompt: Callable[[], None]) -> str | None:
        """The next line, which a terminal does not show while it is typed; `prompt` asks for it then."""
        with _unseen():
            prompt()
            line = await self.next()
        sys.stdout.write("\n")  # the one that was typed was not shown either
        return line

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        decoder = getincrementaldecoder("utf-8")("replace")
        rest = ""
        while data := self._some():
            *lines, rest = (rest + decoder.decode(data)).replace("\r\n", "\n").split("\n")
            for line in lines:
                self._give(loop, line)
        if rest:
            self._give(loop, rest)
        self._give(loop, None)

    def _some(self) -> bytes:
        try:
            return os.read(sys.stdin.fileno(), _READ)
        except OSError:  # the terminal is gone
            return b""

    def _give(self, loop: asyncio.AbstractEventLoop, line: str | None) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(self._lines.put_nowait, line)


@contextmanager
def _unseen() -> Iterator[None]:
    """Let the terminal show nothing that is typed, where it can be told so."""
    try:
        termios: Any = import_module("termios")  # Windows has none
        before = termios.tcgetattr(sys.stdin.fileno())
    except (ImportError, OSError, ValueError):
        yield
        return
    unseen = list(before)
    unseen[3] &= ~termios.ECHO
    termios.tcsetattr(sys.stdin.fileno(), termios.TCSAFLUSH, unseen)
    try:
        yield
    finally:
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, before)
