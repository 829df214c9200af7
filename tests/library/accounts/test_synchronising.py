"""A library and a server that are brought into step: both ways, by field, and however the server answers."""

import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from fake_google_reader import ALL, MINIFLUX, PASSWORD, RSSMONSTER, USER, FakeReader, Item, Trouble

from tuinews.errors import TuinewsError
from tuinews.library.library import Library
from tuinews.model.accounts.account import Account, NewAccount, ServerKind
from tuinews.model.accounts.sync_result import SyncResult
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.view import Filter, View
from tuinews.store.store import Store
from tuinews.web.limits import Limits

AddAccount = Callable[[], Awaitable[Account]]


async def sync(library: Library) -> SyncResult:
    [result] = await library.accounts.sync()
    return result


async def titles(library: Library, which: Filter = Filter.ALL) -> set[str]:
    ids = await library.entry_ids(View(filter=which))
    return {row.title for row in await library.rows(ids)}


async def entry(library: Library, title: str) -> int:
    rows = await library.rows(await library.entry_ids(View()))
    return next(row.id for row in rows if row.title == title)


def item(server: FakeReader, number: int) -> Item:
    return list(server.items.values())[number]


@pytest.mark.parametrize("server", ALL.values(), ids=ALL, indirect=True)
async def test_marks_go_both_ways_on_every_server(
    library: Library, server: FakeReader, add_account: AddAccount
) -> None:
    account = await add_account()
    assert account.address == server.url + server.manners.base
    first = await sync(library)
    assert (first.error, first.new, first.waiting, len(first.changed)) == (None, 6, 0, 2)
    assert [(source.title, source.folder, source.unread) for source in await library.sources()] == [
        *(("B", "Home", 1), ("A", "Home/News", 5)),
    ]
    assert await titles(library, Filter.STARRED) == {"Title 0"}
    # Here: one read, one starred, one no longer starred, one with a tag. There: one read, one starred.
    await library.mark_read([await entry(library, "Title 1")], True)
    await library.star([await entry(library, "Title 2")], True)
    await library.star([await entry(library, "Title 0")], False)
    await library.tag([await entry(library, "Title 5")], "later")
    item(server, 3).read = item(server, 4).starred = True
    assert (await library.accounts.every())[0].waiting == 4
    second = await sync(library)
    assert (second.error, second.new, second.sent, second.waiting) == (None, 0, 4, 0)
    assert [number for number in range(6) if item(server, number).read] == [1, 3]
    assert [number for number in range(6) if item(server, number).starred] == [2, 4]
    assert await titles(library, Filter.STARRED) == {"Title 2", "Title 4"}
    assert await titles(library, Filter.UNREAD) == {"Title 0", "Title 2", "Title 4", "Title 5"}
    before = len(server.asked)
    third = await sync(library)
    assert (third.sent, third.new, third.waiting) == (0, 0, 0)
    assert len(server.asked) - before <= 5
    assert (await library.rows([await entry(library, "Title 5")]))[0].tags == ("later",)


async def test_labels_come_go_and_fall(library: Library, server: FakeReader, add_account: AddAccount) -> None:
    await add_account()
    server.labels |= {"later", "two words", 'no "tag"'}
    item(server, 0).labels |= {"later", 'no "tag"'}
    await sync(library)
    first = await entry(library, "Title 0")
    assert (await library.rows([first]))[0].tags == ("later",)
    await library.set_tags(first, ["two words"])
    await sync(library)
    assert item(server, 0).labels == {"two words", 'no "tag"'}
    await sync(library)
    item(server, 0).labels.clear()
    await sync(library)
    assert (await library.rows([first]))[0].tags == ()


