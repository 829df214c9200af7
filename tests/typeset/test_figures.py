"""The lines that a picture gets: reserved before it comes, in its shape, and none where pictures are not shown."""

from collections.abc import Mapping

import pytest

from tuinews.model.article import Article
from tuinews.model.document import Block, Document, Figure, Paragraph, Quote, Span
from tuinews.model.kept_article import NO_PICTURE, PictureSize
from tuinews.typeset.page.find import find
from tuinews.typeset.page.selecting import TextPosition, TextRange, copied_text
from tuinews.typeset.pieces import Options, PictureRoom, Role, TypesetArticle
from tuinews.typeset.typeset import typeset

URL = "https://a.example/1.jpg"


def page(
    *blocks: Block, width: int = 60, rows: int = 26, sizes: Mapping[str, PictureSize] | None = None
) -> TypesetArticle:
    article = Article("https://a.example/bai", "Bão", Document(blocks))
    return typeset(article, width, Options(pictures=PictureRoom(rows, sizes or {})))


def reserved(set_page: TypesetArticle) -> tuple[int, int]:
    """The columns and rows of the one picture of a page."""
    pieces = [piece for line in set_page.lines for piece in line.pieces if piece.role is Role.PICTURE]
    assert [piece.picture.row for piece in pieces if piece.picture] == list(range(len(pieces)))
    assert len({len(piece.text) for piece in pieces}) <= 1
    return (len(pieces[0].text), len(pieces)) if pieces else (0, 0)


@pytest.mark.parametrize(
    ("stated", "cells"),
    [
        ((None, None), (60, 20)),
        ((640, 480), (60, 22)),
        ((480, 270), (60, 17)),
        ((160, 90), (20, 6)),
        ((600, 1200), (26, 26)),
        ((1, 1), (60, 20)),
        ((800, None), (60, 20)),
        ((800, 0), (60, 20)),
        ((30_000, 20), (60, 1)),
        ((20, 30_000), (1, 26)),
        ((-5, 10**9), (60, 20)),
    ],
)
def test_what_the_page_says_gives_its_shape(stated: tuple[int | None, int | None], cells: tuple[int, int]) -> None:
    assert reserved(page(Figure(URL, width=stated[0], height=stated[1]))) == cells


def test_the_kept_picture_knows_better_than_its_page() -> None:
    figure = Figure(URL, width=160, height=90)
    assert reserved(page(figure, sizes={URL: PictureSize(1600, 400)})) == (60, 8)
    assert reserved(page(figure, sizes={URL: PictureSize(1, 1)})) == (0, 0)
    assert reserved(page(figure, sizes={"https://a.example/2.jpg": PictureSize(1600, 400)})) == (20, 6)


def test_a_picture_that_is_not_to_be_had_gets_no_room_and_keeps_its_number() -> None:
    figure = Figure(URL, "Cầu Rồng", (Span("Cầu Rồng phun lửa."),), width=640, height=480)
    without = page(figure, sizes={URL: NO_PICTURE})
    assert reserved(without) == (0, 0)
    assert without.lines[-1].text.strip() == "▣ Cầu Rồng phun lửa.\u00a0[1]"
    assert page(figure).links == without.links == (URL,)


@pytest.mark.parametrize("width", [8, 11, 20, 80])
@pytest.mark.parametrize("rows", [1, 8, 16])
def test_it_is_never_larger_than_its_room_even_inside_other_blocks(width: int, rows: int) -> None:
    set_page = page(Quote((Quote((Figure(URL, "Cầu"),)),)), width=width, rows=rows)
    assert reserved(set_page)[1] <= rows
    assert all(len(line.text) <= width for line in set_page.lines)


def test_where_it_is_shown_it_is_a_link_with_a_number_behind_its_words() -> None:
    figure = Figure(URL, "Cầu", (Span("Cầu lúc đêm.", href="https://a.example/cau"),), "TTXVN")
    set_page = page(Paragraph((Span("xem", href="https://a.example/0"),)), figure, Figure(f"{URL}?2"))
    assert set_page.links == ("https://a.example/0", URL, "https://a.example/cau", f"{URL}?2")
    lines = [line.text for line in set_page.lines]
    assert "▣ Cầu lúc đêm.[3] —\u00a0TTXVN\u00a0[2]" in lines
    assert "▣ Picture\u00a0[4]" in lines


def test_where_pictures_are_off_there_is_only_what_it_says() -> None:
    article = Article(None, "Bão", Document((Figure(URL, "Cầu", (), "TTXVN", 640, 480),)))
    off = typeset(article, 60)
    assert [line.text for line in off.lines[2:]] == ["▣ Cầu", "  TTXVN"]
    assert off.links == ()


def test_its_cells_are_no_text() -> None:
    blocks = (Paragraph((Span("trước"),)), Figure(URL, "Cầu"), Paragraph((Span("sau"),)))
    on = page(*blocks)
    off = typeset(Article(None, "Bão", Document(blocks)), 60)
    assert [line.offset for line in on.lines if line.words] == [line.offset for line in off.lines if line.words]
    everything = TextRange(TextPosition(0, 0), TextPosition(len(on.lines), 0))
    assert copied_text(on.lines, everything) == "Bão\n\ntrước\n\nCầu\n\nsau"
    assert not find(on.lines, "  ")


def test_a_place_right_behind_a_picture_brings_the_picture_back() -> None:
    blocks = (Paragraph((Span("trước"),)), Figure(URL, "Cầu"), Paragraph((Span("sau"),)))
    set_page = page(*blocks)
    first = next(n for n, line in enumerate(set_page.lines) if line.is_picture)
    caption = next(n for n, line in enumerate(set_page.lines) if "Cầu" in line.text)
    after = next(n for n, line in enumerate(set_page.lines) if line.text == "sau")
    assert set_page.line_at(set_page.lines[caption].offset) == first
    assert set_page.line_at(set_page.lines[first + 3].offset) == first
    assert set_page.line_at(set_page.lines[after].offset) == after
    off = typeset(Article(None, "Bão", Document(blocks)), 60)
    assert off.lines[off.line_at(set_page.lines[first].offset)].text == "▣ Cầu"
