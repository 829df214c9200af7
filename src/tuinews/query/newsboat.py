"""newsboat's filter expressions in this language, for the `query:` lines of its lists of sources.

newsboat.org/releases/2.36/docs/newsboat.html#_filter_language. What has no counterpart here, such as a regular
expression that is more than words, is refused rather than guessed.
"""

import re
from collections.abc import Iterator

from tuinews.late import late_pattern
from tuinews.quick_dataclass import dataclass

_TOKEN = late_pattern(
    r"""\s*(?:(?P<bracket>[()])|(?P<word>and|or)\b
    |(?P<name>[a-z_]+)\s*(?P<sign>==|=|!=|=~|!~|\#|!\#|<=|>=|<|>|between)\s*
     (?:"(?P<text>(?:[^"\\]|\\.)*)"|(?P<number>[0-9:.]+)))""",
    re.VERBOSE,
)
_NO_PATTERN = late_pattern(r"(?:[^\\^$.*+?{}()\[\]]|\.(?![*+?{]))*")
"""Words; a point alone, which stands for any sign, is meant as one: "a.example", "U.S."."""

_FIELDS = {
    "title": "title",
    "author": "author",
    "link": "url",
    "content": "text",
    "description": "text",
    "feedtitle": "source",
    "tags": "folder",
}
_MATCHES = {"=~": "", "!~": "-", "#": "", "!#": "-"}
_EQUALS = {"=": "", "==": "", "!=": "-"}


def translated(expression: str) -> str:
    """The query that finds the same; raises ValueError if there is none."""
    reader = _Reader(list(_tokens(expression)))
    found = reader.either()
    if reader.token is not None:
        raise ValueError(expression)
    return found


@dataclass(frozen=True, slots=True)
class _Comparison:
    name: str
    sign: str
    value: str


def _tokens(expression: str) -> Iterator[str | _Comparison]:
    place, text = 0, expression.rstrip()
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise ValueError(expression)
        place = match.end()
        said = match["bracket"] or match["word"]
        quoted = match["text"]
        value = match["number"] if quoted is None else re.sub(r"\\(.)", r"\1", quoted)
        yield said if said else _Comparison(match["name"], match["sign"], value or "")


class _Reader:
    def __init__(self, read: list[str | _Comparison]) -> None:
        self._tokens, self._place = read, 0

    @property
    def token(self) -> str | _Comparison | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def either(self) -> str:
        """Comparisons with `or` between; `and` binds closer."""
        found = [self._both()]
        while self.token == "or":
            self._place += 1
            found.append(self._both())
        return found[0] if len(found) == 1 else " OR ".join(found)

    def _both(self) -> str:
        found = [self._one()]
        while self.token == "and":
            self._place += 1
            found.append(self._one())
        return " ".join(found)

    def _one(self) -> str:
        token = self.token
        self._place += 1
        if isinstance(token, _Comparison):
            return _piece(token)
        if token != "(":
            raise ValueError(token)
        inner = self.either()
        if self.token != ")":
            raise ValueError(inner)
        self._place += 1
        return f"({inner})"


def _piece(one: _Comparison) -> str:
    if one.name == "unread" and one.sign in _EQUALS and one.value in ("yes", "no"):
        return f"{_EQUALS[one.sign]}is:{'unread' if one.value == 'yes' else 'read'}"
    if one.name == "age":
        return _age(one)
    signs = _MATCHES | (_EQUALS if one.name in ("author", "feedtitle") else {})
    minus = signs.get(one.sign)
    if minus is None:
        raise ValueError(one.sign)
    if one.name == "enclosure_type" and one.value.rstrip("/*.") in ("audio", "video"):
        return f"{minus}has:{one.value.rstrip('/*.')}"
    return _words(one, minus)


def _words(one: _Comparison, minus: str) -> str:
    parts = [" ".join(part.split()) for part in one.value.split("|")]
    if one.name not in _FIELDS or not all(parts) or not _NO_PATTERN.fullmatch(one.value) or '"' in one.value:
        raise ValueError(one.value)
    field = _FIELDS[one.name]
    found = [f'{field}:"{part}"' if " " in part else f"{field}:{part}" for part in parts]
    return f"{minus}{found[0]}" if len(found) == 1 else f"{minus}({' OR '.join(found)})"


def _age(one: _Comparison) -> str:
    """An age in days."""
    if one.sign == "between":
        least, colon, most = one.value.partition(":")
        if not (colon and least.isdigit() and most.isdigit()):
            raise ValueError(one.value)
        return f"age:{most}d" if int(least) == 0 else f"age:{most}d age:>{least}d"
    if not one.value.isdigit() or one.sign not in ("<", "<=", ">", ">="):
        raise ValueError(one.value)
    return f"age:{'>' if one.sign.startswith('>') else ''}{one.value}d"
