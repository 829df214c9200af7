"""The whole contract of syncing against a real server, which is left as it was found.

    PYTHONPATH=src:tests/servers python tests/servers/against.py \
        --url https://rss.example.org --user ada --password secret [--kind google-reader] [--items 10000]

A library in a temporary folder is one machine; a second client, which asks the server directly, is the other. The
articles are those of a feed that this program serves (`--listen HOST[:PORT]`, which the server must reach;
`--host` is what the server calls that), so nothing else of the account is touched; where the server takes no
such feed, or brings nothing from it in `--wait` seconds, a few articles that are there are marked, and marked
back at the end. What is printed is one line a clause; the exit status is 1 where one failed.
"""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from feed_host import FeedHost

from tuinews.errors import FetchError, TuinewsError
from tuinews.library.accounts.server import AccountServer
from tuinews.library.accounts.servers.google_reader.client import GoogleReader
from tuinews.library.accounts.servers.protocols import server_of
from tuinews.library.library import Library
from tuinews.model.accounts.account import Account, NewAccount, ServerKind
from tuinews.model.accounts.server_state import MarkChange, ServerMark, ServerMarks, ServerSource
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.view import Filter, View
from tuinews.settings import Settings
from tuinews.store.store import Store
from tuinews.web.api_requests import ApiAnswer, ApiRequest
from tuinews.web.fetcher import Fetcher

LABEL = "tuinews-contract"
PASSWORD = "TUINEWS_AGAINST_PASSWORD"
_FEW = 8

_ARRANGES = (ServerKind.GOOGLE_READER, ServerKind.NEXTCLOUD_NEWS)
"""What can be renamed and moved from here; else it is so here alone."""

_USUAL_REQUESTS = {ServerKind.TT_RSS: 10}
"""Of a usual sync; elsewhere 5. tt-rss lists its feeds by their categories."""


class Counted:
    """Asks the server, and counts; a process may be told to die at one request."""

    def __init__(self, fetcher: Fetcher, dies: tuple[str, int] | None = None) -> None:
        self._fetcher, self._dies = fetcher, dies
        self.requests = 0

    async def ask(self, request: ApiRequest) -> ApiAnswer:
        """An answer of the server."""
        self.requests += 1
        if self._dies == ("before", self.requests):
            os.kill(os.getpid(), 9)
        answer = await self._fetcher.ask(request)
        if self._dies == ("after", self.requests):
            os.kill(os.getpid(), 9)
        return answer


@asynccontextmanager
async def opened(folder: Path, dies: tuple[str, int] | None = None) -> AsyncIterator[tuple[Library, Counted]]:
    """The library, whose requests to accounts are counted."""
    library = await Library.open(folder, Settings())
    try:
        online = await library._online()
        counted = Counted(online._extraction.fetcher, dies)
        online.accounts._ask = counted.ask
        yield library, counted
    finally:
        await library.close()


