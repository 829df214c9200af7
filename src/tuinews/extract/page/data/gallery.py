"""The pictures of a gallery in a page's data, with their captions, where a script shows one after another."""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from itertools import islice

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.page.data.content_keys import Node, is_content
from tuinews.extract.page.data.references import References
from tuinews.extract.page.data.rich.kinds import BlockKind, kind_of
from tuinews.extract.page.data.rich.pictures import figure_of

LEAST_PICTURES, LEAST_TOLD = 4, 0.6
"""Pictures with a caption from which they are a gallery (as on pages that show one), and their share of a list."""

DEPTH, MOST_PICTURES = 5, 300
"""Objects around the list of a gallery, and pictures of one that are read."""

MOST_OBJECTS, MOST_DEEP = 5_000, 12
"""Values of the data of a page that are looked at for one with its title, and how deep."""

_FILE = re.compile(r"\.(?:jpe?g|png|webp|avif|gif)(?:$|[?#&])|/(?:image|img|photo|media)s?/", re.IGNORECASE)
_TOLD = "<figcaption>"
_NAMES = (
    "data-slides",
    "data-images",
    "data-gallery",
    "data-photos",
    "data-pictures",
    "data-items",
    "data-slideshow",
)
_SLIDERS = ", ".join(f"[{name}]" for name in _NAMES)
_PICTURES = re.compile("|".join(_NAMES))
_IN_ATTRIBUTE = re.compile(rf"(?:{'|'.join(_NAMES)})\s*=\s*[\"']\s*(?:\[|\{{|&#91;|&quot;)")
MOST_SLIDERS, MAX_ATTRIBUTE = 8, 1_000_000
"""Elements with such an attribute that are read, and characters of one."""


def gallery_markup(one: Node, references: References) -> str:
    """The longest list of pictures with captions in an object as figures of HTML, "" if there is none."""
    best: list[str] = []
    for items in _lists(one, references, DEPTH):
        followed = [references.follow(item) for item in items[:MOST_PICTURES]]
        figures = [
            figure_of(item, references) for item in followed if isinstance(item, Mapping) and _is_picture(item)
        ]
        told = [figure for figure in figures if _TOLD in figure]
        if len(told) > max(LEAST_PICTURES - 1, len(best)) and len(told) >= LEAST_TOLD * len(items):
            best = figures
    return "".join(best)


def objects_in(value: object, references: References) -> Iterator[Node]:
    """The objects in a page's data, the outer ones first, so many as are looked at and so deep."""
    left, waiting = MOST_OBJECTS, deque([(value, 0)])
    while waiting and left:
        one, depth = waiting.popleft()
        one, left = references.follow(one), left - 1
        if isinstance(one, Mapping):
            yield one
        inner = one.values() if isinstance(one, Mapping) else one if isinstance(one, list) else ()
        if depth < MOST_DEEP:
            waiting.extend((part, depth + 1) for part in inner if isinstance(part, list | Mapping))


def may_have_pictures(html: str) -> bool:
    """Whether an attribute of a page is called after pictures and begins as a list."""
    return "data-" in html and _IN_ATTRIBUTE.search(html) is not None


def pictures_in_attributes(tree: LexborHTMLParser) -> Iterator[Node]:
    """The lists of pictures that elements have as an attribute for the script of a slider."""
    for node in islice(tree.css(_SLIDERS), MOST_SLIDERS):
        for name, value in node.attributes.items():
            if (
                value
                and value.lstrip()[:1] in ("[", "{")
                and _PICTURES.search(name)
                and len(value) < MAX_ATTRIBUTE
            ):
                try:
                    yield {"items": json.loads(value)}
                except (ValueError, RecursionError):
                    continue


def _lists(value: object, references: References, depth: int) -> Iterator[list[object]]:
    value = references.follow(value)
    if depth < 0:
        return
    if isinstance(value, list):
        if len(value) >= LEAST_PICTURES:
            yield value
        for item in value[:LEAST_PICTURES]:
            yield from _lists(item, references, depth - 1)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(inner, list | Mapping | str) and is_content(key):
                yield from _lists(inner, references, depth - 1)


def _is_picture(item: Node) -> bool:
    """Whether an object is a picture, and no card of an article with one."""
    if kind_of(item) is BlockKind.IMAGE or ("width" in item and "height" in item):
        return True
    return any(isinstance(value, str) and _FILE.search(value) is not None for value in item.values()) or any(
        isinstance(item.get(name), Mapping) and not any(isinstance(item.get(key), str) for key in ("slug", "date"))
        for name in ("image", "photo", "picture", "media", "file", "asset")
    )
