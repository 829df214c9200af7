"""The arguments of what is fetched for reading without a network."""

import argparse

from tuinews.cli.arguments.values import json_option, natural, text
from tuinews.language import _

_MOST_HOURS = 240
_MEGABYTE = 1_000_000


def budget_option(parser: argparse.ArgumentParser) -> None:
    """`--budget MB`, in bytes."""
    parser.add_argument(
        "--budget",
        type=lambda typed: natural(typed) * _MEGABYTE,
        metavar="MB",
        help=_("fetch at most so many megabytes of articles and pictures"),
    )


def pack(parser: argparse.ArgumentParser) -> None:
    """`pack`."""
    parser.add_argument(
        "--hours", type=_hours, default=6.0, metavar="N", help=_("how long you want to read (default: 6)")
    )
    budget_option(parser)
    parser.add_argument("--without-pictures", action="store_true", help=_("leave out the pictures"))
    parser.add_argument("--tag", type=text, metavar="NAME", help=_("give what is packed this tag"))
    json_option(parser)


def _hours(typed: str) -> float:
    try:
        hours = float(typed.replace(",", "."))
    except ValueError:
        hours = 0.0
    if not 0 < hours <= _MOST_HOURS:
        raise argparse.ArgumentTypeError(_("must be a number of hours, at most {most}", most=_MOST_HOURS))
    return hours
