"""What is said of notes and highlights."""

from tuinews.language import N_, _, ngettext
from tuinews.text import clean_line
from tuinews.ui.words.shown_keys import ShownKeys

NOTE_UNCHANGED = N_("The note is unchanged")
NO_EDITOR = N_("No editor was found; name yours in EDITOR, or write with: tuinews note")
NOTE_READ_ONLY = N_("Notes cannot be saved: the library is read-only")
NO_WORDS = N_("The selection has no words in it")
NOT_IN_TEXT = N_("no longer in the text")

HIGHLIGHTS = N_("Highlights")
HELP = N_("Enter opens · D removes · Esc closes")


def note_saved(keys: ShownKeys) -> str:
    """An article has another note."""
    return _("Note saved; {key} undoes it", key=keys.key("undo"))


def note_removed(keys: ShownKeys) -> str:
    """An article has no note any more."""
    return _("Note removed; {key} undoes it", key=keys.key("undo"))


def note_not_saved(why: str, keys: ShownKeys) -> str:
    """A note that was written could not be kept; it is in the editor again at the next press."""
    return _("The note is not saved: {why}; {key} brings it back", why=clean_line(why), key=keys.key("note"))


def select_first(keys: ShownKeys) -> str:
    """A passage is to be selected before it is highlighted."""
    return _("Select a passage first: {key}, then the keys that move, or the mouse", key=keys.key("select"))


def highlighted(keys: ShownKeys) -> str:
    """A passage is highlighted."""
    return _("Highlighted; {key} undoes it", key=keys.key("undo"))


def highlights_removed(count: int, keys: ShownKeys) -> str:
    """Passages are highlighted no more."""
    words = ngettext("1 highlight removed", "{count} highlights removed", count)
    return _("{words}; {key} undoes it", words=words, key=keys.key("undo"))


def none_yet(keys: ShownKeys) -> str:
    """Nothing is highlighted in the whole library."""
    return _(
        "Nothing is highlighted yet: {select} in an article selects, {highlight} highlights · Esc closes",
        select=keys.key("select"),
        highlight=keys.key("highlight"),
    )


def passage_gone(quotation: str) -> str:
    """The passage of a highlight stands in the text no more."""
    return _("No longer in the text: “{quotation}”", quotation=clean_line(quotation, 120))
