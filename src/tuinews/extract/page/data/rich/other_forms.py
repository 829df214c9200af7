"""Two forms of rich text that are no trees: Mobiledoc (Ghost) and deltas (Quill)."""

from collections.abc import Mapping
from html import escape
from itertools import count

from tuinews.extract.page.data.content_keys import Node
from tuinews.extract.page.data.rich.marks import link_tag, wrapped

_SECTIONS, _LISTS = 1, 3
"""The kinds of Mobiledoc's sections that hold text."""


def mobile_markup(value: Node) -> str:
    """A Mobiledoc as HTML, "" where the value is none."""
    sections, marks = value.get("sections"), value.get("markups")
    if not isinstance(sections, list) or not isinstance(marks, list):
        return ""
    parts = []
    for section in sections:
        if not isinstance(section, list) or len(section) < 3 or not isinstance(section[1], str):
            continue
        tag, inner = section[1], section[2]
        if section[0] == _SECTIONS:
            parts.append(wrapped(_markers(inner, marks), [tag]))
        elif section[0] == _LISTS and isinstance(inner, list):
            parts.append(wrapped("".join(f"<li>{_markers(item, marks)}</li>" for item in inner), [tag]))
    return "".join(parts)


def _markers(markers: object, marks: list[object]) -> str:
    """The pieces of a line: `[0, opened marks, number of marks closed after it, text]`."""
    parts, opened = [], list[str]()
    for marker in markers if isinstance(markers, list) else ():
        if not isinstance(marker, list) or len(marker) < 4 or not isinstance(marker[3], str):
            continue
        for number in marker[1] if isinstance(marker[1], list) else ():
            tag = _mark(marks, number)
            parts.append(f"<{tag}>")
            opened.append(tag.split(" ", 1)[0])
        parts.append(escape(marker[3], quote=False))
        closed = min(marker[2] if isinstance(marker[2], int) else 0, len(opened))
        parts.extend(f"</{opened.pop()}>" for _ in range(closed))
    return "".join(parts)


def _mark(marks: list[object], number: object) -> str:
    mark = marks[number] if isinstance(number, int) and 0 <= number < len(marks) else None
    if not isinstance(mark, list) or not mark or not isinstance(mark[0], str) or not mark[0].isalnum():
        return "span"
    said = mark[1] if len(mark) > 1 and isinstance(mark[1], list) else []
    address = next((said[place + 1] for place in range(0, len(said) - 1, 2) if said[place] == "href"), None)
    return link_tag(address) if mark[0] == "a" and isinstance(address, str) else mark[0]


def delta_markup(value: Node) -> str:
    """A delta as HTML, "" where the value is none: a line's end says what the line is."""
    operations = value.get("ops")
    if not isinstance(operations, list) or not any(isinstance(o, Mapping) and "insert" in o for o in operations):
        return ""
    parts, line = [], ""
    for operation in operations:
        text = operation.get("insert") if isinstance(operation, Mapping) else None
        if not isinstance(text, str) or not isinstance(operation, Mapping):
            continue
        said = operation.get("attributes")
        said = said if isinstance(said, Mapping) else {}
        for place, piece in zip(count(), text.split("\n")):
            if place:
                parts.append(_line(line, said))
                line = ""
            line += wrapped(escape(piece, quote=False), _tags(said)) if piece else ""
    return "".join([*parts, _line(line, {})])


def _tags(said: Node) -> list[str]:
    tags = [tag for name, tag in (("bold", "strong"), ("italic", "em"), ("code", "code")) if said.get(name)]
    address = said.get("link")
    return [*tags, link_tag(address)] if isinstance(address, str) else tags


def _line(line: str, said: Node) -> str:
    if not line:
        return ""
    level = said.get("header")
    if isinstance(level, int) and 1 <= level <= 6:
        return f"<h{level}>{line}</h{level}>"
    if said.get("blockquote"):
        return f"<blockquote><p>{line}</p></blockquote>"
    listed = said.get("list")
    return (
        f"<{'ol' if listed == 'ordered' else 'ul'}><li>{line}</li></{'ol' if listed == 'ordered' else 'ul'}>"
        if listed
        else f"<p>{line}</p>"
    )
