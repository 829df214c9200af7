"""A library that version 1 wrote, opened by this one: the tables below are what it made then, to the letter."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tuinews.errors import StoreError
from tuinews.model.annotations.highlights import Highlight, Quotation
from tuinews.model.article import PageKind, SelectorRule
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.sources.options import SourceOptions
from tuinews.model.standing.queries import ArrivalRule, Mute, RuleAction, SavedView
from tuinews.model.undo.changes import EntryTags, HighlightsChanged, NoteChanged, QueryChanged, TagsChanged
from tuinews.model.view import Filter, View
from tuinews.store import schema, schema_steps
from tuinews.store.codec import document_to_blob
from tuinews.store.recovery import backup
from tuinews.store.recovery.first_page import OLDER_PAGE
from tuinews.store.recovery.read_only import open_read_only
from tuinews.store.store import Store

from .conftest import NOON

Open = Callable[..., Store]

_TABLES = """
create table source (
    id integer primary key autoincrement,
    kind text not null,
    title text not null,
    url text not null unique,
    canonical text not null,
    site_url text,
    typed_url text,
    folder text,
    repair_body text,
    repair_drop text,
    etag text,
    last_modified text,
    last_refresh real,
    next_refresh real,
    error text,
    gone integer not null default 0,
    removed_at real,
    removed_day integer
);
create index source_canonical on source (canonical);

create table entry (
    id integer primary key autoincrement,
    source_id integer not null references source (id),
    canonical text unique,
    url text,
    title text not null,
    summary text,
    authors text not null default '[]',
    published text,
    precision text,
    earliest text,
    first_seen real not null,
    image text,
    lang text,
    comments text,
    enclosures text not null default '[]'
);
create index entry_source on entry (source_id);

create table status (
    entry_id integer primary key references entry (id) on delete cascade,
    sort_key real not null,
    read integer not null default 0 check (read in (0, 1)),
    starred integer not null default 0 check (starred in (0, 1)),
    kept integer not null default 0 check (kept in (0, 1)),
    complete integer not null default 0 check (complete in (0, 1)),
    shown integer not null default 1 check (shown in (0, 1)),
    position integer not null default 0
);
create index status_all on status (shown, sort_key) where shown = 1;
create index status_unread on status (shown, read, sort_key) where shown = 1 and read = 0;
create index status_starred on status (starred, sort_key) where starred = 1;
create index status_offline on status (shown, kept, sort_key) where shown = 1 and kept = 1;

create table listed (
    id integer primary key,
    source_id integer not null references source (id) on delete cascade,
    entry_id integer not null references entry (id) on delete cascade,
    identity text not null,
    sort_key real not null,
    read integer not null default 0,
    starred integer not null default 0,
    kept integer not null default 0
);
create unique index listed_entry on listed (entry_id, source_id);
create unique index listed_identity on listed (source_id, identity);
create index listed_source on listed (source_id, sort_key, entry_id, read, starred, kept);
create index listed_order on listed (sort_key, entry_id, source_id, read, starred, kept);
create trigger status_listed after update of sort_key, read, starred, kept on status begin
    update listed set sort_key = new.sort_key, read = new.read, starred = new.starred, kept = new.kept
    where entry_id = new.entry_id;
end;

create table article (
    entry_id integer primary key references entry (id) on delete cascade,
    url text,
    title text not null,
    authors text not null default '[]',
    published text,
    precision text,
    earliest text,
    lead text,
    lang text,
    site text,
    next_page text,
    confidence real not null,
    kind text not null,
    blocks blob not null,
    text text not null,
    fetched real not null,
    changed real,
    canonical text
);
create index article_canonical on article (canonical);
create table feed_content (
    entry_id integer primary key references entry (id) on delete cascade,
    html blob not null
);
create table pause (host text primary key, until real not null);
create table state (key text primary key, value text not null);

create virtual table words using fts5 (
    title, summary, body, content='', columnsize=0, tokenize="unicode61 remove_diacritics 2"
);
create virtual table marked_words using fts5 (
    marked, content='', columnsize=0, detail=none, tokenize="unicode61 remove_diacritics 0"
);
"""

_ROWS = """
insert into source (id, kind, title, url, canonical, folder, repair_body, etag)
    values (1, 'listing', 'A', 'https://a.example/', 'https://a.example/', 'News', 'div.story', '"one"'),
           (2, 'feed', 'B', 'http://www.b.example/rss?cat=5', 'https://b.example/rss?cat=5', null, null, null);
insert into entry (id, source_id, canonical, url, title, first_seen)
    values (1, 1, 'https://a.example/1', 'https://a.example/1', 'Storm', 1770000000.0),
           (2, 2, 'https://b.example/2', 'https://b.example/2', 'Bridge', 1770000001.0),
           (3, 2, 'https://b.example/3', 'https://b.example/3', 'Gold', 1770000002.0);
insert into status (entry_id, sort_key, read, starred)
    values (1, 1770000000.0, 0, 1), (2, 1770000001.0, 1, 0), (3, 1770000002.0, 0, 0);
