"""The arguments of what is done with the files that go with articles."""

import argparse

from tuinews.cli.arguments.values import json_option, natural, text
from tuinews.language import _


def download(parser: argparse.ArgumentParser) -> None:
    """The arguments of `download`."""
    parser.add_argument("entries", nargs="+", type=text, metavar="ID|URL", help=_("articles, by id or address"))
    json_option(parser)


def downloads(parser: argparse.ArgumentParser) -> None:
    """The arguments of `downloads`."""
    parser.add_argument(
        "what",
        nargs="?",
        default="list",
        choices=["list", "run", "pause", "retry", "remove"],
        metavar="WHAT",
        help=_("list (default), run: go on with what waits, pause, retry, remove"),
    )
    parser.add_argument("ids", nargs="*", type=natural, metavar="N", help=_("the numbers of downloads"))
    json_option(parser)
