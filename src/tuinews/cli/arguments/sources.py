"""The arguments of what is done with sources."""

import argparse

from tuinews.cli.arguments.refreshing import articles_option
from tuinews.cli.arguments.values import json_option, key_and_value, text
from tuinews.language import _


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of `add`."""
    parser.add_argument(
        "urls",
        nargs="+",
        type=text,
        metavar="URL",
        help=_("a site, a category page, a feed, a sitemap, a folder of mail"),
    )
    parser.add_argument("--title", type=text, help=_("its name in the list (default: the source's own)"))
    parser.add_argument("--folder", type=text, help=_("the folder to put it in; A/B is folder B inside A"))
    parser.add_argument(
        "--kind",
        choices=["auto", "feed", "listing", "sitemap", "mail"],
        default="auto",
        help=_("what to treat it as (default: what it looks like)"),
    )
    parser.add_argument(
        "--set",
        dest="options",
        action="append",
        default=[],
        type=key_and_value,
        metavar="KEY=VALUE",
        help=_("an option of the source, used from the first request on (see set)"),
    )
    articles_option(parser)
    json_option(parser)


def sources(parser: argparse.ArgumentParser) -> None:
    """The arguments of `sources`."""
    parser.add_argument("--failing", action="store_true", help=_("only those that fail, since when, and why"))
    json_option(parser)


def remove(parser: argparse.ArgumentParser) -> None:
    """The arguments of `remove`."""
    parser.add_argument("sources", nargs="+", type=text, metavar="ID|URL", help=_("sources, by id or address"))
    json_option(parser)


def rename(parser: argparse.ArgumentParser) -> None:
    """The arguments of `rename`."""
    parser.add_argument("source", type=text, metavar="SOURCE", help=_("id or address"))
    parser.add_argument("title", nargs="+", type=text, metavar="TITLE", help=_("its new name"))
    json_option(parser)


def move(parser: argparse.ArgumentParser) -> None:
    """The arguments of `move`."""
    parser.add_argument("source", type=text, metavar="SOURCE", help=_("id or address"))
    parser.add_argument(
        "folder",
        nargs="+",
        type=text,
        metavar="FOLDER",
        help=_("A/B is folder B inside A; - takes it out of its folder"),
    )
    json_option(parser)


def set_options(parser: argparse.ArgumentParser) -> None:
    """The arguments of `set`."""
    parser.add_argument("source", type=text, metavar="SOURCE", help=_("id or address"))
    parser.add_argument(
        "values",
        nargs="*",
        type=key_and_value,
        metavar="KEY=VALUE",
        help=_("title, folder or an option (docs/commands.md); an empty value is the default again"),
    )
    json_option(parser)


def repair(parser: argparse.ArgumentParser) -> None:
    """The arguments of `repair`."""
    parser.add_argument("source", type=text, metavar="SOURCE", help=_("id or address"))
    parser.add_argument("--body", type=text, metavar="CSS", help=_("selector for what contains the text"))
    parser.add_argument("--drop", type=text, metavar="CSS", help=_("selector for what to leave out"))
    parser.add_argument(
        "--clear", action="store_true", help=_("go back to reading its pages like any other source's")
    )
    json_option(parser)


def check_sources(parser: argparse.ArgumentParser) -> None:
    """The arguments of `check-sources`."""
    parser.add_argument("urls", nargs="*", type=text, metavar="URL", help=_("default: the catalogue"))
    parser.add_argument("--mine", action="store_true", help=_("check the sources of the library instead"))
    json_option(parser)
