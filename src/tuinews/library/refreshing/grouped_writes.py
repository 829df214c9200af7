"""Writes of a refresh that come one after the other, several in one transaction: listings, articles kept ahead.

Each commit writes every page that was touched, and the new rows of two listings lie on much the same pages.
"""

import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from tuinews.store.store import Store

_SECONDS = 0.02
"""How long writes join a transaction: what is marked meanwhile waits for as long, and for the last of them."""


class GroupedWrite:
    """A write that may be done together with others; `value` is what it returned once it `is_done`."""

    __slots__ = ("is_done", "value", "work")

    def __init__(self, work: Callable[[Store], Any]) -> None:
        self.work, self.value, self.is_done = work, None, False


class GroupedWrites:
    """The writes that wait for the store's thread, on which `do` is called; the rest may be called on another."""

    def __init__(self) -> None:
        self._waiting = deque[GroupedWrite]()

    def add(self, work: Callable[[Store], Any]) -> GroupedWrite:
        """A write that waits from now on."""
        write = GroupedWrite(work)
        self._waiting.append(write)
        return write

    def leave(self, write: GroupedWrite) -> None:
        """Nobody wants this one any more; one that was begun is done all the same."""
        with suppress(ValueError):
            self._waiting.remove(write)

    def do(self, store: Store, write: GroupedWrite) -> Any:
        """What a write returns, and raises; done now, with others that wait, where it was not done with another.

        Where one of them fails nothing was kept of any, and each is done again alone when its turn comes: so
        whatever is wrong with one costs no other.
        """
        try:
            self._waiting.remove(write)
        except ValueError:
            pass  # it was done with another, or is to be done alone
        else:
            self._do_together(store, write)
        return write.value if write.is_done else write.work(store)

    def _do_together(self, store: Store, first: GroupedWrite) -> None:
        if not self._waiting or store.read_only:
            return
        group: list[GroupedWrite] = []
        end = time.monotonic() + _SECONDS
        try:
            with store.together():
                following: GroupedWrite | None = first
                while following is not None:
                    group.append(following)
                    following.value = following.work(store)
                    following = self._waiting.popleft() if self._waiting and time.monotonic() < end else None
        except Exception:  # the one whose it is raises it again alone
            if not group:
                raise
            return
        for done in group:
            done.is_done = True
