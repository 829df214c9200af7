"""The Google Reader client against servers with the manners of real ones."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager

import pytest
from fake_google_reader import (
    ALL,
    FRESHRSS,
    MINIFLUX,
    PASSWORD,
    RSSMONSTER,
    USER,
    FakeReader,
    Manners,
    Trouble,
    serving,
)

from tuinews.errors import FetchError
from tuinews.library.accounts.servers.google_reader.client import GoogleReader
from tuinews.library.accounts.servers.google_reader.ids import feed_key, item_id, sent_id
from tuinews.library.accounts.servers.google_reader.items import entries_of
from tuinews.library.accounts.servers.google_reader.subscriptions import subscriptions
from tuinews.library.accounts.servers.plain_signs import plain_signs
from tuinews.model.accounts.server_state import MarkChange, ServerMark
from tuinews.web.fetcher import Fetcher
from tuinews.web.limits import Limits

Client = Callable[..., GoogleReader]


async def _password() -> str:
    return PASSWORD


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    """Makes clients of a server."""
    patient, hurried = Fetcher(Limits(deadline=20)), Fetcher(Limits(deadline=1.5))

    def make(server: FakeReader, is_slow: bool = False) -> GoogleReader:
        return GoogleReader((hurried if is_slow else patient).ask, server.url, USER, _password)

    yield make
    await patient.close()
    await hurried.close()


@contextmanager
def stocked(manners: Manners, count: int = 6) -> Iterator[FakeReader]:
    """A server with two feeds and some items, of which the first two are starred and the last read."""
    with serving(manners) as server:
        items = server.add_items(server.add_feed("https://a.example/feed?x=1&copy=2", "A &amp; B", "News"), count)
        server.add_items(server.add_feed("https://b.example/feed", "B"), 1)
        items[0].starred = items[1].starred = items[-1].read = True
        yield server


def ids(server: FakeReader, *numbers: int) -> set[str]:
    items = list(server.items.values())
    form = "{:024x}" if server.manners.object_ids else "{}"
    return {form.format(items[number].number) for number in numbers}


@pytest.mark.parametrize("manners", ALL.values(), ids=ALL)
async def test_all_that_is_asked_for_is_found_and_changed_on_every_server(
    client: Client, manners: Manners
) -> None:
    with stocked(manners) as server:
        reader = client(server)
        await reader.sign_in()
        assert reader.address == server.url + manners.base
        sources = await reader.sources()
        assert [(one.url, one.title, one.folder) for one in sources] == [
            ("https://a.example/feed?x=1&copy=2", "A & B", "News"),
            ("https://b.example/feed", "B", None),
        ]
        marks = await reader.marks()
        assert marks.unread == ids(server, 0, 1, 2, 3, 4, 6)
        assert marks.starred == frozenset(ids(server, 0, 1))
        assert not marks.labels
        batches = [batch async for batch in reader.entries(sorted(marks.wanted))]
        (batch,) = batches
        assert {one.id for one in batch} == set(marks.wanted)
        first = next(one for one in batch if one.id in ids(server, 0))
        assert (first.source_id, first.entry.title, first.entry.url) == (
            *(sources[0].id, "Title 0", "https://a.example/feed?x=1&copy=2/0"),
        )
        assert first.entry.content == "<p>Text</p>"
        items = list(server.items.values())
        await reader.send(MarkChange(tuple(ids(server, 0, 1)), ServerMark.READ, True))
        await reader.send(MarkChange(tuple(ids(server, 5)), ServerMark.READ, False))
        await reader.send(MarkChange(tuple(ids(server, 6)), ServerMark.STARRED, True))
        await reader.send(MarkChange(tuple(ids(server, 1)), ServerMark.STARRED, False))
        assert [item.read for item in items] == [True, True, False, False, False, False, False]
        assert [item.starred for item in items] == [True, False, False, False, False, False, True]
        assert all(len(change["a"]) + len(change["r"]) == 1 for change in server.changes)
        new = await reader.subscribe("https://c.example/feed", "C", "Tech")
        again = await reader.subscribe("https://c.example/feed", "C", "Tech")
        assert new == again
        assert (new.title, new.folder) == ("C", "Tech")
        await reader.arrange(type(new)(new.id, new.url, "Sea", "World"))
        await reader.arrange(type(new)(sources[0].id, sources[0].url, "A", None))
        assert [(one.title, one.folder) for one in await reader.sources()] == [
            *(("A", None), ("B", None), ("Sea", "World")),
        ]
        await reader.unsubscribe(new.id)
        await reader.unsubscribe(new.id)
        assert len(server.feeds) == 2


async def test_a_subscription_that_nobody_answered_in_time_is_looked_for(client: Client) -> None:
    """A server that fetches the feed before it answers takes its time, and has subscribed all the same."""
    with stocked(FRESHRSS) as server:
        reader = client(server, is_slow=True)
        await reader.sign_in()
        server.trouble = lambda number, path: Trouble.SLOW if "subscription/edit" in path else None
        new = await reader.subscribe("https://slow.example/feed", "Slow", None)
        assert new.url == "https://slow.example/feed"
        server.trouble = lambda number, path: Trouble.SLOW if "subscription" in path else None
        with pytest.raises(FetchError, match="took longer"):
            await reader.subscribe("https://slower.example/feed", "Slower", None)


async def test_labels_are_sent_read_and_told_from_folders(client: Client) -> None:
    with stocked(FRESHRSS) as server:
        reader = client(server)
        await reader.sources()
        await reader.send(MarkChange(tuple(ids(server, 2, 3)), ServerMark.LABEL, True, "Đọc sau"))
        await reader.send(MarkChange(tuple(ids(server, 3)), ServerMark.LABEL, False, "Đọc sau"))
        assert (await reader.marks()).labels == {"Đọc sau": ids(server, 2)}
    with stocked(MINIFLUX) as server:
        reader = client(server)
        server.labels.add("there")
        with pytest.raises(FetchError) as caught:
            await reader.send(MarkChange(tuple(ids(server, 2)), ServerMark.LABEL, True, "x"))
        assert caught.value.status == 500
        await reader.sources()
        assert (await reader.marks()).labels == {}
    with stocked(RSSMONSTER) as server:
        reader = client(server)
        await reader.send(MarkChange(tuple(ids(server, 2)), ServerMark.LABEL, True, "x"))
        assert not server.labels


@pytest.mark.parametrize("manners", ALL.values(), ids=ALL)
async def test_lists_are_read_to_their_ends_by_every_continuation(client: Client, manners: Manners) -> None:
    from dataclasses import replace

    with stocked(replace(manners, most_ids=50), count=220) as server:
        marks = await client(server).marks()
        assert len(marks.unread) == 220
        assert sum("items/ids" in one for one in server.asked) >= 6


async def test_a_list_that_shifts_while_it_is_read_is_read_anew(client: Client) -> None:
    from dataclasses import replace

    with stocked(replace(MINIFLUX, most_ids=50), count=220) as server:
        newest_first = sorted(server.items.values(), key=lambda item: -item.number)
        pages = 0

        def somebody_marks(number: int, path: str) -> None:
            nonlocal pages
            pages += "items/ids" in path and "starred" not in path
            if pages == 2 and not newest_first[1].read:
                for item in newest_first[:30]:
                    item.read = True

        server.before = somebody_marks
        marks = await client(server).marks()
        assert marks.unread == {str(item.number) for item in server.items.values() if not item.read}


async def test_tokens_that_end_are_renewed(client: Client) -> None:
    for manners in ALL.values():
        with stocked(manners) as server:
            reader = client(server)
            await reader.send(MarkChange(tuple(ids(server, 0)), ServerMark.READ, True))
            server.token = "another"
            await reader.send(MarkChange(tuple(ids(server, 1)), ServerMark.READ, True))
            server.expire()
            await reader.send(MarkChange(tuple(ids(server, 2)), ServerMark.READ, True))
            server.expire()
            assert len(await reader.sources()) == 2
            assert [item.read for item in server.items.values()][:4] == [True, True, True, False]
            assert server.logins == 3


async def test_a_wrong_password_and_a_site_without_the_api_are_told_apart(client: Client) -> None:
    fetcher = Fetcher()

    async def wrong() -> str:
        return "wrong"

    with stocked(FRESHRSS) as server:
        with pytest.raises(FetchError, match="was refused") as caught:
            await GoogleReader(fetcher.ask, server.url, USER, wrong).sign_in()
        assert "wrong" not in str(caught.value)
        with pytest.raises(FetchError, match="no Google Reader API"):
            await GoogleReader(fetcher.ask, f"{server.url}/elsewhere", USER, wrong).sign_in()
        server.trouble = lambda number, path: Trouble.AWAY
        with pytest.raises(FetchError, match="redirects to another server"):
            await client(server).sign_in()
    await fetcher.close()


@pytest.mark.parametrize("trouble", Trouble)
@pytest.mark.parametrize("path", ["subscription/list", "items/ids", "tag/list", "items/contents", "edit-tag"])
async def test_no_answer_is_half_believed(client: Client, trouble: Trouble, path: str) -> None:
    with stocked(FRESHRSS) as server:
        server.labels.add("kept")
        reader = client(server, is_slow=trouble is Trouble.SLOW)
        await reader.sign_in()
        server.trouble = lambda number, asked: trouble if path in asked else None
        if path == "tag/list" and trouble is Trouble.WRONG:
            return  # what has no tags has no labels

        async def everything() -> None:
            await reader.sources()
            await reader.marks()
            await reader.send(MarkChange(tuple(ids(server, 0)), ServerMark.READ, True))
            assert [batch async for batch in reader.entries(list(ids(server, 0)))]

        with pytest.raises(FetchError):
            await everything()


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("A ＆ B ＜C＞", "A & B <C>"),
        ("Tin tức ／ Thời sự， 24h； vì sao？", "Tin tức / Thời sự, 24h; vì sao?"),
        ("Q＆A：日本の政治／経済", "Q＆A：日本の政治／経済"),
        ("한국 ＆ 세계", "한국 ＆ 세계"),
        ("Ｑ＆Ａ", "Ｑ＆Ａ"),
        ("A & B", "A & B"),
    ],
)
def test_signs_that_a_server_made_wide_are_plain_again(sent: str, read: str) -> None:
    assert plain_signs(sent) == read
    item = {"id": "1", "title": sent, "author": "R\uff06D Team", "origin": {"streamId": "feed/1"}}
    (entry,) = entries_of([item], {"1": "feed/1"})
    assert (entry.entry.title, entry.entry.authors) == (read, ("R&D Team",))
    value = {"subscriptions": [{"id": "feed/1", "title": sent, "url": "https://a.example/feed"}]}
    assert [one.title for one in subscriptions("host", value)] == [read]


def test_ids_have_one_form() -> None:
    number = "1716800000000000"
    tag = "tag:google.com,2005:reader/item/"
    assert item_id(number) == item_id(f"{tag}{int(number):016x}") == item_id(int(number)) == number
    assert item_id(f"{int(number):016x}") == number
    assert item_id("-1") == item_id(f"{tag}ffffffffffffffff") == item_id("18446744073709551615") == "-1"
    assert item_id(f"{tag}000000000000000a") == "10"
    assert item_id("5f0e8a0000000000000000aa") == item_id(f"{tag}5F0E8A0000000000000000AA")
    assert sent_id("5f0e8a0000000000000000aa") == f"{tag}5f0e8a0000000000000000aa"
    assert sent_id(number) == number
    odd: tuple[object, ...] = (None, "", "x", [], "12 34", "9" * 30)
    assert [item_id(one) for one in odd] == [None] * 6
    assert feed_key("feed/https%3A%2F%2Fa.example%2F") == feed_key("feed/https://a.example/")
