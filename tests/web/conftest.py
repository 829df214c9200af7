"""A small server on a real socket that does as a test says, good manners and bad."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pytest

from tuinews.web.connections.proxies import ProxyFinder
from tuinews.web.connections.resolver import Resolver, system_addresses
from tuinews.web.fetcher import Fetcher
from tuinews.web.limits import Limits

_TLS = Path(__file__).with_name("tls")


@dataclass
class Asked:
    """One request as it came: the target, and headers with lower-case names."""

    path: str
    headers: dict[str, str]


Write = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Site:
    """A loopback server. `answers` maps a path to raw bytes, or to a coroutine function that writes itself.

    After raw bytes the connection stays open where they state a length, else it is closed. A coroutine is
    cancelled when the client leaves.
    """

    scheme: str
    host: str
    port: int = 0
    answers: dict[str, bytes | Write] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    open: int = 0

    def url(self, path: str = "/", host: str = "") -> str:
        """The address of a path, by another name of this computer where `host` gives one."""
        name = host or (f"[{self.host}]" if ":" in self.host else self.host)
        return f"{self.scheme}://{name}:{self.port}{path}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.open += 1
        try:
            while await self._answer(await reader.readuntil(b"\r\n\r\n"), reader, writer):
                pass
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            self.open -= 1
            writer.transport.abort()

    async def _answer(self, head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        first, *lines = head.decode("latin-1").rstrip().split("\r\n")
        fields = (line.partition(":") for line in lines)
        asked = Asked(first.split(" ")[1], {name.lower(): value.strip() for name, _, value in fields})
        self.asked.append(asked)
        answer = self.answers.get(asked.path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        if not isinstance(answer, bytes):
            async with asyncio.TaskGroup() as group:
                writing = group.create_task(_write(answer, writer))
                leaving = group.create_task(reader.read())
                await asyncio.wait((writing, leaving), return_when=asyncio.FIRST_COMPLETED)
                writing.cancel()
                leaving.cancel()
            return False
        writer.write(answer)
        await writer.drain()
        if b"content-length" in answer.lower() or b" 304 " in answer[:20]:
            return True
        writer.write_eof()
        return False


async def _write(answer: Write, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        await answer(writer)


Start = Callable[..., Awaitable[Site]]


@pytest.fixture
async def start_site() -> AsyncIterator[Start]:
    """Starts sites: `await start_site({path: answer}, host="::1", tls="good")`; all end with the test."""
    async with AsyncExitStack() as stack:

        async def start(
            answers: Mapping[str, bytes | Write] | None = None, host: str = "127.0.0.1", tls: str = ""
        ) -> Site:
            site = Site("https" if tls else "http", host, answers=dict(answers or {}))
            context = None
            if tls:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(_TLS / f"{tls}.pem")
            tasks: set[asyncio.Task[None]] = set()

            def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
                task = asyncio.create_task(site.serve(reader, writer))
                tasks.add(task)
                task.add_done_callback(tasks.discard)

            server = await asyncio.start_server(begin, host, 0, ssl=context)
            stack.push_async_callback(_end, server, tasks)
            site.port = server.sockets[0].getsockname()[1]
            return site

        yield start


async def _end(server: asyncio.Server, tasks: set[asyncio.Task[None]]) -> None:
    server.close()
    for task in tuple(tasks):
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await asyncio.sleep(0)


Begin = Callable[..., Fetcher]


@pytest.fixture
async def new_fetcher() -> AsyncIterator[Begin]:
    """Makes fetchers: `new_fetcher(names={"a.test": ["127.0.0.1"]}, deadline=0.2)`; all end with the test.

    Without `names` the system's resolver answers. `trusted_certificate` names the one certificate that counts.
    """
    async with AsyncExitStack() as stack:

        def begin(
            *,
            names: Mapping[str, list[str]] | None = None,
            pauses: Mapping[str, datetime] | None = None,
            resolver: Resolver | None = None,
            proxy_for: ProxyFinder = _no_proxy,
            trusted_certificate: str = "good",
            **limits: float,
        ) -> Fetcher:
            fetcher = Fetcher(
                replace(Limits(), **limits),  # type: ignore[arg-type]
                pauses=pauses or {},
                resolver=resolver or (_table(names) if names is not None else system_addresses),
                proxy_for=proxy_for,
                trust=lambda: ssl.create_default_context(cafile=_TLS / f"{trusted_certificate}.pem"),
            )
            stack.push_async_callback(fetcher.close)
            return fetcher

        yield begin


def _no_proxy(scheme: str, host: str, port: int) -> None:
    return None


def _table(names: Mapping[str, list[str]]) -> Resolver:
    async def resolve(host: str, port: int) -> list[str]:
        return names.get(host, [host])

    return resolve


@pytest.fixture
def reply() -> Callable[..., bytes]:
    """`reply(body, "Name: value", status="200 OK")`: a whole answer that states its length."""

    def make(body: bytes = b"", *headers: str, status: str = "200 OK") -> bytes:
        lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", ""]
        return "\r\n".join(lines).encode("latin-1") + body

    return make


@pytest.fixture(scope="session")
def has_ipv6() -> bool:
    """Whether this machine has an IPv6 loopback."""
    with suppress(OSError), socket.socket(socket.AF_INET6) as probe:
        probe.bind(("::1", 0))
        return True
    return False
