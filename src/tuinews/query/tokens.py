"""From a text to its words, phrases, fields, brackets and signs, each with the column where it begins."""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum, auto

from tuinews.late import late_pattern
from tuinews.quick_dataclass import dataclass

MAX_LENGTH = 500
"""Characters that are read."""


class Sign(Enum):
    """The kinds of tokens in a query."""

    WORDS = auto()
    FIELD = auto()
    NOT = auto()
    OR = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text; `column` is where it begins, from 0. A field has its `name` and what stands behind it."""

    sign: Sign
    column: int
    text: str = ""
    quoted: bool = False
    name: str = ""


_TYPED_AS = str.maketrans("“”„«»＂：（）－−–‐‑｜＆、，；", '"""""":()-----|&,,;')
"""Signs that a telephone, a word processor or a keyboard for Chinese puts where one means the plain ones."""

_UNSEEN = late_pattern("[\u00ad\u200b\u200d\u2060\ufeff]|(?<![\u0600-\u06ff])\u200c|\u200c(?![\u0600-\u06ff])")
"""What comes along when one pastes: soft hyphens, blanks of no width; in Persian one parts a word in two."""

_PIECE = late_pattern(
    r"""(?P<space>[\s,;]+)
    |(?P<open>\()|(?P<close>\))
    |(?P<or>(?:OR|\|\|?)(?=[\s()"]|$))
    |(?P<and>(?:AND|&&?)(?=[\s()"]|$))
    |(?P<not>-(?=[^\s)]))
    |(?P<name>[A-Za-z_]+):(?:"(?P<quoted_value>[^"]*)"?|(?P<value>[^\s"()]*))
    |"(?P<phrase>[^"]*)"?
    |(?P<word>(?:[^\s"(),;]|(?<=\d)[,;](?=\d))+(?:\([^\s"()]*\))*)""",
    re.VERBOSE,
)
"""A minus is a sign only where something follows it and nothing stands before it: covid-19 is one word. What
stands in brackets right behind a letter is part of its word: f(x). A comma is a blank but between digits."""


def tokens(typed: str, fields: frozenset[str]) -> Iterator[Token]:
    """The tokens of what was typed; a name that is none of `fields` is part of a word ("10:30", "https://…").

    A quote or a bracket that is not closed reaches to the end: it is being typed.
    """
    text = readable(typed)
    place = 0
    while place < len(text):
        match = _PIECE.match(text, place)
        if match is None:
            place += 1
            continue
        token = _token(match, fields, text)
        if token is not None:
            yield token
            place = match.end() if token.sign is not Sign.WORDS or token.quoted else token.column + len(token.text)
        else:
            place = match.end()


def readable(typed: str) -> str:
    """What was typed in NFC and in plain signs, without what no text can hold and what is not seen."""
    text = typed[:MAX_LENGTH].replace("\x00", " ").encode("utf-8", "replace").decode()
    return plain_signs(_UNSEEN.sub("", unicodedata.normalize("NFC", text)))


def plain_signs(typed: str) -> str:
    """What was typed with plain quotes, colons, brackets and minuses, character for character."""
    return typed.translate(_TYPED_AS)


def column_in(typed: str, column: int) -> int:
    """Where in what was typed stands what is at a column of its readable form, which may be shorter."""
    if len(readable(typed)) == len(typed[:MAX_LENGTH]):
        return column
    return next((place for place in range(len(typed)) if len(readable(typed[:place])) >= column), len(typed))


def _token(match: re.Match[str], fields: frozenset[str], text: str) -> Token | None:
    column = match.start()
    for name, sign in _SIGNS.items():
        if match[name]:
            return Token(sign, column) if sign else None
    if match["name"] and match["name"].lower() in fields:
        quoted = match["quoted_value"] is not None
        value = match["quoted_value"] if quoted else match["value"]
        return Token(Sign.FIELD, column, value, quoted, match["name"].lower())
    if match["phrase"] is not None:
        return Token(Sign.WORDS, column, " ".join(match["phrase"].split()), quoted=True)
    return Token(Sign.WORDS, column, match["word"] or _until_blank(text, column))


_SIGNS = {
    "space": None,
    "and": None,
    "open": Sign.OPEN,
    "close": Sign.CLOSE,
    "not": Sign.NOT,
    "or": Sign.OR,
}


def _until_blank(text: str, column: int) -> str:
    """A word that only looked like a field: `https://a.example`."""
    match = _WORD.match(text, column)
    return match[0] if match else text[column]


_WORD = late_pattern(r"[^\s\"(),;]+")
