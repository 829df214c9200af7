"""What keeps the opening of a library, for those who wait for it."""

from collections.abc import Callable
from enum import StrEnum


class OpeningStep(StrEnum):
    """Another process is at the library, or this one makes a damaged library anew, which takes seconds."""

    WAITING = "waiting"
    MENDING = "mending"
    UPDATING = "updating"


TellStep = Callable[[OpeningStep], None]
"""Called with each step that takes long enough to be told."""


def tell_nobody(_: OpeningStep) -> None:
    """An opening that nobody watches."""
