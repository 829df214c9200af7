"""The terminal's own cursor stands on what the keys are at: a screen reader reads the line that it is on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FIRST, SECOND, THIRD = (
    "News in a terminal window: what",
    "The first ten minutes with tuinews",
    "One key, one meaning",
)
PALETTE = "Command, source or article"


def ready(terminal: Any) -> None:
    """Wait until the list is there and takes keys."""
    terminal.wait_for("1/11")
    stands_on(terminal, FIRST)


def at_cursor(terminal: Any) -> str:
    """What stands on the screen from the terminal's cursor on."""
    x, y = terminal.cursor
    line: str = terminal.screen.display[y]
    # A wide character is two cells, of which pyte's text has the first alone.
    return "".join(terminal.screen.buffer[y][n].data for n in range(x, len(line))).strip()


def stands_on(terminal: Any, words: str) -> None:
    """Wait until the cursor is before `words`."""
    terminal.until(lambda: at_cursor(terminal).startswith(words), f"the cursor before {words}")


def goes_to(terminal: Any, keys: str, words: str) -> None:
    """Press keys, and wait until the cursor is before `words`."""
    terminal.send(keys)
    stands_on(terminal, words)


def the_list(terminal: Any) -> None:
    goes_to(terminal, "j", SECOND)
    goes_to(terminal, "j", THIRD)
    goes_to(terminal, "k", SECOND)
    goes_to(terminal, "G", "How a page of news is read")
    goes_to(terminal, "gg", FIRST)
    goes_to(terminal, "s", "★ " + FIRST[:20])
    goes_to(terminal, "s", FIRST)


def test_it_follows_in_a_list_that_scrolls(open_terminal: Any) -> None:
    terminal = open_terminal(size=(50, 12))
    ready(terminal)
    goes_to(terminal, "jjjjj", "Type “da nang”")
    goes_to(terminal, "\x06k", "Reading without a network")
    goes_to(terminal, "j", "Type “da nang”")


def the_places(terminal: Any) -> None:
    goes_to(terminal, "h", "All")
    goes_to(terminal, "j", "Unread")
    goes_to(terminal, "j", "Starred")
    goes_to(terminal, "G", "The Bulletin")
    goes_to(terminal, "gg", "All")
    goes_to(terminal, "l", FIRST)


def test_it_stands_on_the_first_line_of_an_article_and_on_a_match(open_terminal: Any) -> None:
    terminal = open_terminal(size=(120, 28))
    ready(terminal)
    list_column = terminal.cursor[0]
    terminal.send("i")  # a picture at the top of the window has no line of text
    terminal.wait_for("Pictures are hidden")
    terminal.send("\r")
    terminal.wait_for("A page of news may")  # the page itself: what the feed says of it is over after one page
    terminal.until(lambda: terminal.cursor[0] > list_column, "the cursor in the article")
    stands_on(terminal, FIRST[:20])
    x, top = terminal.cursor
    at_top = at_cursor(terminal)
    terminal.send(" ")
    terminal.until(
        lambda: at_cursor(terminal) not in ("", at_top) and terminal.cursor[0] == x and terminal.cursor[1] <= top,
        "the cursor at the beginning of another line, no deeper",
    )
    terminal.send("/")
    terminal.wait_for("Find:")
    terminal.send("window")
    terminal.wait_for("Match ")
    goes_to(terminal, "\r", "window")
    first = terminal.cursor
    terminal.send("n")
    terminal.until(lambda: terminal.cursor != first, "the cursor elsewhere")
    stands_on(terminal, "window")


def an_input_behind_what_is_typed(terminal: Any) -> None:
    for keys, question in (("/", "Search:"), (":", PALETTE), ("a", "Address, file")):
        terminal.send(keys)
        terminal.until(
            lambda words=question: words in terminal.cursor_line, f"the cursor in the line of {question}"
        )
        y = terminal.cursor[1]
        terminal.send("bão")
        terminal.until(
            lambda line=y: (
                terminal.cursor[1] == line and terminal.cursor_line[: terminal.cursor[0]].endswith("bão")
            ),
            "the cursor behind what is typed",
        )
        terminal.send("\x1b")
        terminal.until(lambda words=question: words not in terminal.text and "bão" not in terminal.text, "closed")


