"""The table `retired`: what is remembered of an entry that is kept no longer, as numbers.

It is known again by the same things as one that is there (`known_entries`): by its identity where neither its
title nor its date say that it is another, or by its address. So it comes back neither as new nor as unread.
"""

import sqlite3
from hashlib import blake2b

from tuinews.quick_dataclass import dataclass
from tuinews.store.encodings import WHEN
from tuinews.store.merge.identities import SEPARATOR, IdentifiedEntry
from tuinews.store.statements import scalar
from tuinews.store.tables.columns import insert

_SAID = "source_id, title, published, read"


@dataclass(frozen=True, slots=True)
class RetiredEntry:
    """What is remembered of one: its title and its date, None where they tell nothing; whether it was read."""

    source_id: int
    title: int | None
    published: float | None
    was_read: bool


class RetiredEntries:
    """The retired entries, as one source sees them."""

    def __init__(self, sql: sqlite3.Connection, source_id: int) -> None:
        self._sql, self._source_id = sql, source_id
        self._are_any = bool(scalar(sql, "select exists (select 1 from retired)"))

    def own(self, found: IdentifiedEntry) -> bool:
        """Whether an entry of an answer is one that this source listed and that was retired."""
        if not self._are_any:
            return False
        if self._by_identity(found.whole):
            return True
        known = None if found.repeats else self._by_identity(found.shared)
        if known is not None:
            return not self._is_another(found, known)
        return any(
            known.source_id == self._source_id and (_is_one_title(found, known) or _is_one_date(found, known))
            for known in self._by_address(found)
        )

    def was_read(self, found: IdentifiedEntry) -> bool:
        """Whether it was read as an article of another source, before that one was retired."""
        if not self._are_any or not found.owns_address:
            return False
        return any(known.was_read for known in self._by_address(found))

    def has_repeated(self, shared: str) -> bool:
        """Whether several entries of an answer had this id once, of which one was retired."""
        return self._are_any and self._by_identity(shared + SEPARATOR) is not None

    def has_had(self, shared: str) -> bool:
        """Whether an entry was listed under this id alone, or as one of several, and was retired."""
        return self._are_any and (self._by_identity(shared) is not None or self.has_repeated(shared))

    def _is_another(self, found: IdentifiedEntry, known: RetiredEntry) -> bool:
        if known.title is None or _is_one_title(found, known) or _is_one_date(found, known):
            return False
        if found.entry.id:
            return self.has_repeated(found.shared)
        return found.entry.published is not None and known.published is not None

    def _by_identity(self, identity: str) -> RetiredEntry | None:
        row = self._sql.execute(
            f"select {_SAID} from retired where source_id = ? and identity = ?",
            (self._source_id, number(identity)),
        ).fetchone()
        return RetiredEntry(*row) if row else None

    def _by_address(self, found: IdentifiedEntry) -> list[RetiredEntry]:
        if found.canonical is None:
            return []
        query = f"select {_SAID} from retired where address = ?"
        return [RetiredEntry(*row) for row in self._sql.execute(query, (number(found.canonical),))]


class NothingRetired(RetiredEntries):
    """For entries that are wanted again, whatever was retired."""

    def own(self, found: IdentifiedEntry) -> bool:
        """False: it comes back."""
        return False

    def was_read(self, found: IdentifiedEntry) -> bool:
        """False: whoever wants it again says whether it is read."""
        return False


def remember(sql: sqlite3.Connection, entry_id: int) -> None:
    """Remember an entry for each source that lists it, before it is deleted."""
    own_source, title, canonical, *date = sql.execute(
        "select source_id, title, canonical, published, precision, earliest from entry where id = ?", (entry_id,)
    ).fetchone()
    published = WHEN.read(*date)
    address = None if canonical is None else number(canonical)
    for source_id, identity, read in sql.execute(
        "select source_id, identity, read from listed where entry_id = ?", (entry_id,)
    ).fetchall():
        # What another source said of it tells nothing of how this one calls it.
        told = source_id == own_source
        said = {"title": _title(title), "published": published.timestamp if published else None} if told else {}
        row = {"source_id": source_id, "identity": number(identity), "address": address, "read": read, **said}
        insert(sql, "retired", row, how="insert or replace")
        shared, separator, _digest = identity.partition(SEPARATOR)
        if separator:
            marker = {"source_id": source_id, "identity": number(shared + separator), "read": read}
            insert(sql, "retired", marker, how="insert or replace")


def number(text: str) -> int:
    """A text as a number of 63 bits: enough to be told from others, and no word of it can be read."""
    digest = blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _title(title: str) -> int:
    return number(title.casefold())


def _is_one_title(found: IdentifiedEntry, known: RetiredEntry) -> bool:
    return bool(found.entry.id or found.entry.url) and known.title == _title(found.entry.title)


def _is_one_date(found: IdentifiedEntry, known: RetiredEntry) -> bool:
    said = found.entry.published
    return said is not None and said.timestamp == known.published
