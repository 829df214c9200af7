"""The instructions of a start until the first row stands in the terminal, beside an empty Textual app.

    python tests/bench/make_library.py DIR --entries 100000 --sources 200 --bodies 5000
    python tests/bench/start_instructions.py DIR

Both run under valgrind in a pseudo-terminal of 120x40 and end as soon as what is waited for was written. A busy
machine changes this least: two counts differ by less than a hundredth. Valgrind is fifty times as slow, so nothing
is drawn before there are rows, as where the library opens in time. Prints millions, and their ratio.
"""

import fcntl
import gc
import os
import pty
import re
import struct
import sys
import tempfile
import termios
from pathlib import Path
from typing import Any, TextIO, cast

HERE = Path(__file__).parent
COLUMNS, ROWS = 120, 40
UNREAD, READY = "●", "READY"
"""What is waited for: the sign of an unread row, and what the empty app says."""


def until_written(text: str) -> None:
    """End this process once `text` was written by `os.write`, or by Textual to stderr."""
    write, stream = os.write, cast("TextIO", sys.__stderr__)

    def ending(descriptor: int, data: Any) -> int:
        written = write(descriptor, data)
        if text.encode() in bytes(data):
            os._exit(0)
        return written

    class Ending:
        """The stream that an app without a driver of its own writes to."""

        def write(self, data: str) -> None:
            """Write, and end where this is it."""
            stream.write(data)
            if text in data:
                stream.flush()
                os._exit(0)

        def __getattr__(self, name: str) -> Any:
            return getattr(stream, name)

    os.write = ending
    if text == READY:
        sys.__stderr__ = Ending()  # type: ignore[misc, assignment]


def run_ours(library: str) -> None:
    """Show the screen, as `tuinews` does."""
    until_written(UNREAD)
    from tuinews import __main__ as program

    gc.disable()  # as the program does before it imports anything
    sys.argv = ["tuinews", "--data-dir", library]
    from tuinews.ui.screens import reading

    reading._WITHOUT_ROWS = 1000.0
    program.main()


def run_empty() -> None:
    """Show the empty app."""
    until_written(READY)
    from empty_app import EmptyApp

    EmptyApp().run()


def counted(*what: str) -> float:
    """Millions of instructions of this file when it is told `what`."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        tool = ["--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={folder}/out", f"--log-file={log}"]
        child, terminal = pty.fork()
        if child == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LANGUAGE="en", PYTHONHASHSEED="0")
            os.execvp("valgrind", ["valgrind", *tool, sys.executable, __file__, *what])
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        try:
            while os.read(terminal, 1 << 16):
                pass
        except OSError:  # it has ended
            pass
        os.waitpid(child, 0)
        os.close(terminal)
        found = re.search(r"I\s+refs:\s+([\d,]+)", log.read_text())
        if found is None:
            raise SystemExit(log.read_text())
        return int(found[1].replace(",", "")) / 1e6


def main() -> None:
    """Count both, each twice: the first may compile what has changed."""
    if sys.argv[1] == "--ours":
        run_ours(sys.argv[2])
    elif sys.argv[1] == "--empty":
        run_empty()
    else:
        [_, ours], [_, empty] = (
            [counted(*what) for _ in range(2)] for what in (("--ours", sys.argv[1]), ("--empty",))
        )
        print(f"start {ours:,.0f} M   empty app {empty:,.0f} M   ratio {ours / empty:.2f}")


if __name__ == "__main__":
    main()
