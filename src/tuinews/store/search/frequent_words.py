"""The words with a beginning: what somebody means who has typed it.

FTS5 puts all entries together that have any word with a beginning before it gives the first: among a million long
articles half a second for two letters. Asked for a few whole words it goes along them and stops. So those are
asked for first that stand in the newest titles, and the beginning itself only where they leave room.
"""

import re
import sqlite3
from bisect import bisect_left
from collections import Counter

from tuinews.folding import index_text, strip_diacritics
from tuinews.query.hits import PREFIX_LENGTH
from tuinews.store.lists import tally
from tuinews.store.statements import scalar, scalars

LARGE = 20_000
"""Entries from which on this is worth it; with fewer the beginning itself is quick, and orders its hits better."""

TITLES = 3_000
"""The newest titles whose words are taken: read in 15 ms, and anew when as many have come."""

MOST = 60
"""Words that are asked for at once."""

MOST_OF_ALL = 64
"""Words with a beginning that are all looked up: a seek of 0.15 ms each."""

_WORD = re.compile(r"\w+")


class FrequentWords:
    """The words of the newest titles of a library of `least` entries or more, as the index has them."""

    def __init__(self, least: int = LARGE) -> None:
        self._least = least
        self._newest = -TITLES
        self._counts: Counter[str] = Counter()
        self._sorted: list[str] = []

    def beginning_with(self, sql: sqlite3.Connection, typed: str) -> tuple[str, ...]:
        """The words with this beginning, the most frequent first; none in a small library, or where more than the
        beginning of one word was typed.
        """
        beginning = _as_indexed(typed)
        if tally.everywhere(sql).all < self._least or not _WORD.fullmatch(beginning):
            return ()
        self._read(sql)
        first, end = (bisect_left(self._sorted, bound) for bound in (beginning, beginning + "\U0010ffff"))
        found = sorted(self._sorted[first:end], key=self._counts.__getitem__, reverse=True)
        return tuple(found[:MOST])

    def _read(self, sql: sqlite3.Connection) -> None:
        newest = int(scalar(sql, "select max(id) from entry") or 0)
        if newest - self._newest < TITLES:
            return
        titles = scalars(sql, "select title from entry order by id desc limit ?", (TITLES,))
        self._newest = newest
        self._counts = Counter(_WORD.findall(_as_indexed("\n".join(titles))))
        self._sorted = sorted(self._counts)


def every_word_with(sql: sqlite3.Connection, typed: str) -> list[str] | None:
    """All words of the index with this beginning; None where they are many, or where more than the beginning of
    one word was typed.

    Goes from word to word: to have all places of one read before the next would take as long as to ask for them.
    """
    beginning = _as_indexed(typed)
    if len(beginning) < PREFIX_LENGTH or not _WORD.fullmatch(beginning):
        return None
    sql.execute("create virtual table if not exists temp.place_of_word using fts5vocab(main, words, 'instance')")
    query = "select term from temp.place_of_word where term >= ? and term < ? limit 1"
    found: list[str] = []
    word = scalar(sql, query, (beginning, f"{beginning}\U0010ffff"))
    while word is not None and len(found) < MOST_OF_ALL:
        found.append(word)
        word = scalar(sql, query, (f"{word}\x01", f"{beginning}\U0010ffff"))
    return found if word is None else None


def _as_indexed(text: str) -> str:
    return strip_diacritics(index_text(text)).lower()
