"""Articles that are kept: blocks compressed, the plain text beside them for the search, all in one transaction."""

import sqlite3
from datetime import datetime
from typing import Any

from tuinews import address
from tuinews.errors import NotFoundError
from tuinews.model.article import Article, TextKind
from tuinews.model.row import KeptArticle
from tuinews.store import codec, index, seen_again

_COLUMNS = (
    "url, title, authors, published, precision, earliest, lead, lang, site, next_page, confidence, kind, blocks, "
    "fetched, changed"
)


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
    seen_again.fill(sql, entry_id, article.published, article.authors, article.lead)
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


def one(sql: sqlite3.Connection, entry_id: int) -> KeptArticle | None:
    """The article of an entry, or None where none is kept or its bytes are damaged (it is fetched again)."""
    row = sql.execute(f"select {_COLUMNS} from article where entry_id = ?", (entry_id,)).fetchone()
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
    """Of the `newest` entries of a source those that have an address and no kept article, newest first."""
    rows = sql.execute(
        "select l.entry_id from (select entry_id, kept, sort_key from listed indexed by listed_source "
        "where source_id = ? order by sort_key desc, entry_id desc limit ?) l join entry e on e.id = l.entry_id "
        "where l.kept = 0 and e.url is not null order by l.sort_key desc, l.entry_id desc",
        (source_id, newest),
    )
    return [row[0] for row in rows]


def _kept(entry_id: int, row: tuple[Any, ...]) -> KeptArticle:
    (url, title, authors, published, precision, earliest, lead, lang, site, next_page) = row[:10]
    (confidence, kind, blocks, fetched, changed) = row[10:]
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
    return KeptArticle(entry_id, article, codec.utc(fetched), codec.moment(changed))
