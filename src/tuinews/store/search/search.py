"""Search: who is found, in which order, and a piece of text around the first hit.

Order: marks just as typed, the words side by side, all words, the last word's beginning; within each the
newest first.
"""

import re
import sqlite3
from array import array
from collections.abc import Sequence

from tuinews.folding import CJK, fold, lowercase
from tuinews.model.view import View
from tuinews.store.database import chunks, marks, scalars
from tuinews.store.search import query
from tuinews.store.tables import entries

SNIPPET_LENGTH = 160
"""Characters of a snippet."""

_BEFORE = 50


def ids(sql: sqlite3.Connection, typed: str, view: View, limit: int | None) -> "array[int]":
    """The ids of a view that are found; none for a question without a letter or digit."""
    parsed = query.parse(typed)
    if parsed is None:
        return array("q")
    where, values = _place(view)
    found = scalars(
        sql,
        "select s.entry_id from words w cross join status s on s.entry_id = w.rowid "
        f"where words match ? and {where} order by s.sort_key desc, s.entry_id desc",
        (parsed.loosest, *values),
    )
    ranked = _ranked(sql, parsed, found)
    return array("q", ranked if limit is None else ranked[:limit])


def snippets(sql: sqlite3.Connection, typed: str, wanted: Sequence[int]) -> dict[int, str]:
    """For each entry a piece of its summary or kept text around the first hit, else the beginning."""
    parsed = query.parse(typed)
    found: dict[int, str] = {}
    if parsed is None:
        return found
    terms = [term.text for term in parsed.terms]
    whole = " ".join(terms)
    for part in chunks(wanted):
        rows = sql.execute(
            "select e.id, e.summary, a.text, e.title from entry e left join article a on a.entry_id = e.id "
            f"where e.id in ({marks(part)})",
            part,
        )
        for entry_id, summary, text, title in rows:
            texts = [piece for piece in (summary, text) if piece] or [title]
            found[entry_id] = _snippet(texts, [whole, *terms])
    return found


def first_hit(text: str, wanted: str) -> int | None:
    """Where `wanted` first begins in `text`, or None: best with its marks, then as a whole word."""
    for as_compared, end in ((lowercase, r"(?!\w)"), (fold, r"(?!\w)"), (fold, "")):
        words = re.escape(as_compared(wanted))
        hit = re.search(words if CJK.search(wanted) else rf"(?<!\w){words}{end}", as_compared(text))
        if hit:
            return hit.start()
    return None


def _place(view: View) -> tuple[str, tuple[object, ...]]:
    """What SQL asks of the status `s` of an entry that is in a view, with its values."""
    living = (
        f"s.{entries.IN_PLACE[view.filter]} and s.entry_id in "
        "(select l.entry_id from listed l join source o on o.id = l.source_id where"
    )
    if view.source_id is not None:
        return f"{living} o.id = ? and o.removed_at is null)", (view.source_id,)
    if view.folder is not None:
        where, values = entries.in_folder(view.folder)
        return f"{living} {where} and o.removed_at is null)", values
    return entries.CONDITIONS[view.filter], ()


def _ranked(sql: sqlite3.Connection, parsed: query.Query, found: list[int]) -> list[int]:
    def having(table: str, question: str | None) -> set[int]:
        if question is None or not found:
            return set()
        return set(scalars(sql, f"select rowid from {table} where {table} match ?", (question,)))

    marked = having("marked_words", parsed.marked)
    phrase = having("words", parsed.phrase)
    words = having("words", parsed.words)
    ranked: list[int] = []
    for best in (marked & phrase, marked, phrase, words):
        if best:
            ranked += [i for i in found if i in best]
            found = [i for i in found if i not in best]
    return ranked + found


def _snippet(texts: list[str], wanted: list[str]) -> str:
    for phrase in wanted:
        for text in texts:
            hit = first_hit(text, phrase)
            if hit is not None:
                return _cut(text, hit)
    return _cut(texts[0], 0)


def _cut(text: str, hit: int) -> str:
    start = max(0, hit - _BEFORE)
    if start:
        blank = text.find(" ", start, hit)
        start = blank + 1 if blank >= 0 else start
    end = min(len(text), start + SNIPPET_LENGTH)
    if end < len(text):
        blank = text.rfind(" ", hit + 1, end)
        end = blank if blank > start else end
    piece = " ".join(text[start:end].split())
    return ("…" if start else "") + piece + ("…" if end < len(text) else "")
