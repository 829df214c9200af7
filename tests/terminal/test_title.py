"""The title of the terminal's window says how much is unread, and is the shell's again afterwards."""

from typing import Any


def test_the_title_counts_and_is_given_back(open_terminal: Any) -> None:
    terminal = open_terminal()
    terminal.wait_for("1/11")
    terminal.until(lambda: b"\x1b]2;11 unread \xc2\xb7 tuinews\x07" in terminal.written, "the title")
    assert terminal.written.count(b"\x1b[22;2t") == 1
    terminal.send("m")
    terminal.until(lambda: b"\x1b]2;10 unread" in terminal.written, "another title")
    terminal.send("Q")
    assert terminal.wait() == 0
    assert terminal.written.count(b"\x1b[22;2t") == terminal.written.count(b"\x1b[23;2t") == 1


def test_a_console_without_a_window_has_no_title(open_terminal: Any) -> None:
    terminal = open_terminal(TERM="linux")
    terminal.wait_for("1/11")
    terminal.send("Q")
    assert terminal.wait() == 0
    assert b"\x1b]2;" not in terminal.written
