"""What the rooms of extraction share: whether the work grows as its input does."""

import time
from collections.abc import Callable

import pytest

_MOST_GROWTH = 2.5
"""Twice the input is twice the work, and four times where every part is looked at for every other."""

_TRIES = 6
"""How often the two are compared: a machine that does other things too can make one of them look slower."""

GrowsEvenly = Callable[[Callable[[str], object], Callable[[int], str], int], None]


def _seconds(work: Callable[[str], object], text: str) -> float:
    begin = time.process_time()
    work(text)
    return time.process_time() - begin


@pytest.fixture
def grows_evenly() -> GrowsEvenly:
    """`grows_evenly(work, make, size)`: `make(2 * size)` is twice the work of `make(size)`, not four times.

    Seconds of the processor are compared with each other alone, so `size` may be small: it must take some
    hundredths of one, in which a loop within a loop is most of the work.
    """

    def check(work: Callable[[str], object], make: Callable[[int], str], size: int) -> None:
        work(make(size // 20))  # what is compiled at its first use is no growth
        growth = []
        for _ in range(_TRIES):
            growth.append(_seconds(work, make(2 * size)) / _seconds(work, make(size)))
            if growth[-1] < _MOST_GROWTH:
                return
        raise AssertionError(f"twice the input is {min(growth):.1f} times the work")

    return check
