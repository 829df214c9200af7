"""The arguments of what concerns the program itself: its settings, its library, its demo and its parts."""

import argparse

from tuinews.cli.arguments.values import json_option, linear_option, natural, text
from tuinews.language import _

_LAST_PORT = 65535
"""The greatest number of a port (RFC 9293, 3.1)."""


def config(parser: argparse.ArgumentParser) -> None:
    """The arguments of `config`."""
    parser.add_argument("what", choices=["show", "validate", "schema", "path"], help=_("what to show"))
    json_option(parser)


def gc(parser: argparse.ArgumentParser) -> None:
    """The arguments of `gc`."""
    parser.add_argument(
        "--dry-run", action="store_true", help=_("only say what would go, and how much space that frees")
    )
    json_option(parser)


def doctor(parser: argparse.ArgumentParser) -> None:
    """The arguments of `doctor`."""
    parser.add_argument("--repair", action="store_true", help=_("repair what can be repaired"))
    json_option(parser)


def demo(parser: argparse.ArgumentParser) -> None:
    """The arguments of `demo`."""
    linear_option(parser, default=argparse.SUPPRESS)
    parser.add_argument("--serve-only", action="store_true", help=_("only serve the site, without the screen"))
    parser.add_argument("--port", type=_port, default=0, metavar="P", help=_("default: any free one"))


def _port(text: str) -> int:
    if natural(text) > _LAST_PORT:
        raise argparse.ArgumentTypeError(_("must be a number from 0 to 65535"))
    return int(text)


def parse(parser: argparse.ArgumentParser) -> None:
    """The arguments of `parse`."""
    parser.add_argument("what", choices=["article", "listing", "feed", "date"], help=_("what it is"))
    parser.add_argument("file", nargs="?", metavar="FILE", help=_("a page, or the text of a date"))
    parser.add_argument("--url", type=text, metavar="U", help=_("the address of the page"))
    parser.add_argument("--now", metavar="T", help=_("the time of the fetch, ISO 8601"))
    parser.add_argument("--lang", metavar="L", help=_("the language of a date"))
    parser.add_argument(
        "--batch", action="store_true", help=_("a JSON request per line in, an answer per line out")
    )
