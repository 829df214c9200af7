"""Connections kept alive for the next request, by origin and apart by reach."""

import asyncio
import re
import ssl
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import httpcore

from tuinews.errors import FetchError
from tuinews.text import clean_line
from tuinews.web.connect import CheckedBackend, Reach
from tuinews.web.policy import is_public_name
from tuinews.web.proxies import ProxyFinder
from tuinews.web.resolver import Resolver
from tuinews.web.trouble import private_address
from tuinews.web.trust import Trust

KEEP_ALIVE = 20.0
"""Seconds that an idle connection is thought to be good for."""

MAX_IDLE = 8
"""Idle connections that are kept; the oldest makes room."""

_PROXY_HOST = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")


@dataclass(frozen=True, slots=True)
class _Idle:
    connection: httpcore.AsyncConnectionInterface
    reach: Reach


class Connections:
    """Apart by reach, so that a connection to a private address, made for what a person typed, is never there for
    a link to use. How many are open at a time is for the caller to bound.
    """

    def __init__(self, resolver: Resolver, proxy_for: ProxyFinder, trust: Trust) -> None:
        self._backends = {reach: CheckedBackend(reach, resolver) for reach in Reach}
        self._proxy_for = proxy_for
        self._trust = trust
        self._idle: list[_Idle] = []
        self._tls: asyncio.Task[ssl.SSLContext] | None = None

    async def take(self, origin: httpcore.Origin, reach: Reach) -> httpcore.AsyncConnectionInterface | None:
        """A kept connection to `origin` that still looks alive; those that do not are ended on the way."""
        found = None
        for idle in tuple(self._idle):
            if idle.connection.has_expired():
                self._idle.remove(idle)
                await idle.connection.aclose()
            elif found is None and idle.reach is reach and idle.connection.can_handle_request(origin):
                self._idle.remove(idle)
                found = idle.connection
        return found

    async def new(self, origin: httpcore.Origin, reach: Reach) -> httpcore.AsyncConnectionInterface:
        """A connection that opens with its first request, through the environment's proxy where it names one."""
        scheme, host = origin.scheme.decode("ascii"), origin.host.decode("ascii")
        context = await self._tls_context() if scheme == "https" else None
        proxy = self._proxy_for(scheme, host, origin.port)
        if proxy is not None:
            if reach is Reach.PUBLIC and not is_public_name(host):
                raise private_address(host)
            return await self._through(proxy, origin, context)
        return httpcore.AsyncHTTPConnection(
            origin=origin,
            ssl_context=context,
            keepalive_expiry=KEEP_ALIVE,
            network_backend=self._backends[reach],
        )

    async def give_back(self, connection: httpcore.AsyncConnectionInterface, reach: Reach) -> None:
        """Keeps a connection whose answer was read to its end; any other is ended."""
        surplus = connection
        if connection.is_idle():
            self._idle.append(_Idle(connection, reach))
            if len(self._idle) <= MAX_IDLE:
                return
            surplus = self._idle.pop(0).connection
        await surplus.aclose()

    async def close(self) -> None:
        """Ends every idle connection."""
        idle, self._idle = self._idle, []
        for each in idle:
            await each.connection.aclose()
        if self._tls is not None:
            await asyncio.wait([self._tls])
        await asyncio.sleep(0)  # aborted sockets go with the loop's next turn

    async def _through(
        self, proxy: str, origin: httpcore.Origin, context: ssl.SSLContext | None
    ) -> httpcore.AsyncConnectionInterface:
        """A connection by way of `proxy`, which resolves names itself: policy can only look at the name."""
        parts = urlsplit(proxy)
        if parts.scheme not in ("http", "https") or not _PROXY_HOST.fullmatch(parts.netloc.rpartition("@")[2]):
            scheme = clean_line(parts.scheme, 20) or "what is set"
            raise FetchError("the proxy", f"{scheme} is not supported", "set HTTPS_PROXY to an http:// proxy")
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        auth = (user.encode(), password.encode()) if user else None
        factory = httpcore.AsyncHTTPProxy(
            proxy_url=f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}",
            proxy_auth=auth,
            ssl_context=context,
            proxy_ssl_context=await self._tls_context() if parts.scheme == "https" else None,
            keepalive_expiry=KEEP_ALIVE,
            network_backend=self._backends[Reach.TYPED],
        )
        return factory.create_connection(origin)

    async def _tls_context(self) -> ssl.SSLContext:
        """The one TLS context, built off the loop at the first https request (20 to 50 ms). Raises FetchError."""
        if self._tls is None:
            self._tls = asyncio.create_task(asyncio.to_thread(self._trust))
        try:
            return await asyncio.shield(self._tls)
        except OSError as error:
            self._tls = None
            why = f"the list of authorities cannot be read ({clean_line(error, 80)})"
            raise FetchError("https", why) from None
