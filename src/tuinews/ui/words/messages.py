"""What the screen answers to a key, in its status line."""

from tuinews.errors import QueryError, Remedy, TuinewsError
from tuinews.language import N_, _, ngettext
from tuinews.text import clean_line
from tuinews.typeset.cells import cut, width
from tuinews.ui.words.keys import COMMANDS
from tuinews.ui.words.shown_keys import ShownKeys

_TITLE = 200
"""Characters of a title in a message."""


# The library and the program


def tags_saved(keys: ShownKeys) -> str:
    """An article has other tags."""
    return _("Tags saved; {key} undoes it", key=keys.key("undo"))


PICTURES_SHOWN = N_("Pictures are shown")
PICTURES_HIDDEN = N_("Pictures are hidden")
TOO_FEW_COLOURS = N_("This terminal has too few colours for pictures")
LIBRARY_OPENING = N_("The library is still opening")
NO_SHELL = N_("There is no shell to return to; this terminal runs only tuinews")


_ENOUGH_NAME, _LEAST_NAME = 18, 12
"""Cells of what failed before which what helps is left out: the host of an address, in general; and those that are
shown however little room there is.
"""


def failure(error: TuinewsError, keys: ShownKeys, cells: int | None = None) -> str:
    """An error as one line, with the key that helps where there is one.

    In `cells` cells what failed is cut before why it did, since it is known from what was opened.
    """
    said = _advised(error, keys)
    if cells is None or width(said) <= cells:
        return said
    name = error.what.partition("://")[2] or error.what
    for rest in (said.removeprefix(error.what), f": {error.why}"):
        room = cells - width(rest)
        if room >= _ENOUGH_NAME:
            break
    return cut(name, max(_LEAST_NAME, room)) + rest


def _advised(error: TuinewsError, keys: ShownKeys) -> str:
    add = keys.key("add")
    by_key: dict[str, str] = {
        Remedy.ADD_SOURCE: _("{add} adds it as a source", add=add),
        Remedy.ADD_LIST: _("{add} adds the sources in it", add=add),
        Remedy.OTHER_FOLDER: _("start tuinews with another folder"),
    }
    return error.advising(by_key[error.do]) if error.do in by_key else str(error)


def library_unusable(kind: str) -> str:
    """A fault of ours while the library was opened; `kind` is the exception's name."""
    return _("The library cannot be used: unexpected error ({kind})", kind=kind)


def unexpected_error(kind: str, place: object) -> str:
    """A fault of ours; `place` is where its details are."""
    return _("Unexpected error ({kind}); details are in {place}", kind=kind, place=place)


def last_words(kind: str, place: object) -> str:
    """The same on stderr: a command had to end, or the screen."""
    return _("tuinews: unexpected error ({kind}); details are in {place}", kind=kind, place=place)


def language_chosen() -> str:
    """The language that is spoken from now on, in itself."""
    return _("Everything is in English now")


def how_to_quit(keys: ShownKeys) -> str:
    """What Ctrl-C says where there is nothing to copy."""
    return _("{key} quits", key=keys.key("back_or_quit"))


def ignored_keys(settings: str, keys: ShownKeys) -> str:
    """Key settings that were ignored, if there is no room for the reasons."""
    return _("Ignored: {settings}; {key} shows why", settings=settings, key=keys.key("notices"))


def more_notices(count: int, first: str, keys: ShownKeys) -> str:
    """The first of the notices, if there is no room for all."""
    return _("{key} lists {count} notices: {first}", key=keys.key("notices"), count=count, first=first)


# Which article or source a key means


def no_sources(keys: ShownKeys, command_id: str = "") -> str:
    """The library is empty, so that a command has nothing to act on; and what it does otherwise."""
    said = _("No sources yet; {key} adds one", key=keys.key("add"))
    if command_id not in COMMANDS:
        return said
    key, does = keys.key(command_id), _(COMMANDS[command_id])
    return f"{said} ({key}: {does})" if key else f"{said} ({does})"


