"""A small server on a real socket that does as a test says, good manners and bad."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime

import pytest

from tuinews.web.fetcher import Fetcher
from tuinews.web.limits import Limits
from tuinews.web.resolver import Resolver, system_addresses


@dataclass
class Asked:
    """One request as it came: the path, and headers with lower-case names."""

    path: str
    headers: dict[str, str]


Misbehave = Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Site:
    """A loopback server. `answers` maps a path to raw bytes, or to a coroutine function that writes itself.

    After raw bytes the connection stays open where they state a length, else it is closed.
    """

    host: str = "127.0.0.1"
    port: int = 0
    answers: dict[str, bytes | Misbehave] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0

    def url(self, path: str = "/") -> str:
        name = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{name}:{self.port}{path}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while (head := await reader.readuntil(b"\r\n\r\n")) and await self._answer(head, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _answer(self, head: bytes, writer: asyncio.StreamWriter) -> bool:
        first, *lines = head.decode("latin-1").rstrip().split("\r\n")
        fields = (line.partition(":") for line in lines)
        asked = Asked(first.split(" ")[1], {name.lower(): value.strip() for name, _, value in fields})
        self.asked.append(asked)
        answer = self.answers.get(asked.path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        if not isinstance(answer, bytes):
            await answer(asked, writer)
            return False
        writer.write(answer)
        await writer.drain()
        return b"content-length" in answer.lower() or b" 304 " in answer[:20]


def _reply(body: bytes = b"", *headers: str, status: str = "200 OK") -> bytes:
    """A whole answer that states its length."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


Start = Callable[..., Awaitable[Site]]


@pytest.fixture
async def start_site() -> AsyncIterator[Start]:
    """Starts sites: `await start_site({path: answer}, host="::1")`; all end with the test."""
    async with AsyncExitStack() as stack:

        async def start(answers: dict[str, bytes | Misbehave] | None = None, host: str = "127.0.0.1") -> Site:
            site = Site(host=host, answers=dict(answers or {}))
            server = await asyncio.start_server(site.serve, host, 0)
            await stack.enter_async_context(server)
            site.port = server.sockets[0].getsockname()[1]
            return site

        yield start


Begin = Callable[..., Fetcher]


@pytest.fixture
async def new_fetcher() -> AsyncIterator[Begin]:
    """Makes fetchers: `new_fetcher(deadline=0.2, resolver=…)`; all are closed with the test."""
    async with AsyncExitStack() as stack:

        def begin(
            *,
            pauses: Mapping[str, datetime] | None = None,
            resolver: Resolver = system_addresses,
            **limits: float,
        ) -> Fetcher:
            fetcher = Fetcher(replace(Limits(), **limits), pauses=pauses or {}, resolver=resolver)  # type: ignore[arg-type]
            stack.push_async_callback(fetcher.close)
            return fetcher

        yield begin


@pytest.fixture
def reply() -> Callable[..., bytes]:
    """`reply(body, "Name: value", status="200 OK")`: a whole answer."""
    return _reply
