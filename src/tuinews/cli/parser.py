"""What may be typed: every command, with its arguments in argparse alone, so that `--help` answers at once."""

import argparse
from collections.abc import Callable
from typing import Any, NoReturn

from tuinews import __version__
from tuinews.cli.arguments.values import json_option, linear_option
from tuinews.cli.words.argparse_words import speak, unknown_command
from tuinews.language import N_, _
from tuinews.late import late_imports
from tuinews.text import clean_line

with late_imports(__name__):
    from difflib import get_close_matches

    from tuinews.cli.arguments import (
        accounts,
        exchange,
        files,
        marking,
        program,
        reading,
        refreshing,
        sources,
        standing,
    )

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
    linear_option(parser)
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

    def _parse_optional(self, arg_string: str) -> Any:
        """No option is what begins with a minus where a query may stand, and has more than a letter: `-sông`."""
        is_query = len(arg_string) > len("-n") and arg_string[0] == "-" != arg_string[1]
        takes_one = is_query and any(action.metavar == "QUERY" for action in self._actions)
        return None if takes_one else super()._parse_optional(arg_string)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Name the command that was meant, where one is near: a list of forty says nothing."""
        if action.nargs == argparse.PARSER and action.choices is not None and value not in action.choices:
            near = get_close_matches(str(value), list(action.choices), 1)
            raise argparse.ArgumentError(None, unknown_command(str(value), near[0] if near else "", self.prog))
        super()._check_value(action, value)


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
            _share_options(self)
        return getattr(self, name)


def _common(default: str | None) -> _LateParser:
    """Options that stand before or after the command; SUPPRESS keeps the ones given before it."""
    common = _LateParser(add_help=False)
    _add_common(common, default)
    return common


def _add_common(parser: argparse.ArgumentParser, default: str | None) -> None:
    group = parser.add_argument_group(_("options for every command"))
    group.add_argument(
        "--data-dir", metavar="DIR", default=default, help=_("folder of the library (TUINEWS_DATA_DIR)")
    )
    group.add_argument("--config", metavar="FILE", default=default, help=_("settings file (TUINEWS_CONFIG)"))


def _share_options(parser: argparse.ArgumentParser) -> None:
    """Give the second words of a command ("view add") the options that may stand behind every command."""
    for action in parser._actions:
        if action.nargs == argparse.PARSER and isinstance(action.choices, dict):
            for inner in action.choices.values():
                _add_common(inner, argparse.SUPPRESS)


_COMMANDS: tuple[tuple[str, str, Callable[[argparse.ArgumentParser], None]], ...] = (
    ("add", N_("add sources by their address"), sources.add),
    ("sources", N_("list the sources"), sources.sources),
    ("remove", N_("remove sources"), sources.remove),
    ("rename", N_("rename a source"), sources.rename),
    ("move", N_("move a source into a folder"), sources.move),
    ("set", N_("set how a source is fetched and kept"), sources.set_options),
    ("repair", N_("say where the text is on the pages of a source"), sources.repair),
    ("refresh", N_("refresh sources and save their newest articles"), refreshing.refresh),
    ("pack", N_("save enough unread articles for some hours without a network"), refreshing.pack),
    ("account", N_("read what a server keeps: FreshRSS, Miniflux and others"), accounts.account),
    ("timer", N_("refresh in the background, also while the screen is closed"), refreshing.timer),
    ("list", N_("list articles, newest first"), reading.list_articles),
    ("read", N_("print an article"), reading.read),
    ("search", N_("search titles, summaries and saved articles"), reading.search),
    ("views", N_("list the saved views"), json_option),
    ("view", N_("save a search as a view, change or remove one"), standing.view),
    ("mute", N_("hide what a query finds from lists and counts"), standing.mute),
    ("mutes", N_("list what is muted"), json_option),
    ("unmute", N_("end a mute"), standing.unmute),
    ("rule", N_("say what happens to articles as they arrive"), standing.rule),
    ("tag", N_("give articles a tag"), marking.tag),
    ("note", N_("write a note on an article, or print it"), marking.note),
    ("highlights", N_("list the highlighted passages"), marking.highlights),
    ("highlight", N_("highlight a passage of an article"), marking.highlight),
    ("download", N_("download the files that come with articles: episodes, films"), files.download),
    ("downloads", N_("list the downloads, resume, pause or remove them"), files.downloads),
    ("mark", N_("mark articles as read, unread or starred"), marking.mark),
    ("import", N_("import a list of sources, or articles saved elsewhere"), exchange.import_list),
    ("export", N_("export the sources as OPML"), exchange.export),
    ("check-sources", N_("check sources and say what they provide"), sources.check_sources),
    ("gc", N_("retire the articles that the settings no longer keep"), program.gc),
    ("config", N_("show and check the settings"), program.config),
    ("backup", N_("write the library, its pictures and the settings into one file"), exchange.backup),
    ("restore", N_("replace the library by a backup"), exchange.restore),
    ("doctor", N_("check the library and report on it in plain words"), program.doctor),
    ("demo", N_("try everything on a built-in site, without a network"), program.demo),
    ("parse", N_("show what the reader makes of a page, a feed or a date"), program.parse),
)
