"""What is written to the terminal, of which nothing may go wrong: it can be gone, or know few characters."""

import codecs
import os
import select
import sys
from typing import TextIO

from rich.cells import cell_len

_CELLS = "tuinews-cells"
_SIGNS = "▏●★↓…·│╭"
"""Some of what the program draws with."""


class TerminalOutput:
    """The stream that Textual writes its screen to; what a terminal that is gone would be told is dropped.

    It writes to the descriptor itself: what a Python stream could not write is kept there, and fails again at the
    end of the process (status 120).
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._parts: list[str] = []

    def write(self, text: str) -> int:
        """Take text to write at the next flush."""
        self._parts.append(text)
        return len(text)

    def flush(self) -> None:
        """Write what was taken."""
        text = "".join(self._parts)
        self._parts.clear()
        encoding = self._stream.encoding
        unicode = encoding.lower().startswith("utf")
        data = memoryview(text.encode(encoding, "backslashreplace" if unicode else _CELLS))
        while data:
            try:
                data = data[os.write(self.fileno(), data) :]
            except BlockingIOError:
                select.select([], [self.fileno()], [])
            except OSError:
                return

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
