"""What the panes and the status line say for as long as something is so."""

from datetime import datetime

from tuinews.model.opening import OpeningStep
from tuinews.model.view import Filter
from tuinews.text import clean_line
from tuinews.ui.words.en.grammar import plural, sentence
from tuinews.ui.words.shown_keys import ShownKeys

PLACES = {
    Filter.ALL: "All",
    Filter.UNREAD: "Unread",
    Filter.STARRED: "Starred",
    Filter.OFFLINE: "Offline",
}
"""The first rows of the source list."""

UNTITLED = "(untitled)"
FETCHING = "fetching…"
NOT_SAVED = "not saved"

_FILTERS = {Filter.UNREAD: "unread", Filter.STARRED: "starred", Filter.OFFLINE: "offline"}
_LISTS = {
    Filter.ALL: "All articles",
    Filter.UNREAD: "Unread articles",
    Filter.STARRED: "Starred articles",
    Filter.OFFLINE: "Offline articles",
}


# Titles of the list


def all_articles(which: Filter) -> str:
    """The title of the list of all sources."""
    return _LISTS[which]


def filtered(name: str, which: Filter) -> str:
    """The title of the list of one source or folder, by its filter."""
    return name if which is Filter.ALL else f"{name} · {_FILTERS[which]}"


def search_results(query: str, which: Filter) -> str:
    """The title of the list of what a search found."""
    return filtered(f"Search: {query}", which)


def unread(count: int) -> str:
    """How many of what is listed are unread."""
    return f"{count:,} unread"


# Opening the library

OPENING = "Opening the library…"


def opening_step(step: OpeningStep, keys: ShownKeys) -> str:
    """Why the library takes long to open, and how to leave."""
    key = keys.key("quit")
    return {
        OpeningStep.WAITING: f"Opening the library… Another tuinews is using it; waiting. {key} quits",
        OpeningStep.MENDING: f"Opening the library… It may be damaged; recovering what can be read. {key} quits",
        OpeningStep.UPDATING: f"Opening the library… Updating it to this version. {key} quits",
    }[step]


def quits(keys: ShownKeys) -> str:
    """How to leave, under the reason why there is no library."""
    return f"{keys.key('quit')} quits."


# An empty list: a line that says why, and one that says which key helps


def nothing_found(query: str, keys: ShownKeys) -> tuple[str, ...]:
    """A search found nothing."""
    return (f"Nothing found for “{clean_line(query, 60)}”.", f"{keys.key('back')} goes back to the list.")


def found_but_filtered(count: int, which: Filter, keys: ShownKeys) -> tuple[str, ...]:
    """A search found `count` articles, and the filter leaves none of them."""
    one, many = {
        Filter.UNREAD: (
            "The only article found is already read.",
            f"All {count:,} articles found are already read.",
        ),
        Filter.STARRED: (
            "The only article found is not starred.",
            f"None of the {count:,} articles found is starred.",
        ),
        Filter.OFFLINE: (
            "The only article found is not saved for offline reading.",
            f"None of the {count:,} articles found is saved for offline reading.",
        ),
    }[which]
    key = keys.key("show_all")
    return (plural(count, one, many), plural(count, f"{key} shows it.", f"{key} shows them all."))


def no_sources(keys: ShownKeys) -> tuple[str, ...]:
    """The library is empty."""
    return ("No sources yet.", f"{keys.key('add')} adds one: a website, a feed, or a list of sources.")


def source_failed(title: str, why: str, keys: ShownKeys) -> tuple[str, ...]:
    """A source has no articles because it could not be refreshed."""
    first = f"{clean_line(title)} could not be refreshed: {clean_line(why)}"
    return (first, f"{keys.key('refresh_source')} tries again.")


def none_unread(keys: ShownKeys) -> tuple[str, ...]:
    """All is read."""
    key = keys.key
    return (
        "No unread articles here.",
        f"{key('show_all')} shows all articles, {key('next_source')} goes to the next source.",
    )


def none_starred(keys: ShownKeys) -> tuple[str, ...]:
    """Nothing is starred."""
    key = keys.key
    return ("No starred articles here.", f"{key('star')} stars an article, {key('show_all')} shows all of them.")


def none_offline(keys: ShownKeys) -> tuple[str, ...]:
    """Nothing is saved."""
    return (
        "No articles here are saved for offline reading.",
        f"{keys.key('refresh_all')} refreshes and saves the newest; opening an article saves it too.",
    )


def no_articles(keys: ShownKeys) -> tuple[str, ...]:
    """Sources have brought nothing so far."""
    return ("No articles yet.", f"{keys.key('refresh_all')} refreshes all sources.")


# The reader


def nothing_to_read(keys: ShownKeys) -> tuple[str, ...]:
    """No article is open, and the library is empty."""
    return (f"{keys.key('add')} adds a source.", f"{keys.key('help')} shows all keys.")


def nothing_open(keys: ShownKeys) -> tuple[str, ...]:
    """No article is open."""
    key = keys.key
    return (
        f"{key('open')} opens the selected article.",
        f"{key('read_on')} reads on from anywhere, {key('next_unread')} opens the next unread article.",
        f"{key('help')} shows all keys.",
    )


def article_offline(keys: ShownKeys) -> tuple[str, ...]:
    """An article's text is not saved, and there is no network."""
    key = keys.key
    return (
        "There is no network, and this article is not saved.",
        f"{key('fetch_again')} tries again, {key('browser')} opens it in the browser,"
        f" {key('show_offline')} shows saved articles.",
    )


def article_failed(why: str, keys: ShownKeys) -> tuple[str, ...]:
    """An article's text could not be fetched."""
    key = keys.key
    return (
        sentence(f"The full text could not be fetched: {clean_line(why)}"),
        f"{key('fetch_again')} tries again, {key('browser')} opens it in the browser.",
    )


# The status line


def last_refresh_failed(why: str) -> str:
    """Of the source that is listed."""
    return f"Last refresh failed: {clean_line(why)}"


def refreshing(done: int, total: int) -> str:
    """How many sources of a refresh are done."""
    return f"Refreshing {done}/{total}"


def saving_articles(done: int, total: int) -> str:
    """How many articles a refresh has saved."""
    return f"Saving articles {done}/{total}"


def offline_since(moment: datetime) -> str:
    """Since when there is no network, in local time."""
    return f"Offline since {moment:%H:%M}"


def failures(failed: int, skipped: int, key: str) -> str:
    """How many sources failed and lines of a list were skipped, and the key that shows them."""
    shows = plural(failed + skipped, f"{key} shows why", f"{key} lists them")
    if not skipped:
        return f"{failed:,} failed; {shows}"
    if not failed:
        return f"{skipped:,} skipped; {shows}"
    return f"{failed:,} failed, {skipped:,} skipped; {shows}"


WAITING_TO_WRITE = "Waiting for another tuinews to finish writing…"
