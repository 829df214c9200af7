"""An account on a server: offered where sources are added, and how it stands in the status line."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tuinews.errors import FetchError
from tuinews.model.accounts.account import Account, AccountStatus, ServerKind
from tuinews.model.refresh import Failure
from tuinews.model.source import Source, SourceKind
from tuinews.ui.screens.overlays.failures import failures_of

HOME = Account(ServerKind.GOOGLE_READER, "https://rss.example", "ada", "Home", id=1)


async def test_an_account_is_added_from_the_sheet_and_refreshed(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("a")
        await seen.wait_for("“account”")
        await seen.type("freshrss")
        await seen.wait_for("FreshRSS, Miniflux and others")
        await seen.press("enter")
        await seen.wait_for("Your name there")
        await seen.press("enter")
        await seen.wait_for("Where is the server found?")
        await seen.type("http://nas.lan/rss")
        await seen.press("down")
        await seen.type("ada")
        await seen.press("enter")
        await seen.wait_for("A password, or a command that prints it")
        await seen.press("down")
        await seen.type("secret")
        assert "secret" not in seen.text
        library.refuses = FetchError("nas.lan", "the user or the password was refused")
        await seen.press("enter")
        await seen.wait_for("the user or the password was refused")
        library.refuses = None
        await seen.wait_for("An account on a server")
        await seen.press("enter")
        await seen.wait_for("Your name there")
        await seen.type("http://nas.lan/rss")
        await seen.press("down")
        await seen.type("ada")
        await seen.press("down")
        await seen.type("other")
        await seen.press("enter")
        await seen.until(lambda: library.passwords == ["other"])
        await seen.wait_for("Home added; its address has no encryption")
        await seen.until(lambda: library.refreshes[-1] == (None, True))
        [status] = library.known_accounts
        assert (status.account.address, status.account.user) == ("http://nas.lan/rss", "ada")


def test_an_account_that_failed_stands_for_its_sources() -> None:
    sources = [Source(n, SourceKind.FEED, f"S{n}", "https://x.example", error="why", account_id=1) for n in (1, 2)]
    own = Source(3, SourceKind.FEED, "Own", "https://y.example", error="other")
    last = [Failure(-1, "Home", "https://rss.example", "why", 1)]
    assert [one.title for one in failures_of([*sources, own], last)] == ["Home", "Own"]
    assert [one.title for one in failures_of([*sources, own], [])] == ["S1", "Own"]


async def test_the_status_line_says_how_the_account_stands_that_is_listed(open_app: Any, library: Any) -> None:
    synced = datetime.now(UTC) - timedelta(minutes=5)
    library.known_accounts = [AccountStatus(replace(HOME, synced=synced), 1, 3)]
    first = next(iter(library.all_sources))
    source = library.all_sources[first]
    library.all_sources[first] = replace(source, account_id=1, folder="Home", next_refresh=None)
    async with open_app(library) as seen:
        await seen.wait_for(source.title)
        assert "synced 5 min ago" not in seen.text
        seen.app.screen.show(replace(seen.app.screen.view, folder="Home"))
        await seen.wait_for("synced 5 min ago, 3 marks wait")