def none_open(keys: ShownKeys) -> str:
    """No article is open."""
    return _("No article is open; {key} opens one", key=keys.key("open"))


def none_listed_by_filter(keys: ShownKeys) -> str:
    """The filter leaves nothing."""
    return _("No articles are listed here; {key} shows all", key=keys.key("show_all"))


def none_listed_by_search(keys: ShownKeys) -> str:
    """The search found nothing."""
    return _("No articles are listed here; {key} goes back to the list", key=keys.key("back"))


def none_listed(keys: ShownKeys) -> str:
    """The sources have brought nothing so far."""
    return _("No articles are listed here; {key} refreshes all sources", key=keys.key("refresh_all"))


def no_source_selected(keys: ShownKeys) -> str:
    """All sources are listed, and no article is selected either."""
    return _("No source is selected; {key} goes to the next one", key=keys.key("next_source"))


# Moving

FIRST_SOURCE, LAST_SOURCE = N_("This is the first source"), N_("This is the last source")
FIRST_ARTICLE, LAST_ARTICLE = N_("This is the first article"), N_("This is the last article")


def none_unread(keys: ShownKeys) -> str:
    """All that is listed is read."""
    return _("No unread articles here; {key} goes to the next source", key=keys.key("next_source"))


def no_other_unread(keys: ShownKeys) -> str:
    """Only the open article is unread."""
    return _("No other unread articles here; {key} goes to the next source", key=keys.key("next_source"))


def now_listed(title: str) -> str:
    """What is listed from now on, where the list is out of sight."""
    return _("Now showing: {title}", title=clean_line(title, _TITLE))


# Finding


def find_closed(keys: ShownKeys) -> str:
    """The find in an article is over."""
    return _("Find closed; {key} opens the next unread article again", key=keys.key("next_unread"))


def nothing_to_find(keys: ShownKeys) -> str:
    """The key for matches, while nothing is sought."""
    return _("No find is active; {key} in an article finds text in it", key=keys.key("search"))


def match(number: int, count: int) -> str:
    """Which match is shown."""
    return _("Match {number}/{count}", number=number, count=count)


NO_NEXT_SECTION = N_("No further heading below")
NO_PREVIOUS_SECTION = N_("No heading above")


def no_match(query: str) -> str:
    """The article does not contain the text."""
    return _("“{query}” is not in this article", query=clean_line(query, 60))


# Links, the browser and the clipboard

NO_ADDRESS = N_("This article has no web address")


THE_ARTICLE, NO_LONGER_THERE = N_("the article"), N_("it is no longer in the library")
NO_WAY_BACK = N_("There is nothing to go back to")
NO_WAY_FORWARD = N_("There is nothing to go forward to")


def not_web(address: str) -> str:
    """An address that no browser is given."""
    return _("Not opened, because this is not a web address: {address}", address=address)


def opening_in_browser(address: str) -> str:
    """The browser is being started, which may take seconds."""
    return _("Opening in the browser: {address}", address=address)


def opened_in_player(address: str) -> str:
    """A file plays."""
    return _("Opened in the player: {address}", address=address)


def no_player(player: str) -> str:
    """The player could not be started."""
    return _("“{player}” could not be started; the setting player names it", player=clean_line(player, 60))


def opened_in_browser(address: str) -> str:
    """The browser has it."""
    return _("Opened in the browser: {address}", address=address)


def no_browser(keys: ShownKeys) -> str:
    """An article could not be opened."""
    return _("No browser could be started; {key} copies the address", key=keys.key("copy_link"))


def selecting(keys: ShownKeys) -> str:
    """Lines are being selected by the keys that move."""
    return _(
        "Select lines: {copy} copies, {copy_as} other forms, Esc ends",
        copy=keys.key("copy_link"),
        copy_as=keys.key("copy_as"),
    )


def copied(what: str) -> str:
    """A text is on the system's clipboard."""
    return _("Copied: {what}", what=what)


def copied_to_tmux(what: str) -> str:
    """A text is in tmux's buffer."""
    return _("Copied to the tmux buffer: {what}", what=what)


