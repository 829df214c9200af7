"""One request and its answer, unread, on httpcore: the engine inside httpx.

Everything that httpx puts on top (a cookie jar, redirects, netrc, decompression of whole chunks) is what a
reader of other people's addresses must decide for itself, so the engine is used bare.
"""

from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

import httpcore

from tuinews.web.answer import Answer
from tuinews.web.connect import Reach
from tuinews.web.connections import Connections
from tuinews.web.trouble import broken_off, headers_too_large

_FAILURES = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError)


class Wire:
    """Sends requests over `connections`; `max_headers` bounds the bytes of an answer's header lines."""

    def __init__(self, connections: Connections, max_headers: int) -> None:
        self._connections = connections
        self._max_headers = max_headers

    @asynccontextmanager
    async def get(self, url: str, headers: Sequence[tuple[str, str]], reach: Reach) -> AsyncIterator[Answer]:
        """GETs `url` and gives the answer, which ends with the block. Raises FetchError."""
        encoded = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        request = httpcore.Request("GET", httpcore.URL(url), headers=encoded)
        host = request.url.host.decode("ascii")
        try:
            connection, response = await self._send(request, reach)
            try:
                answer = self._answer(host, response)
                yield answer
                if answer.is_empty:
                    async for _ in answer.body:
                        pass
            finally:
                try:
                    await response.aclose()
                finally:  # a cancellation may fall into the line above
                    await self._connections.give_back(connection, reach)
        except _FAILURES as error:
            raise broken_off(host, error) from None

    async def _send(
        self, request: httpcore.Request, reach: Reach
    ) -> tuple[httpcore.AsyncConnectionInterface, httpcore.Response]:
        """Sends by a kept connection, or by a new one where that proves dead: a server may end it as we write."""
        origin = request.url.origin
        kept = await self._connections.take(origin, reach)
        if kept is not None:
            with suppress(*_FAILURES):
                response = await _ask(kept, request)
                if response.extensions["network_stream"].has_answered:
                    return kept, response
                await kept.aclose()
        fresh = await self._connections.new(origin, reach)
        return fresh, await _ask(fresh, request)

    def _answer(self, host: str, response: httpcore.Response) -> Answer:
        if sum(len(name) + len(value) + 4 for name, value in response.headers) > self._max_headers:
            raise headers_too_large(host)
        headers: dict[str, str] = {}
        cookies: list[str] = []
        for raw_name, raw_value in response.headers:
            name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
            if name == "set-cookie":
                cookies.append(value)
            else:
                headers[name] = f"{headers[name]}, {value}" if name in headers else value
        reason = response.extensions.get("reason_phrase", b"").decode("latin-1")
        return Answer(response.status, reason, headers, cookies, _packed(response))


async def _ask(connection: httpcore.AsyncConnectionInterface, request: httpcore.Request) -> httpcore.Response:
    """The answer's head; a connection that fails, or is cancelled, is ended."""
    try:
        return await connection.handle_async_request(request)
    except BaseException:
        await connection.aclose()
        raise


async def _packed(response: httpcore.Response) -> AsyncGenerator[bytes, None]:
    assert isinstance(response.stream, AsyncIterable)
    async for piece in response.stream:
        yield piece
