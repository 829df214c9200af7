"""Commands of the user's own are bounded, whatever they do, and leave nothing behind."""

import asyncio
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from tuinews.library.source_access.external_commands import CommandError, output_of


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


async def test_what_a_command_prints_is_given_byte_for_byte() -> None:
    assert await output_of(python("import os; os.write(1, bytes(range(256)))"), 1000) == bytes(range(256))


async def test_it_has_neither_input_nor_a_terminal() -> None:
    code = """import os, sys
print(repr(sys.stdin.read()), os.isatty(2))
try:
    open('/dev/tty')
except OSError:
    print('no terminal')
"""
    assert (await output_of(python(code), 1000)).decode().split() == ["''", "False", "no", "terminal"]


async def test_one_that_hangs_is_stopped_with_all_that_it_began(tmp_path: Path) -> None:
    told = tmp_path / "pids"
    code = f"""import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])
open({str(told)!r}, 'w').write(f'{{os.getpid()}} {{child.pid}}')
time.sleep(600)
"""
    with pytest.raises(CommandError, match="it took longer than 3 s"):
        await output_of(python(code), 1000, seconds=3)
    for pid in map(int, told.read_text().split()):
        await _gone(pid)


async def _gone(pid: int) -> None:
    """Wait until a process has ended: a child of a child is reaped by whoever adopts it."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        state = Path(f"/proc/{pid}/stat")
        if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        await asyncio.sleep(0.01)
    pytest.fail(f"{pid} goes on")


async def test_a_flood_is_cut_off_soon() -> None:
    started = time.monotonic()
    with pytest.raises(CommandError, match="it printed more than 100 kB"):
        await output_of(python("while True: print('x' * 100000)"), 100_000)
    assert time.monotonic() - started < 20


@pytest.mark.parametrize("turns", [1, 3, 300])
async def test_one_that_is_not_waited_for_any_more_is_stopped(turns: int) -> None:
    task = asyncio.create_task(output_of(python("import time; time.sleep(600)"), 1000))
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not _running("time.sleep(600)")


@pytest.mark.parametrize("then", ["while True: print('x' * 1000)", "import time; time.sleep(600)"])
async def test_one_that_is_stopped_has_ended_when_that_is_told(then: str) -> None:
    code = f"big = b'x' * 300_000_000\n{then}"  # so much memory takes its time to be given back
    with pytest.raises(CommandError):
        await output_of(python(code), 1000, seconds=3)
    assert not _running(code)


def _running(code: str) -> list[psutil.Process]:
    """Children of this process that run `code`, or that nobody waited for."""
    found = []
    for child in psutil.Process().children():
        with suppress(psutil.NoSuchProcess):  # it was reaped in between
            if child.status() == psutil.STATUS_ZOMBIE or code in child.cmdline():
                found.append(child)
    return found


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["/no/such/program"], "there is no such program"),
        (["a\0b"], r"it cannot be started \(ValueError\)"),
        (["/"], r"it cannot be started \(PermissionError\)"),
        (python("import os, signal; os.kill(os.getpid(), signal.SIGTERM)"), "it ended with status -15"),
        (python("print('x'); raise SystemExit(7)"), "it ended with status 7"),
    ],
)
async def test_one_that_fails_says_why_without_its_output(arguments: list[str], says: str) -> None:
    with pytest.raises(CommandError, match=says):
        await output_of(arguments, 1000)
