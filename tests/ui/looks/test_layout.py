"""As many panes as there is room for."""

from typing import Any

from textual.events import Resize
from textual.geometry import Size

from tuinews.settings import Settings


def shown(seen: Any) -> list[str]:
    return [name for name in ("sources", "entries", "reader") if seen.state.query_one(f"#{name}").display]


async def test_three_panes_then_two_then_one(open_app: Any, library: Any) -> None:
    async with open_app(library, (100, 24)) as seen:
        assert shown(seen) == ["sources", "entries", "reader"]
        for columns, panes in ((99, ["entries", "reader"]), (70, ["entries", "reader"]), (69, ["entries"])):
            seen.app.post_message(Resize(Size(columns, 24), Size(columns, 24)))
            await seen.until(lambda panes=panes: shown(seen) == panes, panes)


async def test_two_panes_show_the_sources_when_the_keys_are_there(open_app: Any, library: Any) -> None:
    async with open_app(library, (80, 24)) as seen:
        await seen.press("h")
        assert shown(seen) == ["sources", "entries"]
        assert seen.app.focused.id == "sources"
        await seen.press("l", "l")
        assert shown(seen) == ["entries", "reader"]


async def test_one_pane_goes_from_sources_to_list_to_reader_and_back(open_app: Any, library: Any) -> None:
    async with open_app(library, (50, 20)) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        assert shown(seen) == ["reader"]
        await seen.press("h", "h")
        assert shown(seen) == ["sources"]
        await seen.press("tab")
        assert shown(seen) == ["entries"]


async def test_rows_say_source_kept_and_age_on_a_second_line_where_it_is_narrow(
    open_app: Any, library: Any
) -> None:
    async with open_app(library) as seen:
        line = seen.after("桜が満開 2")
        assert "The Record" in line
        assert "↓" in line
        assert "2h" in line


async def test_rows_are_one_line_where_it_is_wide(open_app: Any, library: Any) -> None:
    async with open_app(library, (260, 24)) as seen:
        line = seen.line("桜が満開 2")
        assert "The Record" in line
        assert "↓" in line
        assert "2h" in line


async def test_the_text_is_never_wider_than_the_measure_and_stands_in_the_middle(
    open_app: Any, library: Any
) -> None:
    async with open_app(library, (200, 24), Settings(measure=40)) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        lines = [line.split("▏")[2] for line in seen.text.splitlines() if "Paragraph" in line]
        assert max(len(line.strip()) for line in lines) <= 40
        left = len(lines[0]) - len(lines[0].lstrip())
        assert abs(left - (len(lines[0]) - 40) / 2) <= 2


async def test_a_new_width_keeps_the_place_of_reading(open_app: Any, library: Any) -> None:
    async with open_app(library, (200, 24)) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("space", "space")
        top = seen.state.reader.window.position
        seen.app.post_message(Resize(Size(60, 24), Size(60, 24)))
        await seen.until(lambda: shown(seen) == ["reader"])
        await seen.settle()
        assert abs(seen.state.reader.window.position - top) < 60


async def test_no_terminal_is_too_small_to_live_in(open_app: Any, library: Any) -> None:
    async with open_app(library, (80, 24)) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        for columns, rows in ((20, 5), (3, 2), (1, 1), (200, 3)):
            seen.app.post_message(Resize(Size(columns, rows), Size(columns, rows)))
            await seen.press("space", "h", "G", "l", "question_mark", "escape")
        seen.app.post_message(Resize(Size(120, 30), Size(120, 30)))
        await seen.wait_for("Paragraph")
        assert shown(seen) == ["sources", "entries", "reader"]


async def test_what_is_said_has_the_room_of_the_position_where_it_needs_it(open_app: Any, library: Any) -> None:
    async with open_app(library, (40, 12)) as seen:
        await seen.until(lambda: seen.state.status.position in seen.status, "the position")
        position = seen.state.status.position
        seen.state.say("No browser could be opened; y copies it")
        await seen.until(lambda: seen.status.strip() == "No browser could be opened; y copies…", "all that fits")
        seen.state.say("Copied")
        await seen.until(
            lambda: seen.status.startswith(" Copied") and seen.status.rstrip().endswith(position), "both"
        )