insert into listed (source_id, entry_id, identity, sort_key, read, starred)
    values (1, 1, 'https://a.example/1', 1770000000.0, 0, 1),
           (2, 2, 'two', 1770000001.0, 1, 0), (2, 3, 'three', 1770000002.0, 0, 0);
insert into words (rowid, title) values (1, 'Storm'), (2, 'Bridge'), (3, 'Gold');
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A closed library of version 1: two sources, three entries; entry 1 starred, 2 read."""
    path = tmp_path / "library.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as sql:
        sql.execute("pragma journal_mode = wal")
        sql.execute("begin immediate")
        for statement in schema.statements(_TABLES + _ROWS):
            sql.execute(statement)
        sql.execute(f"pragma application_id = {schema.APPLICATION_ID}")
        sql.execute("pragma user_version = 1")
        sql.execute("commit")
    return path


def _is_all_there(store: Store) -> None:
    assert [(s.title, s.folder, s.total, s.selector_rule, s.options) for s in store.sources()] == [
        ("B", None, 2, None, SourceOptions()),
        ("A", "News", 1, SelectorRule("div.story"), SourceOptions()),
    ]
    assert list(store.entry_ids(View())) == [3, 2, 1]
    assert list(store.entry_ids(View(filter=Filter.STARRED))) == [1]
    assert list(store.entry_ids(View(filter=Filter.UNREAD))) == [3, 1]


def test_the_tables_here_are_those_of_the_first_step() -> None:
    # A new library has the columns of its index in another order, which no older one is given at a start.
    before = _TABLES.replace("title, summary, body, content", "body, title, summary, content")
    assert schema.statements(before) == schema.statements(schema_steps.MIGRATIONS[0])


def test_a_library_of_version_1_keeps_all_it_has_and_a_copy_lies_beside(library: Path, open_store: Open) -> None:
    store = open_store(library.parent)

    _is_all_there(store)
    assert list(store.search("bridge", View())) == [2]
    with closing(sqlite3.connect(backup.folder(library) / "before-migration-from-1.sqlite3")) as copy:
        assert copy.execute("select count(canonical) from source").fetchone() == (2,)


def test_its_sources_are_found_by_their_own_keys(library: Path, open_store: Open) -> None:
    store = open_store(library.parent)

    assert store.find_source("https://b.example/rss?cat=5").id == 2
    assert store.add_source(NewSource(SourceKind.FEED, "https://www.a.example", "A"), NOON).id == 1
    feed = store.add_source(NewSource(SourceKind.FEED, "https://a.example/?rss=1", "Feed of A"), NOON)
    assert feed.id == 3


_OLD_NAMES = """
insert into entry (id, source_id, canonical, url, title, first_seen) values
    (10, 2, 'https://b.example/s;jsessionid=0A', 'https://b.example/s;jsessionid=0A', 'Session', 1770000010.0),
    (11, 2, null, 'https://b.example/#/news/1', 'Route', 1770000011.0),
    (12, 2, 'https://b.example/log', 'https://b.example/log#v1', 'Version 1', 1770000012.0),
    (13, 2, 'https://b.example/status', 'https://b.example/status', 'Power cut', 1770000013.0),
    (14, 2, 'https://b.example/q?phpsessid=1', 'https://b.example/q?phpsessid=1', 'Query', 1770000014.0);
insert into status (entry_id, sort_key, read, starred) select id, first_seen, 1, 1 from entry where id >= 10;
insert into listed (source_id, entry_id, identity, sort_key, read, starred) values
    (2, 10, 'https://b.example/s;jsessionid=0A', 1770000010.0, 1, 1),
    (2, 11, 'https://b.example/', 1770000011.0, 1, 1),
    (2, 12, 'https://b.example/log', 1770000012.0, 1, 1), (2, 13, 'https://b.example/status', 1770000013.0, 1, 1),
    (2, 14, 'https://b.example/q?phpsessid=1', 1770000014.0, 1, 1);
