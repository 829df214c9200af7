"""Pages as browsers save them: HTML, or all of a page in one file of MIME (MHTML, RFC 2557)."""

import email
import re

_MHTML = re.compile(
    rb"\s*(?:From|MIME-Version|Content-Type|Snapshot-Content-Location|Subject|Date):", re.IGNORECASE
)
_HEAD = 4096
"""Bytes at the beginning of a file among which its type is stated."""


def page_in(body: bytes) -> tuple[bytes, str | None]:
    """The HTML of a saved page with its media type; the bytes themselves, and None, where they are no MHTML."""
    if not _MHTML.match(body) or b"multipart/related" not in body[:_HEAD].lower():
        return body, None
    for part in email.message_from_bytes(body).walk():
        payload = part.get_payload(decode=True)
        if part.get_content_type() in ("text/html", "application/xhtml+xml") and isinstance(payload, bytes):
            return payload, part.get("content-type")
    return body, None
