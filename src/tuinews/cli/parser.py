"""What may be typed: every command with its arguments, in argparse alone, so that `--help` answers at once."""

import argparse
import os
from collections.abc import Callable

from tuinews import __version__

_EPILOG = "Without a command, tuinews opens the screen. `tuinews demo` shows everything without a network."


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; `command` is None for the screen."""
    parser = argparse.ArgumentParser(
        prog="tuinews",
        description="A full-screen news reader: any address is a source; articles are clean and readable offline.",
        epilog=_EPILOG,
        parents=[_common(default=None)],
    )
    parser.add_argument("--version", action="version", version=f"tuinews {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    shared = _common(default=argparse.SUPPRESS)
    for name, words, configure in _COMMANDS:
        configure(commands.add_parser(name, help=words, description=words, parents=[shared]))
    return parser


def _common(default: str | None) -> argparse.ArgumentParser:
    """Options that stand before or after the command; SUPPRESS keeps the ones given before it."""
    common = argparse.ArgumentParser(add_help=False)
    group = common.add_argument_group("options for every command")
    group.add_argument(
        "--data-dir", metavar="DIR", default=default, help="folder of the library (TUINEWS_DATA_DIR)"
    )
    group.add_argument("--config", metavar="FILE", default=default, help="settings file (TUINEWS_CONFIG)")
    return common


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON value and nothing else")


_MOST = 10**18 - 1
"""A greater number means the same: no id and no count is as great, and SQLite's integers end soon after."""


def _text(argument: str) -> str:
    """An argument as the terminal sent it, in UTF-8, also where the locale (LC_ALL=C) names another charset."""
    try:
        return os.fsencode(argument).decode()
    except UnicodeError:
        return argument


def _address_or_file(argument: str) -> str:
    """An address as text; the name of a file stays what the system can open."""
    return _text(argument) if "://" in argument else argument


def _natural(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError("must be a number, 0 or more")
    return int(text) if len(text) <= 18 else _MOST


def _port(text: str) -> int:
    if _natural(text) > 65535:
        raise argparse.ArgumentTypeError("must be a number from 0 to 65535")
    return int(text)


def _limit(parser: argparse.ArgumentParser, default: int | None) -> None:
    words = "at most N" + (f" (default {default})" if default else "")
    parser.add_argument("--limit", type=_natural, metavar="N", default=default, help=words)


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "urls", nargs="+", type=_text, metavar="URL", help="a site, a category page, a feed, a sitemap"
    )
    parser.add_argument("--title", type=_text, help="its name in the list (default: the source's own)")
    parser.add_argument("--folder", type=_text, help="the folder to put it in; A/B is folder B inside A")
    parser.add_argument("--kind", choices=["auto", "feed", "listing", "sitemap"], default="auto")
    _keep(parser)
    _json(parser)


def _remove(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", type=_text, metavar="ID|URL")
    _json(parser)


def _rename(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=_text, metavar="SOURCE", help="id or address")
    parser.add_argument("title", nargs="+", type=_text, metavar="TITLE", help="its new name")
    _json(parser)


def _move(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=_text, metavar="SOURCE", help="id or address")
    parser.add_argument(
        "folder",
        nargs="+",
        type=_text,
        metavar="FOLDER",
        help="A/B is folder B inside A; - takes it out of its folder",
    )
    _json(parser)


def _articles(text: str) -> int:
    return 1_000_000 if text == "all" else _natural(text)


def _repair(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=_text, metavar="SOURCE", help="id or address")
    parser.add_argument("--body", type=_text, metavar="CSS", help="selector for what contains the text")
    parser.add_argument("--drop", type=_text, metavar="CSS", help="selector for what to leave out")
    parser.add_argument("--clear", action="store_true", help="read its pages like any other source's again")
    _json(parser)


def _keep(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--articles",
        type=_articles,
        metavar="N|all",
        help="save the newest N articles of each source (default: as in the settings)",
    )


def _refresh(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="*", type=_text, metavar="SOURCE", help="ids or addresses (default: all)")
    _keep(parser)
    _json(parser)


def _list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--source", type=_text, metavar="ID", help="only of this source (id or address)")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--unread", action="store_true")
    only.add_argument("--starred", action="store_true")
    only.add_argument("--offline", action="store_true", help="only articles saved for offline reading")
    _limit(parser, None)
    _json(parser)


def _read(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", type=_address_or_file, metavar="ID|URL|FILE")
    parser.add_argument("--format", choices=["text", "markdown", "html", "json"], default="text")
    parser.add_argument(
        "--width", type=_natural, metavar="N", help="columns per line (default: the terminal's, at most 80)"
    )
    parser.add_argument("--offline", action="store_true", help="never use the network")
    parser.add_argument("--keep-unread", action="store_true", help="do not mark it as read")
    parser.add_argument("--whole", action="store_true", help="with the lines that its site repeats")
    parser.add_argument("--json", action="store_const", const="json", dest="format", help="same as --format json")


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="+", type=_text, metavar="QUERY")
    _limit(parser, 50)
    _json(parser)


def _mark(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("status", choices=["read", "unread", "star", "unstar"])
    parser.add_argument("ids", nargs="+", metavar="ID", type=_natural)
    _json(parser)


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="OPML, newsboat's urls, or a list of addresses; - for stdin")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be added")
    parser.add_argument("--yes", action="store_true", help="do not ask before adding a long list")
    _json(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help="where to write it (default, and -: stdout)")
    parser.add_argument("--with-secrets", action="store_true", help="include passwords and keys in addresses")


def _check_sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("urls", nargs="*", type=_text, metavar="URL", help="default: the catalogue")
    parser.add_argument("--mine", action="store_true", help="check the sources of the library instead")
    _json(parser)


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--serve-only", action="store_true", help="only serve the site, without the screen")
    parser.add_argument("--port", type=_port, default=0, metavar="P", help="default: any free one")


def _parse(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["article", "listing", "feed", "date"])
    parser.add_argument("file", nargs="?", metavar="FILE", help="a page, or the text of a date")
    parser.add_argument("--url", type=_text, metavar="U", help="the address of the page")
    parser.add_argument("--now", metavar="T", help="the time of the fetch, ISO 8601")
    parser.add_argument("--lang", metavar="L", help="the language of a date")
    parser.add_argument("--batch", action="store_true", help="a JSON request per line in, an answer per line out")


_COMMANDS: tuple[tuple[str, str, Callable[[argparse.ArgumentParser], None]], ...] = (
    ("add", "add sources by their address", _add),
    ("sources", "list the sources", _json),
    ("remove", "remove sources", _remove),
    ("rename", "rename a source", _rename),
    ("move", "move a source into a folder", _move),
    ("repair", "say where the text is on the pages of a source", _repair),
    ("refresh", "refresh sources and save their newest articles", _refresh),
    ("list", "list articles, newest first", _list),
    ("read", "print an article", _read),
    ("search", "search titles, summaries and saved articles", _search),
    ("mark", "mark articles as read, unread or starred", _mark),
    ("import", "import a list of sources", _import),
    ("export", "export the sources as OPML", _export),
    ("check-sources", "check sources and say what they provide", _check_sources),
    ("demo", "try everything on a built-in site, without a network", _demo),
    ("parse", "show what the reader makes of a page, a feed or a date", _parse),
)
