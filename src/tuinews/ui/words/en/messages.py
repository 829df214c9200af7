"""What the screen answers to a key, in its status line."""

from tuinews.address import masked
from tuinews.errors import Remedy, TuinewsError
from tuinews.text import clean_line
from tuinews.ui.words.en.grammar import counted
from tuinews.ui.words.shown_keys import ShownKeys

_TITLE = 200
"""Characters of a title in a message."""


# The library and the program

LIBRARY_OPENING = "The library is still opening"
NO_SHELL = "There is no shell to return to; this terminal runs only tuinews"


def failure(error: TuinewsError, keys: ShownKeys) -> str:
    """An error as one line, with the key that helps where there is one."""
    add = keys.key("add")
    by_key: dict[str, str] = {
        Remedy.ADD_SOURCE: f"{add} adds it as a source",
        Remedy.ADD_LIST: f"{add} adds the sources in it",
        Remedy.OTHER_FOLDER: "start tuinews with another folder",
    }
    return error.advising(by_key.get(error.do, error.do))


def library_unusable(kind: str) -> str:
    """A fault of ours while the library was opened; `kind` is the exception's name."""
    return f"The library cannot be used: unexpected error ({kind})"


def unexpected_error(kind: str, place: object) -> str:
    """A fault of ours; `place` is where its details are."""
    return f"Unexpected error ({kind}); details are in {place}"


def last_words(kind: str, place: object) -> str:
    """The same on stderr: a command had to end, or the screen."""
    return f"tuinews: unexpected error ({kind}); details are in {place}"


def how_to_quit(keys: ShownKeys) -> str:
    """What Ctrl-C says where there is nothing to copy."""
    return f"{keys.key('back_or_quit')} quits"


def ignored_keys(settings: str, keys: ShownKeys) -> str:
    """Key settings that were ignored, where there is no room for the reasons."""
    return f"Ignored: {settings}; {keys.key('notices')} shows why"


def more_notices(count: int, first: str, keys: ShownKeys) -> str:
    """The first of the notices, where there is no room for all."""
    return f"{keys.key('notices')} lists {count} notices: {first}"


# Which article or source a key means


def no_sources(keys: ShownKeys) -> str:
    """The library is empty."""
    return f"No sources yet; {keys.key('add')} adds one"


def none_open(keys: ShownKeys) -> str:
    """No article is open."""
    return f"No article is open; {keys.key('open')} opens one"


def none_listed_by_filter(keys: ShownKeys) -> str:
    """The filter leaves nothing."""
    return f"No articles are listed here; {keys.key('show_all')} shows all"


def none_listed_by_search(keys: ShownKeys) -> str:
    """The search found nothing."""
    return f"No articles are listed here; {keys.key('back')} goes back to the list"


def none_listed(keys: ShownKeys) -> str:
    """The sources have brought nothing so far."""
    return f"No articles are listed here; {keys.key('refresh_all')} refreshes all sources"


def no_source_selected(keys: ShownKeys) -> str:
    """All sources are listed, and no article is selected either."""
    return f"No source is selected; {keys.key('next_source')} goes to the next one"


# Moving

FIRST_SOURCE, LAST_SOURCE = "This is the first source", "This is the last source"
FIRST_ARTICLE, LAST_ARTICLE = "This is the first article", "This is the last article"


def none_unread(keys: ShownKeys) -> str:
    """All that is listed is read."""
    return f"No unread articles here; {keys.key('next_source')} goes to the next source"


def no_other_unread(keys: ShownKeys) -> str:
    """Only the open article is unread."""
    return f"No other unread articles here; {keys.key('next_source')} goes to the next source"


def now_listed(title: str) -> str:
    """What is listed from now on, where the list is out of sight."""
    return f"Now showing: {clean_line(title, _TITLE)}"


# Finding


def find_closed(keys: ShownKeys) -> str:
    """The find in an article is over."""
    return f"Find closed; {keys.key('next_unread')} opens the next unread article again"


