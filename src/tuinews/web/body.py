"""An answer's body, read and unpacked within its limit."""

import asyncio
from contextlib import aclosing

from tuinews.errors import FetchError
from tuinews.web.answer import Answer
from tuinews.web.coding import CodingError, Decoder

_BREATH = 16
"""Pieces of a body after which the event loop gets a turn: one sent in chunks of a byte must not freeze the
screen."""


async def read_body(host: str, answer: Answer, limit: int) -> bytes:
    """The body unpacked, never holding more than one step of decompression above `limit` bytes.

    `host` is for the error's words. Raises FetchError: too large, damaged, broken off.
    """
    body = bytearray()
    packed = pieces = 0
    try:
        decoder = Decoder(answer.headers.get("content-encoding", ""))
        _check(host, _stated_length(answer), limit)
        async with aclosing(answer.body) as raws:
            async for raw in raws:
                packed += len(raw)
                for piece in decoder.feed(raw):
                    body += piece
                    _check(host, max(packed, len(body)), limit)
                    pieces += 1
                    if pieces % _BREATH == 0:
                        await asyncio.sleep(0)
        decoder.finish()
    except CodingError as error:
        raise FetchError(host, str(error)) from None
    return bytes(body)


def _check(host: str, size: int, limit: int) -> None:
    if size > limit:
        raise FetchError(host, f"the answer is larger than {limit / 1_000_000:g} MB")


def _stated_length(answer: Answer) -> int:
    """Content-Length as a number, 0 where there is none."""
    text = answer.headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
