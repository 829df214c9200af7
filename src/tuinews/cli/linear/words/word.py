"""A command of the conversation: the word that calls it, and what is said of it."""

from collections.abc import Sequence

from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A command: `name` is its English word, which is translated, `about` what `help` says.

    `more` is said by `help WORD` besides. The first letters of one that is `everyday` mean it rather than another.
    """

    name: str
    about: str
    more: str = ""
    everyday: bool = False

    @property
    def id(self) -> str:
        """The English word, whatever language is spoken."""
        return self.name


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Commands of one subject under its heading."""

    heading: str
    words: Sequence[Word]
