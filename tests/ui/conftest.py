"""A library in memory, made by hand, and apps on it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fake_library import FakeLibrary
from fake_rows import entry, paragraphs
from painting import Painting
from seen import Browser, Seen
from textual._compositor import Compositor

from tuinews.model.article import Article
from tuinews.model.entry_row import Cached, EntryRow
from tuinews.model.source import Source, SourceKind
from tuinews.settings import Settings, read_settings
from tuinews.ui.app import TuinewsApp
from tuinews.ui.app_context import AppContext, Guide
from tuinews.ui.external import External
from tuinews.ui.keymap import Keymap
from tuinews.ui.widgets.reader.keys_for_text import KeysForText

OpenApp = Callable[..., AbstractAsyncContextManager[Seen]]


@pytest.fixture
def painting(monkeypatch: pytest.MonkeyPatch) -> Painting:
    """What the screens of this test show; none of their frames is painted."""
    texts = Painting()
    monkeypatch.setattr(Compositor, "render_update", lambda this, *_, **__: texts.leave_unpainted(this))
    return texts


@pytest.fixture
def open_app(painting: Painting) -> OpenApp:
    """Opens the app on a fake library; `size` is (columns, rows). It is painted when its text is asked for."""

    @asynccontextmanager
    async def opened(
        library: FakeLibrary,
        size: tuple[int, int] = (120, 30),
        settings: Settings = Settings(),  # noqa: B008 - frozen
        guide: Guide | None = None,
        settings_file: Path | None = None,
    ) -> AsyncIterator[Seen]:
        browser = Browser()

        async def factory() -> FakeLibrary:
            return library

        outside = External(browser.browse, browser.run, edit=browser.edit)
        app = TuinewsApp(
            AppContext(
                factory,
                settings,
                Keymap(settings.keys, settings_file),
                outside,
                guide,
                settings_file=settings_file,
                settings_problems=read_settings(settings_file).problems if settings_file else (),
            )
        )
        async with app.run_test(size=size):
            seen = Seen(app, library, browser, painting)
            seen.state.reader.keys_for_text = KeysForText(
                clock=lambda: 0.0
            )  # keys wait however slow the machine is
            await seen.until(lambda: seen.state.listed_entries.ready or not library.all_sources, "the list")
            yield seen
            assert isinstance(seen.text, str)

    return opened


@pytest.fixture
def open_real_app(painting: Painting) -> OpenApp:
    """Opens the app on what `opening` opens."""

    @asynccontextmanager
    async def opened(opening: Callable[[], Any], size: tuple[int, int] = (120, 30)) -> AsyncIterator[Seen]:
        browser = Browser()
        outside = External(browser.browse, browser.run)
        app = TuinewsApp(AppContext(opening, Settings(), Keymap({}), outside))
        async with app.run_test(size=size):
            seen = Seen(app, FakeLibrary(), browser, painting)
            await seen.until(lambda: seen.state.listed_entries.ready, "the list")
            yield seen

    return opened


@pytest.fixture
def library() -> FakeLibrary:
    """Three sources in two folders, twelve entries; the texts of the even ones are kept, others on the wire."""
    sources = [
        Source(1, SourceKind.FEED, "Tuổi Trẻ", "https://example.org/tt", folder="Việt Nam"),
        Source(
            2, SourceKind.LISTING, "Asahi", "https://example.org/asahi", folder="Japan", error="it answered 503"
        ),
        Source(3, SourceKind.FEED, "The Record", "https://example.org/record"),
    ]
    titles = ("Storm", "Bridge", "桜が満開", "Gold", "Bank", "Match")
    rows = [entry(n, f"{titles[n % 6]} {n}", n % 3 + 1, read=n in (3, 4), starred=n == 5) for n in range(1, 13)]
    made = FakeLibrary(sources, rows)
    for row in rows:
        long = [f"Paragraph {n} of {row.title} about Đà Nẵng." for n in range(40)]
        article = Article(
            row.url, row.title, paragraphs(*long), ("Ada Writer",), row.published, site="example.org"
        )
        if row.id % 2 == 0:
            made.kept[row.id] = article
            made.entries[row.id] = replace(row, cached=Cached.TEXT)
        else:
            made.wire[row.id] = article
    return made


@pytest.fixture
def many() -> FakeLibrary:
    """Two hundred entries of one source, all of them kept."""
    made = FakeLibrary([Source(1, SourceKind.FEED, "Tuổi Trẻ", "https://example.org/tt")])
    for n in range(1, 201):
        made.entries[n] = entry(n, f"Entry {n}", cached=Cached.TEXT)
        made.kept[n] = Article(made.entries[n].url, f"Entry {n}", paragraphs(f"Text of Entry {n}."))
    return made


@pytest.fixture
def new_entry() -> Callable[..., EntryRow]:
    """Makes a row: its id, its title, and what is otherwise so of it."""
    return entry