"""
"""Entries as version 1 named them: with sessions, without what a script reads, several in the place of one."""


@pytest.mark.parametrize("is_damaged", [False, True])
def test_what_was_read_under_older_names_stays_read(library: Path, open_store: Open, is_damaged: bool) -> None:
    with closing(sqlite3.connect(library)) as sql:
        for statement in schema.statements(_OLD_NAMES):
            sql.execute(statement)
        if is_damaged:
            sql.execute("drop table pause")
            sql.execute(f"pragma user_version = {schema.VERSION}")
        sql.commit()
    store = open_store(library.parent)
    answer = (
        Entry("", "Session", "https://b.example/s;jsessionid=99"),
        Entry("", "Route", "https://b.example/#/news/1"),
        Entry("", "Route 2", "https://b.example/#/news/2"),
        Entry("", "Version 2", "https://b.example/log#v2"),
        Entry("", "Version 1", "https://b.example/log#v1"),
        Entry("", "Power is back", "https://b.example/status"),
        Entry("", "Power cut", "https://b.example/status"),
        Entry("", "Query", "https://b.example/q?PHPSESSID=2"),
    )

    new = store.record_listing(2, Refreshed(Listing(answer), NOON))

    assert [row.title for row in store.rows(new)] == ["Route 2", "Version 2", "Power is back"]
    assert list(store.entry_ids(View(filter=Filter.STARRED)))[:5] == [14, 13, 12, 11, 10]
    assert [row.title for row in store.rows([10, 11, 12, 13, 14])] == [
        *("Session", "Route", "Version 1", "Power cut", "Query"),
    ]
    assert store.record_listing(2, Refreshed(Listing(tuple(reversed(answer))), NOON)) == []


def test_what_it_kept_counts_as_articles(library: Path, open_store: Open) -> None:
    with closing(sqlite3.connect(library)) as sql:
        sql.execute(
            "insert into article (entry_id, title, confidence, kind, blocks, text, fetched) "
            "values (1, 'Storm', 1, 'extracted', ?, 'Wind', 1770000000.0)",
            (document_to_blob(Document((Paragraph((Span("Wind"),)),))),),
        )
        sql.commit()

    kept = open_store(library.parent).article(1)

    assert kept is not None
    assert (kept.article.page_kind, kept.article.text) == (PageKind.ARTICLE, "Wind")


def test_views_can_be_saved_in_it(library: Path, open_store: Open) -> None:
    store = open_store(library.parent)

    store.do(QueryChanged(None, SavedView(name="Storms", query="title:storm")), NOON)

    assert [list(store.saved_ids(View(saved_id=view.id))) for view in store.views()] == [[1]]


def test_its_entries_can_be_noted_and_highlighted(library: Path, open_store: Open) -> None:
    store = open_store(library.parent)
    marked = Highlight(quotation=Quotation("Gold", "", " fell"), made=NOON)

    store.do(NoteChanged(3, "", "hỏi lại"), NOON)
    done = store.do(HighlightsChanged(3, (), (marked,)), NOON)

    assert isinstance(done, HighlightsChanged)
    assert store.highlights(3) == done.after == (replace(marked, id=1),)
    assert list(store.search("hoi lai", View())) == [3]
    assert [(row.note, row.highlights) for row in store.rows([3, 2])] == [("hỏi lại", 1), ("", 0)]


def test_its_entries_can_be_muted_tagged_and_met_by_rules(library: Path, open_store: Open) -> None:
    store = open_store(library.parent)

    store.do(QueryChanged(None, Mute(query="title:bridge")), NOON)
    store.do(TagsChanged((EntryTags(3, (), ("metal",)),)), NOON)
    store.do(QueryChanged(None, ArrivalRule(query="title:new", action=RuleAction.READ)), NOON)
    while store.settle_mutes(NOON):
        pass
    [new] = store.record_listing(2, Refreshed(Listing((Entry("", "New", "https://b.example/9"),)), NOON))

    assert sorted(store.entry_ids(View())) == [1, 3, new]
    assert [(row.tags, row.read) for row in store.rows([3, new])] == [(("metal",), False), ((), True)]
    assert list(store.search("tag:metal", View())) == [3]


def test_a_damaged_one_is_saved(library: Path, open_store: Open) -> None:
    with closing(sqlite3.connect(library)) as sql:
        sql.execute("drop table pause")
        sql.execute(f"pragma user_version = {schema.VERSION}")
        sql.commit()

    store = open_store(library.parent)

    assert store.notices
    _is_all_there(store)
    assert store.find_source("b.example/rss?cat=5").id == 2


def test_a_lost_library_comes_back_from_a_backup_of_version_1(library: Path, open_store: Open) -> None:
    kept = backup.folder(library) / "library-000001-20260310.sqlite3"
    kept.parent.mkdir()
    library.rename(kept)

    store = open_store(library.parent)

    assert store.notices[0].startswith("the library's file was missing: 2 sources, ")
    _is_all_there(store)
    assert store.find_source("b.example/rss?cat=5").id == 2


def test_its_first_page_is_replaced_once_it_is_migrated(library: Path, open_store: Open) -> None:
    with closing(sqlite3.connect(library)) as sql:
        more = [{"url": f"https://{n}.example/rss"} for n in range(3000)]
        sql.executemany("insert into source (kind, title, url, canonical) values ('feed', 's', :url, :url)", more)
        sql.commit()
    open_store(library.parent).close()
    for path in backup.folder(library).iterdir():
        path.unlink()
    with library.open("r+b") as file:
        file.write(b"\0" * OLDER_PAGE)

    store = open_store(library.parent)

    assert len(store.sources()) == 3002
    assert store.find_source("https://2999.example/rss/").title == "s"
    assert list(store.entry_ids(View())) == [3, 2, 1]


def test_where_nothing_can_be_written_it_is_read_as_it_is(library: Path) -> None:
    before = library.read_bytes()

    with closing(Store(open_read_only(library, StoreError("no", "why")), (), NOON)) as store:
        _is_all_there(store)
        assert store.find_source("b.example/rss?cat=5").id == 2
        with pytest.raises(StoreError):
            store.set_read([3], True)

    assert library.read_bytes() == before
