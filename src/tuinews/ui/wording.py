"""The words of the screen's states: what is so, why, and which key helps."""

from collections.abc import Sequence

from tuinews.address import masked
from tuinews.errors import FetchError, Remedy, TuinewsError
from tuinews.model.article import Article, SelectorRule, TextKind
from tuinews.model.kept_article import Alternatives
from tuinews.model.opening import OpeningStep
from tuinews.model.refresh import RefreshResult
from tuinews.model.source import Source
from tuinews.model.view import Counts, Filter, View
from tuinews.text import clean_line
from tuinews.typeset.cells import width
from tuinews.ui.external import Clipboard
from tuinews.ui.keymap import Keymap

_FILTERS = {
    Filter.ALL: "",
    Filter.UNREAD: "unread",
    Filter.STARRED: "starred",
    Filter.OFFLINE: "offline",
}
_WAYS = {
    TextKind.EXTRACTED: "extracted from its page",
    TextKind.FEED: "the feed's own text",
    TextKind.CANDIDATE: "the next guess at its text",
    TextKind.WHOLE_PAGE: "the whole page",
}
OPENING = "Opening the library…"
_OPENING_STEPS = {
    OpeningStep.WAITING: "waiting for another tuinews to finish with it",
    OpeningStep.MENDING: "it may be damaged; saving what can be read",
    OpeningStep.UPDATING: "bringing it up to date",
}
_HINTED = ("open", "read_on", "search", "add", "refresh_all", "help")


def how_to_quit(keymap: Keymap) -> str:
    """What Ctrl-C says where there is nothing to copy."""
    return f"{keymap.key('back_or_quit')} quits"


def link_typed(digits: str, address: str) -> str:
    """Which link the digits name so far, and where it leads."""
    return f"Link {digits}… {clean_line(masked(address), 200)}".rstrip()


def no_browser(keymap: Keymap) -> str:
    """That an article could not be opened, and what helps."""
    return f"No browser could be started; {keymap.key('copy_link')} copies the address"


def no_browser_for_link(keymap: Keymap, address: str) -> str:
    """That a link could not be opened, where it leads, and what helps."""
    return f"No browser could be started; {keymap.key('copy_link_address')} copies {address}"


def copied(filled: Clipboard, what: str) -> str:
    """Where a text is known to be."""
    if filled is Clipboard.SYSTEM:
        return f"Copied: {what}"
    if filled is Clipboard.TMUX:
        return f"Copied to tmux's buffer: {what}"
    return f"Sent to the terminal's clipboard: {what}"


def notices(lines: Sequence[str], keymap: Keymap, cells: int) -> str:
    """What is said at the start, on one line of `cells`; where all of it finds no room, what it is of, and how to
    see it."""
    whole = " · ".join(lines)
    if len(lines) < 2 or width(whole) < cells - 10:
        return whole
    if keymap.misunderstood:
        named = ", ".join(f"keys.{clean_line(one, 20)}" for one in keymap.misunderstood)
        return f"{keymap.key('notices')} says what is wrong: {named}"
    return f"{keymap.key('notices')} lists {len(lines)} notices: {lines[0]}"


