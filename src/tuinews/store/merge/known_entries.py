"""Which of the entries that an answer lists are known, and by what.

Within its source an entry is known by its identity. By its address alone it is the same only where its title or
its date say so too: a download page or a product's page is the link of one piece of news after another. Another
source that lists the address lists the same article.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from tuinews.model.when import When
from tuinews.store.database import scalar
from tuinews.store.encodings import ENCLOSURES, WHEN
from tuinews.store.merge.identities import SEPARATOR, IdentifiedEntry, first_file

_SAID = "e.id, e.source_id, e.title, e.published, e.precision, e.earliest, e.enclosures"
_BY_IDENTITY = (
    f"select {_SAID} from listed l join entry e on e.id = l.entry_id where l.source_id = ? and l.identity = ?"
)
_BY_ADDRESS = (
    f"select {_SAID} from entry e where e.id = coalesce((select id from entry where canonical = :canonical), "
    "(select entry_id from article where canonical = :canonical limit 1))"
)


@dataclass(frozen=True, slots=True)
class _Known:
    """A known entry: what tells whether another is the same."""

    id: int
    source_id: int
    title: str
    published: When | None
    file: str


@dataclass(frozen=True, slots=True)
class _Offer:
    """A known entry that the entry `number` of the answer may be; `agreement` counts what says so."""

    agreement: int
    number: int
    known_id: int


class KnownEntries:
    """The known entries, as one source sees them."""

    def __init__(self, sql: sqlite3.Connection, source_id: int) -> None:
        self._sql, self._source_id = sql, source_id

    def by_identity(self, found: Sequence[IdentifiedEntry]) -> dict[int, int]:
        """The ids of those that are listed under their own identity, by their place in `found`."""
        known = ((number, self._by_own_identity(one)) for number, one in enumerate(found))
        return {number: entry_id for number, entry_id in known if entry_id is not None}

    def by_agreement(self, found: Sequence[IdentifiedEntry], settled: dict[int, int]) -> dict[int, int]:
        """The same of those that are known by something else, where `settled` are; two are never the same one."""
        taken = set(settled.values())
        ids: dict[int, int] = {}
        open_ones = [(number, one) for number, one in enumerate(found) if number not in settled]
        offers = [offer for number, one in open_ones for offer in self._offers(number, one) if offer.agreement]
        for offer in sorted(offers, key=attrgetter("agreement"), reverse=True):
            if offer.number not in ids and offer.known_id not in taken:
                ids[offer.number] = offer.known_id
                taken.add(offer.known_id)
        return ids

    def identity_of(self, found: IdentifiedEntry) -> str:
        """Under which an entry is to be listed that was not listed under its own identity."""
        if found.identity == found.whole or self._by_identity(found.shared) or self._has_repeated(found.shared):
            return found.whole
        return found.shared

    def _by_own_identity(self, found: IdentifiedEntry) -> int | None:
        known = None if found.repeats else self._by_identity(found.shared)
        if known is None or self._is_another(found, known):
            known = self._by_identity(found.whole)
        return known.id if known else None

    def _is_another(self, found: IdentifiedEntry, known: _Known) -> bool:
        """Whether a new entry has what identified a known one, and is another by its title and its date.

        Where the known one belongs to another source, its title and date are what that said, and tell nothing.
        """
        if known.source_id != self._source_id or _is_one_date(found, known):
            return False
        dated = found.entry.published is not None and known.published is not None
        if not found.entry.id and not found.entry.url:
            file = first_file(found.entry)
            return dated or (file != known.file and bool(file and known.file))
        if _is_one_title(found, known):
            return False
        return self._has_repeated(found.shared) if found.entry.id else dated

    def _offers(self, number: int, found: IdentifiedEntry) -> Iterator[_Offer]:
        known = self._by_identity(found.shared) if found.repeats else None
        if known:
            yield _Offer(_agreement(found, known), number, known.id)
        known = self._by_address(found.canonical) if found.canonical else None
        if known is None:
            return
        if self._is_listed(known.id):
            yield _Offer(_agreement(found, known), number, known.id)
        elif found.owns_address:
            yield _Offer(1 + _agreement(found, known), number, known.id)

    def _is_listed(self, entry_id: int) -> bool:
        query = "select 1 from listed where entry_id = ? and source_id = ?"
        return scalar(self._sql, query, (entry_id, self._source_id)) is not None

    def _by_identity(self, identity: str) -> _Known | None:
        return _known(self._sql.execute(_BY_IDENTITY, (self._source_id, identity)).fetchone())

    def _by_address(self, canonical: str) -> _Known | None:
        return _known(self._sql.execute(_BY_ADDRESS, {"canonical": canonical}).fetchone())

    def _has_repeated(self, shared: str) -> bool:
        """Whether several entries of an answer had this id once: then it identifies none."""
        query = "select 1 from listed where source_id = ? and identity > ? and identity < ? limit 1"
        after = chr(ord(SEPARATOR) + 1)
        return scalar(self._sql, query, (self._source_id, shared + SEPARATOR, shared + after)) is not None


def _known(row: tuple[Any, ...] | None) -> _Known | None:
    if row is None:
        return None
    entry_id, source_id, title, *date, written = row
    files = ENCLOSURES.read(written)
    return _Known(entry_id, source_id, title, WHEN.read(*date), files[0].url if files else "")


def _agreement(found: IdentifiedEntry, known: _Known) -> int:
    """How many of title, date and file are those of the known entry.

    What several entries of the answer have says nothing where they have one address too.
    """
    agree = {"title": _is_one_title(found, known), "date": _is_one_date(found, known)}
    file = first_file(found.entry)
    return sum(agree[name] for name in agree if found.owns_address or name in found.telling) + (
        file != "" and file == known.file
    )


def _is_one_title(found: IdentifiedEntry, known: _Known) -> bool:
    return found.entry.title.casefold() == known.title.casefold()


def _is_one_date(found: IdentifiedEntry, known: _Known) -> bool:
    said, before = found.entry.published, known.published
    return said is not None and before is not None and said.timestamp == before.timestamp
