"""`tuinews timer`: refreshes in the background, by the system's own timer; what is written is printed."""

import argparse
import os
import plistlib
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from tuinews.cli.output import print_lines
from tuinews.cli.words import program as messages
from tuinews.errors import TuinewsError, system_reason
from tuinews.language import _
from tuinews.quick_dataclass import dataclass

_NAME = "tuinews-refresh"
_LABEL = "org.tuinews.refresh"
_SECONDS = 30
"""How long the system's own program may take to answer."""


@dataclass(frozen=True, slots=True)
class Timer:
    """A timer of one system: the files that it is made of, and the commands that begin and end it.

    `end` fails where it does not run, and is asked before it is begun anew where it `ends_first`; `after` is asked
    when the files are gone.
    """

    files: dict[Path, str]
    begin: tuple[tuple[str, ...], ...]
    end: tuple[tuple[str, ...], ...]
    after: tuple[tuple[str, ...], ...] = ()
    ends_first: bool = False


def run(arguments: argparse.Namespace) -> int:
    """Install the timer, take it away, or show what would be written; a line for cron where there is neither."""
    command = refresh_command(arguments)
    timer = timer_for(command, arguments.minutes)
    if timer is None:
        said = messages.NO_TIMER_TO_REMOVE if arguments.what == "uninstall" else messages.NO_TIMER
        print_lines([_(said), cron_line(command, arguments.minutes)])
        return 0 if arguments.what == "show" else 1
    if arguments.what == "uninstall":
        return _uninstall(timer)
    for file, text in timer.files.items():
        print_lines([f"# {file}", *text.splitlines()])
    print_lines(shlex.join(line) for line in timer.begin)
    if arguments.what == "install":
        for file, text in timer.files.items():
            _write(file, text)
        for line in timer.end if timer.ends_first else ():
            _call(line, may_fail=True)
        for line in timer.begin:
            _call(line)
        print_lines([messages.timer_installed(arguments.minutes)])
    return 0


def refresh_command(arguments: argparse.Namespace) -> list[str]:
    """What the timer runs: this program, on this library."""
    places = [
        part
        for option, value in (("--data-dir", arguments.data_dir), ("--config", arguments.config))
        if value
        for part in (option, str(Path(value).absolute()))
    ]
    return [sys.executable, "-m", "tuinews", *places, "refresh", "--due"]


def timer_for(command: list[str], minutes: int) -> Timer | None:
    """The timer of this system, None if it has none that is known."""
    if sys.platform == "darwin":
        return _launchd(command, minutes)
    if shutil.which("systemctl") and os.environ.get("XDG_RUNTIME_DIR"):
        return _systemd(command, minutes)
    return None


def cron_line(command: list[str], minutes: int) -> str:
    """A line for `crontab -e`; a per cent sign ends a command there."""
    when = f"*/{minutes} * * * *" if minutes < 60 else f"0 */{max(1, min(23, minutes // 60))} * * *"
    return f"{when} {shlex.join(command)} >/dev/null 2>&1".replace("%", "\\%")


def _systemd(command: list[str], minutes: int) -> Timer:
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd" / "user"
    what = f"Description={_(messages.TIMER)}"
    start = " ".join(map(_systemd_word, command))
    # That some sources failed, the screen tells: it is not a failure of the service.
    service = (
        "[Unit]",
        what,
        "",
        "[Service]",
        "Type=oneshot",
        "Nice=10",
        f"ExecStart={start}",
        "SuccessExitStatus=1 3",
    )
    turns = ("OnStartupSec=2min", f"OnUnitActiveSec={minutes}min", "RandomizedDelaySec=30")
    timer = ("[Unit]", what, "", "[Timer]", *turns, "", "[Install]", "WantedBy=timers.target")
    user = ("systemctl", "--user")
    return Timer(
        {folder / f"{_NAME}.service": _lines(service), folder / f"{_NAME}.timer": _lines(timer)},
        # One that runs already keeps its old turns until it is started again.
        (
            (*user, "daemon-reload"),
            (*user, "enable", f"{_NAME}.timer"),
            (*user, "restart", f"{_NAME}.timer"),
        ),
        ((*user, "disable", "--now", f"{_NAME}.timer"),),
        after=((*user, "daemon-reload"),),
    )


def _lines(lines: tuple[str, ...]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _systemd_word(word: str) -> str:
    """A word of ExecStart= (systemd.service(5), "Command lines"): quoted, `%` and `$` doubled."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"' if shlex.quote(word) != word else escaped


def _launchd(command: list[str], minutes: int) -> Timer:
    file = Path.home() / "Library" / "LaunchAgents" / f"{_LABEL}.plist"
    value = {
        "Label": _LABEL,
        "ProgramArguments": command,
        "StartInterval": minutes * 60,
        "ProcessType": "Background",
    }
    domain = f"gui/{os.getuid()}" if hasattr(os, "getuid") else "gui"
    return Timer(
        {file: plistlib.dumps(value).decode()},
        (("launchctl", "bootstrap", domain, str(file)),),
        (("launchctl", "bootout", f"{domain}/{_LABEL}"),),
        ends_first=True,
    )


def _uninstall(timer: Timer) -> int:
    there = [file for file in timer.files if file.exists()]
    if not there:
        print_lines([_(messages.NO_TIMER_INSTALLED)])
        return 0
    for line in timer.end:
        _call(line, may_fail=True)  # it does not run, or was taken away by hand
    for file in there:
        file.unlink()
    for line in timer.after:
        _call(line, may_fail=True)
    print_lines([*map(messages.removed_file, there)])
    return 0


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    except OSError as error:
        raise TuinewsError(str(file), system_reason(error)) from error


def _call(line: tuple[str, ...], *, may_fail: bool = False) -> None:
    """Run one of the system's own programs; raises TuinewsError if it is not there, or fails and must not."""
    try:
        done = subprocess.run(line, capture_output=True, text=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise TuinewsError(shlex.join(line), str(error)) from error
    if done.returncode and not may_fail:
        raise TuinewsError(shlex.join(line), (done.stderr or done.stdout).strip() or str(done.returncode))
