"""A real library in a folder of the test's own, with a source and a few entries put there without a network."""

import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tuinews.library.library import Library
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.settings import Settings
from tuinews.store.store import Store

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _new_library(tmp_path: Path, empty_library: Path) -> None:
    """The folder of each test holds a new library: what is opened there need not be made first."""
    shutil.copytree(empty_library, tmp_path, dirs_exist_ok=True)


@pytest.fixture
def stocked(tmp_path: Path) -> Path:
    """A folder whose library has two sources of three entries each."""
    store = Store.open(tmp_path, NOW)
    for name in ("Báo A", "Báo B"):
        host = f"https://{name[-1].lower()}.example"
        source = store.add_source(NewSource(SourceKind.FEED, f"{host}/rss", name, host), NOW)
        entries = tuple(Entry(f"{host}/{n}", f"{name} tin {n}", f"{host}/{n}", f"Tóm tắt {n}") for n in range(3))
        store.record_listing(source.id, Refreshed(Listing(entries), NOW))
    store.close()
    return tmp_path


@pytest.fixture
async def library(stocked: Path) -> AsyncIterator[Library]:
    """That library, open."""
    opened = await Library.open(stocked, Settings())
    yield opened
    await opened.close()
