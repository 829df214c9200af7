"""An answer's body, read and unpacked within its limit."""

import asyncio
import re

import httpcore
import httpx

from tuinews.errors import FetchError
from tuinews.language import _
from tuinews.quick_dataclass import dataclass
from tuinews.web.coding.codings import ContentEncodingError
from tuinews.web.coding.content_encoding import Decoder
from tuinews.web.page_request import OversizePolicy

_BREATH = 16
"""Pieces of a body after which the event loop gets a turn: one sent in chunks of a byte must not freeze the
screen."""


_TAIL = 200
"""Bytes at the end in which a whole document ends."""

_ENDS = re.compile(
    rb"</(?:html|rss|feed|rdf:rdf|urlset|sitemapindex|opml)\s*>\s*(?:<!--[^<>]*-->\s*)*\Z", re.IGNORECASE
)
"""The end of a document."""


@dataclass(frozen=True, slots=True)
class ReceivedBody:
    """A body, or the beginning of one that was larger than the limit; `is_broken_off`: it ended too early."""

    data: bytes
    is_cut: bool = False
    is_broken_off: bool = False


class _TooLargeError(Exception):
    """The limit is reached."""


async def read_body(
    host: str, response: httpx.Response, limit: int, excess: OversizePolicy = OversizePolicy.REFUSE
) -> ReceivedBody:
    """The body unpacked, never holding more than one step of decompression above `limit` bytes.

    httpx would unpack a chunk whole: 64 KB of gzip are 64 MB before anybody can say stop. `host` is for the
    error's words. Raises FetchError: too large (where it is not to be cut), damaged.
    """
    body = bytearray()
    try:
        if excess is OversizePolicy.REFUSE or not _may_be_text(response):
            _check(_stated_length(response), limit)
        await _read_into(body, response, limit)
    except _TooLargeError:
        if excess is OversizePolicy.CUT:
            return ReceivedBody(bytes(body[:limit]), is_cut=True)
        raise FetchError(host, _("the response is larger than {size:g} MB", size=limit / 1_000_000)) from None
    except (ContentEncodingError, httpcore.NetworkError, httpcore.RemoteProtocolError) as error:
        # A length or a checksum that lies cost nothing where the page itself says that it ends here.
        if _ENDS.search(body, max(0, len(body) - _TAIL)):
            return ReceivedBody(bytes(body))
        if excess is OversizePolicy.CUT and body and _may_be_text(response):
            return ReceivedBody(bytes(body), is_cut=True, is_broken_off=True)
        if isinstance(error, ContentEncodingError):
            raise FetchError(host, str(error)) from None
        raise
    return ReceivedBody(bytes(body))


async def _read_into(body: bytearray, response: httpx.Response, limit: int) -> None:
    pieces = 0
    decoder = Decoder(response.headers.get("content-encoding", ""))
    async for raw in response.aiter_raw():
        for piece in decoder.feed(raw):
            body += piece
            _check(max(response.num_bytes_downloaded, len(body)), limit)
            pieces += 1
            if pieces % _BREATH == 0:
                await asyncio.sleep(0)
    for piece in decoder.finish():
        body += piece
        _check(len(body), limit)


def _check(size: int, limit: int) -> None:
    if size > limit:
        raise _TooLargeError


def _may_be_text(response: httpx.Response) -> bool:
    """Whether the media type leaves open that this is text: nobody needs the beginning of a film."""
    kind = response.headers.get("content-type", "")
    return not kind.lower().startswith(("video/", "audio/", "image/", "font/"))


def _stated_length(response: httpx.Response) -> int:
    """Content-Length as a number, 0 where there is none."""
    text = response.headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
