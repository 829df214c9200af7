"""The number of a link while its digits are typed, and the link that was named last."""

from collections.abc import Callable
from time import monotonic

from tuinews.quick_dataclass import dataclass

NAMED_SECONDS = 8.0
"""How long a link counts as just named: as long as the status line says so. Later a number is waited for."""


class LinkNumber:
    """Digits typed so far, of an article with `count` links."""

    def __init__(self) -> None:
        self.digits = ""

    def type(self, digit: str) -> None:
        """Take another digit; a number does not begin with 0."""
        self.digits = (self.digits + digit).lstrip("0")

    def take(self) -> int:
        """The number, and begin anew; 0 where nothing was typed."""
        digits, self.digits = self.digits, ""
        return int(digits or 0)

    def is_whole(self, count: int) -> bool:
        """Whether no further digit could make another link's number."""
        return int(self.digits or 0) * 10 > count


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
        """The link of an entry's article, None where none was named just now."""
        return self._address if self._entry_id == entry_id and self.clock() < self._until else None
