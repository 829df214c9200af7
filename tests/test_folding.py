"""Folding: what is compared without capitals and diacritics, and what stands in the index."""

import sqlite3
import unicodedata
from contextlib import closing

from tuinews.folding import fold, index_text, key_of, lowercase, marked_words, move_tones_late, strip_diacritics
from tuinews.query.expression import Term
from tuinews.store.search.match_queries import NO_PREFIXES, match_queries_of, prefix_queries


def test_letters_lose_their_marks_and_stay_in_their_places() -> None:
    text = "Đường Đà Nẵng İ ß Øre 東京"

    assert fold(text) == "duong da nang i ß ore 東京"
    assert all(len(fold(chr(code))) == 1 for code in range(0x3000) if unicodedata.name(chr(code), ""))


def test_a_run_of_cjk_becomes_pairs_in_its_place() -> None:
    assert index_text("新iPhone発売").split() == ["新", "iPhone", "発売", "売"]
    assert index_text("東京都 đêm").split() == ["東京", "京都", "都", "dêm"]
    assert index_text(None) == index_text("") == ""


def test_each_marked_word_is_there_once_with_its_tone_in_one_place() -> None:
    assert marked_words(["Hoà bình hòa bình an", "quý thuý × khoẻ"]).split() == [
        *("Hòa", "bình", "hòa"),
        *("quý", "thúy", "khỏe"),
    ]


def test_every_letter_there_is_makes_a_question_that_sqlite_understands() -> None:
    with closing(sqlite3.connect(":memory:")) as sql:
        for name, detail in (("words", "full"), ("marked_words", "none")):
            sql.execute(f"create virtual table {name} using fts5 (x, content='', columnsize=0, detail={detail})")
        for code in range(0x20, 0x3000):
            term = Term(f"đ{chr(code)}a")
            asked = match_queries_of([term])
            assert asked is not None
            for table, question in (
                *(("words", longer) for longer in prefix_queries([term], NO_PREFIXES)),
                ("words", asked.words),
                ("marked_words", asked.marked),
            ):
                if question is not None:
                    sql.execute(f"select rowid from {table} where {table} match ?", (question,)).fetchall()


def test_diacritics_go_and_letters_of_their_own_stay() -> None:
    assert strip_diacritics("Thuỷ Đà Łódź fjørd İzmir Ёлка Ά") == "Thuy Da Lodz fjord Izmir Елка Α"
    assert strip_diacritics("e\u0301te\u0301") == "ete"
    assert strip_diacritics("한국 がぎ ß") == "한국 がぎ ß"


def test_characters_are_the_plain_ones_that_a_keyboard_has() -> None:
    assert lowercase("H₂O m² ＡＢ “Ä” it’s\u00a0so") == 'h2o m2 ab "ä" it\'s so'
    assert lowercase("ÀẸ Đ\n\t™ĲŒ") == "àẹ đ\n\t™ĳœ"


def test_both_schools_of_the_tones_place_are_one() -> None:
    assert move_tones_late("hòa thủy khỏe tòan qúy múa của") == "hoà thuỷ khoẻ toàn quý múa của"


def test_texts_that_differ_in_signs_blanks_and_capitals_have_one_key() -> None:
    assert key_of("Giá vàng_tăng 5% – “Cao nhất”!") == key_of("GIÁ VÀNG TĂNG 5 cao nhất") == "giávàngtăng5caonhất"
    assert key_of(" –…_ ") == ""


def test_marked_words_are_each_there_once_in_the_order_of_the_text() -> None:
    texts = ("Chợ đêm, chợ nổi: chợ hoà và.", "no marks here", "chợ\u3000đêm\u00a0Đà-Nẵng 2ª đêm")
    assert marked_words(texts) == "Chợ đêm chợ nổi hòa và Đà Nẵng"
    assert marked_words(["plain", ""]) == ""
