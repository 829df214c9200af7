"""How well colours can be read on each other (WCAG 2.2, "contrast ratio"), as they are and in 256 colours."""

from collections.abc import Sequence
from functools import lru_cache

from rich.color import Color, ColorSystem
from rich.color_triplet import ColorTriplet

TEXT, MARK = 4.5, 3.0
"""The least contrast of text (1.4.3) and of signs (1.4.11)."""

_STEPS = 40
"""How finely a colour is moved until it can be read."""

RGB = tuple[int, int, int]


def ratio(one: RGB, other: RGB) -> float:
    """The contrast of two colours, 1 (none) to 21 (black on white)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@lru_cache(4096)
def in_256(colour: RGB) -> RGB:
    """A colour as a terminal of 256 colours shows it, brought down as rich does it."""
    number = Color.from_triplet(ColorTriplet(*colour)).downgrade(ColorSystem.EIGHT_BIT)
    return tuple(number.get_truecolor())  # type: ignore[return-value]


def least(ink: RGB, papers: Sequence[RGB]) -> float:
    """The least contrast of `ink` with any of `papers`, in true colour and in 256."""
    return min(min(ratio(ink, paper), ratio(in_256(ink), in_256(paper))) for paper in papers)


def readable(ink: RGB, papers: Sequence[RGB], wanted: float) -> RGB:
    """`ink`, moved towards white or black as little as it takes to have `wanted` on all of `papers`.

    Where neither reaches it (papers of every lightness), the better of the two.
    """
    ends = sorted(((255, 255, 255), (0, 0, 0)), key=lambda end: least(end, papers), reverse=True)
    for step in range(_STEPS + 1):
        moved = blend(ink, ends[0], step / _STEPS)
        if least(moved, papers) >= wanted:
            return moved
    return ends[0]


def blend(one: RGB, other: RGB, share: float) -> RGB:
    """`one` with a `share` of `other`, 0 to 1."""
    mixed = [round(a + (b - a) * share) for a, b in zip(one, other, strict=True)]
    return mixed[0], mixed[1], mixed[2]


def told_from(paper: RGB, ink: RGB, wanted: float) -> RGB:
    """`paper` with as little of `ink` as it takes to be told from it by `wanted`, in 256 colours too."""
    for step in range(1, _STEPS):
        mixed = blend(paper, ink, step / _STEPS)
        if least(mixed, (paper,)) >= wanted:
            return mixed
    return ink


def hex_of(colour: RGB) -> str:
    """A colour as style sheets write it."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _luminance(colour: RGB) -> float:
    parts = [value / 255 for value in colour]
    linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in parts]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
