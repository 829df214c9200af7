"""Values of JavaScript as scripts write them, read and never executed: objects, lists, strings, numbers.

What is JSON is read as JSON. The rest is what programs write into pages (devalue, serialize-javascript, by hand):
keys without quotes, single quotes, `void 0`, `!0`, `new Date("…")`, names of parameters that a call fills in.
"""

import json
import re
from collections.abc import Mapping

from tuinews.late import late_pattern
from tuinews.quick_dataclass import dataclass

MAX_TOKENS = 100_000
"""Tokens of one literal that are read where it is not JSON; a tenth of a second."""

MAX_DEPTH = 100
"""Objects and lists inside each other that are read."""

_TOKEN = late_pattern(
    r"""(?:\s+|//[^\n]*|/\*.*?\*/)*
    (?:(?P<text>"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|`(?:[^`\\]|\\.)*+`)
    |(?P<mark>[\[\]{}:,()+;=])
    |(?P<number>-?(?:0[xX][\da-fA-F]+|\d*\.?\d+(?:[eE][+-]?\d+)?)n?)
    |(?P<word>!0|!1|void\s+0|new\s+[A-Z]\w*|\.\.\.|[A-Za-z_$][\w$.]*))""",
    re.DOTALL | re.VERBOSE,
)
_ESCAPE = late_pattern(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|.))", re.DOTALL)
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "", "\n": "", "\r\n": ""}
_SURROGATES = late_pattern("[\ud800-\udbff][\udc00-\udfff]")
_LONE_SURROGATE = late_pattern("[\ud800-\udfff]")
_WORDS: Mapping[str, object] = {"true": True, "!0": True, "false": False, "!1": False}
_DECODER = json.JSONDecoder(strict=False)
_CALL = late_pattern(r"\(\s*function\s*\(([\w$,\s]*)\)\s*\{")
_ASSIGNED = late_pattern(r"([A-Za-z_$][\w$]*)(?:\.([\w$]+)|\[(?:\"([^\"]*)\"|(\d+))\])\s*=\s*")
_RETURN = late_pattern(r"[;\s]*return\s*")


class NoLiteralError(ValueError):
    """What stands there is no literal, or a larger one than is read; `pos` is where that was seen."""

    def __init__(self, pos: int) -> None:
        super().__init__(pos)
        self.pos = pos


@dataclass(frozen=True, slots=True)
class _Name:
    """The name of a parameter, where a value belongs."""

    name: str


def json_at(text: str, place: int) -> tuple[object, int]:
    """The JSON at a place, and where it ends; raises ValueError if there is none."""
    try:
        return _DECODER.raw_decode(text, place)
    except RecursionError as error:
        raise NoLiteralError(place) from error


def literal_at(text: str, place: int) -> tuple[object, int]:
    """The value at a place of a script, and where it ends; raises ValueError if there is none."""
    try:
        return json_at(text, place)
    except ValueError:
        reader = _Reader(text, place)
        return reader.value(0), reader.place


def called_at(text: str, place: int) -> tuple[object, int]:
    """What `(function(a,b){…return {…}})("x",…)` at a place returns; raises ValueError if it is none."""
    call = _CALL.match(text, place)
    if call is None:
        raise NoLiteralError(place)
    reader = _Reader(text, call.end())
    changes = []
    while assigned := _ASSIGNED.match(text, reader.place):
        reader.place = assigned.end()
        changes.append((assigned[1], assigned[2] or assigned[3] or int(assigned[4] or 0), reader.value(0)))
        reader.skip(";,")
    returned = _RETURN.match(text, reader.place)
    if returned is None:
        raise NoLiteralError(reader.place)
    reader.place = returned.end()
    result = reader.value(0)
    reader.skip(";})")
    given = reader.value(0, opened="(")
    names = [name.strip() for name in call[1].split(",")]
    values = dict(zip(names, given if isinstance(given, list) else [], strict=False))
    for name, key, value in changes:
        _set(values.get(name), key, value)
    return _filled([result, list(values.values())], values), reader.place


def _set(target: object, key: str | int, value: object) -> None:
    if isinstance(target, dict):
        target[str(key)] = value
    elif isinstance(target, list) and isinstance(key, int) and key == len(target):
        target.append(value)


