"""What is seen of a line that is wider than the page."""

from hypothesis import given
from hypothesis import strategies as st

from tuinews.model.article import Article
from tuinews.model.document import Block, Code, Document, List, Paragraph, Quote, Span, Table
from tuinews.typeset.cells import clusters, width
from tuinews.typeset.page.find import MatchPart
from tuinews.typeset.page.sideways import SidewaysScroll, window_of
from tuinews.typeset.pieces import Line, Options, Overflow, Piece, Role
from tuinews.typeset.typeset import typeset


def page(*blocks: Block, cells: int = 60) -> tuple[Line, ...]:
    article = Article("https://a.example/", "", Document(blocks))
    return typeset(article, cells, Options(measure=cells, overflow=Overflow.SCROLL)).lines


def table(columns: int, words: str = "giá trị", rows: int = 2) -> Table:
    cells = tuple(tuple((Span(f"{words} {row}.{n}"),) for n in range(columns)) for row in range(rows))
    return Table(tuple((Span(f"Cột {n}"),) for n in range(columns)), cells)


LONG = "x = [" + ", ".join(f"'日本 {n}'" for n in range(20)) + "]"


def test_code_is_set_as_long_as_it_is_and_fits_where_it_fits() -> None:
    lines = page(Code(f"short\n{LONG}\n"))
    assert [line.text.strip() for line in lines] == ["short", LONG]
    assert {line.wide for line in lines} == {width(LONG) + 4}
    assert {line.wide for line in page(Code("short"))} == {0}
    assert {line.wide for line in page(Code("x" * 3000))} == {0}


def test_a_table_fits_scrolls_or_folds_into_records_by_the_width() -> None:
    assert {line.wide for line in page(table(4))} == {0}
    scrolls = page(table(9))
    assert {line.wide for line in scrolls} == {9 * 11 + 8 * 2}
    assert scrolls[0].text.split() == [part for n in range(9) for part in ("Cột", str(n))]
    assert scrolls[0].text[: scrolls[0].fixed].strip() == "Cột 0"
    records = page(table(9), cells=36)
    assert {line.wide for line in records} == {0}
    assert records[0].text == "Cột 0: giá trị 0.0"
    assert page(table(30))[0].text == "Cột 0: giá trị 0.0"


def test_bars_and_indents_stay_where_they_are() -> None:
    quote = Quote((Paragraph((Span("Said:"),)), Code(LONG)))
    code = next(line for line in page(List(((quote,),))) if line.wide)
    assert code.text[: code.fixed] == "  │   "
    seen = window_of(code, 10, 60)
    assert seen.line.text.startswith("  │   ")
    assert (seen.left, seen.right) == (True, True)


@given(
    st.lists(st.sampled_from(["a", "日", "👩‍👧", "ế", "e\u0301", "ก็", " "]), min_size=30, max_size=60).map(
        "".join
    ),
    st.integers(0, 5),
    st.integers(0, 60),
    st.integers(10, 30),
)
def test_a_window_is_never_wider_than_the_page_and_cuts_no_cluster(
    text: str, fixed: int, hidden: int, cells: int
) -> None:
    text = "|" * fixed + text
    line = Line(
        (Piece(text[:fixed], Role.QUOTE_BAR), Piece(text[fixed:], Role.CODE)), wide=width(text), fixed=fixed
    )
    seen = window_of(line, hidden, cells)
    shown = seen.line.text
    assert width(shown) <= cells
    assert shown[:fixed] == text[:fixed]
    rest = shown[fixed + seen.blanks :]
    assert text[seen.start :].startswith(rest)
    whole = clusters(text[fixed:])
    assert text[fixed : seen.start] == "".join(whole[: len(clusters(text[fixed : seen.start]))])
    for column in range(fixed + seen.blanks, len(shown)):
        assert seen.column_of(seen.place_of(column)) == column
        assert text[seen.place_of(column)] == shown[column]


def test_a_part_out_of_sight_is_none() -> None:
    line = Line((Piece("0123456789" * 5, Role.CODE),), wide=50)
    seen = window_of(line, 10, 20)
    assert seen.part(MatchPart(3, 0, 10)) is None
    assert seen.part(MatchPart(3, 8, 12)) == MatchPart(3, 0, 2)
    assert seen.part(MatchPart(3, 40, 50)) is None


def test_each_block_scrolls_by_itself_and_not_beyond_its_ends() -> None:
    lines = page(Code(LONG), Paragraph((Span("Between."),)), Code(f"{LONG}{LONG}"))
    first, second = 0, len(lines) - 1
    scroll = SidewaysScroll(lines, 60)
    assert not scroll.step(range(1, 2), 1)
    assert scroll.step(range(first, 1), 1)
    assert (scroll.hidden(first), scroll.hidden(second)) == (20, 0)
    while scroll.step(range(len(lines)), 1):
        pass
    assert scroll.hidden(first) == lines[first].wide - 60
    assert window_of(lines[first], scroll.hidden(first), 60).line.text.rstrip().endswith("]")
    scroll.show(second, 0, 5)
    assert scroll.hidden(second) == 0
    scroll.show(second, 100, 110)
    assert scroll.hidden(second) == 50


def test_a_table_scrolls_by_its_columns() -> None:
    lines = page(table(9))
    scroll = SidewaysScroll(lines, 60)
    seen = []
    while scroll.step(range(1), 1):
        seen.append(window_of(lines[0], scroll.hidden(0), 60).line.text.split())
    assert [words[:4] for words in seen[:2]] == [["Cột", "0", "Cột", "2"], ["Cột", "0", "Cột", "3"]]
    assert seen[-1][-2:] == ["Cột", "8"]
    while scroll.step(range(1), -1):
        assert window_of(lines[0], scroll.hidden(0), 60).line.text.split()[:3] == ["Cột", "0", "Cột"]
    assert scroll.hidden(0) == 0
