"""What the help, the palette, the settings and the other overlays say."""

from tuinews.language import N_, _, ellipsis, ngettext
from tuinews.ui.words.shown_keys import ShownKeys

ESC_CLOSES = N_("Esc closes")

# Help

HELP_TITLE = N_("Keys")
HELP_FIND = N_("A word, or a key")
SIGNS = N_("Signs")
UNREAD_SIGN = N_("not read yet")
NEW_SIGN = N_("not read yet, and new since the last session")
STAR_SIGN = N_("starred")
SAVED_SIGN = N_("saved for offline reading")
ANNOTATED_SIGN = N_("has a note or a highlight")
RETITLED_SIGN = N_("its source has changed its title")
STORY_SIGN = N_("how many others tell the same story")
FAILED_SIGN = N_("source whose last refresh failed")
LINK_SIGN = N_("link with its number")


def help_keys(keys: ShownKeys) -> str:
    """How the help is searched and closed."""
    return _("{search} finds · Esc closes", search=keys.key("search"))


# Notices and failures

NOTICES_TITLE = N_("Notices")
NO_NOTICES = N_("There are no notices.")
FAILURES_TITLE = N_("Failures")
NO_FAILURES = N_("Nothing failed.")


def sources_failed(count: int) -> str:
    """Heads the sources that could not be refreshed."""
    return ngettext("1 source could not be refreshed", "{count} sources could not be refreshed", count)


def failures_keys(numbered: int) -> str:
    """How one goes to a source that failed, `numbered` of which have a digit."""
    digits = "1" if numbered == 1 else f"1–{numbered}"
    return _("{digits} opens · Esc closes", digits=digits)


def lines_skipped(count: int) -> str:
    """Heads the lines of a list that were not taken."""
    return ngettext(
        "1 line of the last imported list could not be added",
        "{count} lines of the last imported list could not be added",
        count,
    )


# A picture

PICTURE_COMES = N_("Fetching the picture…")


def picture_of(number: int, count: int) -> str:
    """Names one of the pictures of an article."""
    return _("Picture") if count == 1 else _("Picture {number} of {count}", number=number, count=count)


def picture_keys(keys: ShownKeys, count: int) -> str:
    """The keys that a picture over everything has; `count` are the pictures of its article."""
    if count == 1:
        return _("{browser} browser · Esc closes", browser=keys.key("browser"))
    return _("n p next, previous · {browser} browser · Esc closes", browser=keys.key("browser"))


# The palette

PALETTE_KEYS = N_("Enter runs or opens · ↑ ↓ select · Esc closes")
PALETTE_PLACEHOLDER = N_("Command, source or article")
ARTICLES = N_("Articles")
NOTHING_MATCHES = N_("Nothing matches")

# Editing a source

EDIT_TITLE = N_("Edit source")
NAME = N_("Name")
FOLDER = N_("Folder")
EDIT_HELP = N_("Enter saves · Tab next field · ← → choose · Esc cancels")
NAME_EMPTY = N_("The name cannot be empty")

# The prompt

SEARCH = N_("Search")
FIND = N_("Find")
EXPORT_TO = N_("Export to")
TAGS = N_("Tags")
TAG_ALL = N_("Add tags (-tag removes)")
SAVE_AS = N_("Save view as")


SAVE_KEYS = N_("Enter saves · Esc cancels")
TAG_KEYS = N_("Enter saves · a comma between tags · Tab completes · Esc cancels")
SEARCH_KEYS = N_("Enter lists · Tab completes · Ctrl-s saves it as a view · Esc cancels")


def find_keys(keys: ShownKeys) -> str:
    """How one finds in an article."""
    return _(
        "Enter finds · {next} {previous} next, previous match · Esc cancels",
        next=keys.key("next_unread"),
        previous=keys.key("previous_match"),
    )


def question(what: str) -> str:
    """Before what is typed."""
    return f"{what}: "


# Copying

COPY_AS = N_("Copy as")

# The welcome

WELCOME = N_(
    "Any address can be a source: a website or a feed. Articles are shown as clean text and stay readable offline."
)
WELCOME_HELP = N_("Enter selects · Esc looks around · q quits")
Q_QUITS = N_("q quits")
STARTERS = N_("Newspapers, or the guide")
ADD_OWN = N_("Add a source of your own")
EVERY_KEY = N_("Help: all keys")
STARTER_SETS = N_("Newspapers to start with; more are a key away later.")
STARTERS_HELP = N_("Enter selects · Esc goes back · q quits")
READ_GUIDE = N_("Read the guide (works offline)")


def starter_set(language: str, names: str) -> str:
    """The first sources of a set, and that there are more."""
    return f"{language}: {names}{ellipsis()}"


def set_size(count: int) -> str:
    """How many sources a set has."""
    return ngettext("1 source", "{count} sources", count)
