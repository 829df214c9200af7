"""A backup that was unpacked and checked, on its way into the place of a library: all of it or nothing.

Library, pictures and settings are several files, and a process can die between any two of them. So all that is to
be put in place lies in one folder first, which gets its name by one renaming: before that nothing was restored,
after it everything will be, by whoever opens the library next.
"""

import json
import os
from contextlib import suppress
from pathlib import Path
from shutil import copyfile, rmtree

from tuinews.late import late_imports
from tuinews.paths import PRIVATE_FILE, make_private_file, make_private_folder
from tuinews.store.picture_files import FOLDER

with late_imports(__name__):
    from tuinews.store.archive import archive

_READY = "restored"
_UNPACKING = "restoring"
_PLAN = "settings.json"
_COMPANIONS = ("-wal", "-shm", "-journal")


def workplace(directory: Path) -> Path:
    """An empty folder to unpack into, on the disk of a library's `directory`.

    What a process that died left there is gone. The caller holds the library's lock.
    """
    for left in directory.glob(f"{_UNPACKING}*"):
        rmtree(left, ignore_errors=True)
    place = directory / _UNPACKING
    make_private_folder(place / archive.PICTURES)
    return place


def leave(place: Path) -> None:
    """Give up what was unpacked."""
    rmtree(place, ignore_errors=True)


def prepare_settings(place: Path, settings_file: Path) -> None:
    """Lay the settings that were unpacked beside those in `settings_file`, and these beside themselves, so that
    nothing but a renaming is left to do. Raises OSError where they cannot be written.
    """
    goal = settings_file.resolve()  # what a link leads to, and not the link
    make_private_folder(goal.parent)
    part = goal.with_name(f"{goal.name}.restored")
    copyfile(place / archive.SETTINGS, part)
    part.chmod(PRIVATE_FILE)
    if goal.exists():
        copyfile(goal, goal.with_name(f"{goal.name}.before-restore"))
    make_private_file(place / _PLAN)
    (place / _PLAN).write_text(json.dumps([str(part), str(goal)]), "utf-8")


def decide(place: Path, library: Path) -> None:
    """From here on the backup is restored, whatever dies. Raises OSError."""
    os.replace(place, library.with_name(_READY))
    finish(library)


def is_unfinished(library: Path) -> bool:
    """Whether a backup is on its way into the place of a library."""
    return library.with_name(_READY).is_dir()


def finish(library: Path) -> None:
    """Put what lies ready into its place; what was put there before a death is no longer there. Raises OSError."""
    ready = library.with_name(_READY)
    _put_pictures(ready / archive.PICTURES, library.with_name(FOLDER))
    if (ready / archive.LIBRARY).exists():
        for companion in _COMPANIONS:  # a journal of the library that was there before
            Path(f"{library}{companion}").unlink(missing_ok=True)
        os.replace(ready / archive.LIBRARY, library)
    with suppress(OSError, ValueError):  # the folder of the settings may be gone by the next opening
        part, goal = json.loads((ready / _PLAN).read_text("utf-8"))
        os.replace(part, goal)
    # First the name, by which it would be taken for unfinished, and then what is in it.
    os.replace(ready, library.with_name(f"{_UNPACKING}-done"))
    rmtree(library.with_name(f"{_UNPACKING}-done"), ignore_errors=True)


def _put_pictures(unpacked: Path, folder: Path) -> None:
    """Pictures are named by their content: those that are there already are the same."""
    if not unpacked.is_dir():
        return
    make_private_folder(folder)
    for picture in unpacked.iterdir():
        os.replace(picture, folder / picture.name)
