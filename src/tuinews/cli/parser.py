"""What may be typed: every command with its arguments, in argparse alone, so that `--help` answers at once."""

import argparse
from collections.abc import Callable
from typing import Any, NoReturn

from tuinews import __version__
from tuinews.cli.arguments import accounts, by_hand, files, offline
from tuinews.cli.arguments.values import json_option as _json
from tuinews.cli.arguments.values import key_and_value as _key_and_value
from tuinews.cli.arguments.values import limit_option as _limit
from tuinews.cli.arguments.values import natural as _natural
from tuinews.cli.arguments.values import text as _text
from tuinews.cli.words.argparse_words import speak
from tuinews.language import N_, _
from tuinews.text import clean_line

_LONGEST_MISTAKE = 1000
"""Characters of an error of the command line."""

_EPILOG = N_("Without a command, tuinews opens the screen. `tuinews demo` shows everything without a network.")


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; `command` is None for the screen."""
    speak()
    parser = _SafeParser(
        prog="tuinews",
        description=_(
            "A full-screen news reader: any address is a source; articles are clean and readable offline."
        ),
        epilog=_(_EPILOG),
        parents=[_common(default=None)],
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"tuinews {__version__}",
        help=_("show program's version number and exit"),
    )
    _linear(parser)
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title=_("commands"), parser_class=_LateParser
    )
    shared = _common(default=argparse.SUPPRESS)
    for name, words, configure in _COMMANDS:
        commands.add_parser(name, help=_(words), description=_(words), parents=[shared]).configure = configure
    return parser


class _SafeParser(argparse.ArgumentParser):
    """A parser that repeats nothing to the terminal by which that could be commanded."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and end with 2."""
        super().error(clean_line(message, _LONGEST_MISTAKE))


class _LateParser(_SafeParser):
    """A parser that is made, and gets its arguments by `configure`, when it is used: of forty commands one is."""

    configure: Callable[[argparse.ArgumentParser], None] | None = None

    def __init__(self, **how: Any) -> None:
        self._how: dict[str, Any] | None = how

    def __getattr__(self, name: str) -> Any:
        how = self.__dict__.get("_how")
        if how is None:
            raise AttributeError(name, name=name, obj=self)
        self._how = None
        super().__init__(**how)
        if self.configure is not None:
            self.configure(self)
        return getattr(self, name)


def _common(default: str | None) -> _LateParser:
    """Options that stand before or after the command; SUPPRESS keeps the ones given before it."""
    common = _LateParser(add_help=False)
    group = common.add_argument_group(_("options for every command"))
    group.add_argument(
        "--data-dir", metavar="DIR", default=default, help=_("folder of the library (TUINEWS_DATA_DIR)")
    )
    group.add_argument("--config", metavar="FILE", default=default, help=_("settings file (TUINEWS_CONFIG)"))
    return common


def _linear(parser: argparse.ArgumentParser, default: bool | str = False) -> None:
    words = _("no screen: commands by word and answers by the line, for screen readers and dumb terminals")
    parser.add_argument("--linear", action="store_true", default=default, help=words)


def _address_or_file(argument: str) -> str:
    """An address as text; the name of a file stays what the system can open."""
    return _text(argument) if "://" in argument else argument


def _port(text: str) -> int:
    if _natural(text) > 65535:
        raise argparse.ArgumentTypeError(_("must be a number from 0 to 65535"))
    return int(text)


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "urls",
        nargs="+",
        type=_text,
        metavar="URL",
        help=_("a site, a category page, a feed, a sitemap, a folder of mail"),
    )
    parser.add_argument("--title", type=_text, help=_("its name in the list (default: the source's own)"))
    parser.add_argument("--folder", type=_text, help=_("the folder to put it in; A/B is folder B inside A"))
    parser.add_argument(
        "--kind",
        choices=["auto", "feed", "listing", "sitemap", "mail"],
        default="auto",
        help=_("what it is to be taken for (default: what it looks like)"),
    )
    parser.add_argument(
        "--set",
        dest="options",
        action="append",
        default=[],
        type=_key_and_value,
        metavar="KEY=VALUE",
        help=_("an option of the source, by which it is asked already (see set)"),
    )
    _keep(parser)
    _json(parser)


def _sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--failing", action="store_true", help=_("only those that fail, since when, and why"))
    _json(parser)


