"""While another process writes to the library: keys are answered, marks stay shown, the status line says why."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tuinews.library.library import Library
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.settings import Settings
from tuinews.store.store import Store

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
WAITING = "Waiting for another tuinews to finish writing…"


def marked_read(folder: Path) -> int:
    """How many entries are marked read in the library itself."""
    with closing(sqlite3.connect(folder / "library.sqlite3")) as sql:
        count: int = sql.execute("select count(*) from status where read = 1").fetchone()[0]
    return count


async def test_a_mark_waits_alone_and_says_so(open_real_app: Any, hold_library: Any, tmp_path: Path) -> None:
    store = Store.open(tmp_path, datetime.now(UTC))
    source = store.add_source(NewSource(SourceKind.PAGES, "tuinews:test", "Báo A"), NOW)
    entries = tuple(Entry(f"{n}", f"Tin {n}", f"https://a.example/{n}") for n in range(3))
    store.record_listing(source.id, Refreshed(Listing(entries), NOW))
    store.close()
    async with open_real_app(lambda: Library.open(tmp_path, Settings())) as seen:
        await seen.wait_for("Tin 0")
        holder = hold_library(tmp_path)
        await seen.press("m")
        await seen.until(lambda: "Tin 0" in seen.text and "●" not in seen.after("Tin 0") + seen.line("Tin 0"))
        await seen.press("2")
        await seen.wait_for("Unread articles")
        await seen.press("1")
        await seen.wait_for("All articles")
        await seen.until(
            lambda: (
                seen.state.listed_entries.view.filter.value == "all" and len(seen.state.listed_entries.ids) == 3
            )
        )
        seen.state.entry_list.ask_again()
        await seen.until(lambda: WAITING in seen.text and "Tin 1" in seen.text)
        assert "●" not in seen.after("Tin 0") + seen.line("Tin 0")
        assert "●" in seen.after("Tin 1") + seen.line("Tin 1")
        holder.release()
        await seen.until(lambda: WAITING not in seen.text)
        await seen.until(lambda: marked_read(tmp_path) == 1)
        await seen.press("2")
        await seen.until(lambda: len(seen.state.listed_entries.ids) == 2)


async def test_the_line_says_so_beside_what_else_goes_on(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        library.tell_waiting(True)
        await seen.until(lambda: WAITING in seen.status)
        library.tell_waiting(False)
        await seen.until(lambda: WAITING not in seen.status)
