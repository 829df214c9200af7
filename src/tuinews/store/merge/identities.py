"""What identifies an entry within its source, and which entries of one answer are the same."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b
from operator import attrgetter
from urllib.parse import urlsplit

from tuinews import address
from tuinews.model.entry import Entry, Listing
from tuinews.store.encodings import PLAIN
from tuinews.store.tables.entry_columns import ENTRY

SEPARATOR = "\n"
"""Stands between what entries share and what tells them apart; no id has a line break."""

_TEXTS = ("id", *(column.field for column in ENTRY if column.encoding is PLAIN))
_texts_of = attrgetter(*_TEXTS)


@dataclass(frozen=True, slots=True)
class IdentifiedEntry:
    """An entry with what identifies it.

    `shared` is the feed's id, else the address, else the title: enough where no other entry has it. `whole` is
    that with all that tells two entries apart. It is listed under `identity`, which is one of both. `repeats` says
    that `shared` stands at several entries of the answer, and `telling` which of the title and the date stand at
    this one alone. `canonical` is the address without what says nothing, None where there is none or it is a
    front page; `owns_address` says that it leads to this entry alone.
    """

    entry: Entry
    shared: str
    whole: str
    identity: str
    repeats: bool
    telling: frozenset[str]
    canonical: str | None
    owns_address: bool


def identified(listing: Listing) -> list[IdentifiedEntry]:
    """The entries of a listing in their order.

    Folded is only what has the same id, address with its fragment, title and date, and where there is no id the
    same file. A feed may give all its entries one id, lead all to one page (a live blog, a list of versions), or
    have neither: what repeats identifies nothing.
    """
    entries: dict[str, Entry] = {}
    for entry in (_dated(_storable(entry)) for entry in listing.entries):
        entries.setdefault(_whole(entry), entry)
    found = list(entries.items())
    shared = Counter(_shared(entry) for _, entry in found)
    titles = Counter(entry.title for _, entry in found)
    dates = Counter(entry.published for _, entry in found)
    addresses = Counter(_canonical(entry) for _, entry in found)
    answer: list[IdentifiedEntry] = []
    for whole, entry in found:
        own, canonical = _shared(entry), _canonical(entry)
        repeats = shared[own] > 1
        telling = frozenset(_alone(("title", titles[entry.title]), ("date", dates[entry.published])))
        owns = addresses[canonical] == 1
        identity = whole if repeats else own
        answer.append(IdentifiedEntry(entry, own, whole, identity, repeats, telling, canonical, owns))
    return answer


def _alone(*counted: tuple[str, int]) -> Iterable[str]:
    return (name for name, count in counted if count == 1)


def _shared(entry: Entry) -> str:
    if entry.id or not entry.url:
        return entry.id or entry.title
    fragment = urlsplit(entry.url).fragment
    key = address.canonical(entry.url)
    return f"{key}#{fragment}" if fragment and "#" not in key else key


def first_file(entry: Entry) -> str:
    """The address of the first file that goes with an entry that has no id; empty where there is none."""
    return entry.enclosures[0].url if entry.enclosures and not entry.id else ""


def _whole(entry: Entry) -> str:
    date = entry.published.latest.isoformat() if entry.published else ""
    apart = SEPARATOR.join((entry.url or "", first_file(entry), entry.title, date))
    return f"{_shared(entry)}{SEPARATOR}{blake2b(apart.encode(errors='replace'), digest_size=12).hexdigest()}"


def _storable(entry: Entry) -> Entry:
    """The entry without lone surrogates, which UTF-8 cannot write: one such title must not cost a listing."""
    try:
        "".join(filter(None, _texts_of(entry))).encode()
    except UnicodeEncodeError:
        texts = {name: getattr(entry, name) for name in _TEXTS}
        return replace(
            entry, **{name: text and text.encode("utf-8", "replace").decode() for name, text in texts.items()}
        )
    return entry


def _dated(entry: Entry) -> Entry:
    """The entry with the date that it is listed by; Atom entries may have `updated` alone."""
    return replace(entry, published=entry.updated) if entry.updated and not entry.published else entry


def _canonical(entry: Entry) -> str | None:
    if not entry.url:
        return None
    canonical = address.canonical(entry.url)
    parts = urlsplit(canonical)
    return None if parts.path in ("", "/") and not parts.query and not parts.fragment else canonical
