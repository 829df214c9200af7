"""The words of places within a text: its headings, words in it, its pictures."""

from tuinews.cli.linear.words.word import Word, WordGroup
from tuinews.language import N_, _, ngettext

WORDS = WordGroup(
    N_("Places in the text"),
    (
        Word(
            N_("headings"),
            N_("lists the headings of the open article, in a thread its posts, numbered"),
        ),
        Word(N_("heading"), N_("N: reads on from a heading; without a number, from the next one")),
        Word(
            N_("find"),
            N_("WORDS: reads on from the next place where they are; find alone: the next again"),
        ),
        Word(N_("pictures"), N_("says what the pictures of the open article show, with their addresses")),
    ),
)

NO_HEADINGS = N_("This article has no headings.")
NO_HEADING_BEHIND = N_("No heading comes any more.")
WHAT_TO_FIND = N_("Which words? As in: find river")
FROM_THE_TOP = N_("From the beginning again:")
NO_PICTURES = N_("This article has no pictures.")
UNDESCRIBED = N_("a picture without a description")


def not_in_text(words: str) -> str:
    """Words that do not stand in the open article."""
    return _("“{words}” does not stand in this article.", words=words)


def places(count: int) -> str:
    """In how many lines of the text words stand."""
    return ngettext("1 line has it.", "{count} lines have it.", count)
