"""What the screen says when sources were refreshed, edited, removed or exported."""

from tuinews.text import clean_line
from tuinews.ui.words.en.grammar import counted, plural
from tuinews.ui.words.shown_keys import ShownKeys

_LONGEST = 60
"""Characters of a name."""

REFRESH_RUNNING = "A refresh is already running"
NOTHING_NEW = "Nothing new"
REFRESHED_OFFLINE = "There is no network; saved articles can still be read"
NO_GUIDE = "There is no guide here"
GUIDE = "This is the guide"
GUIDE_OFFLINE = "There is no network, so here is the guide; your sources will be fetched once you are online"
NOTHING_TO_EXPORT = "There are no sources to export yet"
NOT_A_FILE_NAME = "that is not a valid file name"


def new_articles(count: int) -> str:
    """What a refresh brought."""
    return counted(count, "new article")


def articles_saved(count: int) -> str:
    """How many articles a refresh saved."""
    return f"{counted(count, 'article')} saved for offline reading"


def removed(title: str, keys: ShownKeys) -> str:
    """A source is gone."""
    return f"{clean_line(title, _LONGEST)} removed; {keys.key('undo')} brings it back"


def unchanged(title: str) -> str:
    """A source was edited, and has the name and the folder that it had."""
    return f"{clean_line(title, _LONGEST)} is unchanged"


def renamed(before: str, title: str, keys: ShownKeys) -> str:
    """A source has another name."""
    before, title = clean_line(before, _LONGEST), clean_line(title, _LONGEST)
    return f"{before} renamed to {title}; {keys.key('undo')} undoes it"


def moved(title: str, folder: str | None, keys: ShownKeys) -> str:
    """A source is in another folder, or in none."""
    title, key = clean_line(title, _LONGEST), keys.key("undo")
    if folder:
        return f"{title} moved to {clean_line(folder, _LONGEST)}; {key} undoes it"
    return f"{title} moved out of its folder; {key} undoes it"


def renamed_and_moved(before: str, title: str, folder: str | None, keys: ShownKeys) -> str:
    """A source has another name and is in another folder, or in none."""
    before, title, key = clean_line(before, _LONGEST), clean_line(title, _LONGEST), keys.key("undo")
    if folder:
        return f"{before} renamed to {title} and moved to {clean_line(folder, _LONGEST)}; {key} undoes it"
    return f"{before} renamed to {title} and moved out of its folder; {key} undoes it"


def exported(count: int, path: object) -> str:
    """The sources are in a file."""
    return f"{counted(count, 'source')} exported to {path}"


def file_exists(name: str) -> str:
    """The file is there already, and is left alone."""
    return f"{name} already exists; nothing was written"


def not_written(name: str, why: str) -> str:
    """The file could not be written."""
    return f"{name} cannot be written: {why}"


def added(count: int) -> str:
    """Sources are in the library now."""
    return plural(count, "1 source added", f"{count:,} sources added")
