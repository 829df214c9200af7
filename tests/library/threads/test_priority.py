"""How many cores there are for this process."""

import os
import subprocess
import sys

import pytest

_ASKED = "from tuinews.library.workers.priority import usable_cores; print(usable_cores())"


@pytest.mark.skipif(
    not hasattr(os, "sched_setaffinity"), reason="cores can be taken from a process on Linux alone"
)
def test_cores_that_a_process_may_not_use_do_not_count() -> None:
    one = min(os.sched_getaffinity(0))
    script = f"import os; os.sched_setaffinity(0, [{one}]); {_ASKED}"
    done = subprocess.run([sys.executable, "-c", script], check=True, stdout=subprocess.PIPE, timeout=60)
    assert done.stdout == b"1\n"
