"""What the sheet of one source says: its fields, what each is for, and what helps a source that failed."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from tuinews.errors import says_left_alone
from tuinews.language import N_, _, ngettext
from tuinews.model.source import Source
from tuinews.model.sources.options import OPTIONS
from tuinews.text import clean_line
from tuinews.ui.words import overlays
from tuinews.ui.words.shown_keys import ShownKeys

_REFUSED = re.compile(r"(?<!\d)40[13](?!\d)")
"""The statuses of a server that wants to know who asks, in whatever language they are told."""

_MOST_FOLDERS = 6
"""Folders that are named, so that one need not remember how they are written."""

LABELS: Mapping[str, str] = MappingProxyType(
    {"title": overlays.NAME, "folder": overlays.FOLDER} | {key: option.label for key, option in OPTIONS.items()}
)
"""The names of the fields, by the keys of `tuinews set`."""

HELP: Mapping[str, str] = MappingProxyType(
    {
        "title": N_("The name in the list of sources"),
        "folder": N_("A/B is folder B inside A; empty: in no folder"),
    }
    | {key: option.help for key, option in OPTIONS.items()}
)
"""What each field is for."""

FOLDER_TITLE = N_("Rename or move folder")
FOLDER_HELP = N_("Enter saves · Esc cancels · A/B is folder B inside A; empty: its sources are in no folder then")

_CHOICES = {
    "": N_("as in the settings"),
    "none": N_("none"),
    "opened": N_("when opened"),
    "always": N_("always"),
    "auto": N_("whichever says more"),
    "page": N_("from the page"),
    "feed": N_("from the feed"),
    "no": N_("no"),
    "yes": N_("yes"),
}


_IF_EMPTY = {
    "refresh_minutes": N_("as in the settings"),
    "articles": N_("as in the settings"),
    "user_agent": "tuinews",
    "keep_unread_days": N_("as in the settings"),
    "keep_read_days": N_("as in the settings"),
    "keep_most": N_("as in the settings"),
    "pictures_budget": N_("no limit of its own"),
}


def if_empty(key: str) -> str:
    """What holds while a field is empty, "" where that is nothing."""
    return _(_IF_EMPTY.get(key, ""))


def choice(value: str) -> str:
    """A value that is chosen, in words."""
    return _(_CHOICES[value]) if value in _CHOICES else value


def with_folders(words: str, folders: Sequence[str]) -> str:
    """What the field of the folder is for, with the first of the folders that there are."""
    return " · ".join([words, *(clean_line(folder, 40) for folder in folders[:_MOST_FOLDERS])])


def wrong(key: str, why: str) -> str:
    """A value that is none."""
    return f"{_(LABELS[key])}: {why}"


def trouble(source: Source, now: datetime, keys: ShownKeys) -> str:
    """Why the last refresh of a source failed, since when it fails, what to do, and when the next try is."""
    parts = [f"{_('Last refresh failed: {why}', why=source.error or '')}.", _since(source)]
    if _REFUSED.search(source.error or ""):
        parts.append(_("A user agent, headers, cookies or a command, below, may open it."))
    return " ".join(part for part in (*parts, f"{_next_try(source, now, keys)}.") if part)


def beside_failure(source: Source, now: datetime, keys: ShownKeys) -> str:
    """Of a source in the list of those that failed: since when, when the next try is, and what to do."""
    parts = [_since(source), f"{_next_try(source, now, keys)}."]
    if _REFUSED.search(source.error or ""):
        key = keys.key("edit_source")
        parts.append(_("A user agent, headers, cookies or a command may open it: {key} in the list.", key=key))
    return " ".join(part for part in parts if part)


def _since(source: Source) -> str:
    """Since when a source fails, by the clock here; empty where that is not known."""
    if source.failing_since is None:
        return ""
    return _("It has failed since {moment}.", moment=source.failing_since.astimezone().strftime("%Y-%m-%d %H:%M"))


def _next_try(source: Source, now: datetime, keys: ShownKeys) -> str:
    key = keys.key("refresh_source")
    if source.gone:
        return _("It is not retried automatically; {key} in the list tries now", key=key)
    seconds = (source.next_refresh - now).total_seconds() if source.next_refresh else 0
    if seconds <= 0:
        return _("The next refresh tries again; {key} in the list tries now", key=key)
    if says_left_alone(source.error or ""):
        return _("Next try in {time}, not before: the server asked for a pause", time=_time(seconds))
    return _("Next try in {time}; {key} in the list tries now", time=_time(seconds), key=key)


def _time(seconds: float) -> str:
    minutes = max(1, round(seconds / 60))
    if minutes < 120:
        return ngettext("{count} minute", "{count} minutes", minutes)
    hours = round(minutes / 60)
    return ngettext("{count} hour", "{count} hours", hours) if hours < 48 else _("{count} days", count=hours // 24)
