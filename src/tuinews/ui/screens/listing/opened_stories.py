"""Which stories are open in the list: the entries that tell them stand under their row."""

from collections.abc import Iterable, Sequence


class OpenedStories:
    """Rows with the entries that are listed under them."""

    def __init__(self) -> None:
        self._under: dict[int, tuple[int, ...]] = {}

    def head_of(self, entry_id: int) -> int | None:
        """The row of the open story that an entry belongs to, None where it belongs to none."""
        if entry_id in self._under:
            return entry_id
        return next((head for head, under in self._under.items() if entry_id in under), None)

    @property
    def members(self) -> frozenset[int]:
        """The entries that are listed under a row."""
        return frozenset(entry_id for under in self._under.values() for entry_id in under)

    def each(self) -> list[tuple[int, tuple[int, ...]]]:
        """Each row with the entries that are listed under it."""
        return list(self._under.items())

    def open(self, head: int, under: Sequence[int]) -> None:
        """Note which entries are listed under a row."""
        self._under[head] = tuple(under)

    def close(self, head: int) -> Iterable[int]:
        """Note that a story is closed; the entries that were listed under it."""
        return self._under.pop(head, ())

    def forget(self, entry_id: int) -> None:
        """Note that an entry tells no story any more."""
        self._under.pop(entry_id, None)
        self._under = {head: tuple(i for i in under if i != entry_id) for head, under in self._under.items()}

    def clear(self) -> None:
        """Note that another list is shown."""
        self._under.clear()
