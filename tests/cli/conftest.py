"""The program as its user runs it, on a folder of the test's: in this process, or in one of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tuinews.cli import main
from tuinews.language import choose


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON value on stdout."""
        return json.loads(self.out)


Run = Callable[..., Done]


def _environment() -> dict[str, str]:
    unwanted = ("TUINEWS_DATA_DIR", "TUINEWS_CONFIG")
    return {k: v for k, v in os.environ.items() if k not in unwanted} | {"TERM": "xterm-256color"}


def _places(folder: Path) -> list[str]:
    return ["--data-dir", str(folder / "data"), "--config", str(folder / "settings.toml")]


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """A command speaks as its settings say; the next test, of whatever room, has English again."""
    yield
    choose()


@pytest.fixture
def tuinews(tmp_path: Path, empty_library: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the library of this test, in this process; that of a `process` is made by its first one."""

    def command(*argv: str) -> Done:
        if not (tmp_path / "data").exists():
            shutil.copytree(empty_library, tmp_path / "data")
        capsys.readouterr()
        status = main.run([*_places(tmp_path), *argv])
        out, err = capsys.readouterr()
        return Done(status, out, err)

    return command


@pytest.fixture
def process(tmp_path: Path, request: pytest.FixtureRequest) -> Run:
    """Run a command on the library of this test in a process of its own; its stdin is no terminal.

    `file_size`: the most bytes that a file may grow to; `stdout`: the descriptor that output goes to; `folder`:
    where it is run.
    """

    def run(*argv: str, stdin: str = "", **limits: Any) -> Done:
        command = [sys.executable, "-m", "tuinews", *_places(tmp_path), *argv]
        if hasattr(os, "fork"):
            server = request.getfixturevalue("fork_server")
            done = server.run(command, _environment(), stdin.encode(), **limits)
        else:
            done = subprocess.run(
                command, input=stdin.encode(), capture_output=True, timeout=60, check=False, env=_environment()
            )
        out, err = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in err
        return Done(done.returncode, out, err)

    return run
