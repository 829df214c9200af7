"""What opens the screen, read without argparse, which takes as long to import as twenty modules of ours."""

from collections.abc import Sequence
from types import SimpleNamespace

_PLACES = {"--data-dir": "data_dir", "--config": "config"}
"""The options that name a place, and what commands call it."""


def screen_options(argv: Sequence[str]) -> SimpleNamespace | None:
    """What `argv` says, where it names no command; None for whatever argparse is to read, and to refuse."""
    found = SimpleNamespace(command=None, linear=False, data_dir=None, config=None)
    words = iter(argv)
    for word in words:
        option, sign, value = word.partition("=")
        if word == "--linear":
            found.linear = True
        elif option not in _PLACES:
            return None
        else:
            place = value if sign else next(words, "-")
            if not sign and place.startswith("-"):
                return None
            setattr(found, _PLACES[option], place)
    return found
