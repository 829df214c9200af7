"""With a real screen reader: what fenrir speaks after each key begins with the title that the key goes to.

fenrir (Debian's package of that name) runs the program in a terminal of its own, and speaks to a file.
"""

import shutil
from pathlib import Path
from typing import Any

import pytest

SETTINGS = """
[sound]
enabled=False
[speech]
enabled=True
driver=genericDriver
autoReadIncoming=True
genericSpeechCommand={say} "fenrirText"
[braille]
enabled=False
[screen]
driver=ptyDriver
encoding=auto
screenUpdateDelay=0.05
[keyboard]
driver=ptyDriver
charEcho=False
interruptOnKeyPress=False
[general]
debugLevel=0
debugMode=File
debugFile={folder}/fenrir.log
punctuationLevel=some
hasAttributes=False
shell={shell}
[focus]
cursor=True
highlight=False
[remote]
enable=False
"""
TITLES = (
    "The first ten minutes with tuinews",
    "One key, one meaning",
    "Any address is a source",
    "Reading without a network",
)


def script(path: Path, line: str) -> Path:
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o700)
    return path


@pytest.mark.skipif(shutil.which("fenrir") is None, reason="fenrir is not installed (Debian: fenrir)")
def test_fenrir_speaks_the_title_first_after_each_key(
    open_terminal: Any, environ: dict[str, str], tmp_path: Path
) -> None:
    import sys

    spoken = tmp_path / "spoken"
    spoken.write_text("")
    say = script(tmp_path / "say", f"printf '%s\\n' \"$1\" >> {spoken}")
    shell = script(tmp_path / "shell", f"exec env TERM=linux {sys.executable} -m tuinews demo")
    settings = Path(environ["XDG_CONFIG_HOME"]) / "tuinews" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("screen_reader = true\n")
    (tmp_path / "fenrir.conf").write_text(SETTINGS.format(say=say, shell=shell, folder=tmp_path))
    fenrir = ["fenrir", "-e", "-s", str(tmp_path / "fenrir.conf")]
    terminal = open_terminal(size=(80, 24), command=fenrir, SHELL=str(shell))
    terminal.wait_for(f"{TITLES[0]}, unread")
    terminal.until(lambda: TITLES[0] in spoken.read_text("utf-8"), "the first screen")
    terminal.settle()
    for key, title in zip("jjjjkkk", (*TITLES, *reversed(TITLES[:-1])), strict=True):
        before = len(spoken.read_bytes())
        terminal.send(key)
        terminal.until(lambda before=before: len(spoken.read_bytes()) > before, f"something spoken after {key}")
        said = spoken.read_bytes()[before:].decode()
        assert said.strip().startswith(title), said
        assert len(said) < 200
