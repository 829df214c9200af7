"""Articles that are kept: blocks compressed, and the plain text for the search in one with them."""

import sqlite3
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from tuinews import address
from tuinews.errors import NotFoundError
from tuinews.folding import word_count
from tuinews.language import _
from tuinews.model.article import Article, PageKind, TextKind
from tuinews.model.kept_article import ArticleLines, KeptArticle, Revision
from tuinews.model.source import SourceKind
from tuinews.quick_dataclass import dataclass
from tuinews.store import codec
from tuinews.store.encodings import DOCUMENT, FLAG, MOMENT, MOMENT_OR_NONE, TEXTS, WHEN, member_of
from tuinews.store.merge import entry_merge
from tuinews.store.search import index
from tuinews.store.statements import chunks, marks, scalar, scalars
from tuinews.store.stories import joining
from tuinews.store.tables import article_lines, pictures, revisions
from tuinews.store.tables.columns import Column, Columns, insert

ARTICLE = Columns(
    (
        Column("url"),
        Column("title"),
        Column("authors", TEXTS),
        Column("published", WHEN, ("published", "precision", "earliest")),
        Column("lead"),
        Column("lang"),
        Column("site"),
        Column("next_page"),
        Column("confidence"),
        Column("kind", member_of(TextKind)),
        Column("page_kind", member_of(PageKind)),
        Column("paywalled", FLAG),
        Column("document", DOCUMENT, ("blocks",)),
    )
)
"""What a page says; `Article.selector_rule` is kept with the source."""

_BESIDE_DOCUMENT = Columns(column for column in ARTICLE if column.encoding is not DOCUMENT)

KEPT = Columns((Column("fetched", MOMENT), Column("changed", MOMENT_OR_NONE), Column("awaits_page", FLAG)))
"""What is noted of its keeping (`KeptArticle`)."""

OWN_COLUMNS = ("entry_id", "text", "canonical", "length", "words")
"""What the store itself needs of an article: where redirects led, and how long its text is. `text` is empty: older
versions kept it there."""

TEXT = "article_text(blocks)"
"""In SQL: the plain text of an article, which is kept in one with its blocks."""

_ALL = Columns((*ARTICLE, *KEPT, Column("times_changed", expression=revisions.TIMES)))


def keep(
    sql: sqlite3.Connection,
    entry_id: int,
    article: Article,
    fetched: datetime,
    repeated: Collection[str] = (),
    lines: ArticleLines | None = None,
) -> None:
    """Keep an article, in the place of an older one, which becomes a version of it where its text was changed;
    raises NotFoundError for an unknown entry.

    What its listing left out (date, authors, summary) the entry takes over from it. Another way of reading the
    same page is no change of its text, nor are the lines that its site repeats (`repeated`), nor is another order.
    `lines` are what is remembered of it.
    """
    if scalar(sql, "select 1 from entry where id = ?", (entry_id,)) is None:
        raise NotFoundError(_("article {entry_id}", entry_id=entry_id), _("it is not in the library"), "")
    text = article.text
    known = _known(sql, entry_id)
    is_edit = known is not None and _is_edit(known, article, codec.seconds(fetched), repeated)
    if is_edit:
        revisions.keep(sql, entry_id, codec.seconds(fetched))
    changed = codec.seconds(fetched) if is_edit else known.changed if known else None
    index.remove(sql, entry_id)
    article_lines.forget(sql, entry_id)
    entry_merge.fill_missing(sql, entry_id, article)
    # Where redirects led is an address of the entry too: a page that links there directly lists the same article.
    led_to = address.canonical(article.url) if article.url else None
    noted = {"fetched": codec.seconds(fetched), "changed": changed}
    written = _BESIDE_DOCUMENT.written(article) | {"blocks": codec.document_with_text(article.document, text)}
    lengths = {"length": len(text.encode("utf-8", "replace")), "words": word_count(text)}
    own = {"entry_id": entry_id, "text": "", "canonical": led_to, **lengths}
    insert(sql, "article", {**own, **written, **noted}, how="insert or replace")
    sql.execute("update status set kept = 1 where entry_id = ? and kept = 0", (entry_id,))
    pictures.link(sql, entry_id, (figure.url for figure in article.document.figures))
    index.add(sql, entry_id)
    joining.look_again(sql, entry_id)
    if lines is not None:
        article_lines.learn(sql, (lines,))


def forget(sql: sqlite3.Connection, entry_id: int, text: str) -> None:
    """Forget the article of an entry where it says `text`; its feed's own text is looked at again."""
    if scalar(sql, f"select {TEXT} from article where entry_id = ?", (entry_id,)) != text:
        return
    index.remove(sql, entry_id)
    article_lines.forget(sql, entry_id)
    sql.execute("delete from article where entry_id = ?", (entry_id,))
    sql.execute("update status set kept = 0 where entry_id = ?", (entry_id,))
    pictures.link(sql, entry_id, ())
    sql.execute("update feed_content set examined = 0 where entry_id = ?", (entry_id,))
    index.add(sql, entry_id)


@dataclass(frozen=True, slots=True)
class _Known:
    """The article that is kept: what tells whether another is an edit of it. Moments are seconds."""

    title: str
    text: str
    kind: str
    fetched: float
    changed: float | None


def _known(sql: sqlite3.Connection, entry_id: int) -> _Known | None:
    row = sql.execute(
        f"select title, {TEXT}, kind, fetched, changed from article where entry_id = ?", (entry_id,)
    ).fetchone()
    return _Known(*row) if row else None


