"""What a search found is lit: in the rows of the list, and in the article that is opened from it."""

from typing import Any

import pytest
from fake_library import FakeLibrary
from rich.style import Style

from tuinews.ui.widgets.entries.matched_words import around_hit, lit
from tuinews.ui.widgets.reader.reader import Reader

TEXT = "Mưa lớn kéo dài nhiều giờ ở miền Trung, sáng nay Đà Nẵng ngập sâu"


def lit_in(seen: Any, look: Style) -> set[str]:
    """What stands on the screen on the paper of a look, in small letters."""
    strips = seen.app.screen._compositor.render_strips()
    return {
        part.text.lower()
        for strip in strips
        for part in strip
        if part.style and part.style.bgcolor == look.bgcolor
    }


def test_words_are_lit_in_their_own_spelling() -> None:
    parts = lit("Đà Nẵng: mưa", Style(bold=True), "nang", Style(underline=True))
    assert [(part.text, part.style) for part in parts] == [
        ("Đà ", Style(bold=True)),
        ("Nẵng", Style(bold=True, underline=True)),
        (": mưa", Style(bold=True)),
    ]


@pytest.mark.parametrize("cells", [10, 20, 30, 45, 60, 90])
def test_a_piece_of_text_that_is_cut_keeps_what_was_found(cells: int) -> None:
    shown = around_hit(TEXT, "nang", cells)
    assert "Nẵng" in shown
    assert len(shown) <= cells


def test_a_piece_of_text_begins_where_it_does_while_there_is_room() -> None:
    assert around_hit(TEXT, "mua", 20).startswith("Mưa lớn")
    assert around_hit(TEXT, "", 20).startswith("Mưa lớn")
    assert around_hit(TEXT, "sun", 20).startswith("Mưa lớn")


async def test_a_search_lights_the_list_and_the_article(open_app: Any, library: FakeLibrary) -> None:
    async with open_app(library) as seen:
        await seen.press("slash")
        await seen.type("gold")
        await seen.wait_for("Gold 3")
        await seen.press("enter")
        hit = seen.state.entry_list.look("entry-list--hit")
        await seen.until(lambda: "gold" in lit_in(seen, hit), "the words lit in the list")
        await seen.press("enter")
        reader = seen.app.screen.query_one(Reader)
        await seen.until(lambda: seen.state.open_id is not None)
        await seen.until(lambda: "gold" in lit_in(seen, reader.look("reader--match")), "the words lit in the text")
        await seen.press("escape", "escape")
        await seen.until(lambda: seen.state.view.query is None)
        await seen.until(lambda: not lit_in(seen, hit) & {"gold"}, "nothing lit without a search")
