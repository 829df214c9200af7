"""What the commands say to people, beside the help of `parser` and the remedies of `remedies`."""

import shlex
from collections.abc import Sequence
from datetime import datetime

from tuinews.errors import QueryError
from tuinews.language import N_, _, decimal, ngettext
from tuinews.model.opening import OpeningStep
from tuinews.model.view import Filter
from tuinews.query.tokens import readable
from tuinews.text import clean_line

# The library

OPENING_STEPS = {
    OpeningStep.WAITING: N_(
        "another tuinews is using the library; waiting until it is done (Ctrl-C stops waiting)"
    ),
    OpeningStep.MENDING: N_("the library may be damaged; recovering what can be read"),
    OpeningStep.UPDATING: N_("the library was written by an older tuinews; updating it"),
}
WAITING_TO_WRITE = N_("waiting for another tuinews to finish writing…")


def settings_open_to_others(file: object) -> str:
    """The settings hold a password, and other users can read them."""
    return _(
        "settings {file}: other users can read it, and it contains a password; restrict its permissions", file=file
    )


# The guide

GUIDE_TITLE = N_("The tuinews guide")

# The settings

DEFAULT_VALUE = N_("default")


def from_line(file: str, line: int | None) -> str:
    """Where a value is set."""
    return file if line is None else _("{file} line {line}", file=file, line=line)


def settings_right(file: object) -> str:
    """Nothing is wrong with the settings."""
    return _("{file}: all of it is understood", file=file)


def no_settings_file(file: object) -> str:
    """There is no settings file."""
    return _("{file}: there is no such file; the defaults are used", file=file)


# The screen

INPUT_NOT_TERMINAL = N_("standard input is not a terminal")
ERROR_NOT_TERMINAL = N_("standard error, on which the screen is drawn, is not a terminal")
DUMB_TERMINAL = N_("TERM is not set, or says that the terminal cannot show a screen")


def no_screen(why: str) -> str:
    """There is no terminal that could show the screen."""
    return _("no screen: {why}; run tuinews in a terminal, with --linear, or use its commands (--help)", why=why)


def no_demo_screen(why: str) -> str:
    """The same for the demo."""
    return _("no screen: {why}; use --serve-only and the commands", why=why)


DEMO_RUNNING = N_("The demo site is running; press Ctrl-C to stop it:")
DEMO_STOPPED = N_("Stopped.")

# Articles


def left_out(count: int) -> str:
    """Lines that the site of an article repeats are not printed."""
    return ngettext(
        "1 line that its site repeats is left out; --whole prints it",
        "{count} lines that its site repeats are left out; --whole prints them",
        count,
    )


NO_ARTICLES = {
    Filter.ALL: N_("No articles yet. Add a source (tuinews add URL) or refresh (tuinews refresh)."),
    Filter.UNREAD: N_("No unread articles."),
    Filter.STARRED: N_("No starred articles."),
    Filter.OFFLINE: N_("No articles saved for offline reading."),
}
NO_ARTICLES_YET = N_("No articles yet. Try: tuinews add URL, or tuinews demo")
NOT_SAVED = N_("its text is not saved")
READ_ONLINE = N_("read it once while online")


def unknown_article(entry_id: int) -> str:
    """An id that no article has."""
    return _("article {entry_id}: it is not in the library; see: tuinews list", entry_id=entry_id)


def changed(count: int) -> str:
    """How many articles a mark changed."""
    return _("{count} changed", count=count)


def until(moment: datetime) -> str:
    """Until which day something holds, as this computer counts days."""
    return _("until {day}", day=moment.astimezone().date().isoformat())


def no_results(query: str) -> str:
    """A search found nothing."""
    return _("No results for “{query}” in titles, summaries and saved articles.", query=query)


SEARCH_OF_SOURCES = N_("--search: it is for articles; add --markdown, or leave it out")


