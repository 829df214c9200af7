"""Articles that are kept: blocks compressed, the plain text beside them for the search, all in one transaction."""

import sqlite3
from datetime import datetime
from typing import Any

from tuinews import address
from tuinews.errors import NotFoundError
from tuinews.model.article import Article, TextKind
from tuinews.model.kept_article import KeptArticle
from tuinews.store import codec
from tuinews.store.merge import entry_merge
from tuinews.store.search import index

_COLUMNS = (
    "url, title, authors, published, precision, earliest, lead, lang, site, next_page, confidence, kind, blocks, "
    "fetched, changed"
)
_KEPT = f"{_COLUMNS}, awaits_page"


def keep(sql: sqlite3.Connection, entry_id: int, article: Article, fetched: datetime) -> None:
    """Keep an article, in the place of an older one; raises NotFoundError for an unknown entry.

    What its listing left out (date, authors, summary) the entry takes over from it. Another way of reading the
    same page is no change of its text.
    """
    if sql.execute("select 1 from entry where id = ?", (entry_id,)).fetchone() is None:
        raise NotFoundError(f"article {entry_id}", "the library has no entry of that number", "")
    before = sql.execute(
        "select text, changed, kind, fetched from article where entry_id = ?", (entry_id,)
    ).fetchone()
    text = article.text
    changed = None
    if before is not None:
        other_way = before[2] != article.kind.value or before[3] == codec.seconds(fetched)
        changed = before[1] if before[0] == text or other_way else codec.seconds(fetched)
    index.remove(sql, entry_id)
    entry_merge.fill_missing(sql, entry_id, article.published, article.authors, article.lead)
    sql.execute(
        f"insert or replace into article (entry_id, {_COLUMNS}, text) values (?{', ?' * 16})",
        (
            entry_id,
            article.url,
            article.title,
            codec.strings_to_column(article.authors),
            *codec.when_to_columns(article.published),
            article.lead,
            article.lang,
            article.site,
            article.next_page,
            article.confidence,
            article.kind.value,
            codec.document_to_blob(article.document),
            codec.seconds(fetched),
            changed,
            text,
        ),
    )
    # Where redirects led is an address of the entry too: a page that links there directly lists the same article.
    led_to = address.canonical(article.url) if article.url else None
    sql.execute("update article set canonical = ? where entry_id = ?", (led_to, entry_id))
    sql.execute("update status set kept = 1 where entry_id = ? and kept = 0", (entry_id,))
    index.add(sql, entry_id)


def keep_own_text(sql: sqlite3.Connection, entry_id: int, article: Article | None, now: datetime) -> None:
    """Note that a feed's own text was examined, and keep it where it is an article and no page was kept.

    Where the entry has an address, its page is still to be asked for.
    """
    sql.execute("update feed_content set examined = 1 where entry_id = ?", (entry_id,))
    if article is None:
        return
    kept = sql.execute("select awaits_page from article where entry_id = ?", (entry_id,)).fetchone()
    if kept is not None and not kept[0]:
        return
    keep(sql, entry_id, article, now)
    sql.execute(
        "update article set awaits_page = 1 where entry_id = ? and exists "
        "(select 1 from entry e where e.id = article.entry_id and e.url is not null)",
        (entry_id,),
    )


def unexamined(sql: sqlite3.Connection, source_id: int) -> list[int]:
    """The entries that a source lists whose feed's own text nobody has looked at yet."""
    rows = sql.execute(
        "select f.entry_id from feed_content f indexed by feed_content_unexamined where f.examined = 0 "
        "and exists (select 1 from listed l where l.entry_id = f.entry_id and l.source_id = ?)",
        (source_id,),
    )
    return [row[0] for row in rows]


def one(sql: sqlite3.Connection, entry_id: int) -> KeptArticle | None:
    """The article of an entry, or None where none is kept or its bytes are damaged (it is fetched again)."""
    row = sql.execute(f"select {_KEPT} from article where entry_id = ?", (entry_id,)).fetchone()
    if row is None:
        return None
    try:
        return _kept(entry_id, row)
    except ValueError:
        return None


def feed_content(sql: sqlite3.Connection, entry_id: int) -> str | None:
    """The HTML that the feed itself gives of an entry, or None."""
    row = sql.execute("select html from feed_content where entry_id = ?", (entry_id,)).fetchone()
    try:
        return None if row is None else codec.unpacked(row[0])
    except ValueError:
        return None


def ids_without(sql: sqlite3.Connection, source_id: int, newest: int) -> list[int]:
    """Of the `newest` entries of a source those with an address whose page was not kept yet, newest first."""
    rows = sql.execute(
        "select l.entry_id from (select entry_id, kept, sort_key from listed indexed by listed_source "
        "where source_id = ? order by sort_key desc, entry_id desc limit ?) l join entry e on e.id = l.entry_id "
        "left join article a on a.entry_id = l.entry_id "
        "where (l.kept = 0 or a.awaits_page = 1) and e.url is not null order by l.sort_key desc, l.entry_id desc",
        (source_id, newest),
    )
    return [row[0] for row in rows]


def starred_without(sql: sqlite3.Connection, newest: int) -> list[int]:
    """The `newest` starred entries that have an address and whose page was not kept yet."""
    rows = sql.execute(
        "select s.entry_id from status s indexed by status_starred join entry e on e.id = s.entry_id "
        "left join article a on a.entry_id = s.entry_id "
        "where s.starred = 1 and (s.kept = 0 or a.awaits_page = 1) and e.url is not null "
        "order by s.sort_key desc limit ?",
        (newest,),
    )
    return [row[0] for row in rows]


def _kept(entry_id: int, row: tuple[Any, ...]) -> KeptArticle:
    (url, title, authors, published, precision, earliest, lead, lang, site, next_page) = row[:10]
    (confidence, kind, blocks, fetched, changed, awaits_page) = row[10:]
    article = Article(
        url=url,
        title=title,
        document=codec.document_from_blob(blocks),
        authors=codec.strings_from_column(authors),
        published=codec.when_from_columns(published, precision, earliest),
        lead=lead,
        lang=lang,
        site=site,
        next_page=next_page,
        confidence=confidence,
        kind=TextKind(kind),
    )
    return KeptArticle(entry_id, article, codec.utc(fetched), codec.moment(changed), bool(awaits_page))
