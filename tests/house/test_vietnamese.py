"""What is said in Vietnamese is said in one spelling, and one thing has one name."""

import re
from collections.abc import Iterator
from pathlib import Path

from tuinews.language.po import read_po

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "src/tuinews/language/catalogues/vi.po"
DEMO = ROOT / "src/tuinews/demo"

# "hòa", not "hoà": the tone stands as newspapers set it. After "qu" the u is no vowel ("quý").
_LATE_TONE = re.compile(r"\w*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b", re.IGNORECASE)
_ABOUT_SPELLING = ("hoà bình",)

# The names that were given up, each with the one that stands for it now (docs/decisions/0010-languages.md).
_OTHER_NAMES = {
    "khung xem": "bộ lọc",
    "thiết lập": "cài đặt",
    "đánh dấu sao": "gắn sao",
    "gỡ sao": "bỏ sao",
    "giao diện màu": "bảng màu",
    "bộ nhớ tạm": "bảng tạm",
    "thực đơn": "menu",
    "sơ đồ trang": "sitemap",
    "đối số": "tham số",
    "tập tin": "tệp",
}


def _texts() -> Iterator[tuple[str, str]]:
    for message in read_po(CATALOGUE.read_text("utf-8")):
        for text in message.forms:
            yield f"vi.po: {text}", text
    pages = [*(ROOT / "docs").glob("*.vi.md"), *DEMO.rglob("*.md"), *DEMO.rglob("*.html")]
    for page in pages:
        for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
            yield f"{page.name}:{number}", line


def test_a_tone_stands_where_newspapers_set_it() -> None:
    late = [
        (place, found)
        for place, text in _texts()
        for found in _LATE_TONE.findall(text)
        if not any(spelt in text for spelt in _ABOUT_SPELLING)
    ]
    assert late == []


def test_one_thing_has_one_name() -> None:
    other = [
        f"{place}: {name} is called {known} here"
        for place, text in _texts()
        for name, known in _OTHER_NAMES.items()
        if name in text.lower()
    ]
    assert other == []


def test_quotation_marks_are_those_of_print() -> None:
    straight = [text for message in read_po(CATALOGUE.read_text("utf-8")) for text in message.forms if '"' in text]
    assert straight == []
