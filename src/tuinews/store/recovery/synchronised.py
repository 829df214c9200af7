"""Whether a folder is one that a program copies to other machines, where no library should lie.

Such a program copies the file while it is written, and puts two machines' copies in the place of one another.
"""

from contextlib import suppress
from pathlib import Path

from tuinews.errors import DiskFullError
from tuinews.language import _
from tuinews.store.database import Database
from tuinews.store.failures import BusyError
from tuinews.store.tables import key_values

_WARNED = "synchronised folder: warned of"
"""Under which it is kept for which folder it was said that it is synchronised."""

_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "mobile documents": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "cloudstorage": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "icloud": "iCloud Drive",
}
"""Names that such programs give their folders, in lower case; what follows " - " or stands in brackets is an
account's."""

_SIGNS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
}
"""What they leave in the uppermost of them."""

_DATABASES = (".sync_*.db", "._sync_*.db")
"""The same of Nextcloud and ownCloud, whose names have a number in them."""


def synchronising_program(folder: Path) -> str | None:
    """The program that copies `folder` to other machines, None where none is known to."""
    try:
        here = folder.resolve()
        for place in (here, *here.parents):
            known = _NAMES.get(place.name.lower().partition(" - ")[0].partition(" (")[0])
            found = known or next((name for sign, name in _SIGNS.items() if (place / sign).exists()), None)
            if found is not None:
                return found
            if any(path for pattern in _DATABASES for path in place.glob(pattern)):
                return "Nextcloud"
    except OSError:
        return None
    return None


def warning_once(database: Database, directory: Path) -> tuple[str, ...]:
    """What is said, once for each place, of a library that a program copies to other machines."""
    program = None if database.read_only else synchronising_program(directory)
    if program is None:
        return ()
    with database.reading() as sql:
        known = key_values.state(sql, _WARNED)
    if known == str(directory):
        return ()
    with suppress(DiskFullError, BusyError), database.writing(patience=0) as sql:
        key_values.keep_state(sql, _WARNED, str(directory))
    warning = _(
        "the library is in a folder that {program} copies to other machines, which can damage it; keep "
        "it elsewhere (--data-dir), and use a server for several machines: tuinews account add",
        program=program,
    )
    return (warning,)