def nothing_to_find(keys: ShownKeys) -> str:
    """The key for matches, while nothing is sought."""
    return f"No find is active; {keys.key('search')} in an article finds text in it"


def match(number: int, count: int) -> str:
    """Which match is shown."""
    return f"Match {number}/{count}"


NO_NEXT_SECTION = "No further heading below"
NO_PREVIOUS_SECTION = "No heading above"


def no_match(query: str) -> str:
    """The article does not contain the text."""
    return f"“{clean_line(query, 60)}” is not in this article"


# Links, the browser and the clipboard

NO_ADDRESS = "This article has no web address"
NO_LINKS = "This article has no links"
TYPE_LINK_NUMBER = "Now type the number of the link"


def link_typed(digits: str, address: str) -> str:
    """Which link the digits name so far, and where it leads."""
    return f"Link {digits}… {clean_line(masked(address), 200)}".rstrip()


def no_link(digits: str, count: int) -> str:
    """A number that no link has."""
    return f"There is no link {digits}; this article has {counted(count, 'link')}"


def not_web(address: str) -> str:
    """An address that no browser is given."""
    return f"Not opened, because this is not a web address: {address}"


def opening_in_browser(address: str) -> str:
    """The browser is being started, which may take seconds."""
    return f"Opening in the browser: {address}"


def opened_in_browser(address: str) -> str:
    """The browser has it."""
    return f"Opened in the browser: {address}"


def no_browser(keys: ShownKeys) -> str:
    """An article could not be opened."""
    return f"No browser could be started; {keys.key('copy_link')} copies the address"


def no_browser_for_link(keys: ShownKeys, address: str) -> str:
    """A link could not be opened."""
    return f"No browser could be started; {keys.key('copy_link_address')} copies {address}"


def copied(what: str) -> str:
    """A text is on the system's clipboard."""
    return f"Copied: {what}"


def copied_to_tmux(what: str) -> str:
    """A text is in tmux's buffer."""
    return f"Copied to the tmux buffer: {what}"


def sent_to_terminal(what: str) -> str:
    """A text was sent to the terminal, which may or may not have taken it."""
    return f"Sent to the terminal's clipboard: {what}"


# Marks

ALL_READ_ALREADY = "Everything here is already read"
NOTHING_TO_UNDO = "Nothing to undo"
NOTHING_TO_REDO = "Nothing to redo"


def marked_read(title: str) -> str:
    """An article that is out of sight."""
    return f"Marked as read: {clean_line(title, _TITLE)}"


def marked_unread(title: str) -> str:
    """An article that is out of sight."""
    return f"Marked as unread: {clean_line(title, _TITLE)}"


def starred(title: str) -> str:
    """An article that is out of sight."""
    return f"Starred: {clean_line(title, _TITLE)}"


def unstarred(title: str) -> str:
    """An article that is out of sight."""
    return f"Star removed: {clean_line(title, _TITLE)}"


def all_marked_read(count: int, keys: ShownKeys) -> str:
    """Everything in the list."""
    return f"{counted(count, 'article')} marked as read; {keys.key('undo')} undoes it"


# Fetching an article

FETCHING_AGAIN = "Fetching the article again…"
FETCHED_AGAIN = "The article was fetched again"


def fetching_again(title: str) -> str:
    """An article that is out of sight."""
    return f"Fetching the article again: {clean_line(title, _TITLE)}"


def fetched_again(title: str) -> str:
    """An article that is out of sight."""
    return f"The article was fetched again: {clean_line(title, _TITLE)}"


def article_failed(title: str, why: str) -> str:
    """The text of an article that is out of sight could not be fetched."""
    return f"{clean_line(title, 80)}: {why}"


FETCHING_OLDER = "Fetching older articles…"
NO_OLDER = "No older articles were found"
OLDER_OFFLINE = "This is the end of the list; fetching older articles needs a network"


def older_fetched(count: int) -> str:
    """Older articles that are at the end of the list now."""
    return f"{counted(count, 'older article')} added"
