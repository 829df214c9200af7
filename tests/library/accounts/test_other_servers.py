"""Fever, Nextcloud News and tt-rss: what a library needs of a server, from each of them alike."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from fake_fever import FakeFever
from fake_nextcloud import FakeNextcloud
from fake_tt_rss import FakeTtRss
from json_server import Answers, Said, serving
from server_stock import PASSWORD, USER, ServerStock

from tuinews.errors import FetchError
from tuinews.library.accounts.server import AccountServer, Ask, PasswordOf
from tuinews.library.accounts.servers.fever import Fever
from tuinews.library.accounts.servers.nextcloud_news import NextcloudNews
from tuinews.library.accounts.servers.tt_rss import TinyTinyRss
from tuinews.library.library import Library
from tuinews.model.accounts.account import NewAccount, ServerKind
from tuinews.model.accounts.server_state import MarkChange, ServerMark, ServerSource
from tuinews.model.view import View
from tuinews.settings import Settings
from tuinews.web.fetcher import Fetcher
from tuinews.web.limits import Limits

Fake = FakeFever | FakeNextcloud | FakeTtRss
Make = Callable[[Ask, str, str, PasswordOf], AccountServer]


@dataclass(frozen=True)
class Kind:
    """A protocol: its client, its fake, and what it can."""

    client: Make
    fake: Callable[[ServerStock], Fake]
    subscribes: bool = True
    arranges: bool = True
    labels: bool = False


KINDS = {
    "fever": Kind(Fever, FakeFever, subscribes=False, arranges=False),
    "nextcloud": Kind(NextcloudNews, FakeNextcloud),
    "tt-rss": Kind(TinyTinyRss, FakeTtRss, arranges=False, labels=True),
}
each = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


async def _password() -> str:
    return PASSWORD


async def _wrong_password() -> str:
    return "wrong"


@pytest.fixture
async def ask() -> AsyncIterator[Ask]:
    fetcher = Fetcher(Limits(deadline=5))
    yield fetcher.ask
    await fetcher.close()


@contextmanager
def open_server(answers: Answers) -> Iterator[str]:
    with serving(answers) as address:
        yield address


async def all_entries(server: AccountServer, ids: list[str]) -> dict[str, str]:
    """The titles of entries by their ids."""
    return {one.id: one.entry.title async for batch in server.entries(ids) for one in batch}


@each
async def test_subscriptions_marks_and_entries_are_read_whole(kind: Kind, ask: Ask) -> None:
    stock = ServerStock.filled(1203)
    with open_server(kind.fake(stock)) as address:
        server = kind.client(ask, address, USER, _password)
        await server.sign_in()
        assert server.address.startswith(address)
        assert [(one.url, one.title, one.folder) for one in await server.sources()] == [
            ("https://a.example/feed?x=1&y=2", "A", "News"),
            ("https://b.example/feed", "B", None),
        ]
        marks = await server.marks()
        assert marks.unread == {str(number) for number in stock.ids("unread")}
        assert marks.starred == frozenset({"1"})
        titles = await all_entries(server, sorted(marks.wanted, key=int))
        assert len(titles) == 1202
        assert titles["7"] == "Bài 7 & đủ"
        found = [one async for batch in kind.client(ask, address, USER, _password).entries([]) for one in batch]
        assert found == []


@each
async def test_an_entry_has_what_a_feed_would_say(kind: Kind, ask: Ask) -> None:
    stock = ServerStock.filled()
    with open_server(kind.fake(stock)) as address:
        server = kind.client(ask, address, USER, _password)
        await server.marks()
        (batch,) = [batch async for batch in server.entries(["1", "7", "999"])]
        first, last = batch
        assert (first.source_id, last.source_id) == ("1", "2")
        assert (first.entry.url, first.entry.authors) == ("https://paper.example/1", ("Ada",))
        assert first.entry.published is not None
        assert first.entry.published.timestamp == 1_790_000_001
        assert first.entry.content == "<p>Text 1</p>"
        if kind.fake is not FakeFever:
            assert [one.url for one in first.entry.enclosures] == ["https://a.example/1.mp3"]


@each
async def test_marks_are_made_there(kind: Kind, ask: Ask) -> None:
    stock = ServerStock.filled()
    with open_server(kind.fake(stock)) as address:
        server = kind.client(ask, address, USER, _password)
        await server.send(MarkChange(("3", "4"), ServerMark.READ, True))
        await server.send(MarkChange(("2",), ServerMark.READ, False))
        await server.send(MarkChange(("4", "5"), ServerMark.STARRED, True))
        await server.send(MarkChange(("1",), ServerMark.STARRED, False))
        await server.send(MarkChange(("1",), ServerMark.STARRED, False))
        assert stock.ids("unread") == [7, 6, 5, 2, 1]
        assert stock.ids("starred") == [5, 4]
        label = MarkChange(("5",), ServerMark.LABEL, True, "later")
        if kind.labels:
            await server.send(label)
            assert stock.items[5].labels == {"later"}
            assert (await server.marks()).labels == {"later": {"5"}}
            label = MarkChange(("5",), ServerMark.LABEL, True, "nobody made it")
        with pytest.raises(FetchError) as refused:
            await server.send(label)
        assert refused.value.status == 405


@each
async def test_subscriptions_are_made_and_ended_there_where_the_protocol_can(kind: Kind, ask: Ask) -> None:
    stock = ServerStock.filled()
    with open_server(kind.fake(stock)) as address:
        server = kind.client(ask, address, USER, _password)
        if not kind.subscribes:
            for refused in (server.subscribe("https://c.example/feed", "C", None), server.unsubscribe("1")):
                with pytest.raises(FetchError) as error:
                    await refused
                assert error.value.status == 405
            return
        for _twice in range(2):
            made = await server.subscribe("https://c.example/feed", "C", "News")
            assert made.url == "https://c.example/feed"
        assert [one.url for one in stock.feeds.values()].count("https://c.example/feed") == 1
        assert stock.feeds[int(made.id)].folder == "News"
        with pytest.raises(FetchError, match=r"refused\.example"):
            await server.subscribe("https://refused.example/feed", None, None)
        await server.unsubscribe(made.id)
        await server.unsubscribe(made.id)
        assert sorted(stock.feeds) == [1, 2]
        moved = ServerSource("2", "https://b.example/feed", "Other", "New folder")
        if kind.arranges:
            await server.arrange(moved)
            assert (stock.feeds[2].title, stock.feeds[2].folder) == ("Other", "New folder")
        else:
            with pytest.raises(FetchError) as error:
                await server.arrange(moved)
            assert error.value.status == 405


@each
async def test_a_refused_password_is_said_so(kind: Kind, ask: Ask) -> None:
    with open_server(kind.fake(ServerStock.filled())) as address:
        with pytest.raises(FetchError, match="the user or the password was refused") as refused:
            await kind.client(ask, address, USER, _wrong_password).sign_in()
        assert refused.value.status == 401
        assert "wrong" not in str(refused.value)


@each
@pytest.mark.parametrize(
    "said",
    [
        Said(b"<!DOCTYPE html><title>Sign in</title>"),
        Said(b'{"items": [{"id": 1'),
        Said([]),
        Said({}),
        Said({"auth": 1, "status": 0, "content": "soon"}),
        Said({"auth": 1, "status": 0, "content": [1, 2], "items": None, "unread_item_ids": None}),
        Said({"auth": 1, "unread_item_ids": "1,,2", "items": [7], "status": 0, "content": {"unread": "x"}}),
        Said(None, 500),
    ],
    ids=lambda said: said.body.decode()[:30],
)
async def test_an_answer_that_is_not_whole_is_believed_by_nobody(kind: Kind, ask: Ask, said: Said) -> None:
    fake = kind.fake(ServerStock.filled())
    with open_server(fake) as address:
        server = kind.client(ask, address, USER, _password)
        await server.sign_in()
        fake.said = said
        with pytest.raises(FetchError):
            await server.marks()
        with pytest.raises(FetchError):
            await server.sources()


async def test_fever_is_found_below_the_address_that_people_know(ask: Ask) -> None:
    for path in ("/api/fever.php", "/fever/"):
        with open_server(FakeFever(ServerStock.filled(), path)) as address:
            server = Fever(ask, address, USER, _password)
            await server.sign_in()
            assert server.address == f"{address}{path}"
    with open_server(FakeFever(ServerStock.filled(), "/elsewhere")) as address, pytest.raises(FetchError):
        await Fever(ask, address, USER, _password).sign_in()


async def test_a_session_of_tt_rss_that_ends_is_begun_anew(ask: Ask) -> None:
    fake = FakeTtRss(ServerStock.filled(450))
    with open_server(fake) as address:
        server = TinyTinyRss(ask, address, USER, _password)
        await server.sign_in()
        fake.ends_after = 1
        assert len((await server.marks()).unread) == 449
        assert fake.ops.count("login") == 2


async def test_what_is_marked_elsewhere_while_tt_rss_lists_loses_nothing(ask: Ask) -> None:
    """An offset shifts when something above it is read: an entry between two pages is in neither."""
    stock = ServerStock.filled(450)
    fake = FakeTtRss(stock)
    newest = iter([450])

    def read_elsewhere() -> None:
        for number in newest:
            stock.items[number].read = True

    fake.while_listing = read_elsewhere
    with open_server(fake) as address:
        found = await TinyTinyRss(ask, address, USER, _password).marks()
    assert found.unread >= {str(number) for number in stock.ids("unread")}


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    opened = await Library.open(tmp_path / "library", Settings())
    yield opened
    await opened.close()


ServerKinds = {"fever": ServerKind.FEVER, "nextcloud": ServerKind.NEXTCLOUD_NEWS, "tt-rss": ServerKind.TT_RSS}


@pytest.mark.parametrize("name", KINDS)
async def test_a_library_is_kept_in_step(name: str, library: Library) -> None:
    stock = ServerStock.filled()
    with open_server(KINDS[name].fake(stock)) as address:
        await library.accounts.add(NewAccount(ServerKinds[name], address, USER, "Home"), PASSWORD)
        [first] = await library.accounts.sync()
        assert (first.error, first.new, first.waiting) == (None, 6, 0)
        assert sorted((one.title, one.folder) for one in await library.sources()) == [
            ("A", "Home/News"),
            ("B", "Home"),
        ]
        rows = await library.rows(await library.entry_ids(View()))
        third = next(row for row in rows if row.title == "Bài 3 & đủ")
        await library.mark_read([third.id], True)
        await library.star([third.id], True)
        stock.items[4].read, stock.items[1].starred = True, False
        [second] = await library.accounts.sync()
        assert (second.error, second.sent, second.new) == (None, 2, 0)
        assert (stock.items[3].read, stock.items[3].starred) == (True, True)
        rows = await library.rows(await library.entry_ids(View()))
        assert {row.title[4] for row in rows if row.read} == {"3", "4"}
        assert {row.title[4] for row in rows if row.starred} == {"3"}


@pytest.mark.parametrize("name", KINDS)
async def test_what_a_protocol_cannot_is_so_here_alone(name: str, library: Library) -> None:
    stock, kind = ServerStock.filled(), KINDS[name]
    with open_server(kind.fake(stock)) as address:
        await library.accounts.add(NewAccount(ServerKinds[name], address, USER, "Home"), PASSWORD)
        await library.accounts.sync()
        first, second = sorted(await library.sources(), key=lambda one: one.title)
        await library.rename_source(first.id, "Mine")
        await library.remove_sources([second.id])
        for _again in range(2):
            [result] = await library.accounts.sync()
            assert result.error is None
            assert [one.title for one in await library.sources()] == ["Mine"]
        assert (stock.feeds[1].title == "Mine") is kind.arranges
        assert (2 in stock.feeds) is not kind.subscribes


async def test_fever_is_found_by_its_whole_address_with_its_last_stroke_too(library: Library) -> None:
    """Miniflux shows it with a stroke at its end, and answers nothing without."""
    with open_server(FakeFever(ServerStock.filled())) as address:
        account = await library.accounts.add(
            NewAccount(ServerKind.FEVER, f"{address}/fever/", USER, "Home"), PASSWORD
        )
        assert account.address == f"{address}/fever/"
        [result] = await library.accounts.sync()
        assert (result.error, result.new) == (None, 6)
