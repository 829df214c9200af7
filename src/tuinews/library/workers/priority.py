"""How much of the processor a process takes, beside the screen and among its own threads."""

import os
import sys
import time
from pathlib import Path

NICENESS = 10
"""A key that is pressed comes before what is read ahead: with 2, keys waited half as long again for one of two
cores (decision 27).
"""

_TURN = 0.0005
"""Seconds after which one thread of a refresh lets another go on. With Python's own 5 ms the answer of a server
waited for a feed that was being read: 300 feeds, each answer 100 ms late, took 6.6 s, and take 5.0 (decision 27).
"""

_SESSION = Path("/proc/self/autogroup")


def step_back() -> None:
    """Take the processor after everybody else, most of all the screen.

    On Linux a session of its own is scheduled beside the screen's as its equal, whatever the niceness of what runs
    in it (`sched_autogroup`, man sched(7)), so the session is told too.
    """
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    for _ in range(3):
        try:
            _SESSION.write_text(str(NICENESS))
        except BlockingIOError:  # the kernel takes ten such wishes a second, of all users together
            time.sleep(0.15)
        except OSError:  # no Linux, or one without sessions that are scheduled apart
            return
        else:
            return


def take_short_turns() -> None:
    """Have the threads of this process take turns often: for one that asks many servers while it reads feeds."""
    sys.setswitchinterval(_TURN)


def usable_cores() -> int:
    """How many cores this process may use: a container or `taskset` may have given it fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
