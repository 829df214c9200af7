"""Rows of known entries, many asked for at once: a listing has fifty, and most of them are nowhere."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tuinews.model.when import When
from tuinews.quick_dataclass import dataclass
from tuinews.store.encodings import ENCLOSURES, WHEN
from tuinews.store.statements import chunks, marks

_SAID = "e.id, e.source_id, e.title, e.published, e.precision, e.earliest, e.enclosures, e.canonical, e.summary"
_LISTED = (
    f"select l.identity, l.sort_key, {_SAID} from listed l join entry e on e.id = l.entry_id where l.source_id = ?"
)


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """A known entry: what tells whether another is the same. `date` and `files` are as the table has them."""

    id: int
    source_id: int
    title: str
    date: tuple[str | None, str | None, str | None]
    files: str
    canonical: str | None
    summary: str | None

    @property
    def published(self) -> When | None:
        """Its date of publication, None where none was said."""
        return WHEN.read(*self.date)

    @property
    def file(self) -> str:
        """The address of its first file; empty where it has none."""
        files = ENCLOSURES.read(self.files)
        return files[0].url if files else ""


def listed_under(sql: sqlite3.Connection, source_id: int, identities: Iterable[str]) -> dict[str, KnownEntry]:
    """The entries that a source lists under these identities, by them."""
    found: dict[str, KnownEntry] = {}
    for part in chunks(list(identities)):
        query = f"{_LISTED} and l.identity in ({marks(part)})"
        for identity, _, *row in sql.execute(query, (source_id, *part)):
            found[identity] = _known(row)
    return found


def listed_between(sql: sqlite3.Connection, source_id: int, least: str, most: str) -> Iterator[KnownEntry]:
    """The entries that a source lists under identities between these two."""
    for _, _, *row in sql.execute(f"{_LISTED} and l.identity > ? and l.identity < ?", (source_id, least, most)):
        yield _known(row)


def listed_at(
    sql: sqlite3.Connection, source_id: int, moments: Iterable[float]
) -> dict[tuple[float, str], list[KnownEntry]]:
    """What a source published at these moments (seconds since the epoch), by moment and title."""
    found: dict[tuple[float, str], list[KnownEntry]] = {}
    for part in chunks(sorted(set(moments))):
        for _, moment, *row in sql.execute(f"{_LISTED} and l.sort_key in ({marks(part)})", (source_id, *part)):
            known = _known(row)
            found.setdefault((moment, known.title), []).append(known)
    return found


def at_addresses(sql: sqlite3.Connection, addresses: Iterable[str]) -> dict[str, KnownEntry]:
    """The entries of any source that are known by these canonical addresses, or whose text came from there."""
    wanted = sorted(set(addresses))
    ids = holders(sql, wanted)
    for part in chunks([address for address in wanted if address not in ids]):
        query = f"select canonical, entry_id from article where canonical in ({marks(part)})"
        for address, entry_id in sql.execute(query, part):
            ids.setdefault(address, entry_id)
    known = {one.id: one for one in _by_id(sql, sorted(set(ids.values())))}
    return {address: known[entry_id] for address, entry_id in ids.items() if entry_id in known}


def holders(sql: sqlite3.Connection, addresses: Iterable[str]) -> dict[str, int]:
    """The ids of the entries that are known by these canonical addresses, by them."""
    found: dict[str, int] = {}
    for part in chunks(list(addresses)):
        found.update(sql.execute(f"select canonical, id from entry where canonical in ({marks(part)})", part))
    return found


def _by_id(sql: sqlite3.Connection, ids: Sequence[int]) -> Iterator[KnownEntry]:
    for part in chunks(ids):
        for row in sql.execute(f"select {_SAID} from entry e where e.id in ({marks(part)})", part):
            yield _known(row)


def _known(row: Sequence[Any]) -> KnownEntry:
    entry_id, source_id, title, published, precision, earliest, files, canonical, summary = row
    return KnownEntry(entry_id, source_id, title, (published, precision, earliest), files, canonical, summary)
