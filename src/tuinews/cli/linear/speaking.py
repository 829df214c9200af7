"""How the conversation speaks: lines, as many at a time as a screen holds; and the numbers that it hears."""

import re
from collections.abc import Awaitable, Callable, Sequence

from tuinews.cli.linear.words import lists, program, sources
from tuinews.language import _

Ask = Callable[[str, bool], Awaitable[str | None]]
"""Says a question and gives the next line, None at the end of the input; what is secret is not shown."""

_RANGE = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9}))?\Z")


class Speaker:
    """Says lines. `rows` is what a screen holds, None for no end."""

    def __init__(self, say: Callable[[str], None], rows: int | None, ask: Ask) -> None:
        self.say, self.rows, self.ask = say, rows, ask
        self._pending: list[str] = []
        self._said = 0
        self._heard: Callable[[int], None] | None = None

    def tell(self, lines: Sequence[str], heard: Callable[[int], None] | None = None) -> None:
        """Say as many lines as a screen holds; `go_on` says the rest. `heard` is told how many were said."""
        self._pending, self._said, self._heard = list(lines), 0, heard
        self.go_on()

    def go_on(self) -> bool:
        """Say what is left of the lines, as much as a screen holds; whether anything was."""
        if not self._pending:
            return False
        room = max(2, self.rows - 2) if self.rows else len(self._pending)
        now, self._pending = self._pending[:room], self._pending[room:]
        for line in now:
            self.say(line)
        self._said += len(now)
        if self._heard is not None:
            self._heard(self._said)
        if self._pending:
            self.say(program.more_lines(len(self._pending)))
        return True

    def forget(self) -> None:
        """Say no more of what was left."""
        self._pending = []

    async def agrees(self, question: str) -> bool | None:
        """The answer to a question for yes or no; None if it was neither."""
        answer = (await self.ask(question, False) or "").strip().lower()
        if answer in ("y", "yes", "c", "có", "co"):
            return True
        return False if answer in ("n", "no", "k", "không", "khong") else None

    def number(self, text: str, count: int) -> int:
        """The number that is named, from 1 to `count`; 0, and why, where none is."""
        if not count:
            self.say(_(lists.NOTHING_LISTED))
        elif not (text.isascii() and text.isdigit()):
            self.say(_(sources.NUMBER_WANTED))
        elif len(text) > 9 or not 0 < int(text) <= count:
            self.say(program.out_of_range(count))
        else:
            return int(text)
        return 0

    def numbers(self, words: Sequence[str], count: int) -> list[int]:
        """The numbers from 1 to `count` that are named, also as `3-7`; none, and why, where one is wrong."""
        found: list[int] = []
        for word in words:
            match = _RANGE.match(word)
            first = self.number(match[1] if match else word, count)
            last = self.number(match[2], count) if match and match[2] and first else first
            if not (first and last):
                return []
            found += range(first, last + 1)
        return list(dict.fromkeys(found))


def leading_numbers(rest: str) -> tuple[list[str], str]:
    """The numbers and ranges at the beginning of a line, and what stands behind them."""
    words = rest.split()
    count = next((place for place, word in enumerate(words) if not _RANGE.match(word)), len(words))
    return words[:count], " ".join(words[count:])
