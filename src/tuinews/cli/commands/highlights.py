"""`tuinews highlights`: the passages that were highlighted, as lines, JSON or Markdown."""

import argparse
import sys
from itertools import groupby
from operator import attrgetter
from typing import Any

from tuinews.cli.output import print_json, print_lines
from tuinews.cli.queries import query_mistakes, tell_mistyped, typed_query
from tuinews.cli.session import with_library
from tuinews.cli.words import articles as messages
from tuinews.language import _
from tuinews.model.annotations.highlights import ListedHighlight
from tuinews.model.annotations.highlights_json import highlight_to_json
from tuinews.text import clean_line
from tuinews.typeset.digest import DigestEntry, digest


def run(arguments: argparse.Namespace) -> int:
    """List the highlights of the articles that a query finds, or all."""
    query = typed_query(arguments.query)
    with query_mistakes(query) as told:
        found = with_library(arguments, lambda library: library.annotations.listed_highlights(query))
        if arguments.json:
            print_json([_to_json(one) for one in found])
        elif arguments.markdown:
            sys.stdout.write(markdown(found))
        else:
            print_lines(_lines(found) or [_(messages.NO_HIGHLIGHTS)])
        if not found:
            tell_mistyped(query)
    return told.status


def markdown(found: list[ListedHighlight]) -> str:
    """The highlights under the titles of their articles."""
    by_row = groupby(found, attrgetter("row"))
    return digest(
        DigestEntry(row, [one.highlight.quotation.exact for one in highlights]) for row, highlights in by_row
    )


def _to_json(one: ListedHighlight) -> dict[str, Any]:
    row = one.row
    about = {"entry": row.id, "title": row.title, "url": row.url, "source_title": row.source_title}
    return {**highlight_to_json(one.highlight), "in_text": one.in_text, **about, "note": row.note or None}


def _lines(found: list[ListedHighlight]) -> list[str]:
    lines: list[str] = []
    for row, highlights in groupby(found, attrgetter("row")):
        lines += ["", f"{row.id:>6}  {clean_line(row.title)} · {clean_line(row.source_title)}"]
        lines += [_line(one) for one in highlights]
    return lines[1:]


def _line(one: ListedHighlight) -> str:
    lost = f"  ({_(messages.NOT_IN_TEXT)})" if one.in_text is False else ""
    return f"{one.highlight.id:>6}  “{clean_line(one.highlight.quotation.exact, 5_000)}”{lost}"
