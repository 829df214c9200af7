"""The addresses in what somebody types or pastes, without what a text sets around them; a file's name too."""

import re
from pathlib import Path

from tuinews.address import tidy

_SCHEME = re.compile(r"(?:feed:)?(?:https?|feed)://|feed:|www\.", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]+\.)+([a-z]{2,})(?::\d+)?(?=[/?#]|$)", re.IGNORECASE)
_FILES = frozenset(
    (
        "asp",
        "aspx",
        "atom",
        "cgi",
        "htm",
        "html",
        "json",
        "jsp",
        "php",
        "rdf",
        "rss",
        "shtml",
        "txt",
        "xhtml",
        "xml",
    )
)
"""Endings of a file's name, where a host would have its top domain."""

_SCHEME_INSIDE = re.compile(r"(?:[^\x00-\x7f]|[(\[{<\"':|])(?=(?:https?|feed)://|www\.)", re.IGNORECASE)
"""What stands before an address within a word: a mark, or a letter of a script that sets no blanks."""

_SET_AROUND = re.compile(
    '[<>"\u201c-\u201f\u00ab\u00bb\u2039\u203a\u3001-\u3002\u3008-\u3011\uff08\uff09\uff0c\u060c\u061b]'
)
"""Quotes, brackets and stops that are in no address as they are."""

_BRACKETS = {")": "(", "]": "[", "}": "{"}

_WHOLE_HOST = re.compile(r"[^/]*//(?:[^/?#]*\.[^/?#.]+|localhost|\[[^/]*\])(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)


def existing_file(typed: str) -> Path | None:
    """The file that is typed, where there is one; `~` and pasted quotes are understood."""
    text = typed.strip().strip("\"'").removeprefix("file://")
    if not text:
        return None
    try:
        path = Path(text).expanduser()
        return path if path.is_file() else None
    except (OSError, RuntimeError, ValueError):
        return None


def typed_addresses(text: str) -> list[str]:
    """The addresses of a line: all its words where each is one, else those that begin as an address does."""
    words = text.split()
    bare = [_bare(word, is_alone=len(words) == 1) for word in words]
    found = [tidy(word) for word in bare]
    if None in found:
        found = [tidy(word) for word in bare if _SCHEME.match(word)]
    return list(dict.fromkeys(address for address in found if address is not None))


def _bare(word: str, *, is_alone: bool) -> str:
    """The address in a word of a text, without what the text sets around it: quotes, brackets, a full stop.

    A word that is alone was meant as it is, its last full stop too.
    """
    word = word.lstrip("\ufeff<([{\"'")
    start = _SCHEME_INSIDE.search(word)
    address = word[start.end() :] if start and not _SCHEME.match(word) else word
    if not _SCHEME.match(address):
        return word
    address = _SET_AROUND.split(address, maxsplit=1)[0]
    ends = ",;" if is_alone else ",;.:!?'’…"
    while address[-1:] and (address[-1] in ends or _closes_nothing(address)):
        address = address[:-1]
    return address


def _closes_nothing(address: str) -> bool:
    """Whether the bracket at an address's end was opened before it; one that it opens itself is its own."""
    opening = _BRACKETS.get(address[-1])
    return opening is not None and address.count(opening) < address.count(address[-1])


def joined_lines(text: str) -> list[str]:
    """The lines of a pasted text without blank ones, an address that was broken over lines put together again."""
    found: list[str] = []
    for line in text.splitlines():
        part = line.strip().strip("<>").strip()
        if found and part and _goes_on(found[-1], part):
            found[-1] += part
        elif part:
            found.append(part)
    return found


def _goes_on(before: str, line: str) -> bool:
    """Whether `line` is the rest of the address `before`: that of a terminal or a letter that broke it."""
    if not _SCHEME.match(before) or _SCHEME.match(line) or " " in before or len(line.split()) != 1:
        return False
    host = _HOST.match(line)
    return host is None or host[1].lower() in _FILES or not _WHOLE_HOST.match(before)