def _is_edit(known: _Known, article: Article, fetched: float, repeated: Collection[str]) -> bool:
    """Whether the text of an article or its title was changed, and not only read in another way."""
    if known.kind != article.kind.value or known.fetched == fetched:
        return False
    if known.title.split() != article.title.split():
        return True
    text = article.text
    return known.text != text and _own_lines(known.text, repeated) != _own_lines(text, repeated)


def _own_lines(text: str, repeated: Collection[str]) -> list[str]:
    """The lines of a text that are no site's, whatever their order: a line that moved is no other text."""
    return sorted(" ".join(line.split()) for line in text.split("\n") if line not in repeated)


def keep_own_text(sql: sqlite3.Connection, entry_id: int, article: Article | None, now: datetime) -> None:
    """Note that a feed's own text was examined, and keep it where it is an article and no page was kept.

    Where the entry has an address, its page is still to be asked for.
    """
    sql.execute("update feed_content set examined = 1 where entry_id = ?", (entry_id,))
    if article is None:
        return
    if scalar(sql, "select awaits_page from article where entry_id = ?", (entry_id,)) == 0:
        return
    keep(sql, entry_id, article, now)
    sql.execute(
        "update article set awaits_page = 1 where entry_id = ? and exists "
        "(select 1 from entry e where e.id = article.entry_id and e.url is not null)",
        (entry_id,),
    )


def unexamined(sql: sqlite3.Connection, source_id: int) -> list[int]:
    """The entries that a source lists whose feed's own text nobody has looked at yet."""
    return scalars(
        sql,
        "select f.entry_id from feed_content f indexed by feed_content_unexamined where f.examined = 0 "
        "and exists (select 1 from listed l where l.entry_id = f.entry_id and l.source_id = ?)",
        (source_id,),
    )


def one(sql: sqlite3.Connection, entry_id: int) -> KeptArticle | None:
    """The article of an entry, or None where none is kept or its bytes are damaged (it is fetched again)."""
    row = sql.execute(f"select {_ALL.selected} from article where entry_id = ?", (entry_id,)).fetchone()
    if row is None:
        return None
    try:
        return _kept(entry_id, row)
    except ValueError:
        return None


def versions(sql: sqlite3.Connection, entry_id: int) -> list[Revision]:
    """The versions that an article had before it was changed, the newest first."""
    return revisions.of(sql, entry_id)


def feed_content(sql: sqlite3.Connection, entry_id: int) -> str | None:
    """The HTML that the feed itself gives of an entry, or None."""
    packed = scalar(sql, "select html from feed_content where entry_id = ?", (entry_id,))
    try:
        return None if packed is None else codec.unpacked(packed)
    except ValueError:
        return None


def ids_without(sql: sqlite3.Connection, source_id: int, newest: int) -> list[int]:
    """Of the `newest` entries of a source those with an address whose page was not kept yet, newest first."""
    return scalars(
        sql,
        "select l.entry_id from (select entry_id, kept, sort_key from listed indexed by listed_source "
        "where source_id = ? order by sort_key desc, entry_id desc limit ?) l join entry e on e.id = l.entry_id "
        "left join article a on a.entry_id = l.entry_id "
        "where (l.kept = 0 or a.awaits_page = 1) and e.url is not null order by l.sort_key desc, l.entry_id desc",
        (source_id, newest),
    )


def texts(sql: sqlite3.Connection, ids: Sequence[int]) -> dict[int, str]:
    """The plain texts of those of these entries whose articles are kept, by their ids."""
    found: dict[int, str] = {}
    for part in chunks(ids):
        found.update(sql.execute(f"select entry_id, {TEXT} from article where entry_id in ({marks(part)})", part))
    return found


def pack(sql: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Write the rows of these articles anew in the order of their numbers, so that their pages are full.

    A refresh keeps the newest first, whose number is the greatest. Each goes before the one before it, into a page
    that is full, and one that is cut in two stays so: of the three texts of 600 words that fit it has one or two.
    """
    for part in chunks(sorted(ids)):
        which = f"entry_id in ({marks(part)})"
        rows = sql.execute(f"select * from article where {which} order by entry_id", part).fetchall()
        if rows:
            sql.execute(f"delete from article where {which}", part)
            sql.executemany(f"insert into article values ({marks(rows[0])})", rows)


def starred_without(sql: sqlite3.Connection, newest: int) -> list[int]:
    """The `newest` starred entries that have an address and whose page was not kept yet.

    Of those that were brought along from another program none is fetched before somebody opens it.
    """
    return scalars(
        sql,
        "select s.entry_id from status s indexed by status_starred join entry e on e.id = s.entry_id "
        "left join article a on a.entry_id = s.entry_id "
        "where s.starred = 1 and (s.kept = 0 or a.awaits_page = 1) and e.url is not null "
        f"and e.source_id not in (select id from source where kind = '{SourceKind.PAGES.value}') "
        "order by s.sort_key desc limit ?",
        (newest,),
    )


def _kept(entry_id: int, row: Sequence[Any]) -> KeptArticle:
    (values,) = _ALL.read([row])
    kept = {column.field: values.pop(column.field) for column in KEPT}
    times = values.pop("times_changed")
    return KeptArticle(entry_id, Article(**values), **kept, times_changed=times)
