"""An account on a server: offered where sources are added, and how it stands in the status line."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

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
        await seen.wait_for("What is the address of the server?")
        await seen.type("http://nas.lan/rss")
        await seen.press("down")
        await seen.type("ada")
        await seen.press("enter")
        await seen.wait_for("A password, or a command that prints it")
        await seen.press("down")
        await seen.type("secret")
        assert "secret" not in seen.text
        library.accounts.refuses = FetchError("nas.lan", "the user or the password was refused")
        await seen.press("enter")
        await seen.wait_for("the user or the password was refused")
        library.accounts.refuses = None
        await seen.wait_for("An account on a server")
        await seen.press("enter")
        await seen.wait_for("Your name there")
        await seen.type("http://nas.lan/rss")
        await seen.press("down")
        await seen.type("ada")
        await seen.press("down")
        await seen.type("other")
        await seen.press("enter")
        await seen.until(lambda: library.accounts.passwords == ["other"])
        await seen.wait_for("Home added; its address is not encrypted")
        await seen.until(lambda: library.refreshes[-1] == (None, True))
        [status] = library.accounts.known
        assert (status.account.address, status.account.user) == ("http://nas.lan/rss", "ada")


def test_an_account_that_failed_stands_for_its_sources() -> None:
    sources = [Source(n, SourceKind.FEED, f"S{n}", "https://x.example", error="why", account_id=1) for n in (1, 2)]
    own = Source(3, SourceKind.FEED, "Own", "https://y.example", error="other")
    last = [Failure(-1, "Home", "https://rss.example", "why", 1)]
    assert [one.title for one in failures_of([*sources, own], last)] == ["Home", "Own"]
    assert [one.title for one in failures_of([*sources, own], [])] == ["S1", "Own"]


async def test_the_status_line_says_how_the_account_stands_that_is_listed(open_app: Any, library: Any) -> None:
    synced = datetime.now(UTC) - timedelta(minutes=5)
    library.accounts.known = [AccountStatus(replace(HOME, synced=synced), 1, 3)]
    first = next(iter(library.all_sources))
    source = library.all_sources[first]
    library.all_sources[first] = replace(source, account_id=1, folder="Home", next_refresh=None)
    async with open_app(library) as seen:
        await seen.wait_for(source.title)
        assert "synced 5 min ago" not in seen.text
        seen.app.screen.listing.show(replace(seen.app.screen.view, folder="Home"))
        await seen.wait_for("synced 5 min ago, 3 marks wait")


@pytest.fixture
def shared(library: Any) -> Any:
    """A library with an account whose last sync failed; two of its sources are the account's."""
    synced = datetime.now(UTC) - timedelta(minutes=5)
    account = replace(HOME, synced=synced, error="the server answered 503")
    library.accounts.known = [AccountStatus(account, 2, 3)]
    for number in (1, 2):
        source = library.all_sources[number]
        library.all_sources[number] = replace(source, account_id=1, folder="Home", next_refresh=None)
    return library


async def at_its_folder(seen: Any) -> None:
    await seen.until(lambda: seen.state.accounts, "the accounts")
    await seen.press("h")
    seen.state.listing.show(replace(seen.state.view, folder="Home"))
    await seen.until(lambda: seen.state.listed_entries.view.folder == "Home", "its folder")


async def test_an_account_is_seen_with_how_it_stands_and_removed_with_its_sources(
    open_app: Any, shared: Any
) -> None:
    async with open_app(shared, (100, 30)) as seen:
        await at_its_folder(seen)
        await seen.press("e")
        await seen.wait_for("google-reader, ada at https://rss.example")
        await seen.wait_for("synced 5 min ago, 3 marks wait")
        await seen.wait_for("Last sync failed: the server answered 503")
        await seen.press("enter")
        await seen.until(lambda: shared.refreshes[-1] == ([1, 2], False), "synced now")
        await at_its_folder(seen)
        await seen.press("D")
        await seen.wait_for("Remove it; its 2 sources stay as your own")
        await seen.press("j", "enter")
        await seen.wait_for("removes Home for good:")
        assert "3 marks wait and will not be sent." in " ".join(seen.text.replace("│", "").split())
        assert shared.accounts.known, "not before it is said twice"
        await seen.press("k", "j")
        await seen.until(lambda: "removes Home for good:" not in seen.text, "whoever moves has not said yes")
        await seen.press("enter", "enter")
        await seen.wait_for("Home removed with 2 sources")
        assert list(shared.all_sources) == [3]
        assert shared.accounts.known == []


async def test_the_sources_of_an_account_that_is_removed_may_stay(open_app: Any, shared: Any) -> None:
    async with open_app(shared, (50, 20)) as seen:
        await at_its_folder(seen)
        await seen.press("D")
        await seen.wait_for("its 2 sources stay")
        await seen.press("enter")
        await seen.wait_for("them itself.")
        assert "Nothing changes on the server." in " ".join(seen.text.replace("│", "").split())
        await seen.press("enter")
        await seen.wait_for("Home removed; 2 sources stay")
        assert [source.account_id for source in shared.all_sources.values()] == [None] * 3


async def test_all_accounts_are_listed_by_name_and_signed_in_to_again(open_app: Any, shared: Any) -> None:
    async with open_app(shared, (100, 30)) as seen:
        await seen.until(lambda: seen.state.accounts, "the accounts")
        await seen.press("colon")
        await seen.type("accounts")
        await seen.press("enter")
        await seen.wait_for("Home · failed")
        await seen.press("j", "enter")
        await seen.wait_for("https://rss.example")
        await seen.press("down", "down")
        await seen.type("new")
        await seen.press("enter")
        await seen.until(lambda: shared.accounts.passwords == ["new"], "signed in")
        assert shared.accounts.known[0].account.user == "ada"
        await seen.wait_for("its sources are in the folder of that name")
        shared.accounts.known = []
        seen.state.reloading.reload()
        await seen.until(lambda: not seen.state.accounts, "none")
        seen.state.action_run("accounts")
        await seen.wait_for("Add an account")
        await seen.press("enter")
        await seen.wait_for("Your name there")
