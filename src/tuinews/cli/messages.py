"""What the commands say to people, beside the help of `parser` and the remedies of `remedies`."""

from tuinews.model.opening import OpeningStep
from tuinews.model.refresh import RefreshResult
from tuinews.model.view import Filter
from tuinews.ui.words.en.grammar import counted

# The library

OPENING_STEPS = {
    OpeningStep.WAITING: "another tuinews is using the library; waiting until it is done (Ctrl-C stops waiting)",
    OpeningStep.MENDING: "the library may be damaged; recovering what can be read",
    OpeningStep.UPDATING: "the library was written by an older tuinews; updating it",
}
WAITING_TO_WRITE = "waiting for another tuinews to finish writing…"


def settings_open_to_others(file: object) -> str:
    """The settings hold a password, and other users can read them."""
    return f"settings {file}: other users can read it, and it contains a password; restrict its permissions"


# The screen

INPUT_NOT_TERMINAL = "standard input is not a terminal"
ERROR_NOT_TERMINAL = "standard error, on which the screen is drawn, is not a terminal"
DUMB_TERMINAL = "TERM is not set, or says that the terminal cannot show a screen"


def no_screen(why: str) -> str:
    """There is no terminal that could show the screen."""
    return f"no screen: {why}; run tuinews in a terminal, or use its commands (tuinews --help)"


def no_demo_screen(why: str) -> str:
    """The same for the demo."""
    return f"no screen: {why}; use --serve-only and the commands"


DEMO_RUNNING = "The demo site is running; press Ctrl-C to stop it:"
DEMO_STOPPED = "Stopped."

# Articles


def left_out(count: int) -> str:
    """Lines that the site of an article repeats are not printed."""
    if count == 1:
        return "1 line that its site repeats is left out; --whole prints it"
    return f"{count} lines that its site repeats are left out; --whole prints them"


NO_ARTICLES = {
    Filter.ALL: "No articles yet. Add a source (tuinews add URL) or refresh (tuinews refresh).",
    Filter.UNREAD: "No unread articles.",
    Filter.STARRED: "No starred articles.",
    Filter.OFFLINE: "No articles saved for offline reading.",
}
NO_ARTICLES_YET = "No articles yet. Try: tuinews add URL, or tuinews demo"
NOT_SAVED = "its text is not saved"
READ_ONLINE = "read it once while online"


def unknown_article(entry_id: int) -> str:
    """An id that no article has."""
    return f"article {entry_id}: it is not in the library; see: tuinews list"


def changed(count: int) -> str:
    """How many articles a mark changed."""
    return f"{count} changed"


def no_results(query: str) -> str:
    """A search found nothing."""
    return f"No results for “{query}” in titles, summaries and saved articles."


def refreshed(result: RefreshResult) -> str:
    """One line of what a refresh brought."""
    parts = [
        counted(result.sources, "source"),
        f"{result.new_entries} new",
        f"{counted(result.articles, 'article')} saved",
    ]
    if result.articles_failed:
        parts.append(f"{counted(result.articles_failed, 'article')} could not be fetched")
    if result.not_modified:
        parts.append(f"{result.not_modified} unchanged")
    if result.failed:
        parts.append(f"{len(result.failed)} failed")
    return ", ".join(parts) + f", {result.seconds:.1f} s"


# Sources

NO_SOURCES = "No sources yet. Add one: tuinews add https://tuoitre.vn"
KNOWN = "already in the library"
MOVED_OUT = "moved out of its folder"
REPAIR_CONFLICT = "repair: --clear cannot be combined with --body or --drop; see tuinews repair --help"


def renamed_from(title: str) -> str:
    """A known source took on another name."""
    return f"renamed from {title}"


def moved_to(folder: str) -> str:
    """A known source was put into a folder."""
    return f"moved to {folder}"


def added(kind: str, title: str, entries: int) -> str:
    """A source that was added (docs/commands.md states the form)."""
    return f"{kind}  {title}  {entries} articles"


def also_found(kind: str, title: str, entries: int, url: str) -> str:
    """Another candidate at the address."""
    return f"  also found: {kind}  {title}  {counted(entries, 'article')}  {url}"


def removed(title: str, url: str) -> str:
    """A source that is gone."""
    return f"removed  {title}  {url}"


def no_rule(title: str) -> str:
    """A source whose pages are read like any other's."""
    return f"{title}: no repair rule"


def check_failed(name: str, why: str) -> str:
    """An address that gave nothing."""
    return f"{name} failed: {why}"


def checked(name: str, kind: str, entries: int, newest: str | None) -> str:
    """What an address gave; `newest` is its newest date, None where it states none."""
    dates = f"newest {newest}" if newest else "no dates"
    return f"{name} {kind:<8} {entries:>4} articles, {dates}"


# Lists of sources

CHOOSE_OTHER_FILE = "choose another file"
CANNOT_WRITE = "it cannot be written"


def asks_first(file: str, count: int) -> str:
    """A long list that nobody agreed to."""
    return f"{file}: it lists {count} sources, and nothing was added; use --yes to add them"


def add_all(count: int) -> str:
    """The question before a long list is added."""
    return f"Add {count} sources? [y/N] "


def skipped(url: str, why: str) -> str:
    """A line of a list that was not added."""
    return f"skipped {url}: {why}"


def imported(added: int, known: int, skipped: int) -> str:
    """What came of a list."""
    return f"{added} added, {known} already in the library, {skipped} skipped"


def would_import(added: int, known: int, skipped: int) -> str:
    """What would come of a list."""
    return f"{added} would be added, {known} already in the library, {skipped} skipped"


def exported_without_secrets(count: int) -> str:
    """Addresses that were exported without what is secret in them."""
    if count == 1:
        return "1 address was exported without its password or key; --with-secrets includes it"
    return f"{count} addresses were exported without their passwords or keys; --with-secrets includes them"


# `parse`

NO_FILE = "parse: no FILE was given; give one, or use --batch"
NOT_JSON_OBJECT = "the request is not a JSON object"


def cannot_be_read(why: str) -> str:
    """A file of a request."""
    return f"cannot be read: {why}"
