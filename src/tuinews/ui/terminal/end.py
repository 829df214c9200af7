"""What a terminal tells the program when it is to end."""

from textual.message import Message

from tuinews.quick_dataclass import dataclass


@dataclass
class EndAsked(Message):
    """The program is to end with `status`: a signal came, or the terminal is gone."""

    status: int
