"""`tuinews gc` says what would go, what went and what is free; a refresh retires too."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.store.store import Store

from .conftest import Run


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """A settings file that keeps unread articles for a month, and a library with five that are older."""
    then = datetime.now(UTC) - timedelta(days=40)
    store = Store.open(tmp_path / "data", then)
    source = store.add_source(NewSource(SourceKind.FEED, "http://127.0.0.1:9/rss", "Báo\x1b[2J A"), then)
    entries = tuple(Entry(f"{n}", f"Tin {n}", f"https://a.example/{n}") for n in range(5))
    store.record_listing(source.id, Refreshed(Listing(entries), then))
    store.record_listing(source.id, Refreshed(Listing((Entry("now", "now", None),)), then))
    store.close()
    path = tmp_path / "settings.toml"
    path.write_text("keep_unread_days = 30\n", "utf-8")
    return path


def test_a_dry_run_changes_nothing_and_a_pass_does_what_it_said(settings: Path, tuinews: Run) -> None:
    told = tuinews("gc", "--dry-run")
    assert told.status == 0
    assert told.out.startswith("Báo A: 5 articles, 2 kB\n5 articles would be retired: about 2 kB of text and ")
    assert len(tuinews("list", "--json").json) == 6

    done = tuinews("gc", "--json").json

    assert (done["entries"], done["dry_run"], done["waiting"]) == (5, False, False)
    assert [(one["id"], one["entries"]) for one in done["sources"]] == [(1, 5)]
    assert len(tuinews("list", "--json").json) == 1
    assert tuinews("gc").out == "Nothing is kept longer than it should be\n"


def test_it_says_where_nothing_is_set(settings: Path, tuinews: Run) -> None:
    settings.unlink()

    assert tuinews("gc").out.startswith("Everything is kept for ever: keep_unread_days, ")
    assert len(tuinews("list", "--json").json) == 6


def test_a_refresh_retires_and_says_so(settings: Path, tuinews: Run) -> None:
    assert tuinews("set", "1", "keep_unread_days=20").status == 0

    assert tuinews("refresh").out.endswith("\n5 articles were retired, as the settings say\n")
    assert tuinews("refresh", "--json").json["retired"] == 0
