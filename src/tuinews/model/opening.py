"""Why a library takes long to open, for those who wait for it."""

from collections.abc import Callable
from enum import StrEnum


class OpeningStep(StrEnum):
    """A step that may take seconds: waiting for another process, reading every page of a suspect library, mending
    a damaged one, migrating an older one."""

    WAITING = "waiting"
    CHECKING = "checking"
    MENDING = "mending"
    UPDATING = "updating"


TellStep = Callable[[OpeningStep], None]
"""Called with each step that takes long enough to be shown."""


def tell_nobody(_: OpeningStep) -> None:
    """An opening that nobody watches."""
