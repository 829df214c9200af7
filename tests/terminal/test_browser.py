"""The browser: real programs under the names of browsers, and what is on the screen meanwhile and after them."""

import os
import stat
import time
from pathlib import Path
from typing import Any

import pytest

from tuinews.ui.browsers import Browser, find_browser

NONE = "No browser could be started; y copies the address"


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    """A folder that is the whole PATH of the program, but for the shell's own tools."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("sh", "sleep", "cat", "stty", "head", "dd"):
        (folder / name).symlink_to(
            Path("/bin") / name if (Path("/bin") / name).exists() else Path("/usr/bin") / name
        )
    return folder


def program(folder: Path, name: str, *lines: str) -> Path:
    """A program of the name, which first writes what it was given."""
    path = folder / name
    said = folder.parent / f"{name}.said"
    path.write_text("\n".join(["#!/bin/sh", f'printf "%s\\n" "$@" >"{said}"', *lines, ""]), "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return said


def opened(open_terminal: Any, folder: Path, **environ: str | None) -> Any:
    """The demo with the first article's `o` pressed."""
    places = {"PATH": str(folder), "DISPLAY": None, "WAYLAND_DISPLAY": None, "BROWSER": None}
    terminal = open_terminal(**(places | environ))
    terminal.wait_for("1/11")
    terminal.send("o")
    return terminal


def words(path: Path, terminal: Any) -> list[str]:
    """The arguments that a program was given."""
    terminal.until(lambda: path.exists() and path.read_text("utf-8"), f"{path.name} has run")
    return path.read_text("utf-8").split()


@pytest.mark.parametrize(
    "template", ["fancy", "fancy --new-window", "fancy --url=%s", "'fancy' %s &", "missing:fancy"]
)
def test_what_browser_names_is_started_apart_and_in_silence(
    open_terminal: Any, bin_folder: Path, template: str
) -> None:
    said = program(bin_folder, "fancy", "echo NOISE; echo NOISE >&2", 'echo >"$0.was_noisy"', "exec sleep 30")
    terminal = opened(open_terminal, bin_folder, BROWSER=template)
    given = words(said, terminal)
    terminal.until((bin_folder / "fancy.was_noisy").exists, "the browser has spoken")
    assert "http://127.0.0.1" in given[-1]
    assert "%s" not in " ".join(given)
    assert "&" not in given
    terminal.wait_for("Opening in the browser: http://127.0.0.1")
    terminal.settle()
    assert b"NOISE" not in terminal.written
    start = time.monotonic()
    terminal.send("Q")
    assert terminal.wait(5) == 0
    assert time.monotonic() - start < 3


def test_a_browser_that_goes_on_running_is_open(open_terminal: Any, bin_folder: Path) -> None:
    program(bin_folder, "fancy", "exec sleep 30")
    terminal = opened(open_terminal, bin_folder, BROWSER="fancy")
    terminal.wait_for("Opened in the browser: http://127.0.0.1")


def test_what_was_said_meanwhile_stays(open_terminal: Any, bin_folder: Path) -> None:
    done = bin_folder / "done"
    said = program(bin_folder, "fancy", f'until test -e "{done}"; do sleep 0.02; done', f'echo >"{done}.seen"')
    terminal = opened(open_terminal, bin_folder, BROWSER="fancy")
    words(said, terminal)
    terminal.send("u")
    terminal.wait_for("Nothing to undo")
    done.touch()
    terminal.until(Path(f"{done}.seen").exists, "the browser has ended")
    terminal.settle()
    assert "Nothing to undo" in terminal.text


def test_quitting_does_not_wait_for_a_browser_that_is_still_starting(open_terminal: Any, bin_folder: Path) -> None:
    said = program(bin_folder, "fancy", "exec sleep 30")
    terminal = opened(open_terminal, bin_folder, BROWSER="fancy")
    words(said, terminal)
    terminal.send("Q")
    assert terminal.wait(3) == 0


@pytest.mark.parametrize("place", ["", ":0"])
def test_an_opener_that_fails_is_no_browser(open_terminal: Any, bin_folder: Path, place: str) -> None:
    for status in (1, 3, 4):
        program(bin_folder, "xdg-open", "echo xdg-open: no method available >&2", f"exit {status}")
        if status == 1:
            terminal = opened(open_terminal, bin_folder, DISPLAY=place)
        else:
            terminal.send("u")
            terminal.wait_for("Nothing to undo")
            assert NONE not in terminal.text
            terminal.send("o")
        terminal.wait_for(NONE)
        assert b"no method" not in terminal.written, status


