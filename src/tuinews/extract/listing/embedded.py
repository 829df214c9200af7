"""Lists of articles in the data of a page: JSON-LD (schema.org) and what its scripts start with.

Used where the markup itself has no list because a script renders it. The values are those that `page.data` finds:
assignments, `JSON.parse`, pushes of server components, graphs, attributes. A list is a JSON list of objects with
titles and addresses, or an object of such objects, as caches have it. Zones of a page are several lists with the
same fields, so these are one.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from operator import attrgetter

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.listing.embedded_items import Item, entry_of, item_of
from tuinews.extract.listing.links.links import width
from tuinews.extract.page.data.references import References
from tuinews.extract.page.data.scripts import MAX_SCRIPTS, page_values, script_texts
from tuinews.model.entry import Entry
from tuinews.quick_dataclass import dataclass

_MAX_VALUES = 200_000
"""Values of one page that are looked at; its scripts can hold millions."""

_LEAST_ITEMS, _LEAST_CACHED = 2, 3
"""Objects that make a list, and those that make one as members of an object."""

_MOST_TITLE, _DATE_WORTH = 60, 20
"""To choose the longest list: letters of a title that count, and the letters that a date is worth; so thirty menu
items do not outweigh ten headlines with dates."""

_BESIDE = re.compile(
    r"most_?(?:read|popular|viewed|shared|commented)|popular|trending|related|recommend|similar|menu|nav(?:igation)?s?$"
    r"|footer|header|breadcrumb|sponsor|promo",
    re.IGNORECASE,
)
"""Keys of lists that are not the page's own; read where it has no other."""

_Found = dict[tuple[str, ...], dict[str, Entry]]
"""Entries by their addresses, by the fields of their objects."""


def embedded_entries(
    tree: LexborHTMLParser, base: str, lang: str | None, now: datetime | None
) -> tuple[Entry, ...]:
    """The longest list of articles in the page's data, in its order; () where there is none."""
    own: _Found = {}
    beside: _Found = {}
    values = page_values(tree, script_texts(tree))
    references = References(values.values, values.rows)
    roots = [*_linked_data(tree), *values.values, *values.rows.values()]
    # A cache has its articles in any order; a list that refers to them has the page's.
    for found in sorted(_lists_in(roots, references), key=attrgetter("is_cache")):
        items = [item for item in map(item_of, found.objects) if item is not None]
        if len(items) >= _LEAST_ITEMS:
            _add(beside if found.is_beside else own, items, base, lang, now)
    for lists in (own, beside):
        best = max(lists.values(), key=_mass, default={})
        if len(best) >= _LEAST_ITEMS:
            return tuple(best.values())
    return ()


def _add(found: _Found, items: list[Item], base: str, lang: str | None, now: datetime | None) -> None:
    for item in items:
        entry = entry_of(item, base, lang, now)
        if entry is not None:
            found.setdefault(item.fields, {}).setdefault(entry.id, entry)


def _mass(entries: dict[str, Entry]) -> float:
    return sum(min(width(e.title), _MOST_TITLE) + (_DATE_WORTH if e.published else 0) for e in entries.values())


def _linked_data(tree: LexborHTMLParser) -> Iterator[object]:
    """The values of the page's JSON-LD; broken ones are passed over."""
    for script in tree.css("script[type*='ld+json' i]"):
        text = (script.text() or "").strip()
        if len(text) > MAX_SCRIPTS:
            continue
        try:
            yield json.JSONDecoder(strict=False).raw_decode(text)[0]
        except (ValueError, RecursionError):
            continue


@dataclass(frozen=True, slots=True)
class _ObjectList:
    """Objects of a list, or of an object that is a cache; `is_beside` says that its key is not that of the page's
    own list.
    """

    objects: list[dict[str, object]]
    is_cache: bool
    is_beside: bool


def _lists_in(roots: list[object], references: References) -> Iterator[_ObjectList]:
    """Every list of objects in these values, without recursion."""
    left: list[tuple[object, bool]] = [(root, False) for root in reversed(roots)]
    seen = 0
    while left and seen < _MAX_VALUES:
        seen += 1
        value, is_beside = left.pop()
        if isinstance(value, dict):
            members = [one for one in value.values() if isinstance(one, dict)]
            if len(members) >= _LEAST_CACHED and 2 * len(members) > len(value):
                yield _ObjectList(members, is_cache=True, is_beside=is_beside)
            keyed = [(inner, is_beside or bool(_BESIDE.search(str(key)))) for key, inner in value.items()]
            left.extend(reversed(keyed))
        elif isinstance(value, list):
            followed = [references.follow(one) for one in value]
            objects = [one for one in followed if isinstance(one, dict)]
            if len(objects) >= _LEAST_ITEMS:
                yield _ObjectList(objects, is_cache=False, is_beside=is_beside)
            left.extend((one, is_beside) for one in reversed(value) if isinstance(one, (dict, list)))
