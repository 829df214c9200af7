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

from tuinews.late import late_pattern
from tuinews.quick_dataclass import dataclass
from tuinews.store.merge.identities import SEPARATOR, IdentifiedEntry, first_file
from tuinews.store.merge.known_rows import KnownEntry, at_addresses, listed_at, listed_between, listed_under
from tuinews.store.merge.retired_entries import RetiredEntries
from tuinews.store.merge.reused_addresses import is_of_one_article, is_wholly_other
from tuinews.store.statements import scalar

_DAY = 86_400
"""Seconds; a moment that is a multiple of it is a date without a time."""

_SHORT_DAY = 72_000
"""Seconds from which the next of a daily series comes: one is early by some hours."""

_VERSION = late_pattern(r"(?<![\d.,])\d{1,5}(?:\.\d{1,5})+(?![\d,])")
_COUNTED = late_pattern(r"(?<![\d.])\d{1,9}(?:\.\d{1,9})*")
_MEDIA = late_pattern(
    r"\.(?:mp3|m4a|m4b|aac|ogg|oga|opus|flac|wav|mp4|m4v|mov|webm|mkv|pdf|epub)\Z", re.IGNORECASE
)


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
        self._moments: dict[str, dict[float, list[KnownEntry]]] = {}
        self._absent: set[str] = set()
        """Identities under which nothing is listed."""
        self._retired = RetiredEntries(sql, source_id)

    def by_identity(self, found: Sequence[IdentifiedEntry]) -> dict[int, int]:
        """The ids of those that are listed under their own identity, by their place in `found`."""
        asked = [one.shared for one in found if not one.repeats]
        listed = listed_under(self._sql, self._source_id, asked)
        self._absent.update(identity for identity in asked if identity not in listed)
        known = ((number, self._by_own_identity(one, listed)) for number, one in enumerate(found))
        return {number: entry_id for number, entry_id in known if entry_id is not None}

    def by_agreement(self, found: Sequence[IdentifiedEntry], settled: dict[int, int]) -> dict[int, int]:
        """The same of those that are known by something else, where `settled` are; two are never the same one."""
        taken = set(settled.values())
        ids: dict[int, int] = {}
        open_ones = {number: one for number, one in enumerate(found) if number not in settled}
        offers = [offer for offer in self._all_offers(open_ones) if offer.agreement]
        for offer in sorted(offers, key=attrgetter("agreement"), reverse=True):
            if offer.number not in ids and offer.known_id not in taken:
                ids[offer.number] = offer.known_id
                taken.add(offer.known_id)
        if ids:  # they will be listed under other identities
            self._absent.clear()
        return ids

    def identity_of(self, found: IdentifiedEntry) -> str:
        """Under which an entry is to be listed that was not listed under its own identity."""
        is_taken = found.repeats or self._is_listed_under(found.shared) or self._has_repeated(found.shared)
        is_taken = is_taken or self._retired.has_had(found.shared)
        return found.whole if is_taken else found.shared

    def _by_own_identity(self, found: IdentifiedEntry, listed: Mapping[str, KnownEntry]) -> int | None:
        known = None if found.repeats else listed.get(found.shared)
        if known is None or self._is_another(found, known):
            has_repeated = self._has_repeated(found.shared)
            known = self._by_identity(found.whole) or self._by_identity(found.worded) if has_repeated else None
        return known.id if known else None

    def _is_another(self, found: IdentifiedEntry, known: KnownEntry) -> bool:
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
            is_moved = _is_elsewhere(found, known) and (dated or _is_other_news(found, known))
            return self._has_repeated(found.shared) or is_moved or (dated and _is_of_place(found, known))
        if has_name:
            return dated or _is_next_version(found.entry.title, known.title) or _is_other_news(found, known)
        file = first_file(found.entry)
        return dated or (bool(file and known.file) and _lasting(file) != _lasting(known.file))

    def _all_offers(self, found: Mapping[int, IdentifiedEntry]) -> Iterator[_Offer]:
        """What each of the entries may be, by their numbers."""
        addressed = at_addresses(self._sql, [one.canonical for one in found.values() if one.canonical])
        rest = [number for number, one in found.items() if one.canonical not in addressed]
        moved = self._moved({number: found[number] for number in rest})
        for number, one in found.items():
            yield from self._offers(number, one, addressed.get(one.canonical or "") or moved.get(number))

    def _offers(self, number: int, found: IdentifiedEntry, elsewhere: KnownEntry | None) -> Iterator[_Offer]:
        """What an entry may be; `elsewhere` is what is known by its address, or else had its title and moment."""
        known = self._by_identity(found.shared) if found.repeats else None
        if known:
            yield _Offer(_agreement(found, known), number, known.id)
        known = self._at_moment(found) if found.repeats and found.date_tells else None
        if known:
            yield _Offer(1, number, known.id)
        if elsewhere is None:
            return
        if self._is_listed(elsewhere.id):
            agreement = 0 if _is_next_of_series(found, elsewhere) else _agreement(found, elsewhere)
            yield _Offer(agreement, number, elsewhere.id)
        elif found.owns_address:
            yield _Offer(1 + _agreement(found, elsewhere), number, elsewhere.id)

    def _at_moment(self, found: IdentifiedEntry) -> KnownEntry | None:
        """The one of those that had the id of `found` together that was published at the same moment as it: its
        title was mended. A day alone says nothing.
        """
        published = found.entry.published
        if published is None or published.timestamp % _DAY == 0:
            return None
        if found.shared not in self._moments:
            moments: dict[float, list[KnownEntry]] = {}
            for known in listed_between(self._sql, self._source_id, *_wholes(found.shared)):
                if known.published:
                    moments.setdefault(known.published.timestamp, []).append(known)
            self._moments[found.shared] = moments
        there = self._moments[found.shared].get(published.timestamp, [])
        return there[0] if len(there) == 1 else None

    def _moved(self, found: Mapping[int, IdentifiedEntry]) -> dict[int, KnownEntry]:
        """Those of this source with the title of an entry that were published at the same second, by its number.

        A site that gives its articles other addresses has not written them again. A day alone says nothing.
        """
        keys: dict[int, tuple[float, str]] = {}
        for number, one in found.items():
            published = one.entry.published if one.title_tells and one.date_tells else None
            if published is not None and not published.approximate and published.timestamp % _DAY:
                keys[number] = (published.timestamp, one.entry.title)
        there = listed_at(self._sql, self._source_id, [moment for moment, _ in keys.values()])
        alone = {key: known[0] for key, known in there.items() if len(known) == 1}
        return {number: alone[key] for number, key in keys.items() if key in alone}

    def _is_listed(self, entry_id: int) -> bool:
        query = "select 1 from listed where entry_id = ? and source_id = ?"
        return scalar(self._sql, query, (entry_id, self._source_id)) is not None

    def _is_listed_under(self, identity: str) -> bool:
        return identity not in self._absent and self._by_identity(identity) is not None

    def _by_identity(self, identity: str) -> KnownEntry | None:
        return listed_under(self._sql, self._source_id, [identity]).get(identity)

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


