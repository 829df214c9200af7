"""The conversation in a terminal that can do nothing: paged, with a prompt, ended by its word or by Ctrl-D."""

from typing import Any

import pytest


def test_a_dumb_terminal_has_a_prompt_and_pages(open_terminal: Any) -> None:
    terminal = open_terminal("demo", "--linear", size=(60, 20), TERM="dumb", COLORTERM=None)
    terminal.wait_for("tuinews>")
    assert "1. News in a terminal window" in terminal.text
    terminal.send("open 1\r")
    terminal.wait_for("more lines; Enter continues.")
    before = terminal.written
    assert b"\x1b" not in before
    assert "End of the article." not in terminal.text
    for _ in range(30):
        terminal.send("\r")
        terminal.settle()
        if "End of the article." in terminal.text:
            break
    assert "End of the article." in terminal.text
    terminal.send("quit\r")
    assert terminal.wait() == 0
    again = open_terminal("demo", "--linear", size=(60, 20), TERM="dumb", COLORTERM=None)
    again.wait_for("tuinews>")
    again.send("\x03")
    assert again.wait() == 130
    third = open_terminal("demo", "--linear", size=(60, 20), TERM="dumb", COLORTERM=None)
    third.wait_for("tuinews>")
    third.send("\x04")
    assert third.wait() == 0


@pytest.mark.parametrize(
    ("locale", "theirs", "others"),
    [("vi_VN.UTF-8", "Mẫu chữ", "specimen"), ("en_US.UTF-8", "specimen", "Mẫu chữ")],
)
def test_the_demo_speaks_one_language(open_terminal: Any, locale: str, theirs: str, others: str) -> None:
    terminal = open_terminal("demo", "--linear", size=(80, 60), TERM="dumb", COLORTERM=None, LC_ALL=locale)
    terminal.wait_for("tuinews>")
    assert theirs in terminal.text
    assert others not in terminal.text
    terminal.send("\x04")
    assert terminal.wait() == 0


def test_reading_goes_on_where_it_stopped_and_ctrl_c_ends_an_answer_alone(open_terminal: Any) -> None:
    terminal = open_terminal("--linear", size=(60, 20), TERM="dumb", COLORTERM=None)
    terminal.wait_for("tuinews>")
    terminal.send("guide\r")
    terminal.wait_for("11. How a page")
    terminal.send("1\r")
    terminal.wait_for("more lines; Enter continues.")
    terminal.send("\r")
    terminal.settle()
    terminal.send("where\r")
    terminal.wait_for("Number 1 of 11")
    terminal.send("1\r")
    terminal.wait_for("It continues where you stopped")
    terminal.send("again\r")
    terminal.wait_for("News in a terminal window: what tuinews does")
    terminal.send("account https://127.0.0.1:1/ lan\r")
    terminal.wait_for("Password (it is not saved):")
    terminal.send("hunter2")
    terminal.settle()
    assert b"hunter2" not in terminal.written
    terminal.send("\x03")
    terminal.wait_for("Stopped.")
    terminal.send("quit\r")
    assert terminal.wait() == 0
