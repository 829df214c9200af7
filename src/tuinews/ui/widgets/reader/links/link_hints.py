"""Letters over the links in sight: typed, they choose one."""

from collections.abc import Sequence
from itertools import product

from tuinews.late import late_imports

with late_imports(__name__):
    from tuinews.typeset.page.targets import Target


LETTERS = "fjdkslaghrueiwcmvnbtpqxz"
"""From the keys where the fingers rest outwards; not o and y, which do something with the link that is chosen."""


class LinkHints:
    """The links in sight with their letters, and the one that is chosen so far, the first to begin with."""

    def __init__(self, targets: Sequence[Target] = ()) -> None:
        self._targets = tuple(targets)
        self._labels = labels(len(self._targets))
        self._typed = ""
        self._index = 0

    def __bool__(self) -> bool:
        return bool(self._targets)

    @property
    def here(self) -> Target:
        """The one that is chosen so far."""
        return self._targets[self._index]

    def on_line(self, line: int) -> list[tuple[Target, str]]:
        """The targets of a line that what is typed may still mean, with the letters to type for each."""
        return [
            (target, label.removeprefix(self._typed))
            for target, label in zip(self._targets, self._labels, strict=True)
            if target.part.line == line and label.startswith(self._typed)
        ]

    def step(self, direction: int) -> None:
        """Choose the next (1) or the previous (-1) one, round and round."""
        self._index = (self._index + direction) % len(self._targets)

    def type(self, letter: str) -> bool:
        """Take a letter, large or small; whether a label ends with it. One that begins none is passed over."""
        typed = self._typed + letter.lower()
        found = [place for place, label in enumerate(self._labels) if label.startswith(typed)]
        if not found:
            return False
        self._typed, self._index = typed, found[0]
        return self._labels[found[0]] == typed


def labels(count: int) -> list[str]:
    """As many different labels, all of one length."""
    length = 1
    while len(LETTERS) ** length < count:
        length += 1
    return ["".join(letters) for letters, _ in zip(product(LETTERS, repeat=length), range(count), strict=False)]
