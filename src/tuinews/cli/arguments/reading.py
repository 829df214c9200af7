"""The arguments of what lists, finds and reads articles."""

import argparse

from tuinews.cli.arguments.values import json_option, limit_option, natural, text
from tuinews.language import _


def list_articles(parser: argparse.ArgumentParser) -> None:
    """The arguments of `list`."""
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--source", type=text, metavar="ID", help=_("only of this source (id or address)"))
    where.add_argument("--view", type=text, metavar="NAME", help=_("what a saved view lists"))
    where.add_argument("--search", type=text, metavar="QUERY", help=_("what a query finds, best first"))
    parser.add_argument(
        "--stories", action="store_true", help=_("one line for each story that several sources tell")
    )
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--unread", action="store_true", help=_("only unread articles"))
    only.add_argument("--starred", action="store_true", help=_("only starred articles"))
    only.add_argument("--offline", action="store_true", help=_("only articles saved for offline reading"))
    limit_option(parser, None)
    json_option(parser)


def search(parser: argparse.ArgumentParser) -> None:
    """The arguments of `search`."""
    parser.add_argument("query", nargs="+", type=text, metavar="QUERY", help=_("what to find (docs/search.md)"))
    limit_option(parser, 50)
    json_option(parser)


def read(parser: argparse.ArgumentParser) -> None:
    """The arguments of `read`."""
    parser.add_argument(
        "what", type=_address_or_file, metavar="ID|URL|FILE", help=_("an article, an address, a saved page")
    )
    parser.add_argument(
        "--format",
        choices=["text", "markdown", "html", "json"],
        default="text",
        help=_("the form in which it is printed"),
    )
    parser.add_argument(
        "--width", type=natural, metavar="N", help=_("columns per line (default: the terminal's, at most 80)")
    )
    parser.add_argument(
        "--as",
        dest="entry",
        type=text,
        metavar="ID|URL",
        help=_("keep FILE, a page that a browser saved, as the text of this article"),
    )
    parser.add_argument("--offline", action="store_true", help=_("never use the network"))
    parser.add_argument("--keep-unread", action="store_true", help=_("do not mark it as read"))
    parser.add_argument("--changes", action="store_true", help=_("show what has changed since the last version"))
    parser.add_argument("--whole", action="store_true", help=_("include the lines that its site repeats"))
    parser.add_argument(
        "--json", action="store_const", const="json", dest="format", help=_("same as --format json")
    )


def _address_or_file(argument: str) -> str:
    """An address as text; the name of a file stays what the system can open."""
    return text(argument) if "://" in argument else argument
