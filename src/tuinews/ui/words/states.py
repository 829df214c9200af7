"""What the panes and the status line say for as long as something is so."""

from datetime import datetime, timedelta

from tuinews.language import N_, _, ngettext, number
from tuinews.late import late_imports
from tuinews.model.article import REST_IS_PAID
from tuinews.model.opening import OpeningStep
from tuinews.model.view import Filter
from tuinews.text import clean_line
from tuinews.ui.words.shown_keys import ShownKeys

with late_imports(__name__):
    from tuinews.ui.words.grammar import sentence

PLACES = {
    Filter.ALL: N_("All"),
    Filter.UNREAD: N_("Unread"),
    Filter.STARRED: N_("Starred"),
    Filter.OFFLINE: N_("Offline"),
}
"""The first rows of the source list."""

UNREAD_ONLY = N_("unread")

UNTITLED = N_("(untitled)")
FETCHING = N_("fetching…")
NO_DATE = N_("no date")
PREVIEW = N_("preview")
NOT_SAVED = N_("not saved")

_FILTERS = {Filter.UNREAD: N_("unread"), Filter.STARRED: N_("starred"), Filter.OFFLINE: N_("offline")}
_LISTS = {
    Filter.ALL: N_("All articles"),
    Filter.UNREAD: N_("Unread articles"),
    Filter.STARRED: N_("Starred articles"),
    Filter.OFFLINE: N_("Offline articles"),
}


# Titles of the list


def all_articles(which: Filter) -> str:
    """The title of the list of all sources."""
    return _(_LISTS[which])


def filtered(name: str, which: Filter) -> str:
    """The title of the list of one source or folder, by its filter."""
    return name if which is Filter.ALL else f"{name} · {_(_FILTERS[which])}"


def search_results(query: str, which: Filter) -> str:
    """The title of the list of what a search found."""
    return filtered(_("Search: {query}", query=query), which)


def unread(count: int) -> str:
    """How many of what is listed are unread."""
    return _("{count} unread", count=number(count))


def with_waiting(waiting: int, note: str) -> str:
    """How many new entries wait to be listed, before how much is listed."""
    if not waiting:
        return note
    new = _("{count} new", count=number(waiting))
    return f"{new} · {note}" if note else new


# Opening the library

OPENING = N_("Opening the library…")


def opening_step(step: OpeningStep, keys: ShownKeys) -> str:
    """Why the library takes long to open, and how to leave."""
    key = keys.key("quit")
    return {
        OpeningStep.WAITING: _("Opening the library… Another tuinews is using it; waiting. {key} quits", key=key),
        OpeningStep.CHECKING: _(
            "Opening the library… Reading every page, to see whether it is damaged. {key} quits", key=key
        ),
        OpeningStep.MENDING: _(
            "Opening the library… It may be damaged; recovering what can be read. {key} quits", key=key
        ),
        OpeningStep.UPDATING: _("Opening the library… Updating it to this version. {key} quits", key=key),
    }[step]


def quits(keys: ShownKeys) -> str:
    """How to leave, under the reason why there is no library."""
    return _("{key} quits.", key=keys.key("quit"))


# An empty list: a line that says why, and one that says which key helps


def nothing_found(query: str, keys: ShownKeys, meant: str) -> tuple[str, ...]:
    """A search found nothing; `meant` is what to say of a field in it that was mistyped."""
    return (
        _("Nothing found for “{query}”.", query=clean_line(query, 60)),
        *([meant] if meant else ()),
        _("{key} goes back to the list.", key=keys.key("back")),
    )


def found_but_filtered(count: int, which: Filter, keys: ShownKeys) -> tuple[str, ...]:
    """A search found `count` articles, and the filter leaves none of them."""
    why = {
        Filter.UNREAD: ngettext(
            "The only article found is already read.", "All {count} articles found are already read.", count
        ),
        Filter.STARRED: ngettext(
            "The only article found is not starred.", "None of the {count} articles found is starred.", count
        ),
        Filter.OFFLINE: ngettext(
            "The only article found is not saved for offline reading.",
            "None of the {count} articles found is saved for offline reading.",
            count,
        ),
    }[which]
    key = keys.key("show_all")
    return (why, ngettext("{key} shows it.", "{key} shows them all.", count, key=key))


def no_sources(keys: ShownKeys) -> tuple[str, ...]:
    """The library is empty: the three things that one needs, until there is a source."""
    return (
        _("{key} adds a source: a website, a feed, a list.", key=keys.key("add")),
        _("{key} offers newspapers to start with, and the guide.", key=keys.key("open")),
        _("{key} shows all keys.", key=keys.key("help")),
    )


def source_failed(title: str, why: str, keys: ShownKeys) -> tuple[str, ...]:
    """A source has no articles because it could not be refreshed."""
    first = _("{title} could not be refreshed: {why}", title=clean_line(title), why=clean_line(why))
    return (first, _("{key} tries again.", key=keys.key("refresh_source")))


def none_unread(keys: ShownKeys) -> tuple[str, ...]:
    """All is read."""
    key = keys.key
    return (
        _("No unread articles here."),
        _(
            "{show_all} shows all articles, {next_source} goes to the next source.",
            show_all=key("show_all"),
            next_source=key("next_source"),
        ),
    )


def none_starred(keys: ShownKeys) -> tuple[str, ...]:
    """Nothing is starred."""
    key = keys.key
    return (
        _("No starred articles here."),
        _("{star} stars an article, {show_all} shows all of them.", star=key("star"), show_all=key("show_all")),
    )