def _remove(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", type=_text, metavar="ID|URL", help=_("sources, by id or address"))
    _json(parser)


def _rename(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=_text, metavar="SOURCE", help=_("id or address"))
    parser.add_argument("title", nargs="+", type=_text, metavar="TITLE", help=_("its new name"))
    _json(parser)


def _move(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=_text, metavar="SOURCE", help=_("id or address"))
    parser.add_argument(
        "folder",
        nargs="+",
        type=_text,
        metavar="FOLDER",
        help=_("A/B is folder B inside A; - takes it out of its folder"),
    )
    _json(parser)


def _set(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=_text, metavar="SOURCE", help=_("id or address"))
    parser.add_argument(
        "values",
        nargs="*",
        type=_key_and_value,
        metavar="KEY=VALUE",
        help=_("title, folder or an option (docs/commands.md); an empty value is the default again"),
    )
    _json(parser)


def _articles(text: str) -> int:
    return 1_000_000 if text == "all" else _natural(text)


def _minutes(text: str) -> int:
    minutes = _natural(text)
    if not 1 <= minutes <= 1440:
        raise argparse.ArgumentTypeError(_("it must be 1 to 1440 minutes"))
    return minutes


def _repair(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=_text, metavar="SOURCE", help=_("id or address"))
    parser.add_argument("--body", type=_text, metavar="CSS", help=_("selector for what contains the text"))
    parser.add_argument("--drop", type=_text, metavar="CSS", help=_("selector for what to leave out"))
    parser.add_argument("--clear", action="store_true", help=_("read its pages like any other source's again"))
    _json(parser)


def _keep(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--articles",
        type=_articles,
        metavar="N|all",
        help=_("save the newest N articles of each source (default: as in the settings)"),
    )


def _refresh(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources", nargs="*", type=_text, metavar="SOURCE", help=_("ids or addresses (default: all)")
    )
    parser.add_argument("--due", action="store_true", help=_("only those that are due by their rhythm"))
    _keep(parser)
    parser.add_argument("--pictures", action="store_true", help=_("save the pictures of these articles too"))
    offline.budget_option(parser)
    _json(parser)


def _timer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["install", "uninstall", "show"], help=_("what is to be done"))
    parser.add_argument(
        "--minutes",
        type=_minutes,
        default=10,
        metavar="N",
        help=_("look every N minutes which sources are due (default: 10)"),
    )


def _list(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--source", type=_text, metavar="ID", help=_("only of this source (id or address)"))
    where.add_argument("--view", type=_text, metavar="NAME", help=_("what a saved view lists"))
    where.add_argument("--search", type=_text, metavar="QUERY", help=_("what a query finds, best first"))
    parser.add_argument("--stories", action="store_true", help=_("one line for what several sources tell"))
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--unread", action="store_true", help=_("only unread articles"))
    only.add_argument("--starred", action="store_true", help=_("only starred articles"))
    only.add_argument("--offline", action="store_true", help=_("only articles saved for offline reading"))
    _limit(parser, None)
    _json(parser)


def _read(parser: argparse.ArgumentParser) -> None:
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
        "--width", type=_natural, metavar="N", help=_("columns per line (default: the terminal's, at most 80)")
    )
    parser.add_argument(
        "--as",
        dest="entry",
        type=_text,
        metavar="ID|URL",
        help=_("keep FILE, a page that a browser saved, as the text of this article"),
    )
    parser.add_argument("--offline", action="store_true", help=_("never use the network"))
    parser.add_argument("--keep-unread", action="store_true", help=_("do not mark it as read"))
    parser.add_argument("--changes", action="store_true", help=_("with what was changed since the last version"))
    parser.add_argument("--whole", action="store_true", help=_("with the lines that its site repeats"))
    parser.add_argument(
        "--json", action="store_const", const="json", dest="format", help=_("same as --format json")
    )


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "query", nargs="+", type=_text, metavar="QUERY", help=_("what is to be found (docs/search.md)")
    )
    _limit(parser, 50)
    _json(parser)


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        help=_("OPML, newsboat's urls, a list of addresses, or what Pocket and its like export; - for stdin"),
    )
    parser.add_argument("--dry-run", action="store_true", help=_("only say what would be added"))
    parser.add_argument("--yes", action="store_true", help=_("do not ask before adding a long list"))
    parser.add_argument(
        "--with-commands",
        action="store_true",
        help=_("take its commands, cookie files and variables too: only for a list of your own"),
    )
    _json(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help=_("where to write it (default, and -: stdout)"))
    parser.add_argument("--with-secrets", action="store_true", help=_("include passwords and keys in addresses"))
    parser.add_argument(
        "--markdown",
        action="store_true",
        help=_("instead of the sources, the articles that are starred, tagged, noted or highlighted, as Markdown"),
    )
    parser.add_argument(
        "--search", type=_text, default="", metavar="QUERY", help=_("of these only what a query finds")
    )


