"""What identifies an entry within its source, and which entries of one answer are the same."""

from collections import Counter
from dataclasses import replace
from hashlib import blake2b
from operator import attrgetter
from urllib.parse import urlsplit

from tuinews import address
from tuinews.model.entry import Entry, Listing
from tuinews.quick_dataclass import dataclass
from tuinews.store.encodings import PLAIN
from tuinews.store.tables.entry_columns import ENTRY

SEPARATOR = "\n"
"""Stands between what entries share and what tells them apart; no id has a line break."""

_TEXTS = ("id", *(column.field for column in ENTRY if column.encoding is PLAIN))
_texts_of = attrgetter(*_TEXTS)


@dataclass(frozen=True, slots=True)
class IdentifiedEntry:
    """An entry with what identifies it.

    `shared` is the feed's id, else the address, else the title: enough where no other entry has it. `repeats` says
    that it stands at several entries of the answer, `title_tells` and `date_tells` that its title and its date
    stand at this one alone. `canonical` is the address without what says nothing, None where there is none or it
    is a front page; `owns_address` says that it leads to this entry alone. `words` are those of the text of
    one without an id and a date; `words_tell` says that they alone tell it from another entry of the answer.
    """

    entry: Entry
    shared: str
    repeats: bool
    title_tells: bool
    date_tells: bool
    canonical: str | None
    owns_address: bool
    words: str
    words_tell: bool

    @property
    def whole(self) -> str:
        """`shared` with all that tells two entries apart."""
        return self.worded if self.words_tell else self._with(_apart(self.entry))

    @property
    def worded(self) -> str:
        """The same, its words counted: what an entry is known by that stood among others which they alone told."""
        return self._with((*_apart(self.entry), self.words))

    @property
    def identity(self) -> str:
        """Under which it is listed where nothing else is known of it."""
        return self.whole if self.repeats else self.shared

    def _with(self, apart: tuple[str, ...]) -> str:
        digest = blake2b(SEPARATOR.join(apart).encode(errors="replace"), digest_size=12)
        return f"{self.shared}{SEPARATOR}{digest.hexdigest()}"


def identified(listing: Listing) -> list[IdentifiedEntry]:
    """The entries of a listing in their order.

    Folded is only what has the same id, address with its fragment, title and date, and where there is no id the
    same file, and without a date the same words. A feed may give all its entries one id, lead all to one page (a
    live blog, a list of versions), or
    have neither: what repeats identifies nothing.
    """
    entries: dict[tuple[str, ...], dict[str, Entry]] = {}
    for entry in (_dated(_storable(entry)) for entry in listing.entries):
        entries.setdefault((entry.id, *_apart(entry)), {}).setdefault(_words(entry), entry)
    worded = {id(entry) for alike in entries.values() if len(alike) > 1 for entry in alike.values()}
    found = [(e, date, *_addresses(e)) for (*_, date), alike in entries.items() for e in alike.values()]
    titles = Counter(entry.title for entry, *_ in found)
    dates = Counter(date for _, date, *_ in found)
    shared = Counter(own for _, _, own, _ in found)
    addresses = Counter(canonical for *_, canonical in found)
    return [
        IdentifiedEntry(
            entry,
            own,
            shared[own] > 1,
            titles[entry.title] == 1,
            dates[date] == 1,
            canonical,
            addresses[canonical] == 1,
            _words(entry),
            id(entry) in worded,
        )
        for entry, date, own, canonical in found
    ]


def _apart(entry: Entry) -> tuple[str, ...]:
    """All that tells an entry from another, but for what its feed calls its id."""
    date = entry.published.latest.isoformat() if entry.published else ""
    return entry.url or "", first_file(entry), entry.title, date


def _words(entry: Entry) -> str:
    """The text of an entry that has neither an id nor a date; empty for any other, whose text may be mended."""
    return "" if entry.id or entry.published else f"{entry.summary or ''}\n{entry.content or ''}"


def _addresses(entry: Entry) -> tuple[str, str | None]:
    """What identifies an entry alone, and its canonical address, None where that is none of an article."""
    if not entry.url:
        return entry.id or entry.title, None
    canonical = address.canonical(entry.url)
    if entry.id and not canonical.endswith("/"):  # that of a front page does
        return entry.id, canonical
    parts = urlsplit(canonical)
    is_front_page = parts.path in ("", "/") and not parts.query and not parts.fragment
    fragment = "" if entry.id or parts.fragment else urlsplit(entry.url).fragment
    own = entry.id or (f"{canonical}#{fragment}" if fragment else canonical)
    return own, None if is_front_page else canonical


def first_file(entry: Entry) -> str:
    """The address of the first file that goes with an entry that has no id; empty where there is none."""
    return entry.enclosures[0].url if entry.enclosures and not entry.id else ""


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
