"""The arguments of what brings articles: refreshing, its timer, and packing for some hours without a network."""

import argparse

from tuinews.cli.arguments.values import json_option, natural, text
from tuinews.language import _

_EVERY_ARTICLE = 1_000_000
"""As many as no source has."""
_MOST_HOURS = 240
"""Hours of reading that can be packed: ten days."""

_MEGABYTE = 1_000_000
"""Bytes."""
_MOST_MINUTES = 1440
"""A day."""


def articles_option(parser: argparse.ArgumentParser) -> None:
    """`--articles N|all`."""
    parser.add_argument(
        "--articles",
        type=_articles,
        metavar="N|all",
        help=_("save the newest N articles of each source (default: as in the settings)"),
    )


def _articles(text: str) -> int:
    return _EVERY_ARTICLE if text == "all" else natural(text)


def budget_option(parser: argparse.ArgumentParser) -> None:
    """`--budget MB`, in bytes."""
    parser.add_argument(
        "--budget",
        type=lambda typed: natural(typed) * _MEGABYTE,
        metavar="MB",
        help=_("fetch at most this many megabytes of articles and pictures"),
    )


def refresh(parser: argparse.ArgumentParser) -> None:
    """The arguments of `refresh`."""
    parser.add_argument(
        "sources", nargs="*", type=text, metavar="SOURCE", help=_("ids or addresses (default: all)")
    )
    parser.add_argument("--due", action="store_true", help=_("only those that are due"))
    articles_option(parser)
    parser.add_argument("--pictures", action="store_true", help=_("save the pictures of these articles too"))
    budget_option(parser)
    json_option(parser)


def pack(parser: argparse.ArgumentParser) -> None:
    """The arguments of `pack`."""
    parser.add_argument(
        "--hours", type=_hours, default=6.0, metavar="N", help=_("how long you want to read (default: 6)")
    )
    budget_option(parser)
    parser.add_argument("--without-pictures", action="store_true", help=_("leave out the pictures"))
    parser.add_argument("--tag", type=text, metavar="NAME", help=_("give this tag to what is packed"))
    json_option(parser)


def _hours(typed: str) -> float:
    try:
        hours = float(typed.replace(",", "."))
    except ValueError:
        hours = 0.0
    if not 0 < hours <= _MOST_HOURS:
        raise argparse.ArgumentTypeError(_("must be a number of hours, at most {most}", most=_MOST_HOURS))
    return hours


def timer(parser: argparse.ArgumentParser) -> None:
    """The arguments of `timer`."""
    parser.add_argument("what", choices=["install", "uninstall", "show"], help=_("what to do"))
    parser.add_argument(
        "--minutes",
        type=_minutes,
        default=10,
        metavar="N",
        help=_("check every N minutes which sources are due (default: 10)"),
    )


def _minutes(text: str) -> int:
    minutes = natural(text)
    if not 1 <= minutes <= _MOST_MINUTES:
        raise argparse.ArgumentTypeError(_("it must be 1 to 1440 minutes"))
    return minutes