def query_mistake(query: str, error: QueryError) -> tuple[str, str]:
    """A query that cannot be read, with the place, and why."""
    read = readable(query)
    place = f"{read[: error.column]}→{read[error.column :]}"
    return place, error.why + (f"; {error.do}" if error.do else "")


NEVER_CHANGED = N_("no earlier version of this article is here: it was not changed since it was saved")


# The timer

TIMER = N_("Refresh the sources of tuinews that are due")
NO_TIMER = N_("This system has neither systemd for users nor launchd. With cron, add this line by crontab -e:")
NO_TIMER_INSTALLED = N_("no timer is installed")


def timer_installed(minutes: int) -> str:
    """The timer runs from now on."""
    return ngettext(
        "Every minute the sources that are due are refreshed.",
        "Every {count} minutes the sources that are due are refreshed.",
        minutes,
    )


def removed_file(file: object) -> str:
    """A file of the timer was deleted."""
    return _("{file} deleted", file=file)


# Backups

RESTORE_NEEDS_YES = N_("there is a library already; --yes replaces it, and keeps it beside the new one")


def backup_written(file: object, size: int, files: int) -> str:
    """A backup was written."""
    megabytes = decimal(size / 1_000_000)
    return ngettext(
        "{file}: 1 file, {size} MB", "{file}: {count} files, {size} MB", files, file=file, size=megabytes
    )


def restored(created: str, files: int) -> str:
    """A backup is in place."""
    return ngettext(
        "1 file restored, as it was on {created}",
        "{count} files restored, as they were on {created}",
        files,
        created=created,
    )


def library_before(file: str) -> str:
    """Where the library lies that was replaced."""
    return _("The library that was here before is now {file}", file=file)


def replace_library(directory: object) -> str:
    """The question before a library is replaced."""
    return _("Replace the library in {directory}? It is kept beside the new one. [y/N] ", directory=directory)


def finding(found: str, helps: str, *, is_well: bool) -> str:
    """One line of the doctor's."""
    mark = "✓" if is_well else "✗"
    return f"{mark} {found}" + (f"; {helps}" if helps else "")


# Sources

NO_SOURCES = N_("No sources yet. Add one: tuinews add https://tuoitre.vn")
KNOWN = N_("already in the library")
MOVED_OUT = N_("moved out of its folder")
REPAIR_CONFLICT = N_("repair: --clear cannot be combined with --body or --drop; see tuinews repair --help")


def unread_of(unread: int, total: int) -> str:
    """How many articles of a source are unread, in a column."""
    return _("{unread:>5} of {total:<5}", unread=unread, total=total)


def renamed_from(title: str) -> str:
    """A known source took on another name."""
    return _("renamed from {title}", title=title)


def moved_to(folder: str) -> str:
    """A known source was put into a folder."""
    return _("moved to {folder}", folder=folder)


def added(kind: str, title: str, entries: int) -> str:
    """A source that was added (docs/commands.md states the form)."""
    return _("{kind}  {title}  {count} articles", kind=kind, title=title, count=entries)


def also_found(kind: str, title: str, entries: int, url: str) -> str:
    """Another candidate at the address."""
    return ngettext(
        "  also found: {kind}  {title}  1 article  {url}",
        "  also found: {kind}  {title}  {count} articles  {url}",
        entries,
        kind=kind,
        title=title,
        url=url,
    )


def or_as_article(address: str) -> str:
    """Behind the error of an address without a list: how to keep it where it is an article."""
    return _("; if it is an article, tuinews read {address} keeps it", address=shlex.quote(address))


def is_article(title: str, address: str) -> str:
    """The address of a source that was added is that of an article."""
    return _(
        "  this address is the article “{title}”; to save it: tuinews read {address}",
        title=title,
        address=shlex.quote(address),
    )


def removed(title: str, url: str) -> str:
    """A source that is gone."""
    return _("removed  {title}  {url}", title=title, url=url)


def no_rule(title: str) -> str:
    """A source whose pages are read like any other's."""
    return _("{title}: no repair rule", title=title)


