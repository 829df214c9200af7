"""A library of every version keeps what it had then, and the file gives back what it no longer needs."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import killed_library
import pytest
from killed_library import NOW, copied, facts, older

from tuinews.folding import word_count
from tuinews.model.article import Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.view import View
from tuinews.query.hits import hits_in, typed_words
from tuinews.store import codec, schema
from tuinews.store.connecting import connect
from tuinews.store.search import spelt_anew
from tuinews.store.statements import scalar
from tuinews.store.store import Store

BESIDE_EACH_OTHER = 23
"""The last version that kept a text beside its blocks."""

BEHIND_EACH_OTHER = 24
"""The last version that kept a long text behind its blocks, and not piece by piece between theirs."""

ADDRESSES_THRICE = 27
"""The last version that kept the address of a picture in its table, an index of both columns, and its own."""

UNCOUNTED = 28
"""The last version in which a text of a script without blanks was one word."""

OF_FIRST = ("title", "read", "starred", "text")
"""What version 1 knew of an entry that is compared."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of 24 entries and 8 articles."""
    directory = tmp_path_factory.mktemp("newest") / "library"
    killed_library.make(directory, 3, 4)
    return directory


def test_a_library_of_every_version_keeps_its_marks_and_texts(library: Path, tmp_path: Path) -> None:
    known = {key: value for key, value in facts(library).items() if key.endswith(OF_FIRST)}
    assert len([key for key, value in known.items() if key.endswith(" text") and value]) == 8

    for version in range(1, schema.VERSION):
        directory = copied(library, tmp_path / str(version))
        older(directory, version)
        with closing(sqlite3.connect(directory / "library.sqlite3")) as sql:
            assert schema.version(sql) == version

        after = facts(directory)

        assert {key: after.get(key) for key in known} == known, f"version {version}"
        assert killed_library.complaints(directory) == [], f"version {version}"


def test_a_text_is_kept_in_one_with_its_blocks(library: Path, tmp_path: Path) -> None:
    directory = copied(library, tmp_path / "library")
    older(directory, BESIDE_EACH_OTHER)
    Store.open(directory, NOW).close()

    with closing(connect(directory / "library.sqlite3")) as sql:
        rows = sql.execute("select text, article_text(blocks), length, words from article").fetchall()
        assert scalar(sql, "pragma freelist_count") * 5 < scalar(sql, "pragma page_count")
    assert len(rows) == 8
    for beside, text, length, words in rows:
        assert (beside, length, words) == ("", len(text.encode()), pytest.approx(word_count(text), rel=0.1))
        assert length > 500


def test_a_picture_of_an_article_has_its_address_twice(library: Path, tmp_path: Path) -> None:
    directory = copied(library, tmp_path / "library")
    older(directory, ADDRESSES_THRICE)
    links = "select entry_id, address from article_picture order by entry_id, address"
    with closing(connect(directory / "library.sqlite3")) as sql:
        before = sql.execute(links).fetchall()
    Store.open(directory, NOW).close()

    with closing(connect(directory / "library.sqlite3")) as sql:
        assert sql.execute(links).fetchall() == before != []
        taken = "select count(*) from pragma_index_list('article_picture') as i, pragma_index_info(i.name) as c"
        assert scalar(sql, f"{taken} where c.name = 'address'") == 1


def test_a_text_without_blanks_has_words(library: Path, tmp_path: Path) -> None:
    directory = copied(library, tmp_path / "library")
    older(directory, UNCOUNTED)
    said = "市議会は橋の修理を決めた。" * 30
    blob = codec.with_text(codec.document_to_blob(Document((Paragraph((Span(said),)),))), said)
    with closing(connect(directory / "library.sqlite3")) as sql:
        chosen = scalar(sql, "select min(entry_id) from article")
        told = (blob, len(said.encode()), 1, chosen)
        sql.execute("update article set blocks = ?, length = ?, words = ? where entry_id = ?", told)
    with closing(Store.open(directory, NOW)) as store:
        assert chosen in store.search("words:>300", View())
        store.keep_article(chosen, Article(None, "x", Document((Paragraph((Span("ก" * 5000),)),))), NOW)
        assert chosen in store.search("words:900-1100", View())


def test_words_of_every_script_are_found_that_an_older_version_kept(library: Path, tmp_path: Path) -> None:
    directory = copied(library, tmp_path / "library")
    older(directory, spelt_anew.BEFORE - 1)
    with closing(sqlite3.connect(directory / "library.sqlite3")) as sql:
        assert scalar(sql, "select count(*) from words where words match '\"น้ำท่วม\"'") > 0

    with closing(Store.open(directory, NOW)) as store:
        for typed in ("दिन", "ท่วม", "اخبار", "nhk"):
            having = [row.id for row in store.rows(store.entry_ids(View())) if _has(store, row.id, typed)]
            assert sorted(store.search(typed, View())) == sorted(having) != []
        assert not store.search("दान", View())


def _has(store: Store, entry_id: int, typed: str) -> bool:
    row = store.rows([entry_id])[0]
    kept = store.article(entry_id)
    said = [row.title, row.summary or "", *(kept.article.document.lines if kept else ())]
    return bool(hits_in("\n".join(said), typed_words(typed)))


def test_a_blob_has_blocks_and_text_and_is_hardly_larger_than_without() -> None:
    chance = Random(5)
    said = (f"\0 {killed_library.words(chance, 40)} {chance.random()}" for _ in range(40))
    document = Document(tuple(Paragraph((Span(one),)) for one in said))
    text = "\n".join(document.lines)
    alone = codec.document_to_blob(document)

    both = codec.with_text(alone, text)

    assert codec.document_from_blob(both) == codec.document_from_blob(alone) == document
    assert (codec.text_of_blob(both), codec.text_of_blob(alone), codec.text_of_blob(None)) == (text, "", None)
    assert codec.with_text(both, text) == both
    assert len(both) < len(alone) * 1.25


def test_what_is_damaged_is_no_document_and_keeps_its_text() -> None:
    mended = codec.with_text(b"noise", "mưa")

    assert codec.text_of_blob(mended) == "mưa"
    assert codec.text_of_blob(b"noise") == ""
    with pytest.raises(ValueError, match="Expecting value"):
        codec.document_from_blob(mended)


def test_a_long_text_is_woven_into_its_blocks(library: Path, tmp_path: Path) -> None:
    directory = copied(library, tmp_path / "library")
    older(directory, BEHIND_EACH_OTHER)
    random = Random(24)
    said = [" ".join(f"{random.randrange(36**4):x}" for _ in range(90)) for _ in range(200)]
    document, text = Document(tuple(Paragraph((Span(one),)) for one in said)), "\n".join(said)
    behind = codec.packed(f"{codec.unpacked(codec.document_to_blob(document))}\0{text}")
    with closing(connect(directory / "library.sqlite3")) as sql:
        chosen = scalar(sql, "select min(entry_id) from article")
        long = "update article set blocks = ?, length = ? where entry_id = ?"
        sql.execute(long, (behind, len(text), chosen))
    Store.open(directory, NOW).close()

    with closing(connect(directory / "library.sqlite3")) as sql:
        blob = scalar(sql, f"select blocks from article where entry_id = {chosen}")
    assert len(blob) < 0.7 * len(behind)
    assert codec.text_of_blob(blob) == text
    assert codec.document_from_blob(blob) == document
