"""What is typed for a source, checked: its name, its folder, its options."""

from collections.abc import Mapping
from dataclasses import replace

from tuinews.errors import TuinewsError
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.sources.options import with_option
from tuinews.text import clean_line

with late_imports(__name__):
    from tuinews.model.sources.arrangement import Arrangement

LONGEST_NAME = 200
"""Characters of a source's name, and of one folder's."""

DEEPEST = 8
"""Folders within each other, as in a list that is imported."""

NO_FOLDER = "-"
"""What is typed on a command line to take a source out of its folder; empty does the same."""


def source_name(typed: str) -> str:
    """A name as it was typed, on one line; raises TuinewsError if nothing is left of it."""
    name = clean_line(typed, LONGEST_NAME)
    if not name:
        raise TuinewsError(_("the name"), _("it is empty"), _("give the source a name"))
    return name


def folder_path(typed: str) -> str | None:
    """The path of a folder as it was typed, `A/B` is B in A; None if it names none ("" or "-").

    Raises TuinewsError if it is deeper than folders go.
    """
    parts = [clean_line(part, LONGEST_NAME) for part in typed.split("/")]
    path = "/".join(part for part in parts if part)
    if path.count("/") >= DEEPEST:
        raise TuinewsError(
            _("the folder"), _("it is nested more than {most} folders deep", most=DEEPEST), _("use fewer")
        )
    return None if path in ("", NO_FOLDER) else path


def changed(arrangement: Arrangement, typed: Mapping[str, str]) -> Arrangement:
    """The same with what was typed for `title`, `folder` and options by their names; raises TuinewsError."""
    wanted = arrangement
    for key, text in typed.items():
        if key == "title":
            wanted = replace(wanted, title=source_name(text))
        elif key == "folder":
            wanted = replace(wanted, folder=folder_path(text))
        else:
            wanted = replace(wanted, options=with_option(wanted.options, key, text))
    return wanted
