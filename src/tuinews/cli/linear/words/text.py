"""The words of places within a text: its headings, words in it, its pictures."""

from tuinews.cli.linear.words.word import Word, WordGroup
from tuinews.language import N_, _, ngettext

WORDS = WordGroup(
    N_("Places in the text"),
    (
        Word(
            N_("headings"),
            N_("lists the headings of the open article, numbered; in a thread, its posts"),
        ),
        Word(N_("heading"), N_("N: reads on from a heading; without a number, from the next one")),
        Word(
            N_("find"),
            N_("WORDS: reads on from the next place that has them; find alone: from the one after that"),
        ),
        Word(N_("pictures"), N_("says what the pictures of the open article show, with their addresses")),
    ),
)

NO_HEADINGS = N_("This article has no headings.")
NO_HEADING_BEHIND = N_("There are no more headings.")
WHAT_TO_FIND = N_("Which words? As in: find river")
FROM_THE_TOP = N_("From the beginning again:")
NO_PICTURES = N_("This article has no pictures.")
UNDESCRIBED = N_("a picture without a description")


def not_in_text(words: str) -> str:
    """Words that do not stand in the open article."""
    return _("“{words}” is not in this article.", words=words)


def places(count: int) -> str:
    """In how many lines of the text words stand."""
    return ngettext("It is in 1 line.", "It is in {count} lines.", count)
