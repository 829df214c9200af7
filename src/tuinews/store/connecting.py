"""Connections to a library file: their pragmas, and the functions of ours that queries use."""

import re
import sqlite3
from contextlib import suppress
from pathlib import Path

from tuinews.folding import UNSPACED, fold, word_count
from tuinews.late import late_pattern
from tuinews.store import codec
from tuinews.store.failures import BUSY_SECONDS

PAGE = 8192
"""Bytes of a page of a new library, an older one keeps its own. Of a text of 600 words one fits a page of 4096 and
leaves half of it empty: among 90,000 of them 16 in 100 of the file, for the same time of all that is asked."""

_CHECKPOINT = 500
"""Pages of the log of writes after which they are put in their places: as many bytes as SQLite means."""

_HOST = late_pattern(r"[a-z][a-z0-9+.-]*://(?:[^/?#]*@)?(\[[^\]/?#]*\]|[^:/?#]*)((?::\d*)?)", re.IGNORECASE)
_PORT = late_pattern(r"[^:\[]:\d+$|\]:\d+$")
"""Where a host ends with a port: `::1` does not."""

CACHE_KIB = 8000
"""Pages that a connection keeps in memory; the library has two, one for queries and one for writes."""


def connect(path: Path | None, mode: str = "rwc") -> sqlite3.Connection:
    """A connection in autocommit mode; `mode` is SQLite's (`rwc`, `ro`) or `immutable`. Raises sqlite3.Error."""
    connection = _connection(path, mode)
    try:
        connection.execute(f"pragma page_size = {PAGE}")
        connection.execute(f"pragma wal_autocheckpoint = {_CHECKPOINT}")
        connection.execute("pragma foreign_keys = on")
        connection.execute("pragma synchronous = normal")
        connection.execute(f"pragma cache_size = -{CACHE_KIB}")
        connection.execute("pragma temp_store = memory")
        connection.execute("pragma journal_size_limit = 16000000")
        connection.execute("pragma trusted_schema = off")
        connection.create_function("folded", 1, _folded, deterministic=True)
        connection.create_function("article_text", 1, codec.text_of_blob, deterministic=True)
        connection.create_function("word_count", 1, word_count, deterministic=True)
        connection.create_function("with_text", 2, codec.with_text, deterministic=True)
        connection.create_function("begins_word", 2, _begins_word, deterministic=True)
        connection.create_function("is_at_host", 2, _is_at_host, deterministic=True)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _folded(text: str | None) -> str | None:
    """What queries compare where capitals and marks make no difference."""
    return None if text is None else fold(text)


def _begins_word(text: str | None, wanted: str) -> bool:
    """Whether something folded stands in a text from the beginning of a word on, or anywhere in a script without
    blanks between words.
    """
    folded = fold(text or "")
    place = folded.find(wanted)
    while place > 0 and folded[place - 1].isalnum() and not UNSPACED.match(wanted):
        place = folded.find(wanted, place + 1)
    return place >= 0


def _is_at_host(url: str | None, wanted: str) -> bool:
    """Whether an address is on a host, or on one below it; a port counts where it is `wanted` too."""
    match = _HOST.match(url or "")
    if match is None:
        return False
    host = (match[1] + (match[2] if _PORT.search(wanted) else "")).lower()
    return host == wanted or host.endswith(f".{wanted}")


def connect_damaged(path: Path) -> sqlite3.Connection:
    """A connection that reads what it can: a file that was cut short, texts that are no UTF-8."""
    connection = _connection(path, "ro")
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    # Without this, SQLite refuses a file that is shorter than its header says, although most pages are there.
    with suppress(sqlite3.Error):
        connection.execute("pragma writable_schema = on")
    return connection


def _connection(path: Path | None, mode: str) -> sqlite3.Connection:
    if path is None:
        address = ":memory:"
    else:
        address = path.absolute().as_uri() + ("?immutable=1" if mode == "immutable" else f"?mode={mode}")
    return sqlite3.connect(
        address,
        uri=path is not None,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