def many(count: int, noun: str) -> str:
    """`1 article`, `1,234 articles`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def view_title(view: View, sources: Sequence[Source]) -> str:
    """The name of what is listed."""
    which = _FILTERS[view.filter]
    if view.query:
        return f"Search: {view.query} · {which}" if which else f"Search: {view.query}"
    if view.folder is not None:
        return f"{view.folder} · {which}" if which else view.folder
    if view.source_id is not None:
        source = source_of(view, sources)
        name = source.title if source else ""
        return f"{name} · {which}" if which else name
    return f"{which.capitalize() or 'All'} articles"


def view_note(view: View, sources: Sequence[Source], counts: Counts, listed: int) -> str:
    """How much is listed: what is unread of it where all are listed, else how many there are."""
    if view.query or view.filter is not Filter.ALL:
        return f"{listed:,}"
    source = source_of(view, sources)
    if source is not None:
        unread = source.unread
    elif view.folder is not None:
        unread = sum(one.unread for one in sources if one.folder == view.folder)
    else:
        unread = counts.unread
    return f"{unread:,} unread"


def source_of(view: View, sources: Sequence[Source]) -> Source | None:
    """The source that a view lists, None where it lists more."""
    return next((source for source in sources if source.id == view.source_id), None)


def trouble(source: Source | None) -> str:
    """Why a source could not be refreshed, "" where it could."""
    return f"Could not be refreshed: {clean_line(source.error)}" if source and source.error else ""


def hints(keymap: Keymap) -> tuple[tuple[str, str], ...]:
    """Keys and words for the status line."""
    return tuple((keymap.key(command_id), keymap.command(command_id).hint) for command_id in _HINTED)


def opening_step(step: OpeningStep, keymap: Keymap) -> str:
    """What keeps the library, and how to leave."""
    return f"{OPENING} {_OPENING_STEPS[step]}; {keymap.key('quit')} quits"


def no_library(error: Exception, keymap: Keymap) -> str:
    """Why the library cannot be used."""
    unexpected = f"The library cannot be used: an unexpected {type(error).__name__}"
    return failure(error, keymap) if isinstance(error, TuinewsError) else unexpected


def no_sources(keymap: Keymap) -> str:
    """What every key says that has nothing to act on, in a library without a source."""
    return f"No sources yet; {keymap.key('add')} adds one"


def none_open(keymap: Keymap) -> str:
    """What keys say that act on the open article while none is open."""
    return f"No article is open; {keymap.key('open')} opens one"


def nothing_listed(view: View, keymap: Keymap) -> str:
    """What keys say that act on a listed article while none is listed."""
    if view.filter is not Filter.ALL:
        return f"Nothing is listed here; {keymap.key('show_all')} lists all"
    if view.query:
        return f"Nothing is listed here; {keymap.key('back')} goes back to the list"
    return f"Nothing is listed here; {keymap.key('refresh_all')} refreshes all sources"


def no_link(digits: str, count: int) -> str:
    """A number was typed that no link has."""
    if not count:
        return "This article has no links"
    return f"There is no link {digits}; this article has {count:,}"


def _none_of_the_found(count: int, which: Filter, keymap: Keymap) -> tuple[str, ...]:
    """Why a filter leaves nothing of what a search found."""
    kind = "kept for reading without a network" if which is Filter.OFFLINE else _FILTERS[which]
    key = keymap.key("show_all")
    if count == 1:
        return (f"The one article found is not {kind}.", f"{key} lists it.")
    return (f"None of the {count:,} is {kind}.", f"{key} lists them all.")


def empty_list(view: View, sources: Sequence[Source], keymap: Keymap, found: int = 0) -> tuple[str, ...]:
    """Why nothing is listed, and which key helps; `found` is what a search found without its filter."""
    key = keymap.key
    source = source_of(view, sources)
    if view.query and found:
        return _none_of_the_found(found, view.filter, keymap)
    if view.query:
        return (f"Nothing found for “{clean_line(view.query, 60)}”.", f"{key('back')} goes back to the list.")
    if not sources:
        return ("No sources yet.", f"{key('add')} adds one: a site, a feed, or a list of them.")
    if source and source.error and not source.total:
        why = clean_line(source.error)
        return (
            f"{clean_line(source.title)} could not be refreshed: {why}",
            f"{key('refresh_source')} tries again.",
        )
    if view.filter is Filter.UNREAD:
        return ("Nothing unread here.", f"{key('show_all')} lists all, {key('next_source')} is the next source.")
    if view.filter is Filter.STARRED:
        return ("No starred articles here.", f"{key('star')} stars one, {key('show_all')} lists all.")
    if view.filter is Filter.OFFLINE:
        why = "No article of this list is kept for reading without a network."
        return (why, f"{key('refresh_all')} refreshes and keeps the newest; opening one keeps it too.")
    return ("No articles yet.", f"{key('refresh_all')} refreshes all sources.")


def empty_reader(keymap: Keymap, *, has_sources: bool) -> tuple[str, ...]:
    """What to do while no article is open."""
    key = keymap.key
    if not has_sources:
        return (f"{key('add')} adds a source.", f"{key('help')} shows all keys.")
    return (
        f"{key('open')} opens the article under the cursor.",
        f"{key('read_on')} reads on from anywhere, {key('next_unread')} goes to the next unread.",
        f"{key('help')} shows all keys.",
    )


def failed_article(error: TuinewsError, keymap: Keymap) -> tuple[str, ...]:
    """Why an article's text did not come, and which key helps."""
    key = keymap.key
    why = clean_line(error.why)
    what = (
        "No network; this article is not kept" if is_offline(error) else f"The whole text could not be had: {why}"
    )
    kept = f" {key('show_offline')} lists what is kept." if is_offline(error) else ""
    return (
        f"{what}.".replace("..", "."),
        f"{key('fetch_again')} tries again, {key('browser')} opens it in the browser.{kept}",
    )


