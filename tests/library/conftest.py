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
async def empty(tmp_path: Path) -> AsyncIterator[Library]:
    """A library without sources, open."""
    opened = await Library.open(tmp_path, Settings())
    yield opened
    await opened.close()


@pytest.fixture(scope="session")
def stocked_library(tmp_path_factory: pytest.TempPathFactory, empty_library: Path) -> Path:
    """A library of two sources with three entries each, to copy."""
    directory = Path(shutil.copytree(empty_library, tmp_path_factory.mktemp("stocked") / "library"))
    store = Store.open(directory, NOW)
    for name in ("Báo A", "Báo B"):
        host = f"https://{name[-1].lower()}.example"
        source = store.add_source(NewSource(SourceKind.FEED, f"{host}/rss", name, host), NOW)
        entries = tuple(Entry(f"{host}/{n}", f"{name} tin {n}", f"{host}/{n}", f"Tóm tắt {n}") for n in range(3))
        store.record_listing(source.id, Refreshed(Listing(entries), NOW))
    store.close()
    return directory


@pytest.fixture
def stocked(tmp_path: Path, stocked_library: Path) -> Path:
    """A folder whose library has two sources of three entries each."""
    shutil.copytree(stocked_library, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
async def library(stocked: Path) -> AsyncIterator[Library]:
    """That library, open."""
    opened = await Library.open(stocked, Settings())
    yield opened
    await opened.close()
