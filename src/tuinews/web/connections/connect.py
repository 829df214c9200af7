"""Connections that go only where policy lets them: the address checked is the address connected to.

A name is resolved once, every address of it is looked at, and the connection is made to one of those, never to
the name again; so a name that answers differently the second time (DNS rebinding) gains nothing. TLS still
checks the certificate against the name.
"""

import asyncio
import errno
import socket
from collections.abc import Iterable, Sequence
from contextvars import ContextVar
from enum import Enum
from itertools import zip_longest

import httpcore

from tuinews.web.connections.policy import is_public
from tuinews.web.connections.resolver import Resolver
from tuinews.web.connections.socket_stream import SocketStream
from tuinews.web.error_messages import (
    CHECK_TYPOS,
    SITE_GONE,
    has_way_out,
    is_away,
    no_connection,
    no_such_name,
    private_address,
    unencrypted,
)

STAGGER = 0.25
"""Seconds that one address has before the next is tried beside it (RFC 8305, 5): IPv6 is often set up and dead."""

CONNECTED: ContextVar[bool] = ContextVar("connected", default=False)
"""Whether a connection was made, or tried, in this task since it said False; httpcore tells that to who takes all
that it tells, twenty things a request.
"""

_Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Reach(Enum):
    """How far a request may go: to the open internet, anywhere because a person typed that host and port, or to
    private addresses alone, since it carries a password and nothing encrypts it.
    """

    PUBLIC = "public"
    TYPED = "typed"
    PRIVATE = "private"


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """Resolves by `resolver`, refuses what `reach` does not cover, and connects to what was checked.

    `seconds` is how long a connection may take to be made, its TLS handshake counted. Raises FetchError, which
    passes through httpcore untouched.
    """

    def __init__(self, reach: Reach, resolver: Resolver, seconds: float) -> None:
        self._reach = reach
        self._resolver = resolver
        self._seconds = seconds

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to whichever of the host's addresses answers first; `timeout` is not used."""
        CONNECTED.set(True)
        addresses = await self._allowed(host, port)
        deadline = asyncio.get_running_loop().time() + self._seconds
        try:
            async with asyncio.timeout_at(deadline):
                streams = await _first_to_answer(interleaved(addresses), port)
            return SocketStream(*streams, host, deadline)
        except TimeoutError:
            raise no_connection(host, OSError(errno.ETIMEDOUT, "")) from None
        except OSError as error:
            raise no_connection(host, error) from None

    async def _allowed(self, host: str, port: int) -> Sequence[str]:
        try:
            addresses = await self._resolver(host, port)
            if not addresses:
                raise socket.gaierror(socket.EAI_FAIL, "no address")
        except OSError as error:
            advice = SITE_GONE if self._reach is Reach.PUBLIC else CHECK_TYPOS
            raise no_such_name(host, error, has_way_out=has_way_out(), advice=advice) from None
        if self._reach is Reach.TYPED:
            return addresses
        if self._reach is Reach.PRIVATE:
            private = [address for address in addresses if not is_public(address)]
            if not private:
                raise unencrypted(host)
            return private
        public = [address for address in addresses if is_public(address)]
        if not public:
            raise private_address(host)
        return public


def interleaved(addresses: Sequence[str]) -> list[str]:
    """The addresses in turns of the two families, beginning with the first one's (RFC 8305, 4).

    So that where a whole family is dead, as IPv6 often is, the second attempt already is of the other.
    """
    is_six = ":" in addresses[0]
    first = [address for address in addresses if (":" in address) is is_six]
    other = [address for address in addresses if (":" in address) is not is_six]
    pairs = zip_longest(first, other)
    return [address for pair in pairs for address in pair if address is not None]


async def _first_to_answer(addresses: Sequence[str], port: int) -> _Streams:
    """A connection to whichever address answers first, each given a head start.

    Raises the first OSError, but one that tells of the host rather than of a family without a network.
    """
    waiting = list(addresses)
    running: set[asyncio.Task[_Streams]] = set()
    failures: list[OSError] = []
    try:
        while waiting or running:
            if waiting:
                running.add(asyncio.create_task(asyncio.open_connection(waiting.pop(0), port)))
            wait = STAGGER if waiting else None
            done, _ = await asyncio.wait(running, timeout=wait, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                running.discard(task)
                error = task.exception()
                if error is None:
                    return task.result()
                if not isinstance(error, OSError):
                    raise error
                failures.append(error)
        raise min(failures, key=is_away)
    finally:
        for task in running:
            task.add_done_callback(_drop_late)
            task.cancel()


def _drop_late(task: asyncio.Task[_Streams]) -> None:
    """Ends a connection that came after it was wanted."""
    if not task.cancelled() and task.exception() is None:
        task.result()[1].transport.abort()
