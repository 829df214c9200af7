"""The gate: nothing that a terminal obeys comes through, and nothing that a person reads is lost."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews import text as text_module
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
        ("unended \x1b]52;c;all the rest", "unended c;all the rest"),
        ("prices \x1b]rose", "prices rose"),
        ("prices \x1brose \x1bPolice \x1bc\x1b7\x1b(B\x1b=", "prices rose Police"),
        ("one\x1b]0;line\nand another\x07", "oneline and another"),
        ("said \x9d and went", "said and went"),
        ("a\x9d2;Ti\u0301tre\x9cb", "ab"),
        ("a\x90q#0\x9cb\x98c\x9cd\x9eef\x1b\\g\x9fh\x9ci", "abdgi"),
        ("\u00d0\x90\u00d0\xbd\u00d0\xbd\u00d0\xb0 \u00d0\x9c.", "\u00d0\u00d0\xbd\u00d0\xbd\u00d0\xb0 \u00d0."),
        ("\x8bmot\x9b et encore", "mot et encore"),
        ("\x1bPq#0;2\x1b\\sixel", "sixel"),
        ("\x9b31mred", "red"),
        ("bell\x07 null\x00 del\x7f", "bell null del"),
        ("\u202eevil\u202c txt.exe", "evil txt.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("two\nlines\tand\u2028more", "two lines and more"),
        ("👩\u200d👩\u200d👧 family", "👩\u200d👩\u200d👧 family"),
        ("x\u200d\u200d\u200dy", "x\u200dy"),
        ("🏳\ufe0f\u200d🌈 ❤\ufe0f\u200d🔥 🕵🏽\u200d♀\ufe0f", "🏳\ufe0f\u200d🌈 ❤\ufe0f\u200d🔥 🕵🏽\u200d♀\ufe0f"),
        ("x\ufe0f\ufe0f\u200d\u200d\ufe0f\u200dy 1\ufe0f\u20e3", "x\ufe0f\u200dy 1\ufe0f\u20e3"),
        (
            "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f win",
            "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f win",
        ),
        ("🏴\U000e0067 x\U000e0041y", "🏴 xy"),
        ("か\u3099", "が"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("[@click=app.quit]", "[@click=app.quit]"),
        ("Đa\u0300 Na\u0306\u0303ng", "Đà Nẵng"),
        (None, ""),
        (42, "42"),
    ],
)
def test_a_line_is_clean(raw: object, clean: str) -> None:
    assert clean_line(raw) == clean


@pytest.mark.parametrize(
    "mark", "\u0335\u1cd0\u302a\u0f18\u0951\ua8e0\u20dd\u0327\u0e49\u05b0\u034f\u3099\u093e\u0bbe\u1038\U0001d165"
)
def test_piled_marks_are_thinned(mark: str) -> None:
    assert clean_line("Z" + mark * 100) in ("Z" + mark * MAX_MARKS, "Z")
    assert len(clean_line("Z" + (mark * MAX_MARKS + "\u200d") * 20)) <= 1 + MAX_MARKS + 20


def test_every_mark_counts() -> None:
    marks = [c for c in map(chr, range(sys.maxunicode)) if unicodedata.category(c) in ("Mn", "Mc", "Me")]
    kept = {mark: clean_line("x" + mark * 12) for mark in marks}
    assert len(marks) > 2300
    assert [mark for mark, line in kept.items() if len(line) > 1 + MAX_MARKS] == []


def test_marks_of_several_kinds_are_counted_together() -> None:
    assert clean_line("क" + "\u093e\u0335" * 50) == "क" + "\u093e\u0335" * (MAX_MARKS // 2)


WRITTEN = (
    "हिन्दी में समाचार",
    "क्षेत्र में स्त्रियाँ, र्क्ष्मीः और दुःखों का अन्त",
    "ข่าวเที่ยงวันนี้",
    "น้ำท่วมที่กรุงเทพฯ ผู้ใหญ่ เพี้ยน",
    "בְּרֵאשִׁית בָּרָא אֱלֹהִים",
    "וַיְהִ֗י הַשָּׁמַ֖יִם",
    "ကျွန်ုပ်တို့",
    "သင်္ဘောကြီးများ၊ ဣန္ဒြေ၊ လွှဲပြောင်းခြင်း",
    "بِسْمِ ٱللَّٰهِ",
    "وَٱلَّذِينَ كَفَرُوٓا۟",
    "བོད་ཀྱི་སྐད",
    "ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ",
    "தமிழ்நாட்டில் கோழிக்கோடு",
    "കേരളത്തിലെ വാർത്തകൾ, സ്ത്രീകൾ",
    "বাংলাদেশের খোঁজখবর",
    "ᬅᬓ᭄ᬱᬭᬩᬮᬶ",
    "សារព័ត៌មានខ្មែរ ស្ត្រី",
)


@pytest.mark.parametrize("text", WRITTEN)
def test_what_people_write_keeps_its_marks(text: str) -> None:
    assert clean_line(text) == unicodedata.normalize("NFC", text)
    assert clean_line(unicodedata.normalize("NFD", text)) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("control", "\x1b\x90\x98\x9b\x9d\x9e\x9f")
def test_a_stray_control_takes_no_text_with_it(control: str) -> None:
    paragraph = "rows of text, " * 500
    assert clean_text(f"first {control} second {paragraph}\n{paragraph}").endswith(
        f"second {paragraph}\n{paragraph}"
    )
    assert clean_text(f"first {control}{paragraph}\x9c").startswith("first ")
    assert len(clean_text(f"first {control}{paragraph}\x9c")) > len(paragraph)


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


@given(st.text(st.characters(categories=["Lo", "Mn", "Mc", "Cf", "So", "Po", "Co", "Cc"]), max_size=12) | OUTSIDE)
def test_a_text_with_ideographs_is_cleaned_alike_by_the_first_way_and_by_the_second(raw: str) -> None:
    mixed = f"東京{raw}"
    with pytest.MonkeyPatch.context() as ways:
        ways.setattr(text_module, "_first_texts", iter(range(1)))
        first, second = clean_text(mixed), clean_text(mixed)
    assert first == second
