"""What a process that reads pages runs: one job after the other, until its owner is gone.

python -P -m tuinews.library.workers.loop
"""

import gc
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from tuinews.language import choose
from tuinews.library.workers.messages import Job, Outcome, receive, send

_NICENESS = 10
"""A key that is pressed comes before a page that is read ahead."""

_OBJECTS = 50_000
"""New objects after which circles are looked for: a page leaves none, and Python's 700 is five looks a page."""

_SESSION = Path("/proc/self/autogroup")


def serve(jobs: IO[bytes], answers: IO[bytes]) -> None:
    """Outcome jobs until there are no more."""
    while True:
        try:
            answer = _answer(receive(jobs))
        except EOFError:
            return
        except Exception as error:  # noqa: BLE001 - whatever it is, the owner is told
            answer = Outcome(error=error)
        _send(answers, answer)


def _answer(job: Job) -> Outcome:
    choose(job.language)
    return Outcome(job.read(*job.args, **job.kwargs))


def _send(answers: IO[bytes], answer: Outcome) -> None:
    try:
        send(answers, answer)
    except (TypeError, AttributeError, ValueError) as error:
        # What cannot be pickled is told by its name; the owner knows it as a page that cannot be read.
        send(answers, Outcome(error=ValueError(f"{type(error).__name__}: {error}")))


def _step_back() -> None:
    """Take the processor after everybody else, most of all the screen.

    On Linux a session of its own is scheduled beside the screen's as its equal, whatever the niceness of what runs
    in it (`sched_autogroup`, man sched(7)), so the session is told too.
    """
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    for _ in range(3):
        try:
            _SESSION.write_text(str(_NICENESS))
        except BlockingIOError:  # the kernel takes ten such wishes a second, of all users together
            time.sleep(0.15)
        except OSError:  # no Linux, or one without sessions that are scheduled apart
            return
        else:
            return


def main() -> None:
    """Serve on the pipes that this process was started with; what is printed by mistake goes nowhere."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _step_back()
    gc.set_threshold(_OBJECTS)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    with suppress(BrokenPipeError):
        serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
