"""What is typed as one argument, read; and the options that many commands have."""

import argparse
import os

from tuinews.language import _

_MOST = 10**18 - 1
"""A greater number means the same: no id and no count is as great, and SQLite's integers end soon after."""


def json_option(parser: argparse.ArgumentParser) -> None:
    """`--json`."""
    parser.add_argument("--json", action="store_true", help=_("print one JSON value and nothing else"))


def text(argument: str) -> str:
    """An argument as the terminal sent it, in UTF-8, also where the locale (LC_ALL=C) names another charset."""
    try:
        return os.fsencode(argument).decode()
    except UnicodeError:
        return argument


def natural(typed: str) -> int:
    """A number that is not negative. Raises ArgumentTypeError."""
    if not (typed.isascii() and typed.isdigit()):
        raise argparse.ArgumentTypeError(_("must be a number, 0 or more"))
    return int(typed) if len(typed) <= 18 else _MOST


def limit_option(parser: argparse.ArgumentParser, default: int | None) -> None:
    """`--limit N`."""
    words = _("at most N (default {default})", default=default) if default else _("at most N")
    parser.add_argument("--limit", type=natural, metavar="N", default=default, help=words)


def key_and_value(argument: str) -> tuple[str, str]:
    """KEY=VALUE, in two. Raises ArgumentTypeError."""
    key, sign, value = text(argument).partition("=")
    if not sign:
        raise argparse.ArgumentTypeError(_("must be KEY=VALUE"))
    return key.strip().replace("-", "_"), value


def linear_option(parser: argparse.ArgumentParser, default: bool | str = False) -> None:
    """`--linear`."""
    words = _("no screen: typed commands and answers line by line, for screen readers and dumb terminals")
    parser.add_argument("--linear", action="store_true", default=default, help=words)
