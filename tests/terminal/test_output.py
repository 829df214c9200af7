"""What is written to the terminal: at once as far as it is taken, and all of it in order."""

import fcntl
import os
import pty
import select
import tty
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any, TextIO

import pytest

from tuinews.ui.terminal.output import TerminalOutput


@pytest.fixture
def terminal() -> Iterator[tuple[int, TextIO]]:
    """Both ends of a pseudo-terminal that changes nothing of what is written."""
    far, near = pty.openpty()
    tty.setraw(near)
    with os.fdopen(near, "w", encoding="utf-8") as stream:
        yield far, stream
    os.close(far)


@pytest.fixture
def output(terminal: tuple[int, TextIO]) -> Iterator[TerminalOutput]:
    """An output to it, opened."""
    made = TerminalOutput(terminal[1])
    made.open()
    yield made
    made.close()


def read(far: int, length: int) -> bytes:
    got = b""
    while len(got) < length:
        got += os.read(far, length - len(got))
    return got


def test_what_is_painted_is_at_the_terminal_when_it_was_written(
    output: TerminalOutput, terminal: tuple[int, TextIO]
) -> None:
    far, _ = terminal
    assert output.write_at_once("Đà Nẵng")
    assert select.select([far], [], [], 0)[0], "it waits for another thread"
    assert os.read(far, 100).decode() == "Đà Nẵng"


def test_a_terminal_that_takes_nothing_holds_nobody_and_gets_all_of_it_in_order(
    output: TerminalOutput, terminal: tuple[int, TextIO]
) -> None:
    far, stream = terminal
    text = "".join(f"{n} 東京 é\u0301 " for n in range(60_000))
    assert not output.write_at_once(text)
    output.write("behind it")
    thread = Thread(target=output.flush)
    thread.start()
    whole = f"{text}behind it".encode()
    assert read(far, len(whole)) == whole
    thread.join(10)
    assert output.flushed == 1
    assert output.write_at_once("and on")
    assert read(far, 6) == b"and on"
    assert not fcntl.fcntl(stream.fileno(), fcntl.F_GETFL) & os.O_NONBLOCK, "others who have it would not wait"


def test_where_the_terminal_cannot_be_opened_again_all_is_left_to_the_thread(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with path.open("w", encoding="utf-8") as stream:
        output = TerminalOutput(stream)
        output.open()
        assert not output.write_at_once("first, ")
        output.write("")
        output.flush()
        output.close()
    assert path.read_text(encoding="utf-8") == "first, "


def test_a_terminal_that_is_gone_takes_what_it_is_told(
    output: TerminalOutput, terminal: tuple[int, TextIO]
) -> None:
    far, _ = terminal
    os.dup2(os.open(os.devnull, os.O_RDONLY), far)
    assert output.write_at_once("to nobody")
    output.write("to nobody")
    output.flush()
    assert output.flushed == 1


def test_a_terminal_that_is_slow_shows_in_the_end_what_there_is(open_terminal: Any) -> None:
    terminal = open_terminal()
    terminal.wait_for("1/11")
    for _ in range(60):
        terminal.send("Gggv")
    terminal.send("ggj")
    terminal.until(lambda: "2/11" in terminal.text, "the second row")
    terminal.settle()
    shown = terminal.text
    terminal.send("\x0c")
    terminal.settle()
    assert terminal.text == shown