async def test_subscriptions_go_both_ways(library: Library, server: FakeReader, add_account: AddAccount) -> None:
    await add_account()
    await sync(library)
    b, a = await library.sources()
    await library.rename_source(a.id, "Alpha")
    await library.move_source(b.id, "Home/World")
    mine = NewSource(SourceKind.FEED, "http://127.0.0.1:9/c", "C", folder="Home/World")
    refused = NewSource(SourceKind.FEED, "http://127.0.0.1:9/refused", "No", folder="Home")
    elsewhere = NewSource(SourceKind.FEED, "http://127.0.0.1:9/d", "D", folder="Local")
    await library._store(Store.add_sources, [mine, refused, elsewhere], datetime.now(UTC))
    result = await sync(library)
    assert result.refused == ("http://127.0.0.1:9/refused",)
    assert [(feed.title, feed.folder) for feed in server.feeds.values()] == [
        *(("Alpha", "News"), ("B", "World"), ("C", "World")),
    ]
    list(server.feeds.values())[2].title = "Sea"
    await library.remove_sources([b.id])
    await sync(library)
    assert [feed.title for feed in server.feeds.values()] == ["Alpha", "Sea"]
    assert {source.title for source in await library.sources()} == {"Alpha", "Sea", "No", "D"}
    await library.undo()
    await sync(library)
    assert {feed.title for feed in server.feeds.values()} == {"Alpha", "Sea", "B"}
    del server.feeds[next(iter(server.feeds))]
    await sync(library)
    assert {source.title for source in await library.sources()} == {"Sea", "No", "D", "B"}


@pytest.mark.parametrize("path", ["subscription/list", "items/ids", "items/contents", "edit-tag", "ClientLogin"])
async def test_whatever_a_server_answers_nothing_is_lost(
    library: Library, server: FakeReader, add_account: AddAccount, path: str
) -> None:
    await add_account()
    await sync(library)
    extraction = (await library._online())._extraction
    extraction.fetcher._limits = Limits(deadline=0.3)
    for number, trouble in enumerate((Trouble.HALF, Trouble.SIGN_IN, Trouble.WRONG), 1):
        await library.star([await entry(library, f"Title {number}")], True)
        server.add_items(item(server, 0).feed, 1)
        item(server, number).read = not item(server, number).read
        stars, unread = await titles(library, Filter.STARRED), await titles(library, Filter.UNREAD)
        server.expire()
        server.trouble = lambda number, asked, trouble=trouble: trouble if path in asked else None  # type: ignore[misc]
        result = await sync(library)
        assert result.error
        assert await titles(library, Filter.STARRED) == stars
        if path != "items/contents":
            assert await titles(library, Filter.UNREAD) == unread
        assert len(await library.sources()) == 2
        assert (await library.accounts.every())[0].account.error == result.error
        server.trouble = lambda number, asked: None
        again = await sync(library)
        assert (again.error, again.waiting, (await library.accounts.every())[0].account.error) == (None, 0, None)
        assert item(server, number).starred
        assert await titles(library) == {one.title for one in server.items.values()}
        assert await titles(library, Filter.UNREAD) == {one.title for one in server.items.values() if not one.read}


async def test_an_emptied_account_empties_nothing(
    library: Library, server: FakeReader, add_account: AddAccount
) -> None:
    server.add_feed("http://127.0.0.1:9/c", "C")
    await add_account()
    await sync(library)
    feeds, server.feeds = server.feeds, {}
    result = await sync(library)
    assert result.error
    assert "nothing was changed" in result.error
    assert len(await library.sources()) == 3
    server.feeds = feeds
    assert (await sync(library)).error is None


async def test_of_two_subscriptions_both_may_be_gone(
    library: Library, server: FakeReader, add_account: AddAccount
) -> None:
    await add_account()
    await sync(library)
    assert len(await library.sources()) == 2
    server.feeds = {}
    assert (await sync(library)).error is None
    assert await library.sources() == []


@pytest.mark.parametrize("server", [MINIFLUX, RSSMONSTER], ids=["error", "forgotten"], indirect=True)
async def test_a_server_without_labels_keeps_no_other_mark_from_being_sent(
    library: Library, server: FakeReader, add_account: AddAccount
) -> None:
    await add_account()
    await sync(library)
    first = await entry(library, "Title 1")
    await library.tag([first], "mine")
    await library.mark_read([first], True)
    result = await sync(library)
    assert (result.error, result.waiting, item(server, 1).read) == (None, 0, True)
    await sync(library)
    assert (await library.rows([first]))[0].tags == ("mine",)


