"""What the commands say of the library: as it opens, and of its backups and its health."""

from datetime import datetime

from tuinews.language import N_, _, ngettext, size_in_words
from tuinews.model.opening import OpeningStep

OPENING_STEPS = {
    OpeningStep.WAITING: N_(
        "another tuinews is using the library; waiting until it is done (Ctrl-C stops waiting)"
    ),
    OpeningStep.CHECKING: N_("reading every page of the library, to see whether it is damaged"),
    OpeningStep.MENDING: N_("the library may be damaged; recovering what can be read"),
    OpeningStep.UPDATING: N_("the library was written by an older tuinews; updating it"),
}
WAITING_TO_WRITE = N_("waiting for another tuinews to finish writing…")


def settings_open_to_others(file: object) -> str:
    """The settings hold a password, and other users can read them."""
    return _(
        "settings {file}: other users can read it, and it contains a password; restrict its permissions", file=file
    )


RESTORE_NEEDS_YES = N_("there is already a library; --yes replaces it, and keeps the old one beside it")


def backup_written(file: object, size: int, files: int) -> str:
    """A backup was written."""
    return ngettext(
        "{file}: 1 file, {size}", "{file}: {count} files, {size}", files, file=file, size=size_in_words(size)
    )


def restored(created: str, files: int) -> str:
    """A backup is in place."""
    moment = datetime.fromisoformat(created).astimezone().strftime("%Y-%m-%d %H:%M")
    return ngettext(
        "1 file restored, as it was on {created}",
        "{count} files restored, as they were on {created}",
        files,
        created=moment,
    )


def library_before(file: str) -> str:
    """Where the library lies that was replaced."""
    return _("The library that was here before is now {file}", file=file)


def replace_library(directory: object) -> str:
    """The question before a library is replaced."""
    return _("Replace the library in {directory}? The old one is kept beside it. [y/N] ", directory=directory)


def finding(found: str, helps: str, *, is_well: bool) -> str:
    """One line of the doctor's."""
    mark = "✓" if is_well else "✗"
    return f"{mark} {found}" + (f"; {helps}" if helps else "")
