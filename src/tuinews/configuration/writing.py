"""Changing a settings file: the values that change, every comment and every other line as it was.

tomlkit keeps what it does not change. The new text goes into a file beside the old one and takes its place at
once, so that whoever dies in between leaves the old or the new. A link is followed, so that settings kept
elsewhere stay there; the mode of the file stays.
"""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from tuinews.errors import SettingsError, system_reason
from tuinews.language import _
from tuinews.paths import PRIVATE_FILE, make_private_folder
from tuinews.text import clean_line

Names = tuple[str, ...]
"""A setting, after the tables that it is in."""


def write_values(path: Path, changes: Mapping[Names, object]) -> None:
    """Set the values of `changes` in the file at `path`, which is made if need be; None takes one out.

    Raises SettingsError if the file is read-only, cannot be read or written, or is not TOML.
    """
    what = _("settings {path}", path=clean_line(path, 500))
    try:
        target = path.resolve()
        old = target.read_bytes() if target.exists() else b""
        new = changed_text(what, old.decode("utf-8-sig"), changes).encode()
        if new == old:
            return
        make_private_folder(target.parent)
        _replace(what, target, new)
    except UnicodeDecodeError as error:
        raise SettingsError(what, _("it is not UTF-8 text"), _("correct or remove the file")) from error
    except OSError as error:
        raise SettingsError(what, system_reason(error)) from error


def changed_text(what: str, text: str, changes: Mapping[Names, object]) -> str:
    """`text` with `changes`, and nothing else changed; SettingsError of `what` where it is not TOML."""
    tomlkit: Any = import_module("tomlkit")  # at the first change: most starts make none
    try:
        wanted = tomlkit.parse(text).unwrap()
        for names, value in changes.items():
            _set(wanted, names, value, dict)
        document = tomlkit.parse(_with_room(text, changes, tomlkit.parse(text)))
        for names, value in changes.items():
            _set(document, names, value, tomlkit.table)
        new = str(tomlkit.dumps(document))
        if tomlkit.parse(new).unwrap() != wanted:
            raise SettingsError(
                what, _("it cannot be changed without changing other lines"), _("change it by hand")
            )
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        do = _("correct that line")
        raise SettingsError(what, _("this is not TOML: {why}", why=clean_line(error, 200)), do) from error
    return new.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in text else new


def _with_room(text: str, changes: Mapping[Names, object], document: Any) -> str:
    """`text` with a line for each value that is new and in no table: before the comment of the first table.

    tomlkit would put it behind that comment.
    """
    new = "".join(
        f"{names[0]} = 0\n"
        for names, value in changes.items()
        if len(names) == 1 and value is not None and names[0] not in document
    )
    if not new:
        return text
    lines = text.splitlines(keepends=True)
    first = next((number for number, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    while first and lines[first - 1].lstrip().startswith("#") and first < len(lines):
        first -= 1
    while first and not lines[first - 1].strip():
        first -= 1
    before = "".join(lines[:first])
    ended = before if not before or before.endswith("\n") else before + "\n"
    return ended + new + "".join(lines[first:])


def _set(table: Any, names: Names, value: object, new_table: Any) -> None:
    *tables, name = names
    for one in tables:
        if one not in table:
            if value is None:
                return
            table[one] = new_table()
        table = table[one]
    if value is not None:
        table[name] = value
    elif name in table:
        del table[name]


def _replace(what: str, target: Path, data: bytes) -> None:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else PRIVATE_FILE
    if not mode & 0o222 or (target.exists() and not os.access(target, os.W_OK)):
        do = _("make it writable, or change it where it is generated")
        raise SettingsError(what, _("the file is read-only"), do)
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.chmod(mode)
        os.replace(unfinished, target)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise
