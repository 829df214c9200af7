"""An answer's body, read and unpacked within its limit."""

import asyncio

import httpx

from tuinews.errors import FetchError
from tuinews.language import _
from tuinews.web.codings import ContentEncodingError
from tuinews.web.content_encoding import Decoder

_BREATH = 16
"""Pieces of a body after which the event loop gets a turn: one sent in chunks of a byte must not freeze the
screen."""


async def read_body(host: str, response: httpx.Response, limit: int) -> bytes:
    """The body unpacked, never holding more than one step of decompression above `limit` bytes.

    httpx would unpack a chunk whole: 64 KB of gzip are 64 MB before anybody can say stop. `host` is for the
    error's words. Raises FetchError: too large, damaged.
    """
    body = bytearray()
    pieces = 0
    try:
        decoder = Decoder(response.headers.get("content-encoding", ""))
        _check(host, _stated_length(response), limit)
        async for raw in response.aiter_raw():
            for piece in decoder.feed(raw):
                body += piece
                _check(host, max(response.num_bytes_downloaded, len(body)), limit)
                pieces += 1
                if pieces % _BREATH == 0:
                    await asyncio.sleep(0)
        for piece in decoder.finish():
            body += piece
            _check(host, len(body), limit)
    except ContentEncodingError as error:
        raise FetchError(host, str(error)) from None
    return bytes(body)


def _check(host: str, size: int, limit: int) -> None:
    if size > limit:
        raise FetchError(host, _("the response is larger than {size:g} MB", size=limit / 1_000_000))


def _stated_length(response: httpx.Response) -> int:
    """Content-Length as a number, 0 where there is none."""
    text = response.headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
