"""A kept picture as cells: whole, in its own colours, over the paper."""

import io
from collections.abc import Callable

import pytest
from PIL import Image

from tuinews.errors import ExtractError
from tuinews.pictures.reencoding import reencoded
from tuinews.pictures.scaling import half_blocks, png


def test_both_halves_of_a_cell_have_their_colours(make_picture: Callable[..., bytes]) -> None:
    cells = half_blocks(make_picture("PNG", size=(60, 40)), 30, 10, (0, 0, 0), False)
    assert (cells.columns, cells.rows) == (30, 10)
    upper, lower = cells.row(4)
    assert (upper[3], lower[3], upper[26]) == ((200, 30, 40), (200, 30, 40), (20, 60, 210))


@pytest.mark.parametrize(
    ("size", "room", "cells"),
    [
        ((60, 40), (30, 30), (30, 10)),
        ((40, 400), (30, 10), (2, 10)),
        ((4000, 10), (30, 10), (30, 1)),
        ((60, 36), (20, 20), (20, 6)),
        ((1, 1), (10, 10), (10, 5)),
    ],
)
def test_it_is_shown_whole_in_its_proportions(
    make_picture: Callable[..., bytes], size: tuple[int, int], room: tuple[int, int], cells: tuple[int, int]
) -> None:
    shown = half_blocks(make_picture("PNG", size=size), *room, (0, 0, 0), False)
    assert (shown.columns, shown.rows) == cells
    assert len(shown.pixels) == cells[0] * cells[1] * 2 * 3


@pytest.mark.parametrize(
    ("colour", "number"),
    [((255, 0, 0), 196), ((0, 0, 0), 16), ((128, 128, 128), 244), ((95, 135, 175), 67), ((250, 252, 249), 231)],
)
def test_of_256_colours_the_nearest_is_taken(
    make_picture: Callable[..., bytes], colour: tuple[int, int, int], number: int
) -> None:
    cells = half_blocks(make_picture("PNG", colour, colour), 8, 4, (0, 0, 0), True)
    assert set(cells.row(1)[0]) == {number}


def test_what_is_transparent_shows_the_paper(make_picture: Callable[..., bytes]) -> None:
    kept = reencoded(make_picture("PNG", (9, 9, 9, 0), (20, 60, 210, 255), mode="RGBA"), "x")
    for paper in ((251, 250, 247), (21, 23, 28)):
        upper, _ = half_blocks(kept.data, 30, 10, paper, False).row(5)
        assert all(abs(a - b) < 12 for a, b in zip(upper[4], paper, strict=True))  # type: ignore[arg-type]


def test_a_terminal_that_draws_itself_gets_no_more_pixels_than_there_are(
    make_picture: Callable[..., bytes],
) -> None:
    for room, size in (((30, 30), (30, 20)), ((600, 600), (60, 40))):
        with Image.open(io.BytesIO(png(make_picture("JPEG"), *room, (0, 0, 0)))) as image:
            assert (image.format, image.size) == ("PNG", size)


def test_a_file_that_was_damaged_on_the_disk_is_an_error() -> None:
    with pytest.raises(ExtractError):
        half_blocks(b"\xff\xd8\xff", 10, 10, (0, 0, 0), False)
