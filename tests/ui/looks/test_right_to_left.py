"""What runs from right to left ends where its pane ends, for terminals that turn whole lines."""

import pytest
from rich.segment import Segment

from tuinews.ui.widgets.strips import strip_of

LEFT, RIGHT = "\u200e", "\u200f"


@pytest.mark.parametrize(
    ("texts", "drawn"),
    [
        (["Flood warning"], "Flood warning"),
        (["Đà Nẵng  2d"], "Đà Nẵng  2d"),
        (["القراءة حياة"], f"القراءة حياة{RIGHT}{LEFT}"),
        (["القراءة حياة.   "], f"القراءة حياة.{RIGHT}{LEFT}   "),
        (["العام الماضي (38,000)."], f"العام الماضي (38,000).{RIGHT}{LEFT}"),
        (["• קריאה היא חיים", "      ", "2d"], f"• קריאה היא חיים{RIGHT}{LEFT}      2d"),
        (["ليلى حسن", " · ", "2026-11-28"], f"ليلى حسن{RIGHT}{LEFT} · 2026-11-28"),
        (["by ليلى, today"], f"by ليلى{LEFT}, today"),
        (["עִבְרִית"], f"עִבְרִית{RIGHT}{LEFT}"),
        (["", "  "], "  "),
    ],
)
def test_a_mark_ends_what_runs_to_the_left(texts: list[str], drawn: str) -> None:
    strip = strip_of([Segment(text) for text in texts])
    assert strip.text == drawn
    assert strip.cell_length == strip_of([Segment(drawn.replace(LEFT, "").replace(RIGHT, ""))]).cell_length


def test_the_marks_take_no_cells() -> None:
    text = "القراءة"
    assert strip_of([Segment(text)]).cell_length == len(text)
