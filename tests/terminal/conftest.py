"""The program in a pseudo-terminal of its own: what is typed goes in, and pyte keeps the screen that comes out."""

import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pyte
import pytest

from forked import Forked, ForkServer

_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;]*\$?[up]|\x1b_[^\x1b]*\x1b\\")
"""The kitty keyboard, its graphics, and questions for modes, which pyte would print."""

PATIENCE = 30.0


class Terminal:
    """A pseudo-terminal of `columns` by `rows`, and the program that `start` starts at its slave's side."""

    def __init__(self, start: Callable[[int], Forked], columns: int, rows: int) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._text: str | None = None
        self._held = b""
        self.written = b""
        self.status: int | None = None
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._process = start(slave)
        os.close(slave)
        os.set_blocking(self.master, False)

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    @property
    def text(self) -> str:
        """The screen as it is now."""
        if self._text is None:
            self._text = "\n".join(self._row(row) for row in range(self.screen.lines))
        return self._text

    def _row(self, row: int) -> str:
        # Pyte's own `display` measures every character; the second cell of a wide one is empty anyway.
        cells = self.screen.buffer[row]
        return "".join([cells[column].data for column in range(self.screen.columns)])

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the terminal's cursor, from 0."""
        return self.screen.cursor.x, self.screen.cursor.y

    @property
    def cursor_line(self) -> str:
        """The screen's line on which the terminal's cursor stands."""
        return self.screen.display[self.screen.cursor.y]

    def send(self, data: bytes | str) -> None:
        """Type, or send what a terminal would."""
        left = memoryview(data.encode() if isinstance(data, str) else data)
        while left:
            try:
                left = left[os.write(self.master, left) :]
            except BlockingIOError:
                self.listen()

    def listen(self, seconds: float = 0.05) -> bool:
        """Take what is written within `seconds`, and all that follows at once; whether anything was."""
        heard = b""
        while select.select([self.master], [], [], 0 if heard else seconds)[0]:
            try:
                data = os.read(self.master, 1 << 16)
            except OSError as error:
                if error.errno not in (errno.EIO, errno.EAGAIN):
                    raise
                break
            if not data:
                break
            heard += data
        if heard:
            self.written += heard
            self.show(heard)
        return bool(heard)

    def settle(self) -> None:
        """Listen until nothing has been written for a while."""
        while self.listen(0.4):
            pass

    def show(self, data: bytes) -> None:
        """Put `data` on the screen, as the program, or another one, writes it."""
        self._text = None
        data, self._held = self._held + data, b""
        begun = data.rfind(b"\x1b_")
        if begun >= 0 and b"\x1b\\" not in data[begun:]:  # the rest of it is still to come
            data, self._held = data[:begun], data[begun:]
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))

    def until(self, so: Callable[[], object], what: str) -> None:
        """Listen until it is so."""
        end = time.monotonic() + PATIENCE
        while not so():
            if time.monotonic() > end or self.ended():
                raise AssertionError(f"never so: {what}; status {self.status}\n{self.text}")
            self.listen()

    def wait_for(self, words: str) -> None:
        """Listen until the screen shows `words`."""
        self.until(lambda: words in self.text, words)

    def ended(self) -> bool:
        """Whether the program has ended; `status` tells how."""
        self.status = self._process.poll()
        return self.status is not None

    def wait(self, seconds: float = PATIENCE) -> int:
        """Listen until it has ended, within `seconds`; its exit status."""
        end = time.monotonic() + seconds
        while not self.ended():
            assert time.monotonic() < end, f"it goes on\n{self.text}"
            if self.master >= 0:
                self.listen()
            else:
                time.sleep(0.01)
        if self.master >= 0:
            self.listen()
        assert self.status is not None
        return self.status

    def kill(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self._process.send_signal(number)

    def hang_up(self) -> None:
        """Take the terminal away."""
        os.close(self.master)
        self.master = -1

    def close(self) -> None:
        """End the program, whatever it does."""
        self._process.close()
        if self.master >= 0:
            os.close(self.master)


OpenTerminal = Callable[..., Terminal]


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """An environment whose every folder is this test's."""
    unwanted = (
        "NO_COLOR",
        "COLORTERM",
        "STY",
        "TMUX",
        "TUINEWS_DATA_DIR",
        "TUINEWS_CONFIG",
        "BROWSER",
        "LINES",
        "COLUMNS",
    )
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    places = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("DATA", "STATE", "CONFIG", "CACHE")}
    (tmp_path / "tmp").mkdir()
    own = {"HOME": str(tmp_path), "TMPDIR": str(tmp_path / "tmp"), "TERM": "xterm-256color"}
    return kept | places | own | {"COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}


@pytest.fixture
def open_terminal(environ: dict[str, str], fork_server: ForkServer) -> Iterator[OpenTerminal]:
    """Starts `tuinews ARGUMENTS` (by itself the demo) in a terminal.

    Or else executes the `command` that is given, or runs the Python `code` as `python -c CODE ARGUMENTS` does.
    """
    opened: list[Terminal] = []

    def start(
        *arguments: str,
        size: tuple[int, int] = (120, 24),
        command: Sequence[str] | None = None,
        code: str | None = None,
        **changes: str | None,
    ) -> Terminal:
        program = ["-m", "tuinews", *(arguments or ("demo",))] if code is None else ["-c", code, *arguments]
        own = [sys.executable, *program]
        changed = environ | changes
        kept = {name: value for name, value in changed.items() if value is not None}

        def begin(slave: int) -> Forked:
            streams = (slave, slave, slave)
            return fork_server.start(command or own, streams, kept, in_terminal=True, anew=command is not None)

        opened.append(Terminal(begin, *size))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()
