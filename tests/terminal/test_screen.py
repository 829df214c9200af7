"""What stands on a real terminal's screen, and where its cursor is."""

import signal
import sys
from typing import Any

import psutil
import pytest

GARBAGE = b"\x1b[5;3Hsomebody else was here\x1b[20;30Hand here"


def ready(terminal: Any) -> None:
    """Wait until the list is there and takes keys."""
    terminal.wait_for("1/11")


def test_ctrl_l_draws_every_cell_anew(open_terminal: Any) -> None:
    terminal = open_terminal()
    ready(terminal)
    for key, words in (
        ("", "1/11"),
        ("?", "Esc closes"),
        (":", "Command, source or article"),
        ("a", "Add a source"),
    ):
        terminal.send(key)
        terminal.wait_for(words)
        terminal.settle()
        shown = terminal.text
        terminal.show(GARBAGE)
        assert "somebody else" in terminal.text
        terminal.send("\x0c")
        terminal.until(lambda before=shown: terminal.text == before, f"the screen as it was, after {key!r}")
        if key:
            terminal.send("\x1b")
            terminal.until(lambda gone=words: gone not in terminal.text, "closed")


def shell(terminal_of: Any) -> Any:
    """An interactive shell, which alone can bring a job back."""
    terminal = terminal_of(command=["bash", "--norc", "-i"], PS1="shell> ", PYTHON=sys.executable)
    terminal.wait_for("shell>")
    terminal.send('"$PYTHON" -m tuinews demo\n')
    ready(terminal)
    return terminal


def test_ctrl_z_goes_to_the_shell_and_fg_comes_back(open_terminal: Any) -> None:
    terminal = shell(open_terminal)
    for key, words, place in (("", "2/11", 2), ("?", "Esc closes", 5), (":", "Command, source or article", 8)):
        terminal.send("j" + key)
        terminal.wait_for(words)
        goes_to_the_shell_and_comes_back(terminal, f"{place}/11")
        if key:
            terminal.send("\x1b")
            terminal.until(lambda gone=words: gone not in terminal.text, "closed")
        terminal.send("jj")
        terminal.wait_for(f"{place + 2}/11")
    terminal.send("Q")
    terminal.wait_for("shell>")
    terminal.send("exit\n")
    assert terminal.wait() == 0


def goes_to_the_shell_and_comes_back(terminal: Any, place: str) -> None:
    """Ctrl-Z, a command of the shell's, and `fg`, after which the list is at its place."""
    before_stop = len(terminal.written)
    terminal.send("\x1a")
    terminal.until(lambda: b"Stopped" in terminal.written[before_stop:], "the shell")
    terminal.send("echo the sh''ell answers\n")
    terminal.wait_for("the shell answers")
    before_fg = len(terminal.written)
    terminal.send("fg\n")
    terminal.until(lambda: b"\x1b[?1004h" in terminal.written[before_fg:], "the screen back")
    terminal.until(lambda: place in terminal.text and "answers" not in terminal.text, "all of it")
    terminal.settle()


def test_what_was_stopped_unasked_comes_back_too_and_ctrl_z_without_a_shell_says_so(open_terminal: Any) -> None:
    terminal = open_terminal()
    ready(terminal)
    for _ in range(3):
        terminal.kill(signal.SIGSTOP)
        terminal.until(lambda: psutil.Process(terminal.pid).status() == psutil.STATUS_STOPPED, "stopped")
        terminal.show(GARBAGE)
        terminal.kill(signal.SIGCONT)
        terminal.until(lambda: "somebody else" not in terminal.text and "1/11" in terminal.text, "the screen")
    terminal.send("\x1a")
    terminal.wait_for("There is no shell to return to")
    terminal.send("jj")
    terminal.wait_for("3/11")
    terminal.send("Q")
    assert terminal.wait() == 0


def test_keys_typed_before_the_list_are_taken_when_it_is_there(open_terminal: Any) -> None:
    terminal = open_terminal()
    terminal.until(lambda: b"\x1b[?1049h" in terminal.written, "the terminal is taken")
    terminal.send("jjj")
    terminal.wait_for("4/11")
    terminal.settle()
    assert "4/11" in terminal.text


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("\r", "10 unread"),
        ("jj\r", "10 unread"),
        ("/storm\r", "Nothing found for “storm”"),
        ("]j\r", "The Bulletin 10 unread"),
        ("]]]]]", "The Bulletin: Latest 11 unread"),
        ("D", "No source is selected"),
    ],
)
def test_keys_typed_before_the_terminal_is_taken_are_those_that_were_pressed(
    open_terminal: Any, keys: str, words: str
) -> None:
    terminal = open_terminal()
    terminal.send(keys)
    terminal.until(lambda: words in " ".join(terminal.text.split()), words)


def test_every_frame_has_the_notes_set_for_their_pane(open_terminal: Any) -> None:
    terminal = open_terminal()
    widest: list[str] = []
    while "1/11" not in terminal.text or not widest:
        assert not terminal.ended()
        terminal.listen()
        widest += [line for line in terminal.text.splitlines() if "Enter opens" in line]
    assert widest
    assert all("Enter opens the selected article" in line for line in widest)


@pytest.mark.parametrize("size", [(40, 10), (50, 20), (69, 24)])
def test_one_pane_has_no_divider(open_terminal: Any, size: tuple[int, int]) -> None:
    terminal = open_terminal(size=size)
    ready(terminal)
    assert "▏" not in terminal.text
    terminal.send("\r")
    terminal.until(lambda: "11 unread" not in terminal.text, "the reader")
    terminal.settle()
    assert "▏" not in terminal.text


def test_keys_that_come_at_once_go_where_the_first_opens(open_terminal: Any) -> None:
    terminal = open_terminal()
    ready(terminal)
    every = {"?G": "link with its number", "aQmDa": "QmDa", ":star": "star or unstar", "/asD": "Search: asD"}
    for keys, words in every.items():
        terminal.send(keys)
        terminal.wait_for(words)
        terminal.settle()
        assert words in terminal.text, keys
        assert "undo" not in terminal.screen.display[-1], keys
        assert "10 unread" not in terminal.text, keys
        terminal.send("\x1b")
        terminal.until(lambda gone=words: gone not in terminal.text and "1/11" in terminal.text, "closed")


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("/abc\x1bj", "2/11"),
        ("/abc\x1bjj\x1bj", "Unread articles"),  # Esc goes from the list to the sources
        ("?\x1bjj", "3/11"),
        (":abc\x1bG", "11/11"),
        ("a\x1b/storm\r", "Nothing found for “storm”"),
    ],
)
def test_a_key_in_one_burst_behind_escape_is_both(open_terminal: Any, keys: str, words: str) -> None:
    terminal = open_terminal()
    terminal.wait_for("1/11")
    terminal.send(keys)
    terminal.wait_for(words)
