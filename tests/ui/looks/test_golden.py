"""The main states of the screen as plain text, at four sizes in both languages, compared with files in `golden/`.

A change that is meant is written anew by `TUINEWS_GOLDEN=write pytest tests/ui/looks/test_golden.py`, and looked
at with `git diff` before it is kept; that run fails, so that nobody takes it for a comparison.
"""

import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from tuinews.model.article import Article
from tuinews.model.document import Code, Document, Heading, List, Paragraph, Quote, Span
from tuinews.settings import Settings
from tuinews.ui.screens.layout import PaneName

GOLDEN = Path(__file__).with_name("golden")
SIZES = ((120, 40), (80, 24), (50, 20), (40, 12))
LANGUAGES = ("en", "vi")
_STILL = 5
"""Looks in a row at which a screen that is written must be the same."""


@dataclass(frozen=True)
class State:
    """A state: the keys that lead to it from the list."""

    name: str
    keys: Sequence[str]


STATES = (
    State("list", ()),
    State("sources", ("h",)),
    State("article", ("j", "enter")),
    State("search", ("slash",)),
    State("help", ("question_mark",)),
    State("palette", ("colon",)),
    State("settings", ("E",)),
    State("add", ("a",)),
    State("source", ("e",)),
    State("mute", ("x",)),
    State("themes", ("t",)),
    State("failures", ("exclamation_mark",)),
)


@pytest.fixture
def stocked(library: Any) -> Any:
    """The library of these tests, with one article that has something of each."""
    text = "Chữ Việt có dấu, và một câu đủ dài để phải ngắt dòng ở mọi bề rộng của màn hình này. "
    blocks = (
        Paragraph((Span(text * 2),)),
        Heading(2, (Span("東京の見出し"),)),
        Paragraph((Span("A paragraph with a "), Span("link", href="https://example.org/a"), Span("."))),
        Quote((Paragraph((Span("مرحبا بالعالم"),)),)),
        List(items=((Paragraph((Span("one"),)),), (Paragraph((Span("two"),)),))),
        Code("for x in range(3):\n    print(x)", "python"),
    )
    row = library.entries[2]
    library.entries[2] = replace(row, published=None, starred=True, tags=("biển",))
    library.kept[2] = Article(row.url, row.title, Document(blocks), authors=("Nguyễn An",), lead="Lời dẫn.")
    library.entries[1] = replace(library.entries[1], new=True)
    library.entries[3] = replace(library.entries[3], read=True)
    library.all_sources[1] = replace(library.all_sources[1], error="the server answered 503", folder="Báo/Việt")
    return library


@asynccontextmanager
async def _opened(open_app: Any, library: Any) -> AsyncIterator[Any]:
    settings = Settings(day_headings=False, preview=False, resume=False)
    async with open_app(library, SIZES[0], settings) as seen:
        yield seen


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_the_main_states_look_as_they_did(open_app: Any, stocked: Any, speak: Any, lang: str) -> None:
    speak(lang)
    writes = os.environ.get("TUINEWS_GOLDEN") == "write"
    async with _opened(open_app, stocked) as seen:
        for state in STATES:
            await seen.pilot.resize_terminal(*SIZES[0])
            await seen.press(*state.keys)
            if state.name == "article":
                await seen.until(lambda: seen.state.reader_state.stage == "kept")
            for size in SIZES:
                await seen.pilot.resize_terminal(*size)
                file = GOLDEN / lang / f"{state.name}-{size[0]}x{size[1]}.txt"
                if writes:
                    file.parent.mkdir(exist_ok=True)
                    file.write_text(await _settled(seen), encoding="utf-8")
                else:
                    await _compare(seen, file)
            await seen.pilot.resize_terminal(*SIZES[0])
            await _leave(seen)
    assert not writes, "the files are written anew; look at what git says of them"


def _screen(seen: Any) -> str:
    return "".join(f"{line.rstrip()}\n" for line in seen.text.split("\n"))


async def _settled(seen: Any) -> str:
    """The screen once it changes no more."""
    before, same = "", 0
    while same < _STILL:
        await seen.pilot.pause(0.05)
        now = _screen(seen)
        before, same = now, same + 1 if now == before else 0
    return before


async def _compare(seen: Any, file: Path) -> None:
    wanted = file.read_text(encoding="utf-8")
    try:
        await seen.until(lambda: _screen(seen) == wanted)
    except AssertionError:
        shown = _screen(seen)
    else:
        return
    assert shown == wanted, file.name


async def _leave(seen: Any) -> None:
    """Back to the first row of the list."""
    while len(seen.app.screen_stack) > 1 or isinstance(seen.app.focused, Input):
        await seen.press("escape")
        await seen.settle()
    seen.state.at = PaneName.LIST
    await seen.press("home")
    await seen.until(lambda: seen.state.entry_list.index == 0 and seen.app.focused is seen.state.entry_list)
    seen.state.say("")
