"""Which articles are taken along: the more of a source the more of it was read, its newest first."""

from collections import deque
from collections.abc import Mapping, Sequence

from tuinews.model.view import Counts

_STAR = 3
"""Articles that were read count as one, starred ones as so many more."""

_LEAST = 0.5
"""What a source counts of which nothing was read yet: it is taken too, but last."""

_GUESS = 4.0
"""Minutes that an article is thought to take until one of its source is here."""


def share_of(counts: Counts) -> float:
    """How much a source is read: its articles that were read or starred."""
    return max(0, counts.all - counts.unread) + _STAR * counts.starred + _LEAST


class TripPlan:
    """Picks one article after another. `shares` say how much of the minutes each source should have, `unread` are
    its articles, the newest first.
    """

    def __init__(self, minutes: float, shares: Mapping[int, float], unread: Mapping[int, Sequence[int]]) -> None:
        self._wanted, self._shares = minutes, shares
        self._left = {source: deque(ids) for source, ids in unread.items() if ids}
        self._minutes = dict.fromkeys(self._left, 0.0)
        self._guess = dict.fromkeys(self._left, _GUESS)
        self._guessed: dict[int, float] = {}
        self._picked: set[int] = set()

    @property
    def is_full(self) -> bool:
        """Whether what was picked, as far as is known or guessed, takes as long as was wanted."""
        return sum(self._minutes.values()) >= self._wanted

    def next(self) -> tuple[int, int] | None:
        """A source, the one that lacks most of its share, and its newest article; None if nothing is left."""
        while self._left:
            source = min(self._left, key=lambda one: (self._minutes[one] / self._shares[one], -self._shares[one]))
            article = self._left[source].popleft()
            if not self._left[source]:
                del self._left[source]
            if article not in self._picked:  # two sources may list it
                self._picked.add(article)
                self._guessed[article] = self._guess[source]
                self._minutes[source] += self._guess[source]
                return source, article
        return None

    def settle(self, source: int, article: int, minutes: float | None) -> None:
        """Say how long a picked article takes; None: it could not be had."""
        self._minutes[source] += (minutes or 0.0) - self._guessed.pop(article)
        if minutes:
            self._guess[source] = (self._guess[source] + minutes) / 2
