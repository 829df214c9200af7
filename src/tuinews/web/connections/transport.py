"""Sends requests for httpx through httpcore's pools, over connections that go only where policy lets them.

httpx's own transport takes no network backend, and that is where an address has to be checked.
"""

import asyncio
import re
import ssl
import sys
from collections.abc import AsyncIterator
from importlib.util import find_spec

import httpcore
import httpx

from tuinews.errors import FetchError
from tuinews.language import _
from tuinews.text import clean_line
from tuinews.web.connections.certificates import Trust
from tuinews.web.connections.connect import CONNECTED, CheckedBackend, Reach
from tuinews.web.connections.policy import is_public_name
from tuinews.web.connections.proxies import ProxyFinder
from tuinews.web.connections.resolver import Resolver
from tuinews.web.error_messages import headers_too_large, private_address, unencrypted
from tuinews.web.limits import Limits

if find_spec("sniffio") is None:
    # httpcore asks for it several times a request, and Python searches every folder each time: a third of a fetch.
    sys.modules["sniffio"] = None  # type: ignore[assignment]

FAILURES = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError)
"""What a request or the reading of its answer may raise beside FetchError."""

KEEP_ALIVE = 20.0
"""Seconds that an idle connection is thought to be good for."""

MAX_IDLE = 8
"""Idle connections that a pool keeps."""

_PROXY_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")


class Transport(httpx.AsyncBaseTransport):
    """A pool for each reach, scheme and proxy: a connection to a private address, made for what a person typed, is
    never there for a link to use.

    Requests say their `Reach` in the extension "reach". How many run at a time is for the caller to bound;
    `limits` bounds the making of a connection and the bytes of an answer's header lines, which are read as
    latin-1, byte for byte.
    """

    def __init__(self, resolver: Resolver, proxy_for: ProxyFinder, trust: Trust, limits: Limits) -> None:
        self._backends = {reach: CheckedBackend(reach, resolver, limits.connect) for reach in Reach}
        self._proxy_for = proxy_for
        self._trust = trust
        self._max_headers = limits.max_headers
        self._tls: asyncio.Task[ssl.SSLContext] | None = None
        self._pools: dict[tuple[Reach, str, str | None], httpcore.AsyncConnectionPool] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, its body unread. Raises FetchError and FAILURES."""
        host = request.url.raw_host.decode("ascii")
        pool = await self._pool(request.url.scheme, host, request.url.port, request.extensions["reach"])
        answer = await _ask(pool, request)
        if sum(len(name) + len(value) + 4 for name, value in answer.headers) > self._max_headers:
            await answer.aclose()
            raise headers_too_large(host)
        response = httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions
        )
        response.headers.encoding = "latin-1"
        return response

    async def tidy(self) -> None:
        """Ends what a cancellation left marked as in use, in a turn of the loop that httpcore does not guard.

        For when no request is under way. Suspends nowhere, so that no further cancellation can fall into it.
        """
        for way, pool in tuple(self._pools.items()):
            if not all(connection.is_idle() for connection in pool.connections):
                del self._pools[way]
                await pool.aclose()

    async def aclose(self) -> None:
        """Ends every connection."""
        while self._pools:
            await self._pools.popitem()[1].aclose()
        if self._tls is not None:
            await asyncio.wait([self._tls])
        await asyncio.sleep(0)  # aborted sockets go with the loop's next turn

    async def _pool(self, scheme: str, host: str, port: int | None, reach: Reach) -> httpcore.AsyncConnectionPool:
        named = self._proxy_for(scheme, host, port or (443 if scheme == "https" else 80))
        if named is not None and reach is Reach.PUBLIC and not is_public_name(host):
            raise private_address(host)
        if named is not None and reach is Reach.PRIVATE and is_public_name(host):
            raise unencrypted(host)
        proxy = None if named is None else _proxy(named)
        is_safe = scheme == "https" or (proxy is not None and proxy.url.scheme == "https")
        context = await self._tls_context() if is_safe else None
        way = (reach, scheme, named)
        if way not in self._pools:
            self._pools[way] = self._new_pool(reach, context, proxy)
        return self._pools[way]

    def _new_pool(
        self, reach: Reach, context: ssl.SSLContext | None, proxy: httpx.Proxy | None
    ) -> httpcore.AsyncConnectionPool:
        if proxy is None:
            return httpcore.AsyncConnectionPool(
                ssl_context=context,
                max_connections=None,
                max_keepalive_connections=MAX_IDLE,
                keepalive_expiry=KEEP_ALIVE,
                network_backend=self._backends[reach],
            )
        return httpcore.AsyncHTTPProxy(
            proxy_url=str(proxy.url),
            proxy_auth=proxy.raw_auth,
            ssl_context=context,
            proxy_ssl_context=context if proxy.url.scheme == "https" else None,
            max_connections=None,
            max_keepalive_connections=MAX_IDLE,
            keepalive_expiry=KEEP_ALIVE,
            network_backend=self._backends[Reach.TYPED],
        )

    async def _tls_context(self) -> ssl.SSLContext:
        """The one TLS context, built off the loop at the first https request (20 to 50 ms). Raises FetchError."""
        if self._tls is None:
            self._tls = asyncio.create_task(asyncio.to_thread(self._trust))
        try:
            return await asyncio.shield(self._tls)
        except OSError as error:
            self._tls = None
            why = _("the list of trusted authorities cannot be read ({error})", error=clean_line(error, 80))
            raise FetchError("https", why) from None


class _Body(httpx.AsyncByteStream):
    """An answer's body as httpx wants it; its end, or `aclose`, gives the connection back."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._answer.aiter_stream()

    async def aclose(self) -> None:
        await self._answer.aclose()


async def _ask(pool: httpcore.AsyncConnectionPool, request: httpx.Request) -> httpcore.Response:
    """The answer's head. A kept connection that proves dead, as a server may end it while we write, gives way to
    the next, and so does one whose "answer" lay behind the answer before: a length that lies, or a forgery. So
    what is sent may arrive twice, which whoever sends a body has to bear.
    """
    url = request.url
    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    CONNECTED.set(False)
    while True:
        try:
            answer = await pool.handle_async_request(
                httpcore.Request(
                    request.method,
                    target,
                    headers=request.headers.raw,
                    content=request.content,
                )
            )
        except FAILURES:
            if CONNECTED.get():
                raise
        else:
            if answer.extensions["network_stream"].has_answered:
                return answer
            await answer.aclose()


def _proxy(text: str) -> httpx.Proxy:
    """A proxy that can be used. Raises FetchError: whoever set one may not want to be seen without it."""
    try:
        proxy = httpx.Proxy(text)
        if proxy.url.scheme in ("http", "https") and _PROXY_HOST.fullmatch(proxy.url.host):
            return proxy
    except (httpx.InvalidURL, ValueError):
        pass
    scheme = clean_line(text.partition("://")[0], 20) or "its address"
    raise FetchError(
        _("the proxy"), _("{scheme} is not supported", scheme=scheme), _("set HTTPS_PROXY to an http:// proxy")
    )