@pytest.mark.parametrize("named", [None, "missing", "missing:gone %s", "'fancy"])
def test_no_browser_at_all_is_said(open_terminal: Any, bin_folder: Path, named: str | None) -> None:
    opened(open_terminal, bin_folder, BROWSER=named).wait_for(NONE)


@pytest.mark.parametrize(("name", "named"), [("w3m", None), ("lynx", "lynx"), ("elinks", "elinks -no-home %s")])
def test_a_text_browser_has_the_terminal_until_it_ends(
    open_terminal: Any, bin_folder: Path, name: str, named: str | None
) -> None:
    said = program(
        bin_folder, name, "echo A PAGE OF TEXT", "stty -a | head -c 4000 >/dev/null", "read key", "exit 1"
    )
    terminal = opened(open_terminal, bin_folder, BROWSER=named)
    words(said, terminal)
    terminal.wait_for("A PAGE OF TEXT")
    terminal.send("jjjQ\n")
    terminal.wait_for("Opened in the browser: http://127.0.0.1")
    assert "A PAGE OF TEXT" not in terminal.text
    terminal.until(lambda: "1/11" in terminal.text, "no key of the browser's came to us")
    terminal.send("j")
    terminal.wait_for("2/11")
    terminal.send("Q")
    assert terminal.wait() == 0


def test_ctrl_c_in_a_text_browser_is_its_own(open_terminal: Any, bin_folder: Path) -> None:
    # Shells differ in whether a `read` goes on behind the trap; a line too many would be a key to tuinews.
    until_q = 'until [ q = "$key" ]; do read key; done'
    said = program(bin_folder, "w3m", "trap 'echo CAUGHT' INT", "echo A PAGE OF TEXT", until_q)
    terminal = opened(open_terminal, bin_folder)
    words(said, terminal)
    terminal.wait_for("A PAGE OF TEXT")
    terminal.send("\x03")
    terminal.wait_for("CAUGHT")
    terminal.send("q\n")
    terminal.wait_for("Opened in the browser")
    terminal.send("jQ")
    assert terminal.wait() == 0


@pytest.mark.parametrize(
    ("programs", "environ", "found"),
    [
        (("xdg-open", "w3m"), {"DISPLAY": ":0"}, Browser(("xdg-open",), in_terminal=False)),
        (("xdg-open", "w3m"), {}, Browser(("xdg-open",), in_terminal=True)),
        (("xdg-open",), {}, Browser(("xdg-open",), in_terminal=False)),
        (("firefox", "w3m"), {"WAYLAND_DISPLAY": "wayland-0"}, Browser(("firefox",), in_terminal=False)),
        (("firefox", "w3m"), {}, Browser(("w3m",), in_terminal=True)),
        (("w3m", "fancy"), {"BROWSER": "fancy"}, Browser(("fancy",), in_terminal=False)),
        (("lynx",), {"BROWSER": "gone:lynx -nopause"}, Browser(("lynx", "-nopause"), in_terminal=True)),
        (("w3m",), {"BROWSER": "gone"}, None),
        ((), {"DISPLAY": ":0"}, None),
    ],
)
def test_which_browser_it_is(
    tmp_path: Path, programs: tuple[str, ...], environ: dict[str, str], found: Browser | None
) -> None:
    for name in programs:
        program(tmp_path, name)
    assert find_browser({"PATH": str(tmp_path)} | environ) == found


def test_a_link_to_a_text_browser_is_one(tmp_path: Path) -> None:
    program(tmp_path, "w3m")
    os.symlink(tmp_path / "w3m", tmp_path / "www-browser")
    found = find_browser({"PATH": str(tmp_path), "BROWSER": "www-browser"})
    assert found == Browser(("www-browser",), in_terminal=True)


def test_an_address_is_one_argument_whatever_stands_in_it() -> None:
    address = "https://a.example/%s?a=1;touch$(x)&b='c'"
    assert Browser(("fancy",), in_terminal=False).arguments(address) == ["fancy", address]
    assert Browser(("fancy", "u=%s"), in_terminal=False).arguments(address) == ["fancy", f"u={address}"]