class Contract:
    """The clauses, one after the other, on one account."""

    def __init__(self, given: argparse.Namespace, folder: Path, other: AccountServer) -> None:
        self._given, self._folder, self._other = given, folder, other
        self.failed = 0
        self._touched: dict[str, tuple[bool, bool]] = {}

    async def clause(self, words: str, work: Callable[[], Awaitable[str]]) -> None:
        """Try one clause, and say how it went."""
        started = time.monotonic()
        try:
            said = await work()
        except (AssertionError, TuinewsError, subprocess.SubprocessError) as error:
            self.failed += 1
            said = f"FAILED: {type(error).__name__}: {error}"
        print(f"{words}: {said} ({time.monotonic() - started:.1f} s)", flush=True)

    async def run(self) -> None:
        """All of it; what was changed on the server is put back whatever happens."""
        before, subscribed = await self._other.marks(), await self._other.sources()
        print(
            f"found: {len(subscribed)} subscriptions, {len(before.unread)} unread, "
            f"{len(before.starred or ())} starred, labels {sorted(before.labels)}"
        )
        feed = FeedHost(self._given.listen, self._given.host, self._given.items)
        with feed.running():
            try:
                await self.clause("sign in and first sync", self._first_sync)
                if self.failed:
                    return
                await self.clause(f"subscribe here ({feed.url})", lambda: self._subscribe(feed.url))
                ids = await self._articles(feed.url, before)
                if ids:
                    await self._clauses(ids, feed.url)
                else:
                    self.failed += 1
                    print("FAILED: the account has no articles to try anything with")
            finally:
                await self.clause("put back", lambda: self._put_back(before, subscribed, feed.url))

    async def _clauses(self, ids: list[str], url: str) -> None:
        await self.clause("what came is here", lambda: self._same(ids))
        await self.clause("a usual sync takes few requests", self._usual)
        await self.clause("marks made here arrive there", lambda: self._here_to_there(ids))
        await self.clause("marks made there arrive here", lambda: self._there_to_here(ids))
        await self.clause("a label", lambda: self._label(ids))
        await self.clause("marks made without a network wait and arrive", lambda: self._offline(ids))
        await self.clause("killed at each request", lambda: self._killed(ids))
        await self.clause("many marks in few requests", lambda: self._many(ids))
        await self.clause("renamed and moved here", lambda: self._arrange(url))

    async def _first_sync(self) -> str:
        async with opened(self._folder) as (library, counted):
            new = NewAccount(
                ServerKind(self._given.kind), self._given.url, self._given.user, "Contract", (), PASSWORD
            )
            account = await library.accounts.add(new)
            await self._sync(library)
            return f"{account.address}, {counted.requests} requests, {len(await library.sources())} sources"

    async def _subscribe(self, url: str) -> str:
        async with opened(self._folder) as (library, _counted):
            mine = NewSource(SourceKind.FEED, url, "Contract feed", folder="Contract/Tried")
            await library._store(Store.add_sources, [mine], datetime.now(UTC))
            [result] = await library.accounts.sync()
            assert not result.error, result.error
            if result.refused:
                return "the server does not accept it; articles that are there are tried instead"
            found = [one for one in await self._other.sources() if one.url == url]
            assert found, "it is not among the subscriptions"
            return f"{found[0].id}, in folder {found[0].folder}"

    async def _articles(self, url: str, before: ServerMarks) -> list[str]:
        """The ids of the articles that may be marked: those of the feed, or a few that were unread."""
        found: list[str] = []
        mine = {one.id for one in await self._other.sources() if one.url == url}
        for _n in range(self._given.wait if mine else 0):
            marks = await self._other.marks()
            if len(marks.unread - before.unread) >= min(self._given.items, self._given.at_least):
                found = sorted(marks.unread - before.unread)
                break
            await asyncio.sleep(1)
        await self._sync_once()
        if not found:
            print("the feed brought nothing; articles of the account are marked, and marked back")
            found = sorted(before.unread - (before.starred or frozenset()), reverse=True)[: 5 * _FEW]
        return found

    async def _same(self, ids: list[str]) -> str:
        async with opened(self._folder) as (library, counted):
            result = await self._sync(library)
            account = await self._account(library)
            missing = await library._store(Store.unknown_entries, account.id, ids)
            assert not missing, f"{len(missing)} of {len(ids)} are missing"
            return f"{len(ids)} articles, {counted.requests} requests, {result} new"

    async def _usual(self) -> str:
        async with opened(self._folder) as (library, counted):
            await self._sync(library)
            before = counted.requests
            await self._sync(library)
            labels = len((await self._other.marks()).labels)
            most = _USUAL_REQUESTS.get(ServerKind(self._given.kind), 5) + labels
            assert counted.requests - before <= most, f"{counted.requests - before} requests"
            return f"{counted.requests - before} requests, of which {labels} for labels"

    async def _here_to_there(self, ids: list[str]) -> str:
        async with opened(self._folder) as (library, _counted):
            a, b, c = [await self._entry(library, one) for one in ids[:3]]
            await library.mark_read([a, b], True)
            await library.star([b, c], True)
            await self._sync(library)
            said = await self._other.marks()
            assert not {ids[0], ids[1]} & said.unread, "read here, unread there"
            assert ids[2] in said.unread, "unread here, read there"
            assert {ids[1], ids[2]} <= (said.starred or frozenset()), "starred here, not there"
            await library.mark_read([a], False)
            await library.star([b], False)
            await self._sync(library)
            said = await self._other.marks()
            assert ids[0] in said.unread
            assert ids[1] not in (said.starred or ())
            return "read, unread, starred, unstarred"

    async def _there_to_here(self, ids: list[str]) -> str:
        async with opened(self._folder) as (library, _counted):
            await self._other.send(MarkChange((ids[3],), ServerMark.READ, True))
            await self._other.send(MarkChange((ids[4],), ServerMark.STARRED, True))
            await self._sync(library)
            assert not await self._is(library, ids[3], Filter.UNREAD)
            assert await self._is(library, ids[4], Filter.STARRED)
            await self._other.send(MarkChange((ids[3],), ServerMark.READ, False))
            await self._other.send(MarkChange((ids[4],), ServerMark.STARRED, False))
            await self._sync(library)
            assert await self._is(library, ids[3], Filter.UNREAD)
            assert not await self._is(library, ids[4], Filter.STARRED)
            return "read, unread, starred, unstarred"

    async def _label(self, ids: list[str]) -> str:
        async with opened(self._folder) as (library, _counted):
            entry = await self._entry(library, ids[5])
            await library.tag([entry], LABEL)
            await self._sync(library)
            kept = ids[5] in (await self._other.marks()).labels.get(LABEL, ())
            await self._sync(library)
            assert (await library.rows([entry]))[0].tags == (LABEL,), "the tag is gone here"
            await library.untag([entry], LABEL)
            await self._sync(library)
            assert ids[5] not in (await self._other.marks()).labels.get(LABEL, ())
            return "kept there and taken away again" if kept else "the server keeps none; the tag stays here"

    async def _offline(self, ids: list[str]) -> str:
        async with opened(self._folder) as (library, _counted):
            await library.star([await self._entry(library, ids[6])], True)
            await library.mark_read([await self._entry(library, one) for one in ids[5:7]], True)
        async with opened(self._folder) as (library, _counted):
            waiting = (await library.accounts.every())[0].waiting
            assert waiting == 3, f"{waiting} marks wait"
            await self._sync(library)
            said = await self._other.marks()
            assert not {ids[5], ids[6]} & said.unread
            assert ids[6] in (said.starred or ())
            return "3 marks waited"

    async def _killed(self, ids: list[str]) -> str:
        deaths = 0
        one = ids[7]
        for number in range(1, self._given.deaths + 1):
            for when in ("before", "after"):
                async with opened(self._folder) as (library, _counted):
                    entry = await self._entry(library, one)
                    star = not await self._is(library, one, Filter.STARRED)
                    await library.star([entry], star)
                    await library.mark_read([entry], star)
                deaths += self._die(when, number) == -9
        await self._sync_once()
        async with opened(self._folder) as (library, _counted):
            assert (await library.accounts.every())[0].waiting == 0
            said = await self._other.marks()
            assert (one in (said.starred or ())) is await self._is(library, one, Filter.STARRED)
            assert (one in said.unread) is await self._is(library, one, Filter.UNREAD)
        return f"{deaths} deaths"

    def _die(self, when: str, number: int) -> int:
        """Sync in a process of its own that dies at a request; how it ended."""
        command = [sys.executable, __file__, "--child", str(self._folder), "--die", when, str(number)]
        return subprocess.run(command, check=False, timeout=300, env=dict(os.environ)).returncode

    async def _many(self, ids: list[str]) -> str:
        async with opened(self._folder) as (library, counted):
            await self._sync(library)
            entries = [await self._entry(library, one) for one in ids[_FEW : _FEW + 500]]
            changed = await library.mark_read(entries, True)
            before = counted.requests
            await self._sync(library)
            used = counted.requests - before
            assert not set(ids[_FEW : _FEW + 500]) & (await self._other.marks()).unread
            assert used <= 15, f"{used} requests"
            return f"{len(changed)} marks, {used} requests for the whole sync"

    async def _arrange(self, url: str) -> str:
        async with opened(self._folder) as (library, _counted):
            found = [source for source in await library.sources() if source.url == url]
            if not found or found[0].account_id is None:
                return "left out: the server has not taken the feed"
            await library.rename_source(found[0].id, "Contract renamed")
            await library.move_source(found[0].id, "Contract/Moved")
            await self._sync(library)
            there = next(one for one in await self._other.sources() if one.url == url)
            if ServerKind(self._given.kind) not in _ARRANGES:
                own = next(one for one in await library.sources() if one.url == url)
                assert (own.title, own.folder) == ("Contract renamed", "Contract/Moved"), str(own)
                return f"so here alone, there it is {there.title}"
            assert (there.title, there.folder) == ("Contract renamed", "Moved"), str(there)
            return f"{there.title}, in {there.folder}"

    async def _put_back(self, before: ServerMarks, subscribed: Sequence[ServerSource], url: str) -> str:
        known = {one.id for one in subscribed}
        for one in await self._other.sources():
            if one.id not in known and one.url == url:
                await self._other.unsubscribe(one.id)
        await self._forget_names()
        after = await self._other.marks()
        starred = before.starred or frozenset()
        for ids, mark, value in (
            (before.unread - after.unread, ServerMark.READ, False),
            ((after.starred or frozenset()) - starred, ServerMark.STARRED, False),
            (starred - (after.starred or frozenset()), ServerMark.STARRED, True),
        ):
            if ids:
                await self._other.send(MarkChange(tuple(ids), mark, value))
        after = await self._other.marks()
        assert before.unread <= after.unread, f"{len(before.unread - after.unread)} are read now"
        assert after.starred == before.starred, "other articles are starred now"
        assert {one.id for one in await self._other.sources()} == known, "other subscriptions"
        new = len(after.unread - before.unread)
        return "as it was" + (f", but for {new} articles that came meanwhile" if new else "")

    async def _forget_names(self) -> None:
        """Have the server forget the label and the folders that were made, where it can; they are empty."""
        if isinstance(self._other, GoogleReader):
            for name in (LABEL, "Tried", "Moved"):
                with suppress(FetchError):
                    await self._other._session.post("disable-tag", [("s", f"user/-/label/{name}")])

    async def _sync_once(self) -> None:
        async with opened(self._folder) as (library, _counted):
            await self._sync(library)

    async def _sync(self, library: Library) -> int:
        """Sync; how many articles came. What failed fails the clause."""
        [result] = await library.accounts.sync()
        assert not result.error, result.error
        assert not result.waiting, f"{result.waiting} marks wait"
        return result.new

    async def _account(self, library: Library) -> Account:
        return (await library.accounts.every())[0].account

    async def _entry(self, library: Library, server_id: str) -> int:
        def find(store: Store) -> int:
            with store._database.reading() as sql:
                query = "select entry_id from account_entry where server_id = ?"
                row = sql.execute(query, (server_id,)).fetchone()
                assert row, f"{server_id} is not here"
                return int(row[0])

        return await library._store(find)

    async def _is(self, library: Library, server_id: str, which: Filter) -> bool:
        return await self._entry(library, server_id) in await library.entry_ids(View(filter=which))


