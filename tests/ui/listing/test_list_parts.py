"""Lists in parts: where headings stand among the lines, what they say, and other orders."""

from array import array
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from tuinews.language import choose
from tuinews.model.view import ListOrder
from tuinews.settings import Settings
from tuinews.ui.widgets.entries.row_plan import RowPlan, heads_of
from tuinews.ui.words import parts


@pytest.mark.parametrize("height", [1, 2, 3, 5])
@pytest.mark.parametrize("groups", [[], [7], [7, 7, 7], [9, 7, 7, 3, 3, 3, 1], [1, 2, 3, 4]])
def test_every_line_is_of_one_row_or_heading(groups: list[int], height: int) -> None:
    plan = RowPlan(len(groups), height, heads_of(array("q", groups)))
    expected: list[tuple[int, int]] = []
    for row, group in enumerate(groups):
        if row == 0 or groups[row - 1] != group:
            expected.append((row, -1))
        expected += [(row, part) for part in range(height)]
    lines = [plan.at(line) for line in range(plan.lines)]
    assert [(line.row, line.part) for line in lines] == expected
    assert plan.at(plan.lines).row == len(groups)
    for row in range(len(groups)):
        assert expected[plan.line_of(row)] == (row, 0)
        assert expected[plan.top_of(row)] in ((row, -1), (row, 0))
        assert plan.top_of(row) == plan.line_of(row) - ((row, -1) in expected)


def test_rows_without_groups_have_no_headings() -> None:
    plan = RowPlan(100_000, 3, array("q"))
    assert plan.lines == 300_000
    assert (plan.at(299_999).row, plan.at(299_999).part) == (99_999, 2)


def test_the_rows_that_stand_whole_in_a_window() -> None:
    plan = RowPlan(10, 3, heads_of(array("q", [1, 1, 2, 2, 2, 2, 2, 3, 3, 3])))
    assert plan.whole_rows(0, 7) == range(2)
    assert plan.whole_rows(0, 11) == range(3)
    assert plan.whole_rows(2, 9) == range(1, 3)
    assert plan.whole_rows(0, 100) == range(10)
    assert len(plan.whole_rows(2, 2)) == 0


TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("group", "english", "vietnamese"),
    [
        (TODAY.toordinal(), "Today", "Hôm nay"),
        (TODAY.toordinal() - 1, "Yesterday", "Hôm qua"),
        (TODAY.toordinal() - 3, "Thursday 26 November", "Thứ Năm, 26 tháng 11"),
        (TODAY.toordinal() + 2, "Tuesday 1 December", "Thứ Ba, 1 tháng 12"),
        (date(2025, 12, 31).toordinal(), "Wednesday 31 December 2025", "Thứ Tư, 31 tháng 12, 2025"),
        (-(2026 * 12 + 8), "September", "Tháng 9"),
        (-(2024 * 12), "January 2024", "Tháng 1, 2024"),
        (-(2023 * 12 + 11), "December 2023", "Tháng 12, 2023"),
        (0, "", ""),
    ],
)
def test_a_day_is_called_as_people_call_it(group: int, english: str, vietnamese: str) -> None:
    assert parts.moment(group, TODAY) == english
    choose("vi")
    try:
        assert parts.moment(group, TODAY) == vietnamese
    finally:
        choose()


async def test_headings_stand_over_days_and_the_cursor_steps_over_them(open_app: Any, many: Any) -> None:
    today = date.today()
    many.group = lambda entry_id: (today - timedelta(days=(entry_id - 1) // 4)).toordinal()
    async with open_app(many, (120, 20)) as seen:
        lines = seen.text.splitlines()
        assert "Today" in lines[1]
        assert "Entry 1 " in lines[2]
        assert "Yesterday" in lines[14]
        for _ in range(40):
            await seen.press("j")
            assert seen.line(f"Entry {seen.state.entry_list.index + 1} ")
        await seen.press("home")
        shown = []
        for _ in range(9):
            whole = [n for n in range(1, 60) if f" Entry {n} " in seen.text]
            shown.append((min(whole), max(whole)))
            await seen.press("pagedown")
        assert all(later[0] <= before[1] + 1 for before, later in pairwise(shown)), "no row is leapt over"
        await seen.press("home")
        assert "Today" in seen.text.splitlines()[1]
        await seen.pilot.click("#entries", offset=(5, 13))
        assert seen.status.endswith(" 1/200 "), "a heading is no row"
        await seen.pilot.click("#entries", offset=(5, 14))
        assert seen.status.endswith(" 5/200 ")


async def test_orders_follow_each_other_and_keep_the_cursor_on_its_entry(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "j", "j")
        here = seen.state.entry_list.current
        for order in (ListOrder.OLDEST, ListOrder.SOURCE, ListOrder.READING_TIME, ListOrder.NEWEST):
            await seen.press("O")
            await seen.until(lambda order=order: seen.state.listed_entries.view.order is order, order)
            assert parts.ordered(order) in seen.status
            await seen.until(lambda: seen.state.entry_list.current == here, "the cursor")
        await seen.press("home", "O")
        await seen.until(lambda: seen.state.listed_entries.view.order is ListOrder.OLDEST)
        assert seen.state.entry_list.index == 0, "at the top it stays at the top"
        await seen.until(lambda: library.screen.order is ListOrder.OLDEST)
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        assert seen.state.view.order is ListOrder.OLDEST
    async with open_app(library) as seen:
        assert seen.state.listed_entries.view.order is ListOrder.OLDEST


@pytest.mark.parametrize(("form", "second"), [("one", "Entry 2 "), ("two", "Tuổi Trẻ"), ("summary", "Tuổi Trẻ")])
async def test_rows_look_as_the_setting_says(open_app: Any, many: Any, form: str, second: str) -> None:
    async with open_app(many, (120, 24), Settings(rows=form)) as seen:
        assert second in seen.after("Entry 1 ")
        assert ("Summary of Entry 1" in seen.text) is (form == "summary")