def sent_to_terminal(what: str) -> str:
    """A text was sent to the terminal, which may or may not have taken it."""
    return _("Sent to the terminal's clipboard: {what}", what=what)


# The library's disk

WRITABLE_AGAIN = N_("There is room on the disk again; what is marked and fetched is saved from now on")

# Marks

ALL_READ_ALREADY = N_("Everything here is already read")
BEST_FIRST = N_("Search results are in order of relevance")
THEY_ARE_READ = N_("All of these are already read")
NONE_WAITING = N_("No new articles are waiting to be listed")
NOTHING_TO_UNDO = N_("Nothing to undo")
NOTHING_TO_REDO = N_("Nothing to redo")


def marked_read(title: str) -> str:
    """An article that is out of sight."""
    return _("Marked as read: {title}", title=clean_line(title, _TITLE))


def marked_unread(title: str) -> str:
    """An article that is out of sight."""
    return _("Marked as unread: {title}", title=clean_line(title, _TITLE))


def starred(title: str) -> str:
    """An article that is out of sight."""
    return _("Starred: {title}", title=clean_line(title, _TITLE))


def unstarred(title: str) -> str:
    """An article that is out of sight."""
    return _("Star removed: {title}", title=clean_line(title, _TITLE))


def selected_changed(count: int, keys: ShownKeys) -> str:
    """What was selected in the list was marked."""
    return ngettext(
        "1 article changed; {key} undoes it",
        "{count} articles changed; {key} undoes it",
        count,
        key=keys.key("undo"),
    )


def rows_selected(count: int, keys: ShownKeys) -> str:
    """So many rows of the list are selected, and what can be done with them."""
    return ngettext(
        "1 selected: {read} marks it read, {star} stars it, {select} ends",
        "{count} selected: {read} marks them read, {star} stars them, {select} ends",
        count,
        read=keys.key("toggle_read"),
        star=keys.key("star"),
        select=keys.key("select"),
    )


def selecting_rows(keys: ShownKeys) -> str:
    """The same without a number, for those who hear every change."""
    return _(
        "Select rows with the cursor; {read} marks them read, {star} stars them, {select} ends",
        read=keys.key("toggle_read"),
        star=keys.key("star"),
        select=keys.key("select"),
    )


def all_marked_read(count: int, keys: ShownKeys) -> str:
    """Everything in the list."""
    return ngettext(
        "1 article marked as read; {key} undoes it",
        "{count} articles marked as read; {key} undoes it",
        count,
        key=keys.key("undo"),
    )


# Fetching an article

FETCHING_AGAIN = N_("Fetching the article again…")
FETCHED_AGAIN = N_("The article was fetched again")


def fetching_again(title: str) -> str:
    """An article that is out of sight."""
    return _("Fetching the article again: {title}", title=clean_line(title, _TITLE))


def page_taken(name: str, title: str) -> str:
    """The page in a dropped file is the text of an article now."""
    return _("{name} is now the text of “{title}”", name=clean_line(name, 60), title=clean_line(title, 60))


def fetched_again(title: str) -> str:
    """An article that is out of sight."""
    return _("The article was fetched again: {title}", title=clean_line(title, _TITLE))


def article_failed(title: str, why: str) -> str:
    """The text of an article that is out of sight could not be fetched."""
    return f"{clean_line(title, 80)}: {why}"


FETCHING_OLDER = N_("Fetching older articles…")
NO_OLDER = N_("No older articles were found")
OLDER_OFFLINE = N_("This is the end of the list; fetching older articles needs a network")


def older_fetched(count: int) -> str:
    """Older articles that are at the end of the list now."""
    return ngettext("1 older article added", "{count} older articles added", count)


def query_mistake(error: QueryError) -> str:
    """What was typed into the search cannot be read; columns are counted from 1."""
    # What was meant stands first: in a narrow terminal the end is cut off.
    why = f"{error.do} {error.why[:1].upper()}{error.why[1:]}" if error.do else error.why
    return _("At {column}: {why}", column=error.column + 1, why=why)
