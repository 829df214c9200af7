"""One process at a time makes, migrates or mends a library: an advisory lock on a file beside it.

It is held for the opening alone, and only when there is something to do. Nobody goes on without it: two that mend
one library would leave an empty one. It is the system's own lock (flock; on Windows msvcrt), which ends with the
process that holds it, so that one that was killed holds up nobody.
"""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tuinews.errors import Remedy, StoreError, system_reason
from tuinews.language import _
from tuinews.paths import PRIVATE_FILE

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOOK_AGAIN = 0.02
"""Seconds between two tries. A wait that cannot be interrupted would hold up whoever wants to leave."""

_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)

KeepWaiting = Callable[[float], bool]
"""Asked again and again with the seconds waited so far; False gives up."""


@contextmanager
def opening_lock(directory: Path, keep_waiting: KeepWaiting) -> Iterator[None]:
    """Hold the lock of a library's directory.

    Raises OSError where the lock's file cannot be made, StoreError where the disk knows no locks or who waits gave
    up.
    """
    descriptor = os.open(directory / "library.lock", os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    try:
        _wait(descriptor, keep_waiting)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, keep_waiting: KeepWaiting) -> None:
    begun = time.monotonic()
    while True:
        try:
            _take(descriptor)
        except OSError as error:
            if error.errno not in _TAKEN:
                why = _("its folder cannot be locked ({reason})", reason=system_reason(error))
                raise StoreError(_("the library could not be used"), why, Remedy.OTHER_FOLDER) from None
        else:
            return
        if not keep_waiting(time.monotonic() - begun):
            raise StoreError(
                _("the library could not be used"), _("another tuinews is using it"), _("try again later")
            )
        time.sleep(_LOOK_AGAIN)


def _take(descriptor: int) -> None:
    """Raises OSError where another process has it."""
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
