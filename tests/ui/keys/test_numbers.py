"""Numbers before keys: how often, to which row, or of which link."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any

from tuinews.model.document import Block, Document, Heading, Paragraph, Span
from tuinews.settings import Settings
from tuinews.ui.keymap import Keymap
from tuinews.ui.widgets.pane import Motion, stepped

VIM = Settings(keys=MappingProxyType({"preset": "vim"}))
NAMES = {"}": "right_curly_bracket", "{": "left_curly_bracket", "]": "right_square_bracket", "%": "percent_sign"}
LINK = "https://example.org/link/"


async def typed(seen: Any, keys: str) -> None:
    """Press keys: one a sign, or names in angle brackets."""
    for part in keys.split():
        names = [part.strip("<>")] if part.startswith("<") else [NAMES.get(sign, sign) for sign in part]
        await seen.press(*names)


def test_a_number_says_how_far() -> None:
    for motion, times, row in (
        (Motion.DOWN, 3, 13),
        (Motion.UP, 3, 7),
        (Motion.UP, 99, 0),
        (Motion.PAGE_DOWN, 2, 50),
        (Motion.HALF_DOWN, 3, 13),
        (Motion.HALF_DOWN, 0, 20),
        (Motion.TOP, 12, 11),
        (Motion.BOTTOM, 12, 11),
        (Motion.BOTTOM, 4000, 99),
        (Motion.BOTTOM, 0, 99),
        (Motion.TOP, 0, 0),
    ):
        assert stepped(10, motion, 100, 20, times) == row, (motion, times)


async def test_a_number_moves_the_cursor_so_often_or_to_that_row(open_app: Any, many: Any) -> None:
    async with open_app(many, (120, 20), settings=VIM) as seen:
        for keys, number in (
            ("3j", 4),
            ("12j 5k", 8),
            ("10G", 10),
            ("G 7gg", 7),
            ("G 1G", 1),
            ("999G", 200),
            ("99999999999999j", 200),
            ("50G 0k", 49),
            ("2 <ctrl+f>", 13),
            ("5 <ctrl+d>", 6),
            ("20G 2 <ctrl+b>", 8),
            ("3 <down>", 4),
            ("4 <escape> j", 2),
            ("4%j", 2),
            ("4 <f5> j", 2),
            ("3 <home>", 3),
            ("2 <tab> <shift+tab> j", 2),
        ):
            with seen.case(keys):
                await typed(seen, f"<home> {keys}")
                assert seen.status.endswith(f" {number}/200 "), seen.status
        await typed(seen, "<home> 14")
        assert seen.status.startswith(" 14 ")
        await typed(seen, "<escape>")
        assert "14" not in seen.status
        assert seen.state.at.value == "entries"
        await typed(seen, "14")
        await seen.pilot.click("#entries", offset=(5, 7))
        await typed(seen, "j")
        assert seen.status.endswith(" 4/200 ")


async def test_a_number_goes_on_so_many_articles_at_once(open_app: Any, many: Any) -> None:
    for read in (3, 4):
        many.entries[read] = replace(many.entries[read], read=True)
    async with open_app(many, settings=VIM) as seen:
        for keys, number in (
            ("3J", 4),
            ("10G 4K", 6),
            ("999J", 200),
            ("198G 999K", 1),
            ("3n", 7),
            ("10G 9p", 195),
            ("180G 30n", 17),
        ):
            with seen.case(keys):
                await typed(seen, f"<home> {keys}")
                await seen.wait_for(f"Text of Entry {number}.")
                assert seen.state.entry_list.aim == number - 1
        assert not many.entries[2].read
        assert not many.entries[8].read
        await typed(seen, "<home>")
        await typed(seen, "3m")
        await seen.until(lambda: all(many.entries[n].read for n in (1, 2, 3)))
        assert not many.entries[5].read
        await typed(seen, "10G s j s j s")
        await seen.until(lambda: all(many.entries[n].starred for n in (10, 11, 12)))
        await typed(seen, "2u")
        await seen.until(lambda: [many.entries[n].starred for n in (10, 11, 12)] == [True, False, False])


async def test_a_number_goes_on_in_the_sources_over_what_is_no_place(open_app: Any, library: Any) -> None:
    async with open_app(library, settings=VIM) as seen:
        await typed(seen, "2]")
        assert seen.state.view.source_id == seen.state.sources[1].id
        await typed(seen, "h gg")
        singly = []
        for _ in range(6):
            await typed(seen, "j")
            singly.append(seen.state.view)
        for times in (2, 5, 6):
            await typed(seen, f"gg {times}j")
            assert seen.state.view == singly[times - 1], times
        await typed(seen, "3G")
        assert seen.state.view == singly[1]


async def test_a_number_in_an_article_moves_or_is_that_of_a_link(open_app: Any, library: Any) -> None:
    blocks: list[Block] = []
    for n in range(1, 41):
        blocks += [Heading(2, (Span(f"Part {n}"),)), Paragraph((Span(f"link {n}", href=f"{LINK}{n}"), Span(".")))]
    library.kept[2] = replace(library.kept[2], document=Document(tuple(blocks)))
    async with open_app(library, settings=VIM) as seen:
        await typed(seen, "j <enter>")
        await seen.wait_for("link 3")
        top = seen.state.reader.scroll_offset
        for keys, y in (("5j", 5), ("12j 2k", 10), ("20G", 19), ("3 <ctrl+d>", 3), ("2 <ctrl+f>", 52)):
            with seen.case(keys):
                await typed(seen, f"<home> {keys}")
                assert seen.state.reader.scroll_offset.y == y
        await typed(seen, "<home> 3}")
        first = next(line for line in seen.text.splitlines() if "Part" in line)
        assert "Part 3" in first
        await seen.press("slash", *"link", "enter")
        await seen.wait_for("Match 3/40")
        await typed(seen, "2N")
        await typed(seen, "5n")
        await seen.wait_for("Match 6/40")
        await typed(seen, "3N")
        await seen.wait_for("Match 3/40")
        await typed(seen, "<escape> <home> 12")
        assert f"Link 12: {LINK}12 (Enter opens, yy copies)" in seen.status
        await typed(seen, "yy")
        await seen.wait_for(f"clipboard: {LINK}12")
        await typed(seen, "99")
        assert seen.status.startswith(" 99 ")
        await typed(seen, "<enter>")
        await seen.wait_for("There is no link 99; this article has 40 links")
        await typed(seen, "7 <escape>")
        assert "Link 7" not in seen.status
        assert seen.state.at.value == "reader"
        await typed(seen, "7gx")
        await seen.until(lambda: seen.browser.opened == [f"{LINK}7"])
        assert library.followed == []
        await typed(seen, "7 <enter>")
        await seen.wait_for("Text of the page.")
        assert top.y == 0
        assert library.followed == [(f"{LINK}7", 2)]


async def test_digits_that_mean_a_list_stay_so_and_the_others_are_numbers(open_app: Any, many: Any) -> None:
    many.kept[6] = replace(many.kept[6], document=Document((Paragraph((Span("to", href=LINK),)),) * 60))
    async with open_app(many) as seen:
        await typed(seen, "5j")
        assert seen.status.endswith(" 6/200 ")
        await typed(seen, "<enter>")
        await seen.wait_for("to")
        await typed(seen, "12j")
        assert seen.state.reader.scroll_offset.y == 12
        await typed(seen, "1j")
        assert seen.state.reader.scroll_offset.y == 13
        assert "Link" not in seen.status
        await typed(seen, "h 6")
        await typed(seen, "3")
        await seen.wait_for("Starred articles")
        await seen.until(lambda: not seen.state.number)
        assert many.followed == []


async def test_keys_typed_ahead_have_their_numbers(open_app: Any, many: Any) -> None:
    async with open_app(many, settings=VIM) as seen:
        for key in (*"3j", "enter", *"4J"):
            seen.app.simulate_key(key)
        await seen.wait_for("Text of Entry 8.")


async def test_what_comes_into_the_reader_takes_no_number_of_the_list(open_app: Any, many: Any) -> None:
    many.kept[1] = replace(many.kept[1], document=Document((Paragraph((Span("to", href=LINK),)),) * 9))
    async with open_app(many) as seen:
        await seen.press("5")
        seen.state.watch_reader_state()
        seen.state.reader_state = replace(seen.state.reader_state, notes=("Another note",))
        await seen.settle()
        assert seen.status.startswith(" 5 ")
        await seen.press("enter")
        await seen.wait_for("to")
        await seen.press("h", "5")
        seen.state.reader_state = replace(seen.state.reader_state, notes=("A third",))
        await seen.wait_for("A third")
        assert seen.status.startswith(" 5 ")
        await seen.press("j")
        assert seen.status.endswith(" 6/200 ")
        assert many.followed == []


def test_the_keys_say_which_digits_begin_a_number() -> None:
    plain, vim = Keymap({}), Keymap({"preset": "vim", "star": "5"})
    assert [key for key in "0123456789" if plain.begins_number(key)] == list("056789")
    assert [key for key in "0123456789" if vim.begins_number(key)] == list("012346789")
    assert (plain.number_waits, vim.number_waits) == (False, True)
