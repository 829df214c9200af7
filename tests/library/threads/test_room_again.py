"""A library that was opened on a full disk: read, and written again as soon as there is room."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tuinews.errors import DiskFullError
from tuinews.library.library import Library
from tuinews.model.view import View
from tuinews.settings import Settings

resource = pytest.importorskip("resource", reason="only where the size of files can be limited")


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process may grow, as on a disk without room."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


async def test_with_room_again_it_is_written_without_a_restart(stocked: Path) -> None:
    with full_disk():
        library = await Library.open(stocked, Settings())
        try:
            ids = list(await library.entry_ids(View()))
            assert (library.read_only, len(ids)) == (True, 6)
            assert any("disk is full" in notice for notice in library.notices)
            with pytest.raises(DiskFullError):
                await library.star(ids[:1], True)
            assert not await library.write_again()
            assert library.read_only
        except BaseException:
            await library.close()
            raise
    try:
        told: list[bool] = []
        library.report_waiting(told.append)
        assert await library.write_again()
        assert (library.read_only, library.notices) == (False, ())
        await library.star(ids[:1], True)
        assert [row.starred for row in await library.rows(ids[:2])] == [True, False]
        assert (await library.counts()).starred == 1
        assert await library.undo() is not None
        assert not await library.write_again(), "nothing is to be opened anew"
    finally:
        await library.close()
    again = await Library.open(stocked, Settings())
    assert (await again.counts()).starred == 0
    await again.close()


async def test_what_its_folder_forbids_is_not_tried_again(library: Library) -> None:
    assert not await library.write_again()
