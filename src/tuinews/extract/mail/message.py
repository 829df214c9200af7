"""One mail as an entry: Message-ID, subject, sender, date, and its text as HTML.

Whatever is wrong with a mail, it costs that mail alone: headers in no charset, a date that is none, parts within
parts without end.
"""

import email
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from hashlib import blake2b
from html import escape
from itertools import islice

from tuinews.charset import decode
from tuinews.extract.mail.flowed import unflowed
from tuinews.extract.mail.tracking import without_tracking
from tuinews.model.entry import Entry
from tuinews.model.when import Precision, When
from tuinews.text import clean_line, unescaped

_MOST_PARTS = 200
"""Parts of a mail that are looked at."""

_LONGEST_HTML = 2_000_000
"""Letters of a mail as HTML; of a longer one the plain text is read."""

_LONGEST_PLAIN = 500_000
"""Letters of a plain text that are read."""

_SUMMARY = 300
"""Letters of a summary."""

_TITLE_FROM_TEXT = 80
"""Characters of the text that are the title of a mail without a subject."""

_OF_MAILS = ("from", "subject", "date", "message-id", "received", "return-path")
"""Headers of which a mail has one; a file without any is none."""

_NAMED = re.compile(r"(.+?)\s*<([^<>\s]*)>")
_NOT_SHOWN = re.compile(r"<(style|script|head|title)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_LINK = re.compile(r"https?://[^\s<>\"')\]]*[^\s<>\"')\].,;:!?…]")
"""An address in plain text; the full stop of its sentence is none of it."""


def entry_of(raw: bytes) -> Entry | None:
    """The entry of a mail, None if there is no text in it that can be read."""
    try:
        message = email.message_from_bytes(raw)
        html = _html(message)
    except (RecursionError, ValueError, LookupError, TypeError):
        return None
    if html is None or not any(_raw(message, name) for name in _OF_MAILS):
        return None
    sender, summary = _sender(_raw(message, "from")), _summary(html)
    return Entry(
        _identity(message, raw),
        clean_line(_decoded(_raw(message, "subject"))) or clean_line(summary, _TITLE_FROM_TEXT),
        None,
        summary,
        _date(_raw(message, "date")),
        authors=(sender,) if sender else (),
        content=html,
        lang=clean_line(_raw(message, "content-language").partition(",")[0], 20) or None,
    )


def _raw(message: Message, name: str) -> str:
    """A header as it is written; bytes that no charset was stated for are read as the bytes look."""
    for key, value in message.raw_items():
        if key.lower() == name:
            written = str(value).encode("utf-8", "surrogateescape")
            text = written.decode() if written.isascii() else decode(written)
            return re.sub(r"\r?\n[ \t]+", " ", text)
    return ""


def _sender(written: str) -> str:
    """Who a mail is from: the name as it stands before the address, else the address.

    Names with commas, brackets or colons stand there without quotes too, which a strict reader cuts off.
    """
    line = clean_line(written, 1000)
    named = _NAMED.fullmatch(line)
    if named is None:
        name, address = parseaddr(line)
        return clean_line(_decoded(name), 120) or clean_line(address, 120)
    name = named[1].strip()
    if name[:1] == name[-1:] == '"':
        name = re.sub(r"\\(.)", r"\1", name[1:-1])
    return clean_line(_decoded(name), 120) or clean_line(named[2], 120)


def _decoded(value: str) -> str:
    """A header's text, its encoded words read (RFC 2047), whatever charset they claim."""
    try:
        parts = decode_header(value)
    except (HeaderParseError, ValueError):
        return value
    return "".join(
        part if isinstance(part, str) else decode(part, f"text/plain; charset={charset}" if charset else None)
        for part, charset in parts
    )


def _identity(message: Message, raw: bytes) -> str:
    stated = clean_line(_raw(message, "message-id"), 400).strip("<> ")
    return stated or "mail:" + blake2b(raw, digest_size=16).hexdigest()


def _date(stated: str) -> When | None:
    try:
        moment = parsedate_to_datetime(stated)
        moment.timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return When(moment, Precision.MINUTE) if 1970 <= moment.year <= 2200 else None


def _html(message: Message) -> str | None:
    """The text of a mail: its longest part in HTML, else its plain text as HTML."""
    pages: list[str] = []
    plain: list[str] = []
    for kind, text in _texts(message):
        (pages if kind == "text/html" else plain).append(text)
    page = max(pages, key=len, default="")
    if page.strip() and len(page) <= _LONGEST_HTML:
        return without_tracking(page)
    written = max(plain, key=len, default="")[:_LONGEST_PLAIN]
    return _as_html(written) if written.strip() else None


def _texts(message: Message) -> Iterator[tuple[str, str]]:
    for part in islice(message.walk(), _MOST_PARTS):
        kind = part.get_content_type()
        if kind not in ("text/html", "text/plain") or part.get_content_disposition() == "attachment":
            continue
        body = part.get_payload(decode=True)
        if isinstance(body, bytes):
            charset = part.get_param("charset")
            stated = f"{kind}; charset={charset}" if isinstance(charset, str) else kind
            text = decode(body[: 2 * _LONGEST_HTML], stated)
            yield kind, unflowed(text, is_joined=_says(part, "delsp", "yes")) if _is_flowed(part) else text


def _is_flowed(part: Message) -> bool:
    return part.get_content_type() == "text/plain" and _says(part, "format", "flowed")


def _says(part: Message, name: str, value: str) -> bool:
    """Whether the type of a part has a parameter with this value."""
    stated = part.get_param(name)
    return isinstance(stated, str) and stated.strip().lower() == value


def _as_html(plain: str) -> str:
    """Plain text as paragraphs; an address in it is a link."""
    blocks = re.split(r"\r?\n[ \t]*\r?\n", plain.strip())
    return "".join(f"<p>{_linked(escape(block, quote=False))}</p>" for block in blocks if block.strip())


def _linked(text: str) -> str:
    lines = _LINK.sub(lambda found: f'<a href="{found[0]}">{found[0]}</a>', text).splitlines()
    return "<br>".join(lines)


def _summary(html: str) -> str | None:
    shown = _TAG.sub(" ", _NOT_SHOWN.sub(" ", html[:60_000]))
    return clean_line(unescaped(shown)[: 8 * _SUMMARY], _SUMMARY) or None
