"""A file in pieces, as it comes, for what is too large to be held: episodes, films. `Fetcher.stream` opens one."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from email.message import Message

import httpx

from tuinews.errors import FetchError
from tuinews.language import _
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line
from tuinews.web.coding.codings import ContentEncodingError
from tuinews.web.coding.content_encoding import Decoder
from tuinews.web.connections.transport import FAILURES
from tuinews.web.error_messages import broken_off, duration

_CONTENT_RANGE = re.compile(r"bytes\s+(\d{1,18})-(\d{1,18})/(\d{1,18}|\*)", re.IGNORECASE)
_WHOLE = re.compile(r"bytes\s+\*/(\d{1,18})", re.IGNORECASE)
_ETAG = re.compile(r'"[\x21\x23-\x7e\x80-\xff]*"')
_DATE = re.compile(r"[A-Za-z]{3}, \d{2} [A-Za-z]{3} \d{4} \d{2}:\d{2}:\d{2} GMT")


@dataclass(frozen=True, slots=True)
class Resume:
    """From which byte on a file is wanted, and of which version of it: what `FileStream.validator` said then."""

    start: int
    validator: str


@dataclass(frozen=True, slots=True)
class FileStream:
    """A file that is coming.

    `start` is where its first piece belongs: where it was asked to go on, or 0 where the server knows no ranges
    or has another version by now. `total` is its length in bytes, None where nobody says. `validator` names the
    version for a later `Resume`, None where it cannot be gone on with. `name` is what the server calls the file,
    as it came.
    """

    url: str
    start: int
    total: int | None
    validator: str | None
    media_type: str | None
    name: str | None
    pieces: AsyncIterator[bytes]


def range_headers(resume: Resume | None) -> list[tuple[str, str]]:
    """The headers that ask for a file, or for the rest of one (RFC 9110, 13.1.5 and 14.2): as it is, not packed,
    since a range is of what is sent.
    """
    usual = [("Accept", "*/*"), ("Accept-Encoding", "identity")]
    if resume is None:
        return usual
    return [*usual, ("Range", f"bytes={resume.start}-"), ("If-Range", resume.validator)]


def stream_of(host: str, response: httpx.Response, resume: Resume | None, idle: float) -> FileStream | None:
    """The file that an answer brings, None where it is no use: another part than the one that was asked for, or
    none, since nothing is left. `idle` is how many seconds may pass without a byte.
    """
    headers = response.headers
    coding = headers.get("content-encoding", "").strip().lower()
    is_packed = coding not in ("", "identity")
    start, total = 0, _length(headers.get("content-length"))
    if response.status_code == 206:
        found = _CONTENT_RANGE.fullmatch(headers.get("content-range", "").strip())
        if resume is None or found is None or int(found[1]) != resume.start or is_packed:
            return None
        if (_validator(headers) or resume.validator) != resume.validator:
            return None  # a server that knows no If-Range has another version by now
        start, total = resume.start, int(found[3]) if found[3] != "*" else None
    return FileStream(
        url=str(response.request.url),
        start=start,
        total=None if is_packed else total,
        validator=None if is_packed else _validator(headers),
        media_type=headers.get("content-type"),
        name=_name(headers.get("content-disposition", "")),
        pieces=_pieces(host, response, idle, coding if is_packed else ""),
    )


def is_whole_already(response: httpx.Response, resume: Resume | None) -> bool:
    """Whether the answer says that nothing is left to be sent (416 with the length that is here)."""
    found = _WHOLE.fullmatch(response.headers.get("content-range", "").strip())
    return (
        response.status_code == 416 and resume is not None and found is not None and int(found[1]) == resume.start
    )


async def _pieces(host: str, response: httpx.Response, idle: float, coding: str) -> AsyncIterator[bytes]:
    """The body, each piece within `idle` seconds, as it is unless a `coding` was put on it that nobody asked for.

    Raises FetchError: silence, a connection that broke off.
    """
    decoder = Decoder(coding) if coding else None
    raw = response.aiter_raw()
    while True:
        try:
            async with asyncio.timeout(idle):
                piece = await anext(raw, None)
        except TimeoutError:
            why = _("nothing arrived for {time}", time=duration(idle))
            raise FetchError(host, why, _("try again later")) from None
        except FAILURES as error:
            raise broken_off(host, error) from None
        if decoder is None and piece is not None:
            yield piece
        try:
            for part in _undone(decoder, piece) if decoder else ():
                yield part
        except ContentEncodingError as error:
            raise FetchError(host, str(error)) from None
        if piece is None:
            return


def _undone(decoder: Decoder, piece: bytes | None) -> Iterator[bytes]:
    return decoder.finish() if piece is None else decoder.feed(piece)


def _length(stated: str | None) -> int | None:
    text = stated or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _validator(headers: Mapping[str, str]) -> str | None:
    """What names this version: a strong entity tag, else the date of its last change."""
    etag, changed = headers.get("etag", "").strip(), headers.get("last-modified", "").strip()
    if _ETAG.fullmatch(etag):
        return etag
    return changed if _DATE.fullmatch(changed) else None


def _name(disposition: str) -> str | None:
    """The file name in a Content-Disposition (RFC 6266), as it came: never a path."""
    message = Message()
    message["content-disposition"] = clean_line(disposition, 1000)
    found = message.get_filename() if disposition else None
    return found or None