def _agreement(found: IdentifiedEntry, known: KnownEntry) -> int:
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


def _is_elsewhere(found: IdentifiedEntry, known: KnownEntry) -> bool:
    """Whether a stated id went over to other news: an id of a place ("top 1"), or one counted anew in each answer.

    The address is another, and the title has hardly anything of the known one; a mended headline has most of it.
    """
    if not found.canonical or not known.canonical or found.canonical == known.canonical:
        return False
    said, before = (set(pairwise("".join(title.casefold().split()))) for title in (found.entry.title, known.title))
    return 2 * len(said & before) < min(len(said), len(before))


def _is_of_place(found: IdentifiedEntry, known: KnownEntry) -> bool:
    """Whether a stated id and its address are those of a place, which shows other news of another day now: a
    product's page with its newest version, "top".
    """
    said, before = found.entry, known.title
    versions = [_VERSION.findall(title) for title in (said.title, before)]
    is_next = all(len(found) == 1 for found in versions) and versions[0] != versions[1]
    if not is_next and not is_wholly_other(said.title, before):
        return False
    return not any(is_of_one_article(place, said.title, before) for place in (said.id, said.url or ""))


def _is_next_of_series(found: IdentifiedEntry, known: KnownEntry) -> bool:
    """Whether an entry is the next of a series that has one title and one address ("Photo of the day"): its
    id, its date and its text are others, and the address is no article's own.
    """
    entry = found.entry
    if not entry.id or entry.published is None or known.published is None or not _is_one_title(found, known):
        return False
    is_later = abs(entry.published.timestamp - known.published.timestamp) >= _SHORT_DAY
    is_told_anew = bool(entry.summary and known.summary) and is_wholly_other(
        entry.summary or "", known.summary or ""
    )
    return is_later and is_told_anew and not is_of_one_article(entry.url or "", entry.title)


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


def _is_other_news(found: IdentifiedEntry, known: KnownEntry) -> bool:
    """Whether an entry without a date has of the known one nothing but its id, or its link, no article's own."""
    entry = found.entry
    if not is_wholly_other(entry.title, known.title) or (entry.summary and entry.summary == known.summary):
        return False
    return entry.id != "" or not is_of_one_article(entry.url or "", entry.title, known.title)


def _lasting(file: str) -> str:
    """The address of a file without what is signed anew for each who asks; a program's address needs its query."""
    path, _mark, _query = file.partition("?")
    return path if _MEDIA.search(path) else file


def _is_one_title(found: IdentifiedEntry, known: KnownEntry) -> bool:
    return found.entry.title.casefold() == known.title.casefold()


def _is_one_date(found: IdentifiedEntry, known: KnownEntry) -> bool:
    said, before = found.entry.published, known.published
    return said is not None and before is not None and said.timestamp == before.timestamp
