"""How the settings are called on the screen, and under which headings they stand."""

from collections.abc import Mapping
from types import MappingProxyType

from tuinews.language import LANGUAGES, N_, _, language_name

GROUPS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        N_("Appearance"): {
            "language": N_("Language"),
            "theme": N_("Colours"),
            "rows": N_("Rows of a list"),
            "day_headings": N_("Headings by day"),
            "measure": N_("Width of the text"),
            "ascii": N_("Plain signs only"),
            "screen_reader": N_("For a screen reader"),
        },
        N_("Reading"): {
            "preview": N_("Preview beside the list"),
            "resume": N_("Resume at the next start"),
            "stories": N_("One row for each story"),
            "mark_read_on_open": N_("Opened means read"),
            "mark_read_on_scroll": N_("Passed means read"),
            "player": N_("Player for episodes"),
        },
        N_("Refreshes"): {
            "refresh_minutes": N_("Minutes between refreshes"),
            "refresh_in_background": N_("Refresh while you read"),
            "requests_per_host": N_("Pages at once per site"),
            "requests_in_all": N_("Pages at once in all"),
        },
        N_("What is kept"): {
            "articles_per_source": N_("Texts saved per source"),
            "keep_unread_days": N_("Days to keep if unread"),
            "keep_read_days": N_("Days to keep once read"),
            "keep_most": N_("Most to keep per source"),
        },
        N_("Pictures"): {
            "pictures": N_("Pictures in articles"),
            "pictures_drawn": N_("How pictures are drawn"),
            "pictures_kept": N_("Which pictures are saved"),
            "pictures_budget": N_("Megabytes for pictures"),
        },
        N_("Downloads and notifications"): {
            "downloads_folder": N_("Folder for downloads"),
            "downloads_largest": N_("Largest file in megabytes"),
            "notifications": N_("Notifications"),
            "notification_command": N_("Command that notifies"),
        },
    }
)
"""The headings, with the settings under each by their names in the file, in the order in which they are shown."""

_VALUES: Mapping[str, str] = MappingProxyType(
    {
        "": N_("not set"),
        "auto": N_("automatic"),
        "on": N_("on"),
        "off": N_("off"),
        "one": N_("one line"),
        "two": N_("two lines"),
        "summary": N_("with the summary"),
        "blocks": N_("in half blocks"),
        "kitty": N_("by the terminal"),
        "none": N_("none"),
        "opened": N_("of opened articles"),
        "always": N_("of all articles"),
        "desktop": N_("by the desktop"),
        "command": N_("by the command"),
    }
)
"""Values that the settings file has in words of its own."""


def value(shown: str) -> str:
    """A value as people say it, where it is not one of their own words."""
    if shown in LANGUAGES:
        return language_name(shown)
    return _(_VALUES[shown]) if shown in _VALUES else shown
