"""The arguments of what brings things in and out: lists of sources, saved articles, backups."""

import argparse

from tuinews.cli.arguments.values import json_option, text
from tuinews.language import _


def import_list(parser: argparse.ArgumentParser) -> None:
    """The arguments of `import`."""
    parser.add_argument(
        "file",
        metavar="FILE",
        help=_("OPML, newsboat's urls, a list of addresses, or an export of Pocket and the like; - for stdin"),
    )
    parser.add_argument("--dry-run", action="store_true", help=_("only say what would be added"))
    parser.add_argument("--yes", action="store_true", help=_("do not ask before adding a long list"))
    parser.add_argument(
        "--with-commands",
        action="store_true",
        help=_("accept its commands, cookie files and variables too: only for a list of your own"),
    )
    json_option(parser)


def export(parser: argparse.ArgumentParser) -> None:
    """The arguments of `export`."""
    parser.add_argument("file", nargs="?", metavar="FILE", help=_("where to write it (default, and -: stdout)"))
    parser.add_argument("--with-secrets", action="store_true", help=_("include passwords and keys in addresses"))
    parser.add_argument(
        "--markdown",
        action="store_true",
        help=_("instead of the sources, the articles that are starred, tagged, noted or highlighted, as Markdown"),
    )
    parser.add_argument(
        "--search", type=text, default="", metavar="QUERY", help=_("only those of them that a query finds")
    )


def backup(parser: argparse.ArgumentParser) -> None:
    """The arguments of `backup`."""
    parser.add_argument("file", type=text, metavar="FILE", help=_("the file to write"))
    parser.add_argument("--without-pictures", action="store_true", help=_("leave out the saved pictures"))
    json_option(parser)


def restore(parser: argparse.ArgumentParser) -> None:
    """The arguments of `restore`."""
    parser.add_argument("file", type=text, metavar="FILE", help=_("a file that tuinews backup wrote"))
    parser.add_argument("--without-settings", action="store_true", help=_("leave the settings as they are"))
    parser.add_argument("--yes", action="store_true", help=_("do not ask whether to replace the library"))
    json_option(parser)
