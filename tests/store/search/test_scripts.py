"""Words of every script: found as they are written, by what is typed for them, and lit where they stand."""

from typing import Any

import pytest

from tuinews.model.view import View
from tuinews.query.hits import hits_in, typed_words

FOUND = [
    ("दिन भर बारिश होगी", "दिन"),
    ("हिन्दी समाचार", "समाचार"),
    ("हिन्दी समाचार", '"हिन्दी समाचार"'),
    ("हिन्\u200dदी", "हिन्दी"),
    ("தமிழ் செய்திகள்", "செய்தி"),
    ("বাংলা খবর", "বাংলা"),
    ("ඉන්දියාව", "ඉන්දියාව"),
    ("ދިވެހި", "ދިވެހި"),
    ("ข่าวน้ำท่วมวันนี้", "น้ำท่วม"),
    ("ข่าวน้ำท่วมวันนี้", "ท่วม"),
    ("กรุงเทพมหานคร", "กรุงเทพ"),
    ("ນ້ຳຖ້ວມຢູ່ວຽງຈັນ", "ວຽງຈັນ"),
    ("មេឃភ្លៀងនៅភ្នំពេញ", "ភ្នំពេញ"),
    ("ရန်ကုန်မြို့တွင်", "မြို့"),
    ("བོད་ཡིག", "བོད"),
    ("وصل مُحَمَّد صلاح", "محمد"),
    ("وصل محمد صلاح", "مُحَمَّد"),
    ("أخبار إيران", "ايران"),
    ("مدينة القاهرة", "القاهره"),
    ("العـــربية", "العربية"),
    ("خبرهای ایران کجا", "كجا"),
    ("می‌خواهم بروم", "می‌خواهم"),
    ("می‌خواهم بروم", "می خواهم"),
    ("שָׁלוֹם עולם", "שלום"),
    ("ＮＨＫが２０２６年に", "NHK"),
    ("ＮＨＫが２０２６年に", "2026"),
    ("ｶﾒﾗの話", "カメラ"),
    ("عام ٢٠٢٦", "2026"),
    ("H₂O và CO²", "h2o"),
    ("Die Straße in Köln", "strasse"),
    ("Die Strasse in Köln", "straße"),
    ("Une œuvre d’art", "oeuvre"),
    ("Hors d’oeuvre", "œuvre"),
    ("Curriculum vitæ", "vitae"),
    ("Ещё раз", "еще"),
    ("ΕΛΛΑΣ σήμερα", "ελλας"),
]
NOT_FOUND = [
    ("दान दिया", "दिन"),
    ("काल", "कल"),
    ("தமிழ்", "தமழ்"),
    ("น้ำตก", "นำตก"),
    ("محمود", "محمد"),
    ("sao cho", "sœ"),
    ("Cầu qua cảng", "C++"),
]


def _found(make: Any, text: str, typed: str) -> tuple[int, int, bool]:
    """How many are found whose title, whose summary has the text, and whether the words are lit in it."""
    source = make.source()
    make.listing(source, make.entry("có", 1, title=text), make.entry("không", 2, title="khác", summary=text))
    found = make.store.search(typed, View())
    in_title = make.store.search(f"title:({typed})", View())
    return len(found), len(in_title), bool(hits_in(text, typed_words(typed)))


@pytest.mark.parametrize(("text", "typed"), FOUND)
def test_a_word_is_found_by_what_is_typed_for_it(make: Any, text: str, typed: str) -> None:
    assert _found(make, text, typed) == (2, 1, True)


@pytest.mark.parametrize(("text", "typed"), NOT_FOUND)
def test_another_word_is_not_found(make: Any, text: str, typed: str) -> None:
    assert _found(make, text, typed) == (0, 0, False)


def test_a_word_is_lit_whole(make: Any) -> None:
    texts = ("وصل مُحَمَّدٌ اليوم", "ข่าวน้ำท่วมวันนี้", "हिन्दी में", "Die Straße")
    lit = [
        text[hit.start : hit.stop]
        for text, typed in zip(texts, ("محمد", "น้ำท่วม", "हिन्दी", "strasse"), strict=True)
        for hit in hits_in(text, typed_words(typed))
    ]
    assert lit == ["مُحَمَّدٌ", "น้ำท่วม", "हिन्दी", "Straße"]
