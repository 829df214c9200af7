"""The one table of the words: what `help` says, what is understood, and what must be answered."""

from collections.abc import Mapping
from types import MappingProxyType

from tuinews.cli.linear.words.files import WORDS as FILES
from tuinews.cli.linear.words.lists import WORDS as LISTS
from tuinews.cli.linear.words.marking import WORDS as MARKING
from tuinews.cli.linear.words.program import WORDS as PROGRAM
from tuinews.cli.linear.words.reading import WORDS as READING
from tuinews.cli.linear.words.sources import WORDS as SOURCES
from tuinews.cli.linear.words.standing import WORDS as STANDING
from tuinews.cli.linear.words.text import WORDS as TEXT
from tuinews.cli.linear.words.word import Word, WordGroup
from tuinews.language import _

GROUPS: tuple[WordGroup, ...] = (
    LISTS,
    READING,
    TEXT,
    MARKING,
    STANDING,
    SOURCES,
    FILES,
    PROGRAM,
)
"""In the order in which `help` says them."""

WORDS: Mapping[str, Word] = MappingProxyType({word.id: word for group in GROUPS for word in group.words})
"""The commands by their ids."""


def spoken_names(word: Word) -> tuple[str, str]:
    """The words by which a command is called: the English one, and that of the language."""
    return word.id, _(word.name)
