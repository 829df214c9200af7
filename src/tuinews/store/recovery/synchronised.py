"""Whether a folder is one that a program copies to other machines, where no library should lie.

Such a program copies the file while it is written, and puts two machines' copies in the place of one another.
"""

from pathlib import Path

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
"""Names that such programs give their folders, in lower case; what follows " - " is an account's."""

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
            known = _NAMES.get(place.name.lower().partition(" - ")[0])
            found = known or next((name for sign, name in _SIGNS.items() if (place / sign).exists()), None)
            if found is not None:
                return found
            if any(path for pattern in _DATABASES for path in place.glob(pattern)):
                return "Nextcloud"
    except OSError:
        return None
    return None
