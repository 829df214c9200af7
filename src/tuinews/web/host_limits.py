"""Limits at a host: how many requests at the same time, and none during a pause that it asked for."""

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Protocol

from tuinews.web.urgency import USUAL, Demand, Gate

LONGEST_PAUSE = timedelta(hours=24)
"""A server may ask for more; it gets this, and may ask again."""

USUAL_PAUSE = timedelta(minutes=15)
"""For a 429 that does not say how long."""


class HostLimiter:
    """At most `per_host` requests at one host and `total` in all, and `EXTRA` more of those that are wanted now.

    First come first served among the equally urgent. A request takes its place at the host first and only then
    one of the total, so that fifty articles of one slow host do not sit on all the places.
    """

    def __init__(self, per_host: int, total: int) -> None:
        self._per_host = per_host
        self._total = Gate(total)
        self._hosts: dict[str, Gate] = {}
        self._users: dict[str, int] = {}

    @asynccontextmanager
    async def turn(self, host: str, demand: Demand = USUAL) -> AsyncIterator[None]:
        """Waits for a place at `host`, and holds it for the length of the block."""
        gate = self._hosts.setdefault(host, Gate(self._per_host))
        self._users[host] = self._users.get(host, 0) + 1
        try:
            async with gate.place(demand), self._total.place(demand):
                yield
        finally:
            self._users[host] -= 1
            if not self._users[host]:
                del self._users[host], self._hosts[host]


class SharedPauses(Protocol):
    """Where several processes share which hosts asked for a pause."""

    async def until(self, host: str) -> datetime | None:
        """The moment (UTC) until which `host` asked any process for a pause, None where it did not."""

    async def keep(self, host: str, until: datetime) -> None:
        """Share that `host` must not be asked until then."""


class Unshared:
    """Pauses that are shared with no other process."""

    async def until(self, host: str) -> None:
        """None: there is no other process."""

    async def keep(self, host: str, until: datetime) -> None:
        """Does nothing: there is no other process."""


class HostBackoff:
    """The hosts that asked for a pause (429 or 503 with Retry-After: RFC 9110, 10.2.3), and until when."""

    def __init__(self, until: Mapping[str, datetime], shared: SharedPauses = Unshared()) -> None:  # noqa: B008
        self._until = dict(until)
        self._shared = shared

    def left(self, host: str) -> timedelta | None:
        """How long the pause of `host` still lasts, None where there is none.

        What is further away than the longest pause was written by a clock that went wrong since, and is dropped.
        """
        until = self._until.get(host)
        if until is None:
            return None
        left = until - datetime.now(UTC)
        if timedelta(0) < left <= LONGEST_PAUSE + timedelta(minutes=1):
            return left
        del self._until[host]
        return None

    async def learn(self, host: str) -> None:
        """Takes over a pause that `host` asked of another process."""
        until = await self._shared.until(host)
        if until is not None and (host not in self._until or until > self._until[host]):
            self._until[host] = until

    async def begin(self, host: str, length: timedelta) -> None:
        """Begins a pause of `host` for `length` from now, and shares it with the other processes."""
        if length > timedelta(0):
            self._until[host] = datetime.now(UTC) + length
            await self._shared.keep(host, self._until[host])

    @property
    def running(self) -> Mapping[str, datetime]:
        """The moment (UTC) until which the pause of each host lasts."""
        return {host: until for host, until in tuple(self._until.items()) if self.left(host)}


def pause_asked(status: int, retry_after: str | None) -> timedelta | None:
    """The pause that an answer asks for: seconds or an HTTP date in Retry-After, never above LONGEST_PAUSE.

    None where none is asked for; a 429 that gives no usable time gets USUAL_PAUSE.
    """
    if status not in (429, 503):
        return None
    asked = _retry_after(retry_after or "")
    if asked is None:
        return USUAL_PAUSE if status == 429 else None
    return max(timedelta(0), min(asked, LONGEST_PAUSE))


def _retry_after(text: str) -> timedelta | None:
    text = text.strip()
    if re.fullmatch(r"[0-9]{1,9}", text):
        return timedelta(seconds=int(text))
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)
