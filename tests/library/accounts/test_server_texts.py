"""The texts that a server gives: a few with the sync, the rest behind it, and what is opened before all others."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from fake_google_reader import PASSWORD, FakeReader

from tuinews.errors import FetchError
from tuinews.library.accounts.server_texts import AT_A_SYNC
from tuinews.library.library import Library
from tuinews.model.view import Filter, View
from tuinews.settings import Settings

from .conftest import AddAccount

MORE = 150


@pytest.fixture
def full(server: FakeReader) -> FakeReader:
    """The server with more whole texts than one sync looks through."""
    for feed in tuple(server.feeds.values())[:1]:
        server.add_items(feed, AT_A_SYNC + MORE, content="<p>" + "Nước lên quá bờ đê. " * 120 + "</p>")
    return server


async def offline(library: Library) -> int:
    return len(await library.entry_ids(View(filter=Filter.OFFLINE)))


async def until(so: Callable[[int], bool], library: Library) -> None:
    for _ in range(3000):
        if so(await offline(library)):
            return
        await asyncio.sleep(0.02)
    raise AssertionError(await offline(library))


async def test_a_sync_ends_before_all_texts_are_looked_through(
    library: Library, full: FakeReader, add_account: AddAccount
) -> None:
    await add_account()
    [result] = await library.accounts.sync()
    assert result.new == AT_A_SYNC + MORE + 6
    assert await offline(library) < AT_A_SYNC + MORE, "some are left for later"
    ids = list(await library.entry_ids(View()))
    await library.star(ids[:3], True)
    [again] = await library.accounts.sync()
    assert again.sent == 3, "marks wait for no text"
    await until(lambda count: count >= AT_A_SYNC + MORE, library)


async def test_what_is_left_is_looked_at_when_it_is_opened_and_goes_on_with_the_next_sync(
    library: Library, full: FakeReader, add_account: AddAccount, tmp_path: Path
) -> None:
    await add_account()
    await library.accounts.sync()
    await library.close()
    again = await Library.open(tmp_path / "library", Settings())
    try:
        left = set(await again.entry_ids(View())) - set(await again.entry_ids(View(filter=Filter.OFFLINE)))
        long = [row for row in await again.rows(sorted(left)) if (row.summary or "").startswith("Nước lên")]
        assert len(long) > 20
        kept = await again.open_article(long[0].id)
        assert kept.article.text.count("Nước lên quá bờ đê.") == 120
        assert isinstance(kept.page_error, FetchError)
        [account] = await again.accounts.every()
        await again.accounts.give_password(account.account, PASSWORD)
        await again.accounts.sync()
        await until(lambda count: count >= AT_A_SYNC + MORE, again)
    finally:
        await again.close()
