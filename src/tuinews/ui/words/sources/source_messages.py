"""What the screen says when sources were refreshed, edited, removed or exported."""

from collections.abc import Sequence

from tuinews.language import N_, _, ellipsis, ngettext
from tuinews.text import clean_line
from tuinews.ui.words.shown_keys import ShownKeys

_LONGEST = 60
"""Characters of a name."""

REFRESH_RUNNING = N_("A refresh is already running")
NOTHING_NEW = N_("Nothing new")
REFRESHED_OFFLINE = N_("There is no network; saved articles can still be read")
WENT_ON = N_("the process that refreshed ended early, so the rest was done here")
NO_GUIDE = N_("There is no guide here")
GUIDE = N_("This is the guide")
GUIDE_OFFLINE = N_("No network: here is the guide; news will follow")
NO_FOLDER_HERE = N_("The cursor is in no folder")
NO_FOLDERS = N_("There are no folders yet; a source is put into one in its settings")
ALL_SOURCES_LISTED = N_("All sources are listed")
NOTHING_TO_EXPORT = N_("There are no sources to export yet")
NOT_A_FILE_NAME = N_("that is not a valid file name")


def refresh_follows(title: str) -> str:
    """A refresh of one source was asked for while another is under way."""
    return _("{title} follows right after this refresh", title=clean_line(title, _LONGEST))


def all_follow() -> str:
    """A refresh of all was asked for while one of some is under way."""
    return _("The other sources follow right after this refresh")


def new_articles(count: int) -> str:
    """What a refresh brought."""
    return ngettext("1 new article", "{count} new articles", count)


def retired(count: int) -> str:
    """What went by itself, as the settings say."""
    return ngettext(
        "1 article was retired, as the settings say",
        "{count} articles were retired, as the settings say",
        count,
    )


def articles_saved(count: int) -> str:
    """How many articles a refresh saved."""
    return ngettext("1 article saved for offline reading", "{count} articles saved for offline reading", count)


def removed(title: str, keys: ShownKeys) -> str:
    """A source is gone."""
    return _("{title} removed; {key} brings it back", title=clean_line(title, _LONGEST), key=keys.key("undo"))


def only_unread_sources(keys: ShownKeys) -> str:
    """The pane leaves sources out."""
    return _("Only sources with unread articles are listed; {key} lists all", key=keys.key("unread_sources"))


def unchanged(title: str) -> str:
    """A source was edited, and has the name and the folder that it had."""
    return _("{title} is unchanged", title=clean_line(title, _LONGEST))


def folder_moved(before: str, to: str | None, keys: ShownKeys) -> str:
    """A folder has another path, or is no more."""
    before, key = clean_line(before, _LONGEST), keys.key("undo")
    if not to:
        return _("The sources of folder {folder} are in no folder now; {key} undoes it", folder=before, key=key)
    return _("Folder {folder} is {to} now; {key} undoes it", folder=before, to=clean_line(to, _LONGEST), key=key)


def options_set(title: str, keys: ShownKeys) -> str:
    """A source has other options, and perhaps another name or folder."""
    return _("Settings of {title} saved; {key} undoes it", title=clean_line(title, _LONGEST), key=keys.key("undo"))


def renamed(before: str, title: str, keys: ShownKeys) -> str:
    """A source has another name."""
    before, title = clean_line(before, _LONGEST), clean_line(title, _LONGEST)
    return _("{before} renamed to {title}; {key} undoes it", before=before, title=title, key=keys.key("undo"))


def moved(title: str, folder: str | None, keys: ShownKeys) -> str:
    """A source is in another folder, or in none."""
    title, key = clean_line(title, _LONGEST), keys.key("undo")
    if folder:
        return _(
            "{title} moved to {folder}; {key} undoes it", title=title, folder=clean_line(folder, _LONGEST), key=key
        )
    return _("{title} moved out of its folder; {key} undoes it", title=title, key=key)


def renamed_and_moved(before: str, title: str, folder: str | None, keys: ShownKeys) -> str:
    """A source has another name and is in another folder, or in none."""
    before, title, key = clean_line(before, _LONGEST), clean_line(title, _LONGEST), keys.key("undo")
    if folder:
        return _(
            "{before} renamed to {title} and moved to {folder}; {key} undoes it",
            before=before,
            title=title,
            folder=clean_line(folder, _LONGEST),
            key=key,
        )
    return _(
        "{before} renamed to {title} and moved out of its folder; {key} undoes it",
        before=before,
        title=title,
        key=key,
    )


def exported(count: int, path: object) -> str:
    """The sources are in a file."""
    return ngettext("1 source exported to {path}", "{count} sources exported to {path}", count, path=path)


def file_exists(name: str) -> str:
    """The file is there already, and is left alone."""
    return _("{name} already exists; nothing was written", name=name)


def not_written(name: str, why: str) -> str:
    """The file could not be written."""
    return _("{name} cannot be written: {why}", name=name, why=why)


def added(count: int) -> str:
    """Sources are in the library now."""
    return ngettext("1 source added", "{count} sources added", count)


def dead(titles: Sequence[str], keys: ShownKeys) -> str:
    """Which sources have not answered for two weeks, and the key that lists them."""
    names = ", ".join(clean_line(title, 40) for title in titles[:3]) + (
        f", {ellipsis()}" if len(titles) > 3 else ""
    )
    return ngettext(
        "1 source has not answered for 14 days: {names}; {key} shows why",
        "{count} sources have not answered for 14 days: {names}; {key} lists them",
        len(titles),
        names=names,
        key=keys.key("failures"),
    )