def choices_with_arrows_and_with_typing(terminal: Any) -> None:
    terminal.send(":")
    terminal.until(lambda: PALETTE in terminal.cursor_line, "the cursor in the input")
    y = terminal.cursor[1]
    terminal.send("\x1b[B")
    terminal.until(lambda: terminal.cursor[1] > y, "the cursor among the choices")
    first = at_cursor(terminal)
    terminal.send("\x1b[B")
    terminal.until(lambda: terminal.cursor[1] > y and at_cursor(terminal) != first, "the cursor on another choice")
    terminal.send("star")
    terminal.until(lambda: terminal.cursor[1] == y and "star" in terminal.cursor_line, "the cursor in the input")
    terminal.send("\x1b")
    stands_on(terminal, FIRST)
    goes_to(terminal, "j", SECOND)
    goes_to(terminal, "k", FIRST)


def the_help(terminal: Any) -> None:
    terminal.send("?")
    terminal.wait_for("Moving")
    terminal.until(lambda: "│" in terminal.cursor_line, "the cursor in the help")
    top = terminal.cursor_line
    terminal.send("jjj")
    terminal.until(lambda: terminal.cursor_line != top, "the cursor on another line")
    terminal.send("\x1b")
    stands_on(terminal, FIRST)
    assert "Esc closes" not in terminal.text
    goes_to(terminal, "j", SECOND)
    assert terminal.screen.cursor.hidden
    goes_to(terminal, "k", FIRST)


@pytest.mark.parametrize(
    "places",
    [
        (the_list, the_help, the_places),
        (an_input_behind_what_is_typed, choices_with_arrows_and_with_typing),
    ],
    ids=["what is read", "what is typed"],
)
def test_it_follows(open_terminal: Any, places: tuple[Callable[[Any], None], ...]) -> None:
    terminal = open_terminal(size=(120, 40))
    ready(terminal)
    for place in places:
        try:
            place(terminal)
        except AssertionError as error:
            error.add_note(f"in {place.__name__}")
            raise


def test_it_stands_on_the_row_or_in_the_field_of_every_overlay(open_terminal: Any) -> None:
    terminal = open_terminal(size=(120, 40))
    ready(terminal)
    for keys, words in (
        ("E", "Language"),
        ("t", "auto"),
        (":", PALETTE),
        ("a", "Address, file"),
        ("Y", "Title"),
        ("e", "The Bulletin"),
        (":import\r", "file"),
        (":notices\r", ""),
        ("!", ""),
    ):
        terminal.send(keys)
        terminal.settle()
        before = terminal.cursor
        assert before[1] > 0, (keys, terminal.text)
        place = terminal.cursor_line if keys == "e" else at_cursor(terminal)  # in an input: behind what is there
        assert words.lower() in place.lower()[:80], (keys, place)
        if keys in ("E", "t"):
            goes_to(terminal, "jk", words)
            terminal.send("j")
            terminal.until(lambda y=before[1]: terminal.cursor[1] == y + 1, "the next row")
            terminal.send("\x1b[A")
            stands_on(terminal, words)
        terminal.send("\x1b")
        stands_on(terminal, FIRST)


def test_it_stands_on_the_first_choice_of_the_welcome(open_terminal: Any, tmp_path: Path) -> None:
    terminal = open_terminal("--data-dir", str(tmp_path / "new"), size=(80, 24))
    terminal.wait_for("Newspapers, or the guide")
    stands_on(terminal, "Newspapers, or the guide")
    terminal.send("j")
    stands_on(terminal, "Add a source of your own")
