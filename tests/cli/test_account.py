"""`tuinews account` against a server: added, listed, synced, removed."""

import shlex
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fake_google_reader import FRESHRSS, PASSWORD, USER, FakeReader, Trouble, serving

Run = Callable[..., Any]
PRINTING = shlex.join((sys.executable, "-c", f"print({PASSWORD!r})"))


@pytest.fixture
def server() -> Iterator[FakeReader]:
    """A server of three unread articles."""
    with serving(FRESHRSS) as reader:
        reader.add_items(reader.add_feed("http://127.0.0.1:9/a", "A"), 3)
        yield reader


def add(tuinews: Run, server: FakeReader, *more: str) -> Any:
    return tuinews("account", "add", server.url, "--user", USER, "--password-command", PRINTING, *more)


def test_an_account_from_its_address_to_its_end(tuinews: Run, server: FakeReader) -> None:
    assert tuinews("account", "list").out.startswith("No accounts yet")
    done = add(tuinews, server, "--name", "Home")
    assert done.status == 0
    assert "called “Home”" in done.out
    assert "Home: synced (3 new articles, 0 marks sent" in done.out
    assert "not encrypted" in done.err
    [article] = [one for one in tuinews("list", "--json").json if one["title"] == "Title 1"]
    tuinews("mark", "read", str(article["id"]))
    [account] = tuinews("account", "list", "--json").json
    assert (account["name"], account["sources"], account["waiting"], account["user"]) == ("Home", 1, 1, USER)
    assert account["address"] == f"{server.url}/api/greader.php"
    assert "1 mark waits" in tuinews("account", "list").out
    assert [source["account"] for source in tuinews("sources", "--json").json] == [account["id"]]
    [result] = tuinews("account", "sync", "home", "--json").json
    assert (result["sent"], result["waiting"], result["error"]) == (1, 0, None)
    assert [item.read for item in server.items.values()] == [False, True, False]
    assert tuinews("refresh", "--articles", "0", "--json").json["sources"] == 1
    gone = tuinews("account", "remove", "Home", "--keep")
    assert "1 source stays as a local one" in gone.out
    assert len(tuinews("sources", "--json").json) == 1
    assert tuinews("account", "sync", "Home").status == 1


def test_what_fails_is_said_in_words(tuinews: Run, server: FakeReader) -> None:
    wrong = tuinews("account", "add", server.url, "--user", "bob", "--password-command", PRINTING)
    assert (wrong.status, "the user or the password was refused" in wrong.err) == (1, True)
    assert PASSWORD not in wrong.err
    asked = tuinews("account", "add", server.url, "--user", USER)
    assert (asked.status, "tuinews cannot ask for it" in asked.err) == (2, True)
    add(tuinews, server)
    server.trouble = lambda number, path: Trouble.SIGN_IN if "reader/api" in path else None
    failed = tuinews("account", "sync", "--json")
    assert failed.status == 1
    assert "a web page came instead of the answer" in failed.json[0]["error"]
    [failure] = tuinews("refresh", "--articles", "0", "--json").json["failed"]
    assert (failure["id"], failure["account"]) == (None, failed.json[0]["id"])
    assert tuinews("account", "remove", "127.0.0.1").status == 2
    assert tuinews("account", "remove", "127.0.0.1", "--no-keep").status == 0
    assert tuinews("sources", "--json").json == []


def test_the_sources_of_an_account_that_fails_say_when_it_is_tried_again(tuinews: Run, server: FakeReader) -> None:
    add(tuinews, server)
    server.trouble = lambda number, path: Trouble.WRONG
    assert tuinews("account", "sync").status == 1
    said = tuinews("sources", "--failing").out
    assert "\n      failing since 20" in said
    assert "; next try 20" in said
    server.trouble = lambda number, path: None
    assert tuinews("account", "sync").status == 0
    assert tuinews("sources", "--failing", "--json").json == []


def test_what_is_at_an_address_without_such_a_server_is_said(tuinews: Run, host: Any, make_reply: Any) -> None:
    host.answers |= {
        "/blog": make_reply("<html><title>My blog</title><p>Hello", Content_Type="text/html"),
        "/rss": make_reply("<rss><channel><item><title>a</title></item></channel></rss>"),
    }
    for path, kind, said in (
        ("/blog", "google-reader", "it is a web page, “My blog”; check the address (FreshRSS"),
        ("/blog", "fever", "it is a web page, “My blog”; check the address and the kind"),
        ("/rss", "tt-rss", "it is a feed; add it as a source: tuinews add"),
        ("/none", "nextcloud-news", "the server answered 404 Not Found; check"),
    ):
        asked = ("--user", "a", "--password-command", PRINTING, "--kind", kind)
        done = tuinews("account", "add", f"{host.url}{path}", *asked)
        assert (done.status, done.out) == (1, "")
        assert f"API at this address: {said}" in done.err
