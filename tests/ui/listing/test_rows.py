"""Rows of the list: how many lines they have, and titles broken and cut between characters."""

import unicodedata
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from rich.style import Style
from textual.geometry import Size

from tuinews.model.entry_row import Cached, EntryRow
from tuinews.model.when import When
from tuinews.typeset.cells import clusters, width
from tuinews.ui.screens.layout import PaneLayout, PaneName, pane_regions, visible
from tuinews.ui.widgets.entries.entry_row import RowPainter, RowState
from tuinews.ui.widgets.entries.row_form import row_height, title_lines

NOW = datetime(2024, 5, 10, 12, 0, tzinfo=UTC)
TITLE = Style(bold=True)

VIETNAMESE = "Thủ tướng yêu cầu đẩy nhanh tiến độ đường vành đai quanh thành phố trước mùa mưa bão năm nay"
TITLES = [
    VIETNAMESE,
    unicodedata.normalize("NFD", VIETNAMESE),
    "東京都知事は来年度の予算案を発表し、防災と子育てに重点を置く方針を示した。議会は「慎重な審議が必要」とした",
    "الحكومة تعلن خطة جديدة لإعادة بناء الجسور القديمة في شمال البلاد قبل حلول فصل الشتاء المقبل هذا العام",
    "Family 👩‍👩‍👧‍👦 emoji 🏳️‍🌈 and flags 🇻🇳🇯🇵 in a headline that is long enough to be broken several times over",
    "नई दिल्ली में सरकार ने क्षेत्रीय विकास के लिए नई योजना की घोषणा की है",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft wird aufgelöst",
]


def entry_row(title: str, **changes: Any) -> EntryRow:
    moment = NOW - timedelta(hours=23, minutes=5)
    known: dict[str, Any] = {
        "published": When(moment),
        "cached": Cached.TEXT,
        "source_title": "Báo Tuổi Trẻ",
    } | changes
    return EntryRow(id=1, title=title, url=None, source_id=1, first_seen=moment, **known)


def painter(cells: int, lines: int = 40) -> RowPainter:
    return RowPainter(lambda name: TITLE if name.endswith("-unread") else Style(), Size(cells, lines), NOW)


def drawn(cells: int, row: EntryRow, lines: int = 40, cursor: bool = False) -> list[str]:
    state = RowState(cursor=cursor, open=False, with_source=True)
    return [strip.text for strip in painter(cells, lines).lines(row, state)]


@pytest.mark.parametrize("cells", range(30, 60))
def test_a_piece_of_text_beside_the_source_is_more_than_an_ellipsis(cells: int) -> None:
    row = entry_row("Storm", snippet="Đà Nẵng ngập sâu sau mưa lớn kéo dài", source_title="The tuinews guide")
    [under] = [line for line in drawn(cells, row) if "The tuinews" in line]
    said = under.partition(" · ")[2].partition("↓")[0].strip()
    assert not said or len(said) >= 7


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_broken_and_cut_between_characters(title: str) -> None:
    whole = "".join(title.split())
    for room in (12, 23, 34, 50):
        for height in (2, 3):
            lines = title_lines(title, room, height, 8).lines
            assert all(width(line) <= room for line in lines)
            assert not any(line.startswith((" ", "。", "、", "」", "ー")) for line in lines)
            said = "".join("".join(lines).split())
            kept = said.removesuffix("…")
            assert whole.startswith(kept)
            assert said == whole or said.endswith("…")
            assert clusters(whole)[: len(clusters(kept))] == clusters(kept)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("cells", [20, 38, 43, 57, 130])
def test_every_line_of_a_row_is_as_wide_as_the_list(title: str, cells: int) -> None:
    for row in (entry_row(title), entry_row(title, starred=True), entry_row("", cached=Cached.NONE)):
        for cursor in (False, True):
            state = RowState(cursor=cursor, open=True, with_source=True)
            strips = painter(cells).lines(row, state)
            assert [strip.cell_length for strip in strips] == [cells] * painter(cells).height


def test_source_and_age_stand_under_a_short_title_and_beside_the_end_of_a_long_one() -> None:
    assert [line.split() for line in drawn(40, entry_row("Short"))] == [
        ["●", "Short"],
        ["Báo", "Tuổi", "Trẻ", "↓", "23h"],
        [],
    ]
    long = drawn(40, entry_row(VIETNAMESE))
    assert long[2].endswith("↓ 23h ")
    assert "năm nay · Báo" in long[2]
    endless = drawn(40, entry_row(VIETNAMESE + VIETNAMESE))
    assert "… ↓ 23h" in endless[2].replace("  ", " ")


def test_a_star_stands_before_the_first_line_alone() -> None:
    lines = drawn(40, entry_row(VIETNAMESE, starred=True))
    assert lines[0].startswith(" ● ★ Thủ tướng")
    assert "★" not in lines[1]


@pytest.mark.parametrize(
    ("cells", "lines", "height"), [(38, 22, 3), (40, 10, 2), (52, 40, 3), (53, 40, 2), (130, 20, 1), (99, 58, 2)]
)
def test_a_row_has_as_many_lines_as_headlines_need(cells: int, lines: int, height: int) -> None:
    assert row_height(Size(cells, lines), 32) == height


def test_the_list_has_room_for_headlines_wherever_it_stands() -> None:
    for columns in range(50, 260):
        names = visible(Size(columns, 30), PaneName.LIST)
        regions = pane_regions(Size(columns, 30), names, PaneLayout())
        assert sum(region.width for region in regions.values()) == columns
        cells = regions[PaneName.LIST].width - 1 - (PaneName.SOURCES in names)
        lines = title_lines(VIETNAMESE, cells - 3, row_height(Size(cells, 29), 32), 8).lines
        assert not lines[-1].endswith("…"), columns


@pytest.mark.parametrize(
    ("changes", "sign"), [({}, "●"), ({"new": True}, "◆"), ({"new": True, "read": True}, " ")]
)
def test_what_is_new_has_a_sign_of_its_own(changes: dict[str, bool], sign: str) -> None:
    assert drawn(60, entry_row("A title", **changes))[0].startswith(f" {sign} A title")
