"""What argparse itself says, in the program's language."""

import argparse

from tuinews.language import N_, _

WORDS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("not allowed with argument %s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("ignored explicit argument %r"),
    N_("expected one argument"),
    N_("expected at least one argument"),
)
"""Those of its messages that people meet; Python's own words (Lib/argparse.py, 3.11 to 3.14)."""


def speak() -> None:
    """Let argparse look its words up in our catalogue: it asks gettext by this name, when it says them."""
    argparse._ = _  # type: ignore[attr-defined]


def unknown_command(typed: str, near: str, program: str) -> str:
    """A command that there is none of; `near` is one that is written much like it, "" where none is."""
    if near:
        return _("there is no command “{typed}”; did you mean “{near}”?", typed=typed, near=near)
    return _("there is no command “{typed}”; see: {program} --help", typed=typed, program=program)
