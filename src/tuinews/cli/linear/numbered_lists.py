"""Lists whose members are named by number: as they were heard last."""

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from tuinews.cli.linear.speaking import Speaker
from tuinews.folding import fold

T = TypeVar("T")


class NumberedList(Generic[T]):
    """Something numbered from 1. A number means what had it when the list was said, until it is said again."""

    def __init__(self, speaker: Speaker, load: Callable[[], Awaitable[list[T]]]) -> None:
        self._speaker, self._load = speaker, load
        self._listed: list[T] | None = None

    async def all(self) -> list[T]:
        """All as they are now; from now on numbers mean these."""
        self._listed = await self._load()
        return self._listed

    def hold(self, listed: list[T]) -> None:
        """Let numbers mean these."""
        self._listed = listed

    def forget(self) -> None:
        """Look anew at the next number: what was numbered has changed."""
        self._listed = None

    @property
    def is_held(self) -> bool:
        """Whether numbers mean something that was said."""
        return bool(self._listed)

    async def one(self, typed: str) -> T | None:
        """The one of a number; None, and why, if there is none."""
        listed = await self.all() if self._listed is None else self._listed
        number = self._speaker.number(typed, len(listed))
        return listed[number - 1] if number else None

    async def several(self, typed: str) -> list[T]:
        """Those of some numbers; none, and why, where one is wrong."""
        listed = await self.all() if self._listed is None else self._listed
        words = typed.split()
        return [listed[number - 1] for number in self._speaker.numbers(words or [""], len(listed))]

    async def named(self, typed: str, name: Callable[[T], str], why: str) -> T | None:
        """The one of a number, else of a name whose capitals and marks make no difference; else `why` is said."""
        if typed.isascii() and typed.isdigit():
            return await self.one(typed)
        listed = await self.all() if self._listed is None else self._listed
        found = next((one for one in listed if fold(name(one)) == fold(typed)), None)
        if found is None:
            self._speaker.say(why)
        return found