def _check_sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("urls", nargs="*", type=_text, metavar="URL", help=_("default: the catalogue"))
    parser.add_argument("--mine", action="store_true", help=_("check the sources of the library instead"))
    _json(parser)


def _gc(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help=_("only say what would go, and how much it frees"))
    _json(parser)


def _config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["show", "validate", "schema", "path"], help=_("what is to be shown"))
    _json(parser)


def _demo(parser: argparse.ArgumentParser) -> None:
    _linear(parser, default=argparse.SUPPRESS)
    parser.add_argument("--serve-only", action="store_true", help=_("only serve the site, without the screen"))
    parser.add_argument("--port", type=_port, default=0, metavar="P", help=_("default: any free one"))


def _backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=_text, metavar="FILE", help=_("the file to write"))
    parser.add_argument("--without-pictures", action="store_true", help=_("leave out the saved pictures"))
    _json(parser)


def _restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=_text, metavar="FILE", help=_("a file that tuinews backup wrote"))
    parser.add_argument("--without-settings", action="store_true", help=_("leave the settings as they are"))
    parser.add_argument("--yes", action="store_true", help=_("do not ask whether to replace the library"))
    _json(parser)


def _doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help=_("repair what can be repaired"))
    _json(parser)


def _parse(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["article", "listing", "feed", "date"], help=_("what it is"))
    parser.add_argument("file", nargs="?", metavar="FILE", help=_("a page, or the text of a date"))
    parser.add_argument("--url", type=_text, metavar="U", help=_("the address of the page"))
    parser.add_argument("--now", metavar="T", help=_("the time of the fetch, ISO 8601"))
    parser.add_argument("--lang", metavar="L", help=_("the language of a date"))
    parser.add_argument(
        "--batch", action="store_true", help=_("a JSON request per line in, an answer per line out")
    )


_COMMANDS: tuple[tuple[str, str, Callable[[argparse.ArgumentParser], None]], ...] = (
    ("add", N_("add sources by their address"), _add),
    ("sources", N_("list the sources"), _sources),
    ("remove", N_("remove sources"), _remove),
    ("rename", N_("rename a source"), _rename),
    ("move", N_("move a source into a folder"), _move),
    ("set", N_("set how a source is fetched and kept"), _set),
    ("repair", N_("say where the text is on the pages of a source"), _repair),
    ("refresh", N_("refresh sources and save their newest articles"), _refresh),
    ("pack", N_("save enough unread articles for some hours without a network"), offline.pack),
    ("account", N_("read what a server keeps: FreshRSS, Miniflux and others"), accounts.account),
    ("timer", N_("refresh in the background, also while the screen is closed"), _timer),
    ("list", N_("list articles, newest first"), _list),
    ("read", N_("print an article"), _read),
    ("search", N_("search titles, summaries and saved articles"), _search),
    ("views", N_("list the saved views"), _json),
    ("view", N_("save a search as a view, or remove one"), by_hand.view),
    ("mute", N_("leave what a query finds out of lists and counts"), by_hand.mute),
    ("mutes", N_("list what is muted"), _json),
    ("unmute", N_("end a mute"), by_hand.unmute),
    ("rule", N_("say what is done to articles as they arrive"), by_hand.rule),
    ("tag", N_("give articles a tag"), by_hand.tag),
    ("note", N_("write a note to an article, or print it"), by_hand.note),
    ("highlights", N_("list the highlighted passages"), by_hand.highlights),
    ("highlight", N_("highlight a passage of an article"), by_hand.highlight),
    ("download", N_("download the files that go with articles: episodes, films"), files.download),
    ("downloads", N_("list the downloads, go on with them, pause or remove them"), files.downloads),
    ("mark", N_("mark articles as read, unread or starred"), by_hand.mark),
    ("import", N_("import a list of sources, or articles saved elsewhere"), _import),
    ("export", N_("export the sources as OPML"), _export),
    ("check-sources", N_("check sources and say what they provide"), _check_sources),
    ("gc", N_("retire the articles that are kept no longer, as the settings say"), _gc),
    ("config", N_("show and check the settings"), _config),
    ("backup", N_("write the library, its pictures and the settings into one file"), _backup),
    ("restore", N_("put a backup in the place of the library"), _restore),
    ("doctor", N_("check the library and say in plain words how it is"), _doctor),
    ("demo", N_("try everything on a built-in site, without a network"), _demo),
    ("parse", N_("show what the reader makes of a page, a feed or a date"), _parse),
)
