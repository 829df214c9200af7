"""A library with an account on a server that has a few articles."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from fake_google_reader import FRESHRSS, PASSWORD, USER, FakeReader, serving

from tuinews.library.library import Library
from tuinews.model.accounts.account import Account, NewAccount, ServerKind
from tuinews.settings import Settings

AddAccount = Callable[[], Awaitable[Account]]


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Iterator[FakeReader]:
    """A server (with the manners of FreshRSS, or those that a test names) of two feeds and six unread articles."""
    with serving(getattr(request, "param", FRESHRSS)) as reader:
        reader.add_items(reader.add_feed("http://127.0.0.1:9/a", "A", "News"), 5)
        reader.add_items(reader.add_feed("http://127.0.0.1:9/b", "B"), 1)
        next(iter(reader.items.values())).starred = True
        yield reader


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    """An empty library."""
    opened = await Library.open(tmp_path / "library", Settings())
    yield opened
    await opened.close()


@pytest.fixture
def add_account(library: Library, server: FakeReader) -> AddAccount:
    """Adds the account of the server to the library."""

    async def add() -> Account:
        new = NewAccount(ServerKind.GOOGLE_READER, server.url, USER, "Home")
        return await library.accounts.add(new, PASSWORD)

    return add
