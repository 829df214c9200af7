"""The gate: nothing that a terminal obeys comes through, and nothing that a person reads is lost."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.text import MAX_MARKS, TITLE_LIMIT, clean_line, clean_text

OUTSIDE = st.text(st.characters(codec=None, categories=None), max_size=200)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Bão số 3", "Bão số 3"),
        ("\x1b[31mđỏ\x1b[0m", "đỏ"),
        ("a\x1b]52;c;aGk=\x07b", "ab"),
        ("a\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\b", "alinkb"),
        ("a\x9d52;c;x\x9cb", "ab"),
        ("unended \x1b]52;c;all the rest", "unended"),
        ("\x1bPq#0;2\x1b\\sixel", "sixel"),
        ("\x9b31mred", "red"),
        ("bell\x07 null\x00 del\x7f", "bell null del"),
        ("\u202eevil\u202c txt.exe", "evil txt.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("two\nlines\tand\u2028more", "two lines and more"),
        ("👩\u200d👩\u200d👧 family", "👩\u200d👩\u200d👧 family"),
        ("x\u200d\u200d\u200dy", "x\u200dy"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("[@click=app.quit]", "[@click=app.quit]"),
        ("Đa\u0300 Na\u0306\u0303ng", "Đà Nẵng"),
        (None, ""),
        (42, "42"),
    ],
)
def test_a_line_is_clean(raw: object, clean: str) -> None:
    assert clean_line(raw) == clean


def test_piled_marks_are_thinned() -> None:
    assert clean_line("Z" + "\u0335" * 100) == "Z" + "\u0335" * MAX_MARKS


def test_a_title_of_ten_megabytes_is_cut() -> None:
    line = clean_line("ấ" * 10_000_000)
    assert len(line) == TITLE_LIMIT
    assert line.endswith("…")


def test_lines_and_tabs_stay_in_a_text() -> None:
    assert clean_text("one\r\n\ttwo\rthree\u2029four\x1b[2J") == "one\n\ttwo\nthree\nfour"


@given(OUTSIDE)
def test_no_control_ever_comes_through(raw: str) -> None:
    line = clean_line(raw)
    assert not [c for c in line if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not [
        c for c in line if unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI")
    ]
    assert "\x1b" not in clean_text(raw)


@given(OUTSIDE)
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    assert clean_line(clean_line(raw)) == clean_line(raw)
    assert clean_text(clean_text(raw)) == clean_text(raw)
