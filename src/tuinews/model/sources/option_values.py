"""The values of a source's options as they are typed: each reader raises ValueError for what is none."""

import os
import re
from collections.abc import Callable

from tuinews.late import late_imports, late_pattern

with late_imports(__name__):
    from shlex import split as split_words

LONGEST = 4096
"""Characters of one value."""


def number_between(low: int, high: int) -> Callable[[str], int | None]:
    """A reader of whole numbers; None for an empty text."""

    def read(text: str) -> int | None:
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) < 9 and low <= int(text) <= high):
            raise ValueError(text)
        return int(text)

    return read


def header_text(text: str) -> str | None:
    """One line that a header may hold: printable ASCII (RFC 9110, 5.5), so that nothing can follow it."""
    if not (text.isascii() and text.isprintable() and len(text) <= LONGEST):
        raise ValueError(text)
    return text or None


def yes_or_no(text: str) -> bool:
    """Yes or no, in one of the ways in which it is typed; KeyError for another."""
    return {"": False, "no": False, "false": False, "0": False, "yes": True, "true": True, "1": True}[text.lower()]


_HEADER = late_pattern(r"([A-Za-z0-9-]{1,60})\s*:\s*([\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)")
_SECRET_HEADER = late_pattern(r"auth|cookie|token|key|secret|session|passw|credential|signature", re.IGNORECASE)
_OWN_HEADERS = frozenset(
    (
        *("host", "connection", "content-length", "transfer-encoding", "te", "upgrade", "trailer", "expect"),
        *("user-agent", "accept-encoding", "if-none-match", "if-modified-since", "range"),
    )
)
"""Headers that are the connection's own, or that have an option or a meaning of their own here."""

VARIABLE = late_pattern(r"\$(?:\{(\w+)\}|([A-Za-z_]\w*))")
"""A variable of the environment in a header's value."""

BETWEEN_HEADERS = " | "
"""What stands between two headers."""


def headers(text: str) -> tuple[tuple[str, str], ...]:
    """`Name: value | Name: value`. What is secret by its name must be a variable: no library keeps a secret."""
    found: list[tuple[str, str]] = []
    for part in text.split(BETWEEN_HEADERS) if text else ():
        header = _HEADER.fullmatch(part.strip())
        if header is None or header[1].lower() in _OWN_HEADERS:
            raise ValueError(text)
        if _SECRET_HEADER.search(header[1]) and not VARIABLE.search(header[2]):
            raise ValueError(text)
        found.append((header[1], header[2]))
    return tuple(found)


def command(text: str) -> tuple[str, ...]:
    """A command line as its arguments; no shell will see it, so that its quotes are all that is understood."""
    if not text.isprintable() or len(text) > LONGEST:
        raise ValueError(text)
    return tuple(split_words(text))


def path(text: str) -> str | None:
    """The path of a file, None for an empty text. One from here is made whole: a refresh may begin elsewhere."""
    if not text.isprintable() or len(text) > LONGEST:
        raise ValueError(text)
    if not text or text.startswith("~"):
        return text or None
    return os.path.abspath(text)


def shown(value: object) -> str:
    """A value as it is typed."""
    return "" if value is None else str(value)
