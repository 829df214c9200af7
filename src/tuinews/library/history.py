"""Undo and redo of what a key can do wrong: read marks, stars, sources that were removed, renamed or moved."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

_DEPTH = 200
"""Steps kept; "mark all read" is one step, however many articles it marks."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something done that can be taken back: the words of each way, and the work of each way."""

    undone: str
    redone: str
    undo: Callable[[], Awaitable[object]]
    redo: Callable[[], Awaitable[object]]


class History:
    """The steps of this session, the newest last."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._added = 0
        self._turn = asyncio.Lock()
        self._has_begun = False

    @property
    def has_begun(self) -> bool:
        """Whether something of this session was ever to be undone."""
        return self._has_begun

    def add(self, step: Step) -> None:
        """Remember a step that was just done; what was undone before it can no longer be redone."""
        self._has_begun = True
        self._done.append(step)
        del self._done[:-_DEPTH]
        self._undone.clear()
        self._added += 1

    def add_undone(self, step: Step) -> None:
        """Remember a step of an earlier session that was just taken back, so that it can be redone."""
        self._undone.append(step)

    async def undo(self) -> str | None:
        """Take the last step back; its words, or None where there is none."""
        async with self._turn:  # the key may be pressed again before the first step is taken back
            if not self._done:
                return None
            step, added = self._done[-1], self._added
            await step.undo()
            if step in self._done:  # else so much was done meanwhile that it went beyond the depth
                self._done.remove(step)
            if added == self._added:  # else something new was done meanwhile, which ends what could be redone
                self._undone.append(step)
            return step.undone

    async def redo(self) -> str | None:
        """Do the last undone step again; its words, or None where there is none."""
        async with self._turn:
            if not self._undone:
                return None
            step = self._undone[-1]
            await step.redo()
            if step in self._undone:  # else something new was done meanwhile, which ends what could be redone
                self._undone.remove(step)
            self._done.append(step)
            del self._done[:-_DEPTH]
            return step.redone