def none_offline(keys: ShownKeys) -> tuple[str, ...]:
    """Nothing is saved."""
    return (
        _("No articles here are saved for offline reading."),
        _("{key} refreshes and saves the newest; opening an article saves it too.", key=keys.key("refresh_all")),
    )


def no_articles(keys: ShownKeys) -> tuple[str, ...]:
    """Sources have brought nothing so far."""
    return (_("No articles yet."), _("{key} refreshes all sources.", key=keys.key("refresh_all")))


def no_articles_before_the_end(keys: ShownKeys) -> tuple[str, ...]:
    """Sources have brought nothing so far, and are being asked."""
    return (
        _("No articles yet; the sources are being refreshed."),
        _("New articles appear here. {key} adds a source meanwhile.", key=keys.key("add")),
    )


def no_articles_offline(keys: ShownKeys) -> tuple[str, ...]:
    """Sources have brought nothing so far, and cannot now."""
    return (
        _("No articles yet: there is no network."),
        _("{key} refreshes all sources once there is one.", key=keys.key("refresh_all")),
        _("{key} opens the guide, which needs none.", key=keys.key("guide")),
    )


# The reader


def nothing_open(keys: ShownKeys) -> tuple[str, ...]:
    """No article is open."""
    key = keys.key
    return (
        _("{key} opens the selected article.", key=key("open")),
        _(
            "{read_on} reads on from anywhere, {next_unread} opens the next unread article.",
            read_on=key("read_on"),
            next_unread=key("next_unread"),
        ),
        _("{key} shows all keys.", key=key("help")),
    )


def article_offline(keys: ShownKeys) -> tuple[str, ...]:
    """An article's text is not saved, and there is no network."""
    key = keys.key
    return (
        _("There is no network, and this article is not saved."),
        _(
            "{fetch_again} tries again, {browser} opens it in the browser, {show_offline} shows saved articles.",
            fetch_again=key("fetch_again"),
            browser=key("browser"),
            show_offline=key("show_offline"),
        ),
    )


def article_failed(why: str, keys: ShownKeys) -> tuple[str, ...]:
    """An article's text could not be fetched."""
    key = keys.key
    return (
        sentence(_("The full text could not be fetched: {why}", why=clean_line(why))),
        _(
            "{fetch_again} tries again, {browser} opens it in the browser.",
            fetch_again=key("fetch_again"),
            browser=key("browser"),
        ),
    )


def page_failed(why: str) -> str:
    """The feed's own text is shown, since its page could not be had."""
    return sentence(_("This is the feed's own text; its page could not be fetched: {why}", why=clean_line(why)))


def rest_is_paid() -> str:
    """The page showed its beginning alone."""
    return sentence(_(REST_IS_PAID))


# The status line


def last_refresh_failed(why: str) -> str:
    """Of the source that is listed."""
    return _("Last refresh failed: {why}", why=clean_line(why))


def refreshing(done: int, total: int) -> str:
    """How many sources of a refresh are done."""
    return _("Refreshing {done}/{total}", done=done, total=total)


def saving_articles(done: int, total: int) -> str:
    """How many articles a refresh has saved."""
    return _("Saving articles {done}/{total}", done=done, total=total)


def offline_since(moment: datetime, age: timedelta | None = None) -> str:
    """Since when there is no network, in local time, and how long ago the last refresh was."""
    since = _("Offline since {moment:%H:%M}", moment=moment)
    return since if age is None else _("{since}, last refreshed {ago}", since=since, ago=_ago(age))


def _ago(age: timedelta) -> str:
    minutes = max(0, int(age.total_seconds() // 60))
    if minutes < 60:
        return ngettext("1 min ago", "{count} min ago", max(1, minutes))
    if minutes < 48 * 60:
        return ngettext("1 h ago", "{count} h ago", minutes // 60)
    return ngettext("1 day ago", "{count} days ago", minutes // 1440)


def failures(failed: int, skipped: int, key: str) -> str:
    """How many sources failed and lines of a list were skipped, and the key that shows them."""
    shows = ngettext("{key} shows why", "{key} lists them", failed + skipped, key=key)
    if not skipped:
        return _("{failed} failed; {shows}", failed=number(failed), shows=shows)
    if not failed:
        return _("{skipped} skipped; {shows}", skipped=number(skipped), shows=shows)
    return _(
        "{failed} failed, {skipped} skipped; {shows}", failed=number(failed), skipped=number(skipped), shows=shows
    )


WAITING_TO_WRITE = N_("Waiting for another tuinews to finish writing…")


# The end of an article

NEXT = N_("Next:")


def next_opens(source: str, when: str, keys: ShownKeys) -> str:
    """Of whom the next article is and how old, and the key that opens it."""
    opens = _("{key} opens it", key=keys.key("read_on"))
    return " · ".join(part for part in (clean_line(source, 80), when, opens) if part)


def reading_time(minutes: int) -> str:
    """How long an article takes to read."""
    return ngettext("1 min", "{count} min", minutes)


def reading_progress(minutes: int, percent: int) -> str:
    """How far one has come in an article, and how long the rest of it takes."""
    if percent >= 100:
        return "100 %"
    left = max(1, round(minutes * (100 - percent) / 100))
    return ngettext("{percent} % · 1 min left", "{percent} % · {count} min left", left, percent=percent)
