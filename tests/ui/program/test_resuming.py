"""The next start goes on where the last one ended."""

import asyncio
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tuinews.model.screen.state import LastPlace, PaneArrangement, PaneShares, ScreenState
from tuinews.model.view import Filter, ListOrder, View
from tuinews.settings import Settings
from tuinews.ui.words import states


def test_a_place_is_kept_as_it_was_and_nonsense_is_none() -> None:
    last = LastPlace(3, "Việt Nam/Báo", Filter.UNREAD, 17, 21, "reader")
    state = ScreenState(PaneArrangement.SINGLE, PaneShares(0.2, 0.3, None), ListOrder.SOURCE, last)
    assert ScreenState.from_json(state.to_json()) == state
    wrong = {"source_id": "x", "folder": 3, "filter": [], "entry_id": True, "open_id": -1, "pane": None}
    cases: list[Any] = [wrong, [], "text", None]
    for found in cases:
        assert ScreenState.from_json(json.dumps({"last": found})).last == LastPlace()


async def test_the_next_start_shows_list_row_article_and_place(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("right_square_bracket", "right_square_bracket", "right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 3)
        await seen.press("enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("space", "space")
        place = seen.state.reader.window.position
        assert place > 0
        await seen.press("h", "j")
        await seen.press("Q")
    assert library.places[library.screen.last.open_id] == place
    async with open_app(library) as seen:
        await seen.until(lambda: seen.state.reader.window.position == place, "the place in the text")
        assert seen.state.view.source_id == 3
        assert seen.status.endswith(" 2/4 ")
        assert seen.app.focused.id == "entries"


async def test_in_one_pane_the_article_is_in_sight_again(open_app: Any, library: Any) -> None:
    async with open_app(library, (50, 20)) as seen:
        await seen.press("2")
        await seen.until(lambda: seen.state.listed_entries.view.filter is Filter.UNREAD)
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
    assert library.screen.last.filter is Filter.UNREAD, "kept without a farewell too"
    async with open_app(library, (50, 20)) as seen:
        await seen.wait_for("Paragraph 1 of")
        assert seen.app.focused.id == "reader"
        await seen.press("h")
        assert "Unread articles" in seen.text


@pytest.mark.parametrize("case", ["gone source", "gone entry", "not wanted"])
async def test_what_is_no_longer_there_is_not_gone_to(open_app: Any, library: Any, case: str) -> None:
    library.screen = ScreenState(last=LastPlace(1, None, Filter.ALL, 6, 6, "reader"))
    if case == "gone source":
        del library.all_sources[1]
        library.screen = replace(library.screen, last=LastPlace(1, None, Filter.ALL, 6))
    if case == "gone entry":
        library.screen = ScreenState(last=LastPlace(None, None, Filter.ALL, 999, 999, "reader"))
    async with open_app(library, settings=Settings(resume=case != "not wanted")) as seen:
        await seen.until(lambda: seen.state.takes_keys and library.refreshes)
        assert seen.state.view.source_id is None
        assert seen.state.open_id is None
        assert seen.app.focused.id == "entries"
        if case != "gone source":
            assert seen.status.endswith(" 1/12 ")


async def test_the_first_row_has_its_heading_over_it(open_app: Any, many: Any) -> None:
    many.group = lambda entry_id: date.today().toordinal()
    many.screen = ScreenState(last=LastPlace(entry_id=next(iter(await many.entry_ids(View())))))
    async with open_app(many) as seen:
        await seen.until(lambda: seen.state.takes_keys and many.refreshes)
        lines = seen.text.splitlines()
        assert "Today" in lines[1]
        assert seen.status.endswith(" 1/200 ")


async def test_a_row_far_down_is_gone_to(open_app: Any, many: Any) -> None:
    many.screen = ScreenState(last=LastPlace(entry_id=170))
    async with open_app(many, (120, 20)) as seen:
        await seen.wait_for("Entry 170 ")
        assert seen.status.endswith(" 170/200 ")


async def test_no_hints_for_newcomers_stand_where_an_article_is_about_to_come(open_app: Any, library: Any) -> None:
    library.screen = ScreenState(last=LastPlace(None, None, Filter.ALL, 6, 6, "reader"))
    text_is_read, bring = asyncio.Event(), library.article

    async def article(entry_id: int) -> Any:
        await text_is_read.wait()
        return await bring(entry_id)

    library.article = article
    async with open_app(library) as seen:
        hint = states.nothing_open(seen.state.keymap)[0]
        await seen.until(lambda: seen.state.open_id == 6 and seen.state.sources)
        assert hint not in seen.text
        text_is_read.set()
        await seen.wait_for("Paragraph 1 of")
    library.screen = replace(library.screen, last=LastPlace(None, None, Filter.ALL, 6, 999, "reader"))
    async with open_app(library) as seen:
        await seen.wait_for(hint)
