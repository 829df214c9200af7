"""The timer: what is written for each system, and that its own programs are called."""

import os
import plistlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tuinews.cli.commands.timer import cron_line, timer_for


@pytest.fixture
def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """A home with a systemctl that notes what it is asked; returns what that was."""
    asked = tmp_path / "asked"
    program = tmp_path / "bin" / "systemctl"
    program.parent.mkdir()
    program.write_text(
        f'#!/bin/sh\necho "$@" >> {asked}\ntest "$REFUSED" = "" || {{ echo no bus >&2; exit 1; }}\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return lambda: asked.read_text().splitlines() if asked.exists() else []


@pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux's")
def test_a_timer_of_systemd_is_shown_installed_and_taken_away(
    tuinews: Any, tmp_path: Path, systemd: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "config" / "systemd" / "user"
    shown = tuinews("timer", "show")
    assert (shown.status, systemd()) == (0, [])
    assert not folder.exists()
    done = tuinews("timer", "install", "--minutes", "15")
    service = (folder / "tuinews-refresh.service").read_text()
    assert f"{sys.executable} -m tuinews --data-dir {tmp_path}/data --config" in service
    assert service.count("refresh --due") == 1
    assert "OnUnitActiveSec=15min" in (folder / "tuinews-refresh.timer").read_text()
    begun = ["daemon-reload", "enable tuinews-refresh.timer", "restart tuinews-refresh.timer"]
    assert systemd() == [f"--user {one}" for one in begun]
    assert str(folder / "tuinews-refresh.timer") in done.out
    assert service.strip().splitlines()[0] in done.out, "what is written is printed"
    assert "15 minutes" in done.out
    assert tuinews("timer", "uninstall").status == 0
    assert not list(folder.iterdir())
    assert systemd()[3:] == ["--user disable --now tuinews-refresh.timer", "--user daemon-reload"]
    assert "no timer" in tuinews("timer", "uninstall").out
    monkeypatch.setenv("REFUSED", "1")
    refused = tuinews("timer", "install")
    assert refused.status == 1
    assert "no bus" in refused.err
    assert tuinews("timer", "uninstall").status == 0  # what does not run is taken away nevertheless
    assert not list(folder.iterdir())


def test_without_a_known_timer_a_line_for_cron_is_printed(tuinews: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    if sys.platform != "darwin":
        done = tuinews("timer", "install")
        assert done.status == 1
        assert "*/10 * * * * " in done.out
        assert "refresh --due" in done.out
        gone = tuinews("timer", "uninstall")
        assert "remove this line" in gone.out
        assert "*/10 * * * * " in gone.out
    assert cron_line(["a b", "--x", "100%"], 90).startswith("0 */1 * * * 'a b' --x 100\\%")


def test_odd_words_stay_what_they_are(monkeypatch: pytest.MonkeyPatch, systemd: object, tmp_path: Path) -> None:
    command = ["python3", "-m", "tuinews", "--data-dir", '/a b/100% "$HOME"']
    monkeypatch.setattr(sys, "platform", "linux")
    timer = timer_for(command, 10)
    assert timer is not None
    [service] = [text for file, text in timer.files.items() if file.suffix == ".service"]
    assert '"/a b/100%% \\"$$HOME\\""' in service
    monkeypatch.setattr(sys, "platform", "darwin")
    timer = timer_for(command, 10)
    assert timer is not None
    [(file, text)] = timer.files.items()
    assert plistlib.loads(text.encode())["ProgramArguments"] == command
    assert file.suffix == ".plist"
    assert timer.ends_first  # launchd begins none twice
