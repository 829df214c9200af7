"""What lies at a path: a Maildir, a file of mails (mbox), or a folder of `.eml` files; and which files it has.

Nothing is written, renamed or marked there. Nothing is followed out of the folder, and nothing but plain files is
opened.
"""

import os
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from stat import S_ISREG
from urllib.parse import unquote, urlsplit

from tuinews.late import late_pattern
from tuinews.library.mail.mbox import BEGINNING

MOST_FILES = 200_000
"""Mails of a folder that are looked at."""

_DEEPEST = 4
"""Folders within each other in which `.eml` files are looked for."""

_MAILDIR = ("new", "cur")

_FLAGS = late_pattern(r"[:;!]2,([^:;!]*)$")
"""The flags of a mail in a Maildir (its specification; `;` and `!` where a disk knows no colon)."""


class MailboxShape(StrEnum):
    """How mails lie at a path."""

    MAILDIR = "maildir"
    MBOX = "mbox"
    FOLDER = "folder"


def typed_mailbox(typed: str) -> Path | None:
    """The mailbox that somebody typed as a path or a `file:` address; None if it is none."""
    text = typed.strip().strip("\"'")
    if not text or ("://" in text and not text.startswith("file://")):
        return None
    try:
        path = path_of(text) if text.startswith("file://") else Path(text).expanduser()
        if text.startswith(("~", ".", "file:")) or os.sep in text or path.is_dir():
            return path.resolve() if shape_of(path) else None
    except (OSError, RuntimeError, ValueError):
        return None  # no path that this system knows, or may look at
    return None


def path_of(url: str) -> Path:
    """The path of a `file:` address."""
    path = unquote(urlsplit(url).path)
    return Path(path.lstrip("/") if os.name == "nt" else path)


def shape_of(path: Path) -> MailboxShape | None:
    """How mails lie at a path, None if none do; raises OSError."""
    if path.is_dir():
        if all((path / name).is_dir() for name in _MAILDIR):
            return MailboxShape.MAILDIR
        return MailboxShape.FOLDER if _has_mails(path) else None
    if path.is_file():
        with path.open("rb") as file:
            return MailboxShape.MBOX if file.read(len(BEGINNING)) == BEGINNING else None
    return None


def files_of(path: Path, shape: MailboxShape) -> list[Path]:
    """The files of a Maildir or a folder, the newest names first; raises OSError if it cannot be listed."""
    root = path.resolve()
    if shape is MailboxShape.MAILDIR:
        found = [file for name in _MAILDIR for file in _plain_files(path / name, root) if _is_news(file.name)]
    else:
        found = list(_eml_files(path, root, 0))
    return sorted(found[:MOST_FILES], key=lambda file: file.name, reverse=True)


def key_of(file: Path, shape: MailboxShape) -> str:
    """What names a mail for good: in a Maildir the name before its flags, which change when it is read."""
    return _FLAGS.sub("", file.name) if shape is MailboxShape.MAILDIR else str(file)


def is_seen(file: Path, shape: MailboxShape) -> bool:
    """Whether another program has marked a mail of a Maildir as seen."""
    return shape is MailboxShape.MAILDIR and "S" in _flags(file.name)


def _flags(name: str) -> str:
    found = _FLAGS.search(name)
    return found[1] if found else ""


def _is_news(name: str) -> bool:
    """Whether a mail of a Maildir is neither thrown away nor a draft."""
    return not set(_flags(name)) & {"T", "D"}


def _has_mails(folder: Path) -> bool:
    """Whether a folder has an `.eml` file itself: a screen asks this while a path is typed."""
    with os.scandir(folder) as listed:
        return any(_is_named_eml(entry.name) for entry in listed)


def _is_named_eml(name: str) -> bool:
    """Whether a name is that of a mail; on other systems' disks a Mac keeps a `._name.eml` beside each file."""
    return name.lower().endswith(".eml") and not name.startswith(".")


def _eml_files(folder: Path, root: Path, depth: int) -> Iterator[Path]:
    with os.scandir(folder) as listed:
        entries = sorted(listed, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith("."):
            continue  # what lies in a bin (.Trash-1000), or is not a mail
        if _is_named_eml(entry.name) and _is_inside(entry, root):
            yield Path(entry.path)
        elif depth < _DEEPEST and entry.is_dir(follow_symlinks=False):
            yield from _eml_files(Path(entry.path), root, depth + 1)


def _plain_files(folder: Path, root: Path) -> list[Path]:
    with os.scandir(folder) as listed:
        return [Path(one.path) for one in listed if not one.name.startswith(".") and _is_inside(one, root)]


def _is_inside(entry: "os.DirEntry[str]", root: Path) -> bool:
    """Whether an entry of a folder is a plain file that lies in it, itself or by a link."""
    if not entry.is_symlink():
        return entry.is_file(follow_symlinks=False)
    try:
        target = Path(entry.path).resolve(strict=True)
        return target.is_relative_to(root) and S_ISREG(target.stat().st_mode)
    except (OSError, RuntimeError):
        return False
