"""The marks of rich text in JSON as HTML: bold, italics, code and links, on a piece of text or on ranges of it."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from tuinews.extract.page.data.content_keys import Node

_TAGS = {
    "bold": "strong",
    "strong": "strong",
    "b": "strong",
    "italic": "em",
    "emphasis": "em",
    "em": "em",
    "i": "em",
    "code": "code",
    "strikethrough": "s",
    "strike": "s",
    "superscript": "sup",
    "subscript": "sub",
}
_LINKS = ("link", "hyperlink", "a", "anchor", "url")
_ADDRESSES = ("href", "url", "uri", "link", "src")
_HOLDERS = ("attrs", "data", "attributes", "linkData", "value", "fields", "model")
_BITS = ((1, "strong"), (2, "em"), (4, "s"), (16, "code"), (32, "sub"), (64, "sup"))
"""The format of a text in Lexical (Meta), a number of flags."""

MOST_RANGES = 2000
"""Marked ranges of one paragraph that are read."""


def address_of(value: object) -> str:
    """The address that a link, a mark or an entity states, also one object further in."""
    if isinstance(value, str):
        return value if value.startswith(("http", "/", "#", "mailto:")) else ""
    if not isinstance(value, Mapping):
        return ""
    for key in _ADDRESSES:
        found = value.get(key)
        if isinstance(found, str) and found:
            return found
        if isinstance(found, Mapping) and (inner := address_of(found)):
            return inner
    return next((found for key in _HOLDERS if (found := address_of(value.get(key)))), "")


def wrapped(text: str, tags: Iterable[str]) -> str:
    """HTML inside these elements; "a …" is one with its address."""
    for tag in tags:
        text = f"<{tag}>{text}</{tag.split(' ', 1)[0]}>"
    return text


def link_tag(address: str) -> str:
    """The element of a link."""
    return f'a href="{escape(address)}"'


def marks_of(node: Node, definitions: Iterable[object]) -> Iterator[str]:
    """The elements that the marks of one text ask for; `definitions` are the links of portable text."""
    by_key = {d.get("_key"): d for d in definitions if isinstance(d, Mapping)}
    marks = node.get("marks") or node.get("decorations")
    for mark in marks if isinstance(marks, list) else ():
        name = str(mark.get("type") or "").lower() if isinstance(mark, Mapping) else str(mark)
        if name.lower() in _TAGS:
            yield _TAGS[name.lower()]
        elif address := address_of(mark if name in _LINKS else by_key.get(name)):
            yield link_tag(address)
    for flag in ("bold", "italic", "code"):
        if node.get(flag) is True:
            yield _TAGS[flag]
    bits = node.get("format")
    if isinstance(bits, int):
        yield from (tag for bit, tag in _BITS if bits & bit)


def ranged(text: str, node: Node, entities: object) -> str:
    """The text as HTML with the ranges that are marked (Draft.js, Prismic, Medium); what crosses is left out."""
    opened: list[tuple[int, int, str]] = []
    for start, end, tag in sorted(_ranges(node, entities), key=lambda one: (one[0], -one[1])):
        if 0 <= start < end <= len(text) and all(end <= last or start >= last for _, last, _ in opened[-8:]):
            opened.append((start, end, tag))
    events = [(start, 1, -end, f"<{tag}>") for start, end, tag in opened]
    events += [(end, 0, -start, f"</{tag.split(' ', 1)[0]}>") for start, end, tag in opened]
    parts, done = list[str](), 0
    for place, _, _, tag in sorted(events):
        parts += (escape(text[done:place], quote=False), tag)
        done = place
    return "".join([*parts, escape(text[done:], quote=False)])


def _ranges(node: Node, entities: object) -> Iterator[tuple[int, int, str]]:
    for key in ("inlineStyleRanges", "entityRanges", "spans", "markups"):
        found = node.get(key)
        for one in found[:MOST_RANGES] if isinstance(found, list) else ():
            if not isinstance(one, Mapping):
                continue
            start = one.get("start", one.get("offset"))
            end, length = one.get("end"), one.get("length")
            if not isinstance(start, int) or not isinstance(end if end is not None else length, int):
                continue
            stop = end if isinstance(end, int) else start + length if isinstance(length, int) else start
            name = str(one.get("type") or one.get("style") or "").lower()
            entity = entities.get(str(one.get("key"))) if isinstance(entities, Mapping) else None
            if name in _TAGS:
                yield start, stop, _TAGS[name]
            elif address := address_of(entity) or address_of(one):
                yield start, stop, link_tag(address)
