"""A browser's cookies.txt, and what a command prints in its place: `name=value; name=value`.

The file has seven columns with tabs between: domain, whether subdomains are meant, path, whether only by https,
when it is over, name, value. `#HttpOnly_` before a line is no comment (curl.se/docs/http-cookies.html).
"""

import re

from tuinews.web.access import OwnCookie

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\x21-\x3a\x3c-\x7e]*(?: [\x21-\x3a\x3c-\x7e]+)*")
"""What may stand in a Cookie header: nothing that ends the value or the line."""


def cookies_of(text: str, host: str) -> tuple[OwnCookie, ...]:
    """The cookies of a cookies.txt, or of a single line `name=value; name=value`, which are then of `host`.

    A line that is none is passed over; raises ValueError where no line is any.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if any(line.count("\t") >= 6 for line in lines):
        found = [cookie for line in lines if (cookie := _of_file(line)) is not None]
    elif len(lines) == 1:
        found = [cookie for pair in lines[0].split(";") if (cookie := _of_pair(pair, host)) is not None]
    else:
        found = []
    if not found:
        raise ValueError("no cookies")
    return tuple(found)


def _of_file(line: str) -> OwnCookie | None:
    line = line.removeprefix("#HttpOnly_")
    columns = line.rstrip("\r\n").split("\t")
    if line.startswith("#") or len(columns) != 7:
        return None
    domain, subdomains, path, secure, expires, name, value = columns
    if not _is_sound(name, value) or not expires.strip("-").isdigit():
        return None
    over = max(0.0, float(expires[:15]))
    own = domain.strip().lower()
    return OwnCookie(own.removeprefix("."), name, value, _is_true(subdomains), path or "/", _is_true(secure), over)


def _of_pair(pair: str, host: str) -> OwnCookie | None:
    name, sign, value = pair.strip().partition("=")
    return OwnCookie(host, name, value) if sign and _is_sound(name, value) else None


def _is_sound(name: str, value: str) -> bool:
    return bool(_NAME.fullmatch(name) and _VALUE.fullmatch(value))


def _is_true(word: str) -> bool:
    return word.strip().upper() == "TRUE"
