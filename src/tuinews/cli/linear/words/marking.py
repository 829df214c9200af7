"""The words of marks, tags, notes and highlights, and of taking them back."""

from tuinews.cli.linear.words.word import Word, WordGroup
from tuinews.language import N_, _, ngettext

WORDS = WordGroup(
    N_("Marking"),
    (
        Word(
            N_("mark"),
            N_("N: marks an article as read or unread; without a number, the open one"),
            N_("Several numbers work too, here and with star, tag and untag: mark 2 5-8"),
            everyday=True,
        ),
        Word(N_("mark all"), N_("marks everything in this list as read")),
        Word(N_("mark above"), N_("N: marks everything above an article as read")),
        Word(N_("mark below"), N_("N: marks everything below an article as read")),
        Word(
            N_("mark older"),
            N_("marks everything older than a day as read; mark older 3: than three days"),
        ),
        Word(
            N_("star"),
            N_("N: stars or unstars an article; without a number, the open one"),
            everyday=True,
        ),
        Word(
            N_("tag"),
            N_("N TAG: tags an article; without a number, the open one; separate several tags by commas"),
            N_("Write a tag that is a number with a #: tag 3 #2026. tag N alone says the tags."),
        ),
        Word(N_("untag"), N_("N TAG: removes a tag from an article; without a number, from the open one")),
        Word(
            N_("note"),
            N_("TEXT: writes a note on the open article; without TEXT says it, note - removes it"),
        ),
        Word(N_("highlight"), N_("WORDS: highlights a passage of the open article")),
        Word(N_("highlights"), N_("lists the highlighted passages of all articles, numbered")),
        Word(N_("unhighlight"), N_("N: removes a highlight, by its number in highlights")),
        Word(N_("apart"), N_("N: not the same story: makes an article a story of its own")),
        Word(
            N_("undo"),
            N_("undoes the last thing you did, even in an earlier session"),
            everyday=True,
        ),
        Word(N_("redo"), N_("redoes what was undone")),
    ),
)

MARKED_READ = N_("Marked as read.")
MARKED_UNREAD = N_("Marked as unread.")
IS_STARRED = N_("Starred.")
IS_UNSTARRED = N_("Star removed.")
NOTHING_TO_UNDO = N_("There is nothing to undo.")
NOTHING_TO_REDO = N_("There is nothing to redo.")
TAG_WANTED = N_("Which tag? As in: tag work")
NO_TAGS_HERE = N_("It has no tags.")
NO_NOTE = N_("It has no note.")
NOTE_SAVED = N_("The note is saved.")
NOTE_GONE = N_("Note removed.")
PASSAGE_WANTED = N_("Which passage? As in: highlight the river rose")
HIGHLIGHTED = N_("Highlighted.")
HIGHLIGHT_GONE = N_("Highlight removed.")
NO_HIGHLIGHTS = N_("Nothing is highlighted yet.")
STANDS_APART = N_("It is a story of its own now; undo takes it back.")
DAYS_WANTED = N_("How many days? As in: mark older 3")


def marked(count: int, *, read: bool) -> str:
    """Several articles were marked."""
    if read:
        return ngettext("1 article marked as read.", "{count} articles marked as read.", count)
    return ngettext("1 article marked as unread.", "{count} articles marked as unread.", count)


def starred(count: int, *, starred: bool) -> str:
    """Several articles have a star, or have none any more."""
    if starred:
        return ngettext("1 article starred.", "{count} articles starred.", count)
    return ngettext("1 article unstarred.", "{count} articles unstarred.", count)


def tags_of(tags: str) -> str:
    """The tags that an article has."""
    return _("Tags: {tags}", tags=tags)


def tags_changed(count: int) -> str:
    """How many articles have other tags now."""
    return ngettext("The tags of 1 article changed.", "The tags of {count} articles changed.", count)


def note(text: str) -> str:
    """What was written to an article."""
    return _("Note: {text}", text=text)


def highlights_here(count: int) -> str:
    """How many passages of an article are highlighted."""
    return ngettext("1 passage is highlighted.", "{count} passages are highlighted.", count)
