"""How the panes stand, by room and by hand."""

from dataclasses import replace
from typing import Any

import pytest
from textual.events import MouseDown, MouseMove, MouseUp, Resize
from textual.geometry import Offset, Size

from tuinews.model.screen.state import PaneArrangement, PaneShares, ScreenState
from tuinews.ui.screens.layout import PaneLayout, PaneName, pane_regions, visible
from tuinews.ui.screens.panes.resizing import divider_at, dragged, resized

EVERY = frozenset(PaneName)
TWO = frozenset((PaneName.LIST, PaneName.READER))


def shown(seen: Any) -> list[str]:
    return [name for name in ("sources", "entries", "reader") if seen.state.query_one(f"#{name}").display]


def width(seen: Any, name: str) -> int:
    return int(seen.state.query_one(f"#{name}").outer_size.width)


@pytest.mark.parametrize("arrangement", list(PaneArrangement))
@pytest.mark.parametrize("shares", [PaneShares(), PaneShares(0.4, 0.7, 0.6), PaneShares(0.01, 0.99, 0.01)])
def test_panes_fill_the_room_and_never_overlap(arrangement: PaneArrangement, shares: PaneShares) -> None:
    for size in (
        Size(220, 60),
        Size(120, 40),
        Size(100, 15),
        Size(80, 24),
        Size(70, 14),
        Size(50, 20),
        Size(1, 1),
    ):
        for at in PaneName:
            names = visible(size, at, arrangement)
            assert at in names
            regions = pane_regions(size, names, PaneLayout(arrangement, shares))
            assert set(regions) == set(names)
            assert sum(region.area for region in regions.values()) == size.area
            assert all(size.region.contains_region(region) for region in regions.values())


@pytest.mark.parametrize(
    ("pane", "names", "arrangement"),
    [
        (PaneName.SOURCES, EVERY, PaneArrangement.SIDE),
        (PaneName.LIST, EVERY, PaneArrangement.SIDE),
        (PaneName.READER, EVERY, PaneArrangement.SIDE),
        (PaneName.LIST, TWO, PaneArrangement.SIDE),
        (PaneName.READER, TWO, PaneArrangement.STACKED),
        (PaneName.LIST, TWO, PaneArrangement.STACKED),
        (PaneName.SOURCES, frozenset((PaneName.SOURCES, PaneName.LIST)), PaneArrangement.SIDE),
        (PaneName.LIST, frozenset((PaneName.SOURCES, PaneName.LIST)), PaneArrangement.SIDE),
    ],
)
def test_a_pane_grows_and_shrinks_by_what_was_asked(
    pane: PaneName, names: frozenset[PaneName], arrangement: PaneArrangement
) -> None:
    size = Size(121, 41)
    layout = PaneLayout(arrangement, PaneShares(list=0.4))
    before = pane_regions(size, names, layout)
    for cells in (2, -2):
        shares = resized(before, size, layout, pane, cells)
        after = pane_regions(size, names, replace(layout, shares=shares))
        grown = after[pane].width - before[pane].width + after[pane].height - before[pane].height
        assert grown == cells


def test_a_dividing_line_is_found_and_follows_the_mouse() -> None:
    size, layout = Size(120, 39), PaneLayout()
    regions = pane_regions(size, EVERY, layout)
    line = regions[PaneName.READER].x
    assert divider_at(regions, Offset(line, 20), layout) is PaneName.READER
    assert divider_at(regions, Offset(line + 1, 20), layout) is None
    assert divider_at(regions, Offset(0, 5), layout) is None
    shares = dragged(regions, size, layout, PaneName.READER, Offset(line - 7, 3))
    assert pane_regions(size, EVERY, replace(layout, shares=shares))[PaneName.READER].x == line - 7


@pytest.mark.parametrize(
    "kept", [None, "", "[]", "7", "{", '{"shares": 3}', '{"arrangement": 5, "shares": {"list": "x"}}']
)
def test_a_state_that_is_not_understood_is_the_first_one(kept: str | None) -> None:
    assert ScreenState.from_json(kept) == ScreenState()


def test_the_state_is_kept_as_it_was() -> None:
    state = ScreenState(PaneArrangement.STACKED, PaneShares(0.25, None, 0.5))
    assert ScreenState.from_json(state.to_json()) == state


async def test_keys_make_panes_wider_and_the_next_start_has_them_so(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        before = width(seen, "entries")
        await seen.press("greater_than_sign", "greater_than_sign")
        await seen.until(lambda: width(seen, "entries") == before + 4)
        await seen.press("h", "less_than_sign")
        await seen.until(lambda: width(seen, "sources") == 18)
        await seen.press("v")
        await seen.until(lambda: library.screen.arrangement is PaneArrangement.STACKED)
        left = {name: seen.state.query_one(f"#{name}").region for name in ("sources", "entries", "reader")}
        assert left["reader"].y > left["entries"].bottom - 1
        assert left["reader"].x == left["entries"].x
    async with open_app(library) as seen:
        await seen.until(lambda: width(seen, "sources") == 18)
        assert seen.state.query_one("#reader").region == left["reader"]
        await seen.press("v")
        assert shown(seen) == ["entries"]
        await seen.press("greater_than_sign")
        assert "One pane has the whole screen" in seen.status
        await seen.press("v")
        assert shown(seen) == ["sources", "entries", "reader"]
        assert width(seen, "entries") == before + 5


async def test_the_dividing_line_is_dragged(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j")
        line = seen.state.query_one("#reader").region.x

        async def mouse(kind: Any, x: int, button: int = 1) -> None:
            seen.app.post_message(kind(None, x, 9, 0, 0, button, False, False, False, x, 9))
            await seen.settle()

        await mouse(MouseDown, line)
        for x in range(line, line - 9, -1):
            await mouse(MouseMove, x)
        await mouse(MouseUp, line - 8)
        await seen.until(lambda: library.screen.shares.list is not None, "kept")
        assert seen.state.query_one("#reader").region.x == line - 8
        assert seen.status.endswith(" 2/12 ")
        await mouse(MouseMove, line - 20, 0)
        assert seen.state.query_one("#reader").region.x == line - 8


async def test_the_text_stands_alone_until_it_is_left(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "z")
        await seen.wait_for("Paragraph 1 of")
        await seen.until(lambda: shown(seen) == ["reader"])
        lines = seen.text.splitlines()
        assert "▏" not in seen.text
        assert "2/12" not in seen.text
        left = next(len(line) - len(line.lstrip()) for line in lines if "Paragraph 1" in line)
        assert left == 19
        await seen.press("slash")
        await seen.type("Paragraph 2 ")
        await seen.press("enter")
        await seen.wait_for("Match 1/1")
        await seen.press("escape", "z")
        assert shown(seen) == ["sources", "entries", "reader"]
        assert "2/12" in seen.status
        await seen.press("z", "h")
        assert shown(seen) == ["sources", "entries", "reader"]
        seen.app.post_message(Resize(Size(50, 20), Size(50, 20)))
        await seen.press("z")
        await seen.until(lambda: shown(seen) == ["reader"])
