"""The screen without any network: in a network namespace without interfaces, where the kernel allows one."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from network_namespace import words_without_network

from tuinews.model.article import Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.store.store import Store


@pytest.fixture
def before() -> list[str]:
    """The words that take the network away; the test is skipped aloud where nothing does."""
    words = words_without_network()
    if words is None:
        pytest.skip(
            "this kernel gives no network namespaces; tests/cli/test_no_network.py refuses sockets instead"
        )
    return words


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library that was refreshed two hours ago; of its two articles one is kept."""
    then = datetime.now(UTC) - timedelta(hours=2, minutes=5)
    store = Store.open(tmp_path / "library", then)
    source = store.add_source(NewSource(SourceKind.FEED, "https://lang.example/rss", "Báo Làng"), then)
    entries = tuple(Entry(str(n), f"Tin {n}", f"https://lang.example/{n}") for n in range(2))
    first, _second = store.record_listing(source.id, Refreshed(Listing(entries), then, next_refresh=then))
    text = Document((Paragraph((Span("Nước sông lên nhanh trong đêm."),)),))
    store.keep_article(first, Article("https://lang.example/0", "Tin 0", text), then)
    store.close()
    return tmp_path / "library"


def test_the_screen_starts_reads_and_marks_without_a_network(
    open_terminal: Any, before: list[str], library: Path
) -> None:
    terminal = open_terminal(
        command=[*before, sys.executable, "-m", "tuinews", "--data-dir", str(library)],
        TUINEWS_CONFIG=str(library / "s"),
    )
    terminal.wait_for("Tin 0")
    terminal.wait_for("last refreshed 2 h ago")
    assert "Offline since" in terminal.text
    terminal.send("\r")
    terminal.wait_for("Nước sông lên nhanh")
    terminal.send("s")
    terminal.wait_for("★")
    terminal.send("Q")
    assert terminal.wait() == 0
    store = Store.open(library, datetime.now(UTC))
    row = store.find_entry("https://lang.example/0")
    store.close()
    assert (row.read, row.starred) == (True, True)