async def test_what_was_typed_wrongly_adds_no_account(library: Library, server: FakeReader) -> None:
    for address, said in ((server.url, "refused"), ("not an address", "not a web address")):
        with pytest.raises(TuinewsError, match=said):
            await library.accounts.add(NewAccount(ServerKind.GOOGLE_READER, address, "ada"), "wrong")
    with pytest.raises(TuinewsError, match="not stored anywhere"):
        await library.accounts.add(NewAccount(ServerKind.GOOGLE_READER, server.url, "ada"))
    assert await library.accounts.every() == []


async def test_passwords_come_from_commands_and_the_environment(
    library: Library, server: FakeReader, monkeypatch: pytest.MonkeyPatch
) -> None:

    printing = (sys.executable, "-c", f"print({PASSWORD!r})")
    with_secret = server.url.replace("http://", "http://ada:secret@")
    account = await library.accounts.add(
        NewAccount(ServerKind.GOOGLE_READER, with_secret, USER, password_command=printing)
    )
    assert (account.name, account.address) == ("127.0.0.1", f"{server.url}/api/greader.php")
    monkeypatch.setenv("READER_PASSWORD", PASSWORD)
    named = NewAccount(ServerKind.GOOGLE_READER, server.url, USER, password_variable="READER_PASSWORD")
    assert (await library.accounts.add(named)).id == account.id
    failing = NewAccount(ServerKind.GOOGLE_READER, server.url, "b", password_command=(sys.executable, "-c", "1"))
    with pytest.raises(TuinewsError, match="printed no password"):
        await library.accounts.add(failing)


async def test_a_refresh_syncs_accounts_and_leaves_their_sources_to_them(
    library: Library, server: FakeReader, add_account: AddAccount
) -> None:
    await add_account()
    told: list[tuple[int, ...]] = []
    result = await library.refresh(articles=0, progress=lambda progress: told.append(progress.changed))
    assert (result.sources, result.failed, result.new_entries) == (1, (), 6)
    assert set(told[-1]) == {source.id for source in await library.sources()}
    before = len(server.asked)
    assert (await library.refresh(due_only=True, articles=0)).sources == 0
    assert len(server.asked) == before
    await library.mark_read([await entry(library, "Title 1")], True)
    [source] = [source for source in await library.sources() if source.title == "A"]
    assert (await library.refresh([source.id], articles=0)).failed == ()
    assert item(server, 1).read
    server.trouble = lambda number, path: Trouble.HTML
    [failure] = (await library.refresh(articles=0)).failed
    assert (failure.title, "web page came" in failure.error) == ("Home", True)


async def test_removing_an_account_changes_nothing_there(
    library: Library, server: FakeReader, add_account: AddAccount
) -> None:
    await add_account()
    await sync(library)
    assert await library.accounts.remove("home", keep_sources=True) == 2
    assert [source.account_id for source in await library.sources()] == [None, None]
    await add_account()
    await sync(library)
    assert len(await library.sources()) == 2
    assert len(await titles(library)) == 6
    await library.accounts.remove("Home", keep_sources=False)
    assert len(server.feeds) == 2
    assert await library.accounts.every() == []


async def test_where_a_server_gives_a_teaser_the_page_is_read_as_of_any_source(
    library: Library, server: FakeReader, add_account: AddAccount, host: Any, make_reply: Any
) -> None:
    sentence = "The harbour gate was closed for the third time this year, as the water rose over the quay. "
    text = f"<p>{sentence * 3}</p>" * 4
    for feed in server.feeds.values():
        feed.url = f"{host.url}/feed/{feed.number}"
        # Typed here too, since no server may lead to an address at home that nobody typed.
        typed = NewSource(SourceKind.FEED, feed.url, feed.title, typed_url=feed.url)
        await library._store(Store.add_source, typed, datetime.now(UTC))
    for one in server.items.values():
        one.url, one.content = f"{host.url}/{one.number}", "<p>The gate is closed.</p>"
        page = f"<html lang=en><title>{one.title}</title><article><h1>{one.title}</h1>{text}</article></html>"
        host.answers[f"/{one.number}"] = make_reply(page.encode(), Content_Type="text/html; charset=utf-8")
    await add_account()
    await library.refresh()
    kept = await library.article(await entry(library, "Title 3"))
    assert kept is not None
    assert kept.article.text.count(sentence.strip()) == 12
    assert len(await library.entry_ids(View(filter=Filter.OFFLINE))) == 6
    assert len(await library.entry_ids(View(query="quay"))) == 6
