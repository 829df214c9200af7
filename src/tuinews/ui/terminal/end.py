"""What a terminal tells the program when it is to end."""

from dataclasses import dataclass

from textual.message import Message


@dataclass
class EndAsked(Message):
    """The program is to end with `status`: a signal came, or the terminal is gone."""

    status: int
