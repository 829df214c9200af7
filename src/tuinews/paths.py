"""Where things lie: the library, the settings and the log, by the platform's own rules, each its owner's alone.

A library knows what somebody reads, and passwords may stand in its addresses. What is made is made closed (the
mode is given to the call that makes it, and the umask only takes away), never closed afterwards: in between,
another user could open it. SQLite gives the library's mode to what it puts beside it.

On Windows a mode says nothing: there the user's own folders are closed to other users by what they inherit.
"""

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_downloads_path, user_state_path

from tuinews.quick_dataclass import dataclass

_APP = "tuinews"

PRIVATE_FILE = 0o600
"""The mode of every file that is made."""

PRIVATE_FOLDER = 0o700
"""The mode of every folder that is made (XDG Base Directory Specification, "Referencing this specification")."""

_OTHERS = 0o077
"""The permissions of all but the owner."""


@dataclass(frozen=True, slots=True)
class UserPaths:
    """The folder of the library and its pictures, the settings file, and the log file."""

    data_dir: Path
    settings_file: Path
    log_file: Path


def places(data_dir: str | None = None, settings_file: str | None = None) -> UserPaths:
    """The places in use; either argument overrides the platform's default. Nothing is created."""
    return UserPaths(
        data_dir=_expanded(data_dir) if data_dir else user_data_path(_APP, appauthor=False),
        settings_file=_expanded(settings_file)
        if settings_file
        else user_config_path(_APP, appauthor=False) / "settings.toml",
        log_file=user_state_path(_APP, appauthor=False) / "tuinews.log",
    )


def downloads_folder(chosen: str) -> Path:
    """Where downloaded files are put: the folder that was chosen, else one of the user's own folder for them."""
    return _expanded(chosen.strip()).absolute() if chosen.strip() else user_downloads_path() / _APP


def make_private_folder(path: Path) -> None:
    """Make a folder for its owner alone, with those above it that are missing; one that is there stays as it is.

    Raises OSError.
    """
    for folder in reversed([folder for folder in (path, *path.parents) if not folder.is_dir()]):
        try:
            folder.mkdir(PRIVATE_FOLDER)
        except FileExistsError:
            if not folder.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from None


def make_private_file(path: Path) -> None:
    """Make an empty file for its owner alone, for others to fill; one that is there stays. Raises OSError."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE))


def is_open_to_others(path: Path) -> bool:
    """Whether other users may read or write it by its mode; False for what is missing, and on Windows."""
    try:
        return os.name != "nt" and bool(path.stat().st_mode & _OTHERS)
    except OSError:
        return False


def close_to_others(paths: Iterable[Path]) -> None:
    """Take from these files and folders what other users may do; links, and what is not ours, stay as they are."""
    for path in paths:
        with suppress(OSError):
            mode = path.lstat().st_mode
            if not stat.S_ISLNK(mode) and mode & _OTHERS:
                path.chmod(stat.S_IMODE(mode) & ~_OTHERS)


def _expanded(path: str) -> Path:
    """`~` as the shell has it; a home that is not known stays as it is written."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)
