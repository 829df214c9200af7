"""The arguments of what a person does with articles: marks, tags, notes and highlights."""

import argparse

from tuinews.cli.arguments.values import json_option, natural, text
from tuinews.language import _


def mark(parser: argparse.ArgumentParser) -> None:
    """The arguments of `mark`."""
    parser.add_argument("status", choices=["read", "unread", "star", "unstar"], help=_("what to mark them as"))
    parser.add_argument("ids", nargs="+", metavar="ID", type=natural, help=_("ids of articles"))
    json_option(parser)


def tag(parser: argparse.ArgumentParser) -> None:
    """The arguments of `tag`."""
    parser.add_argument("ids", nargs="+", metavar="ID", type=natural, help=_("ids of articles"))
    parser.add_argument("name", type=text, metavar="NAME", help=_("the tag"))
    parser.add_argument("--remove", action="store_true", help=_("remove the tag instead"))
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
    parser.add_argument(
        "query", nargs="*", type=text, metavar="QUERY", help=_("only in the articles that it finds (default: all)")
    )
    parser.add_argument("--markdown", action="store_true", help=_("as Markdown, with titles, links and notes"))
    json_option(parser)


def highlight(parser: argparse.ArgumentParser) -> None:
    """The arguments of `highlight`."""
    what = parser.add_subparsers(dest="what", metavar="add|remove", required=True)
    add = what.add_parser("add", help=_("highlight a passage of the saved text"))
    add.add_argument("entry", type=text, metavar="ENTRY", help=_("id or address of the article"))
    add.add_argument("words", nargs="+", type=text, metavar="WORDS", help=_("the passage, word for word"))
    remove = what.add_parser("remove", help=_("remove a highlight"))
    remove.add_argument("number", type=natural, metavar="N", help=_("its number in: tuinews highlights"))
    for one in (add, remove):
        json_option(one)
