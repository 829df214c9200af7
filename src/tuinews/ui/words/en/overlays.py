"""What the help, the palette, the settings and the other overlays say."""

from tuinews.text import clean_line
from tuinews.ui.words.en.grammar import counted

ESC_CLOSES = "Esc closes"

# Help

HELP_TITLE = "Keys"
SIGNS = "Signs"
UNREAD_SIGN = "not read yet"
STAR_SIGN = "starred"
SAVED_SIGN = "saved for offline reading"
FAILED_SIGN = "source whose last refresh failed"
LINK_SIGN = "link with its number"

# Notices and failures

NOTICES_TITLE = "Notices"
NO_NOTICES = "There are no notices."
FAILURES_TITLE = "Failures"
NO_FAILURES = "Nothing failed."


def sources_failed(count: int) -> str:
    """Heads the sources that could not be refreshed."""
    return f"{counted(count, 'source')} could not be refreshed"


def lines_skipped(count: int) -> str:
    """Heads the lines of a list that were not taken."""
    return f"{counted(count, 'line')} of the last imported list could not be added"


# Settings

SETTINGS_TITLE = "Settings"
NO_SETTINGS_FILE = "There is no settings file here; these are the defaults."


def settings_file(file: object) -> str:
    """The file that was read."""
    return f"Settings are read from {clean_line(file, 1000)} when tuinews starts."


def future_settings_file(file: object) -> str:
    """The file that would be read."""
    return f"There is no settings file yet. tuinews looks for {clean_line(file, 1000)} when it starts."


def entries_set(count: int) -> str:
    """How many entries a table of the settings has."""
    return f"{count} set"


def expects(values: str) -> str:
    """The values of a setting."""
    return f"Value: {values}."


# The palette

PALETTE_PLACEHOLDER = "Type the name of a command or a source"
NOTHING_MATCHES = "Nothing matches"

# Editing a source

EDIT_TITLE = "Edit source"
NAME = "Name"
FOLDER = "Folder"
EDIT_HELP = "Enter saves · Tab next field · Esc cancels · A/B is folder B inside A"
NAME_EMPTY = "The name cannot be empty"

# The prompt

SEARCH = "Search"
FIND = "Find"
EXPORT_TO = "Export to"


def question(what: str) -> str:
    """Before what is typed."""
    return f"{what}: "


# The welcome

WELCOME = (
    "Any address can be a source: a website or a feed. Articles are shown as clean text and stay readable offline."
)
WELCOME_HELP = "Enter selects · ? shows all keys · q quits"
Q_QUITS = "q quits"
STARTER_SETS = "Pick a starter set"
OR_CHOOSE = "Or choose"
TYPE_ADDRESS = "Type or paste an address"
BROWSE_CATALOGUE = "Browse the catalogue"
IMPORT_LIST = "Import a list of sources (OPML, newsboat)"
READ_GUIDE = "Read the guide (works offline)"
LOOK_AROUND = "Look around first"


def starter_set(language: str, names: str) -> str:
    """The first sources of a set, and that there are more."""
    return f"{language}: {names}…"


def set_size(count: int) -> str:
    """How many sources a set has."""
    return counted(count, "source")
