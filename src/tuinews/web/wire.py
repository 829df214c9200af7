"""One request and its answer, unread. Alone knows httpcore, the engine inside httpx.

Everything that httpx puts on top (a cookie jar, redirects, netrc, decompression of whole chunks) is what a
reader of other people's addresses must decide for itself, so the engine is used bare.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import certifi
import httpcore

from tuinews.errors import FetchError
from tuinews.web.connect import CheckedBackend, Reach
from tuinews.web.limits import Limits
from tuinews.web.resolver import Resolver
from tuinews.web.trouble import broken_off

KEEP_ALIVE = 20.0
"""Seconds that an idle connection is thought to be good for."""

_FAILURES = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, httpcore.ProxyError)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer's head, and its body still to come.

    `headers` have lower-case names and values decoded byte for byte (latin-1), repeated ones joined by ", ";
    `cookies` are the Set-Cookie lines; `body` gives the bytes as sent, still packed.
    """

    status: int
    reason: str
    headers: Mapping[str, str]
    cookies: Sequence[str]
    body: AsyncIterator[bytes]


class Wire:
    """Sends requests over connections kept alive, apart by reach and by scheme.

    Apart by reach, so that a connection to a private address made for what a person typed is never there for a
    link to use; apart by scheme, so that no TLS context is built (20 to 50 ms) before https is asked for.
    """

    def __init__(self, limits: Limits, resolver: Resolver) -> None:
        self._limits = limits
        self._resolver = resolver
        self._pools: dict[tuple[Reach, str], httpcore.AsyncConnectionPool] = {}
        self._tls: asyncio.Task[ssl.SSLContext] | None = None

    @asynccontextmanager
    async def get(self, url: str, headers: Sequence[tuple[str, str]], reach: Reach) -> AsyncIterator[Answer]:
        """GETs `url` and gives the answer, closed at the block's end. Raises FetchError."""
        target = httpcore.URL(url)
        host = target.host.decode("ascii")
        pool = await self._pool(reach, target.scheme.decode("ascii"))
        request = httpcore.Request(
            "GET", target, headers=[(n.encode("latin-1"), v.encode("latin-1")) for n, v in headers]
        )
        try:
            response = await self._send(pool, request)
        except _FAILURES as error:
            raise broken_off(host, error) from None
        try:
            yield self._answer(host, response)
        except _FAILURES as error:
            raise broken_off(host, error) from None
        finally:
            await response.aclose()

    async def close(self) -> None:
        """Closes every connection."""
        pools = list(self._pools.values())
        self._pools.clear()
        for pool in pools:
            await pool.aclose()
        if self._tls is not None:
            await asyncio.wait([self._tls])

    async def _send(self, pool: httpcore.AsyncConnectionPool, request: httpcore.Request) -> httpcore.Response:
        """Sends once more where a kept connection turns out to be dead: the server may close it as we write."""
        kept = any(c.is_idle() and c.can_handle_request(request.url.origin) for c in pool.connections)
        try:
            return await pool.handle_async_request(request)
        except (httpcore.RemoteProtocolError, httpcore.ReadError, httpcore.WriteError):
            if not kept:
                raise
        return await pool.handle_async_request(request)

    def _answer(self, host: str, response: httpcore.Response) -> Answer:
        if sum(len(name) + len(value) + 4 for name, value in response.headers) > self._limits.max_headers:
            raise FetchError(host, "the answer's headers are too large")
        headers: dict[str, str] = {}
        cookies: list[str] = []
        for raw_name, raw_value in response.headers:
            name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
            if name == "set-cookie":
                cookies.append(value)
            else:
                headers[name] = f"{headers[name]}, {value}" if name in headers else value
        reason = response.extensions.get("reason_phrase", b"").decode("latin-1")
        return Answer(response.status, reason, headers, cookies, response.aiter_stream())

    async def _pool(self, reach: Reach, scheme: str) -> httpcore.AsyncConnectionPool:
        context = await self._tls_context() if scheme == "https" else None
        pool = self._pools.get((reach, scheme))
        if pool is None:
            pool = self._pools[reach, scheme] = httpcore.AsyncConnectionPool(
                ssl_context=context,
                max_connections=None,
                max_keepalive_connections=self._limits.total,
                keepalive_expiry=KEEP_ALIVE,
                network_backend=CheckedBackend(reach, self._resolver),
            )
        return pool

    async def _tls_context(self) -> ssl.SSLContext:
        """The one TLS context, built off the loop at the first https request."""
        if self._tls is None:
            self._tls = asyncio.create_task(asyncio.to_thread(_trusting_context))
        return await asyncio.shield(self._tls)


def _trusting_context() -> ssl.SSLContext:
    """The system's authorities (so that a company's own count), and certifi's where the system shows none."""
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:
        context.load_verify_locations(cafile=certifi.where())
    return context
