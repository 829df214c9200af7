"""The arguments of what a person does with articles: marks, tags, notes, highlights, and standing queries."""

import argparse
from datetime import datetime

from tuinews.cli.arguments.values import json_option, key_and_value, natural, text
from tuinews.language import _


def rule(parser: argparse.ArgumentParser) -> None:
    """The arguments of `rule`."""
    what = parser.add_subparsers(dest="what", metavar="add|list|remove|try", required=True)
    add = what.add_parser(
        "add", help=_("mark, star, tag, hide or fetch what a query finds as it arrives, or tell of it")
    )
    add.add_argument(
        "action", type=text, metavar="read|star|hide|fetch|notify|tag=NAME", help=_("what is done to it")
    )
    trying = what.add_parser("try", help=_("only say how many of the articles that are there it would touch"))
    for one in (add, trying):
        one.add_argument(
            "query", nargs="+", type=text, metavar="QUERY", help=_("what is to be found (docs/search.md)")
        )
    remove = what.add_parser("remove", help=_("remove a rule"))
    remove.add_argument("number", type=natural, metavar="N", help=_("its number in: tuinews rule list"))
    for one in (add, trying, remove, what.add_parser("list", help=_("list the rules"))):
        json_option(one)


def tag(parser: argparse.ArgumentParser) -> None:
    """The arguments of `tag`."""
    parser.add_argument("ids", nargs="+", metavar="ID", type=natural, help=_("ids of articles"))
    parser.add_argument("name", type=text, metavar="NAME", help=_("the tag"))
    parser.add_argument("--remove", action="store_true", help=_("take the tag from them"))
    json_option(parser)


def note(parser: argparse.ArgumentParser) -> None:
    """The arguments of `note`."""
    parser.add_argument("entry", type=text, metavar="ENTRY", help=_("id or address of the article"))
    parser.add_argument(
        "text",
        nargs="*",
        type=text,
        metavar="TEXT",
        help=_("the new note; - reads it from stdin, an empty one removes it (default: print the note)"),
    )
    json_option(parser)


def highlights(parser: argparse.ArgumentParser) -> None:
    """The arguments of `highlights`."""
    parser.add_argument("query", nargs="*", type=text, metavar="QUERY", help=_("of what it finds (default: all)"))
    parser.add_argument("--markdown", action="store_true", help=_("as Markdown, with titles, links and notes"))
    json_option(parser)


def highlight(parser: argparse.ArgumentParser) -> None:
    """The arguments of `highlight`."""
    what = parser.add_subparsers(dest="what", metavar="add|remove", required=True)
    add = what.add_parser("add", help=_("highlight a passage of the saved text"))
    add.add_argument("entry", type=text, metavar="ENTRY", help=_("id or address of the article"))
    add.add_argument("words", nargs="+", type=text, metavar="WORDS", help=_("the passage, word by word"))
    remove = what.add_parser("remove", help=_("take a highlight away"))
    remove.add_argument("number", type=natural, metavar="N", help=_("its number in: tuinews highlights"))
    for one in (add, remove):
        json_option(one)


def _day(typed: str) -> datetime:
    try:
        day = datetime.fromisoformat(typed).astimezone()
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError(_("must be a day such as 2026-12-24")) from None
    if day <= datetime.now().astimezone():
        raise argparse.ArgumentTypeError(_("must be a day to come"))
    return day


def mute(parser: argparse.ArgumentParser) -> None:
    """The arguments of `mute`."""
    parser.add_argument(
        "query", nargs="+", type=text, metavar="QUERY", help=_("what is to be found (docs/search.md)")
    )
    parser.add_argument("--until", type=_day, metavar="DAY", help=_("until that day begins (default: for ever)"))
    parser.add_argument("--dry-run", action="store_true", help=_("only say how many articles it would mute"))
    json_option(parser)


def unmute(parser: argparse.ArgumentParser) -> None:
    """The arguments of `unmute`."""
    parser.add_argument("number", type=natural, metavar="N", help=_("its number in: tuinews mutes"))
    json_option(parser)


def view(parser: argparse.ArgumentParser) -> None:
    """The arguments of `view`."""
    what = parser.add_subparsers(dest="what", metavar="add|set|remove", required=True)
    add = what.add_parser("add", help=_("save a query as a view"))
    add.add_argument("name", type=text, metavar="NAME", help=_("how it is called"))
    add.add_argument(
        "query", nargs="+", type=text, metavar="QUERY", help=_("what is to be found (docs/search.md)")
    )
    change = what.add_parser("set", help=_("change its name, query, order, icon or place"))
    change.add_argument("name", type=text, metavar="NAME|ID", help=_("the view"))
    change.add_argument(
        "values",
        nargs="+",
        type=key_and_value,
        metavar="KEY=VALUE",
        help=_("name, query, order, icon, place or notify, and what it is to be"),
    )
    remove = what.add_parser("remove", help=_("remove a view"))
    remove.add_argument("name", nargs="+", type=text, metavar="NAME|ID", help=_("the view"))
    for one in (add, change, remove):
        json_option(one)


def mark(parser: argparse.ArgumentParser) -> None:
    """The arguments of `mark`."""
    parser.add_argument("status", choices=["read", "unread", "star", "unstar"], help=_("as what"))
    parser.add_argument("ids", nargs="+", metavar="ID", type=natural, help=_("ids of articles"))
    json_option(parser)
