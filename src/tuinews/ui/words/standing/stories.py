"""What the screen says of stories that several sources tell."""

from tuinews.language import N_, _, ngettext
from tuinews.text import clean_line
from tuinews.ui.words.shown_keys import ShownKeys

_LONGEST = 30
"""Characters of a title in a message: what stands behind it, the key that undoes it, is seen on 68 columns."""

TOLD_BY_NO_OTHER = N_("No other article tells this story")
ALL_ARE_LISTED = N_("The others that tell this story are in this list")


def parted(title: str, keys: ShownKeys) -> str:
    """An article was taken out of a story."""
    return _(
        "“{title}” is a story of its own; {key} undoes it", title=clean_line(title, _LONGEST), key=keys.key("undo")
    )


def marked_together(count: int, read: bool, keys: ShownKeys) -> str:
    """All that tell a story were marked."""
    key = keys.key("undo")
    if read:
        return ngettext(
            "1 article of the story marked as read; {key} undoes it",
            "{count} articles of the story marked as read; {key} undoes it",
            count,
            key=key,
        )
    return ngettext(
        "1 article of the story marked as unread; {key} undoes it",
        "{count} articles of the story marked as unread; {key} undoes it",
        count,
        key=key,
    )


def told_by_others(count: int) -> str:
    """How many other articles tell a story, for those who hear the list."""
    return ngettext("told by 1 other", "told by {count} others", count)
