"""What a process that reads pages runs: one job after the other, until its owner is gone.

python -P -m tuinews.library.workers.loop
"""

import gc
import signal
import sys
from contextlib import suppress
from typing import IO

from tuinews.language import choose
from tuinews.library.workers.messages import Job, Outcome, answers_of_this_process, receive, send
from tuinews.library.workers.priority import step_back

_OBJECTS = 50_000
"""New objects after which circles are looked for: a page leaves none, and Python's 700 is five looks a page."""


def serve(jobs: IO[bytes], answers: IO[bytes]) -> None:
    """Do jobs until there are no more."""
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


def main() -> None:
    """Serve on the pipes that this process was started with."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    step_back()
    gc.set_threshold(_OBJECTS)
    with suppress(BrokenPipeError):
        serve(sys.stdin.buffer, answers_of_this_process())


if __name__ == "__main__":
    main()
