"""A process that reads pages, as its owner sees it."""

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from weakref import finalize

from tuinews.language import current
from tuinews.library.workers.messages import Job, Outcome, receive, send


class WorkerEndedError(Exception):
    """The process ended before it had answered: the page broke it, or it took too long."""


def started(module: str) -> "subprocess.Popen[bytes]":
    """A process that runs a module of ours, with a pipe each way, in a session of its own. Raises OSError."""
    # -P: a folder in which somebody happens to stand is not a place to import from.
    return subprocess.Popen(
        [sys.executable, "-P", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


class WorkerProcess:
    """One process with its pipes. It ends by itself when its owner does, since its pipe is at its end then."""

    def __init__(self) -> None:
        self._process = started("tuinews.library.workers.loop")
        self._since: float | None = None
        # Where nobody ends it, it ends with this object, or with the program.
        finalize(self, _end, self._process)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def run(self, read: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]) -> object:
        """What `read` returns or raises in the process; raises WorkerEndedError if the process is gone."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._since = time.monotonic()
        try:
            send(self._process.stdin, Job(current(), read, args, kwargs))
            answer: Outcome = receive(self._process.stdout)
        except (EOFError, OSError, ValueError) as error:
            self.end()
            raise WorkerEndedError from error
        finally:
            self._since = None
        if answer.error is not None:
            raise answer.error
        return answer.value

    def has_taken(self, seconds: float) -> bool:
        """Whether it has read one page for so long."""
        since = self._since
        return since is not None and time.monotonic() - since > seconds

    def kill(self) -> None:
        """End the process while another thread waits for its answer, which is then told."""
        self._process.kill()

    def end(self) -> None:
        """End the process; whoever waits for its answer is told that it ended."""
        _end(self._process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        assert pipe is not None
        with suppress(OSError):  # what was not written yet is for a reader that is gone
            pipe.close()