def way(ways: Alternatives, place: int) -> str:
    """Which way of reading is shown, of how many, and why there are no more."""
    count = len(ways.articles)
    article = ways.articles[place]
    ruled = article.kind is TextKind.EXTRACTED and article.repair is not None
    kind = "by the rule of its source" if ruled else _WAYS[article.kind]
    words = f"{place + 1} of {count}: {kind}" if count > 1 else f"There is no other way to read it: {kind}"
    if ways.missing is None:
        return words
    why = "the network is needed for more" if is_offline(ways.missing) else f"no more, since {ways.missing.why}"
    return f"{words}; {why}"


def why_not_kept(article: Article, source: Source, ways: Alternatives) -> str | None:
    """Why a way of reading cannot become that of its source, None where it can."""
    if not source.kind.traits.is_followed:
        return "This page belongs to no source whose articles could be read the same way"
    if article.kind is TextKind.FEED:
        return "The feed's own text is no place on a page; it is kept for this article alone"
    if ways.missing is not None:
        return "Only where its page can be fetched can a way be kept for the source"
    if article.kind is not TextKind.EXTRACTED and article.repair is None:
        return "No box of this page has a name to find this text by; it is kept for this article alone"
    if article.repair == ways.articles[0].repair:
        return f"{clean_line(source.title, 60)} is read this way already"
    if article.repair is None and source.repair is None:
        return f"settings.toml says how {clean_line(source.title, 60)} is read; it is changed there"
    return None


def arranged(before: Source, now: Source, keymap: Keymap) -> str:
    """What became of a source's name and folder."""
    title = clean_line(now.title, 60)
    if (now.title, now.folder) == (before.title, before.folder):
        return f"{title} is as it was"
    changes = [f"{clean_line(before.title, 60)} is called {title} now"] if now.title != before.title else []
    if now.folder != before.folder:
        where = f"in {clean_line(now.folder, 60)} now" if now.folder else "in no folder now"
        changes.append(where if changes else f"{title} is {where}")
    return f"{', '.join(changes)}; {keymap.key('undo')} undoes it"


def read_from_now_on(source: Source, repair: SelectorRule | None) -> str:
    """How the articles of a source are read from now on."""
    title = clean_line(source.title, 60)
    if repair is None:
        return f"{title} is read like all others from now on"
    return f"{title} is read by “{clean_line(repair.body or repair.drop, 60)}” from now on"


def matches(sought: str, place: str) -> str:
    """Which match of a find is shown, as `3/12`, or that there is none."""
    return f"Found {place}" if place else f"“{clean_line(sought, 60)}” is not in this article"


def failure(error: TuinewsError, keymap: Keymap) -> str:
    """An error as one line, with the key that helps where there is one."""
    add = keymap.key("add")
    by_key: dict[str, str] = {
        Remedy.ADD_SOURCE: f"{add} adds it as a source",
        Remedy.ADD_LIST: f"{add} adds the sources that it names",
        Remedy.OTHER_FOLDER: "start tuinews with another folder",
    }
    return error.advising(by_key.get(error.do, error.do))


def is_offline(error: TuinewsError) -> bool:
    """Whether the network itself seems to be away."""
    return isinstance(error, FetchError) and error.offline


def refreshed(result: RefreshResult) -> str:
    """One line of what a refresh brought."""
    if result.offline:
        return "No network: what is kept can be read"
    new = many(result.new_entries, "new article") if result.new_entries else "Nothing new"
    kept = f", {many(result.articles, 'text')} kept" if result.articles else ""
    return f"{new}{kept}"
