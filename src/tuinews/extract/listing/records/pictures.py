"""The picture of a record: the first that is none of a person, a sign or a place kept for one that comes later."""

import re
from collections.abc import Iterator

from tuinews import address
from tuinews.extract.listing.outline import Node, Outline
from tuinews.extract.listing.records.records import Record

_SOURCES = (
    *("data-src", "data-original", "data-lazy-src", "data-lazy", "data-image", "data-img-url", "data-full-url"),
    *("data-hi-res-src", "src"),
)
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_GROUNDS = ("data-bg", "data-background", "data-background-image", "data-img-url", "data-image-src", "data-bg-src")
"""Where an element names the picture behind it."""

_IN_STYLE = re.compile(r"background(?:-image)?\s*:[^;]*?url\(\s*[\"']?([^\"')]+)", re.IGNORECASE)
_IMAGES = frozenset(("img", "amp-img", "source"))
_PLACE_HOLDER = re.compile(
    r"(?:^|[/_.-])(?:blank|placeholder|spacer|transparent|pixel|1x1|lazy(?:load)?|loading|empty|grey|gray|dummy"
    r"|default[-_]?(?:image|thumb\w*))(?:[/_.-]|$)",
    re.IGNORECASE,
)
_PERSON = re.compile(r"avatar|gravatar|author[-_]?(?:image|photo|pic|img)|byline|profile[-_]?pic", re.IGNORECASE)
_CANDIDATE = re.compile(r"(\S*[^\s,])(?:\s+(\d+(?:\.\d+)?)[wx])?\s*(?:,|\Z)")
_SMALL = 48
"""Pixels up to which a picture is a sign."""


def picture_of(outline: Outline, record: Record, base: str) -> str | None:
    """The address of a record's picture, absolute against `base`; None where it has none."""
    nodes = outline.nodes[record.start : record.end]
    for node in sorted(nodes, key=lambda node: node.tag == "source"):  # another form of a picture, or its only one
        if node.tag in _IMAGES and _is_small(node):
            continue
        for value in _named(node):
            target = address.join(base, value)
            if target is not None and not _is_of_person(outline, node, target):
                return target
    return None


def _named(node: Node) -> Iterator[str]:
    """The addresses that an element gives for a picture, the likeliest first."""
    values = node.attributes
    if not values:
        return
    if node.tag in _IMAGES:
        named = [values.get(name) for name in _SOURCES]
        named += [_largest(values.get(name) or "") for name in _SETS]
    else:
        style = _IN_STYLE.search(values.get("style") or "")
        named = [style[1] if style else None, *(values.get(name) for name in _GROUNDS)]
    for value in named:
        if value and not value.startswith("data:") and not _PLACE_HOLDER.search(value.rpartition("/")[2]):
            yield value


def _largest(candidates: str) -> str:
    """The address of a srcset with the largest number behind it (html.spec.whatwg.org, 4.8.4.2.1)."""
    found = _CANDIDATE.findall(candidates[:10_000])
    return max(found, key=lambda pair: float(pair[1] or 1))[0] if found else ""


def _is_small(node: Node) -> bool:
    sizes = [node.attributes.get(name) or "" for name in ("width", "height")]
    return any(size.isdecimal() and int(size[:5]) <= _SMALL for size in sizes)


def _is_of_person(outline: Outline, node: Node, target: str) -> bool:
    holders = [node, *(outline.nodes[index] for index in outline.ancestors(node.index, 2))]
    return bool(_PERSON.search(target)) or any(_PERSON.search(holder.names) for holder in holders)