def _filled(root: list[object], values: Mapping[str, object]) -> object:
    """The first of `root` with the values of its parameters, each object once, whatever refers to what."""
    todo: list[object] = [root]
    seen: set[int] = set()
    while todo:
        one = todo.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, dict):
            for key, value in one.items():
                one[key] = values.get(value.name) if isinstance(value, _Name) else value
            todo.extend(one.values())
        elif isinstance(one, list):
            one[:] = [values.get(value.name) if isinstance(value, _Name) else value for value in one]
            todo.extend(one)
    return root[0]


def string_of_literal(token: str) -> str:
    """The text of a string in quotes."""
    if token[0] == '"':
        try:
            return _whole(str(json.loads(token, strict=False)))
        except ValueError:
            pass
    return _whole(_ESCAPE.sub(_unescaped, token[1:-1])) if "\\" in token else token[1:-1]


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if not code:
        return _PLAIN.get(match[4], match[4])
    number = int(code, 16)
    return chr(number) if number <= 0x10FFFF else ""


def _whole(text: str) -> str:
    """The text with its surrogates joined, and without those that have no other half."""
    if not _LONE_SURROGATE.search(text):
        return text
    joined = _SURROGATES.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    return _LONE_SURROGATE.sub("", joined)


class _Reader:
    """Reads one literal, token by token."""

    def __init__(self, text: str, place: int) -> None:
        self.text, self.place, self.left = text, place, MAX_TOKENS

    def value(self, depth: int, opened: str = "") -> object:
        """The value that begins here; of a call's arguments (`opened` is its bracket), a list."""
        token = self._next()
        mark = token["mark"]
        if depth > MAX_DEPTH or (opened and mark != opened):
            raise NoLiteralError(self.place)
        if mark == "{":
            return self._object(depth)
        if mark in ("[", "("):
            values = self._list(depth, "]" if mark == "[" else ")")
            return values if mark == "[" or opened else (values[-1] if values else None)
        if token["text"]:
            return self._strings(string_of_literal(token["text"]))
        if token["number"]:
            return _number(token["number"])
        if token["word"]:
            return self._word(token["word"], depth)
        raise NoLiteralError(self.place)

    def skip(self, marks: str) -> None:
        """Goes over these marks and blanks."""
        while self.place < len(self.text) and (self.text[self.place] in marks or self.text[self.place].isspace()):
            self.place += 1

    def _next(self) -> re.Match[str]:
        token = _TOKEN.match(self.text, self.place)
        self.left -= 1
        if token is None or self.left < 0:
            raise NoLiteralError(self.place)
        self.place = token.end()
        return token

    def _peek(self) -> str:
        token = _TOKEN.match(self.text, self.place)
        return (token["mark"] or "") if token else ""

    def _strings(self, first: str) -> str:
        parts = [first]
        while self._peek() == "+":
            self._next()
            token = self._next()
            if not token["text"]:
                raise NoLiteralError(self.place)
            parts.append(string_of_literal(token["text"]))
        return "".join(parts)

    def _word(self, word: str, depth: int) -> object:
        if word.startswith("new") and word[3:4].isspace():
            given = self.value(depth + 1, opened="(")
            return given[0] if isinstance(given, list) and len(given) == 1 else given
        if word.startswith("void") or word in ("null", "undefined", "NaN", "Infinity"):
            return None
        if self._peek() == "(":
            self.value(depth + 1, opened="(")
            return None
        return _WORDS.get(word, _Name(word))

    def _object(self, depth: int) -> dict[str, object]:
        found: dict[str, object] = {}
        while True:
            token = self._next()
            if token["mark"] == "}":
                return found
            if token["mark"] == ",":
                continue
            key = string_of_literal(token["text"]) if token["text"] else token["word"] or token["number"]
            if not key:
                raise NoLiteralError(self.place)
            if self._peek() == ":":
                self._next()
                found[key] = self.value(depth + 1)
            else:
                found[key] = _Name(key)

    def _list(self, depth: int, end: str) -> list[object]:
        found: list[object] = []
        while True:
            mark = self._peek()
            if mark == end:
                self._next()
                return found
            if mark == ",":
                self._next()
                continue
            found.append(self.value(depth + 1))


def _number(text: str) -> object:
    try:
        return int(text.rstrip("n"), 0) if "." not in text and "e" not in text.lower() else float(text)
    except ValueError:
        return None
