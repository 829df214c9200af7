"""Keys that move inside a pane and between panes."""

from dataclasses import replace
from typing import Any

from textual.events import AppBlur
from textual.widgets import Input

from tuinews.model.document import Block, Document, Heading, Paragraph, Span
from tuinews.model.view import Filter


async def test_the_cursor_of_the_list_moves(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        for keys, position in (
            ("j j", "3/12"),
            ("down down down", "4/12"),
            ("j j k", "2/12"),
            ("j j up", "2/12"),
            ("G", "12/12"),
            ("end", "12/12"),
            ("G g g", "1/12"),
            ("k", "1/12"),
            ("G j", "12/12"),
        ):
            await seen.press("home", *keys.split())
            assert seen.status.endswith(f" {position} "), keys


async def test_the_list_moves_by_pages(open_app: Any, many: Any) -> None:
    async with open_app(many, (120, 20)) as seen:
        for keys, number in (
            ("pagedown", 7),
            ("pagedown pagedown", 13),
            ("pagedown pageup", 1),
            ("ctrl+d", 4),
            ("ctrl+d ctrl+d ctrl+u", 4),
        ):
            await seen.press("home", *keys.split())
            assert seen.status.endswith(f" {number}/200 "), keys
            assert f"Entry {number} " in seen.text


async def test_the_end_of_a_long_list_shows_its_rows(open_app: Any, many: Any) -> None:
    async with open_app(many) as seen:
        await seen.press("G")
        await seen.wait_for("Entry 200 ")
        await seen.press("g", "g")
        await seen.wait_for("Entry 1 ")


async def test_tab_goes_round_the_panes(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        places = []
        for key in ("tab", "tab", "tab", "shift+tab"):
            await seen.press(key)
            places.append(seen.app.focused.id)
        assert places == ["reader", "sources", "entries", "sources"]


async def test_h_goes_back_to_the_list_and_then_to_the_sources(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        places = []
        for key in ("enter", "h", "left", "l", "right", "escape"):
            await seen.press(key)
            places.append(seen.app.focused.id)
        assert places == ["reader", "entries", "sources", "entries", "reader", "entries"]


async def test_the_text_moves(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        for keys, top in (
            ("j j", 2),
            ("down k", 0),
            ("pagedown", 26),
            ("space", 26),
            ("space b", 0),
            ("ctrl+d ctrl+d ctrl+u", 13),
            ("G g g", 0),
        ):
            await seen.press("home", *keys.split())
            assert seen.state.reader.scroll_offset.y == top, keys
        await seen.press("end")
        assert "Paragraph 39 of" in seen.text


async def test_the_wheel_scrolls_and_a_click_chooses(open_app: Any, many: Any) -> None:
    async with open_app(many) as seen:
        await seen.pilot.click("#entries", offset=(5, 7))
        assert seen.status.endswith(" 3/200 ")
        await seen.pilot.click("#entries", offset=(5, 7))
        await seen.wait_for("Text of Entry 3.")
        await seen.pilot.click("#sources", offset=(5, 1))
        await seen.wait_for("Unread articles")
        await seen.wheel_down("#entries")
        await seen.until(lambda: "Entry 1 " not in seen.text)
        assert seen.status.endswith(" 1/199 ")


async def test_a_thread_is_read_from_post_to_post(open_app: Any, library: Any) -> None:
    blocks: list[Block] = []
    for who in ("Nora", "Otto", "Mai"):
        blocks.append(Heading(2, (Span(f"{who} · 5 May 2025"),), post=True))
        blocks.extend(Paragraph((Span(f"Line {n} of the post."),)) for n in range(30))
    library.kept[2] = replace(library.kept[2], document=Document(tuple(blocks)))
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Nora")
        for keys, poster in (("}", "Nora"), ("} }", "Otto"), ("} } }", "Mai"), ("} } } {", "Otto")):
            names = {"}": "right_curly_bracket", "{": "left_curly_bracket"}
            await seen.press("home", *(names[key] for key in keys.split()))
            top = next(line for line in seen.text.splitlines() if "5 May 2025" in line or "Line" in line)
            assert poster in top, keys
        await seen.press("home", "left_curly_bracket")
        assert "No heading above" in seen.text
        await seen.press("end", "right_curly_bracket")
        assert "No further heading below" in seen.text


async def test_keys_in_a_burst_go_where_the_one_before_them_led(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        for keys, pane, index in (
            (("h", "j"), "sources", 0),
            (("l", "j"), "entries", 1),
            (("tab", "tab", "tab", "j"), "entries", 2),
            (("shift+tab", "shift+tab", "shift+tab", "k"), "entries", 1),
            (("enter", "h", "j"), "entries", 2),
        ):
            with seen.case(keys):
                for key in keys:
                    seen.app.simulate_key(key)
                await seen.settle()
                assert (seen.app.focused.id, seen.state.at.value) == (pane, pane)
                if pane == "entries":
                    assert seen.state.entry_list.index == index
                else:
                    assert seen.state.view.filter is Filter.UNREAD
                    await seen.press("k")


async def test_keys_that_come_while_the_terminal_has_no_focus_mean_what_they_mean(
    open_app: Any, library: Any
) -> None:
    async with open_app(library) as seen:
        seen.app.post_message(AppBlur())
        await seen.press("j")
        assert seen.status.endswith(" 2/12 ")
        await seen.press("slash")
        seen.app.post_message(AppBlur())
        await seen.type("storm")


async def test_what_had_the_keys_has_them_again_where_nothing_has(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j")
        seen.app.screen.set_focus(None)
        await seen.press("j")
        assert seen.status.endswith(" 3/12 ")
        await seen.press("colon")
        await seen.type("s")
        seen.app.screen.set_focus(None)
        await seen.press("t", "a", "r")
        assert seen.app.screen.query_one(Input).value == "star"
        await seen.press("escape")
        await seen.until(lambda: seen.app.screen is seen.state, "the list")
