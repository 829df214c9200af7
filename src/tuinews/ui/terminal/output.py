"""What is written to the terminal, of which nothing may go wrong: it can be gone, or know few characters."""

import codecs
import os
import select
import sys
from contextlib import suppress
from typing import TextIO

from rich.cells import cell_len

_CELLS = "tuinews-cells"
_SIGNS = "▏●★↓…·│╭"
"""Some of what the program draws with."""


class TerminalOutput:
    """The stream that Textual writes its screen to; what a terminal that is gone would be told is dropped.

    It writes to the descriptor itself: what a Python stream could not write is kept there, and fails again at the
    end of the process (status 120).

    Textual gives it to a thread, which gets the interpreter up to five milliseconds after who painted
    (`sys.getswitchinterval`), a third of a frame. So who paints writes by itself what the terminal takes without
    waiting (`write_at_once`), and leaves the rest to that thread.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._parts: list[str] = []
        self._rest = b""
        self._taken = 0
        self._unblocked: int | None = None
        self.flushed = 0
        """How many texts were written of those that were taken."""

    def open(self) -> None:
        """Open the terminal a second time, since a descriptor that does not block blocks for nobody who shares it.

        Where it has no name, or may not be opened (after `su`), all is left to the thread.
        """
        if self._unblocked is None:
            with suppress(OSError):
                name = os.ttyname(self.fileno())
                self._unblocked = os.open(name, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)

    def close(self) -> None:
        """Close what was opened."""
        if self._unblocked is not None:
            os.close(self._unblocked)
            self._unblocked = None

    def write_at_once(self, text: str) -> bool:
        """Write text as far as the terminal takes it now; False where the next flush has to write the rest.

        Nothing may be on its way to the thread then.
        """
        data = self._encoded(text)
        if self._unblocked is not None:
            try:
                data = data[os.write(self._unblocked, data) :]
            except BlockingIOError:
                pass
            except OSError:
                return True
        self._rest = data
        return not data

    def write(self, text: str) -> int:
        """Take text to write at the next flush."""
        self._parts.append(text)
        self._taken += 1
        return len(text)

    def flush(self) -> None:
        """Write what was taken."""
        text, taken = "".join(self._parts), self._taken
        self._parts.clear()
        self._write(memoryview(self._rest + self._encoded(text)))
        self._rest = b""
        self.flushed = taken

    def _write(self, data: memoryview) -> None:
        while data:
            try:
                data = data[os.write(self.fileno(), data) :]
            except BlockingIOError:
                select.select([], [self.fileno()], [])
            except OSError:
                return

    def _encoded(self, text: str) -> bytes:
        encoding = self._stream.encoding
        unicode = encoding.lower().startswith("utf")
        return text.encode(encoding, "backslashreplace" if unicode else _CELLS)

    def fileno(self) -> int:
        """The stream's descriptor."""
        return self._stream.fileno()

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._stream.isatty()


def can_write_signs() -> bool:
    """Whether the terminal's encoding has what the program draws with: that of the locale C has ASCII alone."""
    stream = sys.__stderr__
    try:
        return stream is None or bool(_SIGNS.encode(stream.encoding))
    except UnicodeEncodeError:
        return False


def _as_cells(error: UnicodeError) -> tuple[str, int]:
    """`?` for each cell of what cannot be written, so that all behind it stands in its column."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "?" * cell_len(error.object[error.start : error.end]), error.end


codecs.register_error(_CELLS, _as_cells)
