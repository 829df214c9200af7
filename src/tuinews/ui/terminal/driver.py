"""How the terminal is taken and given back: Textual's driver for Unix, mended.

Written for Textual 8.2 (see pyproject.toml). Its own driver decodes strictly, goes round and round in a terminal
that is gone, leaves a hung-up or killed program's modes behind, and begins a second time at a SIGCONT that it did
not wait for. `tests/terminal/test_driver.py` tells when a later Textual has changed what this stands on.
"""

import fcntl
import os
import selectors
import signal
import struct
import sys
import termios
from collections.abc import Callable
from threading import Lock
from types import FrameType
from typing import Any

from textual import events
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tuinews.late import late_imports
from tuinews.text import clean_line
from tuinews.ui.terminal.background import BackgroundReported, is_light_answer
from tuinews.ui.terminal.columns import anchored
from tuinews.ui.terminal.end import EndAsked
from tuinews.ui.terminal.input import InputDecoder, InputParser
from tuinews.ui.terminal.output import TerminalOutput

with late_imports(__name__):
    from tuinews.ui.terminal.kitty import KittyAnswered, has_placeholders, is_answer, name_in

_READ = 4096
"""Bytes that are read at a time."""

_REST = 0.1
"""Seconds without a byte after which a sequence that was begun is over."""

_PUSH_TITLE, _POP_TITLE = "\x1b[22;2t", "\x1b[23;2t"
"""Keep the window's title, and bring it back (xterm's control sequences, XTWINOPS)."""
_WITHOUT_TITLE = ("", "dumb", "linux")
"""Terminals without a window."""

_Handler = Callable[[int, FrameType | None], Any]


def _as_typed(data: bytes) -> bytes:
    """`data` that came before the terminal was taken: its line discipline made a line feed of Return (ICRNL)."""
    return data.replace(b"\n", b"\r")


