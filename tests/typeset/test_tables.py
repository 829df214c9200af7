"""Tables at widths that suit them and at widths that do not."""

from tuinews.model.document import Span, Spans, Table
from tuinews.typeset.blocks.tables import set_table
from tuinews.typeset.styled_text import Links, Row


def cells(*texts: str) -> tuple[Spans, ...]:
    return tuple((Span(text),) if text else () for text in texts)


def shown(table: Table, width: int) -> list[str]:
    return [_text(row) for row in set_table(table, width, Links())]


def _text(row: Row) -> str:
    return "".join(piece.text for piece in row.pieces)


def test_columns_are_as_wide_as_their_widest_cell_and_figures_stand_right() -> None:
    table = Table(cells("Tên", "Dân số"), (cells("Hà Nội", "8.435.700"), cells("Huế", "1.230.000")), "Số dân")
    assert shown(table, 60) == [
        "Số dân",
        "Tên        Dân số",
        "──────  ─────────",
        "Hà Nội  8.435.700",
        "Huế     1.230.000",
    ]


def test_ideographs_take_two_cells() -> None:
    assert shown(Table((), (cells("東京", "a"), cells("b", "c"))), 40) == ["東京  a", "b     c"]


def test_a_column_wraps_where_the_table_is_too_wide() -> None:
    table = Table(cells("a", "b"), (cells("một", "hai ba bốn năm sáu"), cells("x", "y")))
    assert shown(table, 18) == [
        "a    b",
        "───  ─────────────",
        "một  hai ba bốn",
        "     năm sáu",
        "x    y",
    ]


def test_where_most_rows_wrap_they_stand_apart() -> None:
    row = cells("một", "hai ba bốn năm sáu")
    assert shown(Table((), (row, row)), 18).count("") == 1


def test_a_ragged_table_keeps_its_columns() -> None:
    assert shown(Table(cells("a", "b", "c"), (cells("1"), cells("", "2", "3"))), 30)[2:] == ["1", "   2  3"]


def test_records_leave_out_what_is_empty() -> None:
    table = Table(cells(*"abcdefgh"), (cells("giá trị", "", "khác", *["ba bốn năm"] * 5),))
    assert shown(table, 24)[:3] == ["a: giá trị", "c: khác", "d: ba bốn năm"]


def test_a_table_of_nothing_is_nothing() -> None:
    assert shown(Table((), ()), 40) == []
    assert shown(Table((), ((), ())), 40) == []
