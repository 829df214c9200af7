"""One list of columns a table: it is the table's, and it holds every field of its noun."""

from contextlib import closing
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tuinews.model.article import Article, PageKind, SelectorRule
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.entry import Enclosure, Entry, EntryFields
from tuinews.model.kept_article import KeptArticle
from tuinews.model.source import NewSource, Source, SourceKind
from tuinews.model.sources.options import PictureChoice, SourceOptions, TextChoice
from tuinews.model.when import Precision, When
from tuinews.store.connecting import connect
from tuinews.store.statements import scalars
from tuinews.store.tables import articles, entry_columns, sources, status
from tuinews.store.tables.columns import Columns, insert_all
from tuinews.store.tables.entry_columns import ENTRY, NOTHING_KNOWN

NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


def table_columns(library: Path, table: str) -> set[str]:
    with closing(connect(library / "library.sqlite3", "ro")) as sql:
        return set(scalars(sql, "select name from pragma_table_info(?)", (table,)))


def names(noun: type) -> set[str]:
    return {field.name for field in fields(noun)}


def of(columns: Columns[Any]) -> set[str]:
    return {column.field for column in columns}


@pytest.mark.parametrize(
    ("table", "listed"),
    [
        ("entry", {*ENTRY.names, *entry_columns.OWN_COLUMNS}),
        ("source", {*sources.SOURCE.names, *sources.OWN_COLUMNS}),
        ("article", {*articles.ARTICLE.names, *articles.KEPT.names, *articles.OWN_COLUMNS}),
    ],
)
def test_the_list_is_the_table(empty_library: Path, table: str, listed: set[str]) -> None:
    assert table_columns(empty_library, table) == listed


def test_what_is_repeated_for_each_source_is_in_both_tables(empty_library: Path) -> None:
    for table in ("status", "listed"):
        assert set(status.REPEATED) <= table_columns(empty_library, table)


def test_every_field_of_a_noun_has_a_column() -> None:
    # `id` is kept for each source that lists the entry, `content` in a table of its own, `updated` as published.
    assert of(ENTRY) == names(Entry) - {"id", "content", "updated"}
    assert names(EntryFields) - {"id"} <= of(ENTRY)
    # How many entries a source has is counted, and whose subscription it is another table's.
    assert of(sources.SOURCE) == names(Source) - {"unread", "total", "account_id"}
    assert names(NewSource) <= of(sources.SOURCE)
    # A rule of selectors is kept with the source.
    assert of(articles.ARTICLE) == names(Article) - {"selector_rule"}
    # What is left out is worked out when it is read, and why a page did not come is told once.
    assert of(articles.KEPT) == names(KeptArticle) - {
        "entry_id",
        "article",
        "left_out",
        "whole",
        "page_error",
        "times_changed",
    }


def test_what_is_written_is_read_again() -> None:
    entry = Entry(
        id="a",
        title="Giá vàng",
        url="https://a.example.org/1",
        summary="tăng mạnh",
        published=When(NOON, Precision.HOUR, datetime(2026, 3, 10, 11, tzinfo=UTC)),
        authors=("Lan", "Mai"),
        image="https://a.example.org/1.jpg",
        lang="vi",
        comments="https://a.example.org/1#comments",
        enclosures=(
            Enclosure("https://a.example.org/1.mp3", "audio/mpeg", 7),
            Enclosure("https://a.example.org/2"),
        ),
    )
    written = ENTRY.written(entry)
    (read,) = ENTRY.read([[written[name] for name in ENTRY.names]])
    assert Entry(id="a", **read) == entry


def test_a_source_is_written_and_read_whole() -> None:
    source = Source(
        7, SourceKind.SITEMAP, "Tin", "https://a.example.org/map.xml", "https://a.example.org", "Việt Nam",
        last_refresh=NOON, next_refresh=NOON, error="no answer", etag='"x"', last_modified="then", gone=True,
        typed_url="a.example.org", selector_rule=SelectorRule("div.story", None),
        options=SourceOptions(5, 0, PictureChoice.OPENED, TextChoice.FEED, "Mozilla/5.0", hidden=True),
    )  # fmt: skip
    written = sources.SOURCE.written(source)
    (read,) = sources.SOURCE.read([[written[name] for name in sources.SOURCE.names]])
    assert Source(**read) == source


def test_an_article_is_written_and_read_whole() -> None:
    article = Article(
        "https://a.example.org/1", "Bão", Document((Paragraph((Span("Gió mạnh"),)),)), ("Lan",), When(NOON), "Mưa",
        "vi", "A", "https://a.example.org/2", 0.5, page_kind=PageKind.THREAD, paywalled=True,
    )  # fmt: skip
    written = articles.ARTICLE.written(article)
    (read,) = articles.ARTICLE.read([[written[name] for name in articles.ARTICLE.names]])
    assert Article(**read) == article


def test_a_field_of_which_nothing_is_said_can_be_filled_in() -> None:
    for column in ENTRY:
        if column.field != "title":
            for value in column.written(() if column.field in ("authors", "enclosures") else None).values():
                assert value in NOTHING_KNOWN


@pytest.mark.parametrize("left", ["", "no json", "[1]", '{"a": 1}', "[[1]]", "null", b"\x00\xff"])
def test_what_damage_left_of_a_list_is_none(left: str | bytes) -> None:
    assert ENTRY["enclosures"].read({"enclosures": left}) == ()


@pytest.mark.parametrize(
    ("noun", "columns"), [("entry", ENTRY), ("source", sources.SOURCE), ("article", articles.ARTICLE)]
)
def test_no_rows_are_no_values(noun: str, columns: Columns[Any]) -> None:
    assert list(columns.read([])) == [], noun


def test_an_unknown_field_has_no_column() -> None:
    with pytest.raises(KeyError):
        _ = ENTRY["colour"]


def test_the_rows_of_a_list_have_what_listings_say(make: Any) -> None:
    # Each field of `EntryFields` comes out of the library as it came in, whatever fields there are.
    said = make.entry("Tin", 1, summary="Mưa", authors=("Lan",), image="https://a.example.org/1.jpg")
    (entry_id,) = make.listing(make.source(), said)
    (row,) = make.store.rows([entry_id])
    for field in names(EntryFields) - {"id"}:
        assert getattr(row, field) == getattr(said, field), field


def test_many_rows_are_added_by_few_statements() -> None:
    with closing(connect(None)) as sql:
        sql.execute("create table pair (a integer, b text)")
        said: list[str] = []
        sql.set_trace_callback(said.append)
        insert_all(sql, "pair", [{"a": n, "b": str(n)} for n in range(124)])
        insert_all(sql, "pair", [])
        sql.set_trace_callback(None)
        assert len(said) == 2 + 2 + 1 + 1
        assert sql.execute("select a, b from pair order by a").fetchall() == [(n, str(n)) for n in range(124)]


def test_a_statement_names_no_more_values_than_older_versions_allow() -> None:
    columns = [f"c{n}" for n in range(40)]
    with closing(connect(None)) as sql:
        sql.execute(f"create table wide ({', '.join(columns)})")
        said: list[str] = []
        sql.set_trace_callback(said.append)
        insert_all(sql, "wide", [dict.fromkeys(columns, n) for n in range(50)])
        sql.set_trace_callback(None)
        assert max(one.count(",") + 1 - 39 for one in said) <= 999
        assert sql.execute("select count(distinct c39) from wide").fetchone() == (50,)
