"""A title for the terminal's window, told to the program, whose driver alone writes to the terminal."""

from textual.message import Message


class WindowTitled(Message):
    """The window is to have the program's name for a title, with `words` before it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.title = f"{words} · tuinews" if words else "tuinews"
