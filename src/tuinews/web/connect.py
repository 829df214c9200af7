"""Connections that go only where policy lets them: the address checked is the address connected to.

A name is resolved once, every address of it is looked at, and the connection is made to one of those, never to
the name again; so a name that answers differently the second time (DNS rebinding) gains nothing. TLS still
checks the certificate against the name.
"""

from collections.abc import Iterable, Sequence
from enum import Enum

import httpcore

from tuinews.errors import FetchError
from tuinews.web.policy import is_public
from tuinews.web.resolver import Resolver
from tuinews.web.trouble import no_connection, no_such_name


class Reach(Enum):
    """How far a request may go: to the open internet, or anywhere because a person typed that host and port."""

    PUBLIC = "public"
    TYPED = "typed"


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """Resolves by `resolver`, refuses what `reach` does not cover, and connects to what was checked.

    Raises FetchError, which passes through httpcore untouched.
    """

    def __init__(self, reach: Reach, resolver: Resolver) -> None:
        self._reach = reach
        self._resolver = resolver
        self._sockets = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to one of the host's addresses; `timeout` is not used, the fetch has its deadline."""
        addresses = await self._allowed(host, port)
        failure: Exception | None = None
        for address in addresses:
            try:
                return await self._sockets.connect_tcp(address, port)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = failure or error
        raise no_connection(host, failure)

    async def _allowed(self, host: str, port: int) -> Sequence[str]:
        try:
            addresses = await self._resolver(host, port)
        except OSError as error:
            raise no_such_name(host, error) from None
        if self._reach is Reach.TYPED:
            return addresses
        public = [address for address in addresses if is_public(address)]
        if not public:
            raise FetchError(
                host, "leads to a private address", "add that address itself if it is yours and you trust it"
            )
        return public
