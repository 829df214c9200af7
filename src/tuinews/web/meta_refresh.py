"""Pages that send their reader on, by `<meta http-equiv="refresh">` (HTML, 4.2.5.3) or by a line of script.

A browser follows each of them. Here it is followed where nothing would be read otherwise: at once, or after a few
seconds on a page with hardly a word. Newspapers reload their front pages every five minutes by the same line.
"""

import codecs
import html
import re
from urllib.parse import urljoin

from tuinews.late import late_pattern

_MOST_SECONDS = 15
"""A stub that asks for more patience than this wants to be read."""

_STUB = 600
"""Characters of text from which a page that waits before it goes on is a page."""

_LOOKED_AT = 65_536
"""Bytes in which the line must stand: it belongs into the head of the page."""

_UNSEEN = late_pattern(
    rb"<!--.*?(?:-->|\Z)|<(script|style|noscript|template|textarea|title)\b.*?(?:</\1\s*>|\Z)", re.S | re.I
)
_META = late_pattern(rb"<meta\b((?:[^<>\"']|\"[^<\"]*\"|'[^<']*')*)>", re.I)
"""No `<` within, or a page of nothing but beginnings would take a minute."""

_ATTRIBUTE = late_pattern(rb"([^\s=/\"'>]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_CONTENT = late_pattern(r"\s*(\d*)(?:\.[\d.]*)?(?:\s*[;,]\s*|\s+)(?:url\s*=\s*)?[\"']?(.*?)[\"']?\s*", re.S | re.I)
_TAG = late_pattern(rb"<[^>]*>")
_BASE = late_pattern(rb"<base\b[^<>]*?\shref\s*=\s*[\"']?([^\s\"'<>]+)", re.I)
_LONGEST_SCRIPTED = 4096
"""Bytes of a page that may be nothing but a script which leads on."""

_FEW_LETTERS = 200
"""Bytes of a page, and letters of its text, up to which it may be a redirect written as a script."""

_SCRIPT = late_pattern(rb"<script\b[^<>]*>(.*?)</script\s*>", re.S | re.I)
_GOES_TO = late_pattern(
    rb"\blocation(?:\.href)?\s*(?:=|\.(?:replace|assign)\s*\()\s*([\"'])((?:https?:)?[^\"'\s<>+]+)\1(?!\s*\+)"
)
_NEW_PLACE = late_pattern(rb"<redirect\b[^<>]*>\s*<newLocation\b[^<>]*>\s*(?:<!\[CDATA\[)?\s*([^\s<>\]]+)", re.I)
"""What some programs leave in the place of a feed that moved (cyber.law.harvard.edu/rss/redirect.html)."""

_ASKS = late_pattern(
    rb"\bif\s*\(|cookie|useragent|screen|innerwidth|<form|<input|reload\s*\(|storage|function\s+\w|addeventlistener",
    re.I,
)
"""What asks, remembers or waits for something first: a check, or a page with buttons of its own."""


def refresh_target(body: bytes, content_type: str, header: str = "") -> str | None:
    """Where the page sends its reader, as it is written there; None where it is to be read itself.

    `header` is the answer's own `Refresh`, which says the same without the page.
    """
    kind = content_type.partition(";")[0].strip().lower()
    if b"<newLocation" in body[:_LONGEST_SCRIPTED]:
        place = _NEW_PLACE.search(body[:_LONGEST_SCRIPTED])
        return html.unescape(place[1].decode("utf-8", "replace")) if place else None
    if kind not in ("", "text/html", "application/xhtml+xml", "text/plain"):
        return None
    if header:
        seen = _UNSEEN.sub(b" ", body[:_LOOKED_AT])
        return _target(header, is_stub=len(body) <= _LOOKED_AT and _letters(seen) < _STUB)
    head = body[:_LOOKED_AT]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", "replace").encode()
    small = head.lower()
    if b"http-equiv" not in small:
        return _target_of_script(body) if b"location" in small else None
    seen = _UNSEEN.sub(b" ", head)
    for tag in _META.finditer(seen):
        fields = {m[1].lower(): m[2] or m[3] or m[4] or b"" for m in _ATTRIBUTE.finditer(tag[1])}
        if fields.get(b"http-equiv", b"").strip().lower() == b"refresh":
            content = html.unescape(fields.get(b"content", b"").decode("utf-8", "replace"))
            target = _target(content, is_stub=len(body) <= _LOOKED_AT and _letters(seen) < _STUB)
            return _from_base(target, seen) if target else None
    return _target_of_script(body) if b"location" in small else None


def _from_base(target: str, page: bytes) -> str:
    """A target as the page means it that has a base of its own (HTML, 4.2.3)."""
    base = _BASE.search(page)
    return urljoin(html.unescape(base[1].decode("utf-8", "replace")), target) if base else target


def _target_of_script(body: bytes) -> str | None:
    """Where a page that is nothing but a line of script sends its reader; None where it asks or remembers
    anything before, as checks for robots and for small screens do.
    """
    if len(body) > _LONGEST_SCRIPTED or _ASKS.search(body) or _letters(_UNSEEN.sub(b" ", body)) > _FEW_LETTERS:
        return None
    targets = {found[2] for script in _SCRIPT.findall(body) for found in _GOES_TO.finditer(script)}
    return targets.pop().decode("utf-8", "replace") if len(targets) == 1 else None


def _target(content: str, *, is_stub: bool) -> str | None:
    match = _CONTENT.fullmatch(content)
    if match is None or not match[2]:
        return None
    seconds = int(match[1][:6] or "0")
    return match[2] if seconds == 0 or (is_stub and seconds <= _MOST_SECONDS) else None


def _letters(page: bytes) -> int:
    return len(b"".join(_TAG.sub(b" ", page).split()))
