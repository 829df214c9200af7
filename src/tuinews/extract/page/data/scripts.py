"""The values in a page's scripts and attributes, decoded: what an application starts with.

JSON in a script, an assignment (`window.__STATE__ = {…}`, `JSON.parse("…")`), the pushes of server components,
graphs written as one list, and the attributes in which a component finds its data.
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.page.data.flattened import is_flattened, unflattened
from tuinews.extract.page.data.flight import flight_rows, is_flight
from tuinews.extract.page.data.literals import NoLiteralError, called_at, json_at, literal_at
from tuinews.extract.page.data.tagged import is_tagged, untagged
from tuinews.extract.page.tree import attribute
from tuinews.quick_dataclass import dataclass

LEAST_SCRIPT = 200
"""Characters of a script that could hold a text."""

MAX_SCRIPTS = 10_000_000
"""Characters of all scripts of a page that are read."""

MOST_STARTS = 60
"""Places of one script at which a value is looked for; those that state it have one to three."""

MAX_IN_VAIN = 2_000_000
"""Characters of a page that are read as values and are none."""


@dataclass(frozen=True, slots=True)
class PageValues:
    """The values that a page states, and the rows of its server components by their ids."""

    values: list[object]
    rows: dict[str, object]


_START = re.compile(
    r"(?:=(?!=)|[(,:]|\breturn)\s*"
    r"(?:(?P<call>\(\s*function\s*\()|(?:window\.|self\.)?JSON\.parse\(\s*(?P<uri>decodeURIComponent\(\s*)?(?P<json>[\"'`])"
    r"|(?P<value>[{\[](?=\s*[\"'\[{\w$])|[\"'`](?=\s*[\[{<])))"
)
_ANGULAR = re.compile(r"&([qaslg]);")
_ANGULAR_SIGNS = {"q": '"', "a": "&", "s": "'", "l": "<", "g": ">"}
"""How Angular writes what it hands to the browser (TransferState)."""

_DATA_ATTRIBUTES = (
    "data-page",
    "data-props",
    "data-react-props",
    "data-state",
    "data-initial-state",
    "data-article",
    "data-content",
    "data-json",
    "data-model",
    "data-component-props",
    "props",
    ":article",
    ":post",
    ":content",
    ":data",
    ":initial-data",
)
_HOLDERS = ", ".join(f"[{name.replace(':', chr(92) + ':')}]" for name in _DATA_ATTRIBUTES)


def script_texts(tree: LexborHTMLParser) -> list[tuple[str, str]]:
    """The type and the text of each script of the page that may hold data, up to `MAX_SCRIPTS` characters."""
    found, left = [], MAX_SCRIPTS
    for script in tree.tags("script"):
        if attribute(script, "src"):
            continue
        text = script.text_content or script.text(deep=True)
        if LEAST_SCRIPT <= len(text) <= left or is_flight(text):
            left -= len(text)
            found.append((attribute(script, "type").lower(), text))
    return found


def page_values(tree: LexborHTMLParser, scripts: list[tuple[str, str]]) -> PageValues:
    """The values in these scripts and in the attributes of the page."""
    search = _Search()
    values: list[object] = []
    for kind, text in scripts:
        if is_flight(text) or "ld+json" in kind:
            continue
        if "json" in kind:
            values.extend(_json(text))
        elif not kind or "script" in kind or kind == "module":
            values.extend(search.assigned(text))
    for node in tree.css(_HOLDERS):
        for name in _DATA_ATTRIBUTES:
            text = attribute(node, name)
            if len(text) >= LEAST_SCRIPT:
                values.extend(_json(text))
    return PageValues(values, flight_rows(text for _, text in scripts if is_flight(text)))


def nested(text: str) -> object:
    """The value that a string holds as JSON, None if it holds none."""
    return next(_json(text), None) if text[:1] in "{[" and text[-1:] in "}]" else None


def _json(text: str) -> Iterator[object]:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    if text[:3].lower() in ("%7b", "%5b"):
        text = unquote(text)
    if text.startswith(("{&q;", "[&q;", "[{&q;")):
        text = _ANGULAR.sub(lambda sign: _ANGULAR_SIGNS[sign[1]], text)
    if text.startswith(("{&quot;", "[&quot;", "{&#34;", "[{&quot;")):
        text = unescape(text)
    try:
        value, _ = json_at(text, 0)
    except ValueError:
        return
    if is_tagged(value):
        yield untagged(value)
    else:
        yield unflattened(value) if isinstance(value, list) and is_flattened(value) else value


class _Search:
    """Looks for values in scripts; `in_vain` are the characters read so far that were none."""

    def __init__(self) -> None:
        self.in_vain = 0

    def assigned(self, text: str) -> Iterator[object]:
        """The values that a script gives to names and to calls."""
        place = 0
        for _ in range(MOST_STARTS):
            start = _START.search(text, place)
            if start is None or self.in_vain > MAX_IN_VAIN:
                return
            try:
                value, place = _value_at(text, start)
            except (json.JSONDecodeError, NoLiteralError) as error:
                place = start.end()
                self.in_vain += max(error.pos - place, 0)
                continue
            if place - start.start() < LEAST_SCRIPT:
                continue
            if isinstance(value, str) and value[:1] in "{[%":
                yield from _json(value)
            else:
                yield unflattened(value) if isinstance(value, list) and is_flattened(value) else value


def _value_at(text: str, start: re.Match[str]) -> tuple[object, int]:
    if start["call"]:
        return called_at(text, start.start("call"))
    return literal_at(text, start.start("json" if start["json"] else "value"))
