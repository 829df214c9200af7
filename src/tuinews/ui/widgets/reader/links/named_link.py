"""The link that was named last: by its number, by letters over it, or by a click."""

from collections.abc import Callable
from time import monotonic

from tuinews.quick_dataclass import dataclass

NAMED_SECONDS = 8.0
"""How long a link counts as just named: as long as the status line says so. Later a number is waited for."""


@dataclass(slots=True)
class NamedLink:
    """Which link of which entry's article was named last; `copies_next` says that the next one is to be copied."""

    copies_next: bool = False
    clock: Callable[[], float] = monotonic
    _entry_id: int | None = None
    _address: str = ""
    _until: float = 0.0

    def name(self, entry_id: int | None, address: str) -> None:
        """Note the link of an article that was pressed or clicked."""
        self._entry_id, self._address, self._until = entry_id, address, self.clock() + NAMED_SECONDS

    def of(self, entry_id: int) -> str | None:
        """The link of an entry's article, None if none was named just now."""
        return self._address if self._entry_id == entry_id and self.clock() < self._until else None
