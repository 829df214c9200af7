"""Pages are read by other processes: what comes back, what breaks there, and that none outlives its owner."""

import gc
import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import psutil
import pytest

from tuinews.errors import ExtractError, FetchError
from tuinews.language import choose
from tuinews.library.extraction import Extraction
from tuinews.library.workers.frames import frames_of, keep_frames
from tuinews.library.workers.messages import Outcome, receive, send
from tuinews.library.workers.pool import WorkerPool
from tuinews.library.workers.process import WorkerProcess
from tuinews.model.page import Page
from tuinews.web.fetcher import Fetcher

PATIENCE = 20


def wait_for(condition: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, what
        os.sched_yield() if hasattr(os, "sched_yield") else None


def is_running(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


AUTOGROUP = Path("/proc/self/autogroup")


@pytest.mark.skipif(not AUTOGROUP.exists(), reason="this system schedules no sessions apart")
def test_the_session_of_a_process_comes_after_that_of_the_screen(pool: "WorkerPool") -> None:
    assert str(pool.run(Path.read_text, AUTOGROUP)).split()[-1] == "10"


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    """Two processes at most."""
    pool = WorkerPool(2)
    yield pool
    pool.close()
    assert not pool.pids


def test_what_a_process_returns_and_raises_is_as_if_it_were_here(pool: WorkerPool) -> None:
    assert pool.run(divmod, 17, 5) == (3, 2)
    first = pool.pids
    with pytest.raises(ZeroDivisionError):
        pool.run(divmod, 1, 0)
    assert pool.run(os.getpid) in first, "one that answered is asked again"
    assert pool.run(os.getsid, 0) != os.getsid(0), "Ctrl-C in the terminal is not for it"
    assert pool.run(os.nice, 0) >= 10, "the screen comes first"
    with pytest.raises(ValueError, match="pickle"):
        pool.run(threading.Lock)
    with pytest.raises(ModuleNotFoundError):
        pool.run(is_running, os.getpid())
    assert pool.run(len, b"x" * 3_000_000) == 3_000_000
    print_result: object = pool.run(print, "to nowhere")
    assert print_result is None
    assert pool.pids == first


def test_an_error_keeps_its_fields_on_the_way() -> None:
    pipe = io.BytesIO()
    send(pipe, Outcome(error=FetchError("a page", "refused", "wait", status=403, retry_after=7.0)))
    pipe.seek(0)
    error = receive(pipe).error
    assert (error.what, error.why, error.do, error.status, error.retry_after) == (
        "a page",
        "refused",
        "wait",
        403,
        7,
    )
    with pytest.raises(EOFError):
        receive(pipe)


def test_a_fault_keeps_its_frames_and_none_of_its_words_on_the_way() -> None:
    def fault(words: str) -> None:
        raise ValueError(words)

    pipe = io.BytesIO()
    try:
        fault("https://example.org/?key=s3same")
    except ValueError as error:
        group = ExceptionGroup("of a task", [error])
        keep_frames(group)
        send(pipe, Outcome(error=group))
    pipe.seek(0)
    frames = frames_of(receive(pipe).error)
    assert "in fault\n    raise ValueError(words)" in frames
    assert "of a task" not in frames


def test_errors_speak_the_language_of_the_moment(pool: WorkerPool) -> None:
    from tuinews.library.sources.discovery import typed_address

    try:
        choose("vi")
        with pytest.raises(ExtractError, match="đây không phải"):
            pool.run(typed_address, "not an address")
        choose("en")
        with pytest.raises(ExtractError, match="not a web address"):
            pool.run(typed_address, "not an address")
    finally:
        choose()


def test_a_page_that_ends_its_process_or_takes_too_long_is_an_error_of_that_page() -> None:
    pool = WorkerPool(2, longest=1.0)
    for read, argument in ((os._exit, 3), (time.sleep, PATIENCE)):
        with pytest.raises(ExtractError, match="took too long, or ended"):
            pool.run(read, argument)
        assert pool.run(abs, -1) == 1, "the next page has another process"
    pool.close()


def test_another_process_is_started_where_one_does_not_keep_up(pool: WorkerPool) -> None:
    def read(seconds: float, pages: int) -> set[int]:
        asked = [pool.threads.submit(pool.run, exec, f"import time; time.sleep({seconds})") for _ in range(pages)]
        for one in asked:
            one.result(PATIENCE)
        return set(pool.pids)

    assert pool.run(abs, -1) == 1
    assert len(read(0.001, 5)) == 1, "one keeps up"
    assert len(read(0.01, 60)) == 2, "pages wait one after the other"


def test_where_one_is_enough_another_is_started_for_a_page_alone_that_waits_long(pool: WorkerPool) -> None:
    pool.be_content_with(1)
    asked = [pool.threads.submit(pool.run, exec, "import time; time.sleep(0.02)") for _ in range(60)]
    for one in asked:
        one.result(PATIENCE)
    assert len(pool.pids) == 1

    long = pool.threads.submit(pool.run, time.sleep, 5)
    assert pool.threads.submit(pool.run, abs, -1).result(PATIENCE) == 1
    assert not long.done()


def test_one_long_page_holds_up_no_other(pool: WorkerPool) -> None:
    pool.run(abs, -1)
    long = pool.threads.submit(pool.run, time.sleep, 5)
    short = pool.threads.submit(pool.run, abs, -1)
    assert short.result(PATIENCE) == 1
    assert not long.done()


def test_processes_end_after_a_rest() -> None:
    pool = WorkerPool(1, rest=0.01)
    pid = pool.run(os.getpid)
    wait_for(lambda: not is_running(pid), "it goes on without work")
    assert pool.run(os.getpid) != pid
    pool.close()


def test_no_process_outlives_an_owner_that_was_killed() -> None:
    program = (
        "import os, sys\n"
        "from tuinews.library.workers.pool import WorkerPool\n"
        "pool = WorkerPool(1)\n"
        "print(pool.run(os.getpid), flush=True)\n"
        "sys.stdin.read()\n"
    )
    argv = [sys.executable, "-c", program]
    with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        pid = int(owner.stdout.readline())
        assert is_running(pid)
        owner.send_signal(signal.SIGKILL)
        wait_for(lambda: not is_running(pid), "it outlives its owner")


@pytest.fixture
async def extraction() -> AsyncIterator[Extraction]:
    """The extractors, with one process."""
    extraction = Extraction(Fetcher(), workers=WorkerPool(1))
    yield extraction
    await extraction.close()


async def test_a_long_run_of_pages_is_read_elsewhere_and_what_is_awaited_here(
    extraction: Extraction,
) -> None:
    pids = [await extraction.extract(os.getpid) for _ in range(14)]
    assert pids[:12] == [os.getpid()] * 12, "a few pages start no process"
    assert pids[12] == pids[13] != os.getpid()
    assert await extraction.extract_at_once(os.getpid) == os.getpid()


async def test_where_many_pages_are_expected_none_is_read_here(extraction: Extraction) -> None:
    extraction.expect(8)
    assert await extraction.extract(os.getpid) == os.getpid(), "eight are few"
    extraction.expect(5)
    assert await extraction.extract(os.getpid) != os.getpid()


async def test_pages_that_are_known_to_come_are_read_elsewhere_however_late_they_come(pool: WorkerPool) -> None:
    extraction = Extraction(Fetcher(), workers=pool, rest=-1.0)  # a run ends with each page
    with extraction.expecting(13):
        pids = [await extraction.extract(os.getpid) for _ in range(2)]
    assert os.getpid() not in pids
    assert await extraction.extract(os.getpid) == os.getpid(), "the next one begins a run"
    await extraction.close()


def _feed(size: int) -> Page:
    return Page("https://a.example/f", "https://a.example/f", b" " * size, {}, datetime(2026, 1, 1, tzinfo=UTC))


async def test_a_feed_is_read_here_where_no_keys_wait_and_a_long_one_elsewhere(pool: WorkerPool) -> None:
    extraction = Extraction(Fetcher(), workers=pool)
    extraction.expect(1000)
    assert await extraction.extract_feed(id, _feed(1000))
    assert not pool.pids
    assert await extraction.extract_feed(id, _feed(1_000_000))
    assert len(pool.pids) == 1
    await extraction.close()


async def test_where_keys_wait_a_long_run_of_feeds_is_read_elsewhere(pool: WorkerPool) -> None:
    extraction = Extraction(Fetcher(), workers=pool)
    extraction.has_screen = True
    extraction.expect(1000)
    assert await extraction.extract_feed(id, _feed(1000))
    assert len(pool.pids) == 1
    await extraction.close()


def test_a_process_that_nobody_ends_ends_with_its_owner() -> None:
    worker = WorkerProcess()
    pid = worker.pid
    assert worker.run(abs, (-1,), {}) == 1
    del worker
    gc.collect()
    wait_for(lambda: not is_running(pid), "it goes on without an owner")
