"""What this process is given by whoever started it: streams that may be closed or speak no UTF-8, and signals."""

import io
import os
import signal
import sys
from contextlib import suppress
from types import FrameType

ASKS_TO_END = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""The signals that ask a command to end: by `kill`, and by a terminal that is closed (Windows has no SIGHUP)."""


def prepare() -> None:
    """Make every stream usable, and let a signal that asks to end do so with 128 and its number.

    What is interrupted then cleans up after itself, as after any exception; whoever starts us may ignore a signal.
    """
    _open_missing_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace" if _is_unicode(stream) else "replace")
    for number in (*ASKS_TO_END, signal.SIGINT):
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _leave)


def end_as_ctrl_c_does() -> None:
    """Let Ctrl-C, and what asks to end, interrupt a command, whose asyncio ends in order then."""
    if signal.getsignal(signal.SIGINT) is _leave:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in ASKS_TO_END:
        if signal.getsignal(number) is _leave:
            signal.signal(number, _end)


def drop_output() -> None:
    """Let what is still to be written to stdout go nowhere: its reader went away, or there is no room for it."""
    with suppress(OSError):  # a stream without a descriptor has nothing that would be written at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _end(_number: int, _frame: FrameType | None) -> None:
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as a shell has it for what runs in the background
        raise KeyboardInterrupt
    signal.raise_signal(signal.SIGINT)


def _is_unicode(stream: io.TextIOWrapper) -> bool:
    return stream.encoding.lower().replace("-", "").startswith("utf")


def _open_missing_streams() -> None:
    """Python has None for a stream that was closed before it began (`tuinews list >&-`); then it is /dev/null."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - open until the process ends
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
