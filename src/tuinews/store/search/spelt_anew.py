"""The index of a library of an older version, brought to the letters in which words are in it now.

Until version 25 words of Indic scripts stood in it without their vowels, runs of Thai as pieces, words of Arabic
and Hebrew with their points. What was put in must be said again to be taken out, so the old way is kept here, and
only entries that have such letters are gone through anew.
"""

import sqlite3

from tuinews.folding import cjk_bigrams, index_text, may_be_spelt_otherwise
from tuinews.late import late_pattern
from tuinews.store.recovery.watch import Watch
from tuinews.store.search import index

BEFORE = 26
"""Libraries of an older version are spelt otherwise."""

_CJK = late_pattern(
    "[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_STROKED = (("đ", "d"), ("Đ", "D"), ("ø", "o"), ("ł", "l"), ("Ł", "L"), ("Ø", "O"), ("ı", "i"))


def spell_anew(sql: sqlite3.Connection) -> None:
    """Put the entries whose words are written otherwise into the index as they are written now.

    An index that does not have what it should have cannot give it back: it is made anew.
    """
    try:
        _spell_anew(sql)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "") != "SQLITE_CORRUPT_VTAB":
            raise
        index.rebuild(sql, Watch())


def _spell_anew(sql: sqlite3.Connection) -> None:
    found = sql.execute(index.TEXTS_OF_ALL)
    while rows := found.fetchmany(500):
        for entry_id, *row in rows:
            texts = index.texts_of(row)
            if not any(map(may_be_spelt_otherwise, texts)):
                continue
            before, now = [as_before(text) for text in texts], [index_text(text) for text in texts]
            if before != now:
                index.replace_words(sql, entry_id, before, now)


def as_before(text: str) -> str:
    """What `folding.index_text` made of a text until then."""
    if not text.isascii():
        text = _CJK.sub(
            lambda run: f" {' '.join(cjk_bigrams(run[0]))} {run[0][-1] if len(run[0]) > 1 else ''} ", text
        )
    for letter, plain in _STROKED:
        text = text.replace(letter, plain)
    return text
