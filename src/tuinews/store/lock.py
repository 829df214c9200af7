"""One process at a time makes, migrates or mends a library: an advisory lock on a file beside it.

It is held for the opening alone, and only when there is something to do. Where there is no flock (Windows), an
open file cannot be replaced anyway.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

WAIT_SECONDS = 30.0
"""How long to wait for another process that mends a large library; then go on without the lock."""


@contextmanager
def opening_lock(directory: Path) -> Iterator[None]:
    """Hold the lock of a library's directory; a folder that allows none goes without."""
    descriptor = None
    with suppress(OSError):
        descriptor = os.open(directory / "library.lock", os.O_RDWR | os.O_CREAT, 0o600)
        _wait(descriptor)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _wait(descriptor: int) -> None:
    if sys.platform == "win32":
        return
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(0.02)
        else:
            return
