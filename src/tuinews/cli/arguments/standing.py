"""The arguments of queries that stand: views, mutes and rules."""

import argparse
from datetime import datetime

from tuinews.cli.arguments.values import json_option, key_and_value, natural, text
from tuinews.language import _


def view(parser: argparse.ArgumentParser) -> None:
    """The arguments of `view`."""
    what = parser.add_subparsers(dest="what", metavar="add|set|remove", required=True)
    add = what.add_parser("add", help=_("save a query as a view"))
    add.add_argument("name", type=text, metavar="NAME", help=_("the name of the view"))
    add.add_argument("query", nargs="+", type=text, metavar="QUERY", help=_("what to find (docs/search.md)"))
    change = what.add_parser("set", help=_("change its name, query, order, icon or place"))
    change.add_argument("name", type=text, metavar="NAME|ID", help=_("the view"))
    change.add_argument(
        "values",
        nargs="+",
        type=key_and_value,
        metavar="KEY=VALUE",
        help=_("name, query, order, icon, place or notify, and its new value"),
    )
    remove = what.add_parser("remove", help=_("remove a view"))
    remove.add_argument("name", nargs="+", type=text, metavar="NAME|ID", help=_("the view"))
    for one in (add, change, remove):
        json_option(one)


def mute(parser: argparse.ArgumentParser) -> None:
    """The arguments of `mute`."""
    parser.add_argument("query", nargs="+", type=text, metavar="QUERY", help=_("what to find (docs/search.md)"))
    parser.add_argument(
        "--until", type=_day, metavar="DAY", help=_("until the beginning of that day (default: for ever)")
    )
    parser.add_argument("--dry-run", action="store_true", help=_("only say how many articles it would mute"))
    json_option(parser)


def _day(typed: str) -> datetime:
    try:
        day = datetime.fromisoformat(typed).astimezone()
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError(_("must be a day such as 2026-12-24")) from None
    if day <= datetime.now().astimezone():
        raise argparse.ArgumentTypeError(_("must be a day in the future"))
    return day


def unmute(parser: argparse.ArgumentParser) -> None:
    """The arguments of `unmute`."""
    parser.add_argument("number", type=natural, metavar="N", help=_("its number in: tuinews mutes"))
    json_option(parser)


def rule(parser: argparse.ArgumentParser) -> None:
    """The arguments of `rule`."""
    what = parser.add_subparsers(dest="what", metavar="add|list|remove|try", required=True)
    add = what.add_parser(
        "add", help=_("mark, star, tag, hide or fetch new articles that a query finds, or notify you of them")
    )
    add.add_argument(
        "action", type=text, metavar="read|star|hide|fetch|notify|tag=NAME", help=_("what to do with it")
    )
    trying = what.add_parser("try", help=_("only say how many of the existing articles it would affect"))
    for one in (add, trying):
        one.add_argument("query", nargs="+", type=text, metavar="QUERY", help=_("what to find (docs/search.md)"))
    remove = what.add_parser("remove", help=_("remove a rule"))
    remove.add_argument("number", type=natural, metavar="N", help=_("its number in: tuinews rule list"))
    for one in (add, trying, remove, what.add_parser("list", help=_("list the rules"))):
        json_option(one)
