"""Names to IP addresses, off the event loop."""

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from ipaddress import ip_address
from typing import TypeAlias

Resolver: TypeAlias = Callable[[str, int], Awaitable[Sequence[str]]]
"""Gives the IP addresses of a host, best first; raises socket.gaierror where there is none."""


async def system_addresses(host: str, port: int) -> Sequence[str]:
    """The addresses that the system's resolver knows of `host`, in its order (RFC 6724).

    In a thread of its own, not the loop's executor: a resolver without a network may hang for half a minute,
    Python waits for an executor's threads at exit, and nobody waits for a daemon.
    """
    if _is_literal(host):
        return (host,)
    loop = asyncio.get_running_loop()
    found: asyncio.Future[Sequence[str]] = loop.create_future()

    def look_up() -> None:
        answer: Sequence[str] | OSError
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer = tuple(dict.fromkeys(str(row[4][0]) for row in rows))
        except OSError as error:
            answer = error
        except UnicodeError:  # a label longer than 63 letters
            answer = socket.gaierror(socket.EAI_NONAME, "not a host name")
        with suppress(RuntimeError):  # the loop may be closed by now, and nobody is waiting
            loop.call_soon_threadsafe(_settle, found, answer)

    threading.Thread(target=look_up, name=f"resolve {host}", daemon=True).start()
    return await found


def _settle(found: asyncio.Future[Sequence[str]], answer: Sequence[str] | OSError) -> None:
    if found.done():  # whoever asked has gone
        return
    if isinstance(answer, OSError):
        found.set_exception(answer)
    else:
        found.set_result(answer)


def _is_literal(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
