"""Which of the entries that an answer lists are known, and by what.

Within its source an entry is known by its identity. By its address alone it is the same only where its title or
its date say so too: a download page or a product's page is the link of one piece of news after another. Another
source that lists the address lists the same article.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Any

from tuinews.late import late_pattern
from tuinews.model.when import When
from tuinews.quick_dataclass import dataclass
from tuinews.store.encodings import ENCLOSURES, WHEN
from tuinews.store.merge.identities import SEPARATOR, IdentifiedEntry, first_file
from tuinews.store.merge.retired_entries import RetiredEntries
from tuinews.store.statements import marks, scalar

_SAID = "e.id, e.source_id, e.title, e.published, e.precision, e.earliest, e.enclosures, e.canonical, e.summary"
_LISTED = f"select l.identity, {_SAID} from listed l join entry e on e.id = l.entry_id where l.source_id = ?"
_AT_ONCE = 500
"""Identities that one statement names."""
_DAY = 86_400
"""Seconds; a moment that is a multiple of it is a date without a time."""

_COUNTED = late_pattern(r"(?<![\d.])\d{1,9}(?:\.\d{1,9})*")
_MEDIA = late_pattern(
    r"\.(?:mp3|m4a|m4b|aac|ogg|oga|opus|flac|wav|mp4|m4v|mov|webm|mkv|pdf|epub)\Z", re.IGNORECASE
)
_BY_ADDRESS = (
    f"select {_SAID} from entry e where e.id = coalesce((select id from entry where canonical = :canonical), "
    "(select entry_id from article where canonical = :canonical limit 1))"
)


@dataclass(frozen=True, slots=True)
class _Known:
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
        self._any_repeats: bool | None = None
        self._moments: dict[str, dict[float, list[_Known]]] = {}
        self._retired = RetiredEntries(sql, source_id)

    def by_identity(self, found: Sequence[IdentifiedEntry]) -> dict[int, int]:
        """The ids of those that are listed under their own identity, by their place in `found`."""
        listed = self._listed([one.shared for one in found if not one.repeats])
        known = ((number, self._by_own_identity(one, listed)) for number, one in enumerate(found))
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
        is_taken = found.repeats or self._by_identity(found.shared) or self._has_repeated(found.shared)
        is_taken = is_taken or self._retired.has_had(found.shared)
        return found.whole if is_taken else found.shared

    def _by_own_identity(self, found: IdentifiedEntry, listed: Mapping[str, _Known]) -> int | None:
        known = None if found.repeats else listed.get(found.shared)
        if known is None or self._is_another(found, known):
            has_repeated = self._has_repeated(found.shared)
            known = self._by_identity(found.whole) or self._by_identity(found.worded) if has_repeated else None
        return known.id if known else None

    def _listed(self, identities: Sequence[str]) -> dict[str, _Known]:
        """The entries that are listed under these identities: many are asked for at once, in half the time."""
        found: dict[str, _Known] = {}
        for start in range(0, len(identities), _AT_ONCE):
            part = identities[start : start + _AT_ONCE]
            query = f"{_LISTED} and l.identity in ({marks(part)})"
            for identity, *row in self._sql.execute(query, (self._source_id, *part)):
                known = _known(tuple(row))
                if known:
                    found[identity] = known
        return found

    def _is_another(self, found: IdentifiedEntry, known: _Known) -> bool:
        """Whether a new entry has what identified a known one, and is another by its title and its date.

        Where the known one belongs to another source, its title and date are what that said, and tell nothing.
        """
        if known.source_id != self._source_id:
            return False
        has_name = bool(found.entry.id or found.entry.url)
        if (has_name and _is_one_title(found, known)) or _is_one_date(found, known):
            return False
        dated = found.entry.published is not None and known.published is not None
        if found.entry.id:
            return self._has_repeated(found.shared) or (dated and _is_elsewhere(found, known))
        if has_name:
            return dated or _is_next_version(found.entry.title, known.title)
        file = first_file(found.entry)
        return dated or (bool(file and known.file) and _lasting(file) != _lasting(known.file))

    def _offers(self, number: int, found: IdentifiedEntry) -> Iterator[_Offer]:
        known = self._by_identity(found.shared) if found.repeats else None
        if known:
            yield _Offer(_agreement(found, known), number, known.id)
        known = self._at_moment(found) if found.repeats and found.date_tells else None
        if known:
            yield _Offer(1, number, known.id)
        known = self._by_address(found.canonical) if found.canonical else None
        if known is None and found.title_tells and found.date_tells:
            known = self._moved(found)
        if known is None:
            return
        if self._is_listed(known.id):
            yield _Offer(_agreement(found, known), number, known.id)
        elif found.owns_address:
            yield _Offer(1 + _agreement(found, known), number, known.id)

    def _at_moment(self, found: IdentifiedEntry) -> _Known | None:
        """The one of those that had the id of `found` together that was published at the same moment as it: its
        title was mended. A day alone says nothing.
        """
        published = found.entry.published
        if published is None or published.timestamp % _DAY == 0:
            return None
        if found.shared not in self._moments:
            moments: dict[float, list[_Known]] = {}
            query = f"{_LISTED} and l.identity > ? and l.identity < ?"
            for _, *row in self._sql.execute(query, (self._source_id, *_wholes(found.shared))):
                known = _known(tuple(row))
                if known and known.published:
                    moments.setdefault(known.published.timestamp, []).append(known)
            self._moments[found.shared] = moments
        there = self._moments[found.shared].get(published.timestamp, [])
        return there[0] if len(there) == 1 else None

    def _moved(self, found: IdentifiedEntry) -> _Known | None:
        """The one of this source with the title of `found` that was published at the same second: a site that
        gives its articles other addresses has not written them again. A day alone says nothing.
        """
        published = found.entry.published
        if published is None or published.timestamp % _DAY == 0 or published.approximate:
            return None
        query = f"{_LISTED} and l.sort_key = ? and e.title = ? limit 2"
        rows = self._sql.execute(query, (self._source_id, published.timestamp, found.entry.title)).fetchall()
        if len(rows) != 1:
            return None
        [(_, *row)] = rows
        return _known(tuple(row))

    def _is_listed(self, entry_id: int) -> bool:
        query = "select 1 from listed where entry_id = ? and source_id = ?"
        return scalar(self._sql, query, (entry_id, self._source_id)) is not None

    def _by_identity(self, identity: str) -> _Known | None:
        return self._listed([identity]).get(identity)

    def _by_address(self, canonical: str) -> _Known | None:
        return _known(self._sql.execute(_BY_ADDRESS, {"canonical": canonical}).fetchone())

    def _has_repeated(self, shared: str) -> bool:
        """Whether several entries of an answer had this id once: then it identifies none."""
        if self._any_repeats is None:
            query = "select 1 from listed where source_id = ? and instr(identity, ?) limit 1"
            self._any_repeats = scalar(self._sql, query, (self._source_id, SEPARATOR)) is not None
        if not self._any_repeats:
            return False
        query = "select 1 from listed where source_id = ? and identity > ? and identity < ? limit 1"
        return scalar(self._sql, query, (self._source_id, *_wholes(shared))) is not None


def _wholes(shared: str) -> tuple[str, str]:
    """Between which identities those of entries lie that had one id together."""
    return shared + SEPARATOR, shared + chr(ord(SEPARATOR) + 1)


def _known(row: tuple[Any, ...] | None) -> _Known | None:
    if row is None:
        return None
    entry_id, source_id, title, published, precision, earliest, files, canonical, summary = row
    return _Known(entry_id, source_id, title, (published, precision, earliest), files, canonical, summary)


def _agreement(found: IdentifiedEntry, known: _Known) -> int:
    """How many of title, date, file and, where they alone tell, words are those of the known entry.

    What several entries of the answer have says nothing where they have one address too.
    """
    tells = found.owns_address
    file = first_file(found.entry)
    return (
        ((tells or found.title_tells) and _is_one_title(found, known))
        + ((tells or found.date_tells) and _is_one_date(found, known))
        + (file != "" and file == known.file)
        + (found.words_tell and found.entry.summary == known.summary)
    )


def _is_elsewhere(found: IdentifiedEntry, known: _Known) -> bool:
    """Whether a stated id went over to other news: an id of a place ("top 1"), or one counted anew in each answer.

    The address is another, and the title has hardly anything of the known one; a mended headline has most of it.
    """
    if not found.canonical or not known.canonical or found.canonical == known.canonical:
        return False
    said, before = (set(pairwise("".join(title.casefold().split()))) for title in (found.entry.title, known.title))
    return 2 * len(said & before) < min(len(said), len(before))


def _is_next_version(title: str, before: str) -> bool:
    """Whether two titles under one address and without dates are of two pieces of news, and not one that was
    mended: nothing was changed but a version ("App 1.2", "App 1.3"), or the number at the end, which was counted
    up by one ("Tập 4", "Tập 5"). Other numbers, such as those of the dead, are mended as the news goes on.
    """
    said, known = _COUNTED.findall(title), _COUNTED.findall(before)
    if len(said) != 1 or len(known) != 1 or _COUNTED.sub("0", title) != _COUNTED.sub("0", before):
        return False
    one, other = said[0], known[0]
    is_last = title.rstrip(" .!)]").endswith(one)
    return one != other and ("." in one + other or (is_last and one.isdecimal() and int(one) - int(other) == 1))


def _lasting(file: str) -> str:
    """The address of a file without what is signed anew for each who asks; a program's address needs its query."""
    path, _mark, _query = file.partition("?")
    return path if _MEDIA.search(path) else file


def _is_one_title(found: IdentifiedEntry, known: _Known) -> bool:
    return found.entry.title.casefold() == known.title.casefold()


def _is_one_date(found: IdentifiedEntry, known: _Known) -> bool:
    said, before = found.entry.published, known.published
    return said is not None and before is not None and said.timestamp == before.timestamp
