"""The user's editor on a text of ours: which one it is, and what comes back. No shell, ever."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

_USUAL = ("sensible-editor", "nano", "vim", "vi", "micro", "emacs", "notepad")
"""Editors that are looked for where none is named."""


def find_editor(environ: Mapping[str, str] = os.environ) -> tuple[str, ...] | None:
    """The command of the user's editor: what VISUAL or EDITOR names, if it is here, else one of the usual."""
    path = environ.get("PATH")
    for named in (environ.get("VISUAL", ""), environ.get("EDITOR", "")):
        try:
            command = tuple(shlex.split(named, posix=os.name != "nt"))
        except ValueError:  # a quote that is not closed
            continue
        if command and shutil.which(command[0], path=path):
            return command
    usual = next((name for name in _USUAL if shutil.which(name, path=path)), None)
    return (usual,) if usual else None


def edit(text: str, name: str) -> str | None:
    """What a person makes of a text in their editor, which has the terminal until it ends.

    The same where the editor says that it failed (vim's `:cq`); None if there is no editor that can be started.
    `name` is the beginning of the file's name, which many editors show.
    """
    command = find_editor()
    return None if command is None else edit_in(command, text, name)


def edit_in(command: Sequence[str], text: str, name: str) -> str | None:
    """The same with the editor of a command."""
    # The folder is its owner's alone, and so are the copies that an editor puts beside the file.
    with tempfile.TemporaryDirectory(prefix="tuinews-") as folder:
        file = Path(folder) / f"{name}.md"
        file.write_text(f"{text}\n" if text else "", "utf-8")
        try:
            done = subprocess.run([*command, str(file)], check=False)
        except OSError:
            return None
        if done.returncode:
            return text
        try:
            return file.read_bytes().decode("utf-8", "replace").strip("\n")
        except OSError:  # the editor took the file away
            return text
