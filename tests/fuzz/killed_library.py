"""The library that `kills.py` kills processes at: how it is made, what it knows, and what is wrong with it."""

import random
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from tuinews import folding
from tuinews.model.article import Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.entry import Entry, Listing
from tuinews.model.kept_article import Picture
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.standing.queries import ArrivalRule, RuleAction
from tuinews.model.undo.changes import EntriesMarked, EntryMark, QueryChanged
from tuinews.model.view import Filter, View
from tuinews.model.when import When
from tuinews.store import schema, schema_steps
from tuinews.store.connecting import connect
from tuinews.store.lists.tally_schema import COUNT_ANEW
from tuinews.store.recovery import backup
from tuinews.store.recovery.examination import examine
from tuinews.store.recovery.open_library import FILE_NAME
from tuinews.store.recovery.watch import Watch
from tuinews.store.search import index, spelt_anew
from tuinews.store.statements import scalars
from tuinews.store.store import Store
from tuinews.store.stories.tables import COUNT_FOLDED, FOLD_ANEW

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
SOURCES = 6
STAR_WORD = "sao"
"""Titles with this word are starred by a rule as they arrive."""

Facts = dict[str, object]
"""What a library knows of its entries: "ADDRESS title", "ADDRESS read" and so on, and the value of each."""

_WORDS = (
    *("mưa", "lớn", "gió", "mạnh", "Đà", "Nẵng", "người", "dân", "thành", "phố", "giá", "vàng", "kỹ", "thuật"),
    *("council", "votes", "market", "storm", "river", "bridge", "harbour", "team", "ministry", "東京", "発表"),
    *("दिन", "น้ำท่วม", "أخبار", "ＮＨＫ"),
)


def words(chance: random.Random, count: int) -> str:
    """So many words."""
    return " ".join(chance.choices(_WORDS, k=count))


def entry(chance: random.Random, name: str, is_starred: bool = False) -> Entry:
    """An entry whose address ends with `name`; by the rule of the library it may arrive starred."""
    url = f"https://press.example.org/{name}"
    title = f"{words(chance, 7)} {STAR_WORD if is_starred else 'tin'} {name}"
    published = When(NOW - timedelta(minutes=chance.randrange(5_000)))
    return Entry(url, title, url, summary=words(chance, 25), published=published)


def article(chance: random.Random, title: str) -> Article:
    """A page of some 150 words that no other has."""
    paragraphs = tuple(Paragraph((Span(f"{words(chance, 30)} {chance.random()}"),)) for _ in range(5))
    return Article(None, title, Document(paragraphs))


def picture(chance: random.Random, number: int) -> Picture:
    """The bytes of a picture, about."""
    return Picture(f"https://press.example.org/p/{number}.jpg", 60, 40, b"\xff\xd8" + chance.randbytes(3_000))


def digest(text: str | None) -> str | None:
    """What is compared of a text."""
    return None if text is None else sha256(text.encode()).hexdigest()[:16]


def make(directory: Path, seed: int, each: int) -> None:
    """Write a library: six sources of `each` entries, kept texts, stars, pictures, a rule."""
    chance = random.Random(seed)
    with closing(Store.open(directory, NOW)) as store:
        rule = ArrivalRule(query=f"title:{STAR_WORD}", action=RuleAction.STAR)
        store.do(QueryChanged(None, rule), NOW)
        for number in range(SOURCES):
            name = f"https://press{number}.example.org/feed.xml"
            source = store.add_source(NewSource(SourceKind.FEED, name, f"Press {number}"), NOW)
            entries = tuple(entry(chance, f"{number}-{n}") for n in range(each))
            store.record_listing(source.id, Refreshed(Listing(entries), NOW))
        ids = list(store.entry_ids(View()))
        for entry_id in chance.sample(ids, 2 * each):
            store.keep_article(entry_id, article(chance, f"text of {entry_id}"), NOW)
        store.set_read(chance.sample(ids, each), True)
        store.do(EntriesMarked(tuple(chance.sample(ids, each // 2)), EntryMark.STARRED, True), NOW)
        for number, entry_id in enumerate(chance.sample(ids, each // 2)):
            one = picture(chance, number)
            store.keep_picture(one, 10_000_000, NOW)
            store.link_pictures(entry_id, [one.address])


def copied(directory: Path, to: Path) -> Path:
    """A copy of a library that is closed, in the place of what was there."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(directory, to)
    return to


def facts(directory: Path) -> Facts:
    """All that a library knows of its entries."""
    with closing(Store.open(directory, NOW)) as store:
        ids = every_id(directory)
        texts = store.article_texts(ids)
        quoted = store.every_highlight()
        found: Facts = {}
        for row in store.rows(ids):
            said = {
                "title": row.title,
                "read": row.read,
                "starred": row.starred,
                "tags": sorted(row.tags),
                "note": row.note,
                "highlights": [one.quotation.exact for one in quoted.get(row.id, ())],
                "text": digest(texts.get(row.id)),
            }
            found |= {f"{row.url} {name}": value for name, value in said.items()}
        return found


def every_id(directory: Path) -> list[int]:
    """The numbers of all entries, whatever lists show of them."""
    with closing(sqlite3.connect(directory / FILE_NAME)) as sql:
        return scalars(sql, "select id from entry order by id")


def complaints(directory: Path, may_tell: bool = False) -> list[str]:
    """What is wrong with a library, as it is opened and looked at from end to end; `may_tell` of a repair."""
    wrong: list[str] = []
    with closing(Store.open(directory, NOW)) as store:
        wrong += [] if may_tell else list(store.notices)
        wrong += _uncounted(store)
        wrong += [
            f"article {entry_id} is not whole"
            for entry_id in store.entry_ids(View(filter=Filter.OFFLINE))
            if store.article(entry_id) is None
        ]
    wrong += [f"doctor: {one.name}: {one.found}" for one in examine(directory, NOW) if not one.is_well]
    wrong += [*_misindexed(directory / FILE_NAME), *_misfolded(directory / FILE_NAME)]
    wrong += [f"backup: {path.name}" for path in _spoilt_backups(directory)]
    return wrong


def _uncounted(store: Store) -> Iterator[str]:
    """Numbers of lists that are not those of a walk along them."""
    of_sources = store.counts_of_sources()
    views = [(View(), store.counts()), *((View(source_id=one.id), of_sources[one.id]) for one in store.sources())]
    for view, counted in views:
        for which in Filter:
            walked = len(store.entry_ids(View(source_id=view.source_id, filter=which)))
            if walked != getattr(counted, which.value):
                yield f"{which.value} of {view.source_id or 'all'}: {walked}, counted {counted}"


def _misindexed(library: Path) -> Iterator[str]:
    """Tables of the index that do not say what they would say if they were made anew from the rows."""
    with closing(connect(library)) as sql:
        there = _told(sql)
        sql.execute("begin")
        index.rebuild(sql, Watch())
        anew = _told(sql)
        sql.execute("rollback")
    for table, said in there.items():
        if said != anew[table]:
            yield f"{table}: {len(set(said) ^ set(anew[table]))} places are not as they would be made anew"


def _misfolded(library: Path) -> Iterator[str]:
    """Stories for which lists do not show the one entry that they would show if they were asked anew."""
    with closing(connect(library)) as sql:
        folded = "select entry_id from status where folded = 1"
        there = set(scalars(sql, folded))
        sql.execute("begin")
        sql.execute(FOLD_ANEW)
        anew = set(scalars(sql, folded))
        sql.execute("rollback")
    if there != anew:
        yield f"{len(there ^ anew)} entries of stories are folded away, or not, that should not be so"


def _told(sql: sqlite3.Connection) -> Mapping[str, Sequence[tuple[object, ...]]]:
    found: dict[str, Sequence[tuple[object, ...]]] = {}
    for table in ("words", "marked_words"):
        sql.execute(f"create virtual table temp.told using fts5vocab(main, {table}, 'instance')")
        found[table] = sql.execute("select * from temp.told order by term, doc, col, offset").fetchall()
        sql.execute("drop table temp.told")
    return found


def _spoilt_backups(directory: Path) -> Iterator[Path]:
    """Files that count as backups and are not whole libraries."""
    folder = backup.folder(directory / FILE_NAME)
    for path in sorted(folder.glob("*.sqlite3")) if folder.is_dir() else ():
        if ".part-" in path.name:
            continue
        with closing(sqlite3.connect(path)) as sql:
            whole = sql.execute("pragma integrity_check").fetchone()[0] == "ok"
            if not whole or schema.version(sql) < 1 or not scalars(sql, "select id from source"):
                yield path


def older(directory: Path, version: int) -> None:
    """Make a closed library one as a tuinews of that version of the schema wrote it, with all that it had then."""
    new, old = directory / FILE_NAME, directory / "older.sqlite3"
    with closing(connect(old)) as sql:
        sql.execute("pragma journal_mode = wal")
        schema.migrate(sql, schema_steps.MIGRATIONS[:version])
        sql.execute("attach database ? as new", (str(new),))
        sql.execute("begin")
        for table in scalars(sql, "select name from main.sqlite_master where type = 'table' order by rowid"):
            _copy(sql, table)
        for statement in _count_anew(sql):
            sql.execute(statement)
        if version < spelt_anew.BEFORE:
            _spell_as_before(sql)
        if "length" not in scalars(sql, "select name from pragma_table_info('article')"):
            sql.execute("update article set text = article_text(blocks)")
        sql.execute("commit")
    for path in directory.glob(f"{FILE_NAME}*"):
        path.unlink()
    old.rename(new)


def _spell_as_before(sql: sqlite3.Connection) -> None:
    """Put the words into the index as older versions wrote them; the file itself has no notes in the oldest."""
    asked = index.TEXTS_OF_ALL.replace("from entry", "from new.entry").replace("join ", "join new.")
    for entry_id, *row in sql.execute(asked).fetchall():
        texts = index.texts_of(row)
        now, before = [[way(text) for text in texts] for way in (folding.index_text, spelt_anew.as_before)]
        if now != before:
            index.replace_words(sql, entry_id, now, before)


def _copy(sql: sqlite3.Connection, table: str) -> None:
    """Copy the columns of a table that are there in both, also those of the index."""
    if (
        table in ("words", "marked_words")
        or not sql.execute("select 1 from new.sqlite_master where name = ?", (table,)).fetchone()
    ):
        return
    columns = {
        schema.RENAMED.get((table, name), name): name
        for name in scalars(sql, "select name from pragma_table_info(?, 'main')", (table,))
    }
    both = [
        name for name in scalars(sql, "select name from pragma_table_info(?, 'new')", (table,)) if name in columns
    ]
    names = ", ".join(columns[name] for name in both)
    sql.execute(f"delete from main.{table}")
    sql.execute(f"insert into main.{table} ({names}) select {', '.join(both)} from new.{table}")


def _count_anew(sql: sqlite3.Connection) -> list[str]:
    """What counts the lists of a version that knows their numbers."""
    tables = scalars(sql, "select name from main.sqlite_master where type = 'table'")
    if "tally" not in tables:
        return []
    return schema.statements(COUNT_ANEW + (COUNT_FOLDED if "story_member" in tables else ""))
