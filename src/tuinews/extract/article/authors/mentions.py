"""A mention of authors: names that a page gives together, and how and where it does."""

from typing import NamedTuple


class Mention(NamedTuple):
    """Names that metadata or a line of the page give together, and the marks that weigh them (`authors`).

    The marks of a mention in a line say how it is written there; `on_page` adds where the line stands.
    """

    names: tuple[str, ...]
    marks: tuple[str, ...]

    def on_page(self, around: tuple[str, ...]) -> "Mention":
        """The same mention with the marks of its place, `around`, and each pair of both."""
        pairs = (f"{mark}@{place}" for mark in self.marks for place in around)
        return Mention(self.names, ("displayed", *self.marks, *around, *pairs))
