"""A short run of `tests/fuzz/kills.py`, which kills at 500 moments: every work that it knows, once."""

import os
from pathlib import Path

import kills
import pytest

from forked import ForkServer

pytestmark = pytest.mark.skipif(os.name == "nt", reason="processes are killed by signals")


def test_whatever_is_killed_loses_nothing(fork_server: ForkServer, tmp_path: Path) -> None:
    told: list[str] = []

    faults = kills.run(fork_server, kills.Plan(times=14, seed=20261130, each=10), tmp_path, told.append)

    assert faults == 0, told
    assert len(told) == 14
