"""Limits at a host: how many requests at the same time, and none during a pause that it asked for."""

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Protocol

from tuinews.web.freshness import fresh_for
from tuinews.web.urgency import USUAL, Demand, Gate

LONGEST_PAUSE = timedelta(hours=24)
"""A server may ask for more; it gets this, and may ask again."""

USUAL_PAUSE = timedelta(minutes=15)
"""For a 429 that does not say how long."""


FORBIDDEN, TOO_MANY = 403, 429
_COUNTED = frozenset((FORBIDDEN, 420, TOO_MANY))
REFUSALS = _COUNTED | {500, 502, 503, 504}
"""Statuses of a host that serves nobody for a while, or not us. RFC 9110 has Retry-After with any."""

_LEFT = ("x-ratelimit-remaining", "ratelimit-remaining", "x-rate-limit-remaining")
_RESET = ("x-ratelimit-reset", "ratelimit-reset", "x-rate-limit-reset")
_SECONDS = re.compile(r"([0-9]{1,10})(?:\.[0-9]{1,9})?(?:\s*(?:s|seconds?))?", re.IGNORECASE)
_EPOCH, _EPOCH_DIGITS = 1_000_000_000, 10
"""A larger number of seconds is counted from 1970."""


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
    """The hosts that asked for a pause (429 or 5xx with Retry-After: RFC 9110, 10.2.3), and until when; among them
    addresses that alone are left alone, by themselves (`is_of_host`).
    """

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


def pause_asked(status: int, headers: Mapping[str, str]) -> timedelta | None:
    """The pause that an answer asks for: seconds or an HTTP date in Retry-After, else the end of the time in which
    it counts requests (X-RateLimit-Reset) where none is left; never above LONGEST_PAUSE.

    None where none is asked for; a 429 that gives no usable time gets USUAL_PAUSE, or as long as it may be cached.
    A page that is not there is nothing that a whole host could be left alone for.
    """
    if status not in REFUSALS:
        return None
    asked = _retry_after(headers.get("retry-after", ""))
    if asked is None and status in _COUNTED:
        asked = _until_reset(status, headers)
    if asked is None:
        return max(USUAL_PAUSE, min(fresh_for(headers), LONGEST_PAUSE)) if status == TOO_MANY else None
    return max(timedelta(0), min(asked, LONGEST_PAUSE))


def is_of_host(status: int, headers: Mapping[str, str]) -> bool:
    """Whether the pause that an answer asks for is one of its whole host, and not of this address alone.

    403 refuses the one request (RFC 9110, 15.5.4), and a closed article closes no newspaper; only a host that
    counts requests means all of them with it.
    """
    return status != FORBIDDEN or any(name in headers for name in (*_LEFT, *_RESET))


def _until_reset(status: int, headers: Mapping[str, str]) -> timedelta | None:
    """How long a host that counts requests takes no more: its header has seconds, or the moment as such."""
    left = next((headers[name] for name in _LEFT if name in headers), "")
    if status != TOO_MANY and left.strip() not in ("0", "0.0"):
        return None
    reset = next((headers[name] for name in _RESET if name in headers), "")
    found = _SECONDS.fullmatch(reset.strip())
    if found is None:
        return None
    seconds = int(found[1])
    now = datetime.now(UTC).timestamp()
    return timedelta(seconds=seconds - now if seconds > _EPOCH else seconds)


def _retry_after(text: str) -> timedelta | None:
    text = text.strip()
    seconds = _SECONDS.fullmatch(text)
    if seconds and len(seconds[1]) < _EPOCH_DIGITS:
        return timedelta(seconds=int(seconds[1]))
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)
