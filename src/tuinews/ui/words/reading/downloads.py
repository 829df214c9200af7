"""What the screen says of downloads."""

from pathlib import Path

from tuinews.language import N_, _, decimal, ngettext, number
from tuinews.model.media.downloads import Download, DownloadState, DownloadsUnderWay, QueueingResult
from tuinews.text import clean_line
from tuinews.ui.words.shown_keys import ShownKeys

TITLE = N_("Downloads")
HELP = N_("Enter opens · p pauses or resumes · r tries again · D removes · Esc closes")
NONE = N_("No downloads yet: {key} downloads the files that come with an article · Esc closes")
UNDER_WAY = N_("Downloading…")
"""For those who hear every change."""

_MEGABYTE = 1_000_000
"""Bytes."""


def none(keys: ShownKeys) -> str:
    """That there are no downloads, and the key for one."""
    return _(NONE, key=keys.key("download"))


def no_files(articles: int) -> str:
    """None of that many articles has a file."""
    return ngettext(
        "This article comes with no files to download",
        "These {count} articles come with no files to download",
        articles,
    )


def wanted(wanted: QueueingResult, keys: ShownKeys) -> str:
    """What became of a wish for files."""
    shows = _("{key} shows the downloads", key=keys.key("downloads"))
    if wanted.added:
        said = ngettext("1 file is being downloaded", "{count} files are being downloaded", wanted.added)
    else:
        said = ngettext(
            "This file is already among the downloads", "These files are already among the downloads", wanted.known
        )
    return f"{said}; {shows}"


def under_way(sum_of: DownloadsUnderWay) -> str:
    """How far the files are that come, for the status line; "" where none comes."""
    if not sum_of.running:
        return ""
    share = f" {sum_of.received / sum_of.total:.0%}" if sum_of.total else ""
    waiting = ", " + _("{count} waiting", count=number(sum_of.waiting)) if sum_of.waiting else ""
    return _("downloading {count}{share}{waiting}", count=number(sum_of.running), share=share, waiting=waiting)


def saved(one: Download, keys: ShownKeys) -> str:
    """A file has come."""
    return _("Saved: {title}; {key} shows the downloads", title=clean_line(one.title), key=keys.key("downloads"))


def failed(one: Download) -> str:
    """A file did not come."""
    return _("Not downloaded: {title}: {why}", title=clean_line(one.title, 60), why=one.error)


def nothing_opens(file: Path) -> str:
    """No program was found that opens a file."""
    return _("Nothing here opens it; it is saved as {file}", file=clean_line(file, 1000))


def opened(file: Path) -> str:
    """A file was given to the program that opens it."""
    return _("Opened: {file}", file=clean_line(file.name, 200))


def not_there(one: Download) -> str:
    """A file that was downloaded is gone."""
    return _("{file} no longer exists; r downloads it again", file=clean_line(one.file or one.title, 200))


def note(one: Download) -> str:
    """How far one is, in a few cells."""
    size = f"{decimal(one.received / _MEGABYTE)}"
    if one.total and one.state is not DownloadState.DONE:
        size = _("{here} of {total}", here=size, total=decimal(one.total / _MEGABYTE))
    share = f" {one.share:.0%}" if one.share is not None and one.state is not DownloadState.DONE else ""
    return f"{_(one.state.words)}{share} · {_('{size} MB', size=size)}" if one.received else _(one.state.words)