def check_failed(name: str, why: str) -> str:
    """An address that gave nothing."""
    return _("{name} failed: {why}", name=name, why=why)


def checked(name: str, kind: str, entries: int, newest: str | None) -> str:
    """What an address gave; `newest` is its newest date, None where it states none."""
    dates = _("newest {newest}", newest=newest) if newest else _("no dates")
    return _("{name} {kind:<8} {entries:>4} articles, {dates}", name=name, kind=kind, entries=entries, dates=dates)


# Lists of sources

CHOOSE_OTHER_FILE = N_("choose another file")


def asks_first(file: str, count: int) -> str:
    """A long list that nobody agreed to."""
    return _(
        "{file}: it lists {count} sources, and nothing was added; use --yes to add them", file=file, count=count
    )


def add_all(count: int) -> str:
    """The question before a long list is added."""
    return _("Add {count} sources? [y/N] ", count=count)


def skipped(url: str, why: str) -> str:
    """A line of a list that was not added."""
    return _("skipped {url}: {why}", url=url, why=why)


def imported(added: int, known: int, skipped: int) -> str:
    """What came of a list."""
    return _(
        "{added} added, {known} already in the library, {skipped} skipped",
        added=added,
        known=known,
        skipped=skipped,
    )


def would_import(added: int, known: int, skipped: int) -> str:
    """What would come of a list."""
    return _(
        "{added} would be added, {known} already in the library, {skipped} skipped",
        added=added,
        known=known,
        skipped=skipped,
    )


def views_of_list(names: Sequence[str]) -> str:
    """The views that a list names."""
    shown = ", ".join(clean_line(name, 40) for name in names[:5]) + (", …" if len(names) > 5 else "")
    return ngettext("1 view: {names}", "{count} views: {names}", len(names), names=shown)


# Views

NO_VIEWS = N_("No saved views yet. Save a search: tuinews view add NAME QUERY")


NO_RULES = N_("No rules yet. Make one: tuinews rule add read|star|hide|fetch|notify|tag=NAME QUERY")


def would_touch(query: str, count: int) -> str:
    """How many of the articles that are there a rule finds."""
    words = ngettext("would touch 1 article", "would touch {count} articles", count)
    return _("{query}: {words}", query=query, words=words)


NO_MUTES = N_("Nothing is muted.")


def muted(query: str, count: int) -> str:
    """What a mute does."""
    words = ngettext("1 article muted", "{count} articles muted", count)
    return _("{query}: {words}", query=query, words=words)


def would_mute(query: str, count: int) -> str:
    """What a mute would do."""
    words = ngettext("1 article would be muted", "{count} articles would be muted", count)
    return _("{query}: {words}", query=query, words=words)


def unmuted(query: str) -> str:
    """A mute has ended."""
    return _("{query} is no longer muted", query=query)


def view_removed(name: str) -> str:
    """A view is saved no longer."""
    return _("removed {name}", name=name)


def exported_without_secrets(count: int) -> str:
    """Addresses that were exported without what is secret in them."""
    return ngettext(
        "1 address was exported without its password or key; --with-secrets includes it",
        "{count} addresses were exported without their passwords or keys; --with-secrets includes them",
        count,
    )


# `parse`

NO_FILE = N_("parse: no FILE was given; give one, or use --batch")
NOT_JSON_OBJECT = N_("the request is not a JSON object")


def cannot_be_read(why: str) -> str:
    """A file of a request."""
    return _("cannot be read: {why}", why=why)


# Notes and highlights

NO_NOTE = N_("no note")
NOTE_KEPT = N_("the note is saved")
NO_HIGHLIGHTS = N_("No highlights yet. Press V in an article, then c.")
NOT_IN_TEXT = N_("no longer in the text")
HIGHLIGHT_REMOVED = N_("the highlight is gone")
YOUR_NOTE = N_("Note:")


def highlighted(highlight_id: int) -> str:
    """A passage was highlighted, under a number."""
    return _("highlight {highlight_id} is saved", highlight_id=highlight_id)
