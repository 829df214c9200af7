"""The terminal's own cursor stands on what the keys are at: a screen reader reads the line that it is on."""

from typing import Any

FIRST, SECOND, THIRD = "Đọc báo trong một cửa sổ dòng", "Mười phút đầu tiên với tuinews", "One key, one meaning"


def ready(terminal: Any) -> None:
    """Wait until the list is there and takes keys."""
    terminal.wait_for("1/11")
    terminal.settle()


def after(terminal: Any, keys: str) -> str:
    """What stands on the screen from the terminal's cursor on, once `keys` have been answered."""
    terminal.send(keys)
    terminal.settle()
    x, y = terminal.cursor
    line: str = terminal.screen.display[y]
    # A wide character is two cells, of which pyte's text has the first alone.
    return "".join(terminal.screen.buffer[y][n].data for n in range(x, len(line))).strip()


def test_it_follows_the_cursor_of_the_list(open_terminal: Any) -> None:
    terminal = open_terminal()
    ready(terminal)
    assert after(terminal, "").startswith(FIRST)
    assert after(terminal, "j").startswith(SECOND)
    assert after(terminal, "j").startswith(THIRD)
    assert after(terminal, "k").startswith(SECOND)
    assert after(terminal, "G").startswith("How a page of news is read")
    assert after(terminal, "gg").startswith(FIRST)
    assert after(terminal, "s").startswith("★ " + FIRST[:20])


def test_it_follows_in_a_list_that_scrolls(open_terminal: Any) -> None:
    terminal = open_terminal(size=(50, 12))
    ready(terminal)
    for _ in range(5):
        said = after(terminal, "j")
    assert said.startswith("Gõ “da nang”")
    assert after(terminal, "\x06").startswith("Gõ “da nang”")


def test_it_follows_the_places(open_terminal: Any) -> None:
    terminal = open_terminal()
    ready(terminal)
    assert after(terminal, "h").startswith("All")
    assert after(terminal, "j").startswith("Unread")
    assert after(terminal, "j").startswith("Starred")
    assert after(terminal, "G").startswith("Bản tin tuinews")


def test_it_stands_on_the_first_line_of_an_article_and_on_a_match(open_terminal: Any) -> None:
    terminal = open_terminal()
    ready(terminal)
    terminal.send("\r")
    terminal.until(lambda: terminal.text.count(FIRST[:20]) > 1, "the article")
    assert after(terminal, "").startswith(FIRST[:20])
    x, top = terminal.cursor
    assert after(terminal, " ") != ""
    assert terminal.cursor[0] == x
    assert terminal.cursor[1] <= top
    terminal.send("/")
    terminal.wait_for("Find:")
    terminal.send("cửa")
    terminal.wait_for("Match ")
    assert after(terminal, "\r").startswith("cửa")
    assert after(terminal, "n").startswith("cửa")


def test_it_stands_in_an_input_behind_what_is_typed(open_terminal: Any) -> None:
    terminal = open_terminal()
    ready(terminal)
    for keys, question in (("/", "Search:"), (":", "Type the name of a command or a source"), ("a", "An address")):
        terminal.send(keys)
        terminal.wait_for(question)
        terminal.settle()
        x, y = terminal.cursor
        assert question.rstrip(":") in terminal.screen.display[y] or question == "Search:"
        after(terminal, "bão")
        assert terminal.cursor == (x + 3, y)
        assert "bão" in terminal.cursor_line
        terminal.send("\x1b")
        terminal.until(lambda words=question: words not in terminal.text and "bão" not in terminal.text, "closed")


def test_it_goes_among_choices_with_the_arrows_and_back_with_typing(open_terminal: Any) -> None:
    terminal = open_terminal()
    ready(terminal)
    terminal.send(":")
    terminal.wait_for("Type the name of a command or a source")
    terminal.settle()
    y = terminal.cursor[1]
    first = after(terminal, "\x1b[B")
    assert terminal.cursor[1] > y
    assert after(terminal, "\x1b[B") != first
    after(terminal, "star")
    assert terminal.cursor[1] == y
    terminal.send("\x1b")
    terminal.settle()
    assert after(terminal, "j").startswith(SECOND)


def test_it_stands_in_the_help_and_comes_back(open_terminal: Any) -> None:
    terminal = open_terminal()
    ready(terminal)
    terminal.send("?")
    terminal.wait_for("Moving")
    terminal.settle()
    assert terminal.cursor > (0, 0)
    top = terminal.cursor_line
    after(terminal, "jjj")
    assert terminal.cursor_line != top
    terminal.send("\x1b")
    terminal.until(lambda: "Esc closes" not in terminal.text, "closed")
    terminal.settle()
    assert after(terminal, "j").startswith(SECOND)
    assert terminal.screen.cursor.hidden
