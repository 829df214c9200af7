"""What the terminal itself is to show, told to the program, whose driver alone writes to it.

A title for its window, a notification.
"""

from textual.message import Message


class WindowTitled(Message):
    """The window is to have the program's name for a title, with `words` before it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.title = f"{words} · tuinews" if words else "tuinews"


class TerminalNotified(Message):
    """The terminal is to notify of something: `sequence` is the control sequence that says so, made safe."""

    def __init__(self, sequence: str) -> None:
        super().__init__()
        self.sequence = sequence
