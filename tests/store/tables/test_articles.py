import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tuinews.errors import NotFoundError
from tuinews.model.article import Article, TextKind
from tuinews.model.document import (
    Code,
    Document,
    Embed,
    Figure,
    Footnote,
    Heading,
    List,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)
from tuinews.model.entry_row import Cached
from tuinews.model.kept_article import KeptArticle
from tuinews.model.view import View
from tuinews.model.when import Precision, When
from tuinews.store.statements import scalar

NOT_THERE = 99_999

SPANS = (Span("Đà Nẵng "), Span("mưa", (Mark.STRONG, Mark.EMPHASIS), "https://a.example.org/"))
EVERY_BLOCK = Document(
    (
        Heading(2, SPANS),
        Paragraph(SPANS),
        List(((Paragraph(SPANS), List(((Paragraph(SPANS),),))),), ordered=True, start=3),
        Quote((Paragraph(SPANS),), "An"),
        Table((SPANS, SPANS), ((SPANS, ()),), "bảng"),
        Code("x = 1\n", "python"),
        Figure("https://a.example.org/1.jpg", "alt", SPANS, "Ảnh: An", 640, 480),
        Embed("https://v.example.org/1", "video"),
        Rule(),
        Footnote("1", (Paragraph(SPANS),)),
    )
)


def test_an_article_comes_back_as_it_was_kept(make: Any) -> None:
    [entry_id] = make.listing(make.source(), make.entry("one", 1))
    article = Article(
        url="https://a.example.org/one",
        title="Tiêu đề",
        document=EVERY_BLOCK,
        authors=("An", "Bình"),
        published=When(make.now, Precision.DAY),
        lead="Sapo",
        lang="vi",
        site="Báo A",
        next_page="https://a.example.org/one?p=2",
        confidence=0.75,
        kind=TextKind.FEED,
    )

    make.store.keep_article(entry_id, article, make.now)

    assert make.store.article(entry_id) == KeptArticle(entry_id, article, make.now, None)
    assert make.store.rows([entry_id])[0].cached is Cached.TEXT
    assert make.store.article(999) is None


def test_an_article_kept_again_says_when_its_text_changed(make: Any) -> None:
    [entry_id] = make.listing(make.source(), make.entry("one", 1))
    for hour, text in enumerate(("first", "first", "second", "second")):
        make.store.keep_article(entry_id, make.article("x", text), make.now + timedelta(hours=hour))

    kept = make.store.article(entry_id)
    assert kept.fetched == make.now + timedelta(hours=3)
    assert kept.changed == make.now + timedelta(hours=2)


def test_an_entry_takes_over_from_its_article_what_the_listing_left_out(make: Any) -> None:
    undated, dated = make.listing(
        make.source(), make.entry("undated"), make.entry("dated", 1, authors=("An",), summary="own")
    )
    published = When(make.now - timedelta(days=3))
    article = replace(make.article("x", "text"), published=published, authors=("Bình",), lead="Sapo")
    for entry_id in (undated, dated):
        make.store.keep_article(entry_id, article, make.now)

    rows = make.store.rows([undated, dated])
    assert [(row.authors, row.summary) for row in rows] == [(("Bình",), "Sapo"), (("An",), "own")]
    assert [row.published for row in rows] == [published, When(make.now - timedelta(hours=1))]
    assert list(make.store.entry_ids(View())) == [dated, undated]


def test_an_unknown_entry_keeps_no_article(make: Any) -> None:
    with pytest.raises(NotFoundError):
        make.store.keep_article(7, make.article("x", "text"), make.now)


def test_of_the_newest_those_without_an_article_are_still_to_be_fetched(make: Any) -> None:
    source = make.source()
    names = ("newest", "second", "third", "fourth")
    ids = make.listing(source, *(make.entry(name, hour) for hour, name in enumerate(names)))
    [nowhere] = make.listing(source, make.entry("no address", -1, url=None))
    make.store.keep_article(ids[1], make.article("x", "text"), make.now)

    assert make.store.ids_without_article(source.id, 4) == [ids[0], ids[2]]
    assert make.store.ids_without_article(source.id, 100) == [ids[0], ids[2], ids[3]]
    assert nowhere not in make.store.ids_without_article(source.id, 100)


def test_damaged_blocks_are_as_good_as_none(make: Any, tmp_path: Path) -> None:
    [entry_id] = make.listing(make.source(), make.entry("one", 1, content="<p>x</p>"))
    make.store.keep_article(entry_id, make.article("x", "text"), make.now)
    with closing(sqlite3.connect(tmp_path / "library" / "library.sqlite3")) as sql:
        sql.execute("update article set blocks = x'00ff'")
        sql.execute("update feed_content set html = x'00ff'")
        sql.commit()

    assert make.store.article(entry_id) is None
    assert make.store.feed_content(entry_id) is None


def test_packing_gives_room_back_and_changes_nothing(make: Any) -> None:
    source = make.source()
    ids = make.listing(source, *(make.entry(f"tin {n}", hours_ago=n) for n in range(90)))
    chance = Random(7)
    for entry_id in ids:  # the newest first, whose number is the greatest
        words = " ".join(f"{chance.getrandbits(40):x}" for _ in range(330))
        make.store.keep_article(entry_id, make.article(f"tin {entry_id}", words), make.now)
    assert ids == sorted(ids, reverse=True)
    sql = make.store._database.connection

    def rows() -> list[Any]:
        return list(sql.execute("select *, typeof(blocks), typeof(confidence) from article order by entry_id"))

    before, free = rows(), int(scalar(sql, "pragma freelist_count"))
    make.store.pack_articles(ids[:50])
    make.store.pack_articles(ids[50:])
    assert rows() == before
    assert scalar(sql, "pragma freelist_count") > free + 15  # of 40 to 60
    assert scalar(sql, "pragma integrity_check") == "ok"
    make.store.pack_articles([])
    make.store.pack_articles([ids[0], NOT_THERE])
    assert rows() == before
