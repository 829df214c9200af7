"""The whole job with real parts: add an address, read its articles, and read them again without the site."""

import inspect
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from tuinews.demo.site import DemoSite
from tuinews.library.library import Library
from tuinews.model.view import Filter
from tuinews.settings import Settings
from tuinews.ui.library_protocol import LibraryProtocol


def opening(folder: Path) -> Callable[[], Awaitable[Library]]:
    return lambda: Library.open(folder, Settings())


def test_the_library_answers_what_the_screen_asks(library: Any) -> None:
    for name, asked in vars(LibraryProtocol).items():
        if name.startswith("_") or not callable(asked):
            continue
        for answering in (Library, type(library)):
            assert _parameters(getattr(answering, name)) == _parameters(asked), (answering, name)


def _parameters(function: Any) -> list[tuple[str, Any]]:
    return [(p.name, p.kind) for p in inspect.signature(function).parameters.values()]


async def test_add_read_and_read_again_without_the_site(open_real_app: Any, tmp_path: Path) -> None:
    with DemoSite(0) as site:
        async with open_real_app(opening(tmp_path)) as seen:
            await seen.wait_for("Newspapers, or the guide")
            await seen.press("a")
            await seen.paste(f"{site.url}tin-moi/", f"Add {site.url}tin-moi/")
            await seen.press("enter")
            await seen.wait_for("web page, no feed found, 11 articles")
            assert len(seen.state.sources) == 1, (
                "a key that is pressed at once must not be told that there are none"
            )
            await seen.until(lambda: len(seen.state.listed_entries.ids) == 11)
            await seen.press("j", "enter")
            await seen.until(lambda: seen.state.reader_state.stage == "kept")
            title = seen.state.reader_state.article.title
            await seen.press("space", "h", "s", "Q")
            await seen.until(lambda: not seen.app.is_running)
    async with open_real_app(opening(tmp_path)) as seen:
        await seen.until(lambda: seen.state.counts and seen.state.counts.starred == 1)
        await seen.press("3")
        await seen.until(lambda: seen.state.listed_entries.view.filter is Filter.STARRED)
        await seen.press("enter")
        await seen.until(lambda: seen.state.reader_state.stage == "kept")
        assert seen.state.reader_state.article.title == title
        await seen.until(lambda: seen.state.reader.scroll_offset.y > 0)
