import sqlite3
import unicodedata
from contextlib import closing

from tuinews.store import query
from tuinews.store.fold import bare, indexed, marked_words


def test_letters_lose_their_marks_and_stay_in_their_places() -> None:
    text = "Đường Đà Nẵng İ ß Øre 東京"

    assert bare(text) == "duong da nang i ß ore 東京"
    assert all(len(bare(chr(code))) == 1 for code in range(0x3000) if unicodedata.name(chr(code), ""))


def test_a_run_of_cjk_becomes_pairs_in_its_place() -> None:
    assert indexed("新iPhone発売").split() == ["新", "iPhone", "発売", "売"]
    assert indexed("東京都 đêm").split() == ["東京", "京都", "都", "dêm"]
    assert indexed(None) == indexed("") == ""


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
            asked = query.parse(f"đ{chr(code)}a")
            assert asked is not None
            for table, question in (
                ("words", asked.loosest),
                ("words", asked.words),
                ("marked_words", asked.marked),
            ):
                if question is not None:
                    sql.execute(f"select rowid from {table} where {table} match ?", (question,)).fetchall()
