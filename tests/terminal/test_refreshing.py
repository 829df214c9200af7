"""A refresh of many sources beside the screen, as it stands on a real terminal."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psutil
import pytest

from tuinews.library.refreshing.background import FEW
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.store.store import Store

MANY = FEW + 1


@pytest.fixture
def library(tmp_path: Path, host: Any, make_reply: Any, make_feed: Any) -> Path:
    """A library of many sources of which none is due, each with an old article and two that are to come."""
    then = datetime.now(UTC) - timedelta(hours=2)
    store = Store.open(tmp_path / "library", then)
    for number in range(MANY):
        host.answers[f"/{number}"] = make_reply(
            make_feed([(f"Tin mới {number}.{one}", f"{host.url}/{number}/{one}") for one in range(2)])
        )
        url = f"{host.url}/{number}"
        source = store.add_source(NewSource(SourceKind.FEED, url, f"Báo {number}", typed_url=url), then)
        old = Listing((Entry(f"old{number}", f"Tin cũ {number}", f"{host.url}/old/{number}"),))
        store.record_listing(source.id, Refreshed(old, then, next_refresh=then + timedelta(days=1)))
    store.close()
    settings = tmp_path / "settings.toml"
    settings.write_text("articles_per_source = 0\n")
    return tmp_path


@pytest.fixture
def terminal(open_terminal: Any, library: Path) -> Any:
    """The screen on that library."""
    opened = open_terminal(
        "--data-dir", str(library / "library"), "--config", str(library / "settings.toml"), size=(120, 30)
    )
    opened.wait_for(f"1/{MANY}")
    opened.settle()  # the look at what is due is over: it would be the refresh that runs
    return opened


def refreshing(pid: int) -> list[psutil.Process]:
    """The processes that refresh for the screen."""
    children = psutil.Process(pid).children()
    return [one for one in children if "tuinews.library.refreshing.loop" in one.cmdline()]


def test_what_another_process_brings_waits_in_the_list_as_ever(terminal: Any) -> None:
    terminal.send("jj")
    terminal.wait_for(f"3/{MANY}")
    terminal.send("R")
    terminal.wait_for(f"{2 * MANY} new articles")
    terminal.until(lambda: f"{2 * MANY} new" in terminal.text.splitlines()[0], "they wait in the title")
    assert "Tin mới" not in terminal.text
    terminal.wait_for(f"{3 + 2 * MANY}/{3 * MANY}")


def test_the_screen_ends_at_once_while_it_refreshes_and_leaves_no_process(terminal: Any, host: Any) -> None:
    host.open.clear()
    terminal.send("R")
    terminal.wait_for("Refreshing")
    terminal.until(lambda: host.asked, "it asks")
    [process] = refreshing(terminal.pid)
    terminal.send("Q")
    assert terminal.wait() == 0
    assert not process.is_running()
    host.open.set()