class TerminalDriver(LinuxDriver):
    """A terminal that may send anything, and may go away."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._output = TerminalOutput(sys.__stderr__) if sys.__stderr__ else None
        self._file: Any = self._output or self._file
        self._handed_over = 0
        self._writing = Lock()
        self._has_terminal = False
        self._is_lent = False
        self._farewell: Callable[[], str] = str
        self._title = ""
        self._terminal_name = b""
        for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
            self._end_at(number)
        # The kernel may give a signal to any thread, and Python runs its handler in the first alone, which may be
        # waiting for events. With one handler that the loop knows, every signal wakes it (signal.set_wakeup_fd).
        self._loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)

    def write(self, data: str) -> None:
        """Textual's: write, so that columns hold; nothing while another program has the terminal.

        At once, unless the terminal has not taken yet what was written before.
        """
        if not self._has_terminal:
            return
        data, output = anchored(data), self._output
        with self._writing:  # the thread that reads answers the terminal by itself
            if output is not None and output.flushed == self._handed_over:
                if output.write_at_once(data):
                    return
                data = ""  # it has the rest
            self._handed_over += 1
            super().write(data)

    def start_application_mode(self) -> None:
        """Textual's: take the terminal."""
        self._has_terminal, self._is_lent = True, False
        if self._output is not None:
            self._output.open()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._title:
            self._write_title(_PUSH_TITLE)

    def set_title(self, title: str) -> None:
        """Give the terminal's window a title (OSC 2) as long as it is ours; "": the one that it has."""
        if not self._has_terminal or os.environ.get("TERM", "") in _WITHOUT_TITLE:
            return
        before, self._title = self._title, title
        if title:
            self._write_title("" if before else _PUSH_TITLE)

    def notify_terminal(self, sequence: str) -> None:
        """Have a terminal that has a window notify of something by a control sequence (OSC 9, OSC 777)."""
        if os.environ.get("TERM", "") not in _WITHOUT_TITLE:
            self.write(sequence)

    def _write_title(self, before: str) -> None:
        self.write(f"{before}\x1b]2;{clean_line(self._title)}\x07")

    def say_at_end(self, farewell: Callable[[], str]) -> None:
        """Write, before the terminal is given back each time, what `farewell` says then."""
        self._farewell = farewell

    @property
    def cell_pixels(self) -> tuple[int, int] | None:
        """The width and height of a cell in pixels, None if the terminal does not tell (ioctl_tty(2))."""
        try:
            rows, columns, width, height = struct.unpack(
                "HHHH", fcntl.ioctl(self.fileno, termios.TIOCGWINSZ, bytes(8))
            )
        except OSError:
            return None
        return (width // columns, height // rows) if width >= columns > 0 and height >= rows > 0 else None

    def stop_application_mode(self) -> None:
        """Textual's: give the terminal back as it was."""
        if self._has_terminal:
            self.write(self._farewell())
            if self._title:
                self.write(_POP_TITLE)
        super().stop_application_mode()
        self._has_terminal, self._is_lent = False, True

    def close(self) -> None:
        """Textual's: end what was begun for the terminal."""
        super().close()
        if self._output is not None:
            self._output.close()

    def run_input_thread(self) -> None:
        """Textual's: read what is typed until told to stop, or until the terminal is gone."""
        decoder, parser = InputDecoder(), InputParser(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            came_before = bool(selector.select(0))
            while not self.exit_event.is_set():
                if selector.select(_REST):
                    data = self._read()
                    if not data:
                        self.send_message(EndAsked(128 + signal.SIGHUP))
                        return
                    text = decoder.decode(_as_typed(data) if came_before else data)
                    self._take_answers(decoder)
                    for event in parser.feed(text) if text else ():
                        self.process_message(event)
                else:
                    for event in parser.feed(text) if (text := decoder.rest()) else ():
                        self.process_message(event)
                    parser.has_waited(_REST if text else 0)
                came_before = False
                for event in parser.tick():
                    self.process_message(event)

    def process_message(self, message: Message) -> None:
        """Textual's: pass an event on; no size that was not asked for, no mouse from outside."""
        if isinstance(message, events.Resize) and not self._in_band_window_resize:
            return
        if isinstance(message, events.MouseEvent):
            columns, rows = self._app.size
            if not (0 <= message.x < columns and 0 <= message.y < rows):
                return
        super().process_message(message)

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - in a thread of its own it would be seen by nobody
            self._loop.call_soon_threadsafe(self._app._handle_exception, error)

    def _take_answers(self, decoder: InputDecoder) -> None:
        """Tell the program what the terminal answered."""
        for answer in decoder.answers:
            self._terminal_name = name_in(answer) or self._terminal_name
            if is_answer(answer):
                self.send_message(KittyAnswered(has_placeholders(self._terminal_name)))
            light = is_light_answer(answer)
            if light is not None:
                self.send_message(BackgroundReported(light))
        decoder.answers.clear()

    def _read(self) -> bytes:
        """What there is to read; nothing where the terminal is gone."""
        try:
            return os.read(self.fileno, _READ)
        except OSError:
            return b""

    def _end_at(self, number: signal.Signals) -> None:
        """End in order at a signal, unless whoever started us ignores it; after the screen all is as before."""
        before = signal.getsignal(number)
        if before is signal.SIG_IGN:
            return

        def asked(number: int, frame: FrameType | None) -> None:
            if self._loop.is_closed():
                if callable(before):
                    before(number, frame)
            elif not self._is_lent or number != signal.SIGINT:  # else Ctrl-C is another program's
                self._loop.call_soon_threadsafe(self._ask_to_end, number)

        signal.signal(number, asked)

    def _ask_to_end(self, number: int) -> None:
        self._app.post_message(EndAsked(128 + number))

    def _sigtstp_application(self, *_: Any) -> None:
        """Textual's: stop; outside the signal's handler, in which nothing may be written."""
        if self._auto_restart and self._has_terminal:
            self._loop.call_soon_threadsafe(self._stop)
        else:
            os.kill(os.getpid(), signal.SIGSTOP)

    def _stop(self) -> None:
        self.suspend_application_mode()
        self._must_signal_resume = True
        os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_: Any) -> None:
        """Textual's: go on; what stopped us unasked (SIGSTOP) has left the terminal as the shell wants it."""
        if self._auto_restart:
            self._loop.call_soon_threadsafe(self._go_on)

    def _go_on(self) -> None:
        if self._has_terminal:
            self.suspend_application_mode()
            self._must_signal_resume = True
        self.resume_application_mode()
