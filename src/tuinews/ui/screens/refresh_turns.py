"""Refreshes that were asked for while another is under way: none is refused, each has its turn."""

from collections.abc import Collection, Sequence

from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class RefreshTurn:
    """One refresh: of which sources, None for all; `due_only` leaves out those that are not due."""

    source_ids: tuple[int, ...] | None = None
    due_only: bool = False

    def covers(self, other: "RefreshTurn") -> bool:
        """Whether `other` has nothing that this one does not refresh too."""
        if self.due_only or other.due_only:
            return self.due_only is other.due_only
        if self.source_ids is None or other.source_ids is None:
            return self.source_ids is None
        return set(other.source_ids) <= set(self.source_ids)


def turn_of(source_ids: Sequence[int] | None, *, due_only: bool) -> RefreshTurn:
    """A refresh as it was asked for."""
    return RefreshTurn(None if source_ids is None else tuple(source_ids), due_only)


class RefreshTurns:
    """The refresh under way, and those that come after it."""

    def __init__(self) -> None:
        self._now: RefreshTurn | None = None
        self._due: frozenset[int] = frozenset()
        self._waiting: list[RefreshTurn] = []

    @property
    def due(self) -> frozenset[int]:
        """The sources that the one under way refreshes since they were due."""
        return self._due

    def begin(self, turn: RefreshTurn, due: Collection[int] = ()) -> None:
        """Have `turn` be the one under way; `due` are the sources that are due now."""
        self._now, self._due = turn, frozenset(due) if turn.due_only else frozenset()

    def waits(self, turn: RefreshTurn) -> bool:
        """Have `turn` come after the one under way; False where nobody need wait, since that one does it.

        What is due is looked for anew in any case: a source may have come meanwhile.
        """
        if not turn.due_only and self._is_done_now(turn):
            return False
        if not any(one.covers(turn) for one in self._waiting):
            self._waiting = [one for one in self._waiting if not turn.covers(one)] + [turn]
        return True

    def next(self) -> RefreshTurn | None:
        """The next one, which is under way from now on; None if none waits."""
        self._now, self._due = self._waiting.pop(0) if self._waiting else None, frozenset()
        return self._now

    def _is_done_now(self, turn: RefreshTurn) -> bool:
        is_due = turn.source_ids is not None and self._due.issuperset(turn.source_ids)
        return is_due or (self._now is not None and self._now.covers(turn))