async def child(folder: Path, when: str, number: int) -> None:
    """Sync the library of a folder, and die at one of its requests."""
    async with opened(folder, (when, number)) as (library, _counted):
        await library.accounts.sync()


async def tried(given: argparse.Namespace) -> int:
    """Run the contract; 1 where a clause failed."""
    fetcher = Fetcher()

    async def password() -> str:
        return os.environ[PASSWORD]

    other = server_of(ServerKind(given.kind), fetcher.ask, given.url, given.user, password)
    with tempfile.TemporaryDirectory() as folder:
        try:
            await other.sign_in()
            contract = Contract(given, Path(folder), other)
            await contract.run()
        finally:
            await fetcher.close()
    print("all clauses hold" if not contract.failed else f"{contract.failed} clauses FAILED")
    return 1 if contract.failed else 0


def main() -> int:
    """Read the arguments."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url")
    parser.add_argument("--user")
    parser.add_argument("--password")
    parser.add_argument("--kind", default="google-reader", choices=list(ServerKind))
    parser.add_argument("--items", type=int, default=10_000, help="articles of the feed that is served")
    parser.add_argument("--at-least", type=int, default=50, help="articles that are enough, where a server cuts")
    parser.add_argument("--listen", default="127.0.0.1:0", help="where the feed is served")
    parser.add_argument("--host", default="", help="what the server calls that, such as host.docker.internal")
    parser.add_argument("--wait", type=int, default=60, help="seconds in which the server fetches the feed")
    parser.add_argument("--deaths", type=int, default=9, help="requests at which a sync is killed")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--die", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        asyncio.run(child(Path(given.child), given.die[0], int(given.die[1])))
        return 0
    if not (given.url and given.user and given.password):
        parser.error("--url, --user and --password are wanted")
    os.environ[PASSWORD] = given.password
    return asyncio.run(tried(given))


if __name__ == "__main__":
    sys.exit(main())
