"""How long an answer may be kept before it is asked for anew, by its headers."""

import re
from collections.abc import Mapping
from datetime import UTC, timedelta
from email.utils import parsedate_to_datetime

_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_NOT_KEPT = re.compile(r"(?:^|[,\s])no-(?:cache|store)(?![^\s,])", re.IGNORECASE)
_MOST_DIGITS = 9
"""Digits of an Age header that is believed (RFC 9111, 5.1): thirty years."""


def fresh_for(headers: Mapping[str, str]) -> timedelta:
    """How long an answer stays as it is from now on (RFC 9111, 4.2): `max-age` without the time that it has lain
    in caches, else the time between Date and Expires; zero where it does not say.
    """
    said = headers.get("cache-control", "")
    found = _MAX_AGE.search(said)
    if found:
        age = headers.get("age", "").strip()
        lain = int(age) if age.isascii() and age.isdigit() and len(age) <= _MOST_DIGITS else 0
        return timedelta(seconds=max(0, int(found[1]) - lain))
    if "expires" not in headers or "date" not in headers or _NOT_KEPT.search(said):
        return timedelta()
    try:
        ends, made = (parsedate_to_datetime(headers[name]).replace(tzinfo=UTC) for name in ("expires", "date"))
    except (ValueError, OverflowError):  # "0" and the like: it has ended (5.3)
        return timedelta()
    return max(timedelta(), ends - made)
